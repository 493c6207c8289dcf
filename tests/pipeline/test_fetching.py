"""One fetch against servers that behave badly in every way we know."""

import asyncio
import gzip
import hashlib
import zlib
from dataclasses import replace
from functools import partial

import brotli
import pytest
from local_site import Says

from rashomon.pipeline.collect import network
from rashomon.pipeline.collect.contract import Forgetful, Wanted
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.limits import Limits

QUICK = Limits(connect=2, silence=0.4, answer=0.8, size=200_000, tries=2, backoff=2, delay=1)
PAGE = b"<html><body><p>Blast in Tarn</p></body></html>"


def fetch(clock, *wanted, limits=QUICK, memory=None):
    """Fetch one after the other in one run."""

    async def run():
        fetching = Fetching(limits, clock, memory or Forgetful())
        visits = [await fetching.fetch(one if isinstance(one, Wanted) else Wanted(one, private=True)) for one in wanted]
        await fetching.close()
        return visits

    visits = asyncio.run(run())
    return visits[0] if len(visits) == 1 else visits


def test_a_page_comes_with_its_evidence(site, clock):
    site.pages["/page"] = Says(PAGE, headers={"ETag": '"a"', "Set-Cookie": "id=7"})
    visit = fetch(clock, site.at("/page"))

    assert visit.content == PAGE
    assert visit.fetch.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert (visit.fetch.status, visit.fetch.final, visit.fetch.at) == (200, site.at("/page"), "2031-05-04T12:00:01+00:00")
    assert visit.header("etag") == '"a"'
    assert visit.header("set-cookie") is None


def test_we_say_who_we_are_and_send_no_cookies(site, clock):
    site.pages["/a"] = site.pages["/b"] = Says(PAGE, headers={"Set-Cookie": "id=7; Path=/"})
    fetch(clock, site.at("/a"), site.at("/b"))

    assert {one.headers["user-agent"].split("/")[0] for one in site.asked} == {"rashomon"}
    assert not any("cookie" in one.headers for one in site.asked)


def test_a_page_that_did_not_change_is_not_sent_again(site, clock):
    site.pages["/feed"] = lambda sent: Says(b"", 304) if sent.get("if-none-match") == '"a"' else Says(PAGE)
    here = site.at("/feed")
    visit = fetch(clock, Wanted(here, '"a"', "Mon, 04 May 2031 10:00:00 GMT", here, private=True))

    assert visit.unchanged
    assert visit.fault is None
    assert visit.fetch.reason == "not modified since the last answer"
    assert site.asked[-1].headers["if-modified-since"] == "Mon, 04 May 2031 10:00:00 GMT"


def test_validators_go_only_to_the_address_that_gave_them(site, clock):
    site.pages["/feed"] = Says(b"", 302, headers={"Location": "/new"})
    site.pages["/new"] = Says(PAGE)
    fetch(clock, Wanted(site.at("/feed"), '"a"', None, site.at("/feed"), private=True))

    sent = {one.path: one.headers.get("if-none-match") for one in site.asked}
    assert (sent["/feed"], sent["/new"]) == ('"a"', None)


def test_a_validator_that_no_header_may_hold_is_not_sent(site, clock):
    site.pages["/feed"] = Says(PAGE)
    visit = fetch(clock, Wanted(site.at("/feed"), '"é"', None, site.at("/feed"), private=True))

    assert visit.content == PAGE
    assert "if-none-match" not in site.asked[-1].headers


def test_not_modified_without_being_asked_is_a_fault(site, clock):
    site.pages["/feed"] = Says(b"", 304)

    assert "304" in fetch(clock, site.at("/feed")).fault


@pytest.fixture
def loopback_is_public(monkeypatch):
    """As if the invented hosts stood in the open."""
    special = network.is_special
    monkeypatch.setattr(network, "is_special", lambda number: not number.startswith("127.") and special(number))


@pytest.mark.usefixtures("loopback_is_public")
def test_redirects_are_followed_to_other_hosts_each_asked_for_its_robots(site, clock):
    site.pages["/moved"] = Says(b"", 301, headers={"Location": site.at("/page", "127.0.0.2")})
    site.pages["/page"] = Says(PAGE)
    visit = fetch(clock, site.at("/moved"))

    assert visit.fetch.final == site.at("/page", "127.0.0.2")
    assert [(one.host, one.path) for one in site.asked] == [
        ("127.0.0.1", "/robots.txt"),
        ("127.0.0.1", "/moved"),
        ("127.0.0.2", "/robots.txt"),
        ("127.0.0.2", "/page"),
    ]


