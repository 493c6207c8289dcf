"""The door of the desk: who asks, and whether a change really comes from a page of this desk.

Every request that may change something must name this desk as its origin and carry the session's own word (header
``X-CSRF-Token`` or form field ``csrf``); only logging in needs no word yet. It is checked here, once, for all pages.
"""

from urllib.parse import quote, urlsplit

from anyio.to_thread import run_sync
from fastapi import Request, Response
from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.answers import answer, wants_json
from rashomon.web.errors import Refusal
from rashomon.web.pages import desk_of
from rashomon.web.people.access import COOKIE, Access, Visit, same_word

LOGIN = "/login"
#: Feeds of alerts: their address is the key (`rashomon.web.routes.alerts`).
FEEDS = "/alerts/feed/"
#: Where programs ask; that part has a door of its own (`rashomon.web.api.door`).
API = "/api/v1"
#: A form is never larger than this (bytes).
LARGEST = 1_000_000
#: Methods that change nothing.
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Door:
    """Finds out who asks and lets changes pass only from pages of this desk."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of ASGI."""
        if scope["type"] != "http" or scope["path"].startswith(f"{API}/"):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        visit = await run_sync(self.access.visit, request.cookies.get(COOKIE))
        scope.setdefault("state", {})["visit"] = visit
        refusal = _sent_to_login(request, visit)
        if refusal is None and request.method not in SAFE:
            body = await body_of(request)
            receive = again(body)
            refusal = await self._refusal(Request(scope, again(body)), visit, body)
        await (self.app if refusal is None else refusal)(scope, receive, self._unkept(request, send))

    def _unkept(self, request: Request, send: Send) -> Send:
        """Return a sender by which no browser keeps a page, where people log in: it must not be there after they left."""
        if not self.access.has_login or request.url.path.startswith("/static/"):
            return send

        async def send_unkept(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).setdefault("Cache-Control", "no-store")
            await send(message)

        return send_unkept

    async def _refusal(self, request: Request, visit: Visit | None, body: bytes | None) -> Response | None:
        """Return why a change is refused, ``None`` where it may pass."""
        if body is None:
            return _refused(request, 413, "people.too_large")
        if not from_here(request):
            return _refused(request, 403, "people.other_origin")
        if visit is None:
            return None
        given = request.headers.get("x-csrf-token") or await _word(request)
        if not same_word(given, visit.csrf):
            return _refused(request, 403, "people.stale_form")
        wait = self.access.changes.wait(visit.person.name, self.access.clock())
        if not wait:
            return None
        refused = _refused(request, 429, "people.too_many", seconds=round(wait) + 1)
        refused.headers["Retry-After"] = str(round(wait) + 1)
        return refused


def _sent_to_login(request: Request, visit: Visit | None) -> Response | None:
    """Return the way to the login for those who are not in; a program is told 401."""
    path = request.url.path
    if visit is not None or path == LOGIN or path.startswith("/static/"):
        return None
    if path.startswith(FEEDS) and request.method in SAFE:
        return None
    if wants_json(request) or request.method not in SAFE:
        return _refused(request, 401, "people.log_in")
    asked = f"{path}?{request.url.query}" if request.url.query else path
    return RedirectResponse(f"{LOGIN}?next={quote(asked, safe='')}", status_code=303)


def _refused(request: Request, status: int, key: str, **values: object) -> Response:
    reasons = (desk_of(request).say(key, **values),)
    return answer(request, "error.html", Refusal(status, reasons), status=status)


def from_here(request: Request) -> bool:
    """Return whether the browser says that a page of this desk asks; a program that says nothing must have the word anyway."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


async def _word(request: Request) -> str:
    """Return the word that a form carries; files that came with it are closed again, since the page reads the form anew."""
    async with request.form() as form:
        word = form.get("csrf")
    return word if isinstance(word, str) else ""


async def body_of(request: Request) -> bytes | None:
    """Return the whole body, ``None`` where it is larger than `LARGEST`."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            return None
    return body


def again(body: bytes | None) -> Receive:
    """Return a receiver that gives a body that was read already."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body or b"", "more_body": False}

    return receive
