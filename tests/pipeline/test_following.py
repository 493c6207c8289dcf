import gzip
from datetime import UTC, datetime, timedelta

import pytest
from local_site import FakeClock, LocalSite, Says, archive, feed

from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.following import Following, interleaved
from rashomon.pipeline.collect.limits import Limits
from rashomon.pipeline.collect.rounds import fetch_round
from rashomon.store.collecting.views import Entries, Followed, SourceState
from rashomon.store.ledger import Ledger

QUICK = Limits(connect=2, silence=1.5, answer=3.0, size=300_000, tries=2)
XML = "application/rss+xml"


@pytest.fixture
def follow(ledger: Ledger, clock: FakeClock):
    """Follow addresses as they would be after their first answer."""

    def add(*addresses, kind="feed", every=3600, **more):
        at = clock.at.isoformat(timespec="seconds")
        for address in addresses:
            ledger.collecting.follow(Followed(address, at, at, kind, every, private=True, **{"entries": Entries.NONE} | more))

    return add


@pytest.fixture
def run(ledger: Ledger, clock: FakeClock):
    """Fetch what is due; gives what came by the last part of its address."""

    def update(**more):
        came = fetch_round(ledger, 900, fetching=lambda: Fetching(QUICK, clock, ledger.collecting), **more)
        return {one.address.rpartition("/")[2]: one for one in came.polled}

    return update


def source(ledger, clock, address):
    return next(view for view in ledger.collecting.sources(clock.at) if view.followed.address == address)


def test_new_articles_come_and_are_counted_once(site: LocalSite, ledger, follow, run, clock):
    site.pages["/feed"] = Says(feed(1, 2), kind=XML)
    follow(site.at("/feed"))
    first = run()
    clock.at += timedelta(hours=1)
    site.pages["/feed"] = Says(feed(2, 3, 4), kind=XML)
    second = run()
    clock.at += timedelta(hours=1)
    third = run()

    assert [came["feed"].new for came in (first, second, third)] == [2, 2, 0]
    assert third["feed"].unchanged
    assert source(ledger, clock, site.at("/feed")).articles == 4
    assert len(ledger.captures()) == 2


def test_the_outlet_a_person_named_stands_in_the_articles(site, ledger, follow, run):
    site.pages["/page"] = Says(archive([1, 2]))
    follow(site.at("/page"), kind="page", outlet="Tarn Herald")
    run()

    assert {capture.outlet for capture in ledger.captures()} == {"Tarn Herald"}


def test_what_is_not_due_is_not_asked_unless_all_is(site, follow, run, clock):
    site.pages["/feed"] = Says(feed(1), kind=XML)
    follow(site.at("/feed"))
    run()
    clock.at += timedelta(minutes=20)

    assert run() == {}
    assert set(run(everything=True)) == {"feed"}
    assert site.paths() == ["/feed", "/feed"]


def test_the_run_says_how_often_where_the_address_does_not(site, ledger, follow, run, clock):
    site.pages["/feed"] = Says(feed(1), kind=XML)
    follow(site.at("/feed"), every=None)
    run()

    assert source(ledger, clock, site.at("/feed")).followed.due_at == (clock.at + timedelta(seconds=900)).isoformat(
        timespec="seconds"
    )


def test_a_paused_address_is_left_alone(site, ledger, follow, run, clock):
    site.pages["/feed"] = Says(feed(1), kind=XML)
    follow(site.at("/feed"))
    ledger.collecting.pause(site.at("/feed"), paused=True)

    assert (run(), run(everything=True)) == ({}, {})
    assert source(ledger, clock, site.at("/feed")).state is SourceState.PAUSED


def test_validators_of_the_last_answer_are_sent_and_nothing_new_is_no_fault(site, ledger, follow, run, clock):
    stamped = {"ETag": '"v1"', "Last-Modified": "Sun, 04 May 2031 10:00:00 GMT"}
    site.pages["/feed"] = lambda sent: (
        Says(b"", 304) if sent.get("if-none-match") == '"v1"' else Says(feed(1), kind=XML, headers=stamped)
    )
    follow(site.at("/feed"))
    run()
    clock.at += timedelta(hours=1)
    came = run()

    assert came["feed"].unchanged
    assert site.asked[-1].headers["if-modified-since"] == stamped["Last-Modified"]
    assert [fetch.status for fetch in ledger.evidence.fetches(site.at("/feed"))] == [200, 304]


