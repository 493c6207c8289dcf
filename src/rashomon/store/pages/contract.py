"""What the ledger promises to the pages of outlets, network, map and lists. Reached as ``ledger.pages``. Nothing here writes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from rashomon.model.ledger import Copy
from rashomon.model.places import Place
from rashomon.model.sources import Article, Capture
from rashomon.model.words import Relation
from rashomon.store.evidence.views import Versions
from rashomon.store.pages.places import Where
from rashomon.store.pages.views import (
    ActorLine,
    CopyLine,
    CountedSeries,
    Disputed,
    MapView,
    NetworkView,
    OutletLine,
    OutletView,
    Part,
    Record,
    RolesByMonth,
    TieEvidence,
)
from rashomon.store.views import ArticleLine, ClaimView, EventLine


class Pages(Protocol):
    """Questions that a page of the desk asks beyond `rashomon.store.contract.Questions`; all pages count from 1."""

    def outlets(self, page: int) -> Part[OutletLine]:
        """Return a page of the outlets that the ledger holds articles of, most articles first."""
        ...

    def outlet(self, name: str) -> OutletView:
        """Return an outlet by any of its names. Raises NotFoundError."""
        ...

    def network(self, names: Sequence[str], day: date | None) -> NetworkView:
        """Return these actors, those they are tied to on a day (``None``: ever), and the ties. Raises NotFoundError."""
        ...

    def tie(self, subject: str, relation: Relation, other: str) -> TieEvidence | None:
        """Return a tie with everything that states it, ``None`` where nothing does. Raises NotFoundError."""
        ...

    def map(self, where: Where) -> MapView:
        """Return the places of the events asked for, and the claims of control among them."""
        ...

    def places(self, place_ids: Sequence[str]) -> Mapping[str, Place]:
        """Return places by id; those not held are left out."""
        ...

    def place(self, place_id: str, where: Where, page: int) -> tuple[Place, Part[EventLine]]:
        """Return a place and a page of its events, newest first. Raises NotFoundError."""
        ...

    def contradictions(self, kind: str | None, *, loud: bool, page: int) -> Part[Disputed]:
        """Return a page of the contradictions, alarms first, of one kind or of alarms only where asked for."""
        ...

    def contradiction_kinds(self, *, loud: bool) -> Mapping[str, int]:
        """Return how many contradictions there are of each kind, most first."""
        ...

    def copies(self, page: int) -> Part[CopyLine]:
        """Return a page of the copies with both articles."""
        ...

    def copies_among(self, article_ids: Sequence[str]) -> tuple[Copy, ...]:
        """Return the copies whose both articles are among these."""
        ...

    def series(self, page: int) -> Part[CountedSeries]:
        """Return a page of the series, longest first, with our own counts and gaps."""
        ...

    def one_series(self, series_id: str) -> CountedSeries:
        """Return a series by its id. Raises NotFoundError."""
        ...

    def roles(self, actor_id: str) -> tuple[RolesByMonth, ...]:
        """Return in how many events of each month an actor has each role, earliest first."""
        ...

    def speaker(self, name: str) -> Record:
        """Return how the claims that go back to a speaker fared."""
        ...

    def accusations(self, actor_id: str) -> tuple[ClaimView, ...]:
        """Return claims that accuse somebody of the newest events in which this actor is named as who did it."""
        ...

    def article_list(self, outlet: str | None, page: int) -> Part[ArticleLine]:
        """Return a page of the articles, of one outlet where one is named, the last published first."""
        ...

    def actor_list(self, kind: str | None, page: int) -> Part[ActorLine]:
        """Return a page of the actors, of one kind where one is named, by name; private persons are left out."""
        ...

    def capture_list(self, page: int) -> Part[Capture]:
        """Return a page of the captures, by name."""
        ...

    def contradiction(self, contradiction_id: str) -> Disputed:
        """Return a contradiction with the event it is about. Raises NotFoundError."""
        ...

    def capture(self, sha256: str) -> Capture:
        """Return one capture. Raises NotFoundError."""
        ...

    def content(self, sha256: str) -> bytes:
        """Return a capture's bytes. Raises NotFoundError, and LedgerError where they are damaged."""
        ...

    def withholds(self, sha256: str) -> bool:
        """Return whether a capture names private persons, so that it must not be shown as it is."""
        ...

    def articles(self, article_ids: Sequence[str]) -> Mapping[str, Article]:
        """Return articles by id, withheld names blotted out; those not held are left out."""
        ...

    def versions(self, article_id: str) -> Versions:
        """Return all wordings of the article that this is one version of, oldest first. Raises NotFoundError."""
        ...
