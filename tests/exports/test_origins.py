"""Where it happened, and not where those who did it came from."""

from dataclasses import replace

import pytest
from coded_events import GAO, Happening, Said, published

from rashomon.exports.coded.origins import comes_from, happened_at
from rashomon.model.places import Place
from rashomon.model.reading import Filler
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, PlacePrecision, Role
from rashomon.store.views import Named

TOWN = Place("Elad", "ML", PlacePrecision.TOWN)


def told(words, kind=EventType.ATTACK, places=(GAO, TOWN)):
    found = published(Happening(kind=kind, places=places, said=(Said(words),)))
    view = found.told.accounts[0]
    named = [place for place in places if place.name in words]
    spans = [EvidenceSpan(view.article.id, at, at + len(place.name)) for place in named for at in [words.index(place.name)]]
    account = replace(
        view.account, fillers=tuple(Filler(Role.PLACE, place.name, at) for place, at in zip(named, spans, strict=True))
    )
    shown = replace(view, account=account, places=tuple(Named(place.name, place.name, place.id) for place in named))
    return replace(found, told=replace(found.told, accounts=(shown,)))


def test_where_the_doers_came_from_is_not_where_it_happened():
    found = told("An attack by two men from the area near Gao, against passers-by in Elad.")

    assert happened_at(found) == [TOWN]


def test_where_people_were_taken_from_is():
    assert happened_at(told("Gunmen took ten people from Gao.", EventType.KIDNAPPING, (GAO,))) == [GAO]


@pytest.mark.parametrize(
    ("before", "away"),
    [
        ("rockets fired from ", True),
        ("gunmen from the town of ", True),
        ("fighters from ", True),
        ("an attack in ", False),
        ("the army drove the rebels from ", False),
        ("a blast 20 kilometres from ", False),
        ("they withdrew from the city of ", False),
    ],
)
def test_words_that_lead_away(before, away):
    assert comes_from(before) is away
