"""What changed between two texts."""

from rashomon.text.changes import announced, changes


def test_equal_texts_have_no_changes():
    assert changes("Nine died. It rained.", "Nine  died.\nIt rained.") == ()


def test_changed_values_stand_before_other_changes():
    before = "A shell fell. General Ana Karo spoke. The road was shut. Nobody came."
    after = "A big shell fell. General Ira Velt spoke. The road was open. Nobody came. It was 5 a.m. there."
    found = changes(before, after)

    assert [(change.kind, change.values) for change in found] == [
        ("changed", ("Ana", "Karo", "Ira", "Velt")),
        ("added", ("5",)),
        ("changed", ()),
        ("changed", ()),
    ]


def test_a_sentence_with_little_in_common_is_gone_and_another_is_new():
    found = changes("The camp fell on Monday.", "Doctors asked for blood and tents.")

    assert {change.kind for change in found} == {"added", "removed"}


def test_a_correction_must_stand_in_the_new_words():
    said = "Correction: the toll was wrong."
    assert announced(changes("Nine died.", f"Nine died. {said}"))
    assert not announced(changes(f"Nine died. {said}", "Nine died."))


def test_arabic_sentences_and_numbers_are_compared_too():
    (change,) = changes("قتل 9 جنود. هطل المطر.", "قتل ١٢ جنود. هطل المطر.")

    assert set(change.values) == {"9", "١٢"}
