import re

import pytest
from web_visitor import Visitor

from rashomon.model.words import Status
from rashomon.web.catalogue import read_catalogue
from rashomon.web.routes.help import TERMS


@pytest.fixture(scope="module")
def page(visitor: Visitor) -> str:
    return visitor.get("/help").text


@pytest.mark.parametrize("term", TERMS)
def test_every_term_has_an_anchor_and_its_explanation(term: str, page: str) -> None:
    assert page.count(f'id="{term}"') == 1


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_explained_in_words_of_its_own(status: Status, page: str) -> None:
    say = read_catalogue()

    assert say.code("status_help", status) != status.replace("_", " ")
    assert say.code("status_word", status) in page


def test_json_has_the_terms_in_the_order_of_the_page(visitor: Visitor) -> None:
    told = visitor.get("/help", accept="application/json").json()

    assert [term["anchor"] for term in told] == list(TERMS)
    assert all(len(term["text"]) > len(term["word"]) > 0 for term in told)


def test_links_into_the_help_lead_to_an_anchor_of_it(visitor: Visitor, page: str) -> None:
    for path in ("/", "/actors", "/contradictions", "/series", "/copies", "/status"):
        for anchor in re.findall(r'href="/help#([^"]+)"', visitor.get(path).text):
            assert f'id="{anchor}"' in page
