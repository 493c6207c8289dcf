"""The addresses of feeds on the desk: of a topic, of any search, found by programs that look for them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from deciding_desk import Visitor

from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger
from rashomon.web.app import create_app


@pytest.fixture(scope="module")
def ledger(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("feeds") / "ledger"
    shutil.copytree(sample_folder, folder)
    with Ledger.open(folder) as opened:
        yield opened


@pytest.fixture
def desk(ledger: Ledger) -> Visitor:
    return Visitor(create_app(ledger))


@pytest.mark.parametrize(("kind", "version"), [("atom", "atom10"), ("rss", "rss20")])
def test_any_search_has_a_feed_of_the_same_answer(desk: Visitor, kind: str, version: str) -> None:
    answer = desk.get(f"/search.{kind}?q=market&type=bombing")
    read = feedparser.parse(answer.content)
    listed = desk.get("/search.json?q=market&type=bombing").json()

    assert (answer.headers["content-type"], read.bozo, read.version) == (f"application/{kind}+xml", False, version)
    assert {one.id for one in read.entries} == {f"urn:rashomon:{one['id']}" for one in listed}
    assert read.feed.link == "http://127.0.0.1/search?q=market&type=bombing"
    assert desk.get(read.entries[0].link.removeprefix("http://127.0.0.1")).status_code == 200


def test_a_topic_names_both_its_feeds(desk: Visitor, ledger: Ledger) -> None:
    topic = ledger.desk.topics.make("Markets", "q=market", "ann")
    page = desk.get(f"/topics/{topic.id}").text

    for kind in ("atom", "rss"):
        assert f'href="/topics/{topic.id}/feed.{kind}"' in page
        assert feedparser.parse(desk.get(f"/topics/{topic.id}/feed.{kind}").content).feed.title == "Markets"
    assert desk.get("/topics/top-none/feed.rss").status_code == 404


def test_a_wrong_question_is_refused_and_a_restricted_capture_is_in_no_feed(desk: Visitor, ledger: Ledger) -> None:
    before = feedparser.parse(desk.get("/search.rss").content).entries
    for capture in ledger.captures():
        ledger.marks.mark(capture.sha256, Mark.GREEN, "ann", "2031-01-01T00:00:00+00:00")

    assert desk.get("/search.rss?month=never").status_code in {400, 422}
    assert before
    assert feedparser.parse(desk.get("/search.rss").content).entries == []
