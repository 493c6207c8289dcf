"""The ledger: a folder with one SQLite file and the captures beside it. This is the one class that other rooms use.

Every method is one transaction. Writers take turns, readers see the ledger as it was when they began.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from rashomon.linking.contract import Source
from rashomon.lists.withholding import load_withholding
from rashomon.model.decisions import Decision
from rashomon.model.errors import LedgerError
from rashomon.model.ledger import Contradiction, Copy, Linked
from rashomon.model.marks import Mark
from rashomon.model.reading import Reading
from rashomon.model.sources import Article, Capture
from rashomon.readers.contract import Page
from rashomon.store import articles, captures, decisions, linked, overview, readings
from rashomon.store.actor_page import actor_page
from rashomon.store.article_page import article_page
from rashomon.store.contract import Questions
from rashomon.store.database import connect, reading, writing
from rashomon.store.event_page import event_page
from rashomon.store.link_view import LinkView
from rashomon.store.publishing.privacy import keep_rules, privately, rules_applied
from rashomon.store.publishing.reaching import reaching
from rashomon.store.reasons import link_views
from rashomon.store.schema import bring_up_to_date
from rashomon.store.search.views import Answer
from rashomon.store.status import LedgerStatus
from rashomon.store.subjects import CAPTURES, LISTS, Subjects
from rashomon.store.views import ActorView, ArticleView, EventLine, EventView, Fault, Question, SeriesView

DATABASE = "ledger.db"
_LISTS_README = """\
Your own lists. Rashomon reads these files beside the ones it ships with, where they are here:

  actors.yaml   who there is: names, aliases, kinds, countries
  outlets.yaml  who publishes: names, families, grades
  offices.yaml  who held which office of a state or body, from when to when
  designations.yaml  who stands on which public list, from when to when
  places.yaml   places that the gazetteer does not know
  withholding.yaml  whose names are withheld from pages and exports

