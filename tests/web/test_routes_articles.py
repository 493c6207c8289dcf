import re
from html import unescape

import pytest
from imagined_ledger import ARABIC, ARTICLES, BARE, HERALD
from web_visitor import Visitor


def text_of(page: str) -> str:
    found = re.search(r'<div class="text".*?</div>', page, re.DOTALL)
    assert found is not None
    return found.group()


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.outlet or "bare")
def test_the_text_is_shown_whole_whatever_is_marked_in_it(article, visitor: Visitor) -> None:
    shown = text_of(visitor.get(f"/articles/{article.id}").text)

    assert unescape(re.sub(r"<[^>]+>", "", shown)) == article.text


@pytest.mark.parametrize("at", ["0-6", "3-9", f"0-{len(HERALD.text)}", f"{len(HERALD.text) - 1}-{len(HERALD.text)}"])
def test_the_words_that_were_come_for_are_marked(at: str, visitor: Visitor) -> None:
    shown = text_of(visitor.get(f"/articles/{HERALD.id}?at={at}").text)
    start, end = map(int, at.split("-"))
    pieces = re.findall(r"<(?:a|span) class=\"m [^\"]*k-here[^>]*>(.*?)</(?:a|span)>", shown, re.DOTALL)

    assert unescape("".join(pieces)) == HERALD.text[start:end]
    assert f'id="c{start}"' in shown


def test_without_an_address_of_words_none_are_come_for(visitor: Visitor) -> None:
    assert "k-here" not in text_of(visitor.get(f"/articles/{HERALD.id}").text)


@pytest.mark.parametrize("at", ["", "9", "9-", "-9", "9-3", "3-3", "a-b", "1-2-3", "0-1234567890", f"0-{len(HERALD.text) + 1}"])
def test_words_that_are_not_in_the_article_are_refused(at: str, visitor: Visitor) -> None:
    answer = visitor.get(f"/articles/{HERALD.id}?at={at}", accept="application/json")

    assert answer.status_code == 422
    assert answer.json()["reasons"][0].startswith("at: ")


def test_an_offset_counts_characters_of_any_script(visitor: Visitor) -> None:
    page = visitor.get(f"/articles/{ARABIC.id}?at=0-5").text

    assert f">{ARABIC.text[:5]}<" in text_of(page)


def test_json_gives_the_text_once_and_no_look_of_the_page(visitor: Visitor) -> None:
    told = visitor.get(f"/articles/{BARE.id}?at=0-6", accept="application/json").json()

    assert told["article"]["text"] == BARE.text
    assert told["reading"] is None
    assert not {"segments", "legend", "lines"} & set(told)


def test_an_article_that_is_not_there_is_said_before_its_words(visitor: Visitor) -> None:
    assert visitor.get("/articles/art-0?at=0-5").status_code == 404
