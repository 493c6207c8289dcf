"""Who may ask the API, for what, and how often."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from api_desk import Programs
from deciding_desk import Visitor

from rashomon.model.marks import Mark
from rashomon.model.people import Station
from rashomon.store.ledger import Ledger
from rashomon.store.tokens.contract import Wish
from rashomon.store.views import Question
from rashomon.web.people.access import COOKIE
from rashomon.web.people.pace import Pace

PASSWORD = "three plain words"
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def folder_with_accounts(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's ledger with the account of an admin: for copying."""
    folder = tmp_path_factory.mktemp("accounts") / "ledger"
    shutil.copytree(sample_folder, folder)
    with Ledger.open(folder) as ledger:
        ledger.people.add("root", Station.ADMIN, PASSWORD, "2031-04-01T10:00:00+00:00")
    return folder


@pytest.fixture
def house(folder_with_accounts: Path, tmp_path: Path) -> Iterator[Programs]:
    """A desk with accounts over a copy of the sample."""
    shutil.copytree(folder_with_accounts, tmp_path / "ledger")
    with Ledger.open(tmp_path / "ledger") as ledger:
        yield Programs(ledger)


@pytest.fixture(scope="module")
def shared(folder_with_accounts: Path) -> Iterator[Programs]:
    """The same for tests that leave it as it is, but for tokens."""
    with Ledger.open(folder_with_accounts) as ledger:
        yield Programs(ledger)


def test_without_a_token_or_with_a_wrong_one_nothing_is_said(house: Programs):
    token = house.token()
    for answer in (
        house.get("/status"),
        house.get("/status", "rashomon_0_x"),
        house.get("/status", headers={"Authorization": "Basic cm9vdDp4"}),
        house.get("/openapi.json"),
        house.ask("POST", "/topics", json={"name": "x"}),
    ):
        assert (answer.status_code, answer.headers["content-type"]) == (401, PROBLEM)
        assert answer.headers["www-authenticate"] == "Bearer"
    assert house.get("/status", token).status_code == 200
    house.now += 91 * 86_400
    assert house.get("/status", token).status_code == 401


def _written(desk: Programs) -> Iterator[tuple[str, str]]:
    """Yield method and path of every address that may change something, with an id that is nobody's where it has one."""
    described = desk.get("/openapi.json", desk.token()).json()["paths"]
    for path, methods in described.items():
        for method in methods.keys() & {"post", "put", "patch", "delete"}:
            yield method.upper(), re.sub(r"\{\w+\}", "0", path)


def test_a_stranger_changes_nothing_at_any_address(shared: Programs):
    assert {(one, shared.ask(*one, json={}).status_code) for one in _written(shared)} == {(one, 401) for one in _written(shared)}


#: What a reader may change: own watches, the address of their feed, and tokens that do no more than the own one.
OWN = {
    *(("POST", path) for path in ("/alerts/feed", "/tokens", "/watches")),
    *((method, "/watches/0") for method in ("DELETE", "PATCH")),
    ("DELETE", "/tokens/0"),
}


def test_a_reader_changes_nothing_of_the_ledger_at_any_address(shared: Programs):
    token = shared.token()
    refused = {one for one in _written(shared) if shared.ask(*one, token, json={}).status_code == 403}

    assert set(_written(shared)) - refused == OWN


@pytest.mark.parametrize(
    ("role", "topic", "follow"), [(Station.READER, 403, 403), (Station.ANALYST, 201, 403), (Station.EDITOR, 201, 201)]
)
def test_a_role_does_what_the_desk_lets_it(house: Programs, role: Station, topic: int, follow: int):
    token = house.token(role)

    assert house.get("/events", token).status_code == 200
    assert house.ask("POST", "/topics", token, json={"name": "Bombs", "question": "q=bomb"}).status_code == topic
    assert house.ask("POST", "/follows", token, json={"address": "https://tarn.example/feed"}).status_code == follow
    assert house.get("/me", token).json()["role"] == role


