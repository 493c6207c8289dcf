"""One actor: its names, ties, events, and what it said or is said to have said."""

from dataclasses import replace

from sqlalchemy import Connection, or_, select

from rashomon.model.actors import Actor
from rashomon.model.errors import NotFoundError
from rashomon.store.codec import decode
from rashomon.store.histories import actor_history
from rashomon.store.lines import EVENT_COLUMNS, article_lines, event_lines
from rashomon.store.pages.newest import newest_articles, newest_events, newest_telling
from rashomon.store.pages.origins import withheld_among
from rashomon.store.passages import claim_view, tie_view
from rashomon.store.shelf import Shelf, take
from rashomon.store.tables import actor_names, actors, events
from rashomon.store.views import ActorView, ClaimView, TieView
from rashomon.text.folding import fold

#: The newest so many events and articles stand on one page, and claims and ties of so many articles.
AT_MOST, SPEAKING = 120, 30


def find_actor(connection: Connection, name_or_id: str) -> Actor:
    """Return an actor by id, by canonical name, or by a name folded; an unambiguous alias goes before an ambiguous one.

    Raises:
        NotFoundError: no actor of the ledger is called so, or it is a private person.
    """
    shown = select(actors.c.content).where(~actors.c.withheld)
    exact = shown.where(or_(actors.c.id == name_or_id, actors.c.name == name_or_id)).order_by(actors.c.id)
    loose = (
        shown.join(actor_names, actor_names.c.actor_id == actors.c.id)
        .where(actor_names.c.folded == fold(name_or_id))
        .order_by(actor_names.c.rank, actors.c.name, actors.c.id)
    )
    content = connection.scalars(exact.limit(1)).first() or connection.scalars(loose.limit(1)).first()
    if content is None:
        raise NotFoundError("actor", name_or_id)
    return decode(Actor, content)


def actor_page(connection: Connection, name_or_id: str) -> ActorView:
    """Return an actor's page, newest first throughout. Raises NotFoundError."""
    actor = _untied(connection, find_actor(connection, name_or_id))
    shelf = take(connection, newest_telling(connection, actor.id, SPEAKING))
    wanted = newest_articles(connection, actor.id, AT_MOST)
    ids = newest_events(connection, actor.id, AT_MOST)
    held = {line.id: line for line in event_lines(connection, select(*EVENT_COLUMNS).where(events.c.id.in_(ids)))}
    lines = article_lines(connection, wanted)
    ties = _ties(shelf, actor.id)
    return ActorView(
        actor,
        ties=ties,
        events=tuple(held[event_id] for event_id in ids),
        claims=_claims(shelf, actor.id),
        articles=tuple(lines[article_id] for article_id in wanted),
        history=actor_history(connection, actor, ties),
    )


def _untied(connection: Connection, actor: Actor) -> Actor:
    """Return an actor without its listed ties to private persons."""
    private = withheld_among(connection, {end for tie in actor.ties for end in (tie.subject, tie.object)})
    return replace(actor, ties=tuple(tie for tie in actor.ties if private.isdisjoint((tie.subject, tie.object))))


def _ties(shelf: Shelf, actor_id: str) -> tuple[TieView, ...]:
    views = (tie_view(shelf, tie) for article_id in reversed(shelf.lines) for tie in shelf.readings[article_id].ties)
    return tuple(view for view in views if actor_id in {view.subject.id, view.object.id})


def _claims(shelf: Shelf, actor_id: str) -> tuple[ClaimView, ...]:
    views = (claim_view(shelf, claim) for article_id in reversed(shelf.lines) for claim in shelf.readings[article_id].claims)
    return tuple(view for view in views if view.source.id == actor_id)
