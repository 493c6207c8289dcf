"""What the ledger knows of an actor through time: its listed ties, the ties articles state, and what was done to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from rashomon.linking.actors.histories import TOLD_TYPES, VIOLENT, Told, ToldEvent, ToldTie, history, says_death
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.histories import HistoryLine, Witness
from rashomon.model.ledger import Root
from rashomon.model.words import ActorKind, EventType, Role, Stance
from rashomon.store.lines import EVENT_COLUMNS, event_lines
from rashomon.store.pages.newest import newest_articles, newest_events
from rashomon.store.pages.origins import bare_roots
from rashomon.store.passages import account_view, claim_view, in_order
from rashomon.store.shelf import NO_OUTLET, Shelf, take
from rashomon.store.tables import event_accounts, events, findings
from rashomon.store.views import AccountView, ArticleLine, ClaimView, EventLine, Quote, TieView
from rashomon.text.folding import fold

#: The newest so many events are looked through, so many accounts of each, and so many articles for denials.
AT_MOST, ACCOUNTS, ARTICLES = 40, 6, 60
_DENYING = frozenset({Stance.DENIES, Stance.DOUBTS})
_Row = Row[*tuple[Any, ...]]


def actor_history(connection: Connection, actor: Actor, ties: Iterable[TieView]) -> tuple[HistoryLine, ...]:
    """Return all that is said of an actor, earliest first.

    Args:
        connection: the ledger.

        actor: the actor with its listed ties.

        ties: ties of articles in which the actor is an end.
    """
    denials = _denials(connection, actor) if actor.kind == ActorKind.PERSON else ()
    return history(actor, _ties(actor, ties), _suffered(connection, actor), denials)


def _denials(connection: Connection, actor: Actor) -> Iterator[Witness]:
    """Yield those who deny a death in a sentence that names the actor, in the newest articles that name it."""
    named = newest_articles(connection, actor.id, ARTICLES)
    denying = select(findings.c.article_id).where(findings.c.article_id.in_(named), findings.c.kind == "claim")
    shelf = take(connection, connection.scalars(denying.where(findings.c.says.in_(_DENYING))))
    names = {fold(name) for name in (actor.name, *(alias.text for alias in actor.aliases))} - {""}
    for reading in in_order(shelf, shelf.readings):
        for view in (claim_view(shelf, claim) for claim in reading.claims if claim.stance in _DENYING):
            sentence = fold(view.quote.context)
            if says_death(view.quote.context) and any(name in sentence for name in names):
                yield _denial(view)


def _suffered(connection: Connection, actor: Actor) -> Iterator[ToldEvent]:
    """Yield the newest events of the types that tell of a fate, in which something was done to the actor; only persons die."""
    types = TOLD_TYPES if actor.kind == ActorKind.PERSON else TOLD_TYPES - VIOLENT
    ids = newest_events(connection, actor.id, AT_MOST, Role.PATIENT, types)
    lines = {line.id: line for line in event_lines(connection, select(*EVENT_COLUMNS).where(events.c.id.in_(ids)))}
    chosen = _chosen(connection, ids)
    shelf = take(connection, (row.article_id for several in chosen.values() for row in several))
    known = bare_roots(connection, {row.root_id for several in chosen.values() for row in several})
    for event_id in ids:
        root_of = {row.account_id: known.get(row.root_id) for row in chosen[event_id]}
        yield _event(actor, shelf, lines[event_id], root_of)


def _chosen(connection: Connection, ids: Sequence[str]) -> dict[str, list[_Row]]:
    """Return rows of so many accounts of each event, one of every root first."""
    rows = connection.execute(select(event_accounts).where(event_accounts.c.event_id.in_(ids))).all()
    found: dict[str, list[_Row]] = {event_id: [] for event_id in ids}
    seen: set[tuple[str, str | None]] = set()
    later: list[_Row] = []
    for row in rows:
        (later if (row.event_id, row.root_id) in seen else found[row.event_id]).append(row)
        seen.add((row.event_id, row.root_id))
    for row in later:
        found[row.event_id].append(row)
    return {event_id: several[:ACCOUNTS] for event_id, several in found.items()}


def _ties(actor: Actor, views: Iterable[TieView]) -> Iterator[ToldTie]:
    for view in views:
        ends = [actor.name if end.id == actor.id else end.name for end in (view.subject, view.object)]
        witness = _witness(view.article.outlet, view.article, view.quote)
        yield ToldTie(ends[0], view.tie.relation, ends[1], view.tie.valid, witness)


def _event(actor: Actor, shelf: Shelf, line: EventLine, root_of: Mapping[str, Root | None]) -> ToldEvent:
    """Return an event as its accounts tell it, with who denies one of them or a figure of one."""
    read = in_order(shelf, shelf.readings)
    accounts = [account for reading in read for account in reading.accounts if account.id in root_of]
    views = (account_view(shelf, account, root_of[account.id]) for account in accounts)
    where = {account.article_id for account in accounts}
    telling = [reading for reading in read if reading.article_id in where]
    about = root_of.keys() | {figure.id for reading in telling for figure in reading.figures if figure.account in root_of}
    claims = (claim for reading in telling for claim in reading.claims if claim.stance in _DENYING)
    denials = tuple(_denial(claim_view(shelf, claim)) for claim in claims if not about.isdisjoint(claim.about))
    date = None if line.date is None else DateInterval.parse(line.date)
    told = tuple(_told(view) for view in views if _suffers(actor, view))
    return ToldEvent(line.id, EventType(line.type), line.title, date, told, denials)


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
