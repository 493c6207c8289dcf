"""Outlets out of list entries, and the actors they are when quoted."""

from datetime import date

import pytest

from rashomon.lists.listfile import ListFile, entries, shipped
from rashomon.lists.outlets import by_name, outlet_actor, outlet_named, read_outlet
from rashomon.model.actors import Alias
from rashomon.model.errors import ListError
from rashomon.model.sources import Grade, Outlet
from rashomon.model.words import ActorKind, OutletKind

#: Shipped outlets of armed groups and the like that publish from no known country.
STATELESS = 10
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


def test_an_outlet_is_known_by_its_host_by_hosts_below_it_and_by_addresses():
    found = by_name([Outlet("Wire", sites=("wire.example", "t.me/wire")), Outlet("Wire Arabic", sites=("wire.example/arabic",))])
    asked = (
        "wire.example",
        "news.wire.example",
        "https://wire.example:80/a",
        "https://t.me/wire/17",
        "http://wire.example/arabic/1",
    )

    assert [outlet.name for outlet in (outlet_named(found, name) for name in asked) if outlet] == ["Wire"] * 4 + ["Wire Arabic"]


@pytest.mark.parametrize("name", ["example", "firewire.example", "https://t.me/wireless/1", "", "https://t.me/"])
def test_what_is_no_site_of_it_does_not_name_an_outlet(name):
    assert outlet_named(by_name([Outlet("Wire", aliases=("W",), sites=("wire.example", "t.me/wire"))]), name) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("country: Iraq", "country must be two capital letters"),
        ("language: Arabic", "language must be two or three small letters"),
        ("sites: [the wire]", "a site must be a host"),
        ("grades: [{letter: A, since: 2031-02-01}, {letter: B, since: 2031-01-01}]", "in order of their days"),
    ],
)
def test_a_mistake_is_named_with_its_line(line, said):
    text = f"# outlets\n- name: First Wire\n  kind: site\n\n- name: Harbour Wire\n  {line}\n"
    with pytest.raises(ListError, match=said) as caught:
        [read_outlet(entry) for entry in entries(ListFile("outlets.yaml", text.encode()))]

    assert str(caught.value).startswith("outlets.yaml: entry 'Harbour Wire': ")
    assert str(caught.value).endswith("(line 5)")


def test_no_two_shipped_outlets_have_one_site_and_no_shipped_grade_is_a_judgement():
    outlets = [read_outlet(entry) for file in shipped("outlets.yaml") for entry in entries(file)]
    sites = [site for outlet in outlets for site in outlet.sites]

    assert len(sites) == len(set(sites)) > 500
    assert {grade.letter for outlet in outlets for grade in outlet.grades} <= {"F"}
    assert all(outlet.kind is not None for outlet in outlets)
    assert sum(outlet.country is None for outlet in outlets) <= STATELESS
