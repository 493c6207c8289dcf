"""Accounts with their keys resolved."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.linking.events.tellings import Side, tell
from rashomon.linking.sources.roots import Roots
from rashomon.model.actors import Actor
from rashomon.model.ranges import Range
from rashomon.model.words import ActorKind, RootKind, Status

FRONT = Actor("Red Front", ActorKind.ARMED_GROUP, sides=("Aland",))
OMAR = Actor("Omar Dal", ActorKind.PERSON, listed=False)


def test_a_side_knows_ids_names_sounds_and_persons():
    side = Side((FRONT, OMAR), frozenset({"gunmen"}))
    assert side.ids == {FRONT.id, OMAR.id}
    assert side.names == {"Red Front", "Aland", "Omar Dal"}
    assert side.persons == {OMAR.id}
    assert side.sounds == {"rd frnt", "mr dl"}


@pytest.mark.parametrize(("actors", "listed"), [((), False), ((OMAR,), False), ((OMAR, FRONT), True)])
def test_a_side_is_listed_where_one_of_them_is(actors, listed):
    assert Side(actors, frozenset()).listed is listed


def test_named_actors_and_the_words_for_the_unnamed_stand_in_a_role(write, tellings_of):
    made = write("[Red Front|GROUP|r] and [masked gunmen|PER|g] shot [two shepherds|CIV|s] in [Tall Ghar|PLACE|p].")
    made.event("shot", agent="r g", patient="s", place="p")
    (telling,) = tellings_of(made)
    assert [actor.name for actor in telling.agents.actors] == ["Red Front"]
    assert telling.agents.words == {"masked", "gunmen"}
    assert (telling.patients.actors, telling.patients.words) == ((), {"shepherds"})
    assert [place.name for place in telling.places] == ["Tall Ghar"]


def test_where_it_leads_is_a_place_of_it_and_where_it_comes_from_is_not(write, tellings_of):
    made = write("Trucks went from [Tall Ghar|PLACE|o] to [Sidi|PLACE|d] in [Aland|GPE|a].")
    made.event("went", "arms_transfer", origin="o", destination="d")
    assert [place.name for place in tellings_of(made)[0].places] == ["Sidi"]


def test_a_place_that_no_list_knows_still_has_a_sound(write, tellings_of):
    made = write("A blast shook [Qasr Zubayd|PLACE|p].")
    made.event("blast", "bombing", place="p")
    (telling,) = tellings_of(made)
    assert (telling.places, telling.spots) == ((), {"ksr zbd"})


@pytest.mark.parametrize(
    ("status", "happened"),
    [(status, status not in {"planned", "hypothetical", "negated"}) for status in Status],
)
def test_a_plan_a_supposition_and_a_no_have_not_happened(write, tellings_of, status, happened):
    made = write("A blast.")
    made.event("blast", status=status)
    assert tellings_of(made)[0].happened is happened


@pytest.mark.parametrize(
    ("given", "day"),
    [("2031-03-03", date(2031, 3, 3)), ("2031-03", None), ("2031-03-01/2031-03-02", None), ("2031-03-03/", None), (None, None)],
)
def test_only_an_exact_date_is_a_day(write, tellings_of, given, day):
    made = write("A blast.")
    made.event("blast", date=given)
    assert tellings_of(made)[0].day == day


def test_a_day_that_may_be_that_of_the_report_is_not_firm(write, tellings_of):
    made = write("A blast hit the pier, the mayor said on Tuesday.")
    account = made.event("blast", date="2031-03-04")
    made.accounts[0] = replace(account, date_span=made.span("Tuesday"))
    (telling,) = tellings_of(made)
    assert (telling.firm, telling.day, str(telling.when)) == (False, None, "2031-02-25/2031-03-04")


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2031-03-04T08:30", date(2031, 3, 4)), ("2031-03", date(2031, 3, 1)), (None, None), ("yesterday", None)],
)
def test_the_first_day_an_article_may_be_from(write, tellings_of, published, expected):
    made = write("A blast.", published=published)
    made.event("blast")
    assert tellings_of(made)[0].published == expected


def operations(write, date_, value="313", kind="events", own=True):
    made = write(f"It claims {value} operations since May.")
    account = made.event("operations", date=date_)
    made.figure(value, value, "operations", kind=kind, about=account if own else None)
    return made


@pytest.mark.parametrize(
    ("date_", "more", "many"),
    [
        ("2031-03-03", {}, Range.exactly(313)),
        (None, {"value": "1"}, None),
        ("2031-03-03", {"kind": "killed"}, None),
        ("2031-03-03", {"own": False}, None),
        ("2031-01-01/2031-02-01", {"own": False}, None),
        ("2031-01-01/2031-02-02", {"own": False}, Range.exactly(313)),
        ("2031-01-01/2031-12-31", {"own": False, "value": "1"}, None),
        ("2031-05-01/", {"own": False}, None),
    ],
)
def test_a_count_of_happenings_makes_an_account_a_sum(write, tellings_of, date_, more, many):
    assert tellings_of(operations(write, date_, **more))[0].many == many


def test_words_are_the_telling_ones_of_sentence_and_trigger(write, tellings_of):
    made = write("Shops closed early. The blast tore a hole in the 12-metre wall on Monday, officials said. Nobody slept.")
    made.event("blast")
    assert tellings_of(made)[0].words == {"blast", "tore", "hole", "metre", "wall", "officials"}


def test_the_origin_is_the_root_of_the_account(write, tellings_of):
    made = write("A blast, said the [Red Front|GROUP|r].")
    made.event("blast", by="r")
    (telling,) = tellings_of(made)
    assert (telling.origin.kind, telling.origin.name) == (RootKind.SPEAKER, "Red Front")


def test_the_story_has_the_names_of_linked_and_unlinked(write, tellings_of):
    made = write("[RFL|GROUP|r] and [Hadi|PER|h] met. A blast.")
    made.event("blast")
    assert tellings_of(made)[0].story.names == {"rd frnt", "hadi"}


def test_what_is_left_out_is_not_told_and_the_rest_comes_by_id(write, cast_of, registry):
    made = write("A blast. A raid. A riot.")
    accounts = [made.event(word) for word in ("blast", "raid", "riot")]
    cast = cast_of(made)
    told = tell(cast, Roots(cast, registry, (), {}), frozenset({accounts[1].id}))
    assert [telling.id for telling in told] == sorted([accounts[0].id, accounts[2].id])
