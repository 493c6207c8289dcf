"""What programs change and fetch by the API beside search and review: watches, briefs, sheets, marks, tokens, people, files."""

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from api_desk import START, Programs

from rashomon.model.marks import Mark
from rashomon.model.people import Station
from rashomon.store.ledger import Ledger
from rashomon.store.tokens.contract import Wish

PASSWORD = "a long enough password"
FILE = {"Content-Type": "application/octet-stream"}


@pytest.fixture(scope="module")
def desk(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programs]:
    """A desk with accounts over a copy of the sample."""
    folder = tmp_path_factory.mktemp("deeds") / "ledger"
    shutil.copytree(sample_folder, folder)
    with Ledger.open(folder) as ledger:
        for name, role in (("rita", Station.READER), ("ana", Station.ANALYST), ("ed", Station.EDITOR), ("ada", Station.ADMIN)):
            ledger.people.add(name, role, PASSWORD, "2031-06-01T00:00:00+00:00")
        yield Programs(ledger)


@pytest.fixture(scope="module")
def keys(desk: Programs) -> dict[str, str]:
    """A token of each person that sees all that its role may, and "low" of ana's that sees what is CLEAR."""
    roles = {"rita": Station.READER, "ana": Station.ANALYST, "ed": Station.EDITOR, "ada": Station.ADMIN}
    made = {name: desk.token(role, Mark.RED, name) for name, role in roles.items()}
    return made | {"low": desk.token(Station.ANALYST, Mark.CLEAR, "ana")}


def test_a_watch_is_made_changed_and_ended(desk: Programs, keys: dict[str, str]):
    wish = {"kind": "search", "name": "Bombs", "question": "q=bomb", "quiet_from": "22:00", "quiet_to": "07:00", "zone": "UTC"}
    made = desk.ask("POST", "/watches", keys["rita"], json=wish)
    assert (made.status_code, made.json()["wish"]["rhythm"]["quiet"]) == (201, "22:00-07:00")
    at = f"/watches/{made.json()['id']}"

    changed = desk.ask("PATCH", at, keys["rita"], json={"name": "All bombs", "digest": "daily"}).json()["wish"]
    assert (changed["name"], changed["rhythm"]["digest"], changed["question"]["text"]) == ("All bombs", "daily", "bomb")
    other = desk.ask("PATCH", at, keys["rita"], json={"question": "q=fire", "clearance": "green"}).json()["wish"]
    assert (other["name"], other["question"]["text"], other["clearance"]) == ("All bombs", "fire", "green")
    assert desk.ask("PATCH", at, keys["rita"], json={"question": ""}).status_code == 422
    assert desk.ask("PATCH", at, keys["rita"], json={"clearance": "red"}).status_code == 403
    assert desk.ask("PATCH", at, keys["ana"], json={"name": "mine"}).status_code == 404
    assert desk.ask("DELETE", at, keys["ana"]).status_code == 404
    (seen,) = desk.get("/watches?everyone=true", keys["ada"]).json()
    assert (seen["wish"]["owner"], seen["feed"]) == ("rita", None)
    assert desk.ask("DELETE", at, keys["rita"]).status_code == 204
    assert desk.get("/watches", keys["rita"]).json() == []


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"kind": "search", "name": "Everything"}, 422),
        ({"kind": "toll", "name": "Many", "question": "q=bomb"}, 422),
        ({"kind": "search", "name": "Fires", "question": "q=fire", "channels": ["nowhere"]}, 422),
        ({"kind": "event", "name": "One", "ref": "evt-0"}, 404),
        ({"kind": "search", "name": "Fires", "question": "q=fire", "clearance": "red"}, 403),
    ],
)
def test_what_cannot_be_watched_says_why(desk: Programs, keys: dict[str, str], wish: dict[str, object], status: int):
    answer = desk.ask("POST", "/watches", keys["low"], json=wish)

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_token_sees_no_alert_above_its_clearance(desk: Programs, keys: dict[str, str]):
    wish = {"kind": "search", "name": "Secret bombs", "question": "q=bomb", "clearance": "red"}
    made = desk.ask("POST", "/watches", keys["ana"], json=wish).json()
    (low,) = desk.get("/watches", keys["low"]).json()

    assert made["feed"] is not None
    assert low["feed"] is None
    assert desk.get("/alerts/feed", keys["low"]).json() == {"feed": None}
    assert desk.get("/alerts/feed", keys["ana"]).json()["feed"].endswith(".atom")
    assert desk.get("/alerts", keys["low"]).json() == {"alerts": [], "older": None}


