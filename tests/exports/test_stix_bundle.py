"""A bundle of an invented ledger: valid by the format's own validators, and saying of everything who says so."""

import json
import uuid
from pathlib import Path

import pytest
import stix2
import stix2validator
from graph_ledgers import PRIVATE, SECRET, objects, of_type, order, references, restrict
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from rashomon.exports.graphs.stix.bundle import write_stix
from rashomon.exports.graphs.stix.extension import EXTENSION, SCHEMA
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger

SCHEMAS = Path(__file__).parents[3] / "shared" / "standards" / "stix2.1-schemas"


@pytest.fixture(scope="module")
def path(graph_folder, tmp_path_factory):
    with Ledger.open(graph_folder) as ledger:
        (path,) = write_stix(ledger, tmp_path_factory.mktemp("stix"), order())
    return path


@pytest.fixture
def bundle(path):
    return objects(path)


def test_the_validator_of_the_format_finds_no_error(path):
    found = stix2validator.validate_file(str(path), stix2validator.ValidationOptions(version="2.1"))

    assert found.is_valid
    assert found.object_results
    # The checks it warns of are choices: ids of version 5, own types of relationships, addresses of pages that were not fetched.
    checks = {str(warning).partition("{")[2].partition("}")[0] for one in found.object_results for warning in one.warnings}
    assert checks <= {"103", "202", "225", "302"}


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the published schemas stand beside the checkout only")
def test_every_object_fits_the_published_schema_of_its_type(bundle):
    schemas = [json.loads(file.read_text(encoding="utf-8")) for file in SCHEMAS.rglob("*.json")]
    registry = Registry().with_resources([(one["$id"], Resource.from_contents(one)) for one in schemas])
    by_type = {one["title"]: one for one in schemas if "title" in one}

    wrong = [
        (one["id"], error.message)
        for one in bundle
        for error in Draft202012Validator(by_type[one["type"]], registry=registry).iter_errors(one)
    ]
    assert wrong == []


def test_the_library_of_the_format_reads_it_without_anything_custom(path, bundle):
    assert len(stix2.parse(path.read_text(encoding="utf-8"), allow_custom=False).objects) == len(bundle)


def test_ids_are_made_of_the_ledgers_own_stand_once_and_every_reference_resolves(bundle):
    ids = [one["id"] for one in bundle]
    made = [uuid.UUID(one.partition("--")[2]) for one in ids if not one.startswith("marking-definition")]

    assert len(ids) == len(set(ids))
    assert {one.version for one in made} == {5}
    assert {ref for one in bundle for ref in references(one)} <= set(ids)


def test_what_the_extension_says_fits_the_schema_that_its_definition_carries(bundle):
    (definition,) = of_type(bundle, "extension-definition")
    said = [one["extensions"][EXTENSION] for one in bundle if EXTENSION in one.get("extensions", {})]

    assert json.loads(definition["schema"]) == json.loads(json.dumps(SCHEMA))
    assert len(said) > 20
    assert [error.message for one in said for error in Draft202012Validator(SCHEMA).iter_errors(one)] == []


def test_the_same_ledger_gives_the_same_bytes(graph_folder, path, tmp_path):
    with Ledger.open(graph_folder) as ledger:
        (again,) = write_stix(ledger, tmp_path, order())

    assert again.read_bytes() == path.read_bytes()
    assert list(tmp_path.iterdir()) == [again]


def test_the_bombing_says_every_toll_with_its_root_and_names_the_aggregation(bundle):
    (bombing,) = of_type(bundle, "incident")
    said = bombing["extensions"][EXTENSION]

    assert [(one["low"], one.get("high"), *one["roots"]) for one in said["killed"]] == [
        (12, 12, "Vale Front"),
        (9, 9, "Daily Echo"),
        (20, None, "Daily Echo"),
    ]
    assert (said["aggregation"], said["chosen"]["killed"]) == ("representative", {"low": 9, "best": 12, "high": 20})
    (figure,) = said["figures"]
    assert (figure["counts"], figure["low"], figure["source"], figure["words"]) == ("killed", 12, "Vale Front", "12 people")
    assert (said["status"], said["independent_roots"], said["contradictions"]) == ("disputed", 2, 1)
    assert "Killed: 20 or more (Daily Echo)." in bombing["description"]
    assert bombing["external_references"][0]["url"] == "https://courier.example/1"
    assert bombing["confidence"] == 30


