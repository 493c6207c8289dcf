"""The stories of an archive page as articles: title, address, day, authors and text of each, as far as the page shows them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from rashomon.model.words import PartKind
from rashomon.readers.bylines import Byline, parse_byline
from rashomon.readers.credits import credited
from rashomon.readers.drafts import Story
from rashomon.readers.lines import is_furniture, kind_of
from rashomon.readers.markup import absolute, captions_of, element_paragraphs
from rashomon.readers.names import names_in
from rashomon.readers.printed_dates import is_dateline, printed_date
from rashomon.readers.sites.declared import moment
from rashomon.readers.sites.stories import Listed

_AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:authors?|byline|by|p-author|creator|submitted)(?:$|[\s_-])", re.IGNORECASE)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|published|posted|posted-on|entry-date|time|timestamp|dt-published|created|submitted|datetime|post-date)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHANGED_CLASS = re.compile(r"(?:^|[\s_-])(?:updated|modified)(?:$|[\s_-])", re.IGNORECASE)
_MORE = re.compile(
    r"^(?:(?:read|continue|learn|see)\s+(?:more|reading|full|on|the).{0,80}|more\s*(?:…|\.\.\.|»|→|>)?|(?:lire|leer|weiterlesen|далее|"
    r"подробнее|читать|детальніше|اقرأ|المزيد|ادامه)\b.{0,60})$",
    re.IGNORECASE,
)
_MOST_DATE = 60
_MOST_META = 200
_MOST_WORDS_BETWEEN = 5


@dataclass(frozen=True, slots=True)
class Site:
    """What holds for all stories of a page: its outlet, its address (base of links) and the language it declares."""

    outlet: str | None
    address: str | None
    language: str | None


def told(listed: Sequence[Listed], site: Site) -> list[Story]:
    """Return the stories that have words besides their title, a day above several of them given to each."""
    above = _days_above(listed)
    stories = (_story(one, site, day) for one, day in zip(listed, above, strict=True))
    return [story for story in stories if story is not None]


def _story(listed: Listed, site: Site, day: str | None) -> Story | None:
    """Turn one listed story into an article; ``None`` where it has no text."""
    title = _text_of(listed.heading)
    more = _links_to_more(listed.elements)
    found = [_without(words, more) for element in listed.elements for words in element_paragraphs(element)]
    marks = _marks(listed.elements)
    body, byline = _body([words for words in found if not _is_made_of(words, marks)], title)
    if not body:
        return None
    captions = frozenset().union(*map(captions_of, listed.elements))
    address = _address(listed, site.address)
    authors = _authors(listed.elements) or byline.authors
    return Story(
        ((PartKind.TITLE, title), *((PartKind.CAPTION if words in captions else kind_of(words), words) for words in body)),
        title,
        authors=authors,
        published=_day(listed.elements) or byline.published or (day if listed.is_linked else None),
        outlet=site.outlet,
        url=address,
        modified=_changed(listed.elements),
        credits=credited(body, authors, own=site.outlet),
        links=tuple(link for link in dict.fromkeys(_links(listed, site.address)) if link != address),
        identity=address,
    )


def _links_to_more(elements: Sequence[html.HtmlElement]) -> tuple[str, ...]:
    """Return the words of the links that lead to the rest of a story, the longest first."""
    texts = {_text_of(anchor) for element in elements for anchor in element.iter("a")}
    return tuple(sorted(filter(_MORE.match, texts), key=len, reverse=True))


def _without(words: str, more: Iterable[str]) -> str:
    """Return a paragraph without the link to the rest at its end; the link alone stays as it is."""
    link = next((link for link in more if words.endswith(link) and words != link), "")
    return words.removesuffix(link).rstrip()


def _text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _body(found: Sequence[str], title: str) -> tuple[list[str], Byline]:
    """Tell the paragraphs of a story from its title, bylines and furniture."""
    body: list[str] = []
    joined = Byline()
    for words in found:
        byline = parse_byline(words)
        if byline is not None:
            joined = joined.joined(byline)
        elif words != title and not is_furniture(words) and not _MORE.match(words) and not is_dateline(words):
            body.append(words)
    return body, joined


def _marks(elements: Sequence[html.HtmlElement]) -> list[str]:
    """Return the texts of the elements that are marked as dates or authors, the longest first."""
    marked = [
        one
        for element in elements
        for one in (*element.iter("time"), *_classed(element, _DATE_CLASS), *_classed(element, _AUTHOR_CLASS))
    ]
    texts = {_text_of(one) for one in marked}
    return sorted((text for text in texts if 0 < len(text) <= _MOST_DATE), key=len, reverse=True)


def _is_made_of(words: str, marks: Sequence[str]) -> bool:
    """Whether a line is hardly more than marked dates and authors ("Posted on … by …")."""
    if len(words) > _MOST_META:
        return False
    rest = words
    for mark in marks:
        rest = rest.replace(mark, " ")
    return rest != words and len(rest.split()) <= _MOST_WORDS_BETWEEN


def _address(listed: Listed, base: str | None) -> str | None:
    """Return the address of the story: the link of its heading, else the permanent one, else the first "read more"."""
    links = listed.heading.xpath("descendant-or-self::a/@href | ancestor::a/@href")
    for element in listed.elements:
        links += element.xpath(".//a[contains(@rel, 'bookmark') or contains(@class, 'permalink')]/@href")
    for element in listed.elements:
        links += [anchor.get("href") for anchor in element.iter("a") if _MORE.match(_text_of(anchor))]
    return next((found for found in (absolute(link, base) for link in links) if found is not None), None)


def _links(listed: Listed, base: str | None) -> Iterator[str]:
    """Yield the addresses that the story's paragraphs link to."""
    for element in listed.elements:
        for anchor in element.xpath(".//p//a[@href] | .//li//a[@href] | .//blockquote//a[@href]"):
            link = absolute(anchor.get("href"), base)
            if link is not None and not _MORE.match(_text_of(anchor)):
                yield link


