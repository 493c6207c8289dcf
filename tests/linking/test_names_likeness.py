import pytest

from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.likeness import Way, likeness
from rashomon.linking.names.parts import name_of


def part(text):
    return name_of(text, NameKind.PERSON).parts[0]


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ("Orlik", "ORLIK", Way.SAME),
        ("Mohammed", "Mehmet", Way.SPELLING),
        ("Theodore", "Ted", Way.NICKNAME),
        ("O.", "Orlik", Way.INITIAL),
        ("Orlikov", "Orilkov", Way.TYPING),
        ("Surovikin", "Суровикин", Way.SAME),
        ("Hashmat", "حشمت", Way.SOUND),
        ("al", "el", Way.SPELLING),
    ],
)
def test_parts_agree_in_a_way(one, other, way):
    found = likeness(part(one), part(other))
    assert found.way == way
    assert found.score > 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [("Orlik", "Hashmat"), ("O.", "Hashmat"), ("al", "Alik"), ("Omar", "Ali"), ("O.", "A."), ("Min", "Hun")],
)
def test_other_parts_do_not_agree(one, other):
    assert likeness(part(one), part(other)).score == 0


def test_two_characters_that_sound_alike_are_only_half_alike_but_a_reading_is_whole():
    assert 0 < likeness(part("石"), part("市")).score < 0.7
    assert likeness(part("종"), part("정")).score < 0.7
    assert likeness(part("石"), part("山")).score == 0
    assert likeness(part("石"), part("Shi")).score == 1


def test_a_typing_error_counts_less_than_a_known_spelling():
    known, mistyped = likeness(part("Gaddafi"), part("Qadhafi")).score, likeness(part("Gaddafi"), part("Gaddavi")).score
    assert 1 > known > mistyped > 0.5
