"""Under which keys an account meets others, so that only accounts that may tell of one happening are compared.

A key depends on nothing but its account: two accounts meet, or not, whatever else there is. Only keys under which too many
meet say nothing any more (`CROWD`).
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rashomon.linking.events.kinds import sort_of
from rashomon.linking.events.tellings import Telling
from rashomon.model.words import PlacePrecision

#: A key that so many accounts have (of one sort of happening, within a few days) leads from none of them to another.
CROWD = 200
#: Days that count as one time.
STRETCH = 4
#: Longer times (in stretches) are looked at from their beginning only.
LONGEST = 12
#: Undated news is as old as this at most (days).
NEWS = 14
#: First and last day, ``None`` where nothing says when.
Span = tuple[date, date] | None
_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.ADMIN1})


def span_of(telling: Telling) -> Span:
    """Return the days an account may tell of, for undated news those before its article; ``None`` where nothing says when."""
    if telling.when is None:
        return (telling.published - timedelta(days=NEWS), telling.published) if telling.published is not None else None
    first = telling.when.first or telling.when.last or date.min
    return first, telling.when.last or first


def _times(telling: Telling) -> tuple[str, ...]:
    """The stretches of days it may stand in, one day on either side included."""
    span = span_of(telling)
    if span is None:
        return ("any",)
    first, last = (span[0].toordinal() - 1) // STRETCH, (span[1].toordinal() + 1) // STRETCH
    return tuple(map(str, range(first, min(last, first + LONGEST) + 1)))


def _where_and_who(telling: Telling) -> Iterator[tuple[str, ...]]:
    """What about an account is worth sharing with another of the same days."""
    for place in telling.places:
        yield "wide" if place.precision in _WIDE else "place", place.name, place.country or ""
        if place.admin1 is not None:
            yield "wide", place.admin1, place.country or ""
    for actor in (*telling.agents.actors, *telling.patients.actors):
        yield "actor", actor.id
    for name in sorted(telling.spots | telling.story.rare):
        yield "name", name


def blocks_of(telling: Telling) -> tuple[str, ...]:
    """Return the keys under which an account meets others, each once."""
    sort = sort_of(telling.account.type)
    keys: list[tuple[str, ...]] = [("article", telling.account.article_id)]
    keys += [("person", sort, person) for person in sorted(telling.patients.persons)]
    keys += [("both", agent.id, patient.id) for agent in telling.agents.actors for patient in telling.patients.actors]
    shared = dict.fromkeys(_where_and_who(telling))
    keys += [(sort, time, *key) for time in _times(telling) for key in shared]
    if telling.day is not None:
        keys.append((sort, "day", telling.day.isoformat()))
    return tuple(dict.fromkeys("\x1f".join(key) for key in keys))


def _overlap(ours: Span, theirs: Span) -> bool:
    """Whether two may be of one time, give or take a day."""
    if ours is None or theirs is None:
        return True
    return (ours[0] - theirs[1]).days <= 1 and (theirs[0] - ours[1]).days <= 1


def meetings(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs of accounts that share a key and may be of one time, each once, in the order given.

    Only the keys are held in memory, not the pairs, of which there are many more.
    """
    blocks: dict[str, list[int]] = {}
    standing: list[list[list[int]]] = []
    for at, telling in enumerate(tellings):
        standing.append([blocks.setdefault(key, []) for key in blocks_of(telling)])
        for members in standing[at]:
            members.append(at)
    spans = [span_of(telling) for telling in tellings]
    for at, one in enumerate(tellings):
        others = {other for members in standing[at] if len(members) <= CROWD for other in members if other > at}
        yield from ((one, tellings[other]) for other in sorted(others) if _overlap(spans[at], spans[other]))
