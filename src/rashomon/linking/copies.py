"""Find articles that repeat others: word for word, cut out, or in other words; and which of them came first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.linking.contract import Registry
from rashomon.linking.features import SILENT, Comparison, Feature, weigh
from rashomon.linking.precedence import precedence
from rashomon.linking.shingles import Fingerprint, Run, fingerprints
from rashomon.model.ledger import Copy, Reason
from rashomon.model.sources import Article
from rashomon.model.words import CopyKind

#: A run of words in more texts than this is not rare, and leads each of them to the first `FIRST` of them only.
COMMON = 12
FIRST = 2
#: Pairs below this score are no copies. Set on the training part of a benchmark of reprints, with the weights below.
COPY_AT = 0.45
#: Shared runs that make two texts worth comparing.
FEWEST = 3
#: Shorter texts (in words) are not compared.
SHORTEST = 8
_WHOLE = 0.75
#: In texts of fewer words another number is another story.
_BRIEF = 60
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_VERBATIM = 0.9
_EXCERPT = 0.6
_CUT = 0.8


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two fingerprints, how many rare runs each has, and how many they share."""

    one: Fingerprint
    other: Fingerprint
    shared: int
    rare_one: int
    rare_other: int

    @property
    def contained(self) -> float:
        """Share of the rare runs of the one with fewer that the other has too."""
        return self.shared / max(1, min(self.rare_one, self.rare_other))

    @property
    def alike(self) -> float:
        """Share of the rare runs of both that are in both."""
        return self.shared / max(1, self.rare_one + self.rare_other - self.shared)

    @property
    def whole(self) -> float:
        """Share of all runs of both that are in both: tells the many reprints of one text, whose runs are not rare."""
        shared = len(self.one.runs & self.other.runs)
        return shared / max(1, len(self.one.runs) + len(self.other.runs) - shared)

    @property
    def cut(self) -> float:
        """Length of the shorter one as a share of the longer one's."""
        lengths = len(self.one.words), len(self.other.words)
        return min(lengths) / max(1, *lengths)


def same_runs(overlap: Overlap, _: None) -> Comparison:
    """The two share runs of words that few other texts have, or nearly all of their runs."""
    if overlap.whole >= _WHOLE:
        return Comparison(1.0, f"{overlap.whole:.0%} of all runs of three words are in both")
    return Comparison(
        min(1.0, overlap.alike / 0.3), f"{overlap.alike:.0%} of the runs of three words that few other texts have are in both"
    )


def contains(overlap: Overlap, _: None) -> Comparison:
    """The shorter one stands in the longer one."""
    share = overlap.whole if overlap.whole >= _WHOLE else overlap.contained
    if share < _EXCERPT:
        return SILENT
    return Comparison(share, f"{share:.0%} of the shorter one's telling runs are in the longer one")


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
    short = min(len(overlap.one.words), len(overlap.other.words)) < _BRIEF
    most = 2 * len(ours & theirs) < min(len(ours), len(theirs))
    score = -1.0 if short else -0.4 if most else 0.0
    return Comparison(score, f"{', '.join(sorted(ours - theirs)[:3])} against {', '.join(sorted(theirs - ours)[:3])}")


def _agreement(ours: frozenset[str], theirs: frozenset[str], what: str) -> Comparison:
    smaller = min(len(ours), len(theirs))
    if smaller == 0:
        return SILENT
    share = len(ours & theirs) / smaller
    return Comparison(2 * share - 1, f"{len(ours & theirs)} of {smaller} {what} are in both")


FEATURES: tuple[Feature[Overlap, None], ...] = (
    Feature(same_runs, 0.6),
    Feature(contains, 0.5),
    Feature(same_names, 0.1),
    Feature(same_numbers, 0.1),
    Feature(other_numbers, 0.6),
)


def kind_of(overlap: Overlap) -> CopyKind:
    """Return how the later one repeats the first."""
    if overlap.contained >= _EXCERPT and overlap.cut < _CUT:
        return CopyKind.EXCERPT
    return CopyKind.VERBATIM if max(overlap.alike, overlap.whole) >= _VERBATIM else CopyKind.REWORDED


