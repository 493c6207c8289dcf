"""Who may come in, and which changes pass the door."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from deciding_desk import Visitor
from fastapi import FastAPI

from rashomon.model.people import Station
from rashomon.store.ledger import Ledger
from rashomon.web.app import create_app
from rashomon.web.people.access import CHANGES, COOKIE, TRIES, Access
from rashomon.web.people.pace import Pace
from rashomon.web.serve import DeskError, OpenToOthersError, Reach, serve

PASSWORD = "three plain words"


@dataclass
class House:
    """A desk with accounts, over an empty ledger, and a clock that stands still."""

    ledger: Ledger
    now: list[float] = field(default_factory=lambda: [1000.0])

    def app(self, *, secure: bool = False) -> FastAPI:
        access = Access(self.ledger.people, self.ledger.review, secure=secure, clock=lambda: self.now[0])
        return create_app(self.ledger, access=access)

    def inside(self, name: str, app: FastAPI | None = None) -> Visitor:
        visitor = Visitor(app or self.app())
        assert visitor.post("/login", name=name, password=PASSWORD).status_code == 303
        visitor.get("/people")
        return visitor


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with Ledger.create(tmp_path / "ledger") as ledger:
        for name, station in (("root", Station.ADMIN), ("ana", Station.ANALYST), ("rea", Station.READER)):
            ledger.people.add(name, station, PASSWORD, "2031-04-01T10:00:00+00:00")
        yield House(ledger)


@pytest.mark.parametrize("path", ["/", "/review", "/decisions", "/people", "/status"])
def test_nobody_sees_a_page_without_logging_in(house: House, path: str) -> None:
    stranger = Visitor(house.app())
    answer = stranger.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/login?next={path.replace('/', '%2F')}")
    assert stranger.get(path, accept="application/json").status_code == 401
    assert stranger.get("/static/desk.css").status_code == 200
    assert stranger.get("/login").status_code == 200
    assert stranger.post("/decisions", verdict="note", target="evt-1").status_code == 401


def test_the_cookie_is_kept_from_scripts_other_sites_and_open_lines(house: House) -> None:
    answer = Visitor(house.app(secure=True)).post("/login", name="ana", password=PASSWORD, next="/review?state=open")
    cookie = answer.headers["set-cookie"].lower()
    assert answer.headers["location"] == "/review?state=open"
    assert all(word in cookie for word in (COOKIE, "httponly", "samesite=strict", "secure", "path=/"))
    assert "secure" not in Visitor(house.app()).post("/login", name="ana", password=PASSWORD).headers["set-cookie"].lower()


@pytest.mark.parametrize("following", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_no_login_leads_to_another_site(house: House, following: str) -> None:
    answer = Visitor(house.app()).post("/login", name="ana", password=PASSWORD, next=following)
    assert answer.headers["location"] == "/"


def test_wrong_passwords_are_counted_and_must_wait(house: House) -> None:
    visitor = Visitor(house.app())
    for _ in range(TRIES):
        assert visitor.post("/login", name="ana", password="wrong but long").status_code == 403
    refused = visitor.post("/login", name="ana", password=PASSWORD)
    assert refused.status_code == 429
    assert "Wait" in refused.text
    assert refused.headers["retry-after"] == "301"
    house.now[0] += 301
    assert visitor.post("/login", name="ana", password=PASSWORD).status_code == 303


def test_a_change_needs_the_word_of_the_session_and_this_desk_as_its_origin(house: House) -> None:
    ana = house.inside("ana")
    word = ana.word
    target = {"verdict": "note", "target": "art-1", "value": "a note"}
    assert ana.post("/decisions", **target).status_code == 303
    assert ana.post("/decisions", origin="http://evil.example", **target).status_code == 403
    assert ana.post("/decisions", origin="null", **target).status_code == 403
    for stale in ("", "x" * 64, house.inside("root").word):
        ana.word = stale
        assert ana.post("/decisions", **target).status_code == 403
    ana.word = word
    assert len(house.ledger.decisions()) == 1
    huge = ana.post("/decisions", verdict="note", target="art-1", value="x" * 1_000_001)
    assert huge.status_code == 413


def test_too_many_changes_must_wait(house: House) -> None:
    app = house.app()
    ana = house.inside("ana", app)
    access = app.state.access
    for _ in range(CHANGES):
        access.changes.wait("ana", house.now[0])
    assert ana.post("/decisions", verdict="note", target="art-1", value="x").status_code == 429
    house.now[0] += 61
    assert ana.post("/decisions", verdict="note", target="art-1", value="x").status_code == 303


def test_guesses_at_ones_own_password_must_wait_too(house: House) -> None:
    ana = house.inside("ana")
    for _ in range(TRIES):
        assert ana.post("/account/password", old="wrong but long", new="four more plain words").status_code == 403
    refused = ana.post("/account/password", old=PASSWORD, new="four more plain words")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "301")
    house.now[0] += 301
    assert ana.post("/account/password", old=PASSWORD, new="four more plain words").status_code == 303


def test_where_people_log_in_no_browser_keeps_a_page(house: House) -> None:
    ana = house.inside("ana")
    assert [ana.get(path).headers["cache-control"] for path in ("/", "/people", "/search?format=json")] == ["no-store"] * 3
    assert "no-store" not in ana.get("/static/desk.css").headers.get("cache-control", "")
    assert Visitor(house.app()).get("/people").headers["cache-control"] == "no-store"


def test_sessions_end_by_leaving_and_by_resting(house: House) -> None:
    ana = house.inside("ana")
    assert ana.get("/people").status_code == 200
    house.now[0] += 9 * 3600
    assert ana.get("/people").status_code == 303
    again = house.inside("ana")
    token = again.cookies[COOKIE]
    assert again.post("/logout").status_code == 303
    again.cookies = {COOKIE: token}
    assert again.get("/people").status_code == 303


def test_a_reader_reads_and_decides_nothing_and_only_an_admin_keeps_accounts(house: House) -> None:
    rea, ana, root = (house.inside(name) for name in ("rea", "ana", "root"))
    assert rea.get("/review").status_code == 200
    assert rea.post("/decisions", verdict="note", target="art-1", value="x").status_code == 403
    new = {"name": "ben", "role": "editor", "password": PASSWORD}
    assert ana.post("/people", **new).status_code == 403
    assert "Add an account" not in ana.get("/people").text
    assert root.post("/people", **new).status_code == 303
    assert root.post("/people", **new).status_code == 422
    assert root.post("/people/ben", role="analyst").status_code == 303
    (ben,) = (person for person in house.ledger.people.people() if person.name == "ben")
    assert (ben.role, ben.active) == (Station.ANALYST, False)
    assert root.post("/people/root", role="reader", active="1").status_code == 422


def test_one_changes_ones_own_password_and_stays_in(house: House) -> None:
    ana = house.inside("ana")
    other = house.inside("ana")
    assert ana.post("/account/password", old="wrong but long", new="four other plain words").status_code == 403
    assert ana.post("/account/password", old=PASSWORD, new="short").status_code == 422
    assert ana.post("/account/password", old=PASSWORD, new="four other plain words").status_code == 303
    assert ana.get("/people").status_code == 200
    assert other.get("/people").status_code == 303


def test_alone_one_needs_no_login_but_changes_still_need_the_word(house: House) -> None:
    app = create_app(house.ledger, access=Access(house.ledger.people, house.ledger.review, "sol"))
    alone = Visitor(app)
    assert "sol" in alone.get("/people").text
    assert alone.post("/decisions", verdict="note", target="art-1", value="x").status_code == 303
    alone.word = "guessed"
    assert alone.post("/decisions", verdict="note", target="art-1", value="x").status_code == 403
    assert [decision.who for decision in house.ledger.decisions()] == ["sol"]


@pytest.mark.parametrize(
    ("host", "reach", "reason"),
    [
        ("0.0.0.0", Reach(), "in the clear .*--certificate"),
        ("0.0.0.0", Reach(names=frozenset({"desk.example"})), "in the clear"),
    ],
)
def test_beyond_this_machine_the_way_must_be_encrypted(house: House, host: str, reach: Reach, reason: str) -> None:
    access = Access(house.ledger.people, house.ledger.review)
    with pytest.raises(OpenToOthersError, match=reason):
        serve(house.ledger, host, 0, pytest.fail, access, reach)


def test_for_others_the_desk_needs_accounts(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "ledger") as ledger:
        for access in (None, Access(ledger.people, ledger.review), Access(ledger.people, ledger.review, "sol")):
            for host, names in (("0.0.0.0", frozenset()), ("127.0.0.1", frozenset({"desk.example"}))):
                with pytest.raises(DeskError, match=r"no login yet .*people add"):
                    serve(ledger, host, 0, pytest.fail, access, Reach(names))


def test_a_pace_counts_each_name_for_itself_and_forgets() -> None:
    pace = Pace(2, 10.0)
    assert [pace.wait("a", 0.0), pace.wait("a", 1.0), pace.wait("a", 2.0), pace.wait("b", 2.0)] == [0, 0, 8.0, 0]
    assert pace.wait("a", 10.0) == 0
    pace.forget("b")
    assert [pace.wait("b", 3.0), pace.wait("b", 3.0)] == [0, 0]
