import pytest

from rashomon.extraction.number_kinds import number_kind, number_kinds
from rashomon.extraction.numbers import find_numbers
from rashomon.model.words import NumberKind as Kind


def kinds(text):
    previous, found = None, []
    for number in find_numbers(text, (0, len(text))):
        previous = number_kind(text, number, (0, len(text)), previous)
        found.append(previous)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed three soldiers.", [Kind.KILLED]),
        ("It killed four people and wounded 17.", [Kind.KILLED, Kind.INJURED]),
        ("At least 15 people were killed and 20 others wounded.", [Kind.KILLED, Kind.INJURED]),
        ("Police arrested six men.", [Kind.DETAINED]),
        ("Police charged two men with the murder of a guard.", [Kind.PARTICIPANTS]),
        ("Raiders kidnapped nine pupils.", [Kind.ABDUCTED]),
        ("Some 9,000 people fled their homes.", [Kind.DISPLACED]),
        ("A crowd of 400 gathered.", [Kind.PARTICIPANTS]),
        ("The 200-strong garrison held.", [Kind.FORCE_SIZE]),
        ("The group carried out 53 attacks.", [Kind.EVENTS]),
        ("They fired twelve rockets.", [Kind.WEAPONS]),
        ("It rose 13 percent.", [Kind.PERCENT]),
        ("It cost $5 million.", [Kind.MONEY]),
        ("It lies 12 km away.", [Kind.DISTANCE]),
        ("A 19-year-old left.", [Kind.AGE]),
        ("It was hit twice.", [Kind.EVENTS]),
        ("It has two doors.", [Kind.OTHER]),
        ("The toll is 31 dead, then 34.", [Kind.KILLED, Kind.KILLED]),
    ],
)
def test_the_nearest_words_say_what_is_counted(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two officers paid to kill the trader were arrested.",
        "Two gunmen who came to kill the mayor fled.",
        "Two clerks accused of killing the priest were held.",
    ],
)
def test_what_those_counted_meant_to_do_did_not_befall_them(text):
    assert kinds(text)[0] not in (Kind.KILLED, Kind.INJURED)


def test_an_ordinal_counts_nothing_of_what_was_counted_before_it():
    text = "The Tolo Front, which claimed the first bombing, denied the third."
    numbers = find_numbers(text, (0, len(text)))

    assert [number_kind(text, number, (0, len(text)), Kind.KILLED) for number in numbers][-1] == Kind.OTHER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast killed three soldiers and destroyed seven stolen trucks.", [Kind.KILLED, Kind.OTHER]),
        ("He had a boy of 12 with him.", [Kind.AGE]),
        ("Its share was 42 percent, up from 38.", [Kind.PERCENT, Kind.PERCENT]),
        ("Profit was $834 million, up from 121 million.", [Kind.MONEY, Kind.MONEY]),
        ("Six armed men stood there.", [Kind.PARTICIPANTS]),
        ("It has 800 armed men.", [Kind.FORCE_SIZE]),
        ("They laid 40 kg of explosives.", [Kind.WEAPONS]),
    ],
)
def test_the_noun_behind_a_number_limits_what_it_counts(text, expected):
    assert kinds(text) == expected


def test_those_said_to_be_killed_are_counted_as_such_wherever_other_words_stand():
    text = "Four guards who had been captured on Monday were shot dead."
    assert number_kinds(text, find_numbers(text, (0, len(text))), (0, len(text))) == (Kind.KILLED,)


def test_the_first_number_of_a_sentence_may_go_on_from_the_last_one_before_it():
    text = "The army said 19."
    assert number_kinds(text, find_numbers(text, (0, len(text))), (0, len(text)), Kind.INJURED) == (Kind.INJURED,)


@pytest.mark.parametrize("told", ["two drivers were missing", "two other children remain unaccounted for", "two survived"])
def test_those_whom_no_harm_is_known_to_have_befallen_are_not_counted_with_the_dead(told):
    text = f"A girl was killed and {told}."
    (number,) = find_numbers(text, (0, len(text)))

    assert number_kinds(text, [number], (0, len(text))) == (Kind.OTHER,)
