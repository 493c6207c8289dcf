"""Whom words mean that name an office or a body of a state."""

import pytest

from rashomon.linking.actors.described import BY_COUNTRY, BY_OFFICE, BY_SECTOR, Described
from rashomon.linking.run import link
from rashomon.linking.scenes import scene_of
from shipped import shipped_lists


@pytest.fixture(scope="module")
def lists():
    return shipped_lists()


@pytest.fixture
def meant(lists, write, scenes_of):
    found = Described(*lists)

    def run(marked, published="2023-05-01"):
        (scene,) = scenes_of(write(marked, published=published))
        return found.of(scene, scene.entities["x"])

    return run


def test_an_office_is_who_held_it_on_the_day_of_the_article(meant):
    words = "[The French foreign minister|PER|x] was there."
    actor, score, reasons = meant(words)
    assert (actor.name, score) == ("Catherine Colonna", BY_OFFICE)
    assert reasons[0].feature == "holds_office"
    assert "on 2023-05-01" in reasons[0].text
    assert meant(words, "2019-05-01")[0].name != actor.name


@pytest.mark.parametrize(
    ("marked", "name"),
    [("[Ukrainian servicemen|FORCE|x] left.", "Ukrainian military"), ("[Mali's army|FORCE|x] left.", "Malian military")],
)
def test_general_words_of_a_country_are_its_body(meant, marked, name):
    actor, score, reasons = meant(marked)
    assert (actor.name, score) == (name, BY_SECTOR)
    assert reasons[-1].feature == "body_of_state"


@pytest.mark.parametrize(
    "marked",
    [
        "[A senior commander|PER|x] left.",
        "[Myanmar's military chief|PER|x] left.",
        "[Catherine Colonna|PER|x] left.",
        "[Ukrainian emergency service|FORCE|x] left.",
        "[the Ukrainian servicemen's club|ORG|x] left.",
    ],
)
def test_what_means_nobody_listed_is_left_alone(meant, marked):
    assert meant(marked) is None


def test_undated_offices_are_whose_they_still_are(meant):
    assert meant("[The French foreign minister|PER|x] was there.", None) is None


def test_the_ledger_links_offices_and_makes_no_actor_of_descriptions(lists, write):
    text = (
        "[The French foreign minister|PER|f] met [A new leader|PER|n] of [An ethnic armed group|GROUP|g]; no [Squid Game|PER|s]."
    )
    found = link([write(text, published="2023-05-01").source], *lists)
    assert [(actor.name, actor.listed) for actor in found.actors] == [("Catherine Colonna", True)]
    assert [(one.key, one.reasons[0].feature) for one in found.actor_links] == [("f", "holds_office")]


@pytest.fixture
def of_only_country(lists, write):
    found = Described(*lists)

    def run(marked):
        scene = scene_of(write(marked, published="2023-05-01").source, lists[1])
        return found.of_only_country(scene, scene.entities["x"])

    return run


def test_the_army_in_an_article_of_one_country_is_its_army(of_only_country):
    actor, score, reasons = of_only_country("Rain fell in [Mali|GPE|m], and [the army|FORCE|x] left.")
    assert (actor.name, score) == ("Malian military", BY_COUNTRY)
    assert reasons[-1].feature == "only_country"


def test_the_army_where_only_provinces_and_towns_are_named_is_that_of_their_country(of_only_country):
    actor, _, reasons = of_only_country(
        "Rain fell in [Maiduguri|PLACE|m] and [Borno State|PLACE|b], and [the army|FORCE|x] left."
    )
    assert actor.name == "Nigerian military"
    assert "provinces and towns of NG" in reasons[-1].text


@pytest.mark.parametrize(
    "marked",
    [
        "Rain fell in [Maiduguri|PLACE|m] and [Bamako|PLACE|b], [the army|FORCE|x] left.",
        "Rain fell in [Mali|GPE|m] and [Niger|GPE|n], [the army|FORCE|x] left.",
        "Rain fell in [Mali|GPE|m], [a band|FORCE|x] left.",
    ],
)
def test_of_two_countries_or_other_words_nobody_is_meant(of_only_country, marked):
    assert of_only_country(marked) is None
