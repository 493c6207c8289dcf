import pytest

from rashomon.linking.names.alignment import align
from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.likeness import Way
from rashomon.linking.names.parts import name_of


def aligned(one, other, kind=NameKind.PERSON):
    return align(name_of(one, kind), name_of(other, kind))


def texts(parts):
    return [part.text for part in parts]


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ("Omar Hadi", "Hadi, Omar", 2),
        ("JanDaniel Orlik", "Jan Daniel Orlik", 3),
        ("Jandaniel Orlik", "Jan Daniel Orlik", 2),
        ("Abdulrahman Orlik", "Abd al-Rahman Orlik", 2),
        ("Orlik Orlik Hadi", "Hadi Orlik", 2),
        ("Kim Jong Un", "김정은", 3),
    ],
)
def test_order_gaps_and_repetition_leave_nothing_over(one, other, pairs):
    found = aligned(one, other)
    assert (len(found.pairs), found.left, found.right) == (pairs, (), ())


def test_what_only_one_name_has_is_left_on_its_side():
    found = aligned("Omar Nadir Hadi", "Omar Hadi Orlik")
    assert (texts(found.left), texts(found.right)) == (["nadir"], ["orlik"])


def test_a_repeated_part_is_no_excuse_where_the_other_name_says_something_else():
    found = aligned("Abdul Kabir Abdul Jan", "Abdul Kabir Orlik Jan")
    assert (texts(found.left), texts(found.right)) == (["abdul"], ["orlik"])


@pytest.mark.parametrize(("one", "other", "reordered"), [("Omar Hadi", "Hadi Omar", True), ("Omar al-Hadi", "Omar Hadi", False)])
def test_it_is_known_whether_the_order_differs(one, other, reordered):
    assert aligned(one, other).reordered is reordered


@pytest.mark.parametrize(
    ("one", "other"), [("Salt People Army", "SPA"), ("SPA", "Army of Salt People"), ("SPA", "Sons of Peace Army")]
)
def test_first_letters_stand_for_a_body_s_name_in_their_order(one, other):
    ways = [pair.likeness.way for pair in aligned(one, other, NameKind.ORGANISATION).pairs]
    assert (ways == [Way.SAME]) is (one[0] == "S" and other[0] == "S")


def test_two_letters_that_both_names_bear_are_no_first_letters():
    assert texts(aligned("SB Bank", "SB Dako", NameKind.COMPANY).right) == ["dako"]
