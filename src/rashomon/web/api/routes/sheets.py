"""Corrections by spreadsheet: the events of a question as a sheet, what an edited sheet would change, and deciding it."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Query, Request, Response

from rashomon.exports.round_trip.contract import Comparison, Conflict, Refusal
from rashomon.model.marks import Mark
from rashomon.web.api.shown import DecisionTold, decision
from rashomon.web.api.typed import Typed
from rashomon.web.asked import Asked
from rashomon.web.pages import whole_only
from rashomon.web.people.door import LARGEST
from rashomon.web.review.forms import Decider
from rashomon.web.review.sheets import applied, compared, digest_of, download

router = APIRouter(route_class=Typed, tags=["review"], dependencies=[Depends(whole_only)])
_SHEET: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}
_Sheet = Annotated[bytes, Body(media_type="application/octet-stream")]
_Name = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """An edit that can be decided: ``before`` is the ledger's value, ``after`` the sheet's; empty is: not stated."""

    row: int
    target: str
    about: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ComparisonTold:
    """What a sheet would change in the ledger as it is now.

    Args:
        seen: says which comparison this is, to come back with the sheet when it is decided.

        conflicts: edits of values that the ledger changed too since; ``refused`` cells that cannot be taken over, and why.

        already: how many edited cells the ledger agrees with; ``rows`` how many the sheet has; ``notes`` what was guessed.
    """

    seen: str
    changes: tuple[ChangeTold, ...]
    conflicts: tuple[Conflict, ...]
    refused: tuple[Refusal, ...]
    already: int
    rows: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppliedTold:
    """The decisions that were made, and what the ledger refused after all."""

    made: tuple[DecisionTold, ...]
    refused: tuple[Refusal, ...]


def _told(found: Comparison) -> ComparisonTold:
    changes = tuple(ChangeTold(one.row, one.target, one.about, one.field, one.before, one.after) for one in found.changes)
    return ComparisonTold(digest_of(found), changes, found.conflicts, found.refused, found.already, found.rows, found.notes)


@router.get("/sheet", responses=_SHEET)
def sheet(request: Request, _: Decider, question: Asked, tlp: Mark | None = None) -> Response:
    """Give the events of a question as a sheet for corrections; what is marked above ``tlp`` (clear) is left out."""
    return download(request, question, tlp)


@router.post("/sheet/comparison")
def compare(request: Request, _: Decider, content: _Sheet, name: _Name = "sheet.csv") -> ComparisonTold:
    """Say what an edited sheet (CSV or XLSX, its bytes as the body) would change; nothing is decided yet."""
    return _told(compared(request, content, name, LARGEST))


@router.post("/sheet/decisions")
def decide(
    request: Request,
    visit: Decider,
    content: _Sheet,
    seen: Annotated[str, Query(max_length=100)],
    name: _Name = "sheet.csv",
    why: Annotated[str, Query(max_length=2000)] = "",
) -> AppliedTold:
    """Decide what a sheet changes, if that still is what was ``seen`` (409 if not); each decision can be taken back."""
    done = applied(request, visit, compared(request, content, name, LARGEST), seen, why)
    return AppliedTold(tuple(decision(one) for one in done.made), done.refused)
