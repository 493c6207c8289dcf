"""What in a sentence is an act, and how it stands."""

import pytest

from rashomon.extraction.clauses import passage
from rashomon.extraction.coder_acts import find_acts
from rashomon.extraction.coder_codes import code_acts
from rashomon.extraction.mentions import mentions


@pytest.fixture
def acts(small_lexicon, article_of):
    def find(text):
        article = article_of(text)
        sentence = passage(article, mentions(article, small_lexicon)).sentences[0]
        return {" ".join(sentence.words[act.first : act.last]): act for act in find_acts(sentence)}

    return find


@pytest.fixture
def coded(small_lexicon, article_of):
    def find(text):
        article = article_of(text)
        sentence = passage(article, mentions(article, small_lexicon)).sentences[0]
        found = code_acts(sentence, find_acts(sentence))
        return {" ".join(sentence.words[one.act.first : one.act.last]): one for one in found}

    return find


def test_nouns_and_verbs_that_are_spelled_alike_are_told_apart(acts):
    found = acts("The attack on Orutown shocked those who attack villages.")

    assert [(words, act.noun) for words, act in found.items() if words == "attack"] == [("attack", False)]
    assert acts("The attack on Orutown went on.")["attack"].noun


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The proposed law of Oruland is new.", "proposed"),
        ("Relief officials waited.", "relief"),
        ("Oruland - backed troops waited.", "backed"),
        ("The forces of Oruland waited.", "forces"),
    ],
)
def test_words_that_only_look_like_acts_are_none(acts, text, word):
    assert word not in acts(text)


def test_the_verb_group_says_mood_voice_and_negation(acts):
    found = acts("Oruland will not attack Mirsa, and the town was shelled by Harakat Tolo.")

    assert (found["attack"].modal, found["attack"].negated, found["attack"].passive) == ("will", True, False)
    assert found["shelled"].passive


def test_what_is_about_to_happen_is_future(acts):
    assert acts("Oruland is about to release them.")["release"].modal == "will"


def test_subordinate_clauses_stand_deeper(acts):
    found = acts("After rebels bombed the bridge, Oruland condemned Harakat Tolo, which denied it.")

    assert found["condemned"].depth < found["bombed"].depth
    assert found["condemned"].depth < found["denied"].depth


def test_a_clause_inside_a_subject_is_marked(acts):
    found = acts("The rebels who shot at soldiers were arrested.")

    assert found["shot"].inner
    assert found["arrested"].depth < found["shot"].depth


def test_the_words_around_a_verb_choose_its_code(coded):
    assert coded("Harakat Tolo fired two rockets at Orutown.")["fired"].code == "194"
    assert coded("Police fired volleys of tear gas at the crowd.")["fired"].code == "175"


def test_a_noun_that_ends_an_act_gives_the_code_of_its_end(coded):
    assert coded("The suspension of aid to Oruland went on.")["aid"].code == "162"


def test_a_noun_frames_the_act_behind_it(coded):
    found = coded("Its demand that Oruland release them went on.")

    assert found["demand"].code == "1053"
    assert found["demand"].content is not None


def test_what_is_announced_is_done(coded):
    assert coded("Oruland announced a ceasefire.")["announced"].code == "0871"


def test_two_verbs_of_one_subject_are_two_acts(coded):
    found = coded("Oruland condemned the raid and promised aid to Mirsa.")

    assert (found["condemned"].code[:2], found["promised"].code) == ("11", "033")
