"""A ledger opened in Python: frames of its tables, and the questions that its pages answer. Nothing here writes.

The columns of every frame are those of `rashomon.store.frames.catalogue`, documented in ``docs/tables.md``.
"""

from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self, TypedDict, Unpack

from rashomon.exports.frames.explaining import WHY, why
from rashomon.exports.frames.shapes import Frame, shape_of, shaped
from rashomon.exports.tables.arrow import pyarrow, table_of
from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.store.contract import Questions
from rashomon.store.frames.catalogue import TABLES
from rashomon.store.frames.contract import FlatTable
from rashomon.store.frames.only_reading import open_to_read
from rashomon.store.publishing.contract import Selection
from rashomon.store.search.views import Answer
from rashomon.store.views import ArticleView, EventView, Question


class Narrowing(TypedDict, total=False):
    """What narrows a frame, as it narrows a search: the fields of `rashomon.store.views.Question`."""

    type: str
    status: str
    actor: str
    country: str
    place: str
    area: str
    month: str
    disputed: bool
    outlet: str
    grade: str
    roots: str
    after: str
    before: str
    parts: bool
    meaning: str


class OpenLedger:
    """A ledger to ask. Close it, or use it in a ``with`` statement.

    Every method that gives a frame takes ``search`` (words as in a search), ``as_`` ("pandas", "polars" or "arrow") and the
    fields of `Narrowing`. With any of them, events are those of the answer, accounts, claims and figures theirs, and articles,
    ties and mentions those of the articles that tell them or hold the words.

    Args:
        path: the ledger's folder.

        clearance: captures marked above it ("clear", "green", "amber", "amber+strict", "red") are left out, with every value that
            only they give. Names of private persons are always withheld.

    Raises:
        LedgerError: there is no ledger, or one of an older or newer version.

        ValueError: there is no such mark.
    """

    def __init__(self, path: str | PathLike[str], clearance: str = Mark.CLEAR) -> None:
        self._clearance = Mark(clearance)
        self._ledger = open_to_read(Path(path))

    @property
    def _seen(self) -> Questions:
        return self._ledger.cleared(self._clearance)

    @property
    def tables(self) -> tuple[FlatTable, ...]:
        """All tables with their columns: name, kind, meaning, unit and what they join."""
        return TABLES

    def close(self) -> None:
        """Give the file back. Closing twice does nothing."""
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"rashomon.open({str(self._ledger.folder)!r}, clearance={str(self._clearance)!r})"

    def frame(self, name: str, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return a table by its name.

        Raises:
            NotFoundError: there is no such table.

            MissingExtraError: a library is not installed.

            ShapeError: there is no such shape.
        """
        table = next((one for one in TABLES if one.name == name), None)
        if table is None:
            raise NotFoundError("table", name)
        shape, arrow = shape_of(as_), pyarrow()
        frames, only = self._ledger.frames, frozenset([name])
        scope = frames.scope(Selection(Question(search, **narrowing), self._clearance))
        pieces = [table_of(table, frames.rows(cut, scope, only)[name]) for cut in frames.cuts(scope, only)]
        return shaped(arrow.concat_tables(pieces) if pieces else table_of(table, ()), shape)

    def events(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return happenings with the best supported values; ``independent`` counts their roots."""
        return self.frame("events", search, as_, **narrowing)

    def event_values(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return every version of every value of events, with who gives it."""
        return self.frame("event_values", search, as_, **narrowing)

    def accounts(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return what single articles say happened, with words, sources and root."""
        return self.frame("accounts", search, as_, **narrowing)

    def claims(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return who says what, in which stance and words."""
        return self.frame("claims", search, as_, **narrowing)

    def figures(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return published numbers."""
        return self.frame("figures", search, as_, **narrowing)

    def ties(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return how articles say that actors are tied to each other."""
        return self.frame("ties", search, as_, **narrowing)

    def articles(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return articles with their texts."""
        return self.frame("articles", search, as_, **narrowing)

    def actors(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return the registry of actors."""
        return self.frame("actors", search, as_, **narrowing)

    def places(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return places."""
        return self.frame("places", search, as_, **narrowing)

    def contradictions(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return what accounts do not agree on; who says what stands in ``sides``."""
        return self.frame("contradictions", search, as_, **narrowing)

    def sides(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return who says what in each contradiction, in which words."""
        return self.frame("sides", search, as_, **narrowing)

    def series(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return the points of all series: published figures in order, and what follows from them."""
        return self.frame("series_points", search, as_, **narrowing)

    def roots(self, search: str | None = None, as_: str = "pandas", **narrowing: Unpack[Narrowing]) -> Frame:
        """Return where information first comes from."""
        return self.frame("roots", search, as_, **narrowing)

    def ask(self, search: str | None = None, page: int = 1, size: int = 50, **narrowing: Unpack[Narrowing]) -> Answer:
        """Return what a search finds: a page of events, articles, actors and claims, with counts to narrow by."""
        return self._seen.ask(Question(search, page=page, size=size, **narrowing))

    def event(self, event_or_account_id: str) -> EventView:
        """Return an event with its accounts, claims, figures and contradictions. Raises NotFoundError."""
        return self._seen.event(event_or_account_id)

    def article(self, article_id: str) -> ArticleView:
        """Return an article with everything found in it. Raises NotFoundError."""
        return self._seen.article_page(article_id)

    def explain(self, what: str, as_: str = "pandas") -> Frame:
        """Return why the machine decided so: one row a reason, of an event, account, article or contradiction by its id.

        Raises:
            NotFoundError: the ledger does not hold it.

            MissingExtraError: a library is not installed.
        """
        return shaped(table_of(WHY, why(self._seen, what)), shape_of(as_))
