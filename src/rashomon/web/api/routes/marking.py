"""How far captures may be shared, and whose names are withheld."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from rashomon.model.errors import ListError
from rashomon.model.marks import Mark
from rashomon.model.people import Right
from rashomon.model.sources import Capture
from rashomon.store.publishing.marking import Marked
from rashomon.store.publishing.privacy import Withheld
from rashomon.web.api.typed import Typed
from rashomon.web.asked import LONGEST
from rashomon.web.leaving import publishing_ledger
from rashomon.web.pages import whole_only
from rashomon.web.people.access import Visit, needs
from rashomon.web.people.clearances import clearance_of_request

#: Nobody marks what is partly hidden from them.
router = APIRouter(route_class=Typed, tags=["sharing"], dependencies=[Depends(whole_only)])
reading = APIRouter(route_class=Typed, tags=["sharing"])
Editor = Annotated[Visit, Depends(needs(Right.OVERRULE))]
_Most = 4 * LONGEST


@dataclass(frozen=True, slots=True)
class WithheldTold:
    """Whose names are withheld, or shown by a rule; ``current`` is false where the rules changed since the last update."""

    persons: tuple[Withheld, ...]
    current: bool


class NewMark(BaseModel):
    """A mark for the captures that ``what`` means: an article, address, digest or file name."""

    model_config = ConfigDict(extra="forbid")

    what: Annotated[str, Field(min_length=1, max_length=_Most)]
    mark: Mark


@reading.get("/marks")
def marks(request: Request) -> tuple[Marked, ...]:
    """Give the captures that are marked, as far as one may see them, with who marked them and when."""
    clearance = clearance_of_request(request)
    return tuple(one for one in publishing_ledger(request).marks.all() if one.mark.within(clearance))


@router.post("/marks")
def mark(request: Request, visit: Editor, new: NewMark) -> tuple[Capture, ...]:
    """Mark captures in place of any earlier mark, and give them."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return publishing_ledger(request).marks.mark(new.what, new.mark, visit.person.name, at)


@router.delete("/marks")
def unmark(request: Request, _: Editor, what: Annotated[str, Query(min_length=1, max_length=_Most)]) -> tuple[Capture, ...]:
    """Take the marks of captures away, and give the captures."""
    return publishing_ledger(request).marks.unmark(what)


@router.get("/withheld", dependencies=[Depends(needs(Right.MANAGE))])
def withheld(request: Request) -> WithheldTold:
    """Say whose names are withheld and why, to who keeps the accounts only: the answer holds these names.

    The rules stand in the ledger's own lists and are applied by `rashomon update`.
    """
    privacy = publishing_ledger(request).privacy
    try:
        return WithheldTold(privacy.withheld(), privacy.is_current())
    except ListError as error:
        raise HTTPException(409, str(error)) from error
