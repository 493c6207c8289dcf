from dataclasses import dataclass

import pytest
from imagined_ledger import ImaginedLedger
from web_visitor import Visitor

from rashomon.store.search.facets import Facet, FacetValue
from rashomon.store.search.views import Answer
from rashomon.store.views import Question
from rashomon.web.app import create_app
from rashomon.web.asked import facet_label, question_of
from rashomon.web.pages import Desk


@pytest.fixture(scope="module")
def desk() -> Desk:
    found = create_app(ImaginedLedger()).state.desk
    assert isinstance(found, Desk)
    return found


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, Question()),
        ({"q": "  reed boats "}, Question("reed boats")),
        ({"q": "   "}, Question()),
        ({"type": "", "status": "", "actor": "", "country": "", "month": ""}, Question()),
        ({"type": "attack", "country": "NO"}, Question(type="attack", country="NO")),
        ({"month": "2031-06", "page": 3, "size": 7}, Question(month="2031-06", page=3, size=7)),
    ],
)
def test_empty_values_narrow_nothing(given: dict[str, object], asked: Question) -> None:
    assert question_of(**given) == asked  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("disputed", "meant"), [("", False), ("0", False), ("false", False), ("1", True), ("true", True), ("on", True)]
)
def test_a_box_may_be_ticked_in_several_spellings(disputed: str, meant: bool) -> None:
    assert question_of(disputed=disputed).disputed is meant  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value", "label"),
    [
        ("type", FacetValue("drone_or_missile_strike", "", 1), "Drone or missile strike"),
        ("month", FacetValue("2031-06", "", 1), "June 2031"),
        ("country", FacetValue("NO", "no label", 1), "Norway"),
        ("country", FacetValue("XQ", "Nowhere", 1), "Nowhere"),
        ("actor", FacetValue("act-1", "Reed Front", 1), "Reed Front"),
        ("actor", FacetValue("act-1", "", 1), "act-1"),
    ],
)
def test_a_facet_value_is_shown_in_words(field: str, value: FacetValue, label: str, desk: Desk) -> None:
    assert facet_label(field, value, desk).casefold() == label.casefold()


def test_a_status_is_shown_as_its_word_and_not_its_code(desk: Desk) -> None:
    assert facet_label("status", FacetValue("cannot_be_known", "", 1), desk) == "cannot be known"


@dataclass
class Months(ImaginedLedger):
    """Answers with facets of its own."""

    def ask(self, question: Question) -> Answer:
        months = tuple(FacetValue(f"2031-{n:02}", f"2031-{n:02}", 20 - n) for n in (2, 11, 5))
        return Answer(question, 120, (), (), (), (Facet("time", months), Facet("weather", (FacetValue("rain", "Rain", 3),))))


def test_months_stand_newest_first_whatever_their_count_and_unknown_facets_are_left_out() -> None:
    page = Visitor(create_app(Months())).get("/search").text
    filters = page[page.index('id="filters"') :]

    assert filters.index("November 2031") < filters.index("May 2031") < filters.index("February 2031")
    assert "Rain" not in page


def test_a_month_strip_leads_to_each_of_its_months() -> None:
    page = Visitor(create_app(Months())).get("/search").text

    assert page.count('<rect class="bar') == 3
    assert 'href="/search?month=2031-11"' in page


def test_what_was_chosen_is_named_even_where_no_event_has_it() -> None:
    page = Visitor(create_app(ImaginedLedger(empty=True))).get("/search?country=NO&type=threat").text

    assert 'aria-label="Take away: Norway"' in page


@pytest.mark.parametrize(
    ("address", "where"),
    [
        (f"/search?q={'x' * 501}", "q"),
        ("/search?month=2031", "month"),
        ("/search?disputed=maybe", "disputed"),
        ("/search?page=1000001", "page"),
        ("/search?size=0", "size"),
        ("/search?size=201", "size"),
    ],
)
def test_an_address_that_asks_too_much_is_refused(address: str, where: str, visitor: Visitor) -> None:
    answer = visitor.get(address, accept="application/json")

    assert answer.status_code == 422
    assert answer.json()["reasons"][0].startswith(f"{where}: ")


def test_the_last_page_has_no_next(visitor: Visitor) -> None:
    total = visitor.get("/search?size=200", accept="application/json").json()["total"]

    assert 'rel="next"' not in visitor.get("/search?size=200").text or total > 200
    assert 'rel="next"' not in visitor.get(f"/search?page={total}&size=1").text
    assert 'rel="prev"' in visitor.get(f"/search?page={total}&size=1").text
