"""The one class behind ``ledger.pages``; keeps to `rashomon.store.pages.contract.Pages`. Every method is one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, select

from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Copy
from rashomon.model.places import Place
from rashomon.model.sources import Article, Capture
from rashomon.model.words import Relation
from rashomon.store.captures import capture
from rashomon.store.codec import decode
from rashomon.store.database import reading
from rashomon.store.evidence.versions import versions
from rashomon.store.evidence.views import Versions
from rashomon.store.files import CaptureFiles
from rashomon.store.overview import copy_of
from rashomon.store.pages import actors, lists, network, outlets, places, records, registry
from rashomon.store.pages.places import Where
from rashomon.store.pages.settled import Settled, listed_outlets
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
from rashomon.store.shelf import take
from rashomon.store.tables import articles as article_table
from rashomon.store.tables import copies
from rashomon.store.tables import places as place_table
from rashomon.store.views import ArticleLine, ClaimView, EventLine
from rashomon.store.withholding import captures_without, copies_without, hidden_in


class PageStore:
    """Answers what pages ask of a ledger.

    Args:
        engine: of the ledger's file.

        files: its captures.

        own_lists: the folder of its own lists.
    """

    def __init__(self, engine: Engine, files: CaptureFiles, own_lists: Path) -> None:
        self._engine = engine
        self._files = files
        self._lists = own_lists
        self._settled = Settled()

    def outlets(self, page: int) -> Part[OutletLine]:
        """Return a page of the outlets that the ledger holds articles of, most articles first."""
        with reading(self._engine) as connection:
            return outlets.outlet_list(connection, listed_outlets(self._lists), page, self._settled)

    def outlet(self, name: str) -> OutletView:
        """Return an outlet by any of its names. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return outlets.outlet_page(connection, listed_outlets(self._lists), name, self._settled)

    def network(self, names: Sequence[str], day: date | None) -> NetworkView:
        """Return these actors, those they are tied to on a day (``None``: ever), and the ties. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return network.network(connection, names, day)

    def tie(self, subject: str, relation: Relation, other: str) -> TieEvidence | None:
        """Return a tie with everything that states it, ``None`` where nothing does. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return network.tie_evidence(connection, subject, relation, other)

    def map(self, where: Where) -> MapView:
        """Return the places of the events asked for, and the claims of control among them."""
        with reading(self._engine) as connection:
            return self._settled.of(connection, ("map", where), lambda: places.map_view(connection, where))

    def places(self, place_ids: Sequence[str]) -> Mapping[str, Place]:
        """Return places by id; those not held are left out."""
        with reading(self._engine) as connection:
            asked = select(place_table.c.id, place_table.c.content).where(place_table.c.id.in_(place_ids))
            return {row.id: decode(Place, row.content) for row in connection.execute(asked)}

    def place(self, place_id: str, where: Where, page: int) -> tuple[Place, Part[EventLine]]:
        """Return a place and a page of its events, newest first. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return places.place_events(connection, place_id, where, page)

    def contradictions(self, kind: str | None, *, loud: bool, page: int) -> Part[Disputed]:
        """Return a page of the contradictions, alarms first, of one kind or of alarms only where asked for."""
        with reading(self._engine) as connection:
            return lists.contradiction_list(connection, kind, loud=loud, page=page)

    def contradiction_kinds(self, *, loud: bool) -> Mapping[str, int]:
        """Return how many contradictions there are of each kind, most first."""
        with reading(self._engine) as connection:
            return lists.contradiction_kinds(connection, loud=loud)

    def copies(self, page: int) -> Part[CopyLine]:
        """Return a page of the copies with both articles."""
        with reading(self._engine) as connection:
            return lists.copy_list(connection, page)

    def copies_among(self, article_ids: Sequence[str]) -> tuple[Copy, ...]:
        """Return the copies whose both articles are among these."""
        with reading(self._engine) as connection:
            either = copies.c.article_id.in_(article_ids), copies.c.original_id.in_(article_ids)
            rows = connection.execute(select(copies).where(*either).order_by(copies.c.article_id, copies.c.original_id))
            return copies_without(connection, (copy_of(row) for row in rows))

    def series(self, page: int) -> Part[CountedSeries]:
        """Return a page of the series, longest first, with our own counts and gaps."""
        with reading(self._engine) as connection:
            return lists.series_list(connection, page)

    def one_series(self, series_id: str) -> CountedSeries:
        """Return a series by its id. Raises NotFoundError."""
        with reading(self._engine) as connection:
            found = lists.one_series(connection, series_id)
        if found is None:
            raise NotFoundError("series", series_id)
        return found

    def roles(self, actor_id: str) -> tuple[RolesByMonth, ...]:
        """Return in how many events of each month an actor has each role, earliest first."""
        with reading(self._engine) as connection:
            return self._settled.of(connection, ("roles", actor_id), lambda: actors.roles_by_month(connection, actor_id))

    def speaker(self, name: str) -> Record:
        """Return how the claims that go back to a speaker fared."""
        with reading(self._engine) as connection:
            return self._settled.of(connection, ("speaker", name), lambda: records.speaker_record(connection, name))

    def accusations(self, actor_id: str) -> tuple[ClaimView, ...]:
        """Return claims that accuse somebody of the newest events in which this actor is named as who did it."""
        with reading(self._engine) as connection:
            return actors.accusations(connection, actor_id)

    def article_list(self, outlet: str | None, page: int) -> Part[ArticleLine]:
        """Return a page of the articles, of one outlet where one is named, the last published first."""
        with reading(self._engine) as connection:
            return registry.article_list(connection, outlet, page)

    def actor_list(self, kind: str | None, page: int) -> Part[ActorLine]:
        """Return a page of the actors, of one kind where one is named, by name; private persons are left out."""
        with reading(self._engine) as connection:
            return registry.actor_list(connection, kind, page)

    def capture_list(self, page: int) -> Part[Capture]:
        """Return a page of the captures, by name."""
        with reading(self._engine) as connection:
            return registry.capture_list(connection, page)

    def contradiction(self, contradiction_id: str) -> Disputed:
        """Return a contradiction with the event it is about. Raises NotFoundError."""
        with reading(self._engine) as connection:
            found = lists.one_contradiction(connection, contradiction_id)
        if found is None:
            raise NotFoundError("contradiction", contradiction_id)
        return found

    def capture(self, sha256: str) -> Capture:
        """Return one capture. Raises NotFoundError."""
        with reading(self._engine) as connection:
            (found,) = captures_without(connection, [capture(connection, sha256)])
            return found

    def content(self, sha256: str) -> bytes:
        """Return a capture's bytes. Raises NotFoundError, and LedgerError where they are damaged."""
        return self._files.content(sha256)

    def withholds(self, sha256: str) -> bool:
        """Return whether a capture names private persons, so that it must not be shown as it is."""
        with reading(self._engine) as connection:
            own = connection.scalars(select(article_table.c.id).where(article_table.c.capture == sha256)).all()
            return bool(hidden_in(connection, own))

    def articles(self, article_ids: Sequence[str]) -> Mapping[str, Article]:
        """Return articles by id, withheld names blotted out; those not held are left out."""
        with reading(self._engine) as connection:
            return take(connection, article_ids).articles

    def versions(self, article_id: str) -> Versions:
        """Return all wordings of the article that this is one version of, oldest first. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return versions(connection, article_id)
