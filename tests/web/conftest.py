"""The desk over an imagined ledger, asked without a network."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event, Thread

import httpx
import pytest
from fastapi import FastAPI
from imagined_ledger import ImaginedLedger

from rashomon.web.app import create_app
from rashomon.web.serve import DeskServer


@dataclass(frozen=True)
class Visitor:
    """Asks an app for pages, as a browser on this machine would."""

    app: FastAPI

    def get(self, path: str, *, accept: str = "text/html", host: str = "127.0.0.1", method: str = "GET") -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
                return await client.request(method, path, headers={"Accept": accept})

        return asyncio.run(ask())


@pytest.fixture(scope="session")
def visitor() -> Visitor:
    return Visitor(create_app(ImaginedLedger()))


@pytest.fixture(scope="session")
def newcomer() -> Visitor:
    """A visitor of a desk whose ledger is empty."""
    return Visitor(create_app(ImaginedLedger(empty=True)))


@pytest.fixture(scope="session")
def desk_address() -> Iterator[str]:
    """The address of a desk that really listens."""
    listens = Event()
    server = DeskServer(ImaginedLedger(), "127.0.0.1", 0, lambda _address: listens.set())
    thread = Thread(target=server.run_desk)
    thread.start()
    assert listens.wait(20)
    yield server.address.rstrip("/")
    server.should_exit = True
    thread.join(20)
    assert not thread.is_alive()
