import pytest
from marked_text import marked

from rashomon.extraction.accounts_gerunds import accused, main_subject

ARMY, REBELS = "{army|FORCE|The army}", "{rebels|GROUP|the rebels}"


def _at(body, word):
    found = marked(body).passage
    return found, found.sentences[0], found.sentences[0].words.index(word)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{ARMY} accused {REBELS} of killing 12 farmers.", ["rebels"]),
        (f"{ARMY} arrested a clerk suspected of killing two.", []),
        (f"{ARMY} holds {{dar|PER|Omar Dar}}, accused of killing two.", ["dar"]),
        (f"A group accused {ARMY} and {REBELS} of killing 12 farmers.", ["army", "rebels"]),
    ],
)
def test_a_deed_is_that_of_who_is_accused_of_it(body, expected):
    _, sentence, at = _at(body, "killing")
    assert [mention.key for mention in accused(sentence, at)] == expected


def test_nobody_is_accused_where_nothing_says_so():
    _, sentence, at = _at(f"{ARMY} spoke of the killing.", "killing")
    assert accused(sentence, at) is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{{aru|PER|Aru Belo}} said {REBELS} went from door to door, killing two.", ["rebels"]),
        (f"{ARMY} said it had bombed a camp, killing two.", ["army"]),
        (f"{ARMY} shelled a camp, killing two.", ["army"]),
    ],
)
def test_who_tells_of_it_did_not_do_it(body, expected):
    assert [mention.key for mention in main_subject(*_at(body, "killing"))] == expected


def test_whom_a_pronoun_accuses_is_not_who_stands_before_it():
    marks = marked("{s|CIV|Survivors} in {b|GPE|Estland} accuse it of attacking {c|CIV|a crowd} with drones.")
    (account,) = marks.accounts()
    assert "b" not in {filler.key for filler in account.fillers if filler.role == "agent"}
