"""The gold form of a small ledger: offsets into the capture's text, canonical names, one row a happening."""

import json

import pytest

from rashomon.exports.gold.writing import export_gold
from rashomon.extraction.product import extractor
from rashomon.model.reading import Reading
from rashomon.model.sources import Article
from rashomon.pipeline.adding import Adding
from rashomon.pipeline.updating import Updating
from rashomon.store.ledger import Ledger
from shipped import shipped_lists

FIRST = """Bomb kills four at a market in Maiduguri

MAIDUGURI, May 5, 2031 - A bomb killed four people and wounded nine at a market in Maiduguri on Monday, the Nigerian army said.
Boko Haram claimed responsibility for the attack. Abubakar Shekau, the leader of Boko Haram, praised the bombers.
"""
SECOND = """Nine dead in Maiduguri blast

MAIDUGURI, May 6, 2031 - A bomb killed nine people at a market in Maiduguri on Monday, hospital officials said.
"""
TEXTS = {"first.txt": FIRST, "second.txt": SECOND}


class Blank:
    """Finds nothing."""

    version = "blank-1"

    def read(self, article: Article) -> Reading:
        return Reading(article.id, self.version)


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gold")
    registry, gazetteer = shipped_lists()
    with Ledger.create(folder / "desk") as ledger:
        for name, text in TEXTS.items():
            (folder / name).write_text(text, encoding="utf-8")
            list(Adding(ledger, outlet=f"Outlet of {name}").add([str(folder / name)]))
        Updating(ledger, extractor(registry, gazetteer), registry, gazetteer).update()
        written = export_gold(ledger, folder / "out")
    return {path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] for path in written}


def test_four_files_are_written(rows):
    assert sorted(rows) == ["actors", "articles", "contradictions", "duplicates"]


def test_every_article_names_the_added_file_and_its_place_in_it(rows):
    assert [(row["seed"], row["n"], row["outlet"]) for row in rows["articles"]] == [
        ("first.txt", 0, "Outlet of first.txt"),
        ("second.txt", 0, "Outlet of second.txt"),
    ]
    for row in rows["articles"]:
        assert TEXTS[row["seed"]][row["start"] : row["end"]].startswith(row["title"])


def test_all_evidence_is_found_at_its_offsets(rows):
    found = [
        (row["seed"], value)
        for row in rows["articles"]
        for kind in ("events", "claims", "figures", "relations")
        for value in row[kind]
    ]

    assert found
    for seed, value in found:
        assert TEXTS[seed][value["ev_start"] : value["ev_end"]] == value["evidence"]


def test_an_event_that_an_article_tells_twice_is_one_row(rows):
    bombings = [event for event in rows["articles"][0]["events"] if event["type"] in ("bombing", "attack")]

    assert len(bombings) == 1
    assert (bombings[0]["killed"], bombings[0]["injured"]) == ({"min": 4, "max": 4}, {"min": 9, "max": 9})
    assert bombings[0]["place"] == "Maiduguri"


def test_names_are_the_registrys(rows):
    assert "Boko Haram" in {row["name"] for row in rows["actors"]}
    assert "Boko Haram" in {claim["source"] for claim in rows["articles"][0]["claims"]}


def test_a_printed_number_stands_without_its_qualifier(rows):
    assert {figure["value"] for figure in rows["articles"][1]["figures"]} >= {9}


def test_accounts_of_one_event_in_two_articles_are_duplicates(rows):
    members = [{member["article"] for member in row["members"]} for row in rows["duplicates"] if row["kind"] == "same_event"]

    assert {row["id"] for row in rows["articles"]} in members


def test_the_two_tolls_contradict_each_other(rows):
    assert any(row["kind"] == "numeric" and len(row["accounts"]) >= 2 for row in rows["contradictions"])


def test_each_side_of_a_contradiction_is_found_at_its_offsets(rows):
    seeds = {row["id"]: row["seed"] for row in rows["articles"]}
    sides = [side for row in rows["contradictions"] for side in row["accounts"]]

    assert sides
    for side in sides:
        assert TEXTS[seeds[side["article"]]][side["ev_start"] : side["ev_end"]] == side["evidence"]


def test_files_of_one_name_have_articles_of_ids_of_their_own(tmp_path):
    registry, gazetteer = shipped_lists()
    with Ledger.create(tmp_path / "desk") as ledger:
        for folder, text in (("a", FIRST), ("b", SECOND)):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "index.txt").write_text(text, encoding="utf-8")
            list(Adding(ledger, outlet="Outlet").add([str(tmp_path / folder / "index.txt")]))
        Updating(ledger, Blank(), registry, gazetteer).update()
        known = {source.article.id for source in ledger.sources()}
        written = export_gold(ledger, tmp_path / "out")[0].read_text(encoding="utf-8")

    articles = [json.loads(line) for line in written.splitlines()]
    assert [row["seed"] for row in articles] == ["index.txt"] * 2
    assert {row["id"] for row in articles} == known


def test_ids_are_unique(rows):
    ids = [
        value["id"] for row in rows["articles"] for kind in ("events", "claims", "figures", "relations") for value in row[kind]
    ]

    assert len(ids) == len(set(ids))


def test_the_evidence_of_a_claim_holds_who_says_it(rows):
    claims = [claim for row in rows["articles"] for claim in row["claims"]]

    assert any("said" in claim["evidence"] or "claimed" in claim["evidence"] for claim in claims)


DISPUTED = """Army denies raid on Mirsa

MAIDUGURI, May 7, 2031 - Boko Haram said its fighters had seized the town of Gwoza on Tuesday, which the Nigerian army denies.
Army spokesman Colonel Musa Danladi spoke of a draw. Officials of Nigeria and Niger signed an agreement in Abuja on Monday.
Nine people were killed in a riot in Kano on Sunday, the prison service said. An official of the Nigerian government spoke.
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("conventions")
    registry, gazetteer = shipped_lists()
    (folder / "third.txt").write_text(DISPUTED, encoding="utf-8")
    with Ledger.create(folder / "desk") as ledger:
        list(Adding(ledger, outlet="Outlet").add([str(folder / "third.txt")]))
        Updating(ledger, extractor(registry, gazetteer), registry, gazetteer).update()
        (article,) = [
            json.loads(line) for line in export_gold(ledger, folder / "out")[0].read_text(encoding="utf-8").splitlines()
        ]
    return article


def _event(told, kind):
    return next(event for event in told["events"] if event["type"] == kind)


def test_what_one_says_and_another_denies_is_disputed(told):
    taken = _event(told, "territory_taken")

    assert taken["status"] == "disputed"
    assert taken["perpetrators"] == ["Boko Haram"]


def test_who_makes_an_agreement_takes_part_in_it(told):
    agreed = _event(told, "agreement")

    assert (agreed["perpetrators"], agreed["targets"]) == ([], [])
    assert {"Nigeria", "Niger"} <= set(agreed["participants"])


def test_people_of_whom_nothing_is_said_are_no_targets_and_what_a_service_tells_of_nobodys_deed_is_a_fact(told):
    riot = next(event for event in told["events"] if (event["killed"] or {}).get("min") == 9)

    assert (riot["targets"], riot["status"]) == ([], "asserted")


def test_names_are_those_of_the_texts_and_a_spokesman_has_a_role(told):
    ties = {(tie["subject"], tie["relation"], tie["object"]) for tie in told["relations"]}

    assert ("Musa Danladi", "role_in", "Nigerian army") in ties
    assert all(tie["subject"] != "An official" for tie in told["relations"])
