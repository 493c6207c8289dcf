"""The middle of a run, continued: whom the accounts of the articles that are concerned meet, and what groups come of it."""

import json
from collections.abc import Callable, Iterable, Mapping

from rashomon.linking.events.merging import scored
from rashomon.linking.events.tellings import Telling
from rashomon.linking.relinking.faces import Reviving, refers
from rashomon.linking.relinking.known import Known
from rashomon.linking.relinking.meeting import Meeting
from rashomon.linking.relinking.regrouping import Regrouping
from rashomon.linking.stories.stories import Rarities

Pairs = dict[tuple[str, str], float]


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
        self._reviving = Reviving(known.actor, known.places.__getitem__, rarities)

    def fetch(self, account_ids: Iterable[str]) -> list[Telling]:
        """Return some accounts, in the order given."""
        listed = list(account_ids)
        missing = {self._article_of[key] for key in listed if key not in self._told}
        if missing:
            lines = self._known.memory.tellings(sorted(missing))
            self._known.find_places(place for line in lines.values() for place in refers(line))
            for article_id, line in lines.items():
                self._told.update((one.id, one) for one in self._reviving.told(article_id, line))
        return [self._told[key] for key in listed]


def rescored(known: Known, meeting: Meeting, changed: frozenset[str], fetch: Callable[[Iterable[str]], list[Telling]]) -> Pairs:
    """Return all pairs of accounts that are alike enough, with their scores: those of the changed ones anew.

    Args:
        known: the articles.

        meeting: who meets whom.

        changed: ids of accounts that are new or whose values or meetings are others.

        fetch: gives accounts.
    """
    there = set(meeting.ids) - changed
    pairs: Pairs = {}
    ids, ones, others, scores = json.loads(known.memory.value("pairs") or "[[],[],[],[]]")
    for one, other, score in zip(ones, others, scores, strict=True):
        if ids[one] in there and ids[other] in there:
            pairs[ids[one], ids[other]] = score
    for own, beside in meeting.met(changed):
        told, *near = fetch((own, *beside))
        found = (scored(told, other) if own < other.id else scored(other, told) for other in near)
        pairs.update(((one, other), score) for score, one, other in filter(None, found))
    return pairs


def kept_pairs(pairs: Pairs) -> str:
    """Return pairs as they are kept."""
    ids = sorted({key for pair in pairs for key in pair})
    at = {key: number for number, key in enumerate(ids)}
    return json.dumps([ids, [at[one] for one, _ in pairs], [at[other] for _, other in pairs], list(pairs.values())])


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
        fetch: Callable[[Iterable[str]], list[Telling]],
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
        beside: dict[str, list[str]] = {}
        for one, other in {*pairs, *self._forced}:
            if one in there and other in there:
                beside.setdefault(one, []).append(other)
                beside.setdefault(other, []).append(one)
        regrouping = Regrouping(self.fetch, pairs, beside, self._forced, self._alone)
        now = was.copy()
        for gathered in regrouping.groups((changed & there) | torn, was, held):
            now.update(dict.fromkeys(gathered, gathered[0]))
        return now
