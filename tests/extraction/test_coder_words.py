import pytest

from rashomon.extraction.coder_words import (
    Manner,
    coder_list,
    ended_code,
    forms_of,
    noun_manners,
    noun_table,
    singular,
    starts_with,
    verb_table,
    word_sets,
)
from rashomon.extraction.phrases import Form


@pytest.mark.parametrize(
    ("word", "one"), [("policemen", "policeman"), ("allies", "ally"), ("crashes", "crash"), ("gas", "gas"), ("bus", "bus")]
)
def test_a_plural_has_a_singular(word, one):
    assert singular(word) == one


def test_irregular_verbs_and_british_spellings_are_known():
    assert forms_of("withhold")["withheld"] is Form.PAST
    assert forms_of("cancel")["cancelled"] is Form.PAST


def test_our_own_code_of_a_verb_beats_the_large_list():
    sense = next(entry.sense for entry in verb_table()["seized"] if entry.words == ("seized",))

    assert (sense.verb, sense.code, sense.ours) == ("seize", "171", True)


def test_longer_phrases_come_first():
    sizes = [len(entry.words) for entry in verb_table()["agreed"]]

    assert sizes == sorted(sizes, reverse=True)
    assert max(sizes) > 1


@pytest.mark.parametrize(("code", "ended"), [("163", "085"), ("1723", "0813"), ("194", "087"), ("050", "161"), ("010", None)])
def test_ending_an_act_has_a_code(code, ended):
    assert ended_code(code) == ended


def test_nouns_that_frame_an_act_are_acts_themselves():
    assert noun_manners()["demand"] is Manner.DEMAND
    assert (("demands",), "100") in noun_table()["demands"]


def test_sets_hold_phrases_without_plurals():
    assert ("safe", "house") in word_sets()["&asylum"]


def test_a_phrase_is_looked_for_at_one_position():
    assert starts_with(("they", "broke", "off"), 1, ("broke", "off"))
    assert not starts_with(("they", "broke"), 1, ("broke", "off"))


@pytest.mark.parametrize("name", ["acts.yaml", "verbs.yaml"])
def test_every_code_is_one_of_cameo(name):
    lists = coder_list(name)
    rows = lists["verbs"] if name == "acts.yaml" else {code: 1 for row in lists["senses"] for code in row["verbs"]}
    codes = {part for code in rows for part in code.split(":") if code != "none"}

    assert codes
    assert all(code.isdigit() and len(code) in (3, 4) and 1 <= int(code[:2]) <= 20 for code in codes)
