"""Accounts and tokens, as the desk's page of people has them; people log in and change their passwords there."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Self

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator

from rashomon.model.marks import Mark
from rashomon.model.people import Person, Right, Station
from rashomon.store.tokens.tokens import LONGEST_DAYS
from rashomon.web.api.typed import Typed
from rashomon.web.pages import desk_of
from rashomon.web.people.access import Visit, access_of, needs, visit_of
from rashomon.web.people.tokens import TokenLine, book_of, made_token, revoked_token, token_lines

router = APIRouter(route_class=Typed, tags=["people"])
Manager = Annotated[Visit, Depends(needs(Right.MANAGE))]
_Text = Annotated[str, Field(min_length=1, max_length=300)]
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class TokenMade:
    """A token and its secret, which is told this once."""

    id: str
    secret: str
    ends: str | None


class NewPerson(BaseModel):
    """An account to be made."""

    model_config = ConfigDict(extra="forbid")

    name: _Text
    role: Station
    password: _Text


class PersonChange(BaseModel):
    """What is to change of an account, one thing at least; what is left out stays. Its sessions are closed."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"minProperties": 1})

    role: Station | None = None
    active: bool | None = None
    password: _Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.role is None and self.active is None and self.password is None:
            raise ValueError("nothing is to change (give role, active or password)")
        return self


class NewToken(BaseModel):
    """A token to be made: what it is for, what it may do and see, and for how many days it is good."""

    model_config = ConfigDict(extra="forbid")

    name: _Text
    role: Station = Station.READER
    tlp: Mark = Mark.CLEAR
    days: Annotated[float, Field(gt=0, le=LONGEST_DAYS, allow_inf_nan=False)] = 90.0


@router.get("/people")
def people(request: Request) -> tuple[Person, ...]:
    """Give one's own account; to who keeps the accounts all of them."""
    access, visit = access_of(request), visit_of(request)
    return access.people.people() if visit.person.may(Right.MANAGE) else (visit.person,)


@router.post("/people", status_code=201)
def add(request: Request, _: Manager, new: NewPerson) -> Person:
    """Make an account."""
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return access_of(request).people.add(new.name, new.role, new.password, since)


@router.patch("/people/{name}")
def change(request: Request, _: Manager, name: str, wanted: PersonChange) -> Person:
    """Change an account's role, whether it may be used, or its password."""
    book = access_of(request).people
    return book.change(name, role=wanted.role, active=wanted.active, password=wanted.password)


@router.get("/tokens")
def tokens(request: Request) -> tuple[TokenLine, ...]:
    """Give one's own tokens, the newest first, without their secrets; to who keeps the accounts all of them."""
    return token_lines(access_of(request), visit_of(request))


@router.post("/tokens", status_code=201)
def make(request: Request, new: NewToken) -> TokenMade:
    """Make a token that may do and see no more than who asks; one made by a token ends with it at the latest."""
    access, visit = access_of(request), visit_of(request)
    if visit.by is not None and access.has_login and visit.person.name not in {one.name for one in access.people.people()}:
        raise HTTPException(403, desk_of(request).say("api.no_account"))
    made, secret = made_token(request, new.name, new.role, new.tlp, min(new.days, _left(request, visit)))
    ends = None if made.ends is None else datetime.fromtimestamp(made.ends, UTC).isoformat(timespec="seconds")
    return TokenMade(made.id, secret, ends)


def _left(request: Request, visit: Visit) -> float:
    """Return for how many days more the token is good that asks; the longest life there is where it has no end, or none asks."""
    ends = next((one.ends for one in book_of(request).all() if one.id == visit.by), None)
    return LONGEST_DAYS if ends is None else (ends - access_of(request).clock()) / _DAY


@router.delete("/tokens/{token_id}", status_code=204)
def revoke(request: Request, token_id: str) -> Response:
    """Make a token good for nothing: one's own; who keeps the accounts may revoke any."""
    revoked_token(request, token_id)
    return Response(status_code=204)
