import pytest

from rashomon.lists.romanising import is_latin, is_vowelless, load_letters, romanised


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Сергей Лавров", "sergey lavrov"),
        ("Володимир Зеленський", "volodimir zelenskiy"),
        ("حسن نصر الله", "hsn nsr allh"),
        ("قاسم سلیمانی", "qasm slymany"),
        ("בנימין נתניהו", "bnymyn ntnyhv"),
        ("Αλέξης Τσίπρας", "alexis tsipras"),
        ("Նիկոլ Փաշինյան", "nikol pashinyan"),
        ("გიორგი", "giorgi"),
        ("习近平", "xi jin ping"),
        ("김정은", "gim jeong eun"),
        ("バラク・オバマ", "baraku obama"),
        ("ショウ", "syou"),
        ("ዐቢይ አሕመድ", "abiye ahhemade"),
        ("नरेन्द्र मोदी", "narendra modii"),
        ("François Müller-Lüdenscheidt", "francois muller-ludenscheidt"),
        ("Łukasz Ægir", "lukasz aegir"),
    ],
)
def test_names_of_other_scripts_are_read_in_latin_letters(name, latin):
    assert romanised(name) == latin


def test_composed_and_decomposed_letters_are_read_alike():
    assert romanised("Чуйков") == romanised("Чуи\u0306ков") == "chuykov"


def test_digits_hyphens_and_unknown_letters_stay():
    assert romanised("Бригада-47") == "brigada-47"
    assert romanised("㐀") == "㐀"
    assert romanised("") == ""


@pytest.mark.parametrize(
    ("text", "vowelless", "latin"),
    [
        ("قاسم", True, False),
        ("נתניהו", True, False),
        ("Лавров", False, False),
        ("Qassem", False, True),
        ("Łukasz", False, True),
        ("47", False, True),
    ],
)
def test_it_is_known_which_scripts_leave_vowels_out_and_which_are_latin(text, vowelless, latin):
    assert (is_vowelless(text), is_latin(text)) == (vowelless, latin)


def test_every_reading_is_plain_ascii():
    readings = load_letters().readings
    assert len(readings) > 1000
    assert all(reading.isascii() for reading in readings.values())
