"""The walk that every graph form takes through a ledger, in flat memory: events, then actors with their ties, then articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Generic, Protocol, TypeVar

from rashomon.exports.contract import Order
from rashomon.exports.graphs.gathered import Gathered, named_in
from rashomon.exports.graphs.said import articles_of
from rashomon.model.actors import Actor
from rashomon.model.places import Place
from rashomon.model.words import SYMMETRIC, ActorKind, Relation
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.actors import PublishedTie
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.publishing.kept import Kept, PublishedArticle

T_co = TypeVar("T_co", covariant=True)
#: Events that are in memory at a time.
BATCH = 50


@dataclass(frozen=True, slots=True)
class Around:
    """What is at hand while an event is shaped.

    Args:
        kept: where its articles come from, by their ids.

        actors: the actors that may be named, by id; private persons are missing.
    """

    kept: Mapping[str, Kept]
    actors: Mapping[str, Actor]


class Shape(Protocol[T_co]):
    """What a graph form makes of each thing. Each is asked for once."""

    def place(self, place: Place) -> Iterable[T_co]:
        """Return a place."""
        ...

    def event(self, event: PublishedEvent, around: Around) -> Iterable[T_co]:
        """Return an event with what is said about it; its actors, places and articles have their own turn."""
        ...

    def actor(self, actor: Actor, grade: str | None) -> Iterable[T_co]:
        """Return an actor, with its letter where it is a graded outlet."""
        ...

    def tie(self, tie: PublishedTie, actors: Mapping[str, Actor], grades: Mapping[str, str]) -> Iterable[T_co]:
        """Return a tie; ``actors`` holds both ends by id, ``grades`` the letters of outlets by name."""
        ...

    def article(self, published: PublishedArticle, told: Iterable[tuple[str, bool]], grade: str | None) -> Iterable[T_co]:
        """Return an article; ``told`` are the ids of its events, each with whether nobody says that it happened.

        It may tell none, and only state a tie.
        """
        ...


def walk(ledger: Ledger, order: Order, shape: Shape[T_co]) -> Iterator[T_co]:
    """Yield what a shape makes of all that an order asks for. Actors come by id, articles by id, events in the order's order."""
    return _Walk(ledger, order, shape).all()


class _Walk(Generic[T_co]):
    """One walk through a ledger; remembers little more than names."""

    def __init__(self, ledger: Ledger, order: Order, shape: Shape[T_co]) -> None:
        self._publishing = ledger.publishing
        self._order = order
        self._clearance = order.selection.clearance
        self._shape = shape
        self._gathered = Gathered()

    def all(self) -> Iterator[T_co]:
        """Yield everything."""
        yield from self._events()
        yield from self._actors()
        yield from self._articles()

    def _events(self) -> Iterator[T_co]:
        events = self._publishing.events(self._order.selection)
        while batch := tuple(islice(events, BATCH)):
            around = Around(
                self._publishing.kept({one for event in batch for one in articles_of(event)}, self._clearance),
                self._publishing.named({one for event in batch for one in named_in(event)}, self._clearance),
            )
            for event in batch:
                for place in event.places.values():
                    yield from () if place.id in self._gathered.places else self._shape.place(place)
                self._gathered.add(event, around.actors)
                yield from self._shape.event(event, around)

    def _actors(self) -> Iterator[T_co]:
        """Yield all actors of the graph with their ties, those at the other ends, and outlets that are no such actor."""
        graph = frozenset(self._gathered.actors)
        grades = {name: grade for name, grade in self._gathered.outlets.items() if grade is not None}
        outlets = {Actor(name, ActorKind.OUTLET).id: name for name in self._gathered.outlets}
        beyond = set[str]()
        for published in self._publishing.actors(graph, self._clearance):
            yield from self._shape.actor(published.actor, grades.get(outlets.pop(published.actor.id, "")))
            ties = [tie for tie in published.ties if _told_here(tie, published.actor.id, graph)]
            ends = {end for tie in ties for end in (tie.subject, tie.object)}
            actors = self._publishing.named(ends, self._clearance) if ends else {}
            for tie in ties:
                self._cite(tie)
                yield from self._shape.tie(tie, actors, grades)
            beyond |= ends - graph
        for actor in sorted(self._publishing.named(beyond, self._clearance).values(), key=lambda actor: actor.id):
            yield from self._shape.actor(actor, grades.get(outlets.pop(actor.id, "")))
        for _, name in sorted(outlets.items()):
            yield from self._shape.actor(Actor(name, ActorKind.OUTLET), grades.get(name))

    def _cite(self, tie: PublishedTie) -> None:
        for told in tie.told:
            self._gathered.cite(told.tie.article.id)

    def _articles(self) -> Iterator[T_co]:
        for batch in self._gathered.articles():
            for published in self._publishing.articles(batch, self._clearance):
                grade = self._gathered.outlets.get(published.line.outlet or "")
                yield from self._shape.article(published, batch[published.line.id], grade)


def _told_here(tie: PublishedTie, actor: str, graph: frozenset[str]) -> bool:
    """Return whether a tie is written with this actor: each once; of those from elsewhere, who leads and what holds both ways."""
    return tie.subject == actor or (tie.subject not in graph and (tie.relation == Relation.LEADS or tie.relation in SYMMETRIC))
