"""Whether one of two articles repeats the other, and how: by the passages they share, their names, numbers and days."""

import re

from rashomon.linking.contract import Registry
from rashomon.linking.copies.overlaps import Overlap
from rashomon.linking.features import SILENT, Comparison, Feature, weigh
from rashomon.linking.precedence import Precedence, precedence, published
from rashomon.model.ledger import Copy, Reason
from rashomon.model.sources import Article
from rashomon.model.words import CopyKind

#: Pairs below this score are no copies. Set on the training part of a benchmark of reprints, with the weights below.
COPY_AT = 0.48
#: Pairs of which neither has so much of its telling runs in the other are not looked at further.
_WORTH = 0.25
#: In texts of fewer letters another number is another story.
_BRIEF = 300
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_VERBATIM = 0.9
_EXCERPT = 0.45
_CUT = 0.8
_SHOWN = 80
#: Days between two reprints that are soon, and that are late.
_SOON = 2
_LATE = 30


def same_passages(overlap: Overlap, _: None) -> Comparison:
    """What is telling in the one stands in passages that the other has too."""
    longest = " ".join(overlap.longest().split())
    quoted = longest if len(longest) <= _SHOWN else f"{longest[:_SHOWN]}..."
    count = len(overlap.passages)
    shared = f"{count} passages" if count > 1 else "one passage"
    return Comparison(overlap.share, f"{overlap.share:.0%} of what is telling stands in {shared} of both: “{quoted}”")


def same_names(overlap: Overlap, _: None) -> Comparison:
    """The two name the same names."""
    return _agreement(overlap.one.names, overlap.other.names, "names")


def same_numbers(overlap: Overlap, _: None) -> Comparison:
    """The two give the same numbers."""
    return _agreement(overlap.one.numbers, overlap.other.numbers, "numbers")


def other_numbers(overlap: Overlap, _: None) -> Comparison:
    """Each has numbers that the other has not, as when one form is filled in twice; years do not count."""
    ours, theirs = (frozenset(n for n in side.numbers if not _YEAR.match(n)) for side in (overlap.one, overlap.other))
    if not ours - theirs or not theirs - ours:
        return SILENT
    short = min(overlap.one.length, overlap.other.length) < _BRIEF
    most = 2 * len(ours & theirs) < min(len(ours), len(theirs))
    score = -1.0 if short else -0.2 if most else 0.0
    return Comparison(score, f"{', '.join(sorted(ours - theirs)[:3])} against {', '.join(sorted(theirs - ours)[:3])}")


def _agreement(ours: frozenset[str], theirs: frozenset[str], what: str) -> Comparison:
    smaller = min(len(ours), len(theirs))
    if smaller == 0:
        return SILENT
    share = len(ours & theirs) / smaller
    return Comparison(2 * share - 1, f"{len(ours & theirs)} of {smaller} {what} are in both")


def same_days(overlap: Overlap, _: None) -> Comparison:
    """The two are of the same days; what is printed again is mostly printed soon."""
    ours, theirs = published(overlap.one.article), published(overlap.other.article)
    if ours is None or theirs is None or ours.first is None or theirs.first is None:
        return SILENT
    apart = abs((ours.first - theirs.first).days)
    return (
        Comparison(0.5, "published within days") if apart <= _SOON else Comparison(-1.0 * (apart > _LATE), f"{apart} days apart")
    )


FEATURES: tuple[Feature[Overlap, None], ...] = (
    Feature(same_passages, 0.85),
    Feature(same_names, 0.1),
    Feature(same_numbers, 0.05),
    Feature(same_days, 0.1),
    Feature(other_numbers, 0.6),
)


def kind_of(overlap: Overlap, later: Article) -> CopyKind:
    """Return how the later one repeats the first: a shorter one that stands in a longer one is cut out of it."""
    side, first = (overlap.one, overlap.other) if overlap.one.article.id == later.id else (overlap.other, overlap.one)
    if side.share >= _EXCERPT and side.length < _CUT * first.length:
        return CopyKind.EXCERPT
    return CopyKind.VERBATIM if overlap.alike >= _VERBATIM else CopyKind.REWORDED


def verbatim(one: Article, other: Article, length: int, registry: Registry) -> Copy:
    """Return one of two texts of the same letters as a copy of the other; ``length`` is how many letters they have."""
    order = precedence(one, other, registry)
    same = Reason("same_words", 1.0, f"all {length} letters and digits are the same")
    return Copy(order.later.id, order.first.id, CopyKind.VERBATIM, 1.0, (same, _came_first(order)))


def _came_first(order: Precedence) -> Reason:
    return Reason("came_first", 1.0, f"taken for the original: {order.why}")


def copy_of(overlap: Overlap, registry: Registry) -> Copy | None:
    """Return the one as a copy of the other, ``None`` where they share too little."""
    found = weigh(FEATURES, overlap, None) if overlap.share >= _WORTH else None
    if found is None or found.score < COPY_AT:
        return None
    order = precedence(overlap.one.article, overlap.other.article, registry)
    kind = kind_of(overlap, order.later)
    return Copy(order.later.id, order.first.id, kind, found.score, (*found.reasons, _came_first(order)))