@pytest.mark.usefixtures("loopback_is_public")
def test_a_redirect_to_what_robots_forbid_is_not_followed(site, clock):
    site.pages["/moved"] = Says(b"", 302, headers={"Location": site.at("/private/page", "127.0.0.2")})
    site.pages["127.0.0.2/robots.txt"] = Says(b"User-agent: *\nDisallow: /private/")
    visit = fetch(clock, site.at("/moved"))

    assert "robots.txt forbids /private/page" in visit.fault
    assert site.paths() == ["/moved"]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/round", "go in a circle"),
        ("file:///etc/passwd", "points on to 'file:///etc/passwd'"),
        ("javascript:alert(1)", "only http and https"),
        ("http://ann:secret@127.0.0.1/", "without a password"),
        ("", "points on to ''"),
        ("http://[::1", "points on to"),
    ],
)
def test_redirects_that_lead_nowhere_are_listed(site, clock, location, reason):
    site.pages["/start"] = Says(b"", 302, headers={"Location": location})
    site.pages["/round"] = Says(b"", 302, headers={"Location": "/start"})

    assert reason in fetch(clock, site.at("/start")).fault


def test_too_many_redirects_are_listed(site, clock):
    for n in range(12):
        site.pages[f"/{n}"] = Says(b"", 302, headers={"Location": f"/{n + 1}"})
    visit = fetch(clock, site.at("/0"))

    assert visit.fault.startswith("more than 8 redirects")
    assert len(site.paths()) == 9


def test_a_private_address_is_refused_before_anything_is_sent(site, clock):
    visit = fetch(clock, Wanted(site.at("/page")))

    assert "inside a private or special network" in visit.fault
    assert site.asked == []


def test_an_address_allowed_to_be_private_cannot_send_us_to_another_private_one(site, clock):
    site.pages["/start"] = Says(b"", 302, headers={"Location": site.at("/page", "127.0.0.2")})
    site.pages["/page"] = Says(PAGE)

    assert "127.0.0.2 is inside a private or special network" in fetch(clock, site.at("/start")).fault
    assert {one.host for one in site.asked} == {"127.0.0.1"}


@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_other_spellings_of_loopback_are_refused_too(site, clock, host):
    visit = fetch(clock, Wanted(site.at("/page", host)), limits=replace(QUICK, tries=1))

    assert visit.content is None
    assert site.asked == []


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", brotli.compress),
        ("identity", bytes),
    ],
)
def test_compressed_bodies_are_unpacked(site, clock, encoding, pack):
    site.pages["/page"] = Says(pack(PAGE), headers={"Content-Encoding": encoding})

    assert fetch(clock, site.at("/page")).content == PAGE


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", partial(brotli.compress, quality=1))]
)
def test_a_bomb_is_not_let_out(site, clock, encoding, pack):
    site.pages["/bomb"] = Says(pack(bytes(30_000_000)), headers={"Content-Encoding": encoding})
    visit = fetch(clock, site.at("/bomb"), limits=replace(QUICK, answer=20))

    assert visit.content is None
    assert "grow" in visit.fault or "larger than" in visit.fault


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (Says(b"", 404), "the server answered 404 Not Found"),
        (Says(b"", 410), "410 Gone"),
        (Says(b"", 403), "403 Forbidden"),
        (Says(b"", 200), "200 with nothing in it"),
        (Says(b"", 204), "204 No Content"),
        (Says(b"x" * 100, headers={"Content-Encoding": "zstd"}), "encoded as 'zstd', which was not asked for"),
        (Says(gzip.compress(PAGE * 50, mtime=0)[:-30], headers={"Content-Encoding": "gzip"}), "gzip data broken"),
        (Says(b"x", headers={"Content-Encoding": "gzip, gzip, gzip"}), "compressed 3 times"),
        (Says(PAGE, stated=900), "RemoteProtocolError"),
        (Says(b"x" * 200_001), "answer of 200,001 bytes, the limit is 200,000"),
        (Says(b"x" * 300_000, headers={"Connection": "close"}, chunked=True), "larger than 200,000"),
        (Says(PAGE, stated=10**12), "1,000,000,000,000 bytes"),
        (Says(b"x" * 10, stated=10**5, drip=0.02), "no whole answer within 0.8 s"),
        (Says(PAGE, hold=3), "no answer in time"),
    ],
)
def test_what_servers_do_wrong_is_a_fault_in_words(site, clock, says, reason):
    site.pages["/page"] = says
    visit = fetch(clock, site.at("/page"), limits=replace(QUICK, tries=1))

    assert visit.content is None
    assert reason in visit.fault
    assert visit.fetch.reason == visit.fault


def test_a_length_stated_too_short_ends_the_answer_there(site, clock):
    site.pages["/page"] = Says(PAGE, stated=20)

    assert fetch(clock, site.at("/page")).content == PAGE[:20]


def test_a_body_that_only_says_it_is_compressed_is_taken_as_it_is(site, clock):
    site.pages["/page"] = Says(PAGE, headers={"Content-Encoding": "gzip"})

    assert fetch(clock, site.at("/page")).content == PAGE


