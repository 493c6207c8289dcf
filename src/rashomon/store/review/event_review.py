"""All that a person needs to correct one event: as it stands, as the machine made it, and what others decided."""

from collections.abc import Iterable

from sqlalchemy import Connection, and_, select

from rashomon.linking.corrections.standing import conflicts, standing
from rashomon.model.reading import Account, Claim, Figure, Reading
from rashomon.model.words import Verdict
from rashomon.store.event_page import event_page
from rashomon.store.lines import EVENT_COLUMNS, event_lines
from rashomon.store.review.audit import log_about
from rashomon.store.review.queue import waiting_of
from rashomon.store.review.views import EventReview, Logged, Words
from rashomon.store.shelf import Shelf, take
from rashomon.store.tables import event_actors, event_places, events
from rashomon.store.views import EventLine, EventView

#: So many other events are offered for merging.
_NEAR = 6


def event_review(connection: Connection, event_id: str) -> EventReview:
    """Return what a person needs to correct one event. Raises NotFoundError."""
    view = event_page(connection, event_id)
    shelf = take(connection, {told.article.id for told in view.accounts} | {one.article.id for one in view.claims})
    log = _about(log_about(connection, _targets(view), set(shelf.articles) | _of_event(view)), view, shelf)
    kept = [logged.decision for logged in log]
    accounts, claims, figures = _machine(log)
    return EventReview(
        view,
        waiting_of(connection, view.event.id),
        accounts,
        claims,
        figures,
        {article_id: article.text for article_id, article in shelf.articles.items()},
        {article_id: _entities(shelf, reading) for article_id, reading in shelf.readings.items()},
        log,
        conflicts(standing(kept)),
        tuple(one for one in log if one.stands and one.decision.verdict == Verdict.REJECT and not one.decision.undoes),
        _near(connection, view),
    )


def _of_event(view: EventView) -> set[str]:
    return {told.article.id for told in view.accounts}


def _targets(view: EventView) -> set[str]:
    found = {view.event.id, *view.event.accounts}
    found |= {one.claim.id for one in view.claims}
    return found | {one.figure.id for one in view.figures}


def _about(log: Iterable[Logged], view: EventView, shelf: Shelf) -> tuple[Logged, ...]:
    """Return the decisions on this event or what is in it, not those on other events of the same articles."""
    ids, several = _targets(view), tuple(log)
    known = {logged.decision.id: logged.decision for logged in several}
    keys = {f"{filler.span.article_id}/{filler.key}" for told in view.accounts for filler in told.account.fillers}
    wanted = ids | keys | set(shelf.articles)
    types = {told.account.type for told in view.accounts}

    def is_about(logged: Logged) -> bool:
        decision = known.get(logged.decision.undoes or "", logged.decision)
        anchored = {account.id for account in (*decision.anchor.accounts, *decision.anchor.others)}
        figure = decision.anchor.figure
        about = decision.anchor.claim.about if decision.anchor.claim is not None else ()
        belongs = {figure.account} if figure is not None else set()
        lost = logged.look in shelf.articles and any(account.type in types for account in decision.anchor.accounts)
        return lost or bool({decision.target, *anchored, *about, *belongs} & wanted)

    return tuple(logged for logged in several if is_about(logged))


def _machine(log: Iterable[Logged]) -> tuple[dict[str, Account], dict[str, Claim], dict[str, Figure]]:
    """Return what the machine had made of everything that people decided on, by id."""
    accounts: dict[str, Account] = {}
    claims: dict[str, Claim] = {}
    figures: dict[str, Figure] = {}
    for logged in log:
        anchor = logged.decision.anchor
        accounts |= {account.id: account for account in anchor.accounts}
        claims |= {claim.id: claim for claim in (anchor.claim,) if claim is not None}
        figures |= {figure.id: figure for figure in (anchor.figure,) if figure is not None}
    return accounts, claims, figures


def _entities(shelf: Shelf, reading: Reading) -> tuple[Words, ...]:
    """Return the words that a role may be filled with: of every entity its best mention, by name."""
    text = shelf.articles[reading.article_id].text
    best = (mention for (article_id, _), mention in shelf.mentions.items() if article_id == reading.article_id)
    spans = ((mention.span.start, mention.span.end) for mention in best)
    named = (Words(start, end, " ".join(text[start:end].split())) for start, end in spans)
    return tuple(sorted(named, key=lambda words: (words.label.casefold(), words.start)))


def _near(connection: Connection, view: EventView) -> tuple[EventLine, ...]:
    """Return other events of the same month that share a place or an actor, those of the same type first."""
    event, day = view.event, view.event.date
    if day is None:
        return ()
    first = day.first or day.last
    there = select(event_places.c.event_id).where(event_places.c.place_id.in_({one.value for one in event.places}))
    acting = {one.value for one in (*event.agents, *event.patients)}
    did = select(event_actors.c.event_id).where(event_actors.c.actor_id.in_(acting))
    asked = select(*EVENT_COLUMNS).where(
        and_(events.c.id != event.id, events.c.month == str(first)[:7], events.c.id.in_(there.union(did)))
    )
    return event_lines(connection, asked.order_by(events.c.type != event.type, events.c.day, events.c.id).limit(_NEAR))
