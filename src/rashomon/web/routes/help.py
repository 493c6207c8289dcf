"""What the desk's words mean."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from rashomon.model.words import Status
from rashomon.web.answers import answer
from rashomon.web.pages import desk_of

router = APIRouter()
#: The words that are explained, in the order of the page; each is also the anchor of its explanation.
TERMS = (
    "machine",
    "asking",
    "account",
    "claim",
    "independent",
    "status",
    "contradiction",
    "copy",
    "not_stated",
    "grade",
    "dates",
    "sharing",
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word and what it means."""

    anchor: str
    word: str
    text: str


@router.get("/help", name="help")
def explain(request: Request) -> Response:
    """Explain the words, the statuses among them."""
    say = desk_of(request).say
    terms = tuple(Meaning(term, say(f"help.{term}"), say(f"help.{term}_text")) for term in TERMS)
    statuses = [Meaning(code.value, say.code("status_word", code), say.code("status_help", code)) for code in Status]
    return answer(request, "help.html", terms, statuses=statuses)
