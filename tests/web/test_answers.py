import json

import pytest
from imagined_ledger import CONTRADICTIONS, EVENT, EVENT_VIEW, HERALD, SERIES
from web_visitor import Visitor

from rashomon.model.sources import EvidenceSpan
from rashomon.store.views import Quote
from rashomon.web.answers import plain
from rashomon.web.pages import around, hits, inside


def test_an_event_becomes_what_json_can_hold() -> None:
    told = json.loads(json.dumps(plain(EVENT_VIEW)))

    assert told["event"]["id"] == EVENT.id
    assert told["event"]["killed"][0] == {"value": "20..", "accounts": [EVENT.accounts[0], EVENT.accounts[2]]}
    assert told["event"]["dates"][0]["value"] == "2031-06-04"
    assert told["accounts"][0]["account"]["status"] == "alleged"
    assert told["accounts"][4]["root"] is None


def test_computed_ids_are_told() -> None:
    told = plain((CONTRADICTIONS[0], SERIES[0].series, HERALD))

    assert isinstance(told, list)
    assert [one["id"] for one in told] == [CONTRADICTIONS[0].id, SERIES[0].series.id, HERALD.id]


@pytest.mark.parametrize(
    ("path", "accept", "is_json"),
    [
        ("/help", "text/html,application/xhtml+xml,*/*;q=0.8", False),
        ("/help", "*/*", False),
        ("/help", "application/json", True),
        ("/help", "text/html, application/json", False),
        ("/help?format=json", "text/html", True),
        ("/help?format=html", "application/json", False),
        ("/nowhere?format=json", "text/html", True),
    ],
)
def test_the_reader_chooses_the_form(visitor: Visitor, path: str, accept: str, is_json: bool) -> None:
    answer = visitor.get(path, accept=accept)

    assert answer.headers["content-type"].startswith("application/json") is is_json
    assert answer.headers["vary"] == "Accept"


def test_a_snippet_with_stray_signs_loses_no_text() -> None:
    assert list(hits("\x01a\x02 b \x01c\x02")) == [("a", True), (" b ", False), ("c", True)]
    assert "".join(piece for piece, _ in hits("x\x02y\x01z")) == "xyz"


def test_quoted_words_are_found_in_their_sentence() -> None:
    assert around(Quote("art-1", 0, 4, "fire", "The fire went out.")) == ("The ", "fire", " went out.")
    assert around(Quote("art-1", 0, 4, "fire", "")) == ("", "fire", "")


@pytest.mark.parametrize(
    ("span", "parts"),
    [
        (EvidenceSpan("art-1", 14, 18), ("The ", "fire", " went out")),
        (EvidenceSpan("art-1", 10, 27), ("", "The fire went out", "")),
        (EvidenceSpan("art-1", 5, 12), None),
        (EvidenceSpan("art-1", 20, 40), None),
        (EvidenceSpan("art-2", 14, 18), None),
    ],
)
def test_the_telling_word_is_found_by_its_place(span: EvidenceSpan, parts: tuple[str, str, str] | None) -> None:
    assert inside(Quote("art-1", 10, 27, "The fire went out", "The fire went out."), span) == parts
