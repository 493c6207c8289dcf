"""Looking up who and where the keys of an article are."""

import pytest

from rashomon.linking.cast import Cast
from rashomon.linking.places.places import PlaceLinks
from rashomon.model.actors import Actor
from rashomon.model.ledger import ActorLink
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY
from rashomon.model.words import ActorKind, PlacePrecision


@pytest.fixture
def made(write):
    draft = write(
        "[The front|GROUP|r], [RFL|GROUP|r], struck near [Tall Ghar|PLACE|p] and in [Tall Ghar|PLACE|p]; [gunmen|PER|g] and "
        "[Hadi|PER|h] of [Qarn|PLACE|q] fled, as [it|GROUP|unknown] said."
    )
    draft.event("struck", agent="r", place="p")
    return draft


def test_a_linked_key_is_its_actor_and_others_are_none(made, cast_of):
    cast = cast_of(made)
    actor = cast.actor(made.article.id, "r")
    assert actor is not None
    assert actor.name == "Red Front"
    assert cast.actor(made.article.id, "g") is None
    assert cast.actor("another article", "r") is None


@pytest.mark.parametrize(
    ("key", "label"),
    [("r", "Red Front"), ("h", "Hadi"), ("g", "gunmen"), (OUTLET_KEY, "Dune Post"), (UNKNOWN_KEY, None), ("no such key", None)],
)
def test_a_label_is_the_actor_s_name_or_the_text_s_words(made, cast_of, key, label):
    assert cast_of(made).label(made.article.id, key) == label


def test_an_outlet_that_is_not_stated_has_no_label(write, cast_of):
    made = write("A blast.", outlet=None)
    assert cast_of(made).label(made.article.id, OUTLET_KEY) is None


def test_an_entity_is_found_by_its_key(made, cast_of):
    cast = cast_of(made)
    assert cast.entity(made.article.id, "g").words == ("gunmen",)
    assert cast.entity(made.article.id, OUTLET_KEY) is None
    assert cast.article(made.article.id) is made.article


def test_a_place_is_as_precise_as_the_words_of_the_filler(made, cast_of):
    cast = cast_of(made)
    near = made.accounts[0].fillers[1]
    place = cast.place(made.article.id, near)
    assert (place.name, place.precision) == ("Tall Ghar", PlacePrecision.NEAR)
    exact = near.__class__(near.role, "p", made.mentions[3].span)
    assert cast.place(made.article.id, exact).precision == PlacePrecision.TOWN
    assert cast.place_by_id(place.id) == place


def test_a_filler_whose_own_words_name_no_place_has_that_of_its_key(made, cast_of):
    cast = cast_of(made)
    filler = made.accounts[0].fillers[1]
    pointing = filler.__class__(filler.role, "p", made.span("it said"))
    assert cast.place(made.article.id, pointing).name == "Tall Ghar"


def test_a_place_that_nobody_knows_is_none(made, cast_of):
    filler = made.accounts[0].fillers[1]
    unknown = filler.__class__(filler.role, "q", made.mentions[6].span)
    assert unknown.span.of(made.article) == "Qarn"
    assert cast_of(made).place(made.article.id, unknown) is None


def test_keys_of_two_articles_do_not_mix(write, cast_of):
    one, other = write("[RFL|GROUP|x] struck."), write("[Dune Wire|MEDIA|x] said.")
    cast = cast_of(one, other)
    assert [cast.label(made.article.id, "x") for made in (one, other)] == ["Red Front", "Dune Wire"]


def test_a_link_to_an_actor_that_is_not_there_is_a_mistake():
    lost = Actor("Lost", ActorKind.PERSON)
    with pytest.raises(KeyError, match=lost.id):
        Cast((), (), (ActorLink("a", "x", lost.id, 1.0),), PlaceLinks({}, (), {}))
