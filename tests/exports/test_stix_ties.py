"""Ties as STIX: with their days, what some deny in doubt, what is only denied no tie."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.exports.graphs.stix.ids import EPOCH, Stamp, moment, stamp_of, stix_id
from rashomon.exports.graphs.stix.ties import tie_objects
from rashomon.model.actors import Actor
from rashomon.model.marks import Mark
from rashomon.model.sources import Capture
from rashomon.model.words import ActorKind, Relation
from rashomon.store.publishing.actors import PublishedTie
from rashomon.store.publishing.kept import Kept

FRONT, DORN = Actor("Vale Front", ActorKind.ARMED_GROUP), Actor("Dorn Vale", ActorKind.PERSON)
TIE = PublishedTie(DORN.id, Relation.LEADS, FRONT.id, "head", date(2030, 5, 1), date(2030, 5, 1), "listed", ("own list",), (), 0)


def made(tie):
    (one,) = tie_objects(tie, {actor.id: actor for actor in (FRONT, DORN)}, Stamp(), {})
    return one


def test_a_tie_of_one_day_ends_after_it_begins_and_names_its_list():
    one = made(TIE)

    assert (one["relationship_type"], one["start_time"] < one["stop_time"]) == ("leader-of", True)
    assert one["external_references"] == [{"source_name": "own list", "description": "list of actors"}]
    assert one["description"] == "Dorn Vale leads Vale Front (head); listed, according to own list."


@pytest.mark.parametrize(
    ("standing", "kind", "confidence"),
    [("told", "relationship", None), ("disputed", "relationship", 30), ("denied", "note", None)],
)
def test_what_is_only_denied_is_no_relationship(standing, kind, confidence):
    one = made(replace(TIE, standing=standing))

    assert (one["type"], one.get("confidence")) == (kind, confidence)
    assert standing in one.get("description", one.get("content"))


def test_offices_of_other_days_or_roles_are_other_objects():
    ids = {made(one)["id"] for one in (TIE, replace(TIE, role="deputy"), replace(TIE, last=None), replace(TIE, first=None))}

    assert len(ids) == 4


def test_a_stamp_begins_with_what_gives_the_id_and_moves_with_captures_and_decisions():
    early, late = (
        Kept(f"art-{n}", Capture("a" * 64, "x", None, f"2031-03-0{n}T08:00:00+00:00", 1), 0, 1, None, (), mark, None, None)
        for n, mark in ((1, Mark.GREEN), (2, Mark.AMBER))
    )

    assert stamp_of([early, late], late) == Stamp(moment("2031-03-02T08:00:00"), moment("2031-03-02T08:00:00"), Mark.AMBER)
    assert stamp_of([early, late], decided=["2031-04-01T00:00:00Z"]).modified == "2031-04-01T00:00:00.000Z"
    assert stamp_of([]) == Stamp(EPOCH, EPOCH, None)
    assert stix_id("note", "a", "b") != stix_id("note", "ab")
