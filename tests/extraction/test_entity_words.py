from rashomon.extraction.entity_words import BODY_ANAPHORS, NAME_HEADS, NEEDS_MODIFIER, NOUN_HEADS
from rashomon.model.words import MentionKind


def test_all_words_are_in_lower_case():
    assert all(word == word.lower() for word in (*NOUN_HEADS, *NAME_HEADS))


def test_heads_that_need_a_modifier_are_heads():
    assert set(NEEDS_MODIFIER).issubset(NOUN_HEADS)


def test_words_that_refer_back_are_of_the_kind_they_refer_to():
    assert MentionKind.PERSON not in BODY_ANAPHORS
    assert NOUN_HEADS["gunmen"] is MentionKind.GROUP
