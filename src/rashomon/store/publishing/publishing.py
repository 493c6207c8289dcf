"""Events for publishing, batch by batch."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Engine

from rashomon.linking.contract import Source
from rashomon.model.actors import Actor
from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Linked
from rashomon.model.marks import Mark
from rashomon.model.sources import Capture
from rashomon.store.captures import all_captures
from rashomon.store.database import reading
from rashomon.store.publishing.actors import PublishedActor, named_actors, published_actors
from rashomon.store.publishing.batches import published, told_shared
from rashomon.store.publishing.beside import Beside
from rashomon.store.publishing.briefs import BriefStore
from rashomon.store.publishing.contract import PublishedEvent, Selection
from rashomon.store.publishing.kept import Kept, PublishedArticle, kept_of, number_of, published_articles
from rashomon.store.publishing.marking import restricted_captures
from rashomon.store.publishing.sharing import restricted_articles, shared_linked, shared_sources
from rashomon.store.readings import batches
from rashomon.store.search.searching import Searching
from rashomon.store.search.telling import ToldEvent
from rashomon.store.withholding import captures_without

#: Events that are in memory at a time; fewer at first, since a feed takes no more.
BATCH, FIRST = 200, 50


class PublishingStore:
    """What one ledger gives out. Keeps to `rashomon.store.publishing.contract.Publishing`.

    Args:
        engine: of the ledger's file.

        search: finds what answers the question.
    """

    def __init__(self, engine: Engine, search: Searching) -> None:
        self._engine = engine
        self._search = search

    @property
    def briefs(self) -> BriefStore:
        """Briefs that were given out."""
        return BriefStore(self._engine)

    @property
    def beside(self) -> Beside:
        """What a brief tells beside events."""
        return Beside(self._engine)

    def events(self, selection: Selection, *, said: bool = True) -> Iterator[PublishedEvent]:
        """Yield the events of a selection in the question's order, without ``said`` without their claims and figures."""
        grades = self._search.grades
        for numbers, hidden in self._batches(selection):
            with reading(self._engine) as connection:
                batch = published(connection, numbers, hidden, grades, said=said)
            yield from batch

    def event(self, event_or_account_id: str, clearance: Mark) -> PublishedEvent:
        """Return one event by its id or an account's. Raises NotFoundError, also where nothing of it may be told."""
        with reading(self._engine) as connection:
            number = number_of(connection, event_or_account_id)
            found = published(connection, [number], restricted_articles(connection, clearance), self._search.grades)
        if not found:
            raise NotFoundError("event", event_or_account_id)
        return found[0]

    def all_told(self, selection: Selection) -> Iterator[ToldEvent]:
        """Yield the events of a selection with their accounts, in the question's order."""
        for numbers, hidden in self._batches(selection):
            with reading(self._engine) as connection:
                batch = told_shared(connection, numbers, hidden)[0]
            yield from batch

    def told(self, selection: Selection, at_most: int) -> tuple[ToldEvent, ...]:
        """Return the question's page of a selection with at most so many accounts of each event."""
        size = max(1, selection.question.size)
        skip = (max(1, selection.question.page) - 1) * size
        numbers = self._search.numbers(selection.question)[skip : skip + size]
        with reading(self._engine) as connection:
            return told_shared(connection, numbers, restricted_articles(connection, selection.clearance), at_most)[0]

    def _batches(self, selection: Selection) -> Iterator[tuple[list[int], frozenset[str]]]:
        """Yield row numbers of events and the articles that may not be told, a batch at a time."""
        numbers = self._search.numbers(selection.question)
        with reading(self._engine) as connection:
            hidden = restricted_articles(connection, selection.clearance)
        yield numbers[:FIRST], hidden
        for begin in range(FIRST, len(numbers), BATCH):
            yield numbers[begin : begin + BATCH], hidden

    def actors(self, actor_ids: Iterable[str], clearance: Mark) -> Iterator[PublishedActor]:
        """Yield these actors by id with their ties; private persons are left out at either end."""
        for ids in batches(sorted(set(actor_ids))):
            with reading(self._engine) as connection:
                batch = tuple(published_actors(connection, ids, clearance))
            yield from batch

    def named(self, actor_ids: Iterable[str], clearance: Mark) -> dict[str, Actor]:
        """Return those of these actors that may be named, by id, with the names that may be shared."""
        with reading(self._engine) as connection:
            hidden = restricted_articles(connection, clearance)
            return {actor.id: actor for actor in named_actors(connection, actor_ids, hidden)}

    def articles(self, article_ids: Iterable[str], clearance: Mark) -> Iterator[PublishedArticle]:
        """Yield these articles by id; those of captures marked above the clearance are left out."""
        for ids in batches(sorted(set(article_ids))):
            with reading(self._engine) as connection:
                batch = published_articles(connection, ids, clearance)
            yield from batch

    def kept(self, article_ids: Iterable[str], clearance: Mark) -> dict[str, Kept]:
        """Return where these articles come from, by their ids, without their texts."""
        with reading(self._engine) as connection:
            return kept_of(connection, article_ids, clearance)

    def captures(self, clearance: Mark) -> tuple[Capture, ...]:
        """Return the captures that may be shared, by name then digest, without names that spell private persons."""
        with reading(self._engine) as connection:
            above = restricted_captures(connection, clearance)
            return captures_without(connection, (one for one in all_captures(connection) if one.sha256 not in above))

    def sources(self, clearance: Mark) -> Iterator[Source]:
        """Yield articles with their readings as far as they may be shared, sorted by article id."""
        return shared_sources(self._engine, clearance)

    def linked(self, clearance: Mark) -> Linked:
        """Return what linking made of what may be shared."""
        with reading(self._engine) as connection:
            return shared_linked(connection, clearance)
