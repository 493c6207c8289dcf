"""What a denial denies."""

import pytest

from rashomon.linking.denials import what_is_denied


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
