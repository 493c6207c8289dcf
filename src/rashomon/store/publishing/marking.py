"""How far captures may be shared: who marked which, and when."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.dialects.sqlite import insert

from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.model.sources import Capture
from rashomon.store.captures import capture_of
from rashomon.store.database import reading, writing
from rashomon.store.evidence.holdings import captures_of
from rashomon.store.publishing.tables import marks
from rashomon.store.readings import batches
from rashomon.store.tables import articles, captures


@dataclass(frozen=True, slots=True)
class Marked:
    """A capture with its mark, who set it and when (UTC, ISO with seconds)."""

    capture: Capture
    mark: Mark
    who: str
    at: str


class MarkStore:
    """The marks of one ledger's captures. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def mark(self, what: str, mark: Mark, who: str, at: str) -> tuple[Capture, ...]:
        """Mark the captures of an article, address, digest or file name in place of any earlier mark, and return them.

        Raises:
            NotFoundError: the ledger holds no such capture.
        """
        with writing(self._engine) as connection:
            meant = _meant(connection, what)
            rows = [{"capture": capture.sha256, "mark": mark.value, "who": who, "at": at} for capture in meant]
            statement = insert(marks)
            shown = {name: statement.excluded[name] for name in ("mark", "who", "at")}
            connection.execute(statement.on_conflict_do_update(index_elements=["capture"], set_=shown), rows)
        return meant

    def unmark(self, what: str) -> tuple[Capture, ...]:
        """Take the marks of these captures away, and return the captures. Raises NotFoundError."""
        with writing(self._engine) as connection:
            meant = _meant(connection, what)
            connection.execute(delete(marks).where(marks.c.capture.in_([capture.sha256 for capture in meant])))
        return meant

    def all(self) -> tuple[Marked, ...]:
        """Return all marked captures, by name then digest."""
        asked = select(captures, marks.c.mark, marks.c.who, marks.c.at).join(marks, marks.c.capture == captures.c.sha256)
        with reading(self._engine) as connection:
            rows = connection.execute(asked.order_by(captures.c.name, captures.c.sha256)).all()
        return tuple(Marked(capture_of(row), Mark(row.mark), row.who, row.at) for row in rows)

    def of(self, sha256: str) -> Mark | None:
        """Return a capture's mark, ``None`` where it has none."""
        with reading(self._engine) as connection:
            found = connection.scalar(select(marks.c.mark).where(marks.c.capture == sha256))
        return None if found is None else Mark(found)

    def of_articles(self, article_ids: Iterable[str]) -> dict[str, Mark]:
        """Return the marks of the captures that articles stand in, by the articles' ids; one without a mark is missing."""
        with reading(self._engine) as connection:
            return marks_of(connection, article_ids)


def marks_of(connection: Connection, article_ids: Iterable[str]) -> dict[str, Mark]:
    """Return the marks of the captures that articles stand in, by the articles' ids; one without a mark is missing."""
    asked = select(articles.c.id, marks.c.mark).join(marks, marks.c.capture == articles.c.capture)
    return {
        row.id: Mark(row.mark)
        for ids in batches(sorted(set(article_ids)))
        for row in connection.execute(asked.where(articles.c.id.in_(ids)))
    }


def restricted_captures(connection: Connection, clearance: Mark) -> frozenset[str]:
    """Return the digests of the captures that are marked above a clearance."""
    rows = connection.execute(select(marks.c.capture, marks.c.mark))
    return frozenset(row.capture for row in rows if not Mark(row.mark).within(clearance))


def _meant(connection: Connection, what: str) -> tuple[Capture, ...]:
    """Return the captures of an article, an address or a digest, else those of this file name. Raises NotFoundError."""
    named = select(captures).where(captures.c.name == what).order_by(captures.c.taken_at, captures.c.sha256)
    try:
        return captures_of(connection, what)
    except NotFoundError:
        rows = connection.execute(named).all()
        if not rows:
            raise
    return tuple(capture_of(row) for row in rows)
