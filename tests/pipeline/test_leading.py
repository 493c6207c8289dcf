"""Entries of feeds followed to their pages, over the small bad web of loopback."""

import hashlib
from datetime import timedelta

import pytest
from local_site import FakeClock, LocalSite, Says

from rashomon.model.sources import Capture
from rashomon.pipeline.adding import Adding
from rashomon.pipeline.collect.collector import WINDOW
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.leading import AGAIN, MOST, MOST_OF_HOST, REFUSALS, capped
from rashomon.pipeline.collect.limits import Limits
from rashomon.pipeline.collect.rounds import fetch_round
from rashomon.pipeline.collect.summaries import entry_pages
from rashomon.readers.contract import Page
from rashomon.readers.reading import versions
from rashomon.store.collecting.views import Entries, EntryPage, Followed, PageCounts
from rashomon.store.ledger import Ledger

QUICK = Limits(connect=2, silence=1.5, answer=3.0, size=300_000, tries=1)
XML = "application/rss+xml"
LEAD = "A bomb killed four people at the market of Tarn on Monday, the governor said."
REST = (
    "Nine others were taken to the hospital of Velmora with wounds to the head and legs. No group has said that it planted the "
    "bomb, which lay under a cart of melons beside the eastern gate. Soldiers closed the bridge at Oskil until the evening, and "
    "the council of elders asked the Reed Front to hand over whoever had carried it there. Traders mean to stay away for a week."
)


