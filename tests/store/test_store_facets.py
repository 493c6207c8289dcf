"""What facets count."""

from small_ledger import Made

from rashomon.store.search.views import Answer
from rashomon.store.views import Question


def titles(answer: Answer) -> list[str]:
    return [line.title for line in answer.events]


def facet(answer: Answer, name: str) -> dict[str, int]:
    """The values of a facet with their counts, as sorted."""
    return {value.label: value.count for found in answer.facets if found.name == name for value in found.values}


def test_an_actor_is_narrowed_by_id_as_the_facet_gives_it(made: Made):
    chosen = next(facet for facet in made.ledger.ask(Question()).facets if facet.name == "actor").values[0]
    answer = made.ledger.ask(Question(actor=chosen.value))

    assert answer.total == chosen.count
    assert [value.label for found in answer.facets if found.name == "actor" for value in found.values if value.chosen] == [
        chosen.label
    ]


def test_facets_count_the_events_of_the_answer(made: Made):
    answer = made.ledger.ask(Question())

    assert [found.name for found in answer.facets] == ["month", "country", "type", "status", "actor", "outlet", "grade", "roots"]
    assert facet(answer, "month") == {"2031-03": 1, "2031-05": 1}
    assert facet(answer, "country") == {"KX": 1, "VR": 1}
    assert facet(answer, "type") == {"attack": 1, "bombing": 1, "threat": 1}
    assert facet(answer, "actor") == {"Karsk Guards": 1, "Sahl Movement": 1}


def test_a_facet_is_counted_under_all_choices_but_its_own(made: Made):
    answer = made.ledger.ask(Question(country="KX", disputed=True))

    assert facet(answer, "country") == {"KX": 1}
    assert facet(answer, "type") == {"bombing": 1}
    assert facet(made.ledger.ask(Question(type="bombing")), "type") == {"attack": 1, "bombing": 1, "threat": 1}
    assert facet(made.ledger.ask(Question(text="raided")), "month") == {"2031-05": 1}
