"""What is followed: listed, added, paused and given up. Nothing is fetched here; `rashomon update` does that when it is due."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from rashomon.model.people import Right
from rashomon.pipeline.collect.addresses import LONGEST, checked
from rashomon.pipeline.collect.faults import FetchError
from rashomon.store.collecting.contract import Collecting
from rashomon.store.collecting.views import Entries, Followed, SourceView
from rashomon.web.api.typed import Typed
from rashomon.web.pages import desk_of
from rashomon.web.people.access import Visit, access_of, needs

router = APIRouter(route_class=Typed, tags=["follows"])
#: A minute and a year: the shortest and longest time between two fetches (seconds).
_SHORTEST, _RAREST = 60, 366 * 86_400
Writer = Annotated[Visit, Depends(needs(Right.OVERRULE))]
_Address = Annotated[str, Query(min_length=1, max_length=LONGEST)]


class NewFollow(BaseModel):
    """An address to follow: ``every`` so many seconds (60 to a year), ``outlet`` who publishes it; ``entries`` which pages."""

    model_config = ConfigDict(extra="forbid")

    address: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    every: Annotated[int, Field(ge=_SHORTEST, le=_RAREST)] | None = None
    outlet: Annotated[str, Field(max_length=200)] | None = None
    entries: Entries | None = None


class FollowChange(BaseModel):
    """Whether an address is set aside."""

    model_config = ConfigDict(extra="forbid")

    paused: bool


def _collecting(request: Request) -> Collecting:
    collecting = access_of(request).collecting
    if collecting is None:
        raise HTTPException(404, desk_of(request).say("api.no_follows"))
    return collecting


def _one(request: Request, address: str) -> SourceView:
    found = next((one for one in _collecting(request).sources() if one.followed.address == address), None)
    if found is None:
        raise HTTPException(404, desk_of(request).say("api.not_followed", address=address))
    return found


@router.get("/follows")
def follows(request: Request) -> tuple[SourceView, ...]:
    """Give what is followed, and how each stands: new, ok, failing, silent or paused."""
    return _collecting(request).sources()


@router.post("/follows", status_code=201)
def follow(request: Request, _: Writer, new: NewFollow) -> SourceView:
    """Follow an address from the next update on. Hosts inside private networks are refused when it is fetched."""
    try:
        address = str(checked(new.address))
    except FetchError as error:
        raise HTTPException(422, str(error)) from error
    at = datetime.now(UTC).isoformat(timespec="seconds")
    book = _collecting(request)
    book.follow(Followed(address, at, at, every=new.every, outlet=new.outlet or None, entries=new.entries))
    return _one(request, address)


@router.patch("/follows")
def change(request: Request, _: Writer, address: _Address, wanted: FollowChange) -> SourceView:
    """Set an address aside, or take it up again."""
    _collecting(request).pause(address, paused=wanted.paused)
    return _one(request, address)


@router.delete("/follows", status_code=204)
def unfollow(request: Request, _: Writer, address: _Address) -> Response:
    """Follow an address no more; what came of it stays in the ledger."""
    _collecting(request).unfollow(address)
    return Response(status_code=204)