def test_a_brief_is_drafted_given_out_and_fetched(desk: Programs, keys: dict[str, str]):
    draft = desk.get("/brief?q=bomb", keys["rita"]).json()
    assert draft["citations"]
    assert desk.get("/brief/file?q=bomb", keys["rita"]).text.startswith("# ")
    assert desk.ask("POST", "/briefs", keys["rita"], json={"question": "q=bomb"}).status_code == 403

    given = desk.ask("POST", "/briefs", keys["ana"], json={"question": "q=bomb"}).json()

    at = f"/briefs/{given['line']['id']}"
    assert given["line"]["who"] == "ana"
    assert desk.get(at, keys["rita"]).json()["brief"] == given["brief"]
    assert [one["id"] for one in desk.get("/briefs", keys["rita"]).json()] == [given["line"]["id"]]
    assert "<html" in desk.get(f"{at}/file?form=html", keys["rita"]).text
    assert desk.get("/brief?q=bomb&tlp=red", keys["low"]).status_code == 403


def test_a_sheet_comes_back_as_decisions_that_were_seen_first(desk: Programs, keys: dict[str, str]):
    sheet = desk.get("/sheet?q=bomb", keys["ana"])
    rows = list(csv.DictReader(io.StringIO(sheet.text.removeprefix("\ufeff"))))
    row = next(row for row in rows if row["row"] == "account")
    edited = io.StringIO()
    writer = csv.DictWriter(edited, rows[0].keys())
    writer.writeheader()
    writer.writerows([one | ({"status (edit)": "disputed"} if one is row else {}) for one in rows])
    content = edited.getvalue().encode()

    told = desk.ask("POST", "/sheet/comparison", keys["ana"], content=content, headers=FILE).json()

    assert [(one["target"], one["after"]) for one in told["changes"]] == [(row["account"], "disputed")]
    assert desk.ask("POST", "/sheet/decisions?seen=other", keys["ana"], content=content, headers=FILE).status_code == 409
    assert desk.ask("POST", "/sheet/comparison", keys["rita"], content=content, headers=FILE).status_code == 403
    assert desk.ask("POST", "/sheet/comparison", keys["ana"], content=b"\0\1", headers=FILE).status_code == 422
    done = desk.ask("POST", f"/sheet/decisions?seen={told['seen']}&why=checked", keys["ana"], content=content, headers=FILE)
    assert done.status_code == 200, done.text
    (made,) = done.json()["made"]
    assert (made["target"], made["who"], made["why"]) == (row["account"], "ana", "checked")
    assert desk.get(f"/decisions/{made['id']}", keys["ana"]).json()["stands"]


def test_marks_hide_and_only_who_sees_all_sets_them(desk: Programs, keys: dict[str, str]):
    capture = desk.ledger.captures()[0]
    wanted = {"what": capture.sha256, "mark": "red"}
    assert desk.ask("POST", "/marks", keys["ana"], json=wanted).status_code == 403
    assert desk.ask("POST", "/marks", keys["ed"], json={"what": "nothing", "mark": "red"}).status_code == 404

    (marked,) = desk.ask("POST", "/marks", keys["ed"], json=wanted).json()

    assert marked["sha256"] == capture.sha256
    assert [one["who"] for one in desk.get("/marks", keys["ana"]).json()] == ["ed"]
    assert desk.get("/marks", keys["low"]).json() == []
    assert desk.get("/marks", keys["rita"]).json() == [], "a reader sees up to AMBER, whatever the token says"
    low = desk.token(Station.EDITOR, Mark.CLEAR, "ed")
    assert desk.ask("DELETE", f"/marks?what={capture.sha256}", low).status_code == 403
    assert desk.ask("DELETE", f"/marks?what={capture.sha256}", keys["ed"]).status_code == 200
    assert desk.get("/marks", keys["ana"]).json() == []


def test_names_that_are_withheld_are_told_to_keepers_only(desk: Programs, keys: dict[str, str]):
    assert desk.get("/withheld", keys["ed"]).status_code == 403
    assert desk.get("/withheld", keys["ada"]).json() == {"persons": [], "current": True}


