"""An article with its entities and the countries it speaks of."""

import pytest

from rashomon.linking.scenes import bare, leading_country, scene_of

COUNTRIES = {"Saudi Arabia": "SA", "Saudi": "SA", "Bosnia and Herzegovina": "BA", "Mali": "ML", "Malian": "ML", "موريتانيا": "MR"}


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("Mali's", "Mali"),
        ("Mali’s", "Mali"),
        ("rebels'", "rebels"),
        ("rebels’", "rebels"),
        ("Hajis", "Hajis"),
        ("", ""),
        ("’s", ""),
    ],
)
def test_a_bare_word_has_no_possessive_ending(word, stem):
    assert bare(word) == stem


@pytest.mark.parametrize(
    ("name", "led"),
    [
        ("Saudi Arabia's air force", ("SA", "air force")),
        ("Saudi air force", ("SA", "air force")),
        ("the Malian army", ("ML", "army")),
        ("The Bosnia and Herzegovina police", ("BA", "police")),
        ("MALIAN ARMY", ("ML", "ARMY")),
        ("موريتانيا الجيش", ("MR", "الجيش")),
        ("Mali", None),
        ("the Malian", None),
        ("the army of Mali", None),
        ("Malians army", None),
        ("the", None),
        ("", None),
    ],
)
def test_the_longest_country_at_the_start_leads(gazetteer, name, led):
    assert leading_country(name, type(gazetteer)(countries=COUNTRIES)) == led


@pytest.mark.parametrize("name", ["Saudi Arabia", "the Saudi Arabia"])
def test_a_country_alone_is_not_led_by_its_own_first_word(gazetteer, name):
    assert leading_country(name, type(gazetteer)(countries=COUNTRIES)) is None


@pytest.mark.parametrize(
    ("marked", "countries"),
    [
        ("[Aland|GPE|a] and [Aland|GPE|b] met [Aland|GPE|a].", {"AA": 3}),
        ("[Aland's|GPE|a] envoy met [Blandish|GPE|b] traders.", {"AA": 1, "BB": 1}),
        ("[Aland|PLACE|a] is dry.", {"AA": 1}),
        ("[Blandish troops|FORCE|f], [Alandic farmers|CIV|c] and [Alandic trader Omar|PER|p].", {"AA": 2, "BB": 1}),
        ("[Blandish rifles|WPN|w] and [Blandish Radio|MEDIA|m].", {}),
        ("[Red Front|GROUP|r] of [Atlantis|GPE|x].", {}),
        ("[Bland|ORG|o] won.", {}),
        ("A [Bland|GPE|b]-brokered truce held in [Aland|GPE|a].", {"AA": 1}),
        ("Smoke rose from the [bland|PLACE|b] hills.", {}),
    ],
)
def test_countries_are_counted_by_mention(write, gazetteer, marked, countries):
    assert scene_of(write(marked).source, gazetteer).countries == countries


def test_countries_stand_in_order_of_their_codes(write, gazetteer):
    scene = scene_of(write("[Bland|GPE|b], [Bland|GPE|b] and [Aland|GPE|a].").source, gazetteer)
    assert list(scene.countries.items()) == [("AA", 1), ("BB", 2)]


def test_a_scene_has_the_entities_and_the_id_of_its_article(write, gazetteer):
    made = write("[Red Front|GROUP|r] met [Omar Dal|PER|o].")
    scene = scene_of(made.source, gazetteer)
    assert (scene.article_id, list(scene.entities)) == (made.article.id, ["r", "o"])
