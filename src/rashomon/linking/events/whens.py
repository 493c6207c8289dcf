"""How far two accounts agree on when it happened."""

from datetime import timedelta

from rashomon.linking.events.tellings import Telling
from rashomon.linking.features import Comparison
from rashomon.model.dates import DateInterval

_DAY = timedelta(days=1)
#: Articles this far apart (days) may tell undated news of one day.
_FRESH = 3
#: What it says that nothing gives a time for both.
_UNTIMED = Comparison(-0.2, "nothing says that both are of one time")


def same_time(one: Telling, other: Telling) -> Comparison:
    """The two give the same time, or times that may be the same."""
    ours, theirs = one.when, other.when
    if ours is None or theirs is None:
        return _fresh(one, other) if ours is None and theirs is None else _soon_after(one, other)
    if one.day is not None and one.day == other.day:
        return Comparison(1.0, lambda: f"both on {one.day}")
    if ours == theirs:
        return Comparison({"month": 0.6, "range": 0.7}.get(ours.precision, 0.2), lambda: f"both {ours}")
    if ours.overlaps(theirs):
        wide = "year" in (ours.precision, theirs.precision)
        return Comparison(0.15 if wide else 0.4, lambda: f"{ours} and {theirs} may be the same")
    near = one.day is not None and other.day is not None and one.account.type == other.account.type
    return Comparison(0.5 if near else 0.2, lambda: f"{ours} and {theirs} are a day apart")


def _fresh(one: Telling, other: Telling) -> Comparison:
    if one.published is None or other.published is None or abs((one.published - other.published).days) > _FRESH:
        return _UNTIMED
    return Comparison(0.4, "neither gives a date, and the articles are of the same days")


def _soon_after(one: Telling, other: Telling) -> Comparison:
    """Compare where one gives no time: its article may be of the days after the other's."""
    undated, dated = (one, other) if one.when is None else (other, one)
    last = None if dated.when is None else dated.when.last
    if undated.published is None or last is None or not 0 <= (undated.published - last).days <= _FRESH:
        return _UNTIMED
    return Comparison(0.4, lambda: f"one gives no date, but its article is of the days after {last}")


def times_differ(one: Telling, other: Telling) -> bool:
    """Return whether the days of two accounts are more than one apart."""
    ours, theirs = one.when, other.when
    if ours is None or theirs is None:
        return False
    return _before(ours, theirs) or _before(theirs, ours)


def _before(ours: DateInterval, theirs: DateInterval) -> bool:
    """Whether the one ends before the day before the other begins."""
    return ours.last is not None and theirs.first is not None and theirs.first - ours.last > _DAY
