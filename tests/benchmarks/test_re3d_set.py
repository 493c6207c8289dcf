import pytest

from benchmarks import re3d
from benchmarks.re3d_entities import Entity, disjoint, with_head
from benchmarks.re3d_relations import relations
from rashomon.model.reading import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We met Ama Boro in Damascus on 3 May 2016 .",
            {("Organisation", "We"), ("Location", "Damascus"), ("Temporal", "3 May 2016")},
        ),
        ("There were two tanks there .", {("Quantity", "two"), ("Location", "there")}),
        ("He spent $ 5 million .", {("Person", "He"), ("Money", "$ 5 million")}),
    ],
)
def test_entities_stand_where_the_sentence_as_given_has_them(text, expected):
    (made,) = re3d.predict([{"id": "s", "text": text}])

    assert expected <= {(e["type"], text[e["start"] : e["end"]]) for e in made["entities"]}


def test_the_longer_of_two_entities_stays():
    short, long = Entity("Location", 4, 8), Entity("Organisation", 0, 12)

    assert disjoint([short, long]) == [long]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("troops in Oru", [("Organisation", 0, 6), ("Location", 10, 13)], ["CoLocated"]),
        ("four tanks", [("Quantity", 0, 4), ("MilitaryPlatform", 5, 10)], ["HasAttrOf"]),
        ("the army left Oru", [("Organisation", 0, 8), ("Location", 14, 17)], []),
    ],
)
def test_the_words_between_two_entities_tell_how_they_are_tied(text, spans, expected):
    found = [Entity(*span) for span in spans]

    assert [one.type for one in relations(text, Reading("a", "r"), found)] == expected


def test_a_head_goes_before_the_reading_but_for_what_grammars_find_beside_it():
    headed = [Entity("Weapon", 0, 6)]
    named = [Entity("Location", 2, 6), Entity("Temporal", 10, 14), Entity("Person", 16, 18)]

    assert [e.type for e in with_head(headed, named)] == ["Weapon", "Temporal", "Person"]
