"""The API answers what its description says, with the ledger's own answers."""

import html
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from api_desk import Programs
from deciding_desk import Visitor
from jsonschema import Draft202012Validator

from rashomon.exports.briefs.contract import Wanted
from rashomon.exports.briefs.giving import given_out
from rashomon.exports.briefs.making import make_brief
from rashomon.model.people import Station
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question
from rashomon.web.answers import plain


@pytest.fixture(scope="module")
def programs(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programs]:
    """A desk over a copy of the sample, for tests that leave it as it is."""
    folder = tmp_path_factory.mktemp("api") / "ledger"
    shutil.copytree(sample_folder, folder)
    with Ledger.open(folder) as ledger:
        yield Programs(ledger, sole="ana")


@pytest.fixture(scope="module")
def described(programs: Programs) -> dict[str, Any]:
    return programs.get("/openapi.json").json()


def ids(ledger: Ledger) -> dict[str, str]:
    """One id of each kind."""
    event = ledger.ask(Question(text="bomb")).events[0]
    article = ledger.event(event.id).accounts[0].article
    return {
        "event_id": event.id,
        "article_id": article.id,
        "actor_id": ledger.pages.actor_list("armed_group", 1).shown[0].id,
        "name": article.outlet or "",
        "place_id": ledger.desk.search.placed(Question()).places[0].id,
        "series_id": ledger.pages.series(1).shown[0].view.series.id,
        "contradiction_id": ledger.pages.contradictions(None, loud=False, page=1).shown[0][0].id,
        "sha256": ledger.captures()[0].sha256,
        "topic_id": ledger.desk.topics.make("Bombs", "q=bomb", "ana").id,
        "decision_id": "",
        "brief_id": _given(ledger),
        "form": "geojson",
    }


def _given(ledger: Ledger) -> str:
    """The id of a brief that was given out."""
    wanted = Wanted("Bombs", "q=bomb", date(2031, 6, 1), Question(text="bomb", size=3))
    return given_out(ledger, make_brief(ledger, wanted), wanted, "ana").id


def test_every_answer_is_what_the_description_says(programs: Programs, described: dict[str, Any]):
    known, checked = ids(programs.ledger), 0
    for path, methods in described["paths"].items():
        if "get" not in methods or "decision_id" in path:
            continue
        asked = {"/claims": "?q=attack", "/hits": "?q=attack", "/ties": _tie(programs)}.get(path, "")
        answer = programs.get(path.format(**known) + asked)
        assert answer.status_code == 200, (path, answer.text)
        ((media_type, form), *_) = methods["get"]["responses"]["200"]["content"].items()
        assert answer.headers["content-type"].partition(";")[0] == media_type, path
        if "json" in media_type:
            Draft202012Validator(form["schema"] | {"components": described["components"]}).validate(answer.json())
            checked += 1
    assert checked > 45


def _tie(programs: Programs) -> str:
    """The question for a tie that the sample has."""
    names = [one.name for one in programs.ledger.pages.actor_list("armed_group", 1).shown]
    edge = programs.ledger.pages.network(names[:3], None).edges[0]
    return f"?subject={edge.subject}&relation={edge.relation.value}&object={edge.object}"


def test_an_answer_is_the_ledgers_own(programs: Programs):
    event_id = ids(programs.ledger)["event_id"]

    assert programs.get(f"/events/{event_id}").json() == plain(programs.ledger.event(event_id))
    found = programs.ledger.ask(Question(type="bombing", roots="2+", order="killed"))
    assert programs.get("/search?type=bombing&roots=2%2B&order=killed").json() == plain(found)
    assert programs.get("/status").json() == plain(programs.ledger.status())


@pytest.mark.parametrize(
    "path", ["/events?size=7", "/claims?q=attack&size=3", "/hits?q=the&size=2", "/articles", "/contradictions"]
)
def test_a_list_is_walked_by_its_cursor_once_through(programs: Programs, path: str):
    shown = programs.walk(path)
    entries = [json.dumps(one, sort_keys=True) for one in shown]

    assert len(entries) == len(set(entries)) == programs.get(path).json()["total"]
    assert shown == programs.walk(path)
    assert len(shown) > 0