BAD = {
    "missing": Says(b"gone", 404),
    "empty": Says(b"", kind=XML),
    "error-page": Says(archive([8, 9])),
    "bomb": Says(gzip.compress(bytes(9_000_000), mtime=0), kind=XML, headers={"Content-Encoding": "gzip"}),
    "endless": Says(b"<rss>", stated=10**5, drip=0.01),
    "slow": Says(b"", hold=3),
    "truncated": Says(feed(5), kind=XML, stated=5000),
    "huge": Says(b"", stated=10**9),
    "round": Says(b"", 302, headers={"Location": "/round"}),
    "inside": Says(b"", 302, headers={"Location": "http://169.254.169.254/latest/"}),
    "overloaded": Says(b"", 503),
    "half": Says(feed(6, 7)[:150], kind=XML),
    "picture": Says(b"\x89PNG\r\n\x1a\n" + bytes(99), kind="image/png"),
}


def test_a_round_through_bad_servers_ends_well_with_every_fault_listed(site, ledger, follow, run, clock):
    """Each on a host of its own; the good one comes, and each of the others is listed with its reason."""
    addresses = {name: site.at(f"/{name}", f"127.0.0.{n}") for n, name in enumerate(BAD, 2)}
    site.pages.update({f"/{name}": says for name, says in BAD.items()})
    site.pages["/good"] = Says(feed(1, 2), kind="text/plain; charset=iso-8859-1")
    follow(*addresses.values(), site.at("/good"))
    came = run()

    assert came["good"].new == 2
    assert {name for name, one in came.items() if one.fault is not None} == set(BAD)
    assert "169.254.169.254 is inside a private" in came["inside"].fault
    listed = {fault.source.rpartition("/")[2]: fault for fault in ledger.status().faults}
    assert set(listed) == set(BAD)
    assert all(one.fault == listed[name].reason for name, one in came.items() if one.fault)
    assert {view.state for view in ledger.collecting.sources(clock.at) if not view.followed.address.endswith("/good")} == {
        SourceState.FAILING
    }
    given_up = {"127.0.0.6", "127.0.0.7"}  # the client hung up, the server did not notice yet
    assert {n for host, n in site.most_at_once.items() if host not in given_up} == {1}


def test_a_feed_in_another_charset_than_it_says_is_read_right(site, ledger, follow, run):
    words = "Власти области сообщили, что в результате взрыва на автовокзале погибли четыре человека, девять получили ранения."
    entry = f"<item><title>Взрыв на автовокзале</title><link>https://vestnik.example/1</link><description>{words}</description></item>"
    rss = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Вестник</title>{entry}</channel></rss>'
    site.pages["/feed"] = Says(rss.encode("cp1251"), kind="application/rss+xml; charset=utf-8")
    follow(site.at("/feed"))
    run()

    (article_id,) = ledger.unread_articles("none")
    (capture,) = ledger.captures()
    assert words in ledger.article(article_id).text
    assert ledger.content(capture.sha256) == rss.encode("cp1251")


def test_an_error_page_where_a_feed_was_is_kept_but_makes_no_article(site, ledger, follow, run, clock):
    site.pages["/feed"] = Says(archive([1, 2]))
    follow(site.at("/feed"))
    came = run()

    assert "a web page where a feed was" in came["feed"].fault
    assert ledger.unread_articles("none") == ()
    assert ledger.unread_captures(()) == ()
    assert [capture.size for capture in ledger.captures()] == [len(archive([1, 2]))]


def test_a_fault_goes_when_the_address_answers_again(site, ledger, follow, run, clock):
    site.pages["/feed"] = Says(b"", 404)
    follow(site.at("/feed"))
    run()
    failing = source(ledger, clock, site.at("/feed"))
    clock.at += timedelta(hours=2)
    site.pages["/feed"] = Says(feed(1), kind=XML)
    run()

    assert (failing.state, failing.since) == (SourceState.FAILING, "2031-05-04T12:00:01+00:00")
    assert source(ledger, clock, site.at("/feed")).state is SourceState.OK
    assert ledger.status().faults == ()


def test_a_feed_that_answers_leaves_the_fault_of_another_of_its_name(site, ledger, follow, run):
    site.pages["127.0.0.1/feed"] = Says(feed(1), kind=XML)
    follow(site.at("/feed", "127.0.0.2"), site.at("/feed"))
    run()

    assert [fault.source for fault in ledger.status().faults] == [site.at("/feed", "127.0.0.2")]


