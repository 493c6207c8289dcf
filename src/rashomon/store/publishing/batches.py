"""A batch of events as they may be published: a handful of queries for all of them together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction, Event, Root
from rashomon.model.places import Place
from rashomon.model.reading import Claim, Figure
from rashomon.model.words import ALARMS, MentionKind, RootKind
from rashomon.store.codec import decode
from rashomon.store.passages import claim_view, figure_view
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.publishing.restricting import line_of, without_accounts
from rashomon.store.readings import batches
from rashomon.store.search.telling import Batch, ToldEvent, batch_at, tell
from rashomon.store.shelf import NO_OUTLET, Shelf
from rashomon.store.tables import actors, articles, captures, contradictions, places
from rashomon.store.views import ClaimView, FigureView
from rashomon.store.withheld import PRIVATE_PERSON
from rashomon.store.withholding import Hidden, contradictions_without, hidden_in, reasons_without


def told_shared(
    connection: Connection, numbers: Sequence[int], hidden: frozenset[str], at_most: int | None = None
) -> tuple[tuple[ToldEvent, ...], Shelf]:
    """Return events without the accounts of some articles and without names that are withheld, and the articles that tell them.

    Args:
        connection: to the ledger.

        numbers: row numbers of the events.

        hidden: ids of articles that may not be told; an event that only they tell is left out.

        at_most: so many accounts of each, one of every root before a second; ``None`` is all.
    """
    batch = _shared(connection, batch_at(connection, numbers), hidden)
    told, shelf = tell(connection, batch, at_most)
    told = _unnamed(connection, told, batch.article_of)
    if not hidden:
        return told, shelf
    return tuple(_uncopied(one, hidden) for one in told), shelf


def published(
    connection: Connection, numbers: Sequence[int], hidden: frozenset[str], grades: Mapping[str, str], *, said: bool = True
) -> tuple[PublishedEvent, ...]:
    """Return events with all that a row of an export needs, in this order; arguments as of `told_shared`.

    Without ``said`` their claims and figures are left out: to look for them is a large part of the work.
    """
    told, shelf = told_shared(connection, numbers, hidden)
    events = [one.event for one in told]
    around = _Around(
        _actors(connection, {one.value for event in events for one in (*event.agents, *event.patients)}, hidden),
        _places(connection, {one.value for event in events for one in event.places}),
        _contradictions(connection, [one.line.id for one in told], hidden),
        _Claims(shelf) if said else None,
        {key: mention.kind for key, mention in shelf.mentions.items()},
        _taken(connection, shelf.articles),
    )
    return tuple(around.published(one, grades) for one in told)


def _taken(connection: Connection, article_ids: Iterable[str]) -> dict[str, str]:
    """Return when the captures of articles were taken, by the articles' ids."""
    asked = select(articles.c.id, captures.c.taken_at).join(captures, captures.c.sha256 == articles.c.capture)
    rows = (row for some in batches(sorted(article_ids)) for row in connection.execute(asked.where(articles.c.id.in_(some))))
    return {row.id: row.taken_at for row in rows}


def _shared(connection: Connection, batch: Batch, hidden: frozenset[str]) -> Batch:
    """Return the batch without the accounts that stand in hidden articles."""
    gone = frozenset(account for account, article_id in batch.article_of.items() if article_id in hidden)
    if not gone:
        return batch
    touched = {key: event for key, event in batch.held.items() if not gone.isdisjoint(event.accounts)}
    names = _names(connection, touched.values())
    clashes = _contradictions(connection, list(touched), hidden)
    held, lines = dict(batch.held), {line.id: line for line in batch.lines}
    for key, event in touched.items():
        left = without_accounts(event, gone, batch.root_of, names.get)
        if left is None:
            del held[key], lines[key]
        else:
            alarms = sum(one.severity in ALARMS for one in clashes.get(key, ()))
            held[key], lines[key] = left, line_of(left, lines[key], names.get, alarms)
    return Batch(
        tuple(lines.values()),
        held,
        {account: article_id for account, article_id in batch.article_of.items() if account not in gone},
        {account: root for account, root in batch.root_of.items() if account not in gone},
        {key: _countries(held[key], countries) for key, countries in batch.countries.items() if key in held},
    )


def _countries(event: Event, countries: Mapping[str, str]) -> dict[str, str]:
    """Return the places that are left with their countries."""
    return {one.value: countries[one.value] for one in event.places if one.value in countries}


def _uncopied(told: ToldEvent, hidden: frozenset[str]) -> ToldEvent:
    """Return an event whose accounts do not say that they repeat a hidden article; what those go back to is their own outlet."""
    views, sources = [], dict(told.sources)
    for view in told.accounts:
        if view.article.copy_of not in hidden:
            views.append(view)
            continue
        own = Root(RootKind.OUTLET, view.article.outlet or NO_OUTLET, ())
        views.append(replace(view, article=replace(view.article, copy_of=None, copy_kind=None), root=own))
        sources[view.account.id] = own.name
    return replace(told, accounts=tuple(views), sources=sources)


def _names(connection: Connection, events: Iterable[Event]) -> dict[str, str]:
    """Return the names of the events' actors and places by id; a private person has none."""
    several = tuple(events)
    whom = {one.value for event in several for one in (*event.agents, *event.patients)}
    named = {key: actor.name for key, actor in _actors(connection, whom).items()}
    return named | {key: place.name for key, place in _places(connection, {o.value for e in several for o in e.places}).items()}


