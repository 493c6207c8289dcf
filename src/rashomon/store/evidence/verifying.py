"""Check a ledger: the log's chain, captures' bytes, rows against the log, articles, what was made of them, the file itself.

What reading made is checked against digests, what linking made against another linking: it follows from readings, lists and
decisions, so no digest that was kept beside it could say more.
"""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Engine, Table, select

from rashomon.model.errors import LedgerError
from rashomon.store.articles import article_of, digest_of_article
from rashomon.store.database import reading
from rashomon.store.evidence.bulk import CONTAINER_COLUMNS
from rashomon.store.evidence.chain import Chain, content_digest, walk
from rashomon.store.evidence.derived import Derived
from rashomon.store.evidence.indexes import Indexes
from rashomon.store.evidence.linkage import Known, Linkage
from rashomon.store.evidence.log import CAPTURE, CONTAINER, DECISION, lines
from rashomon.store.evidence.tables import containers, fetches
from rashomon.store.evidence.views import Problem, Verified
from rashomon.store.files import CaptureFiles
from rashomon.store.tables import articles, captures, decisions

#: A database in pieces says the same a thousand times.
DAMAGE_AT_MOST = 20
_DECISION = ("id", "target", "when", "content")


class Verifying:
    """One check of a whole ledger; nothing is written, and one broken part does not keep the others from being checked."""

    def __init__(self, engine: Engine, files: CaptureFiles, noted: str | None = None, known: Known | None = None) -> None:
        self._engine = engine
        self._files = files
        self._noted = noted
        self._chain = Chain()
        self._derived = Derived(engine)
        self._indexes = Indexes(engine)
        self._linkage = None if known is None else Linkage(engine, known)
        self._counts = {"captures": 0, "articles": 0, "waiting": 0}

    def run(self) -> Verified:
        """Return what was found."""
        problems = [problem for check in self._checks() for problem in _tried(check)]
        counts, made = self._counts, self._derived
        notes = self._notes()
        held = (self._chain.entries, self._chain.head, counts["captures"], counts["articles"])
        linkage = self._linkage
        rows = None if linkage is None or linkage.stale is not None else linkage.rows
        return Verified(*held, tuple(problems), notes, made.readings, made.events, rows)

    def _checks(self) -> tuple[Callable[[], Iterator[Problem]], ...]:
        given = (self._database, self._log, self._rows, self._bytes, self._articles)
        linked = () if self._linkage is None else (self._linkage.problems,)
        return (*given, self._derived.of_readings, self._derived.of_events, self._indexes.problems, *linked)

    def _database(self) -> Iterator[Problem]:
        with reading(self._engine) as connection:
            said = connection.exec_driver_sql(f"PRAGMA integrity_check({DAMAGE_AT_MOST})").scalars().all()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        yield from (Problem("database", "ledger.db", line) for line in said if line != "ok")
        yield from (Problem("database", f"{row[0]} row {row[1]}", f"points at a row of {row[2]} that is gone") for row in broken)

    def _log(self) -> Iterator[Problem]:
        with reading(self._engine) as connection:
            self._chain = walk(lines(connection), self._noted)
        yield from self._chain.problems

    def _rows(self) -> Iterator[Problem]:
        yield from self._against_log(CAPTURE, captures, "sha256", tuple(captures.c.keys()))
        yield from self._against_log(DECISION, decisions, "id", _DECISION)
        yield from self._against_log(CONTAINER, containers, "sha256", CONTAINER_COLUMNS)
        with reading(self._engine) as connection:
            rows = [
                _content(row, tuple(fetches.c.keys())[1:])
                for row in connection.execute(select(fetches).order_by(fetches.c.number))
            ]
        held, logged = [content_digest(row) for row in rows], self._chain.fetches
        yield from (
            Problem("row", rows[n]["address"], f"fetch {n + 1} is not what the log says was answered")
            for n, (ours, said) in enumerate(zip(held, logged, strict=False))
            if ours != said
        )
        if len(held) != len(logged):
            yield Problem("row", "fetches", f"{len(held)} rows, but the log holds {len(logged)} fetches")

    def _against_log(self, kind: str, table: Table, key: str, names: tuple[str, ...]) -> Iterator[Problem]:
        """Compare each row of a table with the newest entry about it."""
        missing = {subject for told, subject in self._chain.last if told == kind}
        with reading(self._engine) as connection:
            for row in connection.execute(select(table).order_by(table.c[key])):
                subject = getattr(row, key)
                missing.discard(subject)
                logged = self._chain.last.get((kind, subject))
                if logged is None:
                    yield Problem("row", subject, f"the log knows nothing of this {kind}: it was put in past the log")
                elif logged != content_digest(_content(row, names)):
                    yield Problem("row", subject, f"this {kind} is not what the log says was written")
        yield from (
            Problem("row", subject, f"the log holds this {kind}, the ledger no longer does") for subject in sorted(missing)
        )

    def _bytes(self) -> Iterator[Problem]:
        with reading(self._engine) as connection:
            digests = connection.scalars(select(captures.c.sha256).order_by(captures.c.sha256)).all()
        for digest in digests:
            self._counts["captures"] += 1
            fault = self._files.fault(digest)
            if fault is not None:
                yield Problem("capture", digest, fault)

    def _articles(self) -> Iterator[Problem]:
        with reading(self._engine) as connection:
            for row in connection.execute(select(articles).order_by(articles.c.number)).mappings().yield_per(200):
                self._counts["articles"] += 1
                read = article_of(row)
                if row["digest"] == "":
                    self._counts["waiting"] += 1
                elif digest_of_article(read) != row["digest"] or read.id != row["id"]:
                    yield Problem("article", row["id"], "is not what was read from its capture: it was changed in the database")

    def _notes(self) -> tuple[str, ...]:
        with reading(self._engine) as connection:
            held = set(connection.scalars(select(captures.c.sha256)))
        unkept = [
            f"{digest}: bytes without a row, as a killed run leaves them (add their source again)"
            for digest in self._files.digests()
            if digest not in held
        ]
        waiting = self._counts["waiting"]
        stale = self._linkage.stale if self._linkage is not None else None
        return (
            *unkept,
            *(
                [f"{old} readings are from before readings had a digest of their own"]
                if (old := self._derived.undigested)
                else []
            ),
            *([stale] if stale is not None else []),
            *([f"{waiting} articles of an older Rashomon wait to be read again (next: rashomon update)"] if waiting else []),
        )


def _tried(check: Callable[[], Iterator[Problem]]) -> Iterator[Problem]:
    """Run a check; a database that cannot be read becomes a problem like any other."""
    try:
        yield from check()
    except LedgerError as error:
        yield Problem("database", "ledger.db", str(error))


def _content(row: Any, names: tuple[str, ...]) -> dict[str, Any]:  # noqa: ANN401 (a row of any table)
    return {name: getattr(row, name) for name in names}
