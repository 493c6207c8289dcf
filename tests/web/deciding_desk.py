"""A desk on which people decide, over the sample: made once, copied for each test that writes."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from threading import Event, Thread

import httpx
from fastapi import FastAPI
from playwright.sync_api import Page

from rashomon.store.ledger import Ledger
from rashomon.web.people.access import Access
from rashomon.web.serve import DeskServer


@dataclass
class Visitor:
    """A browser without scripts: keeps cookies, sends the origin and the word of the page it last saw."""

    app: FastAPI
    host: str = "127.0.0.1"
    cookies: dict[str, str] = field(default_factory=dict)
    word: str = ""

    def ask(
        self, method: str, path: str, *, accept: str = "text/html", origin: str | None = None, **more: object
    ) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            headers = {"Accept": accept, "Origin": origin or f"http://{self.host}"}
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{self.host}") as client:
                return await client.request(method, path, headers=headers, **more)

        answer = asyncio.run(send())
        for name, morsel in SimpleCookie(answer.headers.get("set-cookie")).items():
            self.cookies[name] = morsel.value
        found = re.search(r'name="csrf" value="([^"]+)"', answer.text)
        self.word = found[1] if found else self.word
        return answer

    def get(self, path: str, *, accept: str = "text/html") -> httpx.Response:
        return self.ask("GET", path, accept=accept)

    def post(self, path: str, accept: str = "text/html", origin: str | None = None, **fields: object) -> httpx.Response:
        return self.ask("POST", path, accept=accept, origin=origin, data={"csrf": self.word} | fields)


def loaded(page: Page) -> dict[str, int]:
    """Return the bytes that an opened page needed, its own and of each file, as the browser unpacked them."""
    entries = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
    sizes: dict[str, int] = page.evaluate(f"Object.fromEntries({entries}.map(one => [one.name, one.decodedBodySize]))")
    return sizes


@contextmanager
def listening(ledger: Ledger, access: Access) -> Iterator[str]:
    """The address of a desk that really listens."""
    listens = Event()
    server = DeskServer(ledger, "127.0.0.1", 0, lambda _address: listens.set(), access)
    thread = Thread(target=server.run_desk)
    thread.start()
    assert listens.wait(30)
    yield server.address.rstrip("/")
    server.should_exit = True
    thread.join(30)
    assert not thread.is_alive()
