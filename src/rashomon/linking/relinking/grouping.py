"""The middle of a run, continued: whom the accounts of the articles that are concerned meet, and what groups come of it."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np

from rashomon.linking.events.merging import Pair, scored
from rashomon.linking.events.tellings import Telling
from rashomon.linking.relinking.faces import Reviving
from rashomon.linking.relinking.known import Known
from rashomon.linking.relinking.meeting import Meeting, Numbers
from rashomon.linking.relinking.pairing import Pairs
from rashomon.linking.relinking.regrouping import Regrouping
from rashomon.linking.relinking.sieving import Sieve
from rashomon.linking.stories.stories import Rarities

#: Gives accounts by id, in the order given.
Fetch = Callable[[Iterable[str]], list[Telling]]
#: Accounts whose others are fetched together.
_TOGETHER = 500


class Revived:
    """Accounts for comparing: those of this run, and others as they were kept.

    Args:
        known: the articles; ``article_of`` the article of each account.

        told: the accounts of this run.

        rarities: how rare terms are.
    """

    def __init__(self, known: Known, article_of: Mapping[str, str], told: Mapping[str, Telling], rarities: Rarities) -> None:
        self._known = known
        self._article_of = article_of
        self._told = dict(told)
        self._lines: dict[str, str] = {}
        self._reviving = Reviving(known.actor, known.places.__getitem__, rarities)

    def fetch(self, account_ids: Iterable[str]) -> list[Telling]:
        """Return some accounts, in the order given."""
        listed = list(account_ids)
        missing: dict[str, set[str]] = {}
        for key in listed:
            if key not in self._told:
                missing.setdefault(self._article_of[key], set()).add(key)
        if missing:
            lines = self._known.memory.tellings(sorted(missing.keys() - self._lines.keys()))
            self._lines |= {article_id: line.partition("\n")[0] for article_id, line in lines.items()}
            looks = (look for article_id in missing for look in self._known.now[article_id].looks)
            self._known.find_places(place for look in looks for place in look[3])
            for article_id, wanted in missing.items():
                self._told.update((one.id, one) for one in self._reviving.told(article_id, self._lines[article_id], wanted))
        return [self._told[key] for key in listed]


def rescored(
    known: Known, meeting: Meeting, changed: frozenset[str], crowded: frozenset[str], fetch: Fetch
) -> tuple[Pairs, frozenset[str]]:
    """Return all pairs of accounts that are alike enough, with their scores, and the other accounts that lost a pair.

    Args:
        known: the articles.

        meeting: who meets whom.

        changed: ids of accounts that are new or whose values or meetings are others; their pairs are made anew.

        crowded: ids of accounts with a key that leads nowhere any more; of their pairs those are left out that meet no more.

        fetch: gives accounts.
    """
    there = Pairs.kept(known.memory.value("pairs")).among(meeting.ids, changed)
    both = there.between(crowded)
    ones, others = there.ones[both].tolist(), there.others[both].tolist()
    lost = meeting.strangers(ones, others)
    parted = {meeting.ids[number] for number in (*itertools.compress(ones, lost), *itertools.compress(others, lost))}
    pairs = there.without(both[lost]).with_more(_alike(Sieve(meeting.looks, known.found_places), meeting, changed, fetch))
    return pairs, frozenset(parted)


def _alike(sieve: Sieve, meeting: Meeting, changed: frozenset[str], fetch: Fetch) -> Iterator[Pair]:
    """The pairs of changed accounts with those they meet."""
    for few in _several(meeting.met(changed)):
        sieve.see(np.unique(np.concatenate([[one for one, _ in few], *(others for _, others in few)])))
        left = [(one, sieve.left(one, others)) for one, others in few]
        wanted = np.unique(np.concatenate([others for _, others in left]))
        fetch(meeting.ids[one] for one in wanted.tolist())
        for number, others in left:
            told, *near = fetch(meeting.ids[one] for one in (number, *others.tolist()))
            pairs = ((told, other) if told.id < other.id else (other, told) for other in near)
            yield from filter(None, (scored(one, other, sieved=True) for one, other in pairs))


def _several(met: Iterator[tuple[int, Numbers]]) -> Iterator[list[tuple[int, Numbers]]]:
    """Who meets whom, so many at a time that their accounts are fetched together."""
    while few := list(itertools.islice(met, _TOGETHER)):
        yield few


class Grouping:
    """Gathers accounts into happenings.

    Args:
        known: the articles.

        fetch: gives accounts.

        forced: pairs that go together whatever they look like, the lesser first.

        alone: accounts that a person split off.
    """

    def __init__(
        self,
        known: Known,
        fetch: Fetch,
        forced: frozenset[tuple[str, str]],
        alone: frozenset[str],
    ) -> None:
        self.fetch = fetch
        self._forced = forced
        self._alone = alone
        self.was: dict[str, str] = json.loads(known.memory.value("groups") or "{}")

    def groups(self, pairs: Pairs, standing: Iterable[str], changed: frozenset[str]) -> dict[str, str]:
        """Return the group of each account, named after its least.

        Args:
            pairs: those that are alike enough.

            standing: all accounts that are gathered.

            changed: those that are new, or have other values, pairs or forced ones.
        """
        there = frozenset(standing)
        members: dict[str, list[str]] = {}
        for key, group in self.was.items():
            if key in there:
                members.setdefault(group, []).append(key)
        held = {group: tuple(sorted(own)) for group, own in members.items()}
        was = {key: group for key, group in self.was.items() if key in there}
        torn = {key for lost, group in self.was.items() if lost not in there for key in held.get(group, ())}
        forced = ((one, other) for one, other in self._forced if one in there and other in there)
        regrouping = Regrouping(self.fetch, pairs, forced, self._alone)
        now = was.copy()
        for gathered in regrouping.groups((changed & there) | torn, was, held):
            now.update(dict.fromkeys(gathered, gathered[0]))
        return now
