import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from local_site import Says

from rashomon.pipeline.collect.contract import Forgetful, Wanted
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.limits import Limits

QUICK = Limits(connect=2, silence=0.5, answer=1, tries=2)
OPEN = Says(b"<p>page</p>")


def fetch(clock, address, memory=None, limits=QUICK):
    async def run():
        fetching = Fetching(limits, clock, memory or Forgetful())
        visit = await fetching.fetch(Wanted(address, private=True))
        await fetching.close()
        return visit

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (Says(b"User-agent: *\nDisallow: /"), False),
        (Says(b"User-agent: rashomon\nDisallow: /tag/\n\nUser-agent: *\nDisallow:"), False),
        (Says(b"User-agent: rashomon\nDisallow:\n\nUser-agent: *\nDisallow: /"), True),
        (Says(b"User-agent: other\nDisallow: /"), True),
        (Says(b"User-agent: *\nDisallow: /\nAllow: /tag/"), True),
        (Says(b""), True),
        (Says(b"gone", 404), True),
        (Says(b"", 403), True),
        (Says(b"<html>no robots here</html>"), True),
        (Says(b"\xff\xfe\x00\x01" * 500), True),
        (Says(b"", 302, headers={"Location": "/robots.txt"}), True),
        (Says(b"", 302, headers={"Location": "/rules"}), False),
        (Says(b"", 503), False),
        (Says(b"", 500), False),
        (Says(b"", stated=90), False),
        (Says(b"", hold=2), False),
    ],
)
def test_what_a_robots_file_allows(site, clock, rules, allowed):
    site.pages.update({"/robots.txt": rules, "/rules": Says(b"User-agent: *\nDisallow: /"), "/tag/velmora": OPEN})
    visit = fetch(clock, site.at("/tag/velmora"))

    assert (visit.content is not None) is allowed
    assert ("/tag/velmora" in site.paths()) is allowed


def test_a_robots_file_that_fails_is_said_to_be_the_reason(site, clock):
    site.pages["/robots.txt"] = Says(b"", 503)

    assert (
        fetch(clock, site.at("/a")).fault
        == "its robots.txt cannot be had, so nothing is fetched: the server answered 503 Service Unavailable"
    )


def test_a_robots_file_is_asked_once_a_day_and_remembered_across_runs(site, clock):
    site.pages.update({"/robots.txt": Says(b"User-agent: *\nDisallow: /a"), "/b": OPEN})
    memory = Forgetful()
    for _ in range(3):
        fetch(clock, site.at("/b"), memory)
    clock.at += timedelta(hours=25)
    fetch(clock, site.at("/b"), memory)

    assert [one.path for one in site.asked].count("/robots.txt") == 2


def test_a_failing_robots_file_is_asked_again_by_the_next_run(site, clock):
    answers = iter([Says(b"", 503), Says(b"")])
    site.pages.update({"/robots.txt": lambda _sent: next(answers), "/b": OPEN})
    memory, once = Forgetful(), replace(QUICK, tries=1)
    first, second = fetch(clock, site.at("/b"), memory, once), fetch(clock, site.at("/b"), memory, once)

    assert (first.content, second.content) == (None, OPEN.body)


@pytest.mark.parametrize(
    ("said", "delay"),
    [("Crawl-delay: 7", 7.0), ("Request-rate: 1/9", 9.0), ("Crawl-delay: 0.01", 1.0), ("Crawl-delay: nan", 1.0)],
)
def test_the_pause_a_host_asks_for_is_kept(site, clock, said, delay):
    site.pages.update(
        {"/robots.txt": Says(f"User-agent: *\n{said}".encode()), "/b": Says(b"", 302, headers={"Location": "/c"}), "/c": OPEN}
    )
    fetch(clock, site.at("/b"))

    assert clock.slept[-1] == delay


def test_a_pause_longer_than_a_run_waits_puts_the_rest_off(site, clock):
    site.pages.update({"/robots.txt": Says(b"User-agent: *\nCrawl-delay: 1e300"), "/b": OPEN})
    memory = Forgetful()
    first, second = fetch(clock, site.at("/b"), memory), fetch(clock, site.at("/b"), memory)

    assert first.content == OPEN.body
    assert "asks to be left alone until 2031-05-11" in second.fault


def test_the_pause_a_host_asks_for_lies_between_its_pages_and_the_usual_one_behind_its_robots_file(site, clock):
    site.pages.update({"/robots.txt": Says(b"User-agent: *\nCrawl-delay: 30"), "/b": OPEN, "/c": OPEN})
    memory = Forgetful()
    fetch(clock, site.at("/b"), memory)
    fetch(clock, site.at("/c"), memory)

    assert clock.slept == [1.0, 30.0]
