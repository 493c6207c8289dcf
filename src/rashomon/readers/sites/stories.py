"""Split an archive page (tag, month, front page of a blog) into its stories by what repeats: headings of one kind.

Nothing depends on the system that made the page. Headings of the same tag and class are the titles; a story is the largest
element around one of them alone, or what follows it up to the next.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from rashomon.readers.printed_dates import is_lone_date

_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:title|headline|heading|hdr|p-name)(?:$|[\s_-])", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:sidebar|related|recommend\w*|widget|footer|nav|menu|comments?|trending|popular|most-read|promo|newsletter|carousel)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDE_TAGS = frozenset(("aside", "nav", "footer"))
#: Fewer characters are a number or a mark.
_LEAST_TITLE = 4
_MOST_TITLE = 400
#: A page with more titles of one kind is a site map.
MOST_STORIES = 2_000
_LEAST_STORIES = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """One story of an archive page: its heading, and the elements that make it up in order."""

    heading: html.HtmlElement
    elements: tuple[html.HtmlElement, ...]

    @property
    def is_linked(self) -> bool:
        """Whether the heading leads somewhere."""
        return bool(self.heading.xpath("descendant-or-self::a[@href] | ancestor::a[@href]"))


def listed_stories(root: html.HtmlElement) -> list[list[Listed]]:
    """Return the possible divisions of the page into stories, one for each kind of heading that repeats."""
    groups: dict[tuple[str, str], list[html.HtmlElement]] = defaultdict(list)
    for element in root.iter():
        if isinstance(element.tag, str) and _is_title(element):
            groups[_signature(element)].append(element)
    kept = [group for group in groups.values() if _LEAST_STORIES <= len(group) <= MOST_STORIES]
    return [[_listed(heading, spans) for heading in group] for group in kept for spans in (_spans(group),)]


def _is_title(element: html.HtmlElement) -> bool:
    """A heading, or an element whose class says that it is one, with some words and outside of what surrounds the stories."""
    named = (
        element.tag in ("div", "span", "p", "a", "strong") and _TITLE_CLASS.search(str(element.get("class") or "")) is not None
    )
    if element.tag not in _HEADINGS and not named:
        return False
    if named and any(inner.tag in _HEADINGS for inner in element.iterdescendants()):
        return False
    words = " ".join(element.text_content().split())
    if len(words) > _MOST_TITLE or len(words) < _LEAST_TITLE or is_lone_date(words):
        return False
    return not any(_is_aside(above) for above in element.iterancestors())


def _is_aside(element: html.HtmlElement) -> bool:
    """Whether an element holds what stands beside the stories."""
    if element.tag in ("body", "html"):
        return False
    return element.tag in _ASIDE_TAGS or _ASIDE.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _signature(element: html.HtmlElement) -> tuple[str, str]:
    """Return what headings of one kind share."""
    names = [name for name in str(element.get("class") or "").split() if not any(map(str.isdigit, name))]
    return str(element.tag), names[0] if names else ""


def _spans(group: Sequence[html.HtmlElement]) -> Counter[html.HtmlElement]:
    """Return for each element how many of the headings stand in it."""
    return Counter(above for heading in group for above in (heading, *heading.iterancestors()))


def _listed(heading: html.HtmlElement, spans: Counter[html.HtmlElement]) -> Listed:
    """Return the story of a heading: the largest element with this heading alone, and what follows it up to the next."""
    own = heading
    for above in heading.iterancestors():
        if spans[above] > 1 or above.tag in ("body", "html"):
            break
        own = above
    if own.tag == heading.tag or _is_bare(own, heading):
        return Listed(heading, (own, *_following(own, spans)))
    return Listed(heading, (own,))


def _is_bare(own: html.HtmlElement, heading: html.HtmlElement) -> bool:
    """Whether the element holds hardly more than the heading, so that the story follows it."""
    return len("".join(own.text_content().split())) <= 1.5 * len("".join(heading.text_content().split())) + 40


def _following(own: html.HtmlElement, spans: Counter[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    """Yield the siblings up to the next story."""
    for element in own.itersiblings():
        if spans[element] or (isinstance(element.tag, str) and (element.tag in _HEADINGS[:2] or _is_aside(element))):
            return
        if isinstance(element.tag, str):
            yield element
