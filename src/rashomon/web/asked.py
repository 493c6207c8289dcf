"""What an address asks: a question for the ledger, and how its answer is to be shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Query

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words
from rashomon.store.search import ORDERS
from rashomon.store.search.drawing import KINDS
from rashomon.store.search.facets import Facet, FacetValue
from rashomon.store.search.meaning import MEANINGS
from rashomon.store.topics.questions import TICKED
from rashomon.store.views import Question
from rashomon.web.addresses import FACET_FIELDS, NARROWING
from rashomon.web.pages import Desk

LONGEST = 500
#: The ways to show an answer.
VIEWS = ("list", "timeline", "map", "chart", "table", "articles", "claims")
_MONTH = r"^(\d{4}-(0[1-9]|1[0-2]))?$"
_DAY = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
_AREA = r"^(-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3})?$"
_ROOTS = r"^(\d{1,3}\+?)?$"
Ticked = Literal["", "0", "1", "false", "true", "on"]


def question_of(
    q: Annotated[str, Query(max_length=LONGEST)] = "",
    type: Annotated[str, Query(max_length=LONGEST)] = "",  # noqa: A002 - the address says type
    status: Annotated[str, Query(max_length=LONGEST)] = "",
    actor: Annotated[str, Query(max_length=LONGEST)] = "",
    country: Annotated[str, Query(max_length=LONGEST)] = "",
    month: Annotated[str, Query(pattern=_MONTH)] = "",
    disputed: Ticked = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    size: Annotated[int, Query(ge=1, le=200)] = 50,
    outlet: Annotated[str, Query(max_length=LONGEST)] = "",
    grade: Annotated[str, Query(pattern=r"^[A-F]?$")] = "",
    roots: Annotated[str, Query(pattern=_ROOTS)] = "",
    after: Annotated[str, Query(pattern=_DAY)] = "",
    before: Annotated[str, Query(pattern=_DAY)] = "",
    place: Annotated[str, Query(max_length=LONGEST)] = "",
    area: Annotated[str, Query(pattern=_AREA)] = "",
    parts: Ticked = "",
    order: Annotated[str, Query(pattern=rf"^({'|'.join(ORDERS)})?$")] = "",
    meaning: Annotated[str, Query(pattern=rf"^({'|'.join(MEANINGS)})?$")] = "",
) -> Question:
    """Return the question that an address asks; empty values, as forms send them, narrow nothing."""
    return Question(
        text=q.strip() or None,
        type=type or None,
        status=status or None,
        actor=actor or None,
        country=country or None,
        month=month or None,
        disputed=disputed in TICKED,
        page=page,
        size=size,
        outlet=outlet or None,
        grade=grade or None,
        roots=roots or None,
        after=after or None,
        before=before or None,
        place=place or None,
        area=area or None,
        parts=parts in TICKED,
        order=order or "newest",
        meaning=(q.strip() and meaning) or "beside",
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """How an answer is shown: one of `VIEWS`, and for charts what they are broken down by."""

    view: str = "list"
    by: str = "type"

    def told(self, view: str | None = None) -> dict[str, str]:
        """Return what of this an address has to say."""
        asked = view or self.view
        return {"view": "" if asked == "list" else asked, "by": self.by if asked == "chart" and self.by != "type" else ""}


def shown_of(
    view: Annotated[str, Query(pattern=rf"^({'|'.join(VIEWS)})?$")] = "",
    by: Annotated[str, Query(pattern=rf"^({'|'.join(KINDS)})?$")] = "",
) -> Shown:
    """Return how an address wants the answer shown."""
    return Shown(view or "list", by or "type")


Asked = Annotated[Question, Depends(question_of)]
Seen = Annotated[Shown, Depends(shown_of)]


def facet_label(field: str, value: FacetValue, desk: Desk) -> str:
    """Return a facet value as it is shown: codes as words, months as dates, names as the ledger gives them."""
    say, code = desk.say, value.value
    known: dict[str, Callable[[], str]] = {
        "type": lambda: say.code("type", code),
        "status": lambda: say.code("status_word", code),
        "month": lambda: date_words(code, say),
        "after": lambda: date_words(code, say),
        "before": lambda: date_words(code, say),
        "place": lambda: desk.ledger.desk.search.place_name(code),
        "country": lambda: desk.countries.get(code, value.label),
        "roots": lambda: _roots(code, say),
    }
    return known[field]() if field in known else value.label or code


def _roots(code: str, say: Catalogue) -> str:
    number = code.removesuffix("+")
    return say("search.at_least_roots", count=number) if code.endswith("+") else say("n.independent", n=int(number))


def facets_shown(facets: tuple[Facet, ...], desk: Desk) -> dict[str, tuple[tuple[FacetValue, str], ...]]:
    """Return the facets by field, their values with labels; months newest first, the others as the ledger sorts them."""
    return dict(_shown(facet, desk) for facet in facets if facet.name in FACET_FIELDS)


def _shown(facet: Facet, desk: Desk) -> tuple[str, tuple[tuple[FacetValue, str], ...]]:
    field = FACET_FIELDS.get(facet.name, facet.name)
    values = sorted(facet.values, key=lambda value: value.value, reverse=True) if field == "month" else facet.values
    return field, tuple((value, facet_label(field, value, desk)) for value in values)


def chosen_in(question: Question, facets: dict[str, tuple[tuple[FacetValue, str], ...]], desk: Desk) -> list[tuple[str, str]]:
    """Return the fields that narrow a question, each with its value in words."""
    labels = {(field, value.value): label for field, values in facets.items() for value, label in values}
    return [
        (field, labels.get((field, value)) or facet_label(field, FacetValue(value, value, 0), desk))
        for field in NARROWING
        if (value := getattr(question, field)) is not None
    ]
