import pytest

from rashomon.extraction.toponym_evidence import Site, evidence, is_given
from rashomon.extraction.toponym_words import sentence_words
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

TOWN = Place("Qarnby", "AA", PlacePrecision.TOWN, population=20_000, lat=1.0, lon=1.0)
LAND = Place("Qarnby", "AA", PlacePrecision.COUNTRY, lat=1.0, lon=1.0)


def site(text: str, place: Place = TOWN, larger: str | None = None, *, in_person: bool = False, surname: bool = False) -> Site:
    (words,) = sentence_words(text)
    at = next(n for n, word in enumerate(words) if word.lower == "qarnby")
    return Site(
        words, at, at + 1, words[at].text, noun=True, places=(place,), larger=larger, in_person=in_person, surname=surname
    )


def total(found: Site) -> float:
    return round(sum(weight for _, weight in evidence(found)), 2)


PLAIN = total(site("we like Qarnby."))


@pytest.mark.parametrize(
    "text",
    [
        "we live in Qarnby.",
        "we live in the Qarnby area.",
        "a man, 38, of Qarnby.",
        "the mayor of Qarnby spoke.",
        "we like Qarnby police.",
        "we like Qarnby High School.",
        "said Ann Cole, D-Qarnby.",
        "Qarnby — we like it.",
        "QARNBY, we like it.",
    ],
)
def test_what_speaks_for_a_place_raises_it(text: str) -> None:
    assert total(site(text)) > PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "we like Mr. Qarnby.",
        "we like Ann Qarnby.",
        "we like Qarnby Smith.",
        "we like the Qarnby Times.",
        "we like it, said Qarnby.",
        "Qarnby likes it.",
    ],
)
def test_what_speaks_against_a_place_lowers_it(text: str) -> None:
    assert total(site(text)) < PLAIN


def test_a_larger_place_behind_it_speaks_for_a_place() -> None:
    assert total(site("we like Qarnby.", larger="Hills")) > PLAIN


def test_a_surname_of_the_article_is_a_person_unless_it_is_a_country() -> None:
    assert total(site("we like Qarnby.", surname=True)) < PLAIN
    assert total(site("we like Qarnby.", LAND, surname=True)) == total(site("we like Qarnby.", LAND))


def test_a_country_needs_nothing_more() -> None:
    assert [reason for reason, _ in evidence(site("we like Qarnby.", LAND))] == ["a country"]


@pytest.mark.parametrize(("word", "expected"), [("Ashley", True), ("ahmed", True), ("Tuesday", False)])
def test_given_names_are_known(word: str, expected: bool) -> None:
    assert is_given(word) is expected
