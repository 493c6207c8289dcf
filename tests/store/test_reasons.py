"""Why the entities of an article are linked as they are."""

import pytest
from small_ledger import Made

from rashomon.model.errors import NotFoundError


def test_links_have_the_words_the_goal_the_score_and_the_reasons(made: Made):
    article = made.articles["first"]
    links = made.ledger.links(article.id)

    by_name = {link.name: link for link in links}
    kept = {link.actor_id: link for link in made.linked.actor_links if link.article_id == article.id}
    front = by_name["Vale Front"]
    assert (front.score, front.reasons) == (kept[front.id].score, kept[front.id].reasons)
    assert "Vale Front" in front.words
    assert article.text[front.quote.start : front.quote.end] in front.words


def test_places_come_after_actors(made: Made):
    links = made.ledger.links(made.articles["first"].id)
    places = {place.id for place in made.linked.places}

    kinds = [link.id in places for link in links]
    assert kinds == sorted(kinds)
    assert True in kinds


def test_an_article_that_is_not_there_has_no_links(made: Made):
    with pytest.raises(NotFoundError, match="no article 'art-none'"):
        made.ledger.links("art-none")
