"""Events in ACLED's columns: who stands where, how exact, which of several tolls, and what is no row."""

import csv
import io
import json

import pytest
from coded_events import ARMY, FRONT, GAO, STATE, Happening, Said, published, row, setting

from rashomon.exports.coded.acled import code, write_acled
from rashomon.exports.coded.acled_rules import COLUMNS, file_problems, problems
from rashomon.exports.coded.writing import LeftOut
from rashomon.exports.contract import Aggregation, Order
from rashomon.model.marks import Mark
from rashomon.model.places import Place
from rashomon.model.words import EventType, MentionKind, PlacePrecision, Status
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection
from rashomon.store.views import Question

SOLDIERS = (("soldiers", MentionKind.FORCE),)
BASE = (("their base", MentionKind.FACILITY),)
PEOPLE = (("12 people", MentionKind.CIVILIANS),)


def test_a_row_has_acleds_columns_and_words():
    made = row(Happening(said=(Said(killed="12", patients=PEOPLE),)))

    assert set(made) == set(COLUMNS)
    assert (made["event_type"], made["sub_event_type"]) == ("Explosions/Remote violence", "Remote explosive/landmine/IED")
    assert (made["actor1"], made["inter1"], made["actor2"], made["inter2"]) == (
        "Vale Front",
        "Rebel group",
        "Civilians (Mali)",
        "Civilians",
    )
    assert (made["interaction"], made["civilian_targeting"]) == ("Rebel group-Civilians", "Civilian targeting")
    assert (made["iso"], made["region"], made["country"], made["location"]) == (466, "Western Africa", "Mali", "Gao")
    assert (made["latitude"], made["longitude"], made["geo_precision"]) == ("16.2700", "-0.0400", 1)
    assert (str(made["event_date"]), made["year"], made["time_precision"], made["fatalities"]) == ("2031-03-03", 2031, 1, 12)
    assert made["event_id_cnty"] == f"MLI{0xABC}"
    assert (made["source"], made["source_scale"]) == ("Vale Courier", "National")
    assert made["timestamp"] == 1930464000


def test_notes_say_whose_words_they_are():
    notes = row(Happening())["notes"]

    assert notes.startswith("On 3 March 2031, according to Vale Courier, 2031-03-04 (on the word of Vale Front) (a claim):")
    assert '"A bomb killed 12 people in Gao on Monday."' in notes


@pytest.mark.parametrize(
    ("aggregation", "fatalities"),
    [(Aggregation.CONSERVATIVE, 9), (Aggregation.REPRESENTATIVE, 12), (Aggregation.INFORMATIVE, 20)],
)
def test_the_aggregation_chooses_among_tolls(aggregation, fatalities):
    said = (Said(killed="12"), Said(killed="12", root="Hospital"), Said(killed="9..20", root="Army"))

    made = row(Happening(said=said), aggregation)

    assert made["fatalities"] == fatalities
    assert "fatalities range=9-20" in made["tags"]


def test_what_is_said_not_to_have_happened_gives_no_toll():
    made = row(Happening(said=(Said(killed="3"), Said(killed="40", root="Army", status=Status.NEGATED))), Aggregation.INFORMATIVE)

    assert made["fatalities"] == 3


def test_a_toll_that_nobody_states_is_none_and_says_so():
    made = row(Happening(said=(Said(),)))

    assert made["fatalities"] == 0
    assert "fatalities=not stated" in made["tags"]


@pytest.mark.parametrize(
    ("happening", "reason"),
    [
        (Happening(status=Status.NEGATED), "status negated"),
        (Happening(status=Status.PLANNED), "status planned"),
        (Happening(status=Status.HYPOTHETICAL), "status hypothetical"),
        (Happening(dates=()), "no date"),
        (Happening(dates=("2031",)), "date vaguer than a month"),
        (Happening(dates=("2031-03-03/",)), "date vaguer than a month"),
        (Happening(places=()), "no place"),
        (
            Happening(places=(Place("Mali", "ML", PlacePrecision.COUNTRY, lat=17.0, lon=-4.0),)),
            "place vaguer than a part of a country",
        ),
        (Happening(kind=EventType.ATTACK, said=(Said(patients=BASE),)), "names no civilians as harmed"),
        (Happening(kind=EventType.STATEMENT_OR_PROPAGANDA), "statement_or_propaganda is no event there"),
    ],
)
def test_what_acled_would_not_code_is_no_row(happening, reason):
    assert code(published(happening), setting()) == LeftOut(reason)


@pytest.mark.parametrize("status", [Status.DENIED, Status.DISPUTED, Status.ALLEGED])
def test_what_is_denied_or_alleged_says_so(status):
    assert f"status={status}" in row(Happening(status=status))["tags"]


@pytest.mark.parametrize(
    ("date", "day", "precision"),
    [("2031-03-03/2031-03-05", "2031-03-04", 2), ("2031-03", "2031-03-16", 3), ("2031-03-03", "2031-03-03", 1)],
)
def test_a_longer_time_is_coded_to_its_middle(date, day, precision):
    made = row(Happening(dates=(date,)))

    assert (str(made["event_date"]), made["time_precision"]) == (day, precision)


