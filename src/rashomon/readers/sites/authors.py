"""Authors and day of a page's one article, where it marks or prints them beside the title instead of declaring them."""

import re
from collections.abc import Sequence

from lxml import html

from rashomon.readers.bylines import parse_byline
from rashomon.readers.names import names_in
from rashomon.readers.printed_dates import is_dateline, is_lone_date, printed_date
from rashomon.readers.sites.listing import marked_day
from rashomon.readers.sites.tree import PageTree

_AUTHOR_CLASS = re.compile(
    r"(?:^|[\s_-])(?:authors?|byline|bylines|author-?name|p-author|writer|contributor|submitted)(?:$|[\s_-])", re.IGNORECASE
)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|dates|published|publish|posted|posted-on|entry-date|pubdate|time|timestamp|dt-published|created|submitted|datetime|"
    r"dateline|fecha|datum|data|meta|byline|info|details)(?:$|[\s_-])|(?:publish|post|article|entry|pub)(?:ed)?_?-?(?:date|time)",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"updated|modified|обновлено|оновлено|actualizado|mis\s+à\s+jour|تحديث", re.IGNORECASE)
_ASIDE = frozenset(("aside", "nav", "footer"))
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_CLEAR_NAME = re.compile(
    r"^(?:by|von|par|por|di|door|автор|автори|بقلم|کتبه)[\s:]+|\s*[|,]\s*(?:staff|special|senior|chief)\b.{0,60}$", re.IGNORECASE
)
_SIGNED = re.compile(
    r"^(?:by|von|par|por|di|door|автор|автори|بقلم)[\s:]+(?P<names>[^,|•·–—\d]{3,80}?)\s*(?:[,|•·–—]|\s-\s|$)", re.IGNORECASE
)
_MOST_NAME = 80
_MOST_MARKED = 160
#: How many lines above and below the title are looked at for a printed date.
_ABOVE, _BELOW = 3, 6
#: Where the title is not printed, a byline is looked for in so many first lines.
_FIRST = 20


def authors_of(root: html.HtmlElement, stated: tuple[str, ...], outlet: str | None) -> tuple[str, ...]:
    """Return the authors that the page declares, else those it marks beside its title.

    Args:
        root: the parsed page.
        stated: what the page declares; addresses of profiles and the outlet's own name are no authors.
        outlet: the page's outlet.
    """
    found: list[str] = []
    for said in stated:
        name = _CLEAR_NAME.sub("", said).strip(" ,")
        if (
            name
            and not re.match(r"https?:|www\.|@", name)
            and name.lower() != (outlet or "").lower()
            and len(name) <= 3 * _MOST_NAME
        ):
            found.extend(names_in(name) or (name,))
    return tuple(dict.fromkeys(found)) or _marked_authors(root)


def _marked_authors(root: html.HtmlElement) -> tuple[str, ...]:
    """Return the authors that a relation, microdata or a class marks, or that a byline under the title names."""
    marked = root.xpath("//*[@rel='author' or @itemprop='author' or contains(@href, '/author/')]")
    for element in [*marked, *_classed(root, _AUTHOR_CLASS)]:
        words = " ".join(element.text_content().split())
        if not 0 < len(words) <= _MOST_MARKED or _is_aside(element):
            continue
        byline = parse_byline(words)
        names = byline.authors if byline is not None and byline.authors else names_in(_CLEAR_NAME.sub("", words))
        if names:
            return names
    return ()


def day_of(tree: PageTree, title: str | None, address: str | None) -> str | None:
    """Return the day that the page marks or prints beside its title, else the one in its address; changes do not count.

    Args:
        tree: the parsed page.
        title: the title, beside which a date is looked for.
        address: its address; "/2031/03/12/" in it is the day of publication.
    """
    times = [time for time in tree.root.iter("time") if not _is_aside(time)]
    for element in [*(time for time in times if time.get("pubdate") is not None), *times, *_classed(tree.root, _DATE_CLASS)]:
        words = element.text_content()
        if len(words) <= _MOST_MARKED and not _CHANGED.search(f"{words} {element.get('class') or ''}") and not _is_aside(element):
            day = marked_day(element)
            if day is not None and len(day) == len("2031-03-12"):
                return day
    inside = _IN_ADDRESS.search(address or "")
    return _beside_title(tree, title) or (printed_date("-".join(inside.groups())) if inside is not None else None)


def printed_authors(tree: PageTree, title: str | None) -> tuple[str, ...]:
    """Return the authors of a byline that is printed beside the title without any mark."""
    lines = tree.paragraphs
    for line in _near(lines, title) or [line for line in lines[:_FIRST] if len(line) <= _MOST_MARKED]:
        byline = parse_byline(line)
        signed = _SIGNED.match(line)
        names = byline.authors if byline is not None else names_in(signed["names"]) if signed is not None else None
        if names:
            return names
    return ()


def is_byline(line: str) -> bool:
    """Return whether a line near the title says who wrote it or when."""
    return parse_byline(line) is not None or is_dateline(line)


def _beside_title(tree: PageTree, title: str | None) -> str | None:
    """Return the day in a short line just below or above the title, else the day of the page's bylines."""
    lines = tree.paragraphs
    near = [
        line for line in _near(lines, title) if not _CHANGED.match(line.strip()) and (is_lone_date(line) or is_dateline(line))
    ]
    alone = [line for line in near if is_lone_date(line)]
    return printed_date([*alone, *near][0]) if near else _printed_once(lines)


def _near(lines: Sequence[str], title: str | None) -> list[str]:
    """Return the short lines below the title, then those above it."""
    at = next((n for n, line in enumerate(lines) if line == title), None)
    if at is None:
        return []
    near = [*lines[at + 1 : at + 1 + _BELOW], *reversed(lines[max(0, at - _ABOVE) : at])]
    return [line for line in near if len(line) <= _MOST_MARKED]


def _printed_once(lines: Sequence[str]) -> str | None:
    """Return the day of the bylines on the page where all give the same."""
    bylines = (parse_byline(line) for line in lines if len(line) <= _MOST_MARKED)
    days = {byline.published for byline in bylines if byline is not None and byline.published is not None}
    return days.pop() if len(days) == 1 else None


def _is_aside(element: html.HtmlElement) -> bool:
    """Whether an element stands beside the article, or in one of several articles."""
    return any(above.tag in _ASIDE for above in element.iterancestors())


def _classed(root: html.HtmlElement, pattern: re.Pattern[str]) -> list[html.HtmlElement]:
    """Return the elements whose class or id fits."""
    return [
        marked
        for marked in root.xpath("//*[@class or @id]")
        if pattern.search(f"{marked.get('class') or ''} {marked.get('id') or ''}")
    ]
