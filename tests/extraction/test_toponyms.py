import pytest

from rashomon.extraction.toponyms import SURE, Toponym, ToponymKind, toponyms
from rashomon.lists.gazetteer import ListedGazetteer
from shipped import shipped_lists


@pytest.fixture(scope="module")
def gazetteer() -> ListedGazetteer:
    return shipped_lists()[1]


def named(text: str, gazetteer: ListedGazetteer, *persons: str) -> list[str]:
    spans = [(text.index(person), text.index(person) + len(person)) for person in persons]
    return [text[found.start : found.end] for found in toponyms(text, gazetteer, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left Tallinn for Helsinki on Monday.", ["Tallinn", "Helsinki"]),
        ("A shop in Ludlow, Ky., was robbed.", ["Ludlow", "Ky."]),
        ("TORRINGTON — A barn burned down.", ["TORRINGTON"]),
        ("A man was held, said Sen. Ann Cole, R-Calif., and D-Nev. members.", ["Calif.", "Nev."]),
        ("Calgary police and the University of Iowa signed it.", ["Calgary", "Iowa"]),
        ("The Dutch-owned ship was bound for a US base near Doha.", ["Dutch", "US", "Doha"]),
        ("Meigs County and Otter Tail County were flooded.", ["Meigs County", "Otter Tail County"]),
        ("They sailed the Adriatic and crossed the Pyrenees.", ["Adriatic", "Pyrenees"]),
        ("Schools in Oslo, Bergen and Trondheim closed.", ["Oslo", "Bergen", "Trondheim"]),
        ("A Gori-based unit fired, a Tbilisi-born officer said.", ["Gori", "Tbilisi"]),
    ],
)
def test_places_are_found_by_the_words_around_them(gazetteer: ListedGazetteer, text: str, expected: list[str]) -> None:
    assert named(text, gazetteer) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lincoln spoke on Friday.",
        "The Louisville Courier ran it.",
        "She works for the Bank of America.",
        "Reading is fun, and Hope said so.",
        "But most of them left in March.",
        "White House aides disagreed.",
        "we asked us all in or out.",
    ],
)
def test_what_only_looks_like_a_place_is_none(gazetteer: ListedGazetteer, text: str) -> None:
    assert named(text, gazetteer) == []


def test_the_white_house_is_a_place_where_something_happens_in_it(gazetteer: ListedGazetteer) -> None:
    assert named("They met at the White House.", gazetteer) == ["White House"]


def test_a_surname_of_the_article_is_no_town(gazetteer: ListedGazetteer) -> None:
    text = "John Houghton was fined. The court heard Houghton again."
    assert named(text, gazetteer, "John Houghton") == []


def test_a_name_that_is_plain_once_counts_throughout(gazetteer: ListedGazetteer) -> None:
    once = "Kidlington grew."
    assert named(f"A house in Kidlington burned. {once}", gazetteer) == ["Kidlington", "Kidlington"]
    assert named(once, gazetteer) == []


def test_adjectives_and_peoples_mean_their_country(gazetteer: ListedGazetteer) -> None:
    found = toponyms("Turkish troops met Iraqis and European envoys.", gazetteer)
    assert [(one.name, one.kind) for one in found] == [
        ("Turkey", ToponymKind.ADJECTIVE),
        ("Iraq", ToponymKind.PEOPLE),
        ("Europe", ToponymKind.ADJECTIVE),
    ]


@pytest.mark.parametrize(
    ("text", "larger"),
    [
        ("in Paris, Texas, on Monday", "Texas"),
        ("in Athens (Greece) on Monday", "Greece"),
        ("in Lebanon, Ohio, on Monday", "Ohio"),
        ("in Russia, Washington and Rome", None),
        ("in Paris on Monday", None),
    ],
)
def test_the_larger_place_behind_a_name_is_told(gazetteer: ListedGazetteer, text: str, larger: str | None) -> None:
    assert toponyms(text, gazetteer)[0].larger == larger


def test_reasons_add_up_and_weak_names_come_only_when_asked_for(gazetteer: ListedGazetteer) -> None:
    text = "Grapeland residents met; Pomeroy did not."
    sure, all_found = toponyms(text, gazetteer), toponyms(text, gazetteer, least=-9.0)
    assert set(sure) < set(all_found)
    assert all(one.sure >= SURE for one in sure)
    assert all(round(sum(weight for _, weight in one.reasons), 2) == one.sure for one in all_found)


def test_a_name_may_run_over_a_line_and_keeps_its_offsets(gazetteer: ListedGazetteer) -> None:
    text = "The man, who is said to be a clerk of the court there, lives in New\n    York now, says U.S. television."
    found = toponyms(text, gazetteer)
    assert [text[one.start : one.end] for one in found] == ["New\n    York", "U.S."]


def test_nothing_is_found_in_nothing(gazetteer: ListedGazetteer) -> None:
    assert toponyms("", gazetteer) == ()
    assert isinstance(toponyms("In Rome.", gazetteer)[0], Toponym)