def test_a_session_changes_only_with_its_word_and_from_here(house: Programs):
    visitor = Visitor(house.app)
    visitor.post("/login", name="root", password=PASSWORD)
    cookie = {"Cookie": f"{COOKIE}={visitor.cookies[COOKIE]}"}
    word = house.get("/me", headers=cookie).json()["csrf"]

    def make(**headers: str) -> int:
        return house.ask("POST", "/topics", json={"name": "x"}, headers=cookie | headers).status_code

    assert make() == 403
    assert make(**{"X-CSRF-Token": "guessed"}) == 403
    assert make(**{"X-CSRF-Token": word, "Origin": "http://evil.example"}) == 403
    assert make(**{"X-CSRF-Token": word, "Sec-Fetch-Site": "cross-site"}) == 403
    assert make(**{"X-CSRF-Token": word, "Origin": "http://127.0.0.1"}) == 201
    assert house.get("/me", house.token()).json()["csrf"] is None


def test_who_asks_too_often_is_told_how_long_to_wait(house: Programs):
    token, other = house.token(), house.token()
    house.access.asks = Pace(3, 60.0)
    statuses = {house.get("/me", token).status_code for _ in range(3)}
    late = house.get("/me", token)

    assert statuses == {200}
    assert (late.status_code, late.headers["content-type"]) == (429, PROBLEM)
    assert 1 <= int(late.headers["retry-after"]) <= 61
    assert house.get("/me", other).status_code == 200
    house.now += 61
    assert house.get("/me", token).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b'{"name": "\\ud800"}',
        b'{"name": "a\\u0000b"}',
        b'{"name": "x", "question": 1' + b"0" * 5000 + b"}",
        b'{"name": ' + b"[" * 50_000,
        b"\xff\xfe",
        b'{"name": "x", "more": 1}',
        b'"x"',
    ],
)
def test_a_body_that_is_none_is_refused(shared: Programs, body: bytes):
    answer = shared.ask(
        "POST", "/topics", shared.token(Station.ADMIN), content=body, headers={"Content-Type": "application/json"}
    )

    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == PROBLEM
    assert shared.ledger.desk.topics.all() == ()


def test_a_body_that_is_too_large_is_not_read(shared: Programs):
    assert shared.ask("POST", "/topics", shared.token(Station.ADMIN), content=b"x" * 1_000_001).status_code == 413


def test_a_decision_is_kept_signed_and_taken_back(house: Programs):
    token, other = house.token(Station.ANALYST), house.token(Station.EDITOR, person="root")
    event = house.get("/review/queue?size=1", token).json()["waiting"][0]
    account = event["accounts"][0]["account"]["id"]
    draft = {"verdict": "edit", "target": account, "field": "killed", "values": ["41"], "why": "the list names 41"}
    made = house.ask("POST", "/decisions", token, json=draft)

    assert made.status_code == 200, made.text
    assert (made.json()["who"], made.json()["after"]) == ("token test", '"41"')
    assert house.decided == [1]
    assert "41" in house.get(f"/events/{event['line']['id']}", token).json()["line"]["killed"]
    assert house.ask("POST", "/decisions", token, json=draft | {"target": "acc-0"}).status_code == 404
    assert house.ask("POST", "/decisions", token, json=draft | {"values": ["many"]}).status_code == 422
    grade = {"verdict": "grade", "target": "outlet:Frontier Wire", "values": ["B"], "why": "steady"}
    assert house.ask("POST", "/decisions", token, json=grade).status_code == 403
    assert house.ask("POST", "/decisions", other, json=grade).json()["who"] == "root"
    undone = house.ask("POST", f"/decisions/{made.json()['id']}/undo", token, json={"why": "a misprint"})
    assert undone.json()["undoes"] == made.json()["id"]
    assert [one["verdict"] for one in house.get("/decisions", token).json()["decisions"]] == ["edit", "grade", "edit"]


