"""Gather anew the accounts that changed, with all whom that may concern, and nobody else.

Accounts are gathered best pairs first (`rashomon.linking.events.merging`). A happening that no changed account comes to belong
to came about by its own pairs only, and comes about in the same way again. So what changed is gathered beside the happenings
that it has pairs with, those taken as they are to all others; where one of them took somebody in or lost one, it counts as
changed itself, and all is gathered again, until nothing more has.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from rashomon.linking.events.merging import Compared, Pair, grouped
from rashomon.linking.events.tellings import Telling
from rashomon.linking.relinking.pairing import Pairs


class Regrouping:
    """Gathers accounts.

    Args:
        tellings: gives some accounts by id.

        pairs: all that are alike enough.

        forced: pairs that go together whatever they look like, the lesser first.

        alone: accounts that a person split off.
    """

    def __init__(
        self,
        tellings: Callable[[Iterable[str]], list[Telling]],
        pairs: Pairs,
        forced: Iterable[tuple[str, str]],
        alone: frozenset[str],
    ) -> None:
        self._tellings = tellings
        self._pairs = pairs
        self._forced: dict[str, list[str]] = {}
        for pair in forced:
            for one, other in (pair, pair[::-1]):
                self._forced.setdefault(one, []).append(other)
        self._alone = alone
        self._compared: Compared = {}

    def groups(
        self, changed: Iterable[str], was: Mapping[str, str], members: Mapping[str, tuple[str, ...]]
    ) -> list[tuple[str, ...]]:
        """Return the groups, each sorted, of all accounts whose group may be another than it was.

        Args:
            changed: accounts that are new, or have other values or pairs.

            was: the group of each account that is still there.

            members: those of each group, gone ones left out.
        """
        region = self._whole(changed, was, members)
        while True:
            around = self._whole({other for key in region for other in self._beside(key)} | region, was, members)
            made = self._gathered(around)
            moved = {key for group in made if _is_new(group, was, members) for key in group}
            more = self._whole(moved, was, members)
            if more <= region:
                return [group for group in made if region.intersection(group)]
            region |= more

    def _whole(self, keys: Iterable[str], was: Mapping[str, str], members: Mapping[str, tuple[str, ...]]) -> set[str]:
        """All accounts of the groups that some accounts were in; one that was in none stands for itself."""
        return {other for key in keys for other in (members[was[key]] if key in was else (key,))}

    def _beside(self, key: str) -> Iterator[str]:
        """Those with whom an account has pairs, or with whom it goes together."""
        yield from (other for other, _ in self._pairs.beside(key))
        yield from self._forced.get(key, ())

    def _gathered(self, keys: set[str]) -> list[tuple[str, ...]]:
        pairs: list[Pair] = []
        forced: list[tuple[str, str]] = []
        for one in keys:
            pairs += ((score, one, other) for other, score in self._pairs.beside(one) if one < other and other in keys)
            forced += ((one, other) for other in self._forced.get(one, ()) if one < other and other in keys)
        self._compared.update(((one, other), score) for score, one, other in pairs)
        tellings = sorted(self._tellings(keys), key=lambda telling: telling.id)
        made = grouped(tellings, pairs, forced, self._alone, compared=self._compared)
        return [tuple(one.id for one in group) for group in made]


def _is_new(group: tuple[str, ...], was: Mapping[str, str], members: Mapping[str, tuple[str, ...]]) -> bool:
    old = was.get(group[0])
    return old is None or members[old] != group
