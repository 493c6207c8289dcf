"""The ledger for a clearance. Keeps to `rashomon.store.contract.Questions`; what is hidden is not found."""

from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine

from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Contradiction, Copy, Event
from rashomon.model.marks import Mark
from rashomon.store.cleared.filtering import Clearing
from rashomon.store.cleared.hidden import Hidden
from rashomon.store.cleared.naming import seen_actor
from rashomon.store.cleared.pages import ClearedPages
from rashomon.store.cleared.searching import ClearedSearching
from rashomon.store.contract import Questions
from rashomon.store.database import reading
from rashomon.store.desk import DeskStore
from rashomon.store.link_view import LinkView
from rashomon.store.search.searching import Searching
from rashomon.store.search.views import Answer
from rashomon.store.status import LedgerStatus
from rashomon.store.today.today import TodayStore
from rashomon.store.today.views import News
from rashomon.store.views import ActorView, ArticleView, ContainedView, EventLine, EventView, Question, SeriesView


class ClearedToday(TodayStore):
    """What is new, without what is hidden."""

    def __init__(self, engine: Engine, clearing: Clearing) -> None:
        super().__init__(engine)
        self._clear = clearing

    def news(self, since: str | None, now: datetime) -> News:
        """Return what came after a moment; sentences about series that do not add up are left out."""
        return self._clear.of(replace(super().news(since, now), misfits=()))


class ClearedDesk(DeskStore):
    """What the desk searches and shows as new, without what is hidden."""

    def __init__(self, engine: Engine, lists: Path, base: Searching, clearing: Clearing) -> None:
        super().__init__(engine, lists)
        self._base = base
        self._clearing = clearing
        self.today = ClearedToday(engine, clearing)

    @cached_property
    def search(self) -> Searching:
        """Search over what may be seen."""
        return ClearedSearching(self._engine, self._lists, self._base, self._clearing)


class ClearedLedger:
    """What one clearance may see of a ledger.

    Args:
        base: the whole.

        engine: of its file; ``lists`` the folder of its own lists.

        hidden: what is kept from the clearance.
    """

    def __init__(self, base: Questions, engine: Engine, lists: Path, hidden: Hidden) -> None:
        self._base = base
        self._engine = engine
        self._hidden = hidden
        self._clear = Clearing(hidden)
        self.desk: DeskStore = ClearedDesk(engine, lists, base.desk.search, self._clear)
        self.pages = ClearedPages(base.pages, engine, self._clear, self.desk.search)

    def cleared(self, clearance: Mark) -> Questions:
        """Return what a lesser clearance may see."""
        return self._base.cleared(clearance)

    def ask(self, question: Question) -> Answer:
        """Answer a question with events, articles, actors and facets."""
        return self.desk.search.ask(question)

    def event(self, event_id: str) -> EventView:
        """Return an event by its id or the id of one of its accounts. Raises NotFoundError."""
        if event_id in self._hidden.accounts:
            raise NotFoundError("event", event_id)
        view = self._base.event(event_id)
        if self._clear.hides(view.line):
            raise NotFoundError("event", event_id)
        shown = self._clear.of(view)
        told = {one.account.id for one in shown.accounts} | {one.id for one in shown.roots}
        names = {key: name for key, name in view.names.items() if key in told | _named(shown.event)}
        return replace(
            shown,
            names=names,
            figures=tuple(one for one in shown.figures if one.article.id not in self._hidden.articles),
            parts=self._told_whole(view, shown.parts),
            wholes=self._told_whole(view, shown.wholes),
        )

    def _told_whole(self, view: EventView, several: tuple[ContainedView, ...]) -> tuple[ContainedView, ...]:
        """Return those links between sums and single events that rest on nothing hidden."""
        changed = self._hidden.changed
        return tuple(one for one in several if view.line.id not in changed and one.event.id not in changed)

    def actor_page(self, name_or_id: str) -> ActorView:
        """Return an actor by id, name or alias (folded). Raises NotFoundError."""
        with reading(self._engine) as connection:
            actor = seen_actor(connection, name_or_id, self._hidden)
        shown = self._clear.of(self._base.actor_page(actor.id))
        return replace(
            shown, history=tuple(one for one in shown.history if one.witnesses and one.event_id not in self._hidden.events)
        )

    def article_page(self, article_id: str) -> ArticleView:
        """Return an article with everything found in it. Raises NotFoundError."""
        if article_id in self._hidden.articles:
            raise NotFoundError("article", article_id)
        return self._clear.of(self._base.article_page(article_id))

    def links(self, article_id: str) -> tuple[LinkView, ...]:
        """Return what an article's entities are linked to, actors then places, and why. Raises NotFoundError."""
        if article_id in self._hidden.articles:
            raise NotFoundError("article", article_id)
        return self._base.links(article_id)

    def series(self) -> tuple[SeriesView, ...]:
        """Return all series, longest first, without hidden figures."""
        pages = range(1, self._base.pages.series(1).pages + 1)
        return tuple(one.view for page in pages for one in self.pages.series(page).shown)

    def contradictions(self) -> tuple[tuple[Contradiction, EventLine | None], ...]:
        """Return all contradictions with the event they are about, alarms first."""
        return self._clear.of(self._base.contradictions())

    def copies(self) -> tuple[Copy, ...]:
        """Return all copies."""
        return self._clear.of(self._base.copies())

    def status(self) -> LedgerStatus:
        """Return counts, captures, faults and what is unread; the counts are those of the whole."""
        return self._clear.of(self._base.status())


def _named(event: Event) -> set[str]:
    return {one.value for one in (*event.agents, *event.patients, *event.places)}
