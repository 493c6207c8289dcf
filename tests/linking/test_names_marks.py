import pytest

from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.marks import without_forms, without_generation, without_numbers
from rashomon.linking.names.splitting import words_of


def words(name, kind=NameKind.COMPANY):
    return words_of(name, dotted=kind != NameKind.PERSON)


def texts(left):
    return " ".join(word.text for word in left)


@pytest.mark.parametrize(
    ("name", "forms", "left"),
    [
        ("Orlik Gesellschaft mit beschränkter Haftung", {"limited"}, "orlik"),
        ("ООО «Орлик»", {"limited"}, "orlik"),
        ("Orlik Joint Stock Compani", {"stock"}, "orlik"),
        ("Orlik Corporation", set(), "orlik"),
        ("Company Limited", set(), "company limited"),
        ("Orlik Holding S.A. de C.V.", {"stock"}, "orlik holding"),
    ],
)
def test_legal_forms_are_taken_off_but_never_all_there_is(name, forms, left):
    found, rest = without_forms(words(name), NameKind.COMPANY)
    assert (found, texts(rest)) == (forms, left)


@pytest.mark.parametrize(
    ("name", "left"), [("Nadir Hashmat LLC", "nadir hashmat"), ("Sa Nadir Hashmat", "sa nadir hashmat"), ("Nadir Sa", "nadir sa")]
)
def test_of_a_person_only_a_form_at_the_end_is_taken_off(name, left):
    assert texts(without_forms(words(name, NameKind.PERSON), NameKind.PERSON)[1]) == left


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("SPA Coast", "spa coast"),
        ("SPA", "spa"),
        ("Coast Foundation", "coast"),
        ("Coast Joint Stock Company", "coast"),
        ("Company of Salt", "company of salt"),
    ],
)
def test_of_a_group_only_a_form_at_the_end_is_taken_off(name, left):
    assert texts(without_forms(words(name, NameKind.ORGANISATION), NameKind.ORGANISATION)[1]) == left


@pytest.mark.parametrize(
    ("name", "mark", "left"),
    [
        ("Omar Hadi Jr.", "jr", "omar hadi"),
        ("Omar Hadi Senior", "sr", "omar hadi"),
        ("Omar Hadi III", "iii", "omar hadi"),
        ("Omar Jr", None, "omar jr"),
    ],
)
def test_marks_of_generations_are_taken_off_persons(name, mark, left):
    found, rest = without_generation(words(name, NameKind.PERSON), NameKind.PERSON)
    assert (found, texts(rest)) == (mark, left)


@pytest.mark.parametrize(
    ("name", "numbers", "left"),
    [
        ("47th Brigade", ("47",), "brigade"),
        ("First Karst Fund", ("1",), "karst fund"),
        ("Karst Fund XIV", ("14",), "karst fund"),
        ("Brigade 007", ("7",), "brigade"),
        ("V Karst", (), "v karst"),
        ("313", (), "313"),
    ],
)
def test_numbers_in_figures_words_and_roman_letters_are_taken_off(name, numbers, left):
    found, rest = without_numbers(words(name), NameKind.COMPANY)
    assert (found, texts(rest)) == (numbers, left)


def test_digits_in_a_person_s_name_are_letters_mistyped():
    assert texts(without_numbers(words("0mar Had1", NameKind.PERSON), NameKind.PERSON)[1]) == "omar hadi"