After a change: rashomon -C DIR update
"""


class Ledger(Subjects):
    """All that is known, in one folder. Keeps to `rashomon.store.contract` (Intake and Questions).

    Use `Ledger.create` or `Ledger.open`; close it, or use it in a ``with`` statement. Threads may share one.
    """

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make a new ledger in a folder, which is made too where it does not exist; other files in it stay as they are.

        Raises:
            LedgerError: the folder holds a ledger already, or is a file.
        """
        if (folder / DATABASE).exists():
            raise LedgerError(f"{folder} already holds a ledger (try: rashomon -C {folder} status)")
        try:
            for part in (folder / CAPTURES, folder / LISTS):
                part.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise LedgerError(f"cannot make a ledger in {folder}: {error.filename} is a file (name a new folder)") from error
        readme = folder / LISTS / "README.txt"
        if not readme.exists():
            readme.write_text(_LISTS_README, encoding="utf-8")
        return cls._at(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the ledger in a folder, and bring it to this version's form.

        Raises:
            LedgerError: there is none, or one of a newer version.
        """
        if not (folder / DATABASE).is_file():
            raise LedgerError(f"no ledger in {folder} (try: rashomon init {folder})")
        return cls._at(folder)

    @classmethod
    def _at(cls, folder: Path) -> Self:
        engine = connect(folder / DATABASE)
        try:
            bring_up_to_date(engine)
        except LedgerError:
            engine.dispose()
            raise
        ledger = cls(folder, engine)
        ledger._files.sweep()
        return ledger

    def close(self) -> None:
        """Give the file back. Closing twice does nothing."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # What the pipeline writes.

    def keep(self, capture: Capture, content: bytes) -> bool:
        """Keep the bytes under their digest; ``False`` where the ledger held them already.

        A new capture clears faults under its name or address from before; an outlet named for a known one is taken over.

        Raises:
            LedgerError: the digest is not that of the bytes, or they cannot be written.
        """
        with reading(self._engine) as connection:
            held = captures.has_capture(connection, capture.sha256)
        if not held or not self._files.path(capture.sha256).exists():
            self._files.keep(capture.sha256, content)
        with writing(self._engine) as connection:
            return captures.add_capture(connection, capture)

    def content(self, sha256: str) -> bytes:
        """Return a capture's bytes. Raises NotFoundError, and LedgerError where they are damaged."""
        with reading(self._engine) as connection:
            captures.capture(connection, sha256)
        return self._files.content(sha256)

    def capture(self, sha256: str) -> Capture:
        """Return one capture as it is kept. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return captures.capture(connection, sha256)

    def captures(self) -> tuple[Capture, ...]:
        """Return all captures, by name then digest."""
        with reading(self._engine) as connection:
            return captures.all_captures(connection)

    def unread_captures(self, reader_versions: Iterable[str]) -> tuple[Capture, ...]:
        """Return captures that have no page by one of these versions, and no standing fault."""
        with reading(self._engine) as connection:
            return captures.unread_captures(connection, reader_versions)

    def put_page(self, sha256: str, page: Page) -> None:
        """Replace a capture's page and articles; articles of the same id keep their readings. Clears its faults.

        An article that is not quite the same (other text or parts under the same id) counts as unread until it is read again.
        Raises NotFoundError, and LedgerError where a text cannot be stored.
        """
        with writing(self._engine) as connection:
            captures.put_page(connection, sha256, page)

    def put_fault(self, fault: Fault) -> None:
        """Remember what could not be done, until the capture is read, or the article (``source`` is its id)."""
        with writing(self._engine) as connection:
            captures.put_fault(connection, fault)

    def unread_articles(self, extractor_version: str) -> tuple[str, ...]:
        """Return ids of articles that this extractor version has not read as they are now, sorted."""
        with reading(self._engine) as connection:
            return readings.unread_articles(connection, extractor_version)

    def article(self, article_id: str) -> Article:
        """Return one article. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return articles.article(connection, article_id)

    def put_readings(self, readings_made: Iterable[Reading]) -> None:
        """Keep readings, each in place of the article's last one. Clears the articles' faults. Raises NotFoundError."""
        with writing(self._engine) as connection:
            readings.put_readings(connection, readings_made)

    def sources(self) -> Iterator[Source]:
        """Return articles with their readings, sorted by article id; a batch is in memory at a time."""
        last = ""
        while True:
            with reading(self._engine) as connection:
                batch = readings.sources_after(connection, last)
            if not batch:
                return
            yield from batch
            last = batch[-1].article.id

    def readers(self) -> tuple[tuple[str, str], ...]:
        """Return the id of each article that has a reading, and what read it, sorted."""
        with reading(self._engine) as connection:
            return readings.readers(connection)

    def linked_digest(self) -> str | None:
        """Return the digest of what was linked last, ``None`` before that and where rules of withholding changed since."""
        with reading(self._engine) as connection:
            same = rules_applied(connection) == load_withholding(self.lists).digest
            return linked.linked_digest(connection) if same else None

    def put_linked(self, made: Linked, digest: str) -> None:
        """Replace all that linking made. Clears faults of the stage ``link``. Raises LedgerError where it does not fit."""
        rules = reaching(load_withholding(self.lists), made.actors)
        with writing(self._engine) as connection:
            keep_rules(connection, rules)
            linked.put_linked(connection, privately(made, rules), digest)

    def linked(self) -> Linked:
        """Return all that linking made, as it was put."""
        with reading(self._engine) as connection:
            return linked.all_linked(connection)

    def decide(self, decision: Decision) -> None:
        """Append a decision; the very same one a second time changes nothing."""
        with writing(self._engine) as connection:
            decisions.decide(connection, decision)

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions, oldest first."""
        with reading(self._engine) as connection:
            return decisions.all_decisions(connection)

    # What is asked. Nothing below writes.

    def cleared(self, clearance: Mark) -> Questions:
        """Return the ledger as somebody with a clearance may see it: itself where nothing is marked above it."""
        from rashomon.store.cleared.hidden import hidden_from  # noqa: PLC0415 (numpy, by way of the search)
        from rashomon.store.cleared.ledger import ClearedLedger  # noqa: PLC0415

        with reading(self._engine) as connection:
            hidden = hidden_from(connection, clearance)
        return self if hidden is None else ClearedLedger(self, self._engine, self.lists, hidden)

    def ask(self, question: Question) -> Answer:
        """Answer a question with events, articles, actors and facets."""
        return self.desk.search.ask(question)

    def event(self, event_id: str) -> EventView:
        """Return an event by its id or the id of one of its accounts. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return event_page(connection, event_id)

    def actor_page(self, name_or_id: str) -> ActorView:
        """Return an actor by id, name or alias (folded). Raises NotFoundError."""
        with reading(self._engine) as connection:
            return actor_page(connection, name_or_id)

    def article_page(self, article_id: str) -> ArticleView:
        """Return an article with everything found in it. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return article_page(connection, article_id)

    def links(self, article_id: str) -> tuple[LinkView, ...]:
        """Return what an article's entities are linked to, actors then places, and why. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return link_views(connection, article_id)

    def series(self) -> tuple[SeriesView, ...]:
        """Return all series, longest first."""
        with reading(self._engine) as connection:
            return overview.all_series(connection)

    def contradictions(self) -> tuple[tuple[Contradiction, EventLine | None], ...]:
        """Return all contradictions with the event they are about, alarms first."""
        with reading(self._engine) as connection:
            return overview.all_contradictions(connection)

    def copies(self) -> tuple[Copy, ...]:
        """Return all copies."""
        with reading(self._engine) as connection:
            return overview.all_copies(connection)

    def status(self) -> LedgerStatus:
        """Return counts, captures, faults and what is unread."""
        with reading(self._engine) as connection:
            return overview.status(connection)
