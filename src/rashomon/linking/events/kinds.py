"""Which event types may tell the same happening."""

from functools import cache

from rashomon.model.words import EventType as Type

_GROUPS: tuple[frozenset[Type], ...] = (
    frozenset({Type.ATTACK, Type.BOMBING, Type.SUICIDE_ATTACK, Type.SABOTAGE, Type.KILLING, Type.ASSASSINATION}),
    frozenset(
        {Type.ATTACK, Type.AIRSTRIKE, Type.DRONE_OR_MISSILE_STRIKE, Type.SHELLING_OR_ROCKET, Type.KILLING, Type.ASSASSINATION}
    ),
    frozenset({Type.BOMBING, Type.AIRSTRIKE, Type.DRONE_OR_MISSILE_STRIKE, Type.SHELLING_OR_ROCKET}),
    frozenset({Type.ATTACK, Type.ARMED_CLASH, Type.KILLING, Type.ASSASSINATION, Type.OFFENSIVE_LAUNCHED}),
    frozenset({Type.ATTACK, Type.ARMED_CLASH, Type.OFFENSIVE_LAUNCHED, Type.TERRITORY_TAKEN}),
    frozenset({Type.TERRITORY_TAKEN, Type.WITHDRAWAL, Type.SURRENDER}),
    frozenset({Type.ARREST, Type.KIDNAPPING}),
    frozenset({Type.ATTACK, Type.KIDNAPPING}),
    frozenset({Type.PROTEST, Type.RIOT}),
    frozenset({Type.MEETING_OR_VISIT, Type.AGREEMENT}),
    frozenset({Type.RELEASE, Type.AGREEMENT}),
    frozenset({Type.THREAT, Type.STATEMENT_OR_PROPAGANDA}),
    frozenset({Type.APPOINTMENT, Type.ELECTION_OR_GOVERNMENT_FORMATION}),
)
#: Types that only say that something violent was done; another type of the same event says more.
VAGUE = frozenset({Type.ATTACK, Type.KILLING, Type.OTHER})
#: Types in which both sides do the same.
MUTUAL = frozenset({Type.ARMED_CLASH, Type.MEETING_OR_VISIT, Type.AGREEMENT})


@cache
def compatible(one: Type, other: Type) -> bool:
    """Return whether two accounts of these types may tell one happening."""
    return one == other or any(one in group and other in group for group in _GROUPS)


def families(kind: Type) -> tuple[str, ...]:
    """Return names of the groups a type is in, or its own name; compatible types share at least one."""
    return tuple(f"g{at}" for at, group in enumerate(_GROUPS) if kind in group) or (str(kind),)


def _sorts() -> dict[Type, str]:
    """For each type the least type that it may be mistaken for, directly or through others."""
    joined: list[frozenset[Type]] = []
    for group in _GROUPS:
        apart = [other for other in joined if not other & group]
        joined = [*apart, group.union(*(other for other in joined if other & group))]
    return {kind: min(group) for group in joined for kind in group}


_SORTS = _sorts()


def sort_of(kind: Type) -> str:
    """Return the sort of happening a type belongs to; types of two sorts never tell of one happening."""
    return _SORTS.get(kind, kind)
