"""Why the accounts of an event are one happening: for each, the other account it goes with, and what spoke for that."""

from collections.abc import Iterable, Mapping

from rashomon.linking.events.affinity import affinity, likeness
from rashomon.linking.events.tellings import Telling
from rashomon.model.ledger import Join, Reason

#: How many accounts before it, nearest in time, each account is compared with.
_BEFORE = 12
Forced = Mapping[frozenset[str], Reason]


def forced(retold: Mapping[str, str], merged: Iterable[tuple[str, str]], explained: Iterable[tuple[str, str]]) -> Forced:
    """Return why pairs of accounts go together whatever they look like.

    Args:
        retold: accounts of copies and those of originals.

        merged: pairs that a person merged.

        explained: what is explained, and the account that only explains it.
    """
    reasons = {frozenset(pair): Reason("explanation", 1.0, "the one only explains what the other tells") for pair in explained}
    reasons |= {
        frozenset(pair): Reason("copy", 1.0, "the article of the one repeats that of the other") for pair in retold.items()
    }
    return reasons | {frozenset(pair): Reason("decision", 1.0, "a person said that the two are one") for pair in merged}


def joins(group: Iterable[Telling], order: tuple[str, ...], pairs: Forced) -> tuple[Join, ...]:
    """Return, for each account but the first, the earlier account it goes with best, with score and reasons.

    Args:
        group: the accounts of one event.

        order: their ids as the event lists them, earliest article first.

        pairs: those that go together whatever they look like.
    """
    by_id = {telling.id: telling for telling in group}
    return tuple(_best(by_id, order[max(0, at - _BEFORE) : at], key, pairs) for at, key in enumerate(order) if at)


def _best(by_id: Mapping[str, Telling], before: tuple[str, ...], key: str, pairs: Forced) -> Join:
    told = [other for other in before if frozenset((key, other)) in pairs]
    if told:
        return Join(key, told[0], 1.0, (pairs[frozenset((key, told[0]))],))
    best = max(before, key=lambda other: likeness(by_id[other], by_id[key]))
    found = affinity(by_id[best], by_id[key])
    return Join(key, best, found.score, found.reasons)


def attached(
    groups: Iterable[tuple[Telling, ...]], tellings: Iterable[Telling], explained: Mapping[str, str]
) -> tuple[tuple[Telling, ...], ...]:
    """Return the groups with the accounts that only explain put beside what they explain, or alone where that is in none.

    Args:
        groups: the accounts of each happening, without those that only explain.

        tellings: all accounts.

        explained: accounts that only explain, and what they explain.
    """
    by_id = {telling.id: telling for telling in tellings}
    listed = [list(group) for group in groups]
    at = {telling.id: number for number, group in enumerate(listed) for telling in group}
    for key in sorted(explained.keys() & by_id.keys()):
        if explained[key] in at:
            listed[at[explained[key]]].append(by_id[key])
        else:
            listed.append([by_id[key]])
    return tuple(tuple(sorted(group, key=lambda telling: telling.id)) for group in listed)