def feed_of(*entries: tuple[str, str], words: str = LEAD) -> bytes:
    shown = "".join(
        f"<item><title>Blast at the market of Tarn {n}</title><link>{link}</link><guid>{n}</guid>"
        f"<description>{words} {n} shops burned.</description></item>"
        for n, link in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Tarn Herald</title>{shown}</channel></rss>'.encode()


def page_of(n: str, *more: str) -> bytes:
    text = "".join(f"<p>{words}</p>" for words in (LEAD, REST, *more))
    title = f"Blast at the market of Tarn {n}"
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>".encode()


@pytest.fixture
def run(ledger: Ledger, clock: FakeClock):
    """Follow a feed, once, and fetch what is due; gives what came of the pages by the last part of their address."""

    def update(address, entries=None):
        at = clock.at.isoformat(timespec="seconds")
        ledger.collecting.follow(Followed(address, at, at, "feed", 3600, private=True, entries=entries))
        came = fetch_round(ledger, 900, fetching=lambda: Fetching(QUICK, clock, ledger.collecting))
        clock.at += timedelta(hours=2)
        return {led.link.rpartition("/")[2]: led for led in came.pages}

    return update


def counting(ledger):
    """The articles that count."""
    return [ledger.article(article_id) for article_id in ledger.unread_articles("none")]


def test_a_summary_and_its_page_are_one_article_and_the_page_counts(site: LocalSite, ledger, run):
    site.pages["/feed"] = Says(feed_of(("1", site.at("/1"))), kind=XML)
    site.pages["/1"] = Says(page_of("1"))
    came = run(site.at("/feed"))

    (article,) = counting(ledger)
    assert came["1"].fault is None
    assert REST in article.text
    assert [view.current for view in ledger.evidence.versions(article.id).versions].count(True) == 1
    assert len(ledger.evidence.versions(article.id).versions) == 2
    assert ledger.evidence.versions(article.id).summary is None
    assert ledger.collecting.sources()[0].pages.read == 1


def test_a_page_behind_a_redirect_under_another_address_is_still_the_entrys(site, ledger, run):
    site.pages["/feed"] = Says(feed_of(("1", site.at("/go?1"))), kind=XML)
    site.pages["/go?1"] = Says(b"", 302, headers={"Location": "/2031/05/blast"})
    canonical = f'<link rel="canonical" href="{site.at("/2031/05/blast")}"></head>'.encode()
    site.pages["/2031/05/blast"] = Says(page_of("1").replace(b"</head>", canonical))
    run(site.at("/feed"))

    (article,) = counting(ledger)
    assert REST in article.text


def test_a_feed_elsewhere_never_puts_its_words_in_the_place_of_the_page(ledger):
    told = f"{LEAD} {'The governor himself planted it, say people nobody names, and he laughed. ' * 40}"
    link, at = "https://herald.example/1", "2031-05-04T12:00:00+00:00"
    adding = Adding(ledger)
    for address, content in (("https://feeds.example/rss", feed_of(("1", link), words=told)), (link, page_of("1"))):
        digest = hashlib.sha256(content).hexdigest()
        capture, _ = adding.keep(Capture(digest, "x", address, at, len(content)), content)
        if address == link:
            (feeds_own,) = counting(ledger)
            (met,) = entry_pages(Followed("f", at, at, entries=Entries.ALL), Page((feeds_own,), ""), ledger.captures()[0], at)
            ledger.evidence.known_as(digest, met.key)
        adding.split(address, capture, content, known=False)

    (article,) = counting(ledger)
    assert "laughed" in feeds_own.text
    assert "laughed" not in article.text
    assert len(ledger.evidence.versions(article.id).versions) == 2


def test_only_the_host_that_a_person_named_may_be_private(site, ledger, run):
    link = site.at("/1", "127.0.0.2")
    site.pages["/feed"], site.pages["/1"] = Says(feed_of(("1", link)), kind=XML), Says(page_of("1"))
    came = run(site.at("/feed"))

    (summary,) = counting(ledger)
    stated = ledger.evidence.versions(summary.id).summary
    assert "inside a private or special network" in came["1"].fault
    assert (stated.link, stated.reason) == (link, came["1"].fault)
    assert [fault.source for fault in ledger.status().faults] == [link]
    assert site.paths() == ["/feed"]


def test_a_whole_entry_is_not_fetched_unless_all_are_and_none_is_none(site, ledger, run):
    site.pages["/feed"] = Says(feed_of(("1", site.at("/1")), words=f"{LEAD} {REST} {REST} {REST}"), kind=XML)
    site.pages["/1"] = Says(page_of("1"))

    assert run(site.at("/feed")) == {}
    site.pages["/feed"] = Says(feed_of(("1", site.at("/1"))), kind=XML)
    assert run(site.at("/feed"), Entries.NONE) == {}
    site.pages["/feed"] = Says(feed_of(("1", site.at("/1")), words=f"{LEAD} {REST} {REST} {REST} {LEAD}"), kind=XML)
    assert set(run(site.at("/feed"), Entries.ALL)) == {"1"}


def test_a_page_that_is_not_the_entrys_is_kept_and_listed_and_the_summary_stays(site, ledger, run):
    consent = "<html><body><article><h1>Before you go on</h1>" + "<p>We and our 812 partners keep cookies to rate you.</p>" * 9
    site.pages["/feed"] = Says(feed_of(("1", site.at("/1"))), kind=XML)
    site.pages["/1"] = Says(consent.encode())
    came = run(site.at("/feed"))

    (article,) = counting(ledger)
    assert "does not hold what the feed says" in came["1"].fault
    assert LEAD in article.text
    assert len(ledger.captures()) == 2
    assert ledger.unread_captures(versions()) == ()
    assert [fault.source for fault in ledger.status().faults] == [site.at("/1")]


def test_a_page_is_tried_again_and_given_up_where_that_is_no_use(site, ledger, run, clock):
    links = {n: site.at(f"/{n}") for n in ("gone", "busy", "forbidden")}
    site.pages["/robots.txt"] = Says(b"User-agent: *\nDisallow: /forbidden")
    site.pages["/feed"] = Says(feed_of(*links.items()), kind=XML)
    site.pages["/busy"] = Says(b"", 503)
    came = run(site.at("/feed"))
    begun = ledger.collecting.sources()[0].pages
    for wait in AGAIN:
        clock.at += wait
        run(site.at("/feed"))

    assert "404" in came["gone"].fault
    assert "503" in came["busy"].fault
    assert "robots.txt forbids" in came["forbidden"].fault
    assert (begun.waiting, begun.given_up) == (2, 1)
    assert site.paths().count("/gone") == 1
    assert site.paths().count("/busy") == 1 + len(AGAIN)
    assert "/forbidden" not in site.paths()
    assert ledger.collecting.sources()[0].pages.given_up == 3
    assert {fault.source for fault in ledger.status().faults} == set(links.values())


def test_an_entry_that_changes_is_asked_again_conditionally_and_its_page_becomes_a_version(site, ledger, run):
    site.pages["/feed"] = Says(feed_of(("1", site.at("/1"))), kind=XML)
    site.pages["/1"] = lambda sent: (
        Says(b"", 304) if sent.get("if-none-match") == '"a"' else Says(page_of("1"), headers={"ETag": '"a"'})
    )
    first, second = run(site.at("/feed")), run(site.at("/feed"))
    site.pages["/feed"] = Says(feed_of(("1", site.at("/1")), words=LEAD.replace("four", "five")), kind=XML)
    third = run(site.at("/feed"))
    site.pages["/1"] = Says(page_of("1", "The governor first spoke of four dead."), headers={"ETag": '"b"'})
    site.pages["/feed"] = Says(feed_of(("1", site.at("/1")), words=LEAD.replace("four", "six")), kind=XML)
    run(site.at("/feed"))

    assert (first["1"].unchanged, second, third["1"].unchanged) == (False, {}, True)
    (article,) = counting(ledger)
    assert "first spoke of four dead" in article.text


def test_one_run_asks_for_so_many_pages_in_all_and_of_one_host():
    pages = [EntryPage(f"http://{n % 9}.example/{n}", "f", "k", "", "", "", "") for n in range(900)]
    pages += [EntryPage(f"http://one.example/{n}", "f", "k", "", "", "", "") for n in range(50)]

    assert len(capped(pages)) == MOST
    assert len(capped(pages[-50:])) == MOST_OF_HOST


def test_pages_of_what_is_followed_no_more_or_paused_wait(site, ledger, run, clock):
    site.pages["/feed"] = Says(feed_of(("1", site.at("/1"))), kind=XML)
    site.pages["/1"] = Says(b"", 503)
    run(site.at("/feed"))
    ledger.collecting.pause(site.at("/feed"), paused=True)
    clock.at += timedelta(days=1)

    assert fetch_round(ledger, 900, fetching=lambda: Fetching(QUICK, clock, ledger.collecting)).pages == ()
    ledger.collecting.unfollow(site.at("/feed"))
    assert ledger.collecting.pages.due(clock.at.isoformat()) == ()


def test_a_host_that_gives_no_page_is_not_asked_for_all_of_them(site, ledger, run):
    site.pages["/feed"] = Says(feed_of(*((str(n), site.at(f"/{n}")) for n in range(38))), kind=XML)
    came = run(site.at("/feed"))

    assert REFUSALS <= len(came) <= REFUSALS + WINDOW
    assert len(ledger.status().faults) == len(came)
    assert ledger.collecting.sources()[0].pages == PageCounts(0, 38 - len(came), len(came))