def test_a_cursor_belongs_to_its_question(programs: Programs):
    cursor = programs.get("/events?size=7").json()["next"]

    assert programs.get(f"/events?size=7&cursor={cursor}").status_code == 200
    for wrong in (f"/events?size=8&cursor={cursor}", f"/articles?cursor={cursor}", "/events?cursor=x", "/events?cursor=%ff"):
        answer = programs.get(wrong)
        assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")


def test_what_is_not_done_says_why_and_what_to_do(programs: Programs):
    missing = programs.get("/events/evt-0")
    wrong = programs.get("/events?size=0&month=may")

    assert (missing.status_code, missing.json()["title"]) == (404, "Not Found")
    assert "evt-0" in missing.json()["detail"]
    assert wrong.status_code == 422
    assert [reason.partition(":")[0] for reason in wrong.json()["reasons"]] == ["month", "size"]
    for answer in (missing, wrong, programs.get("/nothing"), programs.ask("PUT", "/events", headers=_word(programs))):
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code
    assert programs.get("/today?since=2031-02-30").status_code == 422
    assert {programs.get(f"/today?on={day}").status_code for day in ("0001-01-01", "9999-12-31")} == {200}


def _word(programs: Programs) -> dict[str, str]:
    return {"X-CSRF-Token": programs.get("/me").json()["csrf"], "Origin": "http://127.0.0.1"}


@pytest.mark.parametrize(
    "path", ["/events?q=%00", "/events/evt-%0a", "/actors/%00", "/articles?outlet=a%00b", "/events?q=%ff%fe"]
)
def test_text_that_no_ledger_holds_is_refused_or_found_nowhere(programs: Programs, path: str):
    answer = programs.get(path)

    assert answer.status_code in {200, 400, 404}
    assert "json" in answer.headers["content-type"]


def test_an_answer_that_is_held_already_is_not_sent_again(programs: Programs):
    first = programs.get("/events")
    again = programs.get("/events", headers={"If-None-Match": f'W/"x", {first.headers["etag"]}'})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert programs.get("/events?q=bomb", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_a_capture_is_given_byte_for_byte_and_runs_nowhere(programs: Programs):
    capture = programs.ledger.captures()[0]
    answer = programs.get(f"/captures/{capture.sha256}/bytes")

    assert answer.content == programs.ledger.content(capture.sha256)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"].startswith("sandbox")


def test_events_leave_as_files(programs: Programs):
    answer = programs.get("/exports/events?type=bombing&form=csv")
    lines = answer.text.splitlines()
    events = programs.get("/exports/events?type=bombing").json()

    assert answer.headers["content-disposition"] == 'attachment; filename="rashomon.csv"'
    assert len(lines) > 1
    assert {line.partition(",")[0] for line in lines if line.startswith("evt-")} == {one["id"] for one in events}


def test_every_example_of_the_page_works(programs: Programs):
    page = Visitor(programs.app).get("/api").text
    token = programs.token(Station.ANALYST)
    commands = re.findall(r'<pre class="curl"[^>]*><code>(.*?)</code>', page)

    assert len(commands) == 6
    for command in commands:
        given = shlex.split(html.unescape(command))
        assert given[:3] == ["curl", "-H", "Authorization: Bearer $TOKEN"]
        method = given[given.index("-X") + 1] if "-X" in given else "GET"
        body = given[given.index("-d") + 1] if "-d" in given else None
        path = given[-1].partition("/api/v1")[2]
        answer = programs.ask(method, path, token, content=body, headers={"Content-Type": "application/json"} if body else {})
        assert answer.status_code in {200, 201}, (command, answer.text)


def test_the_page_lists_every_address(programs: Programs, described: dict[str, Any]):
    page = Visitor(programs.app).get("/api").text

    for path, methods in described["paths"].items():
        for method in methods:
            assert f"<code>{method.upper()} {path}</code>" in page
