"""Split a text into stretches, each with the marks that cover it. Marks may nest and cross."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rashomon.store.views import ArticleView, Mark

#: Kinds of marks that look the same and are switched together; a kind that is not here is "other".
GROUPS = {
    "per": "who",
    "group": "who",
    "force": "who",
    "gov": "who",
    "gpe": "who",
    "org": "who",
    "media": "who",
    "civ": "who",
    "actor": "who",
    "place": "where",
    "fac": "where",
    "date": "when",
    "number": "number",
    "figure": "number",
    "wpn": "thing",
    "account": "event",
    "event": "event",
    "trigger": "event",
    "claim": "claim",
    "tie": "tie",
    "unread": "unread",
    "noise": "aside",
    "caption": "aside",
    "footnote": "aside",
    "here": "here",
}
#: All groups, in the order of the legend.
ORDER = ("here", "who", "where", "when", "number", "thing", "event", "claim", "tie", "unread", "aside", "other")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the marks that cover all of it, longest first; ``opens`` says that a mark starts here."""

    text: str
    start: int
    marks: tuple[Mark, ...]
    opens: bool

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the groups of its marks, in the order of the legend."""
        found = {group_of(mark.kind) for mark in self.marks}
        return tuple(group for group in ORDER if group in found)

    @property
    def label(self) -> str:
        """Return what its marks say, each once, longest first."""
        return "; ".join(dict.fromkeys(mark.label for mark in self.marks if mark.label))

    @property
    def link(self) -> Mark | None:
        """Return the shortest of its marks that opens something; ``None`` where none does, and for white space."""
        return next((mark for mark in reversed(self.marks) if mark.href_id), None) if self.text.strip() else None


def group_of(kind: str) -> str:
    """Return the group of a mark's kind."""
    return GROUPS.get(kind.lower(), "other")


def _clipped(marks: Iterable[Mark], length: int) -> Iterator[Mark]:
    """Yield the marks, cut to the text; those that cover none of it are left out."""
    for mark in marks:
        start, end = max(mark.start, 0), min(mark.end, length)
        if start < end:
            yield Mark(start, end, mark.kind, mark.label, mark.href_id)


def segments(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Return the text in stretches between the ends of marks; joined they are the text.

    The work is (number of ends) x (marks open at once), so a long article with a thousand marks takes milliseconds.
    """
    found = sorted(set(_clipped(marks, len(text))), key=lambda m: (m.start, -m.end, m.kind, m.label, m.href_id or ""))
    ends = sorted({0, len(text)} | {mark.start for mark in found} | {mark.end for mark in found})
    made: list[Segment] = []
    active: list[Mark] = []
    coming = 0
    for start, end in pairwise(ends):
        active = [mark for mark in active if mark.end > start]
        opening = coming
        while coming < len(found) and found[coming].start == start:
            active.append(found[coming])
            coming += 1
        longest_first = sorted(active, key=lambda mark: (mark.start - mark.end, mark.start))
        made.append(Segment(text[start:end], start, tuple(longest_first), opens=coming > opening))
    return tuple(made)


def all_marks(view: ArticleView, here: Mark | None = None) -> tuple[Mark, ...]:
    """Return an article's marks with those of its unread stretches and its asides, and the words a reader came for."""
    asides = (
        Mark(part.start, part.end, part.kind.value, "") for part in view.article.parts if group_of(part.kind.value) == "aside"
    )
    unread = (Mark(span.start, span.end, "unread", "") for span in (view.reading.unread if view.reading else ()))
    return (*view.marks, *asides, *unread, *((here,) if here else ()))


def legend(marks: Iterable[Mark]) -> tuple[tuple[str, int], ...]:
    """Return the groups that occur with how many marks each has, in the order of the legend."""
    kinds = [group_of(mark.kind) for mark in marks]
    return tuple((group, kinds.count(group)) for group in ORDER if group in kinds)
