"""When somebody last came: kept in a cookie of the browser, so that no list of people is needed for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

COOKIE = "rashomon_visits"
#: Pages opened within this time of each other are one visit.
ONE_VISIT = timedelta(minutes=30)
#: Seconds a browser keeps the cookie.
KEPT = 400 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Visits:
    """``last`` is when the visit before this one ended (``None`` at the first), ``now`` when this one was last seen."""

    last: str | None
    now: str

    def cookie(self) -> str:
        """Return what the cookie holds."""
        return f"{self.last or ''}|{self.now}"


def visits(cookie: str | None, now: datetime) -> Visits:
    """Return the visits after what a cookie holds; one that makes no sense counts as none.

    >>> from datetime import UTC
    >>> at = datetime(2031, 3, 1, 9, tzinfo=UTC)
    >>> first = visits(None, at)
    >>> later = visits(first.cookie(), at + timedelta(days=1))
    >>> later.last, visits(later.cookie(), at + timedelta(days=1, minutes=5)).last
    ('2031-03-01T09:00:00+00:00', '2031-03-01T09:00:00+00:00')
    """
    told = now.isoformat(timespec="seconds")
    before, bar, seen = (cookie or "").partition("|")
    latest = _moment(seen)
    if not bar or latest is None or latest > now:
        return Visits(None, told)
    if now - latest < ONE_VISIT:
        return Visits(before if _moment(before) is not None else None, told)
    return Visits(latest.isoformat(timespec="seconds"), told)


def _moment(text: str) -> datetime | None:
    """Return a moment with its zone, ``None`` where the text is none."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo is not None else None
