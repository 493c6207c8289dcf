import pytest
from local_site import Says, archive, feed

from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.limits import Limits
from rashomon.pipeline.collect.visiting import Visiting


@pytest.fixture
def add(ledger, clock):
    def visit(*addresses, back=0, outlet=None):
        with Collector(Fetching(Limits(silence=1, tries=1), clock, ledger.collecting)) as collector:
            return list(Visiting(ledger, collector, outlet, private=True).add(addresses, back))

    return visit


def shelve(site, pages=5, per_page=2, link="/tag/page/{}"):
    """An archive of pages, the newest first, each with a link to the next one back."""
    for n in range(1, pages + 1):
        numbers = list(range(n * 10, n * 10 + per_page))
        older = f'<a href="{link.format(n + 1)}">« Older posts</a>' if n < pages else ""
        site.pages["/tag" if n == 1 else f"/tag/page/{n}"] = Says(archive(numbers, older))


def test_an_address_is_fetched_kept_and_written_down(site, ledger, add):
    site.pages["/moved"] = Says(b"", 301, headers={"Location": "/feed"})
    site.pages["/feed"] = Says(feed(1, 2), kind="application/rss+xml")
    (added,) = add(site.at("/moved"), outlet="Tarn Herald")

    (capture,) = ledger.captures()
    (fetch,) = ledger.evidence.fetches(site.at("/moved"))
    assert (added.source, added.articles, added.known) == (site.at("/moved"), 2, False)
    assert (capture.address, capture.name, capture.outlet) == (site.at("/feed"), "moved", "Tarn Herald")
    assert capture.media_type == "application/rss+xml; charset=utf-8"
    assert (fetch.sha256, fetch.final) == (capture.sha256, site.at("/feed"))


def test_several_addresses_each_give_a_line_and_the_same_one_only_once(site, add):
    site.pages["/feed"] = Says(feed(1), kind="application/rss+xml")
    added = add(site.at("/feed"), site.at("/gone"), site.at("/feed"))

    assert {one.source: one.fault for one in added} == {
        site.at("/feed"): None,
        site.at("/gone"): "the server answered 404 Not Found",
    }
    assert len(added) == 2


def test_a_fetch_that_failed_is_evidence_too_and_listed_until_it_succeeds(site, ledger, add):
    add(site.at("/feed"))
    listed = [(fault.source, fault.stage, fault.reason) for fault in ledger.status().faults]
    site.pages["/feed"] = Says(feed(1), kind="application/rss+xml")
    add(site.at("/feed"))

    assert listed == [(site.at("/feed"), "fetching", "the server answered 404 Not Found")]
    assert ledger.status().faults == ()
    assert [fetch.status for fetch in ledger.evidence.fetches(site.at("/feed"))] == [404, 200]


def test_an_archive_is_followed_back_as_far_as_asked(site, add):
    shelve(site)
    added = add(site.at("/tag"), back=2)

    assert [one.articles for one in added] == [2, 2, 2]
    assert site.paths() == ["/tag", "/tag/page/2", "/tag/page/3"]


def test_it_ends_where_no_older_page_is_named(site, add):
    shelve(site, pages=3)

    assert len(add(site.at("/tag"), back=50)) == 3


def test_it_ends_at_a_page_that_is_held(site, add):
    shelve(site)
    add(site.at("/tag/page/3"))
    added = add(site.at("/tag"), back=50)

    assert [one.known for one in added] == [False, False, True]


def test_it_ends_where_pages_lead_in_a_circle(site, add):
    site.pages["/tag"] = Says(archive([1, 2], '<a rel="next" href="/tag/page/2">older</a>'))
    site.pages["/tag/page/2"] = Says(archive([3, 4], '<a rel="next" href="/tag">older</a>'))

    assert len(add(site.at("/tag"), back=50)) == 2


def test_it_ends_where_the_same_articles_come_again_for_ever(site, add):
    def same(n):
        return Says(archive([1, 2], f'<!-- {n} --><a rel="next" href="/tag/page/{n + 1}">older</a>'))

    site.pages.update({"/tag" if n == 1 else f"/tag/page/{n}": same(n) for n in range(1, 40)})

    assert len(add(site.at("/tag"), back=30)) == 2


def test_a_page_without_an_article_does_not_end_it(site, add):
    shelve(site, pages=3)
    site.pages["/tag/page/2"] = Says(b'<html><body><a rel="next" href="/tag/page/3">older</a></body></html>')
    added = add(site.at("/tag"), back=5)

    assert [one.fault is None for one in added] == [True, False, True]


def test_after_a_fault_the_same_call_goes_on_where_it_stopped(site, ledger, add):
    shelve(site)
    whole = site.pages.pop("/tag/page/3")
    first = add(site.at("/tag"), back=4)
    site.pages["/tag/page/3"] = whole
    before = len(site.paths())
    second = add(site.at("/tag"), back=4)

    assert [one.fault is None for one in first] == [True, True, False]
    assert site.paths()[before:] == ["/tag", "/tag/page/3", "/tag/page/4", "/tag/page/5"]
    assert [one.articles for one in second] == [2, 2, 2, 2]
    assert ledger.collecting.trail(site.at("/tag")) is None


def test_a_link_to_another_host_is_not_the_way_back(site, add):
    site.pages["/tag"] = Says(archive([1, 2], f'<a rel="next" href="{site.at("/other", "127.0.0.2")}">older posts</a>'))

    assert len(add(site.at("/tag"), back=5)) == 1
