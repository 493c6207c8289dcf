"""Outlets out of list entries, and the actors they are when quoted."""

from datetime import date

import pytest

from rashomon.lists.listfile import ListFile, entries, shipped
from rashomon.lists.outlets import outlet_actor, read_outlet
from rashomon.model.actors import Alias
from rashomon.model.errors import ListError
from rashomon.model.sources import Grade, Outlet
from rashomon.model.words import ActorKind, OutletKind

FULL = """
- name: Harbour Wire
  kind: agency
  family: Harbour Group
  country: AA
  language: en
  aliases: [HW News, وكالة الميناء]
  ambiguous: [the Harbour]
  sides: [Port Authority]
  grades:
    - {letter: B, since: 2029-01-31, why: corrects itself}
    - {letter: C}
"""


def entry(text):
    (found,) = entries(ListFile("outlets.yaml", text.encode()))
    return found


def test_an_entry_is_an_outlet_with_family_names_and_grades():
    assert read_outlet(entry(FULL)) == Outlet(
        "Harbour Wire",
        OutletKind.AGENCY,
        "Harbour Group",
        "AA",
        "en",
        ("HW News", "وكالة الميناء", "the Harbour"),
        (Grade("B", date(2029, 1, 31), "corrects itself"), Grade("C", None, "")),
    )


def test_what_is_not_stated_is_none():
    assert read_outlet(entry("- name: Harbour Wire\n")) == Outlet("Harbour Wire")


@pytest.mark.parametrize("kind", list(OutletKind))
def test_every_kind_may_be_given(kind):
    assert read_outlet(entry(f"- name: X\n  kind: {kind}\n")).kind == kind


@pytest.mark.parametrize("letter", list("ABCDEF"))
def test_grades_go_from_a_to_f(letter):
    (grade,) = read_outlet(entry(f"- name: X\n  grades: [{{letter: {letter}}}]\n")).grades
    assert grade.letter == letter


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("kind: pigeon", "kind must be one of site, agency, channel, broadcaster, government, monitor, not 'pigeon'"),
        ("kind: [site]", "kind must be one text"),
        ("grades: [{letter: G}]", "a grade's letter must be one of A to F, not 'G'"),
        ("grades: [{letter: a}]", "not 'a'"),
        ("grades: [{letter: AB}]", "not 'AB'"),
        ("grades: [{since: 2020-01-31}]", "a grade's letter must be one of A to F, not ''"),
        ("grades: [{letter: A, since: 2020}]", "a grade's since must be a day like 2020-01-31, not '2020'"),
        ("grades: [{letter: A, since: 2020-02-30}]", "not '2020-02-30'"),
        ("grades: A", "grades must be a list of mappings"),
        ("aliases: HW", "aliases must be a list of texts"),
        ("owner: X", "unknown key 'owner'"),
    ],
)
def test_a_mistake_names_file_entry_and_reason(lines, said):
    with pytest.raises(ListError) as caught:
        read_outlet(entry(f"- name: Harbour Wire\n  {lines}\n"))
    assert str(caught.value).startswith("outlets.yaml: entry 'Harbour Wire': ")
    assert said in str(caught.value)


def test_a_quoted_outlet_is_an_actor_whose_doubtful_names_stay_doubtful():
    found = entry(FULL)
    actor = outlet_actor(read_outlet(found), found)
    assert (actor.name, actor.kind, actor.country, actor.sides) == ("Harbour Wire", ActorKind.OUTLET, "AA", ("Port Authority",))
    assert actor.aliases == (
        Alias("HW News", "outlets.yaml"),
        Alias("وكالة الميناء", "outlets.yaml"),
        Alias("the Harbour", "outlets.yaml", ambiguous=True),
    )
    assert actor.listed


def test_a_name_in_both_lists_is_doubtful():
    found = entry("- name: X\n  aliases: [Dawn]\n  ambiguous: [Dawn]\n")
    assert {alias.ambiguous for alias in outlet_actor(read_outlet(found), found).aliases} == {True}


def test_every_shipped_outlet_can_be_read():
    (file,) = shipped("outlets.yaml")
    outlets = [read_outlet(one) for one in entries(file)]
    assert len({outlet.name for outlet in outlets}) == len(outlets) > 30
    assert all(outlet.kind is not None for outlet in outlets)
