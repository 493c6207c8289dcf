"""What every answer carries and who may ask: headers that keep a page to itself, and this machine's own names only.

A page of another site must neither read the desk nor frame it. A site that points its own name
at this machine is stopped by the check of the name that was asked for.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: The names a browser on this machine may ask for.
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; style-src 'self'; "
        "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Refuses names that are not this machine's (421) and puts `HEADERS` on every answer that does not set its own.

    Args:
        refusal: plain text shown to those who are refused.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str], refusal: str) -> None:
        self.app = app
        self.names = names
        self.refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of ASGI."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for header, value in HEADERS.items():
                    headers.setdefault(header, value)
            await send(message)

        name = _host_name(Headers(scope=scope).get("host", ""))
        app: ASGIApp = self.app if name in self.names else PlainTextResponse(self.refusal, status_code=421)
        await app(scope, receive, send_guarded)


def _host_name(host: str) -> str | None:
    """Return the name of a Host header without its port; ``None`` where it is none."""
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
