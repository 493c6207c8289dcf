import pytest

from rashomon.extraction.toponym_words import in_list, sentence_words, stretches


def names(text: str, at: int = 0) -> list[str]:
    (words,) = sentence_words(text)
    return [name for _, name in stretches(words, at)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New York City grew", ["New York City", "New York", "New"]),
        ("Gulf of Aden pirates", ["Gulf of Aden", "Gulf"]),
        ("Batesburg-Leesville grew", ["Batesburg-Leesville", "Batesburg"]),
        ("St. Paul grew", ["St. Paul", "St"]),
        ("Fla. voters", ["Fla.", "Fla"]),
        ("The Hague", []),
        ("small towns", []),
        ("Paris, France", ["Paris"]),
    ],
)
def test_names_are_tried_from_the_longest(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_possessives_are_no_part_of_a_word() -> None:
    ((first, second, *_),) = sentence_words("Iran's navy")
    assert (first.text, first.owns, second.owns) == ("Iran", True, False)
    assert (first.start, first.end) == (0, 4)


def test_a_line_that_breaks_a_sentence_does_not_end_it() -> None:
    assert len(sentence_words("He went to the old\n   town.")) == 1
    assert len(sentence_words("A headline\nThe town slept.")) == 2


@pytest.mark.parametrize(("text", "opens"), [("Rome fell", True), ("in Rome", False), ("said: Rome fell", True)])
def test_what_opens_a_sentence_is_told(text: str, opens: bool) -> None:
    (words,) = sentence_words(text)
    assert next(word for word in words if word.text == "Rome").opens is opens


def test_lists_are_looked_up_without_case_and_stop() -> None:
    (words,) = sentence_words("Mr. Hill of Police")
    assert in_list(words[0], "callers")
    assert in_list(words[-1], "heads")
    assert not in_list(None, "heads")
