import pytest

from rashomon.extraction.harm_people import is_person, people_in
from rashomon.extraction.numbers import find_numbers


def _people(text, known=()):
    numbers = find_numbers(text, (0, len(text)))
    return people_in(text, (0, len(text)), numbers, known=frozenset(known))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man left.", [("A man", "1")]),
        ("Two teens and a 9-year-old boy left.", [("Two teens", "2"), ("a 9-year-old boy", "1")]),
        ("At least four of the guards left.", [("four of the guards", "4..")]),
        ("Dozens of Oruvian security forces left.", [("Dozens of Oruvian security forces", "24..")]),
        ("Five people, including two children, left.", [("Five people, including two children", "5")]),
        ("No one left.", [("No one", "0")]),
        ("None of the pupils left.", [("None of the pupils", "0")]),
        ("Three others left.", [("Three others", "3")]),
        ("The driver, Ann Belmar, left.", [("The driver, Ann Belmar", "1")]),
        ("Some 12 men left.", [("Some 12 men", "12")]),
        ("Another six guards left.", [("Another six guards", "6")]),
        ("Two trucks left.", []),
        ("A victim advocate left.", []),
    ],
)
def test_people_are_found_with_how_many_they_are(text, expected):
    assert [(text[one.start : one.end], str(one.count)) for one in _people(text)] == expected


def test_words_that_point_back_are_definite():
    assert [one.definite for one in _people("The victim told a guard that he left.")] == [True, False, True]


def test_those_that_come_on_top_are_marked():
    assert [one.more for one in _people("A man and another man left.")] == [False, True]


def test_the_owner_of_a_thing_is_marked():
    assert [one.owner for one in _people("The clerk's car was old.")] == [True]


def test_a_last_name_is_a_person_once_the_article_names_them_in_full():
    assert not _people("Belmar left.")
    assert [one.name for one in _people("Belmar left.", {"belmar"})] == ["belmar"]


def test_a_number_between_commas_is_an_age_and_counts_nobody():
    assert [one.name for one in _people("Jo Tarn, 39, died.")] == ["tarn"]


def test_plurals_and_ages_are_persons():
    assert [is_person(word) for word in ("policemen", "grandchildren", "12-year-old", "lorries")] == [True, True, True, False]
