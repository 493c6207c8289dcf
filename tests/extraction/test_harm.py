import pytest

from rashomon.extraction.harm import harms_in
from rashomon.extraction.numbers import find_numbers


def _harms(text, known=()):
    found = harms_in(text, (0, len(text)), find_numbers(text, (0, len(text))), known=frozenset(known))
    return [(str(harm.effect), [text[one.start : one.end] for one in harm.people]) for harm in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot dead two guards.", [("killed", ["two guards"])]),
        ("Two guards were shot dead by three gunmen.", [("killed", ["Two guards"])]),
        ("A blast killed a woman and injured her son.", [("killed", ["a woman"]), ("injured", ["her son"])]),
        ("A man and his wife died.", [("killed", ["A man", "his wife"])]),
        ("The raid left five dead and eight wounded.", [("killed", ["five"]), ("injured", ["eight"])]),
        ("A man who threatened guards was shot.", [("hit", ["A man"])]),
        ("Police found the bodies of three men.", [("killed", ["three men"])]),
        ("The trader's death shocked many.", [("killed", ["The trader's"])]),
        ("The clerk was not hurt.", [("spared", ["The clerk"])]),
        ("No one was killed.", [("spared", [])]),
        ("He tried to kill a guard.", []),
        ("A boy could have been killed.", []),
        ("A guard shot a stray dog.", []),
        ("One shot was fired.", []),
        ("They killed nine members of the army and wounded six.", [("killed", ["nine members"]), ("injured", ["six"])]),
        ("It killed nine guards and wounded another six.", [("killed", ["nine guards"]), ("injured", ["six"])]),
        ("It killed nine guards and wounded a further six.", [("killed", ["nine guards"]), ("injured", ["six"])]),
        ("It killed nine guards, and two others were hurt.", [("killed", ["nine guards"]), ("injured", ["two others"])]),
        ("A blast killed a farmer and his wife was hurt.", [("killed", ["a farmer"]), ("injured", ["his wife"])]),
        ("Two soldiers paid the supreme price.", [("killed", ["Two soldiers"])]),
        ("Four guards laid down their lives.", [("killed", ["Four guards"])]),
        ("The army lost nine soldiers.", [("killed", ["nine soldiers"])]),
        ("They lost contact.", []),
        ("It caused the wounding of nine guards.", [("injured", ["nine guards"])]),
        ("They were driven back with the loss of four men.", [("killed", ["four men"])]),
        ("They held the hill with the loss of four tanks.", []),
        ("Two rebels were neutralised.", [("killed", ["Two rebels"])]),
        ("Soldiers neutralised two bombs.", []),
        ("Not one guard of the post has been killed.", [("spared", ["one guard"])]),
    ],
)
def test_each_word_of_harm_has_the_people_it_befell(text, expected):
    assert _harms(text) == expected


def test_a_noun_says_how_many_by_itself():
    text = "It was a triple murder."
    assert [harm.least for harm in harms_in(text, (0, len(text)), ())] == [3]


def test_a_last_name_is_a_victim():
    assert _harms("Belmar was pronounced dead.", {"belmar"}) == [("killed", ["Belmar"])]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The commander died with five of his guards.", 6),
        ("The mayor was shot dead along with his wife and two guards.", 4),
        ("The general was killed together with his driver.", 2),
        ("A man was killed with a knife.", 1),
        ("Five men were killed in clashes with rebels.", 5),
    ],
)
def test_whoever_died_with_somebody_died_too(text, count):
    (harm,) = harms_in(text, (0, len(text)), find_numbers(text, (0, len(text))))
    assert sum(one.count.low for one in harm.people) == count
