"""What maps and charts of an answer are drawn from: events by place, and by month and kind."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.model.words import PlacePrecision
from rashomon.store.pages.views import PlaceLine
from rashomon.store.search.columns import NONE, Columns, Flags, Numbers

#: Kinds that a chart keeps apart; all others are one.
KINDS_AT_MOST = 6
#: Pairs of place and month that a map is given; where there are more, it is given years.
MONTHS_AT_MOST = 20_000
_YEAR = 4
#: What a chart may be broken down by.
KINDS = ("type", "status", "country", "actor", "outlet")


@dataclass(frozen=True, slots=True)
class Placed:
    """Events by their best supported place; ``unplaced`` have no place with coordinates."""

    places: tuple[PlaceLine, ...]
    total: int
    unplaced: int


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of a chart: its value and label, how many events in all, and how many in each month."""

    value: str
    label: str
    total: int
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """A chart's numbers: rows by month. An event of two countries, actors or outlets counts in each of its rows.

    Args:
        others: how many kinds are not shown.

        undated: events that no month counts.
    """

    by: str
    months: tuple[str, ...]
    rows: tuple[Row, ...]
    others: int
    total: int
    undated: int


def placed(columns: Columns, flags: Flags) -> Placed:
    """Return where events are, the place with most events first."""
    main = columns.main_place[flags]
    counts = np.bincount(main[main != NONE], minlength=len(columns.places))
    loud = np.bincount(main[(main != NONE) & (columns.disputed[flags] == 1)], minlength=len(columns.places))
    months = _months(columns, flags)
    lines = []
    for at in np.argsort(-counts, kind="stable").tolist():
        if counts[at] == 0:
            break
        lines.append(_line(columns, at, int(counts[at]), int(loud[at]), months.get(at, ())))
    total = int(flags.sum())
    drawn = sum(line.events for line in lines if line.lat is not None or line.precision == PlacePrecision.COUNTRY)
    return Placed(tuple(lines), total, total - drawn)


def _months(columns: Columns, flags: Flags) -> dict[int, tuple[tuple[str, int], ...]]:
    """Return the events of each place by month; by year where the months would be too many to send."""
    chosen = flags & (columns.main_place != NONE)
    width = len(columns.months) + 1
    pairs, numbers = np.unique(
        columns.main_place[chosen].astype(np.int64) * width + columns.month[chosen] + 1, return_counts=True
    )
    letters = None if len(pairs) <= MONTHS_AT_MOST else _YEAR
    found: dict[int, dict[str, int]] = {}
    for pair, number in zip(pairs.tolist(), numbers.tolist(), strict=True):
        place, month = divmod(pair, width)
        name, held = columns.months[month - 1][:letters] if month else "", found.setdefault(place, {})
        held[name] = held.get(name, 0) + number
    return {place: tuple(several.items()) for place, several in found.items()}


def _line(columns: Columns, at: int, events: int, disputed: int, months: tuple[tuple[str, int], ...]) -> PlaceLine:
    lat, lon = float(columns.lat[at]), float(columns.lon[at])
    known = not (np.isnan(lat) or np.isnan(lon))
    return PlaceLine(
        id=columns.places[at],
        name=columns.place_names[at],
        country=columns.place_countries[at] or None,
        precision=PlacePrecision(columns.precision[at]),
        lat=lat if known else None,
        lon=lon if known else None,
        events=events,
        disputed=disputed,
        months=months,
    )


def counts(columns: Columns, flags: Flags, by: str) -> Counts:
    """Return how many events of each kind fall into each month, from the first month that has one to the last."""
    months = columns.month[flags]
    stated = months[months != NONE]
    first, last = (int(stated.min()), int(stated.max())) if len(stated) else (0, -1)
    positions, what, names, labels = _kinds(columns, flags, by)
    totals = np.bincount(what, minlength=len(names))
    order = [at for at in np.argsort(-totals, kind="stable").tolist() if totals[at]]
    rows = tuple(
        _row(columns.month[positions[what == at]], names[at], labels[at], int(totals[at]), first, last)
        for at in order[:KINDS_AT_MOST]
    )
    shown = columns.months[first : last + 1]
    return Counts(by, shown, rows, max(0, len(order) - KINDS_AT_MOST), int(flags.sum()), int((months == NONE).sum()))


def _row(months: Numbers, value: str, label: str, total: int, first: int, last: int) -> Row:
    counted = np.bincount(months[months != NONE], minlength=last + 1)[first : last + 1]
    return Row(value, label, total, tuple(counted.tolist()))


def _kinds(columns: Columns, flags: Flags, by: str) -> tuple[Numbers, Numbers, Sequence[str], Sequence[str]]:
    """Return positions of events, what each has, and the names and labels of what there is."""
    if by in {"country", "actor", "outlet"}:
        of: Numbers = getattr(columns, f"of_{by}")
        what: Numbers = getattr(columns, by)
        chosen = flags[of]
        names = {"country": columns.countries, "actor": columns.actors, "outlet": columns.outlets}[by]
        return of[chosen], what[chosen], names, columns.actor_names if by == "actor" else names
    own: Numbers = columns.status if by == "status" else columns.type
    names = columns.statuses if by == "status" else columns.types
    return np.flatnonzero(flags), own[flags], names, names
