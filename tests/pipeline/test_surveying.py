"""Sitemaps: found, read however they are written, followed as far as asked, and never off the site."""

import gzip
import time

import pytest
from local_site import Says, archive

from rashomon.model.errors import UnreadableSourceError
from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.limits import Limits
from rashomon.pipeline.collect.sitemaps import is_sitemap, named_in, sitemaps_of
from rashomon.pipeline.collect.surveying import Surveying

HERE = "https://herald.example/sitemap.xml"
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]>'


def listing(*entries, tag="url"):
    """A sitemap of addresses, each with the day it changed where one is given."""
    held = "".join(f"<{tag}><loc>{address}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{tag}>" for address, day in entries)
    outer = "urlset" if tag == "url" else "sitemapindex"
    return f'<?xml version="1.0"?><{outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{held}</{outer}>'.encode()


@pytest.fixture
def add(ledger, clock):
    def survey(address, most=20):
        with Collector(Fetching(Limits(silence=1, tries=1), clock, ledger.collecting)) as collector:
            return list(Surveying(ledger, collector, private=True).add(address, most))

    return survey


@pytest.mark.parametrize(
    ("content", "addresses"),
    [
        (listing(("https://herald.example/a?x=1&amp;y=2", None)), ["https://herald.example/a?x=1&y=2"]),
        (b"<urlset><url><loc> <![CDATA[/b]]> </loc></url></urlset>", ["https://herald.example/b"]),
        (b"<s:urlset><s:url><s:loc>/c#top</s:loc></s:url></s:urlset>", ["https://herald.example/c"]),
        (b"\xef\xbb\xbfhttps://herald.example/d\r\nwords\r\n\r\nhttps://herald.example/d\r\n", ["https://herald.example/d"]),
        (b"<urlset><url><loc>/broken<url><loc>/e</loc></url>", ["https://herald.example/broken", "https://herald.example/e"]),
        (b"<urlset><url><loc>ftp://x.example/</loc></url><url><loc>/f</loc></url>", ["https://herald.example/f"]),
        (BOMB + b"<urlset><url><loc>/&e;x&b;x</loc></url></urlset>", ["https://herald.example/&e;x&b;x"]),
        (gzip.compress(listing(("/g", None))), ["https://herald.example/g"]),
    ],
)  # fmt: skip
def test_addresses_are_read_however_they_are_written(content, addresses):
    assert [one.address for one in named_in(content, HERE)] == addresses


@pytest.mark.parametrize("content", [b"", b"<html><body>no</body></html>", gzip.compress(bytes(40_000_000)), b"\x1f\x8bno"])
def test_what_is_no_sitemap_is_refused_with_the_reason(content):
    assert not is_sitemap(content)
    with pytest.raises(UnreadableSourceError, match=r"without an address|bomb|gzip"):
        named_in(content, HERE)


def test_a_sitemap_made_to_take_for_ever_does_not():
    began = time.process_time()
    for piece in (b"<url>", b"<url><loc>", b"<url><loc" + b" " * 9, b"<loc>" + b"<url "):
        with pytest.raises(UnreadableSourceError):
            named_in(b"<urlset>" + piece * (500_000 // len(piece)), HERE)

    assert time.process_time() - began < 5


def test_a_robots_file_says_where_sitemaps_are():
    robots = "User-agent: *\nDisallow:\nSitemap: https://herald.example/one.xml\nSitemap: ftp://x.example/two.xml\n"

    assert sitemaps_of(robots, HERE) == ("https://herald.example/one.xml",)
    assert sitemaps_of("", "https://herald.example/news/") == ("https://herald.example/sitemap.xml",)


def story(site, path, n):
    site.pages[path] = Says(archive([n, n + 1]))


def test_the_newest_pages_below_the_address_are_fetched_each_once(site, ledger, add):
    site.pages["/robots.txt"] = Says(f"Sitemap: {site.at('/maps.xml')}\n".encode(), kind="text/plain")
    site.pages["/maps.xml"] = Says(listing((site.at("/maps.xml"), None), (site.at("/one.xml.gz"), None), tag="sitemap"))
    entries = [(site.at(f"/news/{n}"), f"2031-05-0{n}") for n in range(1, 6)]
    elsewhere = [(site.at("/sport/1"), "2031-05-09"), ("https://other.example/news/8", "2031-05-09"), (site.at("/news/"), None)]
    site.pages["/one.xml.gz"] = Says(gzip.compress(listing(*entries, *elsewhere)), kind="application/gzip")
    for n in range(6):
        story(site, f"/news/{n}" if n else "/news/", 10 * n)
    first, second = add(site.at("/news/"), 3), add(site.at("/news/"), 9)

    assert {one.source for one in first} == {site.at(path) for path in ("/news/", "/news/5", "/news/4", "/news/3")}
    assert {one.source for one in second} == {site.at(path) for path in ("/news/", "/news/2", "/news/1")}
    assert [fetch.sha256 for fetch in ledger.evidence.fetches(site.at("/maps.xml"))] == [None, None]


def test_a_sitemap_itself_may_be_named_and_one_that_is_missing_is_listed(site, ledger, add):
    site.pages["/map.txt"] = Says(listing((site.at("/a"), None)), kind="application/xml")
    story(site, "/a", 1)
    named = add(site.at("/map.txt"))
    missing = add(site.at("/a"))

    assert [(one.source, one.articles) for one in named] == [(site.at("/a"), 2)]
    assert [one.fault for one in missing] == [None, "the server answered 404 Not Found (no sitemap)"]
    assert [fault.source for fault in ledger.status().faults] == [site.at("/sitemap.xml")]


def test_sitemaps_that_name_each_other_for_ever_end(site, add):
    for n in range(60):
        site.pages[f"/m{n}.xml"] = Says(listing((site.at(f"/m{n + 1}.xml"), None), (site.at("/m0.xml"), None), tag="sitemap"))
    added = add(site.at("/m0.xml"))

    assert len([path for path in site.paths() if path.startswith("/m")]) == 50
    assert [one.fault for one in added] == ["1 further sitemaps were not looked at (the limit is 50)"]
