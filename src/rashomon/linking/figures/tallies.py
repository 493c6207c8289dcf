"""Published counts beside what the ledger itself holds: how many of the attacks that a group claims does anybody tell?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Event, Series
from rashomon.model.ranges import Range
from rashomon.model.reading import Figure
from rashomon.model.words import ATTACKS

#: An event dated more loosely (days) may itself be a published count.
_LOOSE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Tally:
    """A published count with the ids of the ledger's own events of its time and actor."""

    figure_id: str
    period: DateInterval
    published: Range
    events: tuple[str, ...]


def tallies(
    series: Series, figures: Mapping[str, Figure], events: Iterable[Event], names: Mapping[str, str]
) -> tuple[Tally, ...]:
    """Return the counts of a series with the ledger's own events; nothing where the series names no actor.

    Args:
        series: what is published.

        figures: by id.

        events: all that the ledger holds.

        names: of actors, by id.
    """
    actors = {key for key, name in names.items() if name == series.source or name in series.what}
    single = (event for event in events if event.type in ATTACKS and not event.happenings)
    own = [event for event in single if any(agent.value in actors for agent in event.agents)]
    found = []
    for figure in (figures[key] for key in series.figures if key in figures):
        if actors and figure.period is not None:
            inside = sorted(event.id for event in own if event.date is not None and _inside(event.date, figure.period))
            found.append(Tally(figure.id, figure.period, figure.value, tuple(inside)))
    return tuple(found)


def _inside(when: DateInterval, period: DateInterval) -> bool:
    """Whether a day, or a few, lie in a period."""
    if when.first is None or when.last is None or when.last - when.first > _LOOSE:
        return False
    return (period.first is None or period.first <= when.first) and (period.last is None or when.last <= period.last)