def test_who_claims_it_who_denies_it_and_who_leads_whom_are_ties_of_their_own(bundle):
    names = {one["id"]: one.get("name") for one in bundle}
    ties = {
        (names[one["source_ref"]], one["relationship_type"], names[one["target_ref"]]) for one in of_type(bundle, "relationship")
    }
    blast = next(name for name in names.values() if name and name.startswith("Bombing"))
    (leads,) = (one for one in of_type(bundle, "relationship") if one["relationship_type"] == "leader-of")
    (denial,) = of_type(bundle, "opinion")

    assert ties == {
        ("Vale Front", "claims-responsibility-for", blast),
        ("Karsk Guards", "accused-of", blast),
        ("Karsk Guards", "denies-responsibility-for", blast),
        (blast, "occurred-at", "Ostrel"),
        ("Dorn Vale", "leader-of", "Vale Front"),
    }
    assert leads["start_time"] == "2030-05-01T00:00:00.000Z"
    assert leads["extensions"][EXTENSION]["evidence"][0]["words"] == "Dorn Vale leads the Vale Front"
    assert (denial["opinion"], denial["authors"]) == ("strongly-disagree", ["Karsk Guards", "Daily Echo"])
    assert "denied that they did it" in denial["explanation"]


def test_what_is_only_planned_is_no_incident_and_ties_nobody_to_it(bundle):
    (plan,) = of_type(bundle, "grouping")

    assert (plan["name"], plan["context"]) == ("Attack by Vale Front, planned", "planned-event")
    assert not any(plan["id"] in references(one) for one in of_type(bundle, "relationship") + of_type(bundle, "sighting"))


def test_names_that_others_may_share_are_no_aliases(bundle):
    (front,) = of_type(bundle, "threat-actor")

    assert "VF" in front["aliases"]
    assert "the Front" not in front["aliases"]
    assert front["extensions"][EXTENSION]["ambiguous_names"] == ["the Front"]


def test_no_claim_stands_without_its_source_status_and_words(bundle):
    said = [one for one in bundle if one["type"] in {"note", "opinion"} and "contradiction" not in one["labels"]]

    assert len(said) == 6
    for one in said:
        extension = one["extensions"][EXTENSION]
        assert one["authors"]
        assert extension["speakers"] == one["authors"]
        assert extension["status"]
        assert all(words["words"] and words["article"].startswith("art-") for words in extension["evidence"])
        assert any(label.startswith("admiralty-scale:source-reliability=") for label in one["labels"])


def test_a_sighting_is_an_outlets_own_word_and_nobody_elses(bundle):
    (sighting,) = of_type(bundle, "sighting")
    names = {one["id"]: one.get("name") for one in bundle}

    assert names[sighting["where_sighted_refs"][0]] == "Daily Echo"
    assert sighting["last_seen"] > sighting["first_seen"]


def test_no_private_person_is_named_anywhere(path):
    assert PRIVATE not in path.read_text(encoding="utf-8")


def test_what_is_restricted_is_left_out_and_marked_for_those_who_may_see_it(graph, tmp_path):
    restrict(graph)
    (clear,) = write_stix(graph, tmp_path / "clear", order())
    (amber,) = write_stix(graph, tmp_path / "amber", order(Mark.AMBER))

    text = clear.read_text(encoding="utf-8").lower()
    assert SECRET not in text
    assert "20" not in json.dumps(
        next(one for one in objects(clear) if one["type"] == "incident")["extensions"][EXTENSION]["killed"]
    )
    marks = {one["id"]: one["name"] for one in of_type(objects(amber), "marking-definition")}
    marked = [one for one in objects(amber) if "object_marking_refs" in one]
    assert {marks[ref] for one in marked for ref in one["object_marking_refs"]} == {"TLP:AMBER"}
    assert any(SECRET in json.dumps(one) for one in marked)
    assert stix2validator.validate_file(str(amber)).is_valid


def test_a_question_narrows_the_bundle_to_its_events(graph_folder, tmp_path):
    with Ledger.open(graph_folder) as ledger:
        (path,) = write_stix(ledger, tmp_path, order(type="bombing"))

    assert [one["name"][:7] for one in of_type(objects(path), "incident")] == ["Bombing"]
    assert {ref for one in objects(path) for ref in references(one)} <= {one["id"] for one in objects(path)}


def test_a_ledger_without_events_gives_a_bundle_without_incidents(tmp_path):
    with Ledger.create(tmp_path / "empty") as ledger:
        (path,) = write_stix(ledger, tmp_path / "out", order())

    assert {one["type"] for one in objects(path)} == {"identity", "extension-definition", "marking-definition"}
    assert stix2validator.validate_file(str(path)).is_valid
