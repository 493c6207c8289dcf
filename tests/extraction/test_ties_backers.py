from dataclasses import dataclass

import pytest
from marked_text import marked

from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.ties_backers import with_backers
from rashomon.model.actors import Actor
from rashomon.model.words import ActorKind, MentionKind

CODES = {"tavarian": "TV", "tavaria": "TV", "murrish": "MU", "nolandish": "NL"}


@dataclass(frozen=True)
class Registry:
    actors: tuple[Actor, ...] = (
        Actor("Tavarian Guard", ActorKind.FORCE, country="TV"),
        Actor("Tavaria", ActorKind.STATE, country="TV"),
        Actor("Murr", ActorKind.STATE, country="MU"),
        Actor("Tolo Movement", ActorKind.ARMED_GROUP, country="TV"),
    )
    digest: str = "actors"

    def find(self, name):
        return ()

    def outlet(self, name):
        return None


class Gazetteer:
    digest = "places"

    def find(self, name):
        return ()

    def country(self, name):
        return CODES.get(name.lower())


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon(Registry(), Gazetteer())


def added(body, lexicon):
    text = marked(body)
    found = with_backers(text.article, text.found, lexicon)
    return [(mention.text, mention.key, mention.name) for mention in found.entities if mention not in text.found.entities]


@pytest.mark.parametrize(
    "word", ["backed", "supported", "aligned", "allied", "linked", "led", "funded", "trained", "armed", "sponsored", "controlled"]
)
def test_the_country_of_an_adjective_of_backing_is_marked(word, lexicon):
    assert added(f"Two Tavarian-{word} militias fled.", lexicon) == [("Tavarian", "tavaria", "Tavaria")]


@pytest.mark.parametrize(
    "body",
    [
        "Tavarian militias fled.",
        "A well-backed militia fled.",
        "Nolandish-backed militias fled.",
        "Utopian-backed militias fled.",
        "tavarian-backed militias fled.",
        "{tv|GPE|Tavarian}-backed militias fled.",
    ],
)
def test_what_names_no_listed_state_or_is_marked_already_adds_nothing(body, lexicon):
    assert added(body, lexicon) == []


def test_the_group_whose_front_is_named_is_marked(lexicon):
    body = "{f|GROUP|the Tolo Movement's Eastern War Front} fled from {x|GROUP|the Hill Men's Cave Front}."
    assert added(body, lexicon) == [("Tolo Movement", "tolo-movement", "Tolo Movement")]


def test_the_key_is_that_of_the_states_other_mentions(lexicon):
    body = "{land-1|GPE|Tavaria} denied it. Tavarian-backed and Murrish-led militias fled."

    assert added(body, lexicon) == [("Tavarian", "land-1", "Tavaria"), ("Murrish", "murr", "Murr")]


def test_what_is_added_is_a_named_country_in_reading_order(lexicon):
    text = marked("{ada|PER|Ada Quist} met Murrish-led men and {bo|PER|Bo Lind}.")

    found = with_backers(text.article, text.found, lexicon)

    assert [mention.text for mention in found.entities] == ["Ada Quist", "Murrish", "Bo Lind"]
    assert (found.entities[1].kind, found.entities[1].named) == (MentionKind.COUNTRY, True)
    assert text.words(found.entities[1].span) == "Murrish"


def test_words_outside_what_is_read_are_left_alone(lexicon):
    text = marked("Murrish-led men fled.")
    unread = type(text.found)((), (), (), (), ())

    assert with_backers(text.article, unread, lexicon).entities == ()
