"""How a followed source stands, told from when it was asked, what failed, and when something new came."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from rashomon.store.collecting.views import Followed, SourceState, SourceView

#: A source is silent once nothing new came for this many times its usual interval, and for at least a day (nights are quiet).
SILENT_AFTER = 4
AT_LEAST = timedelta(days=1)
#: Without a usual interval it is silent after this long.
OTHERWISE = timedelta(days=30)
#: Gaps between arrivals that are needed to call one usual.
LEAST_GAPS = 4


def view_of(followed: Followed, articles: int, times: Sequence[str], now: datetime) -> SourceView:
    """Return a followed address with its state.

    Args:
        followed: what is kept of it.

        articles: how many came of it.

        times: when something new came, each time once, earliest first; the latest few are enough.

        now: the present time.
    """
    usual = _usual(times)
    last = times[-1] if times else None
    state, since = _state(followed, last or followed.added_at, usual, now)
    return SourceView(followed, state, since, articles, last, usual)


def _usual(times: Sequence[str]) -> float | None:
    """Return the median gap in seconds, ``None`` where there are too few."""
    gaps = [(datetime.fromisoformat(later) - datetime.fromisoformat(sooner)).total_seconds() for sooner, later in pairwise(times)]
    return median(gaps) if len(gaps) >= LEAST_GAPS else None


def _state(followed: Followed, last: str, usual: float | None, now: datetime) -> tuple[SourceState, str | None]:
    if followed.paused:
        return SourceState.PAUSED, None
    if followed.failures:
        return SourceState.FAILING, followed.failing_since
    if followed.checked_at is None:
        return SourceState.NEW, None
    patience = OTHERWISE if usual is None else max(AT_LEAST, timedelta(seconds=SILENT_AFTER * usual))
    if now - datetime.fromisoformat(last) > patience:
        return SourceState.SILENT, last
    return SourceState.OK, None