class _Index:
    """Which texts have which runs."""

    def __init__(self, prints: Iterable[Fingerprint]) -> None:
        self._prints = {found.article.id: found for found in prints}
        self._having: dict[Run, list[str]] = {}
        for article_id in sorted(self._prints):
            for run in self._prints[article_id].runs:
                self._having.setdefault(run, []).append(article_id)

    def _rare(self, runs: Iterable[Run]) -> int:
        return sum(len(self._having[run]) <= COMMON for run in runs)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        counted: Counter[tuple[str, str]] = Counter()
        for having in self._having.values():
            heads = having if len(having) <= COMMON else having[:FIRST]
            counted.update((one, other) for at, one in enumerate(heads) for other in having[at + 1 :])
        return (pair for pair, shared in counted.items() if shared >= FEWEST)

    def overlaps(self) -> Iterator[Overlap]:
        """Yield the pairs worth a look, by ids."""
        rare = {article_id: self._rare(found.runs) for article_id, found in self._prints.items()}
        for one, other in sorted(self._pairs()):
            ours, theirs = self._prints[one], self._prints[other]
            yield Overlap(ours, theirs, self._rare(ours.runs & theirs.runs), rare[one], rare[other])


def _copy(one: Article, other: Article, kind: CopyKind, score: float, reasons: tuple[Reason, ...], registry: Registry) -> Copy:
    order = precedence(one, other, registry)
    came_first = Reason("came_first", 1.0, f"taken for the original: {order.why}")
    return Copy(order.later.id, order.first.id, kind, score, (*reasons, came_first))


def _same_words(prints: Mapping[str, Fingerprint]) -> list[list[Fingerprint]]:
    grouped: dict[tuple[str, ...], list[Fingerprint]] = {}
    for article_id in sorted(prints):
        if len(prints[article_id].words) >= SHORTEST:
            grouped.setdefault(prints[article_id].words, []).append(prints[article_id])
    return list(grouped.values())


def _repeats(articles: Iterable[Article]) -> Iterator[tuple[Article, Article]]:
    placed = {(article.capture, article.n): article for article in articles}
    for article in placed.values():
        first = placed.get((article.capture, article.repeats)) if article.repeats is not None else None
        if first is not None:
            yield first, article


def _found(articles: Iterable[Article], registry: Registry) -> Iterator[Copy]:
    """Every pair of like articles as a copy of the first."""
    listed = list(articles)
    for first, later in _repeats(listed):
        yield Copy(
            later.id, first.id, CopyKind.VERBATIM, 1.0, (Reason("printed_twice", 1.0, "the page prints it a second time"),)
        )
    groups = _same_words(fingerprints(listed))
    for group in groups:
        same = Reason("same_words", 1.0, f"all {len(group[0].words)} words are the same")
        for other in group[1:]:
            yield _copy(group[0].article, other.article, CopyKind.VERBATIM, 1.0, (same,), registry)
    for overlap in _Index(group[0] for group in groups).overlaps():
        found = weigh(FEATURES, overlap, None)
        if found.score >= COPY_AT:
            yield _copy(overlap.one.article, overlap.other.article, kind_of(overlap), found.score, found.reasons, registry)


def _first(article_id: str, originals: Mapping[str, Copy]) -> str:
    """Follow the chain to the article that repeats nothing; where it runs in a circle, the least id on it is first."""
    passed: list[str] = []
    while article_id in originals:
        if article_id in passed:
            return min(passed[passed.index(article_id) :])
        passed.append(article_id)
        article_id = originals[article_id].original_id
    return article_id


def find_copies(articles: Iterable[Article], registry: Registry, no_copies: frozenset[str] = frozenset()) -> tuple[Copy, ...]:
    """Return one copy for each article that repeats another, with the first article of the chain as its original.

    Args:
        articles: each once; their order does not matter.

        registry: knows the outlets' names and families, for credits.

        no_copies: ids of articles that a person said repeat nothing.
    """
    best: dict[str, Copy] = {}
    for found in _found(articles, registry):
        held = best.get(found.article_id)
        if found.article_id not in no_copies and (
            held is None or (-found.score, found.original_id) < (-held.score, held.original_id)
        ):
            best[found.article_id] = found
    copies: list[Copy] = []
    for article_id in sorted(best):
        direct = best[article_id]
        first = _first(article_id, best)
        through = Reason("chain", 1.0, f"through {direct.original_id}")
        reasons = direct.reasons if first == direct.original_id else (*direct.reasons, through)
        if first != article_id:
            copies.append(Copy(article_id, first, direct.kind, direct.score, reasons))
    return tuple(copies)
