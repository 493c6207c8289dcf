"""The first page: the events that answer a question, with facets to narrow it; articles and actors that match too."""

from math import ceil
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from rashomon.store.views import Facet, FacetValue, Question
from rashomon.web.addresses import FACET_FIELDS, NARROWING
from rashomon.web.answers import answer
from rashomon.web.pages import Desk, desk_of
from rashomon.web.spoken import date_words
from rashomon.web.timeline import strip

router = APIRouter()
_LONGEST = 500
_MONTH = r"^(\d{4}-(0[1-9]|1[0-2]))?$"


def question_of(
    q: Annotated[str, Query(max_length=_LONGEST)] = "",
    type: Annotated[str, Query(max_length=_LONGEST)] = "",  # noqa: A002 - the address says type
    status: Annotated[str, Query(max_length=_LONGEST)] = "",
    actor: Annotated[str, Query(max_length=_LONGEST)] = "",
    country: Annotated[str, Query(max_length=_LONGEST)] = "",
    month: Annotated[str, Query(pattern=_MONTH)] = "",
    disputed: Literal["", "0", "1", "false", "true", "on"] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    size: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Question:
    """Return the question that an address asks; empty values, as forms send them, narrow nothing."""
    return Question(
        text=q.strip() or None,
        type=type or None,
        status=status or None,
        actor=actor or None,
        country=country or None,
        month=month or None,
        disputed=disputed in {"1", "true", "on"},
        page=page,
        size=size,
    )


def facet_label(field: str, value: FacetValue, desk: Desk) -> str:
    """Return a facet value as it is shown: codes as words, months as dates, names as the ledger gives them."""
    say = desk.say
    match field:
        case "type":
            return say.code("type", value.value)
        case "status":
            return say.code("status_word", value.value)
        case "month":
            return date_words(value.value, say)
        case "country":
            return desk.countries.get(value.value, value.label)
    return value.label or value.value


def _shown(facet: Facet, desk: Desk) -> tuple[str, tuple[tuple[FacetValue, str], ...]]:
    """Return a facet's field and its values with their labels; months newest first, the others as the ledger sorts them."""
    field = FACET_FIELDS.get(facet.name, facet.name)
    values = sorted(facet.values, key=lambda value: value.value, reverse=True) if field == "month" else facet.values
    return field, tuple((value, facet_label(field, value, desk)) for value in values)


@router.get("/", name="search")
def search(request: Request, question: Annotated[Question, Depends(question_of)]) -> Response:
    """Show what answers the question."""
    desk = desk_of(request)
    found = desk.ledger.ask(question)
    facets = dict(_shown(facet, desk) for facet in found.facets if facet.name in FACET_FIELDS)
    labels = {(field, value.value): label for field, values in facets.items() for value, label in values}
    chosen = [
        (field, labels.get((field, value)) or facet_label(field, FacetValue(value, value, 0), desk))
        for field in NARROWING
        if (value := getattr(question, field)) is not None
    ]
    months = [value for value, _ in facets.get("month", ())]
    return answer(
        request,
        "search.html",
        found,
        facets=facets,
        chosen=chosen,
        strip=strip(months, desk.say),
        pages=max(1, ceil(found.total / question.size)),
    )
