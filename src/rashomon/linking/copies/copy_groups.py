"""Put articles that repeat each other into groups: best pairs first, and not by one chance link between two groups."""

from collections.abc import Iterable

from rashomon.model.ledger import Copy

#: Two groups of several articles each are one where so many pairs link them.
_LINKS = 3
#: One pair of such a score is enough.
_SURE = 0.8


def copy_groups(pairs: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the articles that repeat one text, group by group, each sorted.

    Args:
        pairs: every pair of like articles, in any order.
    """
    ranked = sorted(pairs, key=lambda pair: (-pair.score, pair.article_id, pair.original_id))
    beside: dict[str, set[str]] = {}
    for pair in ranked:
        beside.setdefault(pair.article_id, set()).add(pair.original_id)
        beside.setdefault(pair.original_id, set()).add(pair.article_id)
    of = {key: key for key in beside}
    members = {key: [key] for key in beside}
    for pair in ranked:
        one, other = sorted((of[pair.article_id], of[pair.original_id]), key=lambda key: (-len(members[key]), key))
        if one == other:
            continue
        links = sum(of[near] == one for key in members[other] for near in beside[key])
        if len(members[other]) == 1 or pair.score >= _SURE or links >= _LINKS:
            for key in members[other]:
                of[key] = one
            members[one] += members.pop(other)
    return tuple(tuple(sorted(group)) for group in members.values())
