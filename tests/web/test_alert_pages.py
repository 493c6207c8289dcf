"""The pages of alerts: one's own watches and alerts, the form, and feeds whose address is their key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest
from deciding_desk import Visitor
from fastapi import FastAPI

from rashomon.model.people import Station
from rashomon.store.alerts.contract import Change, Intent, Rhythm, Told, WatchKind, Wish, Words
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question
from rashomon.web.app import create_app
from rashomon.web.people.access import Access
from rashomon.web.watching import Watchtower

PASSWORD = "three plain words"
NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)
WORDS = Words("A bomb <b>killed</b> 12", "Vale & Courier", "art-1", 0, 23, "Vale Courier", "2031-03-04", "javascript:alert(1)")
TOLD = Told(
    (Change.NEW_EVENT, Change.CONTRADICTION),
    ("New: Bombing in <Ostrel>",),
    "Bombing in <Ostrel>",
    "/events/acc-1",
    "claimed",
    ("Vale & Courier",),
    2,
    (WORDS,),
)
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass
class House:
    """A desk with accounts; ana watches and was told something."""

    ledger: Ledger
    app: FastAPI
    entered: dict[str, Visitor] = field(default_factory=dict)

    def inside(self, name: str) -> Visitor:
        if name not in self.entered:
            self.entered[name] = Visitor(self.app)
            assert self.entered[name].post("/login", name=name, password=PASSWORD).status_code == 303
            self.entered[name].get("/alerts")
        return self.entered[name]

    def feed(self, name: str) -> str:
        return f"/alerts/feed/{self.ledger.alerts.feed_secret(name)}.atom"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One for all tests: what one of them makes it takes away again."""
    with Ledger.create(tmp_path_factory.mktemp("alerts") / "ledger") as ledger:
        ledger.desk.search._listed = {}
        for name, station in (
            ("root", Station.ADMIN),
            ("ana", Station.ANALYST),
            ("rea", Station.READER),
            ("ben", Station.READER),
        ):
            ledger.people.add(name, station, PASSWORD, "2031-04-01T10:00:00+00:00")
        wish = Wish(WatchKind.SEARCH, "Ostrel", "ana", Question(text="bomb"), rhythm=Rhythm(quiet="22:00-07:00"))
        watch = ledger.alerts.watch(wish, NOW)
        ledger.alerts.keep(watch, 0, [Intent(TOLD)], "2031-03-05T12:00:00+00:00", {})
        (ledger.folder / "alerts.toml").write_text(
            '[command.pager]\nrun = ["pager"]\n[command.secret]\nrun = ["x"]\nfor = ["root"]\n', encoding="utf-8"
        )
        access = Access(
            ledger.people, ledger.review, collecting=ledger.collecting, alerts=Watchtower(ledger.alerts, ledger.folder)
        )
        yield House(ledger, create_app(ledger, access=access))


def test_an_alert_says_what_changed_according_to_whom(house: House) -> None:
    page = house.inside("ana").get("/alerts").text

    for part in ("Bombing in &lt;Ostrel&gt;", "2 independent roots", "according to Vale &amp; Courier", "quiet 22:00-07:00 UTC"):
        assert part in page
    assert 'href="/articles/art-1?at=0-23#c0"' in page
    assert "<b>killed" not in page


def test_each_sees_their_own_and_who_keeps_the_accounts_all(house: House) -> None:
    assert "Ostrel" not in house.inside("rea").get("/alerts?everyone=1").text
    assert "Ostrel" not in house.inside("root").get("/alerts").text
    everybody = house.inside("root").get("/alerts?everyone=1")
    (watch,) = house.ledger.alerts.watches("ana")

    assert "of ana" in everybody.text
    assert watch.secret not in everybody.text + house.inside("root").get("/alerts?everyone=1&format=json").text
    assert watch.secret in house.inside("ana").get("/alerts").text


