"""When alerts may go out, where people live."""

from datetime import UTC, datetime

import pytest

from rashomon.pipeline.alerting.hours import RhythmError, after_quiet, checked, due_at
from rashomon.store.alerts.contract import Digest, Rhythm


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


NIGHT = Rhythm("Europe/Berlin", "22:00-07:00")


@pytest.mark.parametrize(
    ("rhythm", "at", "goes"),
    [
        (Rhythm(), "2031-03-05T03:00", "2031-03-05T03:00"),
        (NIGHT, "2031-03-05T20:59", "2031-03-05T20:59"),
        (NIGHT, "2031-03-05T21:00", "2031-03-06T06:00"),
        (NIGHT, "2031-03-06T05:59", "2031-03-06T06:00"),
        (NIGHT, "2031-03-06T06:00", "2031-03-06T06:00"),
        (NIGHT, "2031-03-29T22:00", "2031-03-30T05:00"),  # the clocks go forward that night
        (Rhythm("Asia/Baghdad", "12:00-13:30"), "2031-03-05T09:15", "2031-03-05T10:30"),
        (Rhythm("Asia/Baghdad", "12:00-13:30"), "2031-03-05T08:59", "2031-03-05T08:59"),
    ],
)
def test_quiet_hours_end_by_the_clock_on_the_wall(rhythm: Rhythm, at: str, goes: str) -> None:
    assert after_quiet(rhythm, utc(at)) == utc(goes)


@pytest.mark.parametrize(
    ("rhythm", "now", "due"),
    [
        (Rhythm(digest=Digest.HOURLY), "2031-03-05T12:00", "2031-03-05T13:00"),
        (Rhythm(digest=Digest.HOURLY), "2031-03-05T12:59:59", "2031-03-05T13:00"),
        (Rhythm("Europe/Berlin", digest=Digest.DAILY), "2031-03-05T06:59", "2031-03-05T07:00"),
        (Rhythm("Europe/Berlin", digest=Digest.DAILY), "2031-03-05T07:00", "2031-03-06T07:00"),
        (Rhythm("Europe/Berlin", digest=Digest.DAILY), "2031-07-05T07:00", "2031-07-06T06:00"),
        (Rhythm(digest=Digest.WEEKLY, at="09:30"), "2031-03-05T12:00", "2031-03-10T09:30"),
        (Rhythm(digest=Digest.WEEKLY, day=2), "2031-03-05T07:00", "2031-03-05T08:00"),
        (Rhythm(digest=Digest.WEEKLY, day=2), "2031-03-05T12:00", "2031-03-12T08:00"),
        (Rhythm("Europe/Berlin", "22:00-09:00", Digest.DAILY), "2031-03-05T12:00", "2031-03-06T08:00"),
    ],
)
def test_a_digest_comes_at_its_hour_and_after_the_quiet_ones(rhythm: Rhythm, now: str, due: str) -> None:
    assert due_at(rhythm, utc(now)) == utc(due)


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        (Rhythm("Mars/Olympus"), "no time zone 'Mars/Olympus'"),
        (Rhythm("../../etc/passwd"), "no time zone"),
        (Rhythm(quiet="22-7"), "'22-7' are no hours"),
        (Rhythm(quiet="08:00-08:00"), "are no hours"),
        (Rhythm(at="24:00"), "'24:00' is no time of day"),
        (Rhythm(day=7), "7 is no day"),
        (Rhythm(at_most=0), "cannot tell 0 alerts"),
    ],
)
def test_hours_that_mean_nothing_are_refused(rhythm: Rhythm, said: str) -> None:
    with pytest.raises(RhythmError, match=said):
        checked(rhythm)
