import pytest
from local_site import Says, archive, feed

from rashomon.model.errors import UnreadableSourceError
from rashomon.pipeline.collect import network
from rashomon.pipeline.collect.beginning import Beginning, Wish
from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.limits import Limits

XML = "application/rss+xml"
PAGE = b"""<html><head><title>Herald</title>
<link rel="alternate" type="application/rss+xml" title="Herald" href="/feed">
<link rel="alternate" type="application/atom+xml" title="Herald: Oskil" href="/oskil.atom">
<link rel="alternate" type="application/rss+xml" title="Herald comments" href="/comments/feed">
</head><body><p>Welcome to the Herald of Tarn, where the news of Velmora is printed every day.</p></body></html>"""


@pytest.fixture
def begin(ledger, clock):
    def start(address, **wish):
        with Collector(Fetching(Limits(silence=1, tries=1), clock, ledger.collecting)) as collector:
            return Beginning(ledger, collector).begin(address, Wish(private=True, **wish))

    return start


def test_a_feed_is_followed_and_its_first_answer_kept(site, ledger, begin):
    site.pages["/feed"] = Says(feed(1, 2), kind=XML, headers={"ETag": '"v1"'})
    begun = begin(site.at("/feed"), every=3600, outlet="Tarn Herald")

    (followed,) = ledger.collecting.followed()
    assert (begun.kind, begun.new, begun.polled.new) == ("feed", True, 2)
    assert (followed.address, followed.every, followed.outlet, followed.etag) == (site.at("/feed"), 3600, "Tarn Herald", '"v1"')
    assert followed.private
    assert followed.due_at > followed.added_at


def test_the_feed_that_a_page_names_is_followed_and_the_others_are_said(site, ledger, begin):
    site.pages["/"], site.pages["/feed"] = Says(PAGE), Says(feed(1), kind=XML)
    begun = begin(site.at("/"))

    assert begun.address == site.at("/feed")
    assert [other.address for other in begun.others] == [site.at("/oskil.atom")]
    assert [one.address for one in ledger.collecting.followed()] == [site.at("/feed")]


def test_what_was_only_looked_at_is_evidence_and_no_capture(site, ledger, begin):
    site.pages["/"], site.pages["/feed"] = Says(PAGE), Says(feed(1), kind=XML)
    begin(site.at("/"))
    with pytest.raises(UnreadableSourceError):
        begin(site.at("/gone"))

    told = [ledger.evidence.fetches(site.at(path))[0] for path in ("/", "/gone")]
    assert [(fetch.status, fetch.sha256, fetch.reason) for fetch in told] == [
        (200, None, "looked at for its feed, and not kept"),
        (404, None, "the server answered 404 Not Found"),
    ]
    assert [capture.name for capture in ledger.captures()] == ["feed"]


def test_a_page_inside_cannot_name_a_feed_on_another_private_host(site, ledger, begin):
    site.pages["/"] = Says(PAGE.replace(b'"/feed"', site.at("/feed", "127.0.0.2").encode()))
    site.pages["/feed"] = Says(feed(1), kind=XML)

    with pytest.raises(UnreadableSourceError, match="inside a private"):
        begin(site.at("/"))
    assert ledger.collecting.followed() == ()


def test_the_leave_to_be_private_does_not_pass_on_to_a_feed_elsewhere(site, ledger, begin, monkeypatch):
    special = network.is_special
    monkeypatch.setattr(network, "is_special", lambda number: number != "127.0.0.2" and special(number))
    site.pages["/"] = Says(PAGE.replace(b'"/feed"', site.at("/feed", "127.0.0.2").encode()))
    site.pages["/feed"] = Says(feed(1), kind=XML)
    begin(site.at("/"))

    assert [(one.address, one.private) for one in ledger.collecting.followed()] == [(site.at("/feed", "127.0.0.2"), False)]


def test_a_page_is_followed_itself_where_a_person_says_so(site, ledger, begin):
    site.pages["/"] = Says(
        archive([1, 2]).replace(b"<head>", PAGE[PAGE.index(b"<link") : PAGE.index(b"</head>")].join((b"<head>", b"")))
    )
    begun = begin(site.at("/"), page=True)

    assert (begun.address, begun.kind, begun.polled.new) == (site.at("/"), "page", 2)


def test_usual_places_are_asked_only_on_request(site, begin):
    site.pages["/news"], site.pages["/feed.xml"] = Says(archive([1, 2])), Says(feed(1), kind=XML)

    assert begin(site.at("/news")).address == site.at("/news")
    assert site.paths() == ["/news"]
    assert begin(site.at("/news"), look=True).address == site.at("/feed.xml")


def test_where_no_feed_is_found_the_page_is_followed(site, begin):
    site.pages["/news"] = Says(archive([1, 2]))

    assert begin(site.at("/news"), look=True).kind == "page"


@pytest.mark.parametrize("address", ["/gone", "/gone?x=1"])
def test_an_address_that_gives_nothing_is_not_followed(site, ledger, begin, address):
    with pytest.raises(UnreadableSourceError, match="404 Not Found \\(it is not followed\\)"):
        begin(site.at(address))
    assert ledger.collecting.followed() == ()


@pytest.mark.parametrize("address", ["ftp://herald.example/feed", "https://ann:secret@herald.example/", "https://"])
def test_an_address_that_is_none_is_not_asked_for(site, ledger, begin, address):
    with pytest.raises(UnreadableSourceError):
        begin(address)
    assert ledger.collecting.followed() == ()


def test_following_again_changes_what_is_said_now_and_nothing_else(site, ledger, begin):
    site.pages["/feed"] = Says(feed(1), kind=XML)
    begin(site.at("/feed"), every=3600, outlet="Tarn Herald")
    again = begin(site.at("/feed"), every=7200)

    (followed,) = ledger.collecting.followed()
    assert not again.new
    assert (followed.every, followed.outlet) == (7200, "Tarn Herald")


def test_a_feed_in_json_is_a_feed(site, begin):
    site.pages["/feed.json"] = Says(
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "Herald", "items": [{"id": "1", "url": "https://herald.example/1",'
        b' "title": "Blast in Velmora", "content_text": "A bomb killed two people at a market in Tarn, the governor said."}]}',
        kind="application/feed+json",
    )

    assert begin(site.at("/feed.json")).kind == "feed"