def test_a_watch_is_made_and_forgotten(house: House) -> None:
    visitor = house.inside("rea")
    made = visitor.post(
        "/alerts/watches",
        kind="toll",
        name="many dead",
        question="q=bomb&country=IQ",
        at_least="20",
        roots="2",
        channels="pager",
        digest="daily",
        at="09:30",
        zone="Asia/Baghdad",
    )
    (watch,) = house.ledger.alerts.watches("rea")

    assert (made.status_code, made.headers["location"]) == (303, "/alerts#watches")
    assert (watch.wish.at_least, watch.wish.roots, watch.wish.channels) == (20.0, 2, ("pager",))
    assert (watch.wish.question.text, watch.wish.question.country) == ("bomb", "IQ")
    assert (watch.wish.rhythm.digest, watch.wish.rhythm.at, watch.wish.rhythm.zone) == ("daily", "09:30", "Asia/Baghdad")
    assert visitor.post(f"/alerts/watches/{watch.id}/delete").status_code == 303
    assert house.ledger.alerts.watches("rea") == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "toll", "name": "x", "at_least": "many"}, "value above 0"),
        ({"kind": "search", "name": "x", "question": ""}, "it would tell everything"),
        ({"kind": "denial", "name": "x", "channels": "secret"}, "no channel &#39;secret&#39; for rea (there is: pager)"),
        ({"kind": "denial", "name": "x", "zone": "Mars"}, "no time zone"),
        ({"kind": "denial", "name": "x", "quiet_from": "22:00"}, "are no hours"),
        ({"kind": "event", "name": "x", "ref": "evt-none"}, "no event"),
    ],
)
def test_a_form_that_cannot_be_watched_comes_back_with_the_reason(house: House, fields: dict[str, str], said: str) -> None:
    answer = house.inside("rea").post("/alerts/watches", **fields)

    assert answer.status_code == 422
    assert said in answer.text
    assert house.ledger.alerts.watches("rea") == ()


def test_nobody_forgets_the_watch_of_another(house: House) -> None:
    watch = house.ledger.alerts.watch(Wish(WatchKind.DENIAL, "denials", "ben"), NOW)

    assert house.inside("rea").post(f"/alerts/watches/{watch.id}/delete").status_code == 404
    assert house.inside("root").post(f"/alerts/watches/{watch.id}/delete", csrf="stale").status_code == 403
    assert house.ledger.alerts.watches("ben") == (watch,)
    assert house.inside("root").post(f"/alerts/watches/{watch.id}/delete").status_code == 303
    assert house.ledger.alerts.watches("ben") == ()


@pytest.mark.parametrize("kind", [kind for kind in WatchKind if kind is not WatchKind.EVENT])
def test_each_kind_has_a_form(house: House, kind: WatchKind) -> None:
    page = house.inside("rea").get(f"/alerts/watch?kind={kind}&q=bomb")

    assert page.status_code == 200
    assert 'value="pager"' in page.text
    assert 'value="secret"' not in page.text


def test_a_feed_opens_without_a_login_and_by_its_address_alone(house: House) -> None:
    stranger = Visitor(house.app)
    feed = stranger.get(house.feed("ana"))
    entry = ET.fromstring(feed.text).find(f"{ATOM}entry")

    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "Bombing in <Ostrel>"
    assert "A bomb <b>killed</b> 12" in (entry.findtext(f"{ATOM}content") or "")
    assert "2 independent roots" in (entry.findtext(f"{ATOM}content") or "")
    assert "javascript:" not in feed.text
    assert stranger.get("/alerts/feed/guessed.atom").status_code == 404
    assert stranger.get("/alerts").status_code == 303
    assert stranger.ask("POST", house.feed("ana"), accept="application/json").status_code == 401


def test_a_feed_ends_when_its_address_is_renewed_or_its_account_closed(house: House) -> None:
    visitor, old = house.inside("ben"), house.feed("ben")
    assert visitor.post("/alerts/feed").status_code == 303
    new = house.feed("ben")
    assert (visitor.get(old).status_code, visitor.get(new).status_code) == (404, 200)
    house.ledger.people.change("ben", active=False)

    assert Visitor(house.app).get(new).status_code == 404


def test_pages_have_a_way_to_watch_what_they_show(house: House) -> None:
    topic = house.ledger.desk.topics.make("Ostrel", "q=bomb&disputed=1", "ana")
    visitor = house.inside("ana")
    search = re.search(r'href="(/alerts/watch[^"]*)"', visitor.get("/search?q=bomb&type=bombing").text)
    found = re.search(r'href="(/alerts/watch[^"]*)"', visitor.get(f"/topics/{topic.id}").text)

    assert search is not None
    assert found is not None
    assert 'value="q=bomb&amp;type=bombing"' in visitor.get(search[1].replace("&amp;", "&")).text
    form = visitor.get(found[1].replace("&amp;", "&")).text
    assert 'value="q=bomb&amp;disputed=1"' in form
    assert 'name="name" value="Ostrel"' in form


def test_a_desk_that_keeps_no_alerts_has_no_such_page(house: House) -> None:
    app = create_app(house.ledger, access=Access(house.ledger.people, house.ledger.review, "sol"))

    assert Visitor(app).get("/alerts").status_code == 404
