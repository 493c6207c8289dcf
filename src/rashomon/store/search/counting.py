"""The ways to narrow an answer, each with its exact counts under all the other choices."""

from collections.abc import Callable, Mapping, Sequence
from heapq import nsmallest

import numpy as np

from rashomon.store.search.columns import Columns, Flags, Numbers
from rashomon.store.search.facets import Facet, FacetValue
from rashomon.store.search.narrowing import Narrowing

#: Values that a facet of names shows, besides the chosen one.
NAMES_AT_MOST = 30
#: The choices of independence: exactly so many roots, or at least so many.
ROOTS = ("1", "2+", "3+", "5+")
_Counted = Sequence[tuple[str, str, int]]


def facets(
    columns: Columns, narrowing: Narrowing, searched: Flags, allowed: Mapping[str, Flags], chosen: Mapping[str, str | None]
) -> tuple[Facet, ...]:
    """Return the facets of an answer.

    Args:
        columns: of all events.

        narrowing: knows grades and parts of actors.

        searched: the events that the words find.

        allowed: the events that each other field allows; a facet's own field does not narrow its counts.

        chosen: the value chosen for each facet, ``None`` where none is.
    """

    def under(name: str) -> Flags:
        """Return the events that all other choices leave; both ends of a stretch of time are of the months."""
        own = {"month", "after", "before"} if name == "month" else {name}
        flags = searched.copy()
        for field, events in allowed.items():
            if field not in own:
                flags &= events
        return flags

    ways: dict[str, Callable[[Flags], _Counted]] = {
        "month": lambda flags: _plain(columns.month[flags], columns.months),
        "country": lambda flags: _pairs(flags, columns.of_country, columns.country, columns.countries),
        "type": lambda flags: _plain(columns.type[flags], columns.types),
        "status": lambda flags: _plain(columns.status[flags], columns.statuses),
        "actor": lambda flags: _pairs(flags, columns.of_actor, columns.actor, columns.actors, columns.actor_names),
        "outlet": lambda flags: _pairs(flags, columns.of_outlet, columns.outlet, columns.outlets),
        "grade": lambda flags: _grades(narrowing.best_grades()[flags]),
        "roots": lambda flags: _roots(columns.independent[flags]),
    }
    return tuple(Facet(name, _values(name, count(under(name)), chosen.get(name))) for name, count in ways.items())


def part_counts(columns: Columns, narrowing: Narrowing, actor_id: str, flags: Flags) -> tuple[FacetValue, ...]:
    """Return the parts of an actor that have events among these, most first."""
    parts = narrowing.parts_of(actor_id)
    counted = np.bincount(columns.actor[flags[columns.of_actor]], minlength=len(columns.actors))
    found = [FacetValue(columns.actors[at], columns.actor_names[at], int(counted[at])) for at in parts if counted[at]]
    return tuple(sorted(found, key=lambda value: (-value.count, value.label)))


def _plain(positions: Numbers, names: Sequence[str]) -> _Counted:
    counts = np.bincount(positions[positions >= 0], minlength=len(names)).tolist()
    return [(name, name, n) for name, n in zip(names, counts, strict=True) if n]


def _pairs(flags: Flags, of: Numbers, what: Numbers, names: Sequence[str], labels: Sequence[str] | None = None) -> _Counted:
    counts = np.bincount(what[flags[of]], minlength=len(names))
    shown = names if labels is None else labels
    return [(names[at], shown[at], int(counts[at])) for at in np.flatnonzero(counts).tolist()]


def _grades(best: Numbers) -> _Counted:
    return [(letter, letter, n) for letter in "ABCDEF" if (n := int((best == ord(letter)).sum()))]


def _roots(independent: Numbers) -> _Counted:
    found = []
    for choice in ROOTS:
        number = int(choice.removesuffix("+"))
        n = int((independent >= number).sum() if choice.endswith("+") else (independent == number).sum())
        found.append((choice, choice, n))
    return [counted for counted in found if counted[2]]


def _values(name: str, counted: _Counted, chosen: str | None) -> tuple[FacetValue, ...]:
    """Return a facet's values, most frequent first; of long lists of names the chosen one stays, however rare it is."""
    at_most = NAMES_AT_MOST if name in {"actor", "outlet"} else len(counted)
    shown = counted if name in {"roots", "grade"} else nsmallest(at_most, counted, key=lambda one: (-one[2], one[0]))
    rare = [] if chosen is None else [one for one in counted if one[0] == chosen and one not in shown]
    return tuple(FacetValue(value, label.replace("_", " "), count, value == chosen) for value, label, count in (*shown, *rare))