def test_nobody_there_is_a_fault_with_a_next_step(clock):
    assert "is the address right" in fetch(clock, "http://127.0.0.9:9/", limits=replace(QUICK, tries=1)).fault


def test_passing_faults_are_tried_again_after_growing_waits(site, clock):
    answers = iter([Says(b"", 503), Says(b"", 500), Says(PAGE)])
    site.pages["/page"] = lambda _sent: next(answers)
    visit = fetch(clock, site.at("/page"), limits=replace(QUICK, tries=3))

    assert visit.content == PAGE
    assert clock.slept == [1.0, 2.0, 4.0]


def test_other_faults_are_not_tried_again(site, clock):
    site.pages["/page"] = Says(b"", 404)
    fetch(clock, site.at("/page"))

    assert site.paths() == ["/page"]


def test_an_answer_without_end_is_not_asked_for_twice(site, clock):
    site.pages["/drip"] = Says(b"", stated=10**5, drip=0.02)
    visit = fetch(clock, site.at("/drip"), limits=replace(QUICK, tries=3))

    assert "slow or endless" in visit.fault
    assert site.paths() == ["/drip"] or site.paths() == []


def test_a_host_that_does_not_answer_is_given_up_for_the_run(site, clock):
    site.pages.update({f"/{n}": Says(PAGE, stated=900) for n in range(5)})
    visits = fetch(clock, *(site.at(f"/{n}") for n in range(5)), limits=replace(QUICK, tries=2, misses=4))

    assert [visit.fault.startswith("127.0.0.1 did not answer 4 requests in a row") for visit in visits] == [
        False,
        False,
        True,
        True,
        True,
    ]
    assert len(site.paths()) == 4


def test_one_answer_makes_good_for_those_missed(site, clock):
    site.pages.update({f"/{n}": Says(PAGE, stated=900) for n in (0, 2)} | {"/1": Says(PAGE), "/3": Says(PAGE)})
    visits = fetch(clock, *(site.at(f"/{n}") for n in range(4)), limits=replace(QUICK, tries=1, misses=2))

    assert [visit.content for visit in visits] == [None, PAGE, None, PAGE]


def test_a_server_that_names_a_wait_is_left_alone_for_so_long(site, clock):
    answers = iter([Says(b"", 429, headers={"Retry-After": "17"}), Says(PAGE)])
    site.pages["/page"] = lambda _sent: next(answers)

    assert fetch(clock, site.at("/page")).content == PAGE
    assert clock.slept == [1.0, 17.0]


def test_a_wait_may_be_a_date(site, clock):
    answers = iter([Says(b"", 503, headers={"Retry-After": "Sun, 04 May 2031 12:00:31 GMT"}), Says(PAGE)])
    site.pages["/page"] = lambda _sent: next(answers)

    assert fetch(clock, site.at("/page")).content == PAGE
    assert clock.slept == [1.0, 30.0]


@pytest.mark.parametrize("said", ["soon", "-5", "9" * 400, "Sun, 99 May 2031 12:00:31 GMT"])
def test_a_wait_that_makes_no_sense_does_no_harm(site, clock, said):
    answers = iter([Says(b"", 503, headers={"Retry-After": said}), Says(PAGE)])
    site.pages["/page"] = lambda _sent: next(answers)
    visit = fetch(clock, site.at("/page"))

    assert visit.content == PAGE or "asks to be left alone until 2031-05-11" in visit.fault


def test_a_long_wait_puts_the_whole_host_off_and_outlives_the_run(site, clock):
    site.pages["/a"] = Says(b"", 429, headers={"Retry-After": "3600"})
    site.pages["/b"] = Says(PAGE)
    memory = Forgetful()
    first, second = fetch(clock, site.at("/a"), site.at("/b"), memory=memory)
    third = fetch(clock, site.at("/b"), memory=memory)

    assert first.fault == "the server answered 429 Too Many Requests, and asks to be left alone until 2031-05-04T13:00:01+00:00"
    assert [visit.put_off for visit in (first, second, third)] == [False, True, True]
    assert {visit.after.isoformat() for visit in (first, second, third)} == {"2031-05-04T13:00:01+00:00"}
    assert site.paths() == ["/a"]


def test_a_password_in_an_address_is_refused_and_written_nowhere(clock):
    visit = fetch(clock, "http://ann:secret@127.0.0.1/")

    assert "user name or password" in visit.fault
    assert "secret" not in repr(visit)


def test_a_wrong_charset_in_the_header_is_put_right(site, clock):
    site.pages["/page"] = Says("<p>Attaque à Gao</p>".encode(), kind="text/html; charset=iso-8859-1")

    assert fetch(clock, site.at("/page")).media_type == "text/html; charset=utf-8"
