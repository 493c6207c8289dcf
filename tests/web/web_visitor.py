"""Asks the desk for pages without a network; its own module, so that no other room's conftest can stand before it."""

import asyncio
from dataclasses import dataclass

import httpx
from fastapi import FastAPI


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
