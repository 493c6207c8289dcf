"""What one watch sees: the events that something happened to since it looked last, and what stands so now."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import Connection, Engine, select

from rashomon.model.words import ContradictionKind
from rashomon.store.alerts.among import among
from rashomon.store.alerts.contract import Watch, WatchKind
from rashomon.store.alerts.marks import marks_of_events, marks_of_facts
from rashomon.store.alerts.seeing import loose, see
from rashomon.store.alerts.sights import EventSight, FactSight, Sight
from rashomon.store.alerts.standing import STANDING
from rashomon.store.alerts.stretch import Stretch, stretch_after
from rashomon.store.database import reading
from rashomon.store.publishing.sharing import restricted_articles
from rashomon.store.search.searching import Searching
from rashomon.store.tables import contradictions, event_accounts, events
from rashomon.store.views import Question

#: Events that one watch is told of at once; the rest are counted. How many are read at a time.
MOST, BATCH = 500, 50


class Watching:
    """Looks at a ledger for its watches. Nothing here writes.

    Args:
        engine: of the ledger's file.

        search: finds what answers a question.

        now: the present time, which says what deadlines passed and which sources are silent.
    """

    def __init__(self, engine: Engine, search: Searching, now: datetime) -> None:
        self._engine = engine
        self._search = search
        self._now = now
        self._stretches: dict[int, Stretch] = {}

    def sight(self, watch: Watch) -> Sight:
        """Return all that a watch sees now."""
        stretch = self._stretch(watch.seen)
        if watch.wish.kind in STANDING:
            facts = self.facts(watch)
            with reading(self._engine) as connection:
                return Sight(stretch.upto, facts=facts, told=marks_of_facts(connection, watch.id, facts))
        numbers = self._numbers(watch, stretch)
        seen = tuple(self._events(watch, stretch, numbers[:MOST]))
        with reading(self._engine) as connection:
            told = marks_of_events(connection, watch.id, seen)
        return Sight(stretch.upto, seen, told=told, rest=max(0, len(numbers) - MOST))

    def facts(self, watch: Watch) -> tuple[FactSight, ...]:
        """Return what stands so now, of a watch of one of `STANDING`."""
        return STANDING[watch.wish.kind](self._engine, self._search, watch.wish, self._now)

    def _stretch(self, seen: int) -> Stretch:
        if seen not in self._stretches:
            with reading(self._engine) as connection:
                self._stretches[seen] = stretch_after(connection, seen)
        return self._stretches[seen]

    def _numbers(self, watch: Watch, stretch: Stretch) -> list[int]:
        """Return the row numbers of the events to look at, newest first."""
        if not stretch.events:
            return []
        with reading(self._engine) as connection:
            ids = _likely(connection, watch, stretch.events)
        return among(self._engine, self._search, watch.wish.question, ids)

    def _events(self, watch: Watch, stretch: Stretch, numbers: list[int]) -> Iterator[EventSight]:
        with reading(self._engine) as connection:
            hidden = restricted_articles(connection, watch.wish.clearance)
        denials, tolls = watch.wish.kind is WatchKind.DENIAL, watch.wish.kind is WatchKind.TOLL
        for begin in range(0, len(numbers), BATCH):
            with reading(self._engine) as connection:
                yield from see(connection, numbers[begin : begin + BATCH], stretch, hidden, reversals=denials, tolls=tolls)
        if watch.wish.kind is WatchKind.CONTRADICTION and watch.wish.question == Question() and stretch.clashes:
            with reading(self._engine) as connection:
                yield from loose(connection, stretch.clashes, stretch, hidden)


def _likely(connection: Connection, watch: Watch, ids: Collection[str]) -> frozenset[str]:
    """Return those of the events that a watch of its kind may be told of, by their columns alone."""
    wish = watch.wish
    if wish.kind is WatchKind.EVENT:
        asked = select(event_accounts.c.event_id).where(event_accounts.c.account_id.in_(wish.subjects))
        return frozenset(connection.scalars(asked)).intersection(ids)
    if wish.kind is WatchKind.CONTRADICTION:
        kinds = (wish.clash,) if wish.clash else tuple(ContradictionKind)
        asked = select(contradictions.c.event_id).where(contradictions.c.kind.in_(kinds), contradictions.c.event_id.is_not(None))
        return frozenset(connection.scalars(asked)).intersection(ids)
    if wish.kind is WatchKind.TOLL and wish.what == "killed":
        return frozenset(connection.scalars(select(events.c.id).where(events.c.killed != "[]"))).intersection(ids)
    return frozenset(ids)
