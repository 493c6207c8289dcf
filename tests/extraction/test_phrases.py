import pytest

from rashomon.extraction.phrases import (
    Form,
    PhraseTable,
    fixed_phrases,
    noun_forms,
    plain_words,
    verb_entries,
    verb_forms,
    word_set,
    words_digest,
    words_of,
)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("kill", {"kill", "kills", "killed", "killing"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("kidnap", {"kidnap", "kidnaps", "kidnapped", "kidnapping"}),
        ("stab", {"stab", "stabs", "stabbed", "stabbing"}),
        ("free", {"free", "frees", "freed", "freeing"}),
        ("take", {"take", "takes", "took", "taken", "taking"}),
        ("attack", {"attack", "attacks", "attacked", "attacking"}),
    ],
)
def test_a_verb_is_known_in_all_its_forms(verb, forms):
    assert set(verb_forms(verb)) == forms


def test_a_past_form_that_is_the_participle_too_counts_as_past():
    assert verb_forms("arrest")["arrested"] == Form.PAST
    assert verb_forms("take")["taken"] == Form.PARTICIPLE


@pytest.mark.parametrize(
    ("noun", "plural"), [("car bomb", "car bombs"), ("gunman", "gunmen"), ("ambush", "ambushes"), ("sortie", "sorties")]
)
def test_a_noun_is_known_in_the_plural(noun, plural):
    assert noun_forms(noun) == (noun, plural)


def test_the_longest_phrase_counts():
    table = PhraseTable([*fixed_phrases(["air"], 1), *fixed_phrases(["air strike"], 2)])
    hit = table.longest(("an", "air", "strike"), 1)
    assert hit is not None
    assert (hit.value, hit.end) == (2, 3)


@pytest.mark.parametrize(
    ("words", "found"), [("blew the bridge up", True), ("blew it up", True), ("blew a very old stone bridge up", False)]
)
def test_a_gap_stands_for_up_to_three_words(words, found):
    table = PhraseTable(verb_entries(["blow _ up"], True))
    assert (table.longest(plain_words(words), 0) is not None) is found


def test_phrases_found_in_a_stretch_do_not_overlap():
    table = PhraseTable(fixed_phrases(["a b", "b c", "c"], True))
    assert [at for at, _ in table.within(("a", "b", "c"), 0, 3)] == [0, 2]
    assert [at for at, _ in table.within(("a", "b", "c"), 0, 1)] == []


def test_words_that_yaml_takes_for_booleans_stay_words():
    assert "no" in words_of("status.yaml")["negated"]
    assert "on" in word_set("grammar.yaml", "prepositions")


def test_the_digest_of_the_lists_stays_the_same():
    assert words_digest() == words_digest()
    assert len(words_digest()) == 8
