"""Gather accounts into happenings: best pairs first, and never across what is forbidden.

Only accounts that share a key (`rashomon.linking.events.blocks`) are compared, so that the work grows with the number of accounts
and not with its square.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rashomon.linking.events.affinity import MERGE_AT, MERGE_BESIDE, likeness
from rashomon.linking.events.barring import forbidden, forbidden_closer
from rashomon.linking.events.blocks import meetings
from rashomon.linking.events.tellings import Telling

#: Members of each group that are compared when two groups are joined.
_FACES = 6


@dataclass(frozen=True, slots=True)
class Caution:
    """How alike accounts must be to be one happening.

    Args:
        at: two accounts of different articles.

        beside: two accounts of one article.

        whole: two groups, on the average of their members, as a share of ``at``.

        apart: whether one article never tells twice of one happening.
    """

    at: float = MERGE_AT
    beside: float = MERGE_BESIDE
    whole: float = 0.6
    apart: bool = False


#: How careful the ledger is.
USUAL = Caution()
#: A score and two accounts, the lesser id first.
Pair = tuple[float, str, str]
#: Scores of pairs that were compared, the lesser id first; ``None`` where they can never be one happening.
Compared = dict[tuple[str, str], float | None]


class Groups:
    """Accounts in disjoint groups that only grow where nothing forbids it."""

    def __init__(
        self, tellings: Sequence[Telling], alone: frozenset[str], caution: Caution = USUAL, compared: Compared | None = None
    ) -> None:
        self._caution = caution
        self._by_id = {telling.id: telling for telling in tellings}
        self._of = {key: key for key in self._by_id}
        self._members: dict[str, list[str]] = {key: [key] for key in self._by_id}
        self._alone = alone
        self._compared: Compared = {} if compared is None else compared
        self._span = {telling.id: (telling.day, telling.day) for telling in tellings if telling.day is not None}

    def _join(self, one: str, other: str) -> None:
        keep, give = sorted((self._of[one], self._of[other]))
        if keep != give:
            for key in self._members[give]:
                self._of[key] = keep
            self._members[keep] = sorted(self._members[keep] + self._members.pop(give))
            spans = [self._span[group] for group in (keep, give) if group in self._span]
            if spans:
                self._span[keep] = (min(span[0] for span in spans), max(span[1] for span in spans))

    def _days_fit(self, one: str, other: str) -> bool:
        """Whether all the days told in two groups are at most one apart."""
        spans = [self._span[group] for group in (self._of[one], self._of[other]) if group in self._span]
        return not spans or max(span[1] for span in spans) - min(span[0] for span in spans) <= timedelta(days=1)

    def force(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Join accounts whatever speaks against it (copies and decisions), but for those that stay alone."""
        for one, other in pairs:
            if one in self._of and other in self._of and not {one, other} & self._alone:
                self._join(one, other)

    def _may_join(self, one: str, other: str) -> bool:
        """Whether no member of the one group is forbidden beside one of the other, as far as they are looked at."""
        if not self._days_fit(one, other):
            return False
        ours, theirs = self._members[self._of[one]], self._members[self._of[other]]
        shown, beside = {one, *ours[:_FACES]}, {other, *theirs[:_FACES]}
        scores: list[float] = []
        for pair in ((a, b) if a < b else (b, a) for a in shown for b in beside):
            score = self._compared[pair] if pair in self._compared else self._score(*pair)
            if score is None:
                return False
            scores.append(score)
        return math.fsum(scores) / len(scores) >= self._caution.whole * self._caution.at

    def _score(self, one: str, other: str) -> float | None:
        """How alike two accounts are, ``None`` where they can never be one happening; each pair is compared once."""
        if (one, other) not in self._compared:
            ours, theirs = self._by_id[one], self._by_id[other]
            apart = (self._caution.apart and _beside(ours, theirs)) or forbidden(ours, theirs) is not None
            self._compared[one, other] = None if apart else likeness(ours, theirs)
        return self._compared[one, other]

    def merge(self, pairs: Iterable[Pair]) -> None:
        """Join the pairs, best first."""
        for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            if self._of[one] != self._of[other] and not {one, other} & self._alone and self._may_join(one, other):
                self._join(one, other)

    def listed(self) -> tuple[tuple[Telling, ...], ...]:
        """Return the groups, each by id, in the order of their least ids."""
        return tuple(tuple(self._by_id[key] for key in self._members[group]) for group in sorted(self._members))


def _beside(one: Telling, other: Telling) -> bool:
    return one.account.article_id == other.account.article_id


def scored(one: Telling, other: Telling, caution: Caution = USUAL, *, sieved: bool = False) -> Pair | None:
    """Return the pair with its score, ``None`` where the two are no one happening by themselves.

    Args:
        one: the account of the lesser id.

        other: the other.

        caution: how alike they must be.

        sieved: whether types, days and places are known to forbid nothing.
    """
    beside, why_not = _beside(one, other), forbidden_closer if sieved else forbidden
    if (beside and caution.apart) or why_not(one, other) is not None:
        return None
    least = caution.beside if beside and not (one.headline or other.headline) else caution.at
    score = likeness(one, other, least)
    return (score, one.id, other.id) if score >= least else None


def gather(
    tellings: tuple[Telling, ...],
    retold: Mapping[str, str],
    together: Iterable[tuple[str, str]] = (),
    alone: frozenset[str] = frozenset(),
    caution: Caution = USUAL,
) -> tuple[tuple[Telling, ...], ...]:
    """Return the accounts in groups, one for each happening.

    Args:
        tellings: by id, each once.

        retold: accounts of copies and those of originals; they always go together.

        together: pairs that a person merged.

        alone: accounts that a person split off.

        caution: how alike they must be.
    """
    ordered = sorted(tellings, key=lambda telling: telling.id)
    found = (scored(one, other, caution) for one, other in meetings(ordered))
    return grouped(tellings, [pair for pair in found if pair is not None], [*retold.items(), *together], alone, caution)


def grouped(
    tellings: Sequence[Telling],
    pairs: Iterable[Pair],
    forced: Iterable[tuple[str, str]],
    alone: frozenset[str] = frozenset(),
    caution: Caution = USUAL,
    compared: Compared | None = None,
) -> tuple[tuple[Telling, ...], ...]:
    """Return the accounts in groups by the pairs that are alike and those that are forced.

    What is compared on the way is looked up in ``compared``, and noted there.

    Accounts that no chain of pairs connects do not influence each other, so what is connected can be grouped by itself.
    """
    groups = Groups(tellings, alone, caution, compared)
    groups.force(sorted(forced))
    groups.merge(pairs)
    return groups.listed()
