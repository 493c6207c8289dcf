"""A desk that programs ask: the sample's ledger, accounts, a clock that is set by hand."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import httpx
from fastapi import FastAPI

from rashomon.model.marks import Mark
from rashomon.model.people import Station
from rashomon.store.ledger import Ledger
from rashomon.store.tokens.contract import Wish
from rashomon.web.app import create_app
from rashomon.web.people.access import Access
from rashomon.web.watching import Watchtower

START = 1_950_000_000.0


@dataclass
class Programs:
    """Asks a desk's API as a program does."""

    ledger: Ledger
    sole: str | None = None
    now: float = START
    decided: list[int] = field(default_factory=list)
    access: Access = field(init=False)
    app: FastAPI = field(init=False)

    def __post_init__(self) -> None:
        self.access = Access(
            self.ledger.people,
            self.ledger.review,
            self.sole,
            clock=lambda: self.now,
            decided=lambda: self.decided.append(1),
            tokens=self.ledger.tokens,
            collecting=self.ledger.collecting,
            alerts=Watchtower(self.ledger.alerts, self.ledger.folder),
        )
        self.app = create_app(self.ledger, access=self.access)

    def token(self, role: Station = Station.READER, clearance: Mark = Mark.RED, person: str | None = None) -> str:
        """Make a token and return its secret."""
        return self.ledger.tokens.make(Wish("test", role, person, clearance), self.now)[1]

    def ask(self, method: str, path: str, token: str | None = None, **more: Any) -> httpx.Response:
        """Return the answer to a request; ``path`` stands behind ``/api/v1``."""
        headers = dict(more.pop("headers", {}))
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                return await client.request(method, f"/api/v1{path}", headers=headers, **more)

        return asyncio.run(send())

    def get(self, path: str, token: str | None = None, **more: Any) -> httpx.Response:
        """Ask for something."""
        return self.ask("GET", path, token, **more)

    def walk(self, path: str, token: str | None = None) -> list[Any]:
        """Return all entries of a list, stretch by stretch."""
        shown: list[Any] = []
        cursor = ""
        while True:
            mark = "&" if "?" in path else "?"
            answer = self.get(f"{path}{mark}cursor={cursor}" if cursor else path, token).json()
            shown += answer["shown"]
            cursor = answer["next"]
            if cursor is None:
                return shown
