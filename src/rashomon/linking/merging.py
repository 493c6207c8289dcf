"""Gather accounts into happenings: best pairs first, and never across what is forbidden.

Only accounts that share an article, a victim, or a place or actor at one time are compared, and of many such only those
next to each other in time, so that the work grows with the number of accounts and not with its square.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from rashomon.linking.affinity import MERGE_AT, MERGE_BESIDE, affinity, forbidden
from rashomon.linking.kinds import families
from rashomon.linking.tellings import Telling
from rashomon.model.words import PlacePrecision

#: How many neighbours in time each account of a block is compared with.
WINDOW = 24
#: Members of each group that are compared when two groups are joined.
_FACES = 6
_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.ADMIN1})


def _months(telling: Telling) -> tuple[str, ...]:
    """The months it may have happened in, of at most one on either side; ``any`` where no date is known."""
    when = telling.when
    first = (when.first or when.last) if when is not None else telling.published
    if first is None:
        return ("any",)
    last = when.last if when is not None and when.last is not None else first
    days = (first - timedelta(days=1), first, min(last, first + timedelta(days=45)) + timedelta(days=1))
    return tuple(dict.fromkeys(day.strftime("%Y-%m") for day in days))


def _where_and_who(telling: Telling) -> Iterator[tuple[str, ...]]:
    """What about an account is worth sharing with another of the same month."""
    for place in telling.places:
        own = "wide" if place.precision in _WIDE else "place"
        yield own, place.name, place.country or ""
        if place.admin1 is not None:
            yield "wide", place.admin1, place.country or ""
    for actor in (*telling.agents.actors, *telling.patients.actors):
        yield "actor", actor.id
    for name in sorted(telling.spots | telling.story.rare):
        yield "name", name


def _blocks(telling: Telling) -> Iterator[tuple[str, ...]]:
    """Keys under which an account meets others."""
    yield "article", telling.account.article_id
    shared = tuple(dict.fromkeys(_where_and_who(telling)))
    months = _months(telling)
    for family in families(telling.account.type):
        if telling.day is not None:
            yield "day", family, telling.day.isoformat()
        for person in sorted(telling.patients.persons):
            yield "person", family, person
        for month in months:
            yield from ((family, month, *key) for key in shared)
    for agent in telling.agents.actors:
        for patient in telling.patients.actors:
            yield "both", agent.id, patient.id


def _in_time(telling: Telling) -> tuple[bool, date, str]:
    when = telling.when
    day = (when.first or when.last) if when is not None else telling.published
    return day is None, day or date.min, telling.id


def _candidates(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    blocks: dict[tuple[str, ...], list[Telling]] = {}
    for telling in tellings:
        for block in dict.fromkeys(_blocks(telling)):
            blocks.setdefault(block, []).append(telling)
    seen: set[tuple[str, str]] = set()
    for members in blocks.values():
        ordered = sorted(members, key=_in_time)
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + WINDOW]:
                pair = (min(one.id, other.id), max(one.id, other.id))
                if pair not in seen:
                    seen.add(pair)
                    yield one, other


class Groups:
    """Accounts in disjoint groups that only grow where nothing forbids it."""

    def __init__(self, tellings: Sequence[Telling], alone: frozenset[str]) -> None:
        self._by_id = {telling.id: telling for telling in tellings}
        self._of = {key: key for key in self._by_id}
        self._members: dict[str, list[str]] = {key: [key] for key in self._by_id}
        self._alone = alone
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
        ours, theirs = self._members[self._of[one]], self._members[self._of[other]]
        faces = ([one, *ours[:_FACES]], [other, *theirs[:_FACES]])
        pairs = {(a, b) for a in faces[0] for b in faces[1]}
        if not self._days_fit(one, other):
            return False
        if any(forbidden(self._by_id[a], self._by_id[b]) is not None for a, b in pairs):
            return False
        mean = sum(affinity(self._by_id[a], self._by_id[b]).score for a, b in pairs) / len(pairs)
        return mean >= 0.6 * MERGE_AT

    def merge(self, pairs: Iterable[tuple[float, str, str]]) -> None:
        """Join the pairs, best first."""
        for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            if self._of[one] != self._of[other] and not {one, other} & self._alone and self._may_join(one, other):
                self._join(one, other)

    def listed(self) -> tuple[tuple[Telling, ...], ...]:
        """Return the groups, each by id, in the order of their least ids."""
        return tuple(tuple(self._by_id[key] for key in self._members[group]) for group in sorted(self._members))


def _scored(tellings: Iterable[Telling]) -> Iterator[tuple[float, str, str]]:
    for one, other in _candidates(tellings):
        if forbidden(one, other) is None:
            score = affinity(one, other).score
            beside = one.account.article_id == other.account.article_id
            if score >= (MERGE_BESIDE if beside else MERGE_AT):
                yield score, min(one.id, other.id), max(one.id, other.id)


def gather(
    tellings: tuple[Telling, ...],
    retold: Mapping[str, str],
    together: Iterable[tuple[str, str]] = (),
    alone: frozenset[str] = frozenset(),
) -> tuple[tuple[Telling, ...], ...]:
    """Return the accounts in groups, one for each happening.

    Args:
        tellings: by id, each once.

        retold: accounts of copies and those of originals; they always go together.

        together: pairs that a person merged.

        alone: accounts that a person split off.
    """
    groups = Groups(tellings, alone)
    groups.force([*sorted(retold.items()), *sorted(together)])
    groups.merge(_scored(tellings))
    return groups.listed()
