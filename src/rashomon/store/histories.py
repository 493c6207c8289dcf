"""What the ledger knows of an actor through time: its listed ties, the ties articles state, and what was done to it."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, select

from rashomon.linking.actors.histories import TOLD_TYPES, VIOLENT, Told, ToldEvent, ToldTie, history, says_death
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.histories import HistoryLine, Witness
from rashomon.model.words import ActorKind, Role, Stance
from rashomon.store.event_page import event_page
from rashomon.store.lines import newest_first
from rashomon.store.passages import claim_view, in_order
from rashomon.store.shelf import NO_OUTLET, take
from rashomon.store.tables import actor_links, articles, event_actors, events
from rashomon.store.views import AccountView, ArticleLine, ClaimView, EventView, Quote, TieView
from rashomon.text.folding import fold

#: The newest so many events are looked through, and so many articles for denials.
AT_MOST, ARTICLES = 60, 60
_DENYING = frozenset({Stance.DENIES, Stance.DOUBTS})


def actor_history(connection: Connection, actor: Actor, ties: Iterable[TieView]) -> tuple[HistoryLine, ...]:
    """Return all that is said of an actor, earliest first.

    Args:
        connection: the ledger.

        actor: the actor with its listed ties.

        ties: ties of articles in which the actor is an end.
    """
    done = (event_page(connection, event_id) for event_id in _suffered(connection, actor))
    denials = _denials(connection, actor) if actor.kind == ActorKind.PERSON else ()
    return history(actor, _ties(actor, ties), (_event(actor, view) for view in done), denials)


def _denials(connection: Connection, actor: Actor) -> Iterator[Witness]:
    """Yield those who deny a death in a sentence that names the actor, in the newest articles that name it."""
    linked = select(actor_links.c.article_id).where(actor_links.c.actor_id == actor.id)
    newest = articles.c.published.is_(None), articles.c.published.desc(), articles.c.id
    named = select(articles.c.id).where(articles.c.id.in_(linked)).order_by(*newest).limit(ARTICLES)
    shelf = take(connection, connection.scalars(named))
    names = {fold(name) for name in (actor.name, *(alias.text for alias in actor.aliases))} - {""}
    for reading in in_order(shelf, shelf.readings):
        for view in (claim_view(shelf, claim) for claim in reading.claims if claim.stance in _DENYING):
            sentence = fold(view.quote.context)
            if says_death(view.quote.context) and any(name in sentence for name in names):
                yield _denial(view)


def _suffered(connection: Connection, actor: Actor) -> tuple[str, ...]:
    """Return the newest events of the types that tell of a fate, in which something was done to the actor; only persons die."""
    types = TOLD_TYPES if actor.kind == ActorKind.PERSON else TOLD_TYPES - VIOLENT
    acted = select(event_actors.c.event_id).where(event_actors.c.actor_id == actor.id, event_actors.c.role == Role.PATIENT)
    asked = select(events.c.id).where(events.c.id.in_(acted), events.c.type.in_(sorted(types)))
    return tuple(connection.scalars(newest_first(asked).limit(AT_MOST)))


def _ties(actor: Actor, views: Iterable[TieView]) -> Iterator[ToldTie]:
    for view in views:
        ends = [actor.name if end.id == actor.id else end.name for end in (view.subject, view.object)]
        witness = _witness(view.article.outlet, view.article, view.quote)
        yield ToldTie(ends[0], view.tie.relation, ends[1], view.tie.valid, witness)


def _event(actor: Actor, view: EventView) -> ToldEvent:
    accounts = tuple(_told(one) for one in view.accounts if _suffers(actor, one))
    denials = tuple(_denial(claim) for claim in view.claims if claim.claim.stance in _DENYING)
    return ToldEvent(view.event.id, view.event.type, view.line.title, view.event.date, accounts, denials)


def _suffers(actor: Actor, view: AccountView) -> bool:
    """Return whether it is done to the actor, or a death is told in words that name it."""
    if any(named.id == actor.id for named in view.patients):
        return True
    return actor.kind == ActorKind.PERSON and says_death(view.quote.words) and fold(actor.name) in fold(view.quote.words)


def _told(view: AccountView) -> Told:
    name = view.root.name if view.root is not None else view.article.outlet
    return Told(view.account.status, view.account.killed, view.quote.words, _witness(name, view.article, view.quote))


def _denial(view: ClaimView) -> Witness:
    found = _witness(view.source.name, view.article, view.quote)
    return Witness(found.name, True, found.article_id, found.start, found.end, found.day)


def _witness(name: str | None, article: ArticleLine, quote: Quote) -> Witness:
    return Witness(name or NO_OUTLET, False, article.id, quote.start, quote.end, _day(article.published))


def _day(published: str | None) -> date | None:
    """Return the first day that a date of publication means."""
    return None if published is None else DateInterval.parse(published).first
