"""Articles, events and actors found by words."""

import pytest
from small_ledger import Made

from rashomon.store.search.views import Answer
from rashomon.store.views import Question


def titles(answer: Answer) -> list[str]:
    return [line.title for line in answer.events]


def facet(answer: Answer, name: str) -> dict[str, int]:
    """The values of a facet with their counts, as sorted."""
    return {value.label: value.count for found in answer.facets if found.name == name for value in found.values}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("market", ["Bombing in Ostrel"]),
        ("OSTREL bomb", ["Bombing in Ostrel"]),
        ('"Karsk Guards denied"', ["Bombing in Ostrel"]),
        ('"denied Guards"', []),
        ("market raided", []),
        ("durin", ["Attack on a camp"]),
        ("حركة السهل", ["Attack on a camp"]),
        ("حَركة", ["Attack on a camp"]),
        ("threat", ["A threat"]),
        ("Guards of Karsk", ["Bombing in Ostrel"]),
        ("zebra", []),
        ("***", []),
        ("   ", ["Attack on a camp", "Bombing in Ostrel", "A threat"]),
    ],
)
def test_a_text_finds_events_by_articles_titles_and_names(made: Made, text: str, found: list[str]):
    answer = made.ledger.ask(Question(text=text))

    assert titles(answer) == found
    assert answer.total == len(found)


def test_a_text_finds_articles_with_their_words_marked_the_title_first(made: Made):
    hits = made.ledger.ask(Question(text="blast")).articles

    assert hits[0].line.title == "Guards deny the blast"
    assert len(hits) == 3
    assert "\x01blast\x02" in hits[1].snippet


def test_a_text_finds_actors_by_every_name_the_whole_one_first(made: Made):
    assert [actor.name for actor in made.ledger.ask(Question(text="front")).actors] == ["Karsk Guards", "Vale Front"]
    assert [actor.name for actor in made.ledger.ask(Question(text="vale front")).actors] == ["Vale Front"]
    named = made.ledger.ask(Question(text="guards of karsk")).actors[0]
    assert (named.name, named.words, named.id) == ("Karsk Guards", "Guards of Karsk", made.linked.actors[1].id)


def test_articles_follow_the_narrowing_of_events(made: Made):
    hits = made.ledger.ask(Question(text="2031 in", type="attack")).articles
    assert hits == ()
    hits = made.ledger.ask(Question(text="in", type="attack")).articles
    assert [hit.line.outlet for hit in hits] == ["Hill Post"]


def test_two_questions_on_one_connection_do_not_mix(made: Made):
    first = made.ledger.ask(Question(text="raided"))
    made.ledger.ask(Question(text="market"))

    assert made.ledger.ask(Question(text="raided")) == first