def _authors(elements: Sequence[html.HtmlElement]) -> tuple[str, ...]:
    """Return the authors that ``rel=author`` or a class marks."""
    for element in elements:
        for marked in [*element.xpath(".//*[@rel='author' or @itemprop='author']"), *_classed(element, _AUTHOR_CLASS)]:
            words = _text_of(marked)
            byline = parse_byline(words)
            names = byline.authors if byline is not None and byline.authors else names_in(words)
            if names:
                return names
    return ()


def _day(elements: Sequence[html.HtmlElement]) -> str | None:
    """Return the day that a ``time`` element or a class marks, one of a change last."""
    for element in elements:
        marked = [*element.iter("time"), *element.xpath(".//*[@itemprop='datePublished']"), *_classed(element, _DATE_CLASS)]
        for one in sorted(marked, key=lambda found: _CHANGED_CLASS.search(str(found.get("class") or "")) is not None):
            day = marked_day(one)
            if day is not None:
                return day
    return None


def _changed(elements: Sequence[html.HtmlElement]) -> str | None:
    """Return when a ``time`` element says the story was changed, where another says when it was published."""
    times = [time for element in elements for time in element.iter("time")]
    changed = [time for time in times if _CHANGED_CLASS.search(str(time.get("class") or ""))]
    return moment(changed[0].get("datetime")) if changed and len(times) > len(changed) else None


def marked_day(element: html.HtmlElement) -> str | None:
    """Return the day that an element says in an attribute or in its text."""
    said = (element.get("datetime"), element.get("content"), element.get("title"), element.text_content()[: 4 * _MOST_DATE])
    return next((day for day in (printed_date(str(text or "")) for text in said) if day is not None), None)


def _classed(element: html.HtmlElement, pattern: re.Pattern[str]) -> list[html.HtmlElement]:
    """Return the elements whose class fits, the inner before the outer."""
    return [
        marked for marked in reversed(element.xpath("descendant-or-self::*[@class]")) if pattern.search(str(marked.get("class")))
    ]


def _days_above(listed: Sequence[Listed]) -> list[str | None]:
    """Return for each story the day of the last lone date heading before it, inside what holds all stories."""
    shared = _shared(listed)
    if shared is None:
        return [None for _ in listed]
    starts = {one.elements[0]: n for n, one in enumerate(listed)}
    days: list[str | None] = [None for _ in listed]
    last: str | None = None
    inside: set[html.HtmlElement] = set()
    for element in shared.iterdescendants():
        if element in starts:
            days[starts[element]] = last
            inside.add(element)
        elif element.getparent() in inside:
            inside.add(element)
        elif isinstance(element.tag, str) and not len(element):
            words = " ".join((element.text or "").split())
            last = printed_date(words) if 0 < len(words) <= _MOST_DATE and printed_date(words) else last
    return days


def _shared(listed: Sequence[Listed]) -> html.HtmlElement | None:
    """Return the smallest element that holds all stories."""
    ancestors = [set(one.elements[0].iterancestors()) for one in listed]
    common = set.intersection(*ancestors)
    return next((above for above in listed[0].elements[0].iterancestors() if above in common), None)
