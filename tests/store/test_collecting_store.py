from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rashomon.model.errors import NotFoundError
from rashomon.store.collecting.states import view_of
from rashomon.store.collecting.views import Followed, RobotsFile, SourceState, Trail
from rashomon.store.ledger import Ledger
from rashomon.store.views import Fault

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
FEED = Followed("https://herald.example/feed", "2031-05-01T12:00:00+00:00", "2031-05-04T12:00:00+00:00", "feed", 3600)


def at(**ago):
    return (NOON - timedelta(**ago)).isoformat()


def test_a_followed_address_comes_back_as_it_was_put(ledger: Ledger):
    assert ledger.collecting.follow(FEED)
    assert ledger.collecting.followed() == (FEED,)


def test_following_again_changes_only_what_is_stated(ledger):
    ledger.collecting.follow(replace(FEED, etag='"a"', outlet="Tarn Herald"))

    assert not ledger.collecting.follow(Followed(FEED.address, "later", "later", every=60))
    assert ledger.collecting.followed() == (replace(FEED, etag='"a"', outlet="Tarn Herald", every=60),)


def test_due_is_what_was_due_longest_without_what_is_paused(ledger):
    rows = [replace(FEED, address=f"https://herald.example/{n}", due_at=at(hours=n)) for n in (1, 3, 2, -1)]
    for row in rows:
        ledger.collecting.follow(row)
    ledger.collecting.pause("https://herald.example/2", paused=True)

    assert [row.address[-1] for row in ledger.collecting.due(NOON.isoformat())] == ["3", "1"]
    assert ledger.collecting.next_due() == at(hours=3)


def test_nothing_followed_is_never_due(ledger):
    assert ledger.collecting.next_due() is None
    assert ledger.collecting.sources(NOON) == ()


def test_an_answer_ends_a_failure_and_counts_new_articles_only(ledger):
    ledger.collecting.follow(FEED)
    ledger.collecting.failed(FEED.address, "404", at(hours=3), at(hours=2))
    ledger.collecting.failed(FEED.address, "503", at(hours=2), at(hours=1))
    ledger.put_fault(Fault(FEED.address, "fetching", "503", at(hours=2)))
    (failing,) = ledger.collecting.sources(NOON)
    first = ledger.collecting.came(replace(FEED, checked_at=at(hours=1), came_at=at(hours=1)), ("a", "b", "a"))
    second = ledger.collecting.came(replace(FEED, checked_at=at(hours=0), came_at=at(hours=0)), ("b", "c"))
    (fine,) = ledger.collecting.sources(NOON)

    assert (failing.state, failing.since, failing.followed.failures, failing.followed.reason) == (
        "failing",
        at(hours=3),
        2,
        "503",
    )
    assert (first, second) == (2, 1)
    assert (fine.state, fine.articles, fine.last_new, fine.followed.reason) == ("ok", 3, at(hours=0), None)
    assert ledger.status().faults == ()


def test_unfollowing_forgets_the_address_and_its_fault_alone(ledger):
    ledger.collecting.follow(FEED)
    ledger.collecting.came(FEED, ("a",))
    for source in (FEED.address, "https://other.example/feed"):
        ledger.put_fault(Fault(source, "fetching", "503", at(hours=2)))
    ledger.collecting.unfollow(FEED.address)

    assert ledger.collecting.followed() == ()
    assert [fault.source for fault in ledger.status().faults] == ["https://other.example/feed"]


@pytest.mark.parametrize(
    "call",
    [
        lambda store: store.unfollow("https://no.example/"),
        lambda store: store.pause("https://no.example/", paused=True),
        lambda store: store.failed("https://no.example/", "404", "now", "later"),
        lambda store: store.came(replace(FEED, address="https://no.example/"), ("a",)),
    ],
)
def test_an_address_that_is_not_followed_is_said_to_be_none(ledger, call):
    with pytest.raises(NotFoundError, match=r"no followed address 'https://no.example/'"):
        call(ledger.collecting)


def test_what_hosts_asked_for_outlives_the_ledger_being_closed(ledger):
    file = RobotsFile(NOON, "User-agent: *\nDisallow: /")
    ledger.collecting.keep_robots("https://herald.example", RobotsFile(NOON - timedelta(1), ""))
    ledger.collecting.keep_robots("https://herald.example", file)
    ledger.collecting.keep_free_at("herald.example", NOON)
    ledger.collecting.keep_free_at("herald.example", NOON + timedelta(hours=1))
    ledger.collecting.keep_trail("https://herald.example/tag/", Trail("https://herald.example/tag/page/7/", 3))
    ledger.close()
    with Ledger.open(ledger.folder) as again:
        assert again.collecting.robots("https://herald.example") == file
        assert again.collecting.robots("http://herald.example") is None
        assert again.collecting.free_at("herald.example") == NOON + timedelta(hours=1)
        assert again.collecting.free_at("other.example") is None
        assert again.collecting.trail("https://herald.example/tag/") == Trail("https://herald.example/tag/page/7/", 3)
        again.collecting.keep_trail("https://herald.example/tag/", None)
        assert again.collecting.trail("https://herald.example/tag/") is None


ASKED = replace(FEED, checked_at=at(hours=1))
DAILY = [at(days=days) for days in (9, 8, 7, 6, 5)]


@pytest.mark.parametrize(
    ("followed", "times", "state", "since"),
    [
        (replace(FEED, paused=True, failures=3), DAILY, SourceState.PAUSED, None),
        (FEED, [], SourceState.NEW, None),
        (replace(ASKED, failures=1, failing_since=at(hours=1)), DAILY, SourceState.FAILING, at(hours=1)),
        (ASKED, DAILY, SourceState.SILENT, at(days=5)),
        (ASKED, [*DAILY, at(days=4), at(days=3.9)], SourceState.OK, None),
        (ASKED, [at(hours=h) for h in (40, 39, 38, 37, 36, 23)], SourceState.OK, None),
        (ASKED, [at(hours=h) for h in (40, 39, 38, 37, 36, 25)], SourceState.SILENT, at(hours=25)),
        (ASKED, [at(days=29)], SourceState.OK, None),
        (ASKED, [at(days=31)], SourceState.SILENT, at(days=31)),
        (replace(ASKED, added_at=at(days=31)), [], SourceState.SILENT, at(days=31)),
        (ASKED, [], SourceState.OK, None),
    ],
)
def test_how_a_source_stands(followed, times, state, since):
    view = view_of(followed, len(times), times, NOON)

    assert (view.state, view.since) == (state, since)


def test_a_usual_interval_is_the_middle_one_and_needs_enough_of_them():
    assert view_of(ASKED, 5, DAILY, NOON).usual == 86_400
    assert view_of(ASKED, 5, [at(days=90), *DAILY[1:]], NOON).usual == 86_400
    assert view_of(ASKED, 4, DAILY[1:], NOON).usual is None
