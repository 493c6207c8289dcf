"""When an address is due: after its interval where it answered, ever later where it fails, never sooner than its host asks."""

import re
from datetime import datetime, timedelta

#: Seconds between two fetches where nobody says otherwise.
USUAL = 15 * 60
#: The shortest interval that may be asked for.
SHORTEST = 60
#: An address that fails is asked again at least this often.
LATEST = timedelta(days=1)
#: Seconds that a run which stays waits at least.
PAUSE = 1.0
#: A run that a timer starts a little early still finds its addresses due.
SLACK = timedelta(seconds=30)
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_SPAN = re.compile(r"(\d{1,6})\s*([smhdw])")


def seconds_of(words: str) -> int | None:
    """Return a span such as ``15m``, ``2h`` or ``1d`` in seconds; ``None`` where it is none, or shorter than `SHORTEST`.

    >>> seconds_of("15m"), seconds_of("2h"), seconds_of("soon")
    (900, 7200, None)
    """
    found = _SPAN.fullmatch(words.strip().lower())
    seconds = int(found[1]) * _UNITS[found[2]] if found is not None else 0
    return seconds if seconds >= SHORTEST else None


def due_next(now: datetime, every: int) -> datetime:
    """Return when an address that answered is due again."""
    return now + timedelta(seconds=every)


def due_after_failure(now: datetime, every: int, failures: int, after: datetime | None) -> datetime:
    """Return when an address that failed is tried again: later each time, at least once in `LATEST` or its own interval.

    Args:
        now: when it failed.

        every: its interval in seconds.

        failures: how often in a row it had failed before.

        after: the time before which its host does not want to be asked.
    """
    interval = timedelta(seconds=every)
    wait = min(interval * (1 << min(failures, 16)), max(LATEST, interval))
    return max(now + wait, after or now)


def pause_until_due(next_due: str | None, now: datetime, every: int) -> float:
    """Return how many seconds a run that stays may sleep: until the next address is due, and never longer than its interval."""
    if next_due is None:
        return float(every)
    return min(float(every), max(PAUSE, (datetime.fromisoformat(next_due) - now).total_seconds()))
