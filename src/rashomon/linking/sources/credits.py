"""Which agencies and outlets an article itself credits for what it tells.

Looked at are what its page states, the byline, the dateline ("GAO, Mali (Reuters) -"), and the closing lines ("Source: AFP", "AP
contributed to this report"). What is said of one sentence only ("according to AFP") is an attribution, not a credit.
"""

import re
from collections.abc import Iterable, Iterator

from rashomon.linking.contract import Registry
from rashomon.linking.precedence import family
from rashomon.model.sources import Article, Outlet
from rashomon.model.words import OutletKind, PartKind

#: A dateline ends within so many characters of a text's beginning; so many stretches of text may be that beginning.
_OPENING, _BEGINNINGS = 160, 3
#: So many lines at the end may give credit, none longer than this.
_CLOSING, _LONGEST = 4, 160
_DASH = r"\s*(?:[-–—_:]|$)"
_IN_DATELINE = re.compile(
    rf"\((?P<round>[^()\n]{{2,50}})\){_DASH}|/(?P<slashed>[^/\n.]{{2,30}})/|^(?P<bare>[^\W\d_]{{2,12}})\s[-–—]\s"
)
_CONTRIBUTED = re.compile(
    r"(?:(?P<desk>.{2,40}?) (?:writer|reporter|correspondent|journalist)s? .{2,120}|(?P<before>.{2,80}?)(?: also| both)?)"
    r" contributed (?:to )?(?:this|the) (?:report|story|article)"
    r"|(?:additional |with |further )*(?:reporting|inputs?|material|files?|information|text) (?:by|from|of) (?P<after>.{2,80})"
    r"|(?:sources?|via|credit|from|with|agency|origin|read more at|first published (?:by|in|on))\b\s*:?\s*(?P<source>.{2,80})"
    r"|(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?P<rights>.{2,60}?)(?:[.,].*)?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[/,;&|+]|\band\b|\bwith\b)\s*")
_AROUND = " \t.()[]{}*_–—-:|/"
_LEADING = re.compile(r"^(?:by|the|from|staff of)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"\s+(?:staff|writers?|reporters?|correspondents?|journalists?|news agency|newsroom)$", re.IGNORECASE)
_LAST_WORDS = re.compile(r"[.!?”\"]\s+[(\[—–-]?\s*(?P<tail>[^\W\d_][\w /,&-]{1,40}?)\s*[)\]]?$")


def credited(article: Article, registry: Registry) -> str | None:
    """Return the outlet that an article credits for what it tells, by its listed name; ``None`` where it credits none.

    Where it credits several, the first in the order page, dateline, byline, end counts. Its own outlet and others of that family
    are no credit. Names that are not listed are credits only where the page itself states them.
    """
    own = None if article.outlet is None else family(article.outlet, registry)
    for name in _credits(article, registry):
        if family(name, registry) != own:
            return name
    return None


def _credits(article: Article, registry: Registry) -> Iterator[str]:
    for name in article.credits:
        listed = _listed(name, registry)
        yield listed.name if listed is not None else name.strip()
    yield from _agencies(_of_datelines(article), registry)
    yield from _agencies(article.authors, registry)
    yield from _of_closing(article, registry)


def _listed(name: str, registry: Registry) -> Outlet | None:
    plain = _LEADING.sub("", name.strip(_AROUND))
    return registry.outlet(plain) or registry.outlet(_TRAILING.sub("", plain))


def _agencies(names: Iterable[str], registry: Registry) -> Iterator[str]:
    """Yield the agencies among names that may stand together ("Jane Doe, AFP", "AP/Reuters")."""
    for name in names:
        for part in (name, *_PARTS.split(name)):
            found = _listed(part, registry)
            if found is not None and found.kind == OutletKind.AGENCY:
                yield found.name


def _beginnings(article: Article) -> list[str]:
    starts = [start for start, _ in article.spans(PartKind.LEAD, PartKind.BODY)][:_BEGINNINGS] or [0]
    return [article.text[start : start + _OPENING] for start in starts]


def _of_datelines(article: Article) -> Iterator[str]:
    for opening in _beginnings(article):
        for found in _IN_DATELINE.finditer(opening.partition("\n")[0]):
            yield found["round"] or found["slashed"] or found["bare"]


def _of_closing(article: Article, registry: Registry) -> Iterator[str]:
    """Yield outlets of the closing lines: agencies that stand alone, and whoever the words give credit to."""
    lines = [line.strip() for line in article.text.rstrip()[-_CLOSING * _LONGEST :].splitlines() if line.strip()]
    for line in reversed(lines[-_CLOSING:]):
        tail = _LAST_WORDS.search(line)
        yield from _agencies([tail["tail"]] if tail is not None and line is lines[-1] else [], registry)
        if len(line) > _LONGEST:
            continue
        yield from _agencies([line], registry) if len(line.split()) <= 4 else ()  # noqa: PLR2004 - a name, not a sentence
        said = _CONTRIBUTED.fullmatch(line.strip("()[] .*_"))
        if said is not None:
            names = next(words for words in said.groups() if words is not None)
            found = (_listed(part, registry) for part in (names, *_PARTS.split(names)))
            yield from (outlet.name for outlet in found if outlet is not None)
