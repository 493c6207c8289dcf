"""The actors that every state has."""

from dataclasses import replace

import pytest

from rashomon.lists.countries import Country, load_countries
from rashomon.lists.states import BODIES, SOURCE, state_actors
from rashomon.model.words import ActorKind
from rashomon.text.folding import fold

SANDORIA = Country(
    name="Sandoria",
    iso2="SX",
    iso3="SXX",
    adjectives=("Sandorian", "Sandori"),
    aliases=("Republic of Sandoria", "the Sands", "ساندوريا"),
    capital="Port Sand",
    lat=1.0,
    lon=2.0,
    region="Southern Sea",
    population=900_000,
    ambiguous=("the Sands",),
)


def made(country=SANDORIA):
    return {named.actor.name: named.actor for named in state_actors(country)}


def aliases(actor, *, ambiguous=False):
    return {alias.text for alias in actor.aliases if alias.ambiguous is ambiguous}


def test_the_state_comes_first_and_then_every_body_once():
    names = [named.actor.name for named in state_actors(SANDORIA)]
    assert names[0] == "Sandoria"
    assert len(names) == len(set(names)) == 1 + len(BODIES)


def test_a_territory_has_no_government_of_its_own():
    assert made(replace(SANDORIA, territory=True)) == {}


@pytest.mark.parametrize(
    ("name", "kind", "alias"),
    [
        ("Sandoria", ActorKind.STATE, "government of Sandoria"),
        ("Sandoria", ActorKind.STATE, "government of Republic of Sandoria"),
        ("Sandoria", ActorKind.STATE, "Sandori authorities"),
        ("Sandoria", ActorKind.STATE, "Sandoria government"),
        ("Sandoria", ActorKind.STATE, "government in Port Sand"),
        ("Sandoria", ActorKind.STATE, "ساندوريا"),
        ("Sandorian military", ActorKind.FORCE, "Sandori army"),
        ("Sandorian military", ActorKind.FORCE, "armed forces of Sandoria"),
        ("Sandorian air force", ActorKind.FORCE, "Sandorian warplanes"),
        ("Sandorian navy", ActorKind.FORCE, "Sandorian naval forces"),
        ("Sandorian police", ActorKind.FORCE, "Sandori policemen"),
        ("Sandorian border guards", ActorKind.FORCE, "Sandorian border police"),
        ("Sandorian intelligence", ActorKind.GOVERNMENT_BODY, "Sandorian intelligence officials"),
        ("Sandorian defence ministry", ActorKind.GOVERNMENT_BODY, "ministry of defense of Sandoria"),
        ("Sandorian foreign ministry", ActorKind.GOVERNMENT_BODY, "Sandoria ministry of foreign affairs"),
        ("Sandorian parliament", ActorKind.GOVERNMENT_BODY, "Sandorian lawmakers"),
    ],
)
def test_news_names_find_their_body(name, kind, alias):
    actor = made()[name]
    assert (actor.kind, actor.country) == (kind, "SX")
    assert alias in aliases(actor)


@pytest.mark.parametrize("text", ["Sandorian", "Sandori", "Sandorians", "Sandoris", "Port Sand", "the Sands"])
def test_people_capital_and_doubtful_names_mean_the_state_only_where_something_supports_it(text):
    state = made()["Sandoria"]
    assert text in aliases(state, ambiguous=True)
    assert text not in aliases(state)


def test_no_government_is_composed_of_names_that_fold_otherwise_inside():
    texts = {alias.text for alias in made()["Sandoria"].aliases}
    assert not texts & {"government of the Sands", "government of ساندوريا"}


def test_bodies_belong_to_the_state_and_all_aliases_are_from_the_pattern():
    actors = made()
    assert actors.pop("Sandoria").sides == ()
    assert {actor.sides for actor in actors.values()} == {("Sandoria",)}
    assert {alias.source for actor in made().values() for alias in actor.aliases} == {SOURCE}


def test_a_country_that_is_a_doubtful_name_itself_says_so():
    state = made(replace(SANDORIA, ambiguous=("Sandoria",)))["Sandoria"]
    assert "Sandoria" in aliases(state, ambiguous=True)
    assert "Sandoria" not in {alias.text for alias in made()["Sandoria"].aliases}


def test_a_country_without_adjective_is_called_by_its_name():
    actors = made(replace(SANDORIA, adjectives=()))
    assert "Sandoria military" in actors
    assert "Sandoria army" in aliases(actors["Sandoria military"])


@pytest.mark.parametrize(("capital", "sure"), [(None, False), ("Sandoria", True)])
def test_a_capital_may_be_missing_or_called_like_the_country(capital, sure):
    state = made(replace(SANDORIA, capital=capital))["Sandoria"]
    assert ("government in Sandoria" in aliases(state)) is sure
    assert "Sandoria" not in aliases(state, ambiguous=True)


@pytest.mark.parametrize("country", load_countries().listed, ids=lambda country: country.iso2)
def test_names_stand_beside_their_folded_forms_each_once(country):
    for named in state_actors(country):
        texts = [named.actor.name, *(alias.text for alias in named.actor.aliases)]
        assert [fold(text) for text in texts] == list(named.folded)
        sure = [folded for folded, alias in zip(named.folded[1:], named.actor.aliases, strict=True) if not alias.ambiguous]
        assert len(sure) == len(set(sure))
