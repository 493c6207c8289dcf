import time

import pytest
from local_site import Says

from rashomon.pipeline.collect.clock import SystemClock
from rashomon.pipeline.collect.collector import WINDOW, Collector
from rashomon.pipeline.collect.contract import Wanted
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.limits import Limits

DELAY = 0.15
POLITE = Limits(delay=DELAY, silence=2, answer=3)
HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3")


def test_hosts_are_asked_side_by_side_and_each_host_in_turn_with_a_pause(site):
    site.pages.update({f"/{n}": Says(b"<p>page</p>", hold=0.05) for n in range(4)})
    wanted = [Wanted(site.at(f"/{n}", host), private=True) for n in range(4) for host in HOSTS]
    began = time.monotonic()
    with Collector(Fetching(POLITE, SystemClock())) as collector:
        visits = list(collector.fetch_all(wanted))
    took = time.monotonic() - began

    assert {visit.content for _, visit in visits} == {b"<p>page</p>"}
    assert site.most_at_once == dict.fromkeys(HOSTS, 1)
    gaps = [gap for host in HOSTS for gap in site.gaps(host)]
    assert len(gaps) == 4 * len(HOSTS)
    assert min(gaps) > 0.8 * DELAY
    assert took < 0.6 * len(HOSTS) * 4 * (DELAY + 0.05) + 1


def test_no_more_hosts_than_allowed_are_asked_at_once(site):
    site.pages["/page"] = Says(b"<p>page</p>", hold=0.1)
    hosts = [f"127.0.0.{n}" for n in range(1, 7)]
    with Collector(Fetching(Limits(delay=0, at_once=2), SystemClock())) as collector:
        list(collector.fetch_all([Wanted(site.at("/page", host), private=True) for host in hosts]))
    spans = [(one.began, one.ended) for one in site.asked if one.path == "/page"]

    assert max(sum(began <= at < ended for began, ended in spans) for at, _ in spans) == 2


def test_a_robots_delay_holds_for_all_addresses_of_the_host(site):
    site.pages["/robots.txt"] = Says(b"User-agent: *\nCrawl-delay: 0.4")
    site.pages["/a"] = site.pages["/b"] = site.pages["/c"] = Says(b"<p>page</p>")
    with Collector(Fetching(POLITE, SystemClock())) as collector:
        list(collector.fetch_all([Wanted(site.at(path), private=True) for path in ("/a", "/b", "/c")]))

    assert all(gap > 0.35 for gap in site.gaps("127.0.0.1")[1:])
    assert [one.path for one in site.asked].count("/robots.txt") == 1


def test_more_addresses_than_the_window_holds_all_come(site, clock):
    site.pages.update({f"/{n}": Says(b"<p>page</p>") for n in range(WINDOW + 5)})
    wanted = [Wanted(site.at(f"/{n}"), private=True) for n in range(WINDOW + 5)]
    with Collector(Fetching(clock=clock)) as collector:
        came = [one for one, _ in collector.fetch_all(iter(wanted))]

    assert sorted(came, key=str) == sorted(wanted, key=str)


def test_an_error_nobody_foresaw_is_a_fault_of_its_address_alone(site, clock, monkeypatch):
    site.pages["/page"] = Says(b"<p>page</p>")
    follow = Fetching._follow

    async def breaks(self, wanted):
        if wanted.address.endswith("/odd"):
            raise ZeroDivisionError("nobody saw this\ncoming")
        return await follow(self, wanted)

    monkeypatch.setattr(Fetching, "_follow", breaks)
    with Collector(Fetching(clock=clock)) as collector:
        visits = {
            wanted.address: visit
            for wanted, visit in collector.fetch_all([Wanted(site.at(path), private=True) for path in ("/odd", "/page")])
        }

    assert visits[site.at("/odd")].fault == "ZeroDivisionError: nobody saw this coming"
    assert visits[site.at("/page")].content == b"<p>page</p>"


def test_leaving_early_gives_up_what_is_under_way(site):
    site.pages["/slow"] = Says(b"<p>page</p>", hold=30)
    site.pages["/page"] = Says(b"<p>page</p>")
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Collector(Fetching(POLITE, SystemClock())) as collector:  # noqa: PT012
        for _ in collector.fetch_all(
            [Wanted(site.at("/page", "127.0.0.2"), private=True), Wanted(site.at("/slow"), private=True)]
        ):
            raise KeyboardInterrupt

    assert time.monotonic() - began < 5
