"""Accounts, claims, figures and ties as pages show them."""

import pytest
from small_ledger import Made

from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY
from rashomon.store.database import reading
from rashomon.store.passages import account_view, claim_view, figure_view, figures_by_id, in_order, tie_view
from rashomon.store.shelf import Shelf, take
from rashomon.store.views import Named


@pytest.fixture
def shelf(made: Made) -> Shelf:
    with reading(made.ledger._engine) as connection:
        return take(connection, [article.id for article in made.articles.values()])


def test_an_account_has_its_roles_by_name_and_its_words(made: Made, shelf: Shelf):
    guards, ostrel = made.linked.actors[1], made.linked.places[0]

    view = account_view(shelf, made.account("first"), made.linked.roots[0])

    assert view.agents == (Named("Karsk Guards", "Karsk Guards", guards.id),)
    assert view.patients == (Named("people", "12 people"),)
    assert view.places == (Named("Ostrel", "Ostrel", ostrel.id),)
    assert [named.name for named in view.attribution] == ["spokesman", "Vale Front"]
    assert view.root == made.linked.roots[0]
    assert view.quote.words == "A bomb killed 12 people in Ostrel on Monday"
    assert view.quote.context.startswith("A bomb killed") and view.quote.context.endswith("spokesman said.")  # noqa: PT018


def test_an_account_without_a_root_has_none(made: Made, shelf: Shelf):
    assert account_view(shelf, made.account("raid"), None).root is None


@pytest.mark.parametrize(
    ("key", "source"),
    [
        ("front", Named("Vale Front", "Vale Front")),
        (UNKNOWN_KEY, Named("nobody", "")),
        (OUTLET_KEY, Named("Vale Courier", "Vale Courier")),
    ],
)
def test_a_claim_has_its_source_by_name(key: str, source: Named, made: Made, shelf: Shelf):
    (claim,) = [claim for claim in made.readings["first"].claims if claim.source == key]

    view = claim_view(shelf, claim)

    assert (view.source.name, view.source.words) == (source.name, source.words)
    assert view.article.id == made.articles["first"].id


def test_a_claims_source_has_the_words_of_its_span_and_its_relays_their_names(made: Made, shelf: Shelf):
    (denial,) = made.readings["denied"].claims
    accusation = made.readings["first"].claims[0]

    assert claim_view(shelf, denial).source.words == "Karsk Guards"
    assert [relay.name for relay in claim_view(shelf, accusation).via] == ["spokesman"]


def test_a_claim_is_quoted_inside_its_sentence(made: Made, shelf: Shelf):
    view = claim_view(shelf, made.readings["first"].claims[1])

    assert (view.quote.words, view.quote.context) == ("claimed the blast", "Nobody has claimed the blast.")


def test_a_figure_without_a_speaker_is_the_outlets(made: Made, shelf: Shelf):
    (toll,) = made.readings["first"].figures
    count = made.readings["raid"].figures[0]

    assert figure_view(shelf, toll).source.name == "Vale Front"
    assert figure_view(shelf, count).source == Named("Hill Post", "Hill Post")
    assert figure_view(shelf, count).quote.words == "its 31st attack this year"


def test_a_tie_has_both_ends_by_name(made: Made, shelf: Shelf):
    view = tie_view(shelf, made.readings["first"].ties[0])

    assert (view.subject.name, view.object.name) == ("spokesman", "Vale Front")
    assert view.quote.words == "the Vale Front's spokesman"


def test_figures_are_found_by_their_ids(made: Made):
    found = figures_by_id({name: made.readings[name] for name in ("first", "raid")})

    assert len(found) == 3
    assert all(found[key].id == key for key in found)
    assert figures_by_id({}) == {}


def test_readings_come_in_the_order_of_their_articles_days(made: Made, shelf: Shelf):
    ids = {name: article.id for name, article in made.articles.items()}

    found = in_order(shelf, [ids["denied"], ids["first"], "art-gone", ids["copied"], ids["first"]])

    assert [one.article_id for one in found] == [ids["first"], ids["copied"], ids["denied"]]
