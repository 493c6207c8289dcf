"""What a denial denies."""

import pytest

from rashomon.linking.disputes.denials import says_no, speaks_of, takes_back, what_is_denied


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("it", "open"),
        ("the report", "open"),
        ("denied it", "open"),
        ("that it had shelled the town", "open"),
        ("any involvement in the raid", "part"),
        ("The front denied being behind the blast.", "part"),
        ("the accusation", "part"),
        ("responsibility for the fire", "part"),
        ("the group's claim", "claim"),
        ("the higher toll", "number"),
        ("the story of a bombed school", "happening"),
        ("The ministry denied the story of a bombed school: its jets were elsewhere.", "happening"),
        ("", "open"),
    ],
)
def test_the_words_of_a_denial_say_what_it_denies(words, denied):
    assert str(what_is_denied(words)) == denied


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("there was no raid", True),
        ("they didn't fire", True),
        ("a false report", True),
        ("clashes over disputed land", True),
        ("clashes", False),
    ],
)
def test_words_that_say_no(words, expected):
    assert says_no(words) is expected


@pytest.mark.parametrize(
    ("words", "triggers", "expected"),
    [
        ("that it had shelled the village", "fire", True),
        ("the talks in the capital", "talks met", True),
        ("the leadership of the new commander", "attacked", False),
        ("the call for restraint", "attacked strike", False),
    ],
)
def test_a_denial_speaks_of_a_happening_where_it_names_an_act_or_its_words(words, triggers, expected):
    assert speaks_of(words, triggers) is expected


@pytest.mark.parametrize(("cue", "expected"), [("withdrew", True), ("has retracted", True), ("denied", False)])
def test_taking_back_one_s_own_words_is_no_denial_of_another_s(cue, expected):
    assert takes_back(cue) is expected
