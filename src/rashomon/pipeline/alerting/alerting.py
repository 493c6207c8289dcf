"""Decide for all watches of a ledger, after linking: what each sees, what it is told, and when that goes out."""

from collections.abc import Callable
from datetime import UTC, datetime

from rashomon.model.errors import RashomonError
from rashomon.pipeline.alerting.deciding import decide
from rashomon.pipeline.alerting.hours import due_at
from rashomon.pipeline.collect.clock import stamp
from rashomon.store.alerts.alerts import AlertStore
from rashomon.store.alerts.contract import Watch
from rashomon.store.alerts.watching import Watching


class AlertingError(RashomonError):
    """Some watches could not be looked after; the others were."""


def decide_all(alerts: AlertStore, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> int:
    """Decide for every watch, and return how many alerts there are. Only one process may do so at a time.

    Each watch is one transaction that moves on what it has seen: a kill before it means that it is decided again.

    Raises:
        AlertingError: watches that could not be looked after, with the reasons.
    """
    watches = alerts.watches()
    if not watches:
        return 0
    watching, count, faults = alerts.watching(clock()), 0, []
    for watch in watches:
        try:
            count += _decide(alerts, watching, watch, clock())
        except RashomonError as error:
            faults.append(f"{watch.id} ({watch.wish.name}): {error}")
    if faults:
        raise AlertingError(f"{len(faults)} of {len(watches)} watches failed: {'; '.join(faults)} (try: rashomon unwatch)")
    return count


def _decide(alerts: AlertStore, watching: Watching, watch: Watch, now: datetime) -> int:
    sight = watching.sight(watch)
    intents = decide(watch, sight)
    if not intents and sight.upto == watch.seen:
        return 0
    due = stamp(due_at(watch.wish.rhythm, now))
    return alerts.keep(watch, sight.upto, intents, stamp(now), dict.fromkeys(watch.wish.channels, due))
