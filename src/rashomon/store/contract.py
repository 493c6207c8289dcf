"""What the ledger promises: who may call what, what comes back and what is raised.

The one implementation today is `rashomon.store.ledger.Ledger` (SQLite); tests and other engines keep to this.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from rashomon.linking.contract import Source
from rashomon.model.decisions import Decision
from rashomon.model.ledger import Contradiction, Copy, Linked
from rashomon.model.marks import Mark
from rashomon.model.reading import Reading
from rashomon.model.sources import Article, Capture
from rashomon.readers.contract import Page
from rashomon.store.desk import DeskStore
from rashomon.store.link_view import LinkView
from rashomon.store.pages.contract import Pages
from rashomon.store.remembered.remembered import RememberedStore
from rashomon.store.search.views import Answer
from rashomon.store.status import LedgerStatus
from rashomon.store.views import ActorView, ArticleView, EventLine, EventView, Fault, Question, SeriesView


class Intake(Protocol):
    """What the pipeline writes. Every method is one transaction; a kill between two loses neither."""

    def keep(self, capture: Capture, content: bytes) -> bool:
        """Keep the bytes under their digest; ``False`` where the ledger held them already."""
        ...

    def content(self, sha256: str) -> bytes:
        """Return a capture's bytes. Raises NotFoundError."""
        ...

    def capture(self, sha256: str) -> Capture:
        """Return one capture as it is kept. Raises NotFoundError."""
        ...

    def captures(self) -> tuple[Capture, ...]:
        """Return all captures, by name then digest."""
        ...

    def unread_captures(self, reader_versions: Iterable[str]) -> tuple[Capture, ...]:
        """Return captures that have no page by one of these reader versions, and no standing fault."""
        ...

    def put_page(self, sha256: str, page: Page) -> None:
        """Replace a capture's page and articles; articles that are the same keep their readings. Clears its faults."""
        ...

    def put_fault(self, fault: Fault) -> None:
        """Remember what could not be done; the same source and stage again replaces it."""
        ...

    def unread_articles(self, extractor_version: str) -> tuple[str, ...]:
        """Return ids of articles that this extractor version has not read, sorted."""
        ...

    def article(self, article_id: str) -> Article:
        """Return one article. Raises NotFoundError."""
        ...

    def put_readings(self, readings: Iterable[Reading]) -> None:
        """Keep readings, each in place of the article's last one."""
        ...

    def sources(self) -> Iterator[Source]:
        """Return articles with their readings, sorted by article id; articles without one are left out."""
        ...

    def readers(self) -> tuple[tuple[str, str], ...]:
        """Return the id of each article that has a reading, and what read it, sorted."""
        ...

    def linked_digest(self) -> str | None:
        """Return the digest of what was linked last, ``None`` before the first time."""
        ...

    @property
    def remembered(self) -> RememberedStore:
        """What linking goes on from, and where it puts what changed."""
        ...

    def put_linked(self, linked: Linked, digest: str) -> None:
        """Replace all that linking made, in one transaction."""
        ...

    def decide(self, decision: Decision) -> None:
        """Append a decision."""
        ...

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions, oldest first."""
        ...


class Questions(Protocol):
    """What the desk, the command line and the exports ask. Nothing here writes."""

    @property
    def pages(self) -> Pages:
        """What pages of outlets, network, map and long lists ask."""
        ...

    @property
    def desk(self) -> DeskStore:
        """What the desk searches, saves and shows as new."""
        ...

    def cleared(self, clearance: Mark) -> "Questions":
        """Return the ledger as somebody with a clearance may see it."""
        ...

    def ask(self, question: Question) -> Answer:
        """Answer a question with events, articles, actors and facets."""
        ...

    def event(self, event_id: str) -> EventView:
        """Return an event by its id or the id of one of its accounts. Raises NotFoundError."""
        ...

    def actor_page(self, name_or_id: str) -> ActorView:
        """Return an actor by id, name or alias (folded). Raises NotFoundError."""
        ...

    def article_page(self, article_id: str) -> ArticleView:
        """Return an article with everything found in it. Raises NotFoundError."""
        ...

    def links(self, article_id: str) -> tuple[LinkView, ...]:
        """Return what an article's entities are linked to, actors then places, and why. Raises NotFoundError."""
        ...

    def series(self) -> tuple[SeriesView, ...]:
        """Return all series, longest first."""
        ...

    def contradictions(self) -> tuple[tuple[Contradiction, EventLine | None], ...]:
        """Return all contradictions with the event they are about, alarms first."""
        ...

    def copies(self) -> tuple[Copy, ...]:
        """Return all copies."""
        ...

    def status(self) -> LedgerStatus:
        """Return counts, captures, faults and what is unread."""
        ...
