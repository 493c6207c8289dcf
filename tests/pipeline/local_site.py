"""A small web of invented sites on loopback, which behave as badly as they are told and remember who asked when."""

import asyncio
import http.server
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Self


class FakeClock:
    """Waits at once, and remembers how long it should have."""

    def __init__(self, at: datetime = datetime(2031, 5, 4, 12, tzinfo=UTC)) -> None:
        self.at = at
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += timedelta(seconds=seconds)
        await asyncio.sleep(0)


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it; times in seconds of one clock."""

    host: str
    path: str
    headers: dict[str, str]
    began: float
    ended: float


@dataclass
class Says:
    """What a path answers. ``stated`` overrides the length that the answer states; ``drip`` sends it bit by bit for ever."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    stated: int | None = None
    drip: float | None = None
    hold: float = 0.0
    chunked: bool = False


Answer = Says | Callable[[dict[str, str]], Says]


class LocalSite:
    """Several hosts (127.0.0.1, 127.0.0.2, ...) on one port. Paths are set in ``pages``; what is not there is 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self._asked: list[Asked] = []
        self.most_at_once: dict[str, int] = {}
        self._now: dict[str, int] = {}
        self._lock = threading.Lock()
        self._quiet = threading.Condition(self._lock)
        self._server = _Server(("0.0.0.0", 0), _Handler)
        self._server.site = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self._server.server_port}{path}"

    @property
    def asked(self) -> list[Asked]:
        """The requests that were answered, once none is being answered: a client may have its answer a moment before."""
        with self._quiet:
            self._quiet.wait_for(lambda: not any(self._now.values()), timeout=5)
            return list(self._asked)

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def gaps(self, host: str) -> list[float]:
        """The pauses between one answer's end and the next request of a host."""
        times = sorted((one.began, one.ended) for one in self.asked if one.host == host)
        return [later[0] - sooner[1] for sooner, later in pairwise(times)]

    def enter(self, host: str) -> None:
        with self._lock:
            self._now[host] = self._now.get(host, 0) + 1
            self.most_at_once[host] = max(self.most_at_once.get(host, 0), self._now[host])

    def leave(self, host: str, asked: Asked) -> None:
        with self._lock:
            self._now[host] -= 1
            self._asked.append(asked)
            self._quiet.notify_all()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    site: LocalSite

    def __init__(self, *arguments) -> None:
        super().__init__(*arguments)
        self.stopping = threading.Event()

    def handle_error(self, *_arguments) -> None:
        """Clients that hang up are what is tested."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: LocalSite = self.server.site
        host = self.headers["Host"].rpartition(":")[0]
        began = time.monotonic()
        site.enter(host)
        try:
            answer = site.pages.get(f"{host}{self.path}") or site.pages.get(self.path) or Says(b"nothing here", 404)
            sent = {name.lower(): value for name, value in self.headers.items()}
            with suppress(ConnectionError, TimeoutError):
                self._say(answer if isinstance(answer, Says) else answer(sent))
        finally:
            site.leave(host, Asked(host, self.path, sent, began, time.monotonic()))

    def _say(self, says: Says) -> None:
        self.server.stopping.wait(says.hold)
        self.send_response(says.status)
        length = len(says.body) if says.stated is None else says.stated
        size = {"Transfer-Encoding": "chunked"} if says.chunked else {"Content-Length": str(length)}
        for name, value in {"Content-Type": says.kind, **size, **says.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"%x\r\n%b\r\n0\r\n\r\n" % (len(says.body), says.body) if says.chunked else says.body)
        if says.stated is not None and says.stated > len(says.body) and says.drip is None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        while says.drip is not None and not self.server.stopping.wait(says.drip):
            self.wfile.write(b" ")

    def log_message(self, *_arguments) -> None:
        """Say nothing."""


def feed(*numbers: int, title: str = "Tarn Herald") -> bytes:
    """A feed of invented articles by number."""
    entries = "".join(
        f"<item><title>Blast {n} in Velmora</title><link>https://herald.example/{n}</link><guid>herald-{n}</guid>"
        f"<description>A bomb killed {n + 1} people at market {n} in Tarn, the governor said.</description></item>"
        for n in numbers
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{entries}</channel></rss>'.encode()


def archive(numbers: list[int], links: str = "") -> bytes:
    """An archive page of invented articles, with whatever links back."""
    articles = "".join(
        f'<article><h2><a href="https://herald.example/{n}">Raid {n} on a village near Oskil</a></h2>'
        f"<p>Fighters of the Reed Front burned {n + 2} houses in a village near Oskil on Monday, residents said.</p></article>"
        for n in numbers
    )
    return f"<html><head><title>Archive</title></head><body>{articles}{links}</body></html>".encode()
