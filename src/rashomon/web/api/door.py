"""The door of the API: who asks, by token or by the session's cookie, and how often.

A token is sent by a program that means to, so it needs nothing else. A cookie is sent by a browser whoever made it ask: a change
that comes with one must name this desk as its origin and carry the session's word, as every form of the desk does.
"""

import asyncio
from dataclasses import dataclass

from anyio.to_thread import run_sync
from fastapi import Request, Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.api.problems import refused
from rashomon.web.catalogue import Catalogue
from rashomon.web.people.access import COOKIE, Access, Visit, same_word
from rashomon.web.people.door import SAFE, again, body_of, from_here

_BEARER = "bearer "
#: What is sent as a file may hold any byte; no route reads JSON of it.
_FILE = "application/octet-stream"
_CHALLENGE = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True, slots=True)
class _Come:
    """Who came, or why they may not; ``visit`` is ``None`` on a desk that lets everybody read."""

    visit: Visit | None = None
    refusal: Response | None = None


class ApiDoor:
    """Finds out who asks, bounds what is sent and how often, and answers 304 where the asker holds the answer already."""

    def __init__(self, app: ASGIApp, access: Access | None, say: Catalogue) -> None:
        self.app = app
        self.access = access
        self.say = say

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of ASGI."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        come = await run_sync(self._who, request)
        scope["state"] = scope.get("state", {}) | {"visit": come.visit}
        refusal = come.refusal
        if refusal is None and request.method not in SAFE:
            body = await body_of(request)
            receive = again(body)
            refusal = self._unfit(request, body) or self._changing(request, come.visit)
        if refusal is not None:
            await refusal(scope, receive, send)
        elif request.method in SAFE and "if-none-match" in request.headers:
            await self.app(scope, receive, _unless_held(request.headers["if-none-match"], send))
        else:
            await self.app(scope, receive, send)

    def _who(self, request: Request) -> _Come:
        """Return who asks. A wrong token is refused, also where a cookie would do."""
        if "\0" in request.url.path + request.url.query or "%00" in request.url.query:
            return _Come(refusal=refused(400, self.say("api.no_text")))
        if self.access is None:
            return _Come()
        given = request.headers.get("authorization", "")
        if not given:
            visit = self.access.visit(request.cookies.get(COOKIE))
            return _Come(visit) if visit else _Come(refusal=refused(401, self.say("api.who"), headers=_CHALLENGE))
        is_bearer = given[: len(_BEARER)].lower() == _BEARER
        visit = self.access.bearer(given[len(_BEARER) :].strip()) if is_bearer else None
        if visit is None:
            return _Come(refusal=refused(401, self.say("api.token"), headers=_CHALLENGE))
        return _Come(visit, self._paced(self.access.asks.wait(visit.by or "", self.access.clock())))

    def _unfit(self, request: Request, body: bytes | None) -> Response | None:
        """Return why what was sent is not read: it is too large, or holds a character that no text of the ledger has."""
        if body is None:
            return refused(413, self.say("people.too_large"))
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() == _FILE:
            return None
        return refused(400, self.say("api.no_text")) if b"\0" in body or b"\\u0000" in body else None

    def _changing(self, request: Request, visit: Visit | None) -> Response | None:
        """Return why a change is refused, ``None`` where it may pass."""
        if self.access is None or visit is None:
            return None
        if visit.by is None and not from_here(request):
            return refused(403, self.say("people.other_origin"))
        if visit.by is None and not same_word(request.headers.get("x-csrf-token", ""), visit.csrf):
            return refused(403, self.say("api.csrf"))
        return self._paced(self.access.changes.wait(visit.person.name, self.access.clock()))

    def _paced(self, wait: float) -> Response | None:
        seconds = round(wait) + 1
        told = self.say("people.too_many", seconds=seconds)
        return refused(429, told, headers={"Retry-After": str(seconds)}) if wait else None


def _unless_held(tags: str, send: Send) -> Send:
    """Return a sender that sends 304 without a body where the answer's tag is one of these."""
    held = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    is_held = asyncio.Event()

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:  # noqa: PLR2004 (OK)
            headers = MutableHeaders(scope=message)
            if headers.get("etag") in held or ("*" in held and "etag" in headers):
                is_held.set()
                for name in ("content-length", "content-type"):
                    del headers[name]
                message = {**message, "status": 304}
        elif is_held.is_set():
            message = {**message, "body": b""}
        await send(message)

    return sent
