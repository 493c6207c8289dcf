import pytest
from imagined_ledger import FRONT, LEAGUE, MINISTRY, ImaginedLedger
from web_visitor import Visitor

from rashomon.store.views import Question
from rashomon.web.app import create_app


def test_words_ask_the_ledger_and_empty_ones_ask_for_all() -> None:
    ledger = ImaginedLedger()
    visitor = Visitor(create_app(ledger))

    for path in ("/actors?q=%20tide ", "/actors?q=%20", "/actors"):
        visitor.get(path)

    assert ledger.asked == [Question("tide"), Question(), Question()]


def test_the_list_holds_who_matches_and_who_is_often_named(visitor: Visitor) -> None:
    told = visitor.get("/actors?q=tide", accept="application/json").json()

    assert told["text"] == "tide"
    assert [one["id"] for one in told["matching"]] == [FRONT.id]


def test_without_words_those_named_most_often_are_shown(visitor: Visitor) -> None:
    told = visitor.get("/actors", accept="application/json").json()

    assert (told["text"], told["matching"]) == (None, [])
    assert [(value["label"], value["count"]) for value in told["often"]] == [(FRONT.name, 1)]
    assert f'href="/actors/{FRONT.id}"' in visitor.get("/actors").text


def test_nobody_found_is_said_and_shown_as_text(visitor: Visitor) -> None:
    page = visitor.get("/actors?q=<i>zebu</i>").text

    assert 'class="empty"' in page
    assert "<i>zebu" not in page


@pytest.mark.parametrize("actor", [FRONT, MINISTRY, LEAGUE])
def test_an_actor_is_found_by_id_and_by_name(actor, visitor: Visitor) -> None:
    for asked in (actor.id, actor.name):
        told = visitor.get(f"/actors/{asked}", accept="application/json")
        assert told.json()["actor"]["id"] == actor.id


@pytest.mark.parametrize("asked", ["act-0", "Nobody at all", "a/b/c"])
def test_an_actor_that_is_not_there_is_a_404_that_names_it(asked: str, visitor: Visitor) -> None:
    told = visitor.get(f"/actors/{asked}", accept="application/json")

    assert told.status_code == 404
    assert asked in told.json()["reasons"][0]


def test_too_long_a_name_is_refused(visitor: Visitor) -> None:
    assert visitor.get(f"/actors?q={'n' * 501}").status_code == 422
