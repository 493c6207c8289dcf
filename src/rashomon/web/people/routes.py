"""Logging in and out, one's own password, and the accounts of the desk."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request, Response
from starlette.responses import RedirectResponse

from rashomon.model.people import RIGHTS, Right, Station
from rashomon.store.people.contract import PeopleError
from rashomon.store.people.people import LONGEST
from rashomon.web.answers import answer
from rashomon.web.pages import desk_of
from rashomon.web.people.access import COOKIE, Access, Visit, access_of, needs, visit_of
from rashomon.web.people.tokens import token_lines

router = APIRouter()
_Text = Annotated[str, Form(max_length=300)]
Manager = Annotated[Visit, Depends(needs(Right.MANAGE))]


def own_path(address: str) -> str:
    """Return an address if it is a path of this desk, else the first page; no login leads to another site."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"


@router.get("/login", name="login")
def login_page(request: Request, following: Annotated[str, Query(alias="next")] = "/") -> Response:
    """Show the form, or go on where one is in already."""
    if isinstance(request.scope.get("state", {}).get("visit"), Visit):
        return RedirectResponse(own_path(following), status_code=303)
    return answer(request, "login.html", {}, following=own_path(following), wrong=None)


@router.post("/login")
def log_in(request: Request, name: _Text, password: _Text, following: Annotated[str, Form(alias="next")] = "/") -> Response:
    """Open a session for the right name and password; too many tries at one name, or from one machine, must wait."""
    access, say = access_of(request), desk_of(request).say
    address = request.client.host if request.client is not None else ""
    wait = max(access.tries.wait(f"name {name.casefold()}", access.clock()), access.tries.wait(f"from {address}", access.clock()))
    if wait:
        seconds = round(wait) + 1
        told = say("people.too_many", seconds=seconds)
        refused = answer(request, "login.html", {}, status=429, following=own_path(following), wrong=told)
        refused.headers["Retry-After"] = str(seconds)
        return refused
    person = access.people.checked(name, password)
    if person is None:
        wrong = say("people.wrong")
        return answer(request, "login.html", {}, status=403, following=own_path(following), wrong=wrong)
    access.tries.forget(f"name {name.casefold()}")
    access.tries.forget(f"from {address}")
    return _entered(access, person.name, own_path(following))


def _entered(access: Access, name: str, following: str) -> Response:
    """Return the way on, with the cookie of a new session."""
    response = RedirectResponse(following, status_code=303)
    response.set_cookie(
        COOKIE,
        access.people.open_session(name, access.clock()),
        max_age=int(LONGEST),
        httponly=True,
        samesite="strict",
        secure=access.secure,
        path="/",
    )
    return response


@router.post("/logout", name="logout")
def log_out(request: Request) -> Response:
    """Close the session."""
    token = visit_of(request).token
    if token is not None:
        access_of(request).people.close_session(token)
    response = RedirectResponse("/login", status_code=303)
    response.delete_cookie(COOKIE, path="/")
    return response


@router.post("/account/password", name="password")
def change_password(request: Request, old: _Text, new: _Text) -> Response:
    """Change one's own password; all sessions of the account are closed, this one goes on as a new one.

    Guesses at the old one are counted with those at the login.
    """
    access, visit, say = access_of(request), visit_of(request), desk_of(request).say
    tried = f"name {visit.person.name.casefold()}"
    wait = access.tries.wait(tried, access.clock())
    if wait:
        seconds = round(wait) + 1
        raise HTTPException(429, say("people.too_many", seconds=seconds), headers={"Retry-After": str(seconds)})
    if access.people.checked(visit.person.name, old) is None:
        raise HTTPException(403, say("people.wrong"))
    access.tries.forget(tried)
    try:
        access.people.change(visit.person.name, password=new)
    except PeopleError as error:
        raise HTTPException(422, str(error)) from error
    return _entered(access, visit.person.name, "/people")


@router.get("/people", name="people")
def people(request: Request) -> Response:
    """Show what each role may do and one's own account; to an admin also all accounts."""
    access, visit = access_of(request), visit_of(request)
    several = access.people.people() if visit.person.may(Right.MANAGE) else (visit.person,)
    return answer(
        request,
        "people.html",
        several,
        stations=RIGHTS,
        rights=tuple(Right),
        has_login=access.has_login,
        tokens=token_lines(access, visit),
        keeps_tokens=access.tokens is not None,
    )


@router.post("/people")
def add_person(request: Request, _: Manager, name: _Text, role: Annotated[Station, Form()], password: _Text) -> Response:
    """Make an account."""
    since = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        access_of(request).people.add(name, role, password, since)
    except PeopleError as error:
        raise HTTPException(422, str(error)) from error
    return RedirectResponse("/people", status_code=303)


@router.post("/people/{name}")
def change_person(
    request: Request,
    _: Manager,
    name: str,
    role: Annotated[Station, Form()],
    active: Annotated[str, Form()] = "",
    password: _Text = "",
) -> Response:
    """Change an account's role, whether it may be used, and its password where one is given; its sessions are closed."""
    try:
        access_of(request).people.change(name, role=role, active=bool(active), password=password or None)
    except PeopleError as error:
        raise HTTPException(422, str(error)) from error
    return RedirectResponse("/people", status_code=303)
