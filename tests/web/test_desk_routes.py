"""Search in all its forms, the first page and topics, over the sample ledger, without a browser."""

import asyncio
import csv
import io
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import pytest
from deciding_desk import Visitor
from lxml import html

from rashomon.exports.drawings.stacking import stack
from rashomon.store.ledger import Ledger
from rashomon.store.search.drawing import Counts, Row
from rashomon.store.views import Question
from rashomon.web.app import create_app
from rashomon.web.catalogue import read_catalogue
from rashomon.web.people.access import Access
from rashomon.web.visits import visits

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def ledger(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("routes") / "ledger"
    shutil.copytree(sample_folder, folder)
    with Ledger.open(folder) as opened:
        yield opened


@pytest.fixture
def analyst(ledger: Ledger) -> Visitor:
    visitor = Visitor(create_app(ledger, access=Access(ledger.people, ledger.review, "ana")))
    assert visitor.get("/search").status_code == 200
    return visitor


@pytest.mark.parametrize("view", ["list", "timeline", "map", "chart", "table", "articles", "claims"])
def test_every_view_of_an_answer_has_an_address_that_keeps_the_question(analyst: Visitor, view: str) -> None:
    page = analyst.get(f"/search?q=market&type=bombing&view={view}")

    assert page.status_code == 200
    assert f'aria-current="page">{read_catalogue()(f"view.{view}")}' in page.text
    assert 'href="/search?q=market&amp;type=bombing&amp;view=timeline"' in page.text or view == "timeline"
    assert "/search.csv?q=market&amp;type=bombing" in page.text


def test_an_export_holds_exactly_what_the_list_counts_with_its_words(analyst: Visitor, ledger: Ledger) -> None:
    asked = Question("market", type="bombing")
    total = ledger.ask(asked).total
    rows = list(csv.DictReader(io.StringIO(analyst.get("/search.csv?q=market&type=bombing").text)))
    events = analyst.get("/search.json?q=market&type=bombing").json()

    assert total > 0
    assert len({row["event"] for row in rows}) == len(events) == total
    assert len(rows) == sum(len(event["accounts"]) for event in events) > 0
    assert {event["id"] for event in events} == {line.id for line in ledger.ask(asked).events}
    assert all(row["words"] and row["account_status"] and row["article"] for row in rows)
    for row in rows:
        text = ledger.article(row["article"]).text
        assert text[int(row["start"]) : int(row["end"])] == row["words"].removeprefix("'")


def test_a_map_is_given_every_event_or_told_how_many_it_lacks(analyst: Visitor, ledger: Ledger) -> None:
    found = analyst.get("/search.geojson?type=bombing").json()

    assert found["type"] == "FeatureCollection"
    assert found["total"] == ledger.ask(Question(type="bombing")).total
    assert sum(one["properties"]["events"] for one in found["features"]) + found["unplaced"] == found["total"]


def test_names_are_suggested_with_what_to_ask(analyst: Visitor) -> None:
    (first, *_) = analyst.get("/suggest?q=sable").json()

    assert (first["kind"], first["name"], first["asks"]) == ("actor", "Sable Heron", 'actor:"Sable Heron"')
    assert analyst.get(first["href"]).status_code == 200
    assert analyst.get("/suggest?q=").json() == []


def test_old_addresses_of_the_search_lead_to_it(analyst: Visitor) -> None:
    answer = analyst.get("/?q=market&type=bombing")

    assert (answer.status_code, answer.headers["location"]) == (307, "/search?q=market&type=bombing")


@pytest.mark.parametrize("bad", ["after=never", "area=1,2", "roots=many", "view=dance", "order=finest", "grade=Z", "by=mood"])
def test_what_an_address_cannot_mean_is_refused(analyst: Visitor, bad: str) -> None:
    assert analyst.get(f"/search?{bad}").status_code == 422


def test_the_first_page_tells_all_at_first_and_nothing_after_a_visit(analyst: Visitor) -> None:
    first = analyst.get("/")

    assert "your first visit" in first.text
    assert "New events" in first.text
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    analyst.cookies = {}
    assert "Nothing has changed since then." in analyst.get(f"/?since={tomorrow.date()}").text


def test_a_later_visit_is_told_what_came_since_the_one_before(ledger: Ledger) -> None:
    yesterday = (datetime.now(UTC) - timedelta(days=1)).isoformat(timespec="seconds")

    async def come() -> httpx.Response:
        transport = httpx.ASGITransport(app=create_app(ledger))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get("/", headers={"Cookie": f"rashomon_visits=|{yesterday}", "Accept": "text/html"})

    page = asyncio.run(come())

    assert "What came since your last visit" in page.text
    assert page.headers["set-cookie"].startswith(f'rashomon_visits="{yesterday}|') or yesterday in page.headers["set-cookie"]
    assert "httponly" in page.headers["set-cookie"].lower()


def test_a_cookie_that_makes_no_sense_is_a_first_visit() -> None:
    now = datetime(2031, 3, 1, tzinfo=UTC)

    assert visits("x|y", now).last is None
    assert visits("2031-01-01|2039-01-01T00:00:00+00:00", now).last is None
    assert visits("|2031-02-01T00:00:00", now).last is None


def test_a_topic_is_saved_read_fed_renamed_moved_and_deleted(analyst: Visitor) -> None:
    made = analyst.post("/topics", name="Market <bombs>", question="q=market&type=bombing&page=3&evil=1")
    other = analyst.post("/topics", name="Second", question="type=threat")
    address = made.headers["location"]
    page = analyst.get(address)

    assert (made.status_code, other.status_code) == (303, 303)
    assert "Market &lt;bombs&gt;" in page.text
    assert 'href="/search?q=market&amp;type=bombing"' in page.text
    assert "According to" in page.text
    assert "independent roots" in page.text
    assert "a source that is not named" not in page.text
    assert "11 March 2031" in page.text
    assert "Week from 10 March 2031" in analyst.get(f"{address}?by=week").text

    feed = ET.fromstring(analyst.get(f"{address}/feed.atom").content)
    assert feed.findtext(f"{ATOM}title") == "Market <bombs>"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) > 0
    assert all(datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "") for entry in feed.iter(f"{ATOM}entry"))

    analyst.post(f"{address}/rename", name="Markets")
    analyst.post(f"{address}/move", places="1")
    listed = analyst.get("/topics").text
    assert listed.index("Second") < listed.index("Markets")
    assert analyst.post(f"{address}/delete").status_code == 303
    assert analyst.get(address).status_code == 404