def test_an_address_that_goes_on_failing_is_asked_ever_more_rarely(site, ledger, follow, run, clock):
    follow(site.at("/gone"))
    waits = []
    for _ in range(8):
        run(everything=True)
        waits.append(datetime.fromisoformat(source(ledger, clock, site.at("/gone")).followed.due_at) - clock.at)

    assert [wait // timedelta(hours=1) for wait in waits] == [1, 2, 4, 8, 16, 24, 24, 24]
    assert source(ledger, clock, site.at("/gone")).followed.failures == 8


def test_a_host_that_asks_to_be_left_alone_is_asked_when_it_said(site, ledger, follow, run, clock):
    site.pages["/feed"] = Says(b"", 429, headers={"Retry-After": "20000"})
    follow(site.at("/feed"))
    run()

    assert source(ledger, clock, site.at("/feed")).followed.due_at == (clock.at + timedelta(seconds=20000)).isoformat(
        timespec="seconds"
    )


def test_waiting_for_a_host_that_wants_long_pauses_is_no_fault(site, ledger, follow, run, clock):
    site.pages["/robots.txt"] = Says(b"User-agent: *\nCrawl-delay: 300")
    site.pages["/a"] = site.pages["/b"] = Says(feed(1), kind=XML)
    follow(site.at("/a"), site.at("/b"))
    first = run()
    clock.at += timedelta(minutes=6)
    second = run()

    (waits,) = [one for one in first.values() if one.put_off]
    assert waits.put_off == "2031-05-04T12:05:01+00:00"
    assert ledger.status().faults == ()
    assert [(one.fault, one.put_off) for one in second.values()] == [(None, None)]
    assert {view.state for view in ledger.collecting.sources(clock.at)} == {SourceState.OK}
    assert sorted(site.paths()) == ["/a", "/b"]


def test_a_round_killed_half_way_has_lost_nothing(site, ledger, follow, run, clock):
    site.pages["/a"], site.pages["/b"] = Says(feed(1), kind=XML), Says(feed(2), kind=XML)
    follow(site.at("/a"), site.at("/b", "127.0.0.2"))
    with pytest.raises(KeyboardInterrupt), Collector(Fetching(QUICK, clock, ledger.collecting)) as collector:  # noqa: PT012
        for _ in Following(ledger, collector).fetch_due():
            raise KeyboardInterrupt
    again = run()

    assert len(again) == 1
    assert sum(view.articles for view in ledger.collecting.sources(clock.at)) == 2


def test_bytes_kept_by_a_run_that_died_before_it_wrote_that_down_do_no_harm(site, ledger, follow, run, monkeypatch):
    site.pages["/feed"] = Says(feed(1, 2), kind=XML)
    follow(site.at("/feed"))
    with monkeypatch.context() as patched:
        patched.setattr(type(ledger), "put_page", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            run()
    came = run()

    assert came["feed"].new == 2
    assert len(ledger.captures()) == 1


def test_what_is_due_a_moment_later_is_due(site, follow, run, clock):
    site.pages["/feed"] = Says(feed(1), kind=XML)
    follow(site.at("/feed"))
    run()
    clock.at += timedelta(minutes=59, seconds=45)

    assert set(run()) == {"feed"}


def test_hosts_take_turns():
    rows = [Followed(f"http://{host}/{n}", "", "") for host in "ab" for n in range(3)]

    assert [one.address[7:] for one in interleaved(rows, lambda row: row.address)] == ["a/0", "b/0", "a/1", "b/1", "a/2", "b/2"]


def test_progress_is_told_each_address(site, follow, ledger, clock):
    site.pages["/feed"] = Says(feed(1), kind=XML)
    follow(site.at("/feed"))
    told = []

    def progress(steps, *, label, total):
        for step in steps:
            told.append((label, total))
            yield step

    fetch_round(ledger, 900, progress, fetching=lambda: Fetching(QUICK, clock, ledger.collecting))

    assert told == [("fetching", 1)]


def test_nothing_followed_opens_nothing(ledger):
    def refuse():
        raise AssertionError("the network was opened")

    assert fetch_round(ledger, 900, fetching=refuse).polled == ()


def test_times_are_utc(clock):
    assert clock.now().tzinfo is UTC