def test_a_token_makes_tokens_that_end_with_it(desk: Programs, keys: dict[str, str]):
    short = desk.ledger.tokens.make(Wish("short", Station.ANALYST, "ana", Mark.GREEN, days=2), desk.now)[1]
    made = desk.ask("POST", "/tokens", short, json={"name": "child", "role": "reader", "tlp": "green", "days": 300}).json()

    assert made["ends"] in {one["ends"] for one in desk.get("/tokens", keys["ana"]).json() if one["token"]["id"] == made["id"]}
    (token,) = [one for one in desk.ledger.tokens.all() if one.id == made["id"]]
    assert (token.ends, token.person) == (START + 2 * 86_400, "ana")
    assert desk.get("/me", made["secret"]).json()["name"] == "ana"
    for wish in ({"name": "more", "role": "editor"}, {"name": "more", "tlp": "red"}):
        assert desk.ask("POST", "/tokens", short, json=wish).status_code == 403
    assert desk.ask("DELETE", f"/tokens/{made['id']}", keys["rita"]).status_code == 404
    assert desk.ask("DELETE", f"/tokens/{made['id']}", keys["ana"]).status_code == 204
    assert desk.get("/me", made["secret"]).status_code == 401
    assert desk.ask("POST", "/tokens", desk.token(Station.READER), json={"name": "of nobody"}).status_code == 403


def test_who_keeps_the_accounts_makes_and_changes_them(desk: Programs, keys: dict[str, str]):
    new = {"name": "zoe", "role": "reader", "password": PASSWORD}
    assert desk.ask("POST", "/people", keys["ed"], json=new).status_code == 403
    assert desk.ask("POST", "/people", keys["ada"], json=new).status_code == 201
    assert desk.ask("POST", "/people", keys["ada"], json=new).status_code == 422

    changed = desk.ask("PATCH", "/people/zoe", keys["ada"], json={"active": False}).json()

    assert (changed["active"], changed["role"]) == (False, "reader")
    assert [one["name"] for one in desk.get("/people", keys["rita"]).json()] == ["rita"]
    assert len(desk.get("/people", keys["ada"]).json()) == 5
    assert desk.ask("PATCH", "/people/nobody", keys["ada"], json={"active": False}).status_code == 404
    assert desk.ask("PATCH", "/people/zoe", keys["ada"], json={}).status_code == 422


def test_forms_leave_as_files_by_name(desk: Programs, keys: dict[str, str]):
    stix = desk.get("/exports/stix?q=bomb", keys["rita"])
    acled = desk.get("/exports/acled?q=bomb&as=conservative", keys["rita"])
    event = desk.get("/events?q=bomb&size=1", keys["rita"]).json()["shown"][0]["id"]

    assert json.loads(stix.content)["type"] == "bundle"
    assert stix.headers["content-disposition"] == 'attachment; filename="stix-bundle.json"'
    with zipfile.ZipFile(io.BytesIO(acled.content)) as package:
        manifest = next(name for name in package.namelist() if name.endswith("manifest.json"))
        assert json.loads(package.read(manifest))["aggregation"] == "conservative"
    assert event in desk.get(f"/exports/prov?of={event}", keys["rita"]).text
    assert {one["name"]: one["of"] for one in desk.get("/exports", keys["rita"]).json()}["prov"] == "an event"


@pytest.mark.parametrize(
    ("path", "key", "status"),
    [
        ("/exports/nothing", "rita", 422),
        ("/exports/geojson?of=evt-1", "rita", 422),
        ("/exports/prov?of=evt-1", "rita", 404),
        ("/exports/prov", "rita", 409),
        ("/exports/geojson?tlp=red", "low", 403),
        ("/exports/jsonl", "ed", 403),
    ],
)
def test_a_file_that_is_not_given_says_why(desk: Programs, keys: dict[str, str], path: str, key: str, status: int):
    answer = desk.get(path, keys[key])

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert str(desk.ledger.folder) not in answer.text


def test_who_asks_while_files_are_written_waits(desk: Programs, keys: dict[str, str]):
    writing = next(route.app for route in desk.app.routes if getattr(route, "name", "") == "api_v1").state.writing
    assert writing.acquire(blocking=False)
    assert writing.acquire(blocking=False)

    answer = desk.get("/exports/geojson", keys["rita"])

    writing.release()
    writing.release()
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "30")
    assert desk.get("/exports/geojson?q=bomb", keys["rita"]).status_code == 200
