"""When an alert may go out: quiet hours and digests, in the time zone of the person who watches."""

import re
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from rashomon.model.errors import RashomonError
from rashomon.store.alerts.contract import Digest, Rhythm

_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_WEEK = 7


class RhythmError(RashomonError):
    """A time zone, quiet hours or a digest's time cannot be understood."""


def checked(rhythm: Rhythm) -> Rhythm:
    """Return a rhythm that can be kept to. Raises RhythmError."""
    _zone(rhythm)
    if rhythm.quiet and (_HOURS.fullmatch(rhythm.quiet) is None or _quiet(rhythm)[0] == _quiet(rhythm)[1]):
        raise RhythmError(f"{rhythm.quiet!r} are no hours (write them like 22:00-07:00)")
    if _TIME.fullmatch(rhythm.at) is None:
        raise RhythmError(f"{rhythm.at!r} is no time of day (write it like 08:00)")
    if not 0 <= rhythm.day < _WEEK:
        raise RhythmError(f"{rhythm.day} is no day of the week (0 is Monday, 6 is Sunday)")
    if rhythm.at_most < 1:
        raise RhythmError(f"a message cannot tell {rhythm.at_most} alerts (tell at least 1)")
    return rhythm


def due_at(rhythm: Rhythm, now: datetime) -> datetime:
    """Return when an alert that was decided now goes out (UTC).

    Args:
        rhythm: as `checked` gives it.

        now: with its zone.
    """
    local = now.astimezone(_zone(rhythm))
    if rhythm.digest is Digest.NONE:
        return after_quiet(rhythm, now)
    if rhythm.digest is Digest.HOURLY:
        begun = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
        return after_quiet(rhythm, begun + timedelta(hours=1))
    days = 0 if rhythm.digest is Digest.DAILY else (rhythm.day - local.weekday()) % _WEEK
    step = 1 if rhythm.digest is Digest.DAILY else _WEEK
    at = _at(local, time.fromisoformat(rhythm.at), days)
    return after_quiet(rhythm, at if at > now else _at(local, time.fromisoformat(rhythm.at), days + step))


def after_quiet(rhythm: Rhythm, at: datetime) -> datetime:
    """Return the moment itself (UTC), or where it lies in the quiet hours, their end."""
    if not rhythm.quiet:
        return at.astimezone(UTC)
    begins, ends = _quiet(rhythm)
    local = at.astimezone(_zone(rhythm))
    moment = local.time()
    if begins < ends:
        return _at(local, ends, 0) if begins <= moment < ends else at.astimezone(UTC)
    if moment >= begins:
        return _at(local, ends, 1)
    return _at(local, ends, 0) if moment < ends else at.astimezone(UTC)


def _at(local: datetime, at: time, days: int) -> datetime:
    """Return a time of day some days on, as UTC; one that the clock skips comes as if it had not been put forward."""
    return datetime.combine(local.date() + timedelta(days=days), at, local.tzinfo).astimezone(UTC)


def _quiet(rhythm: Rhythm) -> tuple[time, time]:
    begins, _, ends = rhythm.quiet.partition("-")
    return time.fromisoformat(begins), time.fromisoformat(ends)


def _zone(rhythm: Rhythm) -> tzinfo:
    if rhythm.zone == "UTC":
        return UTC
    try:
        return ZoneInfo(rhythm.zone)
    except (KeyError, ValueError, OSError) as error:
        raise RhythmError(f"no time zone {rhythm.zone!r} is known here (write it like Europe/Berlin)") from error
