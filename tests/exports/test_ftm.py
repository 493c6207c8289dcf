"""Entities of an invented ledger: what the `followthemoney` package takes, with where every value comes from."""

import csv
import json
from io import BytesIO

import pytest
from graph_ledgers import PRIVATE, SECRET, order, restrict

from rashomon.exports.graphs.ftm.entities import COLUMNS, TYPES, Entity, Origin
from rashomon.exports.graphs.ftm.origins import country, language
from rashomon.exports.graphs.ftm.writing import write_ftm
from rashomon.lists.countries import load_countries
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger

pytest.importorskip("followthemoney", reason="not installed (make formats; it needs a compiler and libicu-dev)")

from followthemoney import model, registry
from followthemoney.statement import read_statements


@pytest.fixture(scope="module")
def paths(graph_folder, tmp_path_factory):
    with Ledger.open(graph_folder) as ledger:
        return write_ftm(ledger, tmp_path_factory.mktemp("ftm"), order())


@pytest.fixture
def entities(paths):
    return [json.loads(line) for line in paths[0].read_text(encoding="utf-8").splitlines()]


def of_schema(entities, schema):
    return [one["properties"] for one in entities if one["schema"] == schema]


def test_the_package_takes_every_entity_and_every_value_as_it_stands(entities):
    for one in entities:
        model.get(one["schema"]).validate(one)
        taken = model.get_proxy(one, cleaned=False)
        assert {name: sorted(taken.get(name)) for name in one["properties"]} == {
            name: sorted(values) for name, values in one["properties"].items()
        }


def test_ids_stand_once_and_every_reference_leads_to_an_entity_of_the_right_schema(entities):
    by_id = {one["id"]: one for one in entities}
    assert len(by_id) == len(entities)
    for one in entities:
        for name, values in one["properties"].items():
            prop = model.get(one["schema"]).get(name)
            for value in values if prop.type is registry.entity else ():
                assert model.get(by_id[value]["schema"]).is_a(prop.range), (one["id"], name, value)


def test_an_event_carries_proof_addresses_dates_and_every_toll_with_its_source(entities):
    (event,) = of_schema(entities, "Event")

    assert (event["date"], event["country"], event["location"]) == (["2031-03-03"], ["iq"], ["Ostrel"])
    assert len(event["proof"]) == 3
    assert event["sourceUrl"] == ["https://courier.example/1"]
    assert "Killed: 9 (Daily Echo)." in event["summary"][0]
    assert event["summary"][1] == "Killed: 12, says Vale Front: “12 people” (Vale Courier (grade B), 2031-03-04)"
    assert {"disputed", "bombing", "aggregation: representative"} <= set(event["keywords"])
    assert "involved" not in event


def test_who_did_it_is_a_link_that_says_on_whose_word(entities):
    names = {one["id"]: one["properties"].get("name", [""])[0] for one in entities}
    links = {(names[one["subject"][0]], one["role"][0], one["publisher"][0]) for one in of_schema(entities, "UnknownLink")}

    assert links == {
        ("Vale Front", "agent (claimed by those who say they did it)", "Vale Front"),
        ("Karsk Guards", "agent (told as fact, alleged)", "Daily Echo"),
        ("Vale Front", "agent (planned)", "outlet not stated"),
    }


def test_a_leader_is_a_directorship_with_its_days_its_list_and_its_article(entities):
    (leads,) = of_schema(entities, "Directorship")

    assert (leads["startDate"], leads["status"]) == (["2030-05-01"], ["listed"])
    assert leads["publisher"] == ["own list", "Vale Courier"]
    assert leads["description"] == ["Dorn Vale leads the Vale Front"]
    assert leads["proof"][0].startswith("art-")


def test_what_is_only_planned_and_what_is_claimed_are_notes_with_their_speakers(entities):
    notes = {one["name"][0]: one for one in of_schema(entities, "Note")}

    assert "planned" in notes["Attack by Vale Front, planned"]["keywords"]
    assert notes["Karsk Guards denies"]["publisher"] == ["Karsk Guards", "Daily Echo"]
    assert notes["Contradiction: killed"]["description"] == ["Vale Front: 12 killed; Daily Echo: 9 killed."[:-1]]


def test_statements_are_those_of_the_package_and_say_where_each_value_comes_from(paths, entities):
    statements = list(read_statements(BytesIO(paths[1].read_bytes()), "csv"))
    rows = list(csv.DictReader(paths[1].read_text(encoding="utf-8").splitlines()))

    assert tuple(rows[0]) == COLUMNS
    assert [one.id for one in statements] == [one.generate_key() for one in statements]
    assert len(statements) == sum(len(values) for one in entities for values in one["properties"].values())
    (hurt,) = (row for row in rows if row["schema"] == "Documentation" and "9 people" in row["value"])
    assert hurt["origin"].startswith("art-")
    assert hurt["origin"].endswith(":0-59")
    assert hurt["first_seen"] == "2031-03-02T08:00:00"
    assert {(row["prop"], row["prop_type"]) for row in rows} == {
        (row["prop"], model.get(row["schema"]).get(row["prop"]).type.name) for row in rows
    }


def test_no_private_person_is_named_and_what_is_restricted_is_left_out(graph, tmp_path):
    restrict(graph)
    clear = "".join(path.read_text(encoding="utf-8") for path in write_ftm(graph, tmp_path / "clear", order()))
    amber = "".join(path.read_text(encoding="utf-8") for path in write_ftm(graph, tmp_path / "amber", order(Mark.AMBER)))

    assert PRIVATE not in clear + amber
    assert "denial.txt" not in clear  # a file's name may name people
    assert SECRET not in clear
    assert SECRET in amber
    assert "20 or more" not in clear


def test_the_same_ledger_gives_the_same_bytes(graph_folder, paths, tmp_path):
    with Ledger.open(graph_folder) as ledger:
        again = write_ftm(ledger, tmp_path, order())

    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in paths]


def test_countries_and_languages_are_those_that_the_package_knows():
    codes = [country(code) for code in load_countries().by_iso2]

    assert [code for code in codes if registry.country.clean(code) != code] == []
    assert country("XT") is None
    assert {language(code) for code in ("en", "ar-IQ", "fa")} == {"eng", "ara", "fas"}


def test_property_types_are_those_of_the_package():
    known = {}
    for schema in model:
        for prop in schema.properties.values():
            known.setdefault(prop.name, set()).add(prop.type.name)

    assert {name: kind for name, kind in TYPES.items() if kind not in known.get(name, ())} == {}


def test_a_value_has_all_its_origins_and_the_empty_is_none():
    made = (
        Entity("evt-1", "Event")
        .add("name", "a\x00\tb", Origin("art-1:0-2", "2031-01-02"))
        .add("name", "a b", Origin("art-2:3-4"))
    )

    assert json.loads(made.add("summary", " \u200b").line)["properties"] == {"name": ["a b"]}
    assert [(row[7], row[11]) for row in made.statements()] == [("art-1:0-2; art-2:3-4", "2031-01-02")]
