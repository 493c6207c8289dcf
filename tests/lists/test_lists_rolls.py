"""Rolls of offices and designations: who held what, from when to when."""

from pathlib import Path

import pytest

from rashomon.lists.countries import load_countries
from rashomon.lists.listfile import ListFile
from rashomon.lists.registry import ListedRegistry, load_registry
from rashomon.lists.rolls import Rolls, read_rolls
from rashomon.lists.states import Named
from rashomon.model.actors import Actor, Alias
from rashomon.model.errors import ListError
from rashomon.model.words import ActorKind, Relation
from rashomon.text.folding import fold
from shipped import shipped_lists


def rolls(text: str) -> Rolls:
    return Rolls(read_rolls([ListFile("offices.yaml", text.encode())]), (), ())


def named(name: str, kind: ActorKind, *aliases: Alias) -> Named:
    return Named(Actor(name, kind, aliases), (fold(name), *(fold(alias.text) for alias in aliases)))


@pytest.mark.parametrize(
    ("line", "holder", "aliases", "valid"),
    [
        ("Ada Teasdale 1934-11-02/1936", "Ada Teasdale", (), "1934-11-02/1936-12-31"),
        ("Rufus T. Firefly | R. Firefly 1933-05/1934-11-02", "Rufus T. Firefly", ("R. Firefly",), "1933-05-01/1934-11-02"),
        ("Bo Xun 2021/", "Bo Xun", (), "2021-01-01/"),
        ("Louis XIV /1715-09-01", "Louis XIV", (), "/1715-09-01"),
    ],
)
def test_a_line_names_a_holder_other_names_and_days(line: str, holder: str, aliases: tuple[str, ...], valid: str) -> None:
    (holding,) = rolls(f"- name: Mali\n  president: ['{line}']\n").offices
    assert (holding.holder, holding.aliases, holding.role, holding.body, str(holding.valid)) == (
        holder,
        aliases,
        "president",
        "Mali",
        valid,
    )


@pytest.mark.parametrize(
    "line", ["Ada Teasdale", "Ada Teasdale /", "Ada Teasdale 1936/1934", "1934/1936", "Ada Teasdale since 1934"]
)
def test_a_line_without_name_or_days_says_where_it_stands(line: str) -> None:
    with pytest.raises(ListError, match=r"offices\.yaml: entry 'Mali'"):
        rolls(f"- name: Mali\n  president: ['{line}']\n")


def test_a_holder_whom_nobody_lists_becomes_a_person_of_the_country() -> None:
    found = rolls("- name: Mali\n  president: [Ada Teasdale | A. Teasdale 1934/1936, Bo Xun 1936/]\n")
    known = [named("Bo Xun the Elder", ActorKind.PERSON, Alias("Bo Xun", "own"))]
    (person,) = found.persons(load_countries(), known)
    assert (person.name, person.kind, person.country) == ("Ada Teasdale", ActorKind.PERSON, "ML")
    assert [alias.text for alias in person.aliases] == ["A. Teasdale"]


def test_a_doubtful_alias_is_no_holder() -> None:
    found = rolls("- name: Mali\n  president: [Teasdale 1934/1936]\n")
    known = [named("Ada Teasdale", ActorKind.PERSON, Alias("Teasdale", "own", ambiguous=True))]
    assert [person.name for person in found.persons(load_countries(), known)] == ["Teasdale"]


def test_a_tie_has_the_names_that_are_listed_and_the_role() -> None:
    found = rolls("- name: Freedonia\n  president: [Bo Xun 1936/]\n")
    known = [
        named("Bo Xun the Elder", ActorKind.PERSON, Alias("Bo Xun", "own")),
        named("Republic of Freedonia", ActorKind.STATE, Alias("Freedonia", "own")),
    ]
    (tie,) = found.ties(known)
    assert (tie.subject, tie.relation, tie.object, tie.role) == (
        "Bo Xun the Elder",
        Relation.ROLE_IN,
        "Republic of Freedonia",
        "president",
    )


@pytest.fixture(scope="module")
def registry() -> ListedRegistry:
    return shipped_lists()[0]


def test_every_shipped_line_names_somebody_who_is_listed(registry: ListedRegistry) -> None:
    names = {actor.name for actor in registry.actors}
    shipped = [tie for tie in registry.ties if tie.role is not None]
    assert len(shipped) > 1500
    assert {tie.subject for tie in shipped} | {tie.object for tie in shipped} <= names


def test_every_state_has_a_head(registry: ListedRegistry) -> None:
    led = {tie.object for tie in registry.ties if tie.relation == Relation.ROLE_IN and tie.role in _HEADS}
    countries = [country.name for country in load_countries().listed if not country.territory and country.population > 5_000_000]
    assert [name for name in countries if name not in led] == []


_HEADS = frozenset(
    {"president", "prime minister", "king", "emir", "sultan", "supreme leader", "leader", "head of the Presidential Council"}
)


def test_a_ledgers_own_rolls_add_to_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "offices.yaml").write_text("- name: Mali\n  river warden: [Ada Teasdale 1934/1936]\n", encoding="utf-8")
    found = load_registry(tmp_path)
    (person,) = found.find("Ada Teasdale")
    assert [(tie.role, str(tie.valid)) for tie in person.ties] == [("river warden", "1934-01-01/1936-12-31")]
