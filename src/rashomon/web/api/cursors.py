"""Lists a stretch at a time: each names where the next one begins."""

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, HTTPException, Query, Request

from rashomon.store.pages.views import Part
from rashomon.store.views import Question

T = TypeVar("T")
S = TypeVar("S")
#: Pages that a list is followed to; what lies beyond is found by a narrower question.
DEEPEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A stretch of a list: ``total`` in all; ``next`` is the cursor of what follows, ``None`` at the end."""

    shown: tuple[T, ...]
    total: int
    next: str | None


class Cursor:
    """Where in a list a request stands: ``page`` counts from 1. A cursor holds good for the question it came with only."""

    def __init__(self, request: Request, cursor: Annotated[str, Query(max_length=200)] = "") -> None:
        asked = sorted((name, value) for name, value in request.query_params.multi_items() if name not in ("cursor", "page"))
        self._question = hashlib.sha256(repr((request.url.path, asked)).encode("utf-8", "replace")).hexdigest()[:12]
        self.page = self._read(cursor, request) if cursor else 1

    def _read(self, cursor: str, request: Request) -> int:
        refusal = HTTPException(400, request.app.state.desk.say("api.cursor"))
        try:
            page, _, question = base64.urlsafe_b64decode(cursor.encode()).decode().partition(" ")
        except (ValueError, binascii.Error) as error:
            raise refusal from error
        if question != self._question or not (page.isascii() and page.isdigit()) or not 1 <= int(page[:9]) <= DEEPEST:
            raise refusal
        return int(page)

    def at(self, question: Question) -> Question:
        """Return the question for this page."""
        return replace(question, page=self.page)

    def listing(self, shown: Sequence[T], total: int, size: int) -> Listing[T]:
        """Return a page of a list whose pages hold so many."""
        last = self.page * size >= total or self.page >= DEEPEST or not shown
        told = f"{self.page + 1} {self._question}".encode()
        return Listing(tuple(shown), total, None if last else base64.urlsafe_b64encode(told).decode())

    def of(self, part: Part[T]) -> Listing[T]:
        """Return a page that the ledger gave as a list's stretch."""
        return self.listing(part.shown, part.total, part.size)

    def cut(self, several: Sequence[T], size: int) -> Listing[T]:
        """Return this page of a list that is there whole."""
        return self.listing(several[(self.page - 1) * size : self.page * size], len(several), size)

    def made(self, part: Part[T], make: Callable[[T], S]) -> Listing[S]:
        """Return a page with each entry made into another."""
        return self.listing(tuple(make(one) for one in part.shown), part.total, part.size)


Here = Annotated[Cursor, Depends(Cursor)]
