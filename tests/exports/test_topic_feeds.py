"""Feeds of an invented ledger: RSS 2.0 and Atom by their rules, each entry with who says so, words and address."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from graph_ledgers import PRIVATE, SECRET, order, restrict
from lxml import etree

from rashomon.exports.feeds.entries import Entry, Feed, moment_of
from rashomon.exports.feeds.writing import question_feed, topic_feed, write_feed
from rashomon.exports.feeds.xml import atom, rss
from rashomon.model.errors import NotFoundError
from rashomon.store.ledger import Ledger

ATOM = "{http://www.w3.org/2005/Atom}"
DESK = "https://desk.example"


@pytest.fixture(scope="module")
def feed(graph_folder):
    with Ledger.open(graph_folder) as ledger:
        return question_feed(ledger, order().selection, f"{DESK}/search", f"{DESK}/search.atom")


def parsed(content):
    """Return a feed as a reader takes it, which must find no fault."""
    read = feedparser.parse(content)
    assert not read.bozo, read.get("bozo_exception")
    return read


def test_rss_has_what_the_format_requires(feed):
    channel = etree.fromstring(rss(feed)).find("channel")
    items = channel.findall("item")

    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    assert channel.find(f"{ATOM}link").get("rel") == "self"
    assert len(items) == 2
    for one in [channel, *items]:
        assert parsedate_to_datetime(one.findtext("pubDate") or one.findtext("lastBuildDate")).tzinfo is not None
    assert [one.find("guid").get("isPermaLink") for one in items] == ["false", "false"]
    assert len({one.findtext("guid") for one in items}) == 2
    assert items[0].findtext("link").startswith(f"{DESK}/events/evt-")


def test_atom_has_what_the_format_requires(feed):
    root = etree.fromstring(atom(feed))
    entries = root.findall(f"{ATOM}entry")

    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for one in [root, *entries]:
        assert one.findtext(f"{ATOM}id").startswith("urn:rashomon:")
        assert one.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated")).tzinfo is not None
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{DESK}/search.atom", "alternate": f"{DESK}/search"}
    assert root.findtext(f"{ATOM}updated") == max(one.findtext(f"{ATOM}updated") for one in entries)


@pytest.mark.parametrize(("write", "version"), [(rss, "rss20"), (atom, "atom10")])
def test_a_reader_of_feeds_finds_who_says_so_the_words_and_the_address(feed, write, version):
    read = parsed(write(feed))
    blast = next(one for one in read.entries if one.title.startswith("Bombing"))
    text = blast.summary if version == "rss20" else blast.content[0].value

    assert (read.version, len(read.entries)) == (version, 2)
    assert "Killed: 20 or more (Daily Echo)" in text
    assert "Vale Courier (grade B), 2031-03-04" in text
    assert "A bomb killed 12 people in Ostrel on Monday" in text
    assert 'href="https://courier.example/1"' in text
    assert "Karsk Guards denies" in text
    assert {one.term for one in blast.tags} == {"bombing", "disputed"}


def test_signs_of_markup_and_what_xml_cannot_hold_do_no_harm():
    entry = Entry("urn:x", "a <b> & \x0b\ud800", None, moment_of(None), (), "<p>&lt;script&gt;</p>", ())
    feed = Feed("urn:y", "t\x00", moment_of("2031-01-01T00:00:00"), (entry,), "en")

    for content in (rss(feed), atom(feed)):
        (one,) = parsed(content).entries
        assert one.title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip() == "a <b> &"
        assert b"<script" not in content


def test_a_topic_is_the_same_feed_when_it_is_renamed_and_its_entries_keep_their_ids(graph):
    topic = graph.desk.topics.make("Blasts", "type=bombing", "ann")
    before = topic_feed(graph, topic, order(type="bombing").selection)
    graph.desk.topics.rename(topic.id, "Bombs")
    after = topic_feed(graph, graph.desk.topics.topic(topic.id), order(type="bombing").selection)

    assert (before.id, before.title, after.title) == (after.id, "Blasts", "Bombs")
    assert [one.id for one in before.entries] == [one.id for one in after.entries]
    assert len(after.entries) == 1


def test_files_of_a_topic_and_of_a_question_hold_no_private_name_and_nothing_restricted(graph, tmp_path):
    restrict(graph)
    topic = graph.desk.topics.make("Blasts", "type=bombing", "ann")
    paths = [*write_feed(graph, tmp_path, order()), *write_feed(graph, tmp_path, order(of="blasts"))]
    text = "".join(path.read_text(encoding="utf-8") for path in paths)

    assert [path.suffix for path in paths] == [".rss", ".atom", ".rss", ".atom"]
    assert paths[2].stem == topic.id
    assert PRIVATE not in text
    assert SECRET not in text
    assert "a private person" in text
    assert not re.search("20 or more", text)
    with pytest.raises(NotFoundError, match="no topic"):
        write_feed(graph, tmp_path, order(of="top-none"))
