from dataclasses import dataclass

import pytest
from fastapi import FastAPI, HTTPException, Request, Response
from imagined_ledger import ImaginedLedger
from web_visitor import Visitor

from rashomon.model.errors import NotFoundError
from rashomon.web.app import create_app
from rashomon.web.errors import Refusal


def failing(error: Exception) -> Visitor:
    """A desk with one more page, which raises."""
    app: FastAPI = create_app(ImaginedLedger())

    @app.get("/fails")
    def fails(_request: Request) -> Response:
        raise error

    return Visitor(app)


@pytest.mark.parametrize(
    ("error", "status", "reason"),
    [
        (NotFoundError("actor", "Old Reed"), 404, 'This ledger holds no actor with the id or name "Old Reed".'),
        (NotFoundError("lost_thing", "x"), 404, 'This ledger holds no lost thing with the id or name "x".'),
        (HTTPException(404), 404, "The desk has no such page."),
        (HTTPException(405), 405, "The desk only answers questions; nothing can be changed here."),
        (HTTPException(422, "at: 9-7 is backwards"), 422, "at: 9-7 is backwards"),
        (HTTPException(418), 418, "I'm a Teapot"),
        (
            RuntimeError("/home/someone/secret"),
            500,
            "The desk could not answer. The reason stands in the terminal it was started from.",
        ),
    ],
)
def test_an_error_has_its_status_and_a_reason_in_both_forms(error: Exception, status: int, reason: str) -> None:
    visitor = failing(error)

    told, page = visitor.get("/fails", accept="application/json"), visitor.get("/fails")

    assert (told.status_code, page.status_code) == (status, status)
    assert told.json() == {"status": status, "reasons": [reason]}
    assert page.text.startswith("<!doctype html>")
    assert "secret" not in page.text


def test_every_part_of_an_address_that_is_wrong_is_said(visitor: Visitor) -> None:
    reasons = visitor.get("/search?page=-1&size=two", accept="application/json").json()["reasons"]

    assert [reason.partition(":")[0] for reason in reasons] == ["page", "size"]


def test_what_was_asked_for_is_shown_as_text(visitor: Visitor) -> None:
    page = visitor.get("/actors/<img src=x>").text

    assert "<img" not in page
    assert "&lt;img src=x&gt;" in page


def test_an_error_of_another_kind_of_page_is_the_same_in_form(visitor: Visitor) -> None:
    told = visitor.get("/nowhere/at/all", accept="application/json")

    assert (told.status_code, set(told.json())) == (404, {"status", "reasons"})


def test_a_refusal_cannot_be_changed() -> None:
    refusal = Refusal(404, ("no such page",))

    with pytest.raises(AttributeError):
        refusal.status = 200  # type: ignore[misc]


@dataclass
class Lost(ImaginedLedger):
    def status(self) -> None:  # type: ignore[override]
        raise NotFoundError("article", "art-9")


def test_what_the_ledger_lacks_is_said_on_any_page() -> None:
    told = Visitor(create_app(Lost())).get("/status", accept="application/json")

    assert told.json()["reasons"] == ['This ledger holds no article with the id or name "art-9".']