def _actors(connection: Connection, ids: Iterable[str], hidden: frozenset[str] = frozenset()) -> dict[str, Actor]:
    """Return actors by id without names that only hidden articles have; a private person has no name and no aliases."""
    asked = select(actors.c.id, actors.c.content, actors.c.withheld)
    rows = (row for some in batches(sorted(ids)) for row in connection.execute(asked.where(actors.c.id.in_(some))))
    return {row.id: _shown(decode(Actor, row.content), hidden, withheld=row.withheld) for row in rows}


def _shown(actor: Actor, hidden: frozenset[str], *, withheld: bool) -> Actor:
    if withheld:
        return replace(actor, name=PRIVATE_PERSON, aliases=(), sides=(), ties=())
    return replace(actor, aliases=tuple(alias for alias in actor.aliases if alias.source not in hidden)) if hidden else actor


def _places(connection: Connection, ids: Iterable[str]) -> dict[str, Place]:
    asked = select(places.c.id, places.c.content)
    rows = (row for some in batches(sorted(ids)) for row in connection.execute(asked.where(places.c.id.in_(some))))
    return {row.id: decode(Place, row.content) for row in rows}


def _contradictions(
    connection: Connection, event_ids: Sequence[str], hidden: frozenset[str]
) -> dict[str, tuple[Contradiction, ...]]:
    """Return what the accounts of each event do not agree on, alarms first; what has a side in a hidden article is left out."""
    asked = select(contradictions.c.content).where(contradictions.c.event_id.in_(event_ids))
    ordered = asked.order_by(contradictions.c.rank, contradictions.c.kind, contradictions.c.id, contradictions.c.number)
    found = (decode(Contradiction, content) for content in connection.scalars(ordered))
    shared = (one for one in found if hidden.isdisjoint(side.article_id for side in one.positions))
    by_event: dict[str, tuple[Contradiction, ...]] = {}
    for one in contradictions_without(connection, shared):
        key = one.event_id or ""
        by_event[key] = (*by_event.get(key, ()), one)
    return by_event


def _unnamed(connection: Connection, told: tuple[ToldEvent, ...], article_of: Mapping[str, str]) -> tuple[ToldEvent, ...]:
    """Return events whose reasons name no private person of any of their articles, by account, also of those not told."""
    hidden = hidden_in(connection, article_of.values())
    return tuple(_without(one, hidden, article_of) for one in told) if hidden else told


def _without(told: ToldEvent, hidden: Mapping[str, Hidden], article_of: Mapping[str, str]) -> ToldEvent:
    rests = {article_of[account] for account in told.event.accounts if account in article_of}
    names = {name for article_id in rests & hidden.keys() for name in hidden[article_id].names}
    if not names:
        return told
    joins = tuple(replace(join, reasons=reasons_without(join.reasons, names)) for join in told.event.joins)
    return replace(told, event=replace(told.event, joins=joins))


class _Claims:
    """The claims of some articles by what they are about."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._about: dict[str, list[tuple[int, Claim]]] = {}
        self._figures: dict[str, list[Figure]] = {}
        ordered = (shelf.readings[article_id] for article_id in shelf.lines if article_id in shelf.readings)
        for n, claim in enumerate(claim for reading in ordered for claim in reading.claims):
            for ref in claim.about:
                self._about.setdefault(ref, []).append((n, claim))
        for reading in shelf.readings.values():
            for figure in reading.figures:
                if figure.account is not None:
                    self._figures.setdefault(figure.account, []).append(figure)

    def about(self, told: ToldEvent) -> tuple[ClaimView, ...]:
        """Return what is said about an event's accounts and their figures, earliest article first."""
        accounts = [view.account.id for view in told.accounts]
        refs = [*accounts, *(figure.id for account in accounts for figure in self._figures.get(account, ()))]
        found = {n: claim for ref in refs for n, claim in self._about.get(ref, ())}
        return tuple(claim_view(self._shelf, found[n]) for n in sorted(found))

    def figures(self, told: ToldEvent) -> tuple[FigureView, ...]:
        """Return the numbers that an event's accounts give, earliest article first."""
        found = (figure for view in told.accounts for figure in self._figures.get(view.account.id, ()))
        return tuple(figure_view(self._shelf, figure) for figure in found)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the events of one batch."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    clashes: Mapping[str, tuple[Contradiction, ...]]
    claims: _Claims | None
    kinds: Mapping[tuple[str, str], MentionKind]
    taken: Mapping[str, str]

    def published(self, told: ToldEvent, grades: Mapping[str, str]) -> PublishedEvent:
        event = told.event
        outlets = {view.article.outlet for view in told.accounts if view.article.outlet is not None}
        keys = ((view.article.id, filler.key) for view in told.accounts for filler in view.account.fillers)
        return PublishedEvent(
            told,
            actors={one.value: self.actors[one.value] for one in (*event.agents, *event.patients) if one.value in self.actors},
            places={one.value: self.places[one.value] for one in event.places if one.value in self.places},
            grades={outlet: grades[outlet] for outlet in sorted(outlets) if outlet in grades},
            claims=self.claims.about(told) if self.claims is not None else (),
            contradictions=self.clashes.get(told.line.id, ()),
            figures=self.claims.figures(told) if self.claims is not None else (),
            kinds={key: self.kinds[key] for key in keys if key in self.kinds},
            taken={view.article.id: self.taken[view.article.id] for view in told.accounts},
        )