def test_every_sentence_of_a_topics_archive_leads_to_its_words(analyst: Visitor, ledger: Ledger) -> None:
    topic = ledger.desk.topics.make("bombs", "type=bombing", "ana")
    page = html.fromstring(analyst.get(f"/topics/{topic.id}").text)
    sentences = page.xpath("//article[@class='brief']/p[@dir='auto']")

    assert len(sentences) > 5
    assert all(one.xpath("./sup/a[starts-with(@href, '/articles/')]") for one in sentences)
    ledger.desk.topics.delete(topic.id)


def test_a_desk_that_only_shows_saves_no_topic(ledger: Ledger) -> None:
    visitor = Visitor(create_app(ledger))

    assert visitor.post("/topics", name="x", question="").status_code in {403, 405}
    assert "x" not in {topic.name for topic in ledger.desk.topics.all()}


def test_a_change_without_the_pages_own_word_is_refused(ledger: Ledger, analyst: Visitor) -> None:
    analyst.word = "forged"

    assert analyst.post("/topics", name="x", question="").status_code == 403
    assert "x" not in {topic.name for topic in ledger.desk.topics.all()}


def test_a_chart_is_drawn_by_year_where_months_are_too_many() -> None:
    months = tuple(f"{year}-{month:02}" for year in range(2000, 2020) for month in range(1, 13))
    rows = (Row("bombing", "bombing", 240, (1,) * 240), Row("threat", "threat", 0, (0,) * 240))
    drawn = stack(Counts("type", months, rows, 0, 240, 0), read_catalogue(), lambda _, value: value.label)

    assert drawn is not None
    assert drawn.by_year
    assert len(drawn.bands) == 20
    assert drawn.values[-1].label == "20"
    gap = stack(
        Counts("type", ("2031-01", "2031-04"), (Row("b", "b", 2, (1, 1)),), 0, 2, 0),
        read_catalogue(),
        lambda _, value: value.label,
    )
    assert gap is not None
    assert [round(band.x) for band in gap.bands] == [65, 569]
    assert stack(Counts("type", (), (), 0, 0, 3), read_catalogue(), lambda _, value: value.label) is None
