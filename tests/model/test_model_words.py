import enum
import inspect

import pytest

from rashomon.model import words
from rashomon.model.words import (
    ACTOR_KINDS,
    ALARMS,
    PLACE_KINDS,
    SYMMETRIC,
    EventType,
    MentionKind,
    Relation,
    Severity,
    Stance,
    Status,
)

VOCABULARIES = [
    kind for _, kind in inspect.getmembers(words, inspect.isclass) if issubclass(kind, enum.StrEnum) and kind is not enum.StrEnum
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_a_word_stands_once_and_is_read_back_from_its_code(vocabulary):
    codes = [member.value for member in vocabulary]

    assert len(codes) == len(set(codes)) == len(vocabulary.__members__)
    assert [vocabulary(code) for code in codes] == list(vocabulary)


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_a_code_is_its_own_text_without_spaces(vocabulary):
    for member in vocabulary:
        assert str(member) == member.value == f"{member}"
        assert " " not in member


@pytest.mark.parametrize("vocabulary", [kind for kind in VOCABULARIES if kind is not MentionKind], ids=lambda kind: kind.__name__)
def test_a_code_is_its_name_in_lower_case(vocabulary):
    assert {member.value for member in vocabulary} == {member.name.lower() for member in vocabulary}


@pytest.mark.parametrize(("vocabulary", "code"), [(Status, "true"), (Stance, "Denies"), (EventType, ""), (MentionKind, "PERSON")])
def test_a_code_that_no_list_has_is_refused(vocabulary, code):
    with pytest.raises(ValueError, match=f"'{code}' is not a valid {vocabulary.__name__}"):
        vocabulary(code)


def test_dates_numbers_and_weapons_name_neither_actor_nor_place():
    for kind in (MentionKind.DATE, MentionKind.NUMBER, MentionKind.WEAPON):
        assert kind not in ACTOR_KINDS | PLACE_KINDS


def test_a_country_acts_and_is_a_place():
    assert {MentionKind.COUNTRY} == ACTOR_KINDS & PLACE_KINDS


@pytest.mark.parametrize(("relation", "both"), [(Relation.ALLIED_WITH, True), (Relation.LEADS, False), (Relation.PART_OF, False)])
def test_only_some_relations_hold_both_ways(relation, both):
    assert (relation in SYMMETRIC) is both


def test_an_update_a_rounding_or_a_misprint_is_no_alarm():
    quiet = {Severity.UPDATE, Severity.ROUNDING, Severity.COMPATIBLE_SERIES, Severity.TEXT_ERROR, Severity.AMBIGUITY}
    assert quiet == set(Severity) - ALARMS