@pytest.mark.parametrize(
    ("precision", "code_there"), [(PlacePrecision.NEAR, 2), (PlacePrecision.ADMIN2, 2), (PlacePrecision.ADMIN1, 3)]
)
def test_a_vaguer_place_has_a_vaguer_code(precision, code_there):
    assert row(Happening(places=(Place("Gao", "ML", precision, lat=16.0, lon=0.0),)))["geo_precision"] == code_there


def test_the_informative_place_is_the_most_exact():
    region = Place("Gao Region", "ML", PlacePrecision.ADMIN1, lat=17.0, lon=0.5)
    happening = Happening(places=(region, GAO))

    assert row(happening)["location"] == "Gao Region"
    assert row(happening, Aggregation.INFORMATIVE)["location"] == "Gao"
    assert row(happening, Aggregation.CONSERVATIVE)["location"] == "Gao Region"


def test_battles_have_two_armed_sides():
    made = row(Happening(kind=EventType.ARMED_CLASH, patients=(ARMY,)))
    alone = row(Happening(kind=EventType.ARMED_CLASH, said=(Said(patients=PEOPLE),)))

    assert (made["actor2"], made["inter2"], made["interaction"]) == (
        "Malian military",
        "State forces",
        "State forces-Rebel group",
    )
    assert (alone["actor2"], alone["inter2"]) == ("Unidentified Armed Group (Mali)", "Political militia")
    assert "other side=not stated" in alone["tags"]


def test_the_words_say_how_where_the_type_leaves_it_open():
    thrown = Said("Gunmen threw a hand grenade into a market in Gao.", patients=PEOPLE)

    assert row(Happening(said=(thrown,)))["sub_event_type"] == "Grenade"
    assert row(Happening(kind=EventType.AIRSTRIKE, said=(thrown,)))["sub_event_type"] == "Air/drone strike"


def test_an_attack_without_a_doer_names_nobody_known():
    flown = Said("Warplanes bombed soldiers in Gao on Monday.", patients=SOLDIERS)
    made = row(Happening(kind=EventType.AIRSTRIKE, agents=(), said=(flown,)))

    assert (made["actor1"], made["actor2"]) == ("Unidentified Military Forces", "Unidentified Military Forces")
    assert "perpetrator=not stated" in made["tags"]


def test_a_foreign_army_is_an_external_force():
    made = row(Happening(kind=EventType.AIRSTRIKE, agents=(STATE,)))

    assert (made["actor1"], made["inter1"], made["actor2"]) == ("Military Forces of Norland", "External/Other forces", "")


def test_no_actor_stands_on_both_sides():
    made = row(Happening(kind=EventType.ARMED_CLASH, agents=(FRONT,), patients=(FRONT,)))

    assert made["actor1"] != made["actor2"]


def test_demonstrations_have_protesters():
    made = row(Happening(kind=EventType.PROTEST, agents=()))

    assert (made["actor1"], made["inter1"], made["interaction"]) == ("Protesters (Mali)", "Protesters", "Protesters only")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("event_id_cnty", "x"),
        ("event_date", "3 March"),
        ("year", 1999),
        ("time_precision", 4),
        ("sub_event_type", "Picnic"),
        ("disorder_type", "Strategic developments"),
        ("inter1", "Pirates"),
        ("interaction", "Rebel group only-"),
        ("civilian_targeting", "yes"),
        ("region", "Atlantis"),
        ("iso", "46x"),
        ("latitude", "123.4"),
        ("longitude", ""),
        ("geo_precision", 0),
        ("source_scale", "Everywhere"),
        ("fatalities", -1),
        ("fatalities", ""),
        ("notes", ""),
    ],
)
def test_the_rules_find_what_is_wrong(column, cell):
    assert list(problems({**row(Happening()), column: cell}))


def test_files_keep_the_rules_and_say_what_was_left_out(told_folder, tmp_path):
    with Ledger.open(told_folder) as ledger:
        found = ledger.desk.search.count(Question())
        table, sources, manifest = write_acled(ledger, tmp_path, Order())

    told = json.loads(manifest.read_text("utf-8"))
    rows, traced = (list(csv.DictReader(io.StringIO(path.read_text("utf-8")))) for path in (table, sources))
    assert list(file_problems(table)) == []
    assert told["rows"] == len(rows) > 0
    assert told["rows"] + sum(told["left_out"].values()) == found == told["events_found"]
    assert (told["aggregation"], told["clearance"]) == ("representative", "TLP:CLEAR")
    assert {one["event_id_cnty"] for one in rows} == {one["row"] for one in traced}
    assert all(one["words"] and one["article"] and one["account_status"] and one["grade"] for one in traced)


def test_restricted_captures_leave_no_trace(told, tmp_path):
    secret = max((source.article for source in told.sources()), key=lambda article: len(told.article_page(article.id).events))
    told.marks.mark(secret.capture, Mark.RED, "ana", "2031-04-01T10:00:00+00:00")

    write_acled(told, tmp_path / "clear", Order())
    write_acled(told, tmp_path / "red", Order(Selection(clearance=Mark.RED)))

    clear, red = ((tmp_path / name / "acled.sources.csv").read_text("utf-8") for name in ("clear", "red"))
    hidden = {one.id for one in (source.article for source in told.sources()) if one.capture == secret.capture}
    assert any(article_id in red for article_id in hidden)
    assert not any(article_id in clear for article_id in hidden)
    assert list(file_problems(tmp_path / "clear" / "acled.csv")) == []
