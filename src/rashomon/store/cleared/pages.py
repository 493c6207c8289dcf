"""What pages of outlets, network, map and lists ask, for a clearance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Engine

from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Copy
from rashomon.model.places import Place
from rashomon.model.sources import Article, Capture
from rashomon.model.words import Relation, RootKind
from rashomon.store.cleared.filtering import Clearing
from rashomon.store.cleared.naming import seen_actor
from rashomon.store.cleared.records import cleared_record
from rashomon.store.database import reading
from rashomon.store.evidence.views import Versions
from rashomon.store.pages.contract import Pages
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
from rashomon.store.search.searching import Searching
from rashomon.store.views import ArticleLine, ClaimView, EventLine, Question


class ClearedPages:
    """Keeps to `rashomon.store.pages.contract.Pages`. Totals count what is hidden too; nothing of it is shown."""

    def __init__(self, base: Pages, engine: Engine, clearing: Clearing, search: Searching) -> None:
        self._base = base
        self._engine = engine
        self._clear = clearing
        self._search = search

    def outlets(self, page: int) -> Part[OutletLine]:
        """Return a page of the outlets, most articles first."""
        part = self._base.outlets(page)
        return replace(part, shown=tuple(one for one in part.shown if one.name not in self._clear.hidden.outlets))

    def outlet(self, name: str) -> OutletView:
        """Return an outlet by any of its names. Raises NotFoundError."""
        view = self._base.outlet(name)
        if view.line.name in self._clear.hidden.outlets:
            raise NotFoundError("outlet", name)
        hidden = self._clear.hidden.articles
        copies, copied = (
            tuple(one for one in several if hidden.isdisjoint(one.example)) for several in (view.copies, view.copied_by)
        )
        record = self._record(view.line.name, RootKind.OUTLET) or view.record
        return self._clear.of(replace(view, copies=copies, copied_by=copied, record=record))

    def network(self, names: Sequence[str], day: date | None) -> NetworkView:
        """Return these actors, those they are tied to on a day, and the ties. Raises NotFoundError."""
        self._check_actors(names)
        view = self._base.network(names, day)
        asked = (one for one in view.edges if self._clear.hidden.actors.isdisjoint((one.subject, one.object)))
        edges = tuple(one for one in asked if self._tie(one.subject, one.relation, one.object) is not None)
        ends = {end for one in edges for end in (one.subject, one.object)}
        nodes = tuple(one for one in view.nodes if (one.grown or one.id in ends) and not self._clear.hides(one))
        return replace(view, edges=edges, nodes=nodes, days=tuple(sorted({d for e in edges for d in (e.first, e.last) if d})))

    def tie(self, subject: str, relation: Relation, other: str) -> TieEvidence | None:
        """Return a tie with everything that states it, ``None`` where nothing does. Raises NotFoundError."""
        self._check_actors((subject, other))
        return self._tie(subject, relation, other)

    def _tie(self, subject: str, relation: Relation, other: str) -> TieEvidence | None:
        found = self._base.tie(subject, relation, other)
        if found is None:
            return None
        cleared = self._clear.of(found)
        stated = replace(cleared.edge, articles=len(cleared.told))
        return replace(cleared, edge=stated) if cleared.told or cleared.edge.lists else None

    def map(self, where: Where) -> MapView:
        """Return the places of the events asked for; no claims of control."""
        asked = Question(type=where.type, actor=where.actor, after=where.first, before=where.last)
        return MapView(self._search.placed(asked).places, ())

    def places(self, place_ids: Sequence[str]) -> Mapping[str, Place]:
        """Return places by id; those not held are left out."""
        return self._base.places([one for one in place_ids if one not in self._clear.hidden.places])

    def place(self, place_id: str, where: Where, page: int) -> tuple[Place, Part[EventLine]]:
        """Return a place and a page of its events, newest first. Raises NotFoundError."""
        place, _ = self._base.place(place_id, where, 1)
        question = Question(type=where.type, actor=where.actor, after=where.first, before=where.last, place=place_id, page=page)
        found = self._search.ask(question)
        if not found.total:
            raise NotFoundError("place", place_id)
        return place, Part(found.events, page, question.size, found.total)

    def contradictions(self, kind: str | None, *, loud: bool, page: int) -> Part[Disputed]:
        """Return a page of the contradictions, alarms first."""
        return self._clear.of(self._base.contradictions(kind, loud=loud, page=page))

    def contradiction(self, contradiction_id: str) -> Disputed:
        """Return a contradiction with the event it is about. Raises NotFoundError."""
        found = self._base.contradiction(contradiction_id)
        if self._clear.hides(found[0]):
            raise NotFoundError("contradiction", contradiction_id)
        event = None if found[1] is None or self._clear.hides(found[1]) else self._clear.of(found[1])
        return found[0], event

    def contradiction_kinds(self, *, loud: bool) -> Mapping[str, int]:
        """Return how many contradictions there are of each kind, most first."""
        return self._base.contradiction_kinds(loud=loud)

    def copies(self, page: int) -> Part[CopyLine]:
        """Return a page of the copies with both articles."""
        return self._clear.of(self._base.copies(page))

    def copies_among(self, article_ids: Sequence[str]) -> tuple[Copy, ...]:
        """Return the copies whose both articles are among these."""
        return self._clear.of(self._base.copies_among(article_ids))

    def series(self, page: int) -> Part[CountedSeries]:
        """Return a page of the series, longest first."""
        part = self._base.series(page)
        return replace(part, shown=tuple(cleared for one in part.shown if (cleared := self._counted(one)) is not None))

    def one_series(self, series_id: str) -> CountedSeries:
        """Return a series by its id. Raises NotFoundError."""
        cleared = self._counted(self._base.one_series(series_id))
        if cleared is None:
            raise NotFoundError("series", series_id)
        return cleared

    def _counted(self, counted: CountedSeries) -> CountedSeries | None:
        """Return a series without hidden figures and what follows from them, ``None`` where none is left."""
        view = counted.view
        figures = tuple(one for one in view.figures if one.article.id not in self._clear.hidden.articles)
        if len(figures) == len(view.figures):
            return self._clear.of(counted)
        kept = {one.figure.id for one in figures}
        derived = tuple(one for one in view.series.derived if kept.issuperset(one.figures))
        series = replace(view.series, figures=tuple(one.figure.id for one in figures), derived=derived, faults=())
        own = tuple(one for one in counted.own if one.figure_id in kept)
        return self._clear.of(replace(counted, view=replace(view, series=series, figures=figures), own=own)) if figures else None

    def roles(self, actor_id: str) -> tuple[RolesByMonth, ...]:  # noqa: ARG002 (as the contract has it)
        """Return nothing: the counts of an actor's events would tell of hidden ones."""
        return ()

    def speaker(self, name: str) -> Record:
        """Return how the claims that go back to a speaker fared, without hidden events."""
        return self._clear.of(self._record(name, RootKind.SPEAKER) or self._base.speaker(name))

    def _record(self, name: str, kind: RootKind) -> Record | None:
        with reading(self._engine) as connection:
            return cleared_record(connection, name, kind, self._clear.hidden)

    def accusations(self, actor_id: str) -> tuple[ClaimView, ...]:
        """Return claims that accuse somebody of the newest events in which this actor is named as who did it."""
        return self._clear.of(self._base.accusations(actor_id))

    def article_list(self, outlet: str | None, page: int) -> Part[ArticleLine]:
        """Return a page of the articles, the last published first."""
        return self._clear.of(self._base.article_list(outlet, page))

    def actor_list(self, kind: str | None, page: int) -> Part[ActorLine]:
        """Return a page of the actors by name."""
        part = self._base.actor_list(kind, page)
        return replace(part, shown=tuple(one for one in part.shown if one.id not in self._clear.hidden.actors))

    def capture_list(self, page: int) -> Part[Capture]:
        """Return a page of the captures, by name."""
        return self._clear.of(self._base.capture_list(page))

    def capture(self, sha256: str) -> Capture:
        """Return one capture. Raises NotFoundError."""
        self._check(sha256)
        return self._base.capture(sha256)

    def content(self, sha256: str) -> bytes:
        """Return a capture's bytes. Raises NotFoundError, and LedgerError where they are damaged."""
        self._check(sha256)
        return self._base.content(sha256)

    def withholds(self, sha256: str) -> bool:
        """Return whether a capture must not be shown as it is."""
        return sha256 in self._clear.hidden.captures or self._base.withholds(sha256)

    def articles(self, article_ids: Sequence[str]) -> Mapping[str, Article]:
        """Return articles by id; those not held are left out."""
        return self._base.articles([one for one in article_ids if one not in self._clear.hidden.articles])

    def versions(self, article_id: str) -> Versions:
        """Return all wordings of an article, oldest first. Raises NotFoundError."""
        if article_id in self._clear.hidden.articles:
            raise NotFoundError("article", article_id)
        found = self._clear.of(self._base.versions(article_id))
        return replace(found, versions=tuple(replace(one, changes=()) if n == 0 else one for n, one in enumerate(found.versions)))

    def _check_actors(self, names: Iterable[str]) -> None:
        """Raise NotFoundError where one of these names is no actor that may be seen."""
        with reading(self._engine) as connection:
            for name in names:
                seen_actor(connection, name, self._clear.hidden)

    def _check(self, sha256: str) -> None:
        if sha256 in self._clear.hidden.captures:
            raise NotFoundError("capture", sha256)