def test_topics_and_follows_are_kept(house: Programs):
    token = house.token(Station.EDITOR)
    made = house.ask("POST", "/topics", token, json={"name": " Bombs ", "question": "q=bomb&page=9"}).json()
    address = "https://tarn.example/feed"
    followed = house.ask("POST", "/follows", token, json={"address": address, "every": 3600}).json()

    assert (made["topic"]["name"], made["topic"]["question"]) == ("Bombs", "q=bomb")
    assert made["events"] == house.ledger.ask(Question(text="bomb")).total > 0
    renamed = house.ask("PATCH", f"/topics/{made['topic']['id']}", token, json={"name": "Fires"})
    assert renamed.json()["topic"]["name"] == "Fires"
    assert house.ask("DELETE", f"/topics/{made['topic']['id']}", token).status_code == 204
    assert house.get(f"/topics/{made['topic']['id']}", token).status_code == 404
    assert (followed["followed"]["every"], followed["followed"]["private"], followed["state"]) == (3600, False, "new")
    paused = house.ask("PATCH", f"/follows?address={address}", token, json={"paused": True})
    assert paused.json()["state"] == "paused"
    assert house.ask("POST", "/follows", token, json={"address": "file:///etc/passwd"}).status_code == 422
    assert house.ask("DELETE", f"/follows?address={address}", token).status_code == 204
    assert house.get("/follows", token).json() == []


def test_marks_hold_for_a_token_that_may_not_see_so_far(house: Programs):
    capture = next(one for one in house.ledger.captures() if one.name.startswith("karst-monitor"))
    house.ledger.marks.mark(capture.sha256, Mark.AMBER, "root", "2031-06-01T10:00:00+00:00")
    articles = [one.article for one in house.ledger.sources() if one.article.capture == capture.sha256]
    clear, amber = house.token(Station.ADMIN, Mark.CLEAR), house.token(clearance=Mark.AMBER)

    for path in (f"/articles/{articles[0].id}", f"/captures/{capture.sha256}/bytes"):
        assert (house.get(path, clear).status_code, house.get(path, amber).status_code) == (404, 200)
    for path in ("/articles", "/captures", "/contradictions", "/exports/events", "/today", "/hits?q=attack", "/claims?q=attack"):
        told = house.get(path, clear).text
        assert [one.id for one in articles if one.id in told] == [], path
        assert capture.sha256 not in told
    assert house.get("/review/queue", clear).status_code == 403
    assert house.get("/exports/events?tlp=red", amber).status_code == 403


def test_names_of_private_persons_are_withheld(house: Programs):
    name = "Othrek Balun"
    actor = house.ledger.actor_page(name).actor
    article = next(one.article for one in house.ledger.sources() if name in one.article.text)
    with sqlite3.connect(house.ledger.folder / "ledger.db") as connection:
        connection.execute("UPDATE actors SET withheld = 1 WHERE id = ?", (actor.id,))
    token = house.token()

    assert house.get(f"/actors/{name}", token).status_code == 404
    assert name not in house.get(f"/articles/{article.id}", token).text
    assert "█" in house.get(f"/articles/{article.id}", token).text
    assert name not in house.get("/actors", token).text
    assert house.get(f"/captures/{article.capture}/bytes", token).status_code == 403


def test_a_token_is_made_on_the_page_shown_once_and_revoked(house: Programs):
    house.ledger.people.add("ana", Station.ANALYST, PASSWORD, "2031-04-01T10:00:00+00:00")
    visitor = Visitor(house.app)
    visitor.post("/login", name="ana", password=PASSWORD)
    visitor.get("/people")
    made = visitor.post("/tokens", name="<b>nightly", role="analyst", tlp="green", days="7")
    token = next(one for one in house.ledger.tokens.all() if one.name == "<b>nightly")
    secret = made.text.partition('<pre class="secret"><code>')[2].partition("<")[0]
    page = visitor.get("/people").text

    assert (made.status_code, made.headers["cache-control"]) == (201, "no-store")
    assert house.get("/me", secret).json() | {"rights": 0} == {
        "name": "ana",
        "role": "analyst",
        "rights": 0,
        "clearance": "green",
        "token": token.id,
        "csrf": None,
    }
    assert "&lt;b&gt;nightly" in page
    assert secret not in page
    assert visitor.post("/tokens", name="x", role="admin").status_code == 403
    assert visitor.post("/tokens", name="x", role="reader", days="nan").status_code == 422
    other = house.ledger.tokens.make(Wish("another's", person="root"), house.now)[0]
    assert visitor.post(f"/tokens/{other.id}/revoke").status_code == 404
    assert visitor.post(f"/tokens/{token.id}/revoke").status_code == 303
    assert house.get("/me", secret).status_code == 401
