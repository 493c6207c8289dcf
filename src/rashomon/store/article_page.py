"""One article: its text with everything found in it marked."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, or_, select

from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Copy
from rashomon.model.reading import Account, Claim, Mention, Reading
from rashomon.model.words import ACTOR_KINDS, PLACE_KINDS, MentionKind
from rashomon.store import captures
from rashomon.store.lines import article_lines, event_lines_of_article
from rashomon.store.overview import copy_of
from rashomon.store.passages import claim_view, figure_view, tie_view
from rashomon.store.shelf import Shelf, take
from rashomon.store.tables import copies, event_accounts
from rashomon.store.views import ArticleView, Mark
from rashomon.store.withholding import captures_without, copies_without

_KINDS = {MentionKind.DATE: "date", MentionKind.NUMBER: "number", MentionKind.WEAPON: "wpn"}


def article_page(connection: Connection, article_id: str) -> ArticleView:
    """Return an article with everything found in it.

    ``others`` are the articles it repeats or is repeated by, and those that tell one of its events, earliest first.

    Raises:
        NotFoundError: the ledger does not hold it.
    """
    shelf = take(connection, [article_id])
    if article_id not in shelf.articles:
        raise NotFoundError("article", article_id)
    found = shelf.articles[article_id]
    reading = shelf.readings.get(article_id)
    repeated = _copies(connection, article_id)
    others = _tellers(connection, article_id) | {key for copy in repeated for key in (copy.article_id, copy.original_id)}
    return ArticleView(
        found,
        shelf.lines[article_id],
        captures_without(connection, [captures.capture(connection, found.capture)])[0],
        reading,
        marks=() if reading is None else marks(shelf, reading, _events_told(connection, article_id)),
        copies=repeated,
        claims=() if reading is None else tuple(claim_view(shelf, claim) for claim in reading.claims),
        figures=() if reading is None else tuple(figure_view(shelf, figure) for figure in reading.figures),
        ties=() if reading is None else tuple(tie_view(shelf, tie) for tie in reading.ties),
        events=event_lines_of_article(connection, article_id),
        others=tuple(article_lines(connection, others - {article_id}).values()),
    )


def _copies(connection: Connection, article_id: str) -> tuple[Copy, ...]:
    either = or_(copies.c.article_id == article_id, copies.c.original_id == article_id)
    rows = connection.execute(select(copies).where(either).order_by(copies.c.article_id, copies.c.original_id))
    return copies_without(connection, (copy_of(row) for row in rows))


def _tellers(connection: Connection, article_id: str) -> set[str]:
    """Return the articles that tell one of this article's events."""
    told = select(event_accounts.c.event_id).where(event_accounts.c.article_id == article_id)
    return set(connection.scalars(select(event_accounts.c.article_id).where(event_accounts.c.event_id.in_(told))))


def _events_told(connection: Connection, article_id: str) -> dict[str, str]:
    """Return the event of each of the article's accounts."""
    told = select(event_accounts.c.account_id, event_accounts.c.event_id).where(event_accounts.c.article_id == article_id)
    return {row.account_id: row.event_id for row in connection.execute(told)}


def marks(shelf: Shelf, reading: Reading, events: Mapping[str, str]) -> tuple[Mark, ...]:
    """Return what to highlight, by start, the longer first.

    Args:
        shelf: holds the article and what its entities are linked to.

        reading: what was found in it.

        events: the event that each account is part of, by id; an account without one opens nothing.
    """
    found = [
        *(_mention_mark(shelf, mention) for mention in reading.mentions),
        *(mark for account in reading.accounts for mark in _account_marks(account, events.get(account.id))),
        *(mark for claim in reading.claims for mark in _claim_marks(shelf, claim)),
        *(Mark(figure.span.start, figure.span.end, "figure", f"{figure.value} {figure.what}") for figure in reading.figures),
    ]
    return tuple(sorted(set(found), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.label, mark.href_id or "")))


def _mention_mark(shelf: Shelf, mention: Mention) -> Mark:
    where = mention.span
    if mention.kind in _KINDS:
        value = mention.date if mention.date is not None else mention.number
        label = mention.text if value is None else str(value)
        return Mark(where.start, where.end, _KINDS[mention.kind], label)
    is_place = mention.kind in PLACE_KINDS and (
        mention.kind not in ACTOR_KINDS or (where.article_id, mention.key) not in shelf.actors
    )
    named = (shelf.place if is_place else shelf.actor)(where.article_id, mention.key, mention.text)
    return Mark(where.start, where.end, "place" if is_place else "actor", named.name, named.id)


def _account_marks(account: Account, event_id: str | None) -> Iterator[Mark]:
    label = f"{account.type.replace('_', ' ')}, {account.status}"
    yield Mark(account.trigger.start, account.trigger.end, "event", label, event_id)
    tolls = (("killed", account.killed, account.killed_span), ("injured", account.injured, account.injured_span))
    for word, value, span in tolls:
        if span is not None:
            yield Mark(span.start, span.end, "number", f"{value} {word}", event_id)
    if account.date_span is not None:
        yield Mark(account.date_span.start, account.date_span.end, "date", str(account.date), event_id)


def _claim_marks(shelf: Shelf, claim: Claim) -> Iterator[Mark]:
    source = shelf.actor(claim.article_id, claim.source)
    label = f"{source.name} {claim.stance.replace('_', ' ')}"
    yield Mark(claim.content.start, claim.content.end, "claim", label)
    if claim.cue is not None:
        yield Mark(claim.cue.start, claim.cue.end, "claim", label, source.id)
