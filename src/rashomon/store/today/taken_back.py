"""Claims that their own source takes back later."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, select

from rashomon.model.reading import Claim
from rashomon.model.words import Stance
from rashomon.store.lines import EVENT_COLUMNS, event_lines
from rashomon.store.passages import claim_view
from rashomon.store.quotes import quote
from rashomon.store.readings import batches
from rashomon.store.search.tables import claims
from rashomon.store.shelf import Shelf, take
from rashomon.store.tables import actor_links, articles, event_accounts, events
from rashomon.store.today.reversing import Spoken, is_taken_back
from rashomon.store.today.views import TakenBack
from rashomon.store.views import ClaimView

_SAID = frozenset({Stance.ASSERTS.value, Stance.CLAIMS_RESPONSIBILITY.value, Stance.ACCUSES.value, Stance.VERIFIES.value})
_UNSAID = frozenset({Stance.DENIES.value, Stance.DOUBTS.value})
#: So many pairs of what one actor says of one event are compared, and so many actors' at a time.
_PAIRS, _AT_A_TIME = 40, 50


@dataclass(frozen=True, slots=True)
class _Said:
    """What one actor says of one event: the claim, where it stands, its stance, and the day of publication."""

    claim_id: str
    article_id: str
    stance: str
    day: str


_Pair = tuple[_Said, _Said]


def taken_back(connection: Connection, event_ids: Sequence[str], at_most: int) -> tuple[TakenBack, ...]:
    """Return, for some of these events, what an actor said of one and denies in an article of a later day."""
    said: dict[tuple[str, str], list[_Said]] = {}
    for ids in batches(sorted(set(event_ids))):
        _gather(connection, ids, said)
    paired = ((event_id, pairs) for (event_id, _), several in said.items() if (pairs := _pairs(several)))
    found = list(islice(_reversed(connection, paired), at_most))
    held = select(*EVENT_COLUMNS).where(events.c.id.in_([event_id for event_id, *_ in found]))
    lines = {line.id: line for line in event_lines(connection, held)}
    return tuple(TakenBack(lines[event_id], before, after) for event_id, before, after in found if event_id in lines)


def _gather(connection: Connection, ids: Sequence[str], said: dict[tuple[str, str], list[_Said]]) -> None:
    """Add what actors say of these events; only of events that somebody denies."""
    told = select(event_accounts.c.event_id, event_accounts.c.account_id, event_accounts.c.article_id)
    rows = connection.execute(told.where(event_accounts.c.event_id.in_(ids))).all()
    event_of = {row.account_id: row.event_id for row in rows}
    denying = select(claims.c.article_id).where(
        claims.c.article_id.in_({row.article_id for row in rows}), claims.c.stance.in_(_UNSAID)
    )
    denied = set(connection.scalars(denying))
    doubtful = {row.event_id for row in rows if row.article_id in denied}
    where = {row.article_id for row in rows if row.event_id in doubtful}
    asked = (
        select(claims.c.id, claims.c.article_id, claims.c.stance, claims.c.about, articles.c.published, actor_links.c.actor_id)
        .join(articles, articles.c.id == claims.c.article_id)
        .join(actor_links, (actor_links.c.article_id == claims.c.article_id) & (actor_links.c.key == claims.c.key))
        .where(claims.c.article_id.in_(where), claims.c.stance.in_(_SAID | _UNSAID), articles.c.published.is_not(None))
    )
    for row in connection.execute(asked.order_by(articles.c.published, claims.c.number)):
        for event_id in {event_of[account] for account in json.loads(row.about) if account in event_of}:
            said.setdefault((event_id, row.actor_id), []).append(_Said(row.id, row.article_id, row.stance, row.published))


def _pairs(several: Sequence[_Said]) -> list[_Pair]:
    """Return what was said with each denial of a later day: the last denials first, with what was said first."""
    said = [one for one in several if one.stance in _SAID]
    unsaid = [one for one in reversed(several) if one.stance in _UNSAID]
    later = ((before, after) for after in unsaid for before in said if before.day < after.day)
    return list(islice(later, _PAIRS))


def _reversed(connection: Connection, paired: Iterable[tuple[str, list[_Pair]]]) -> Iterator[tuple[str, ClaimView, ClaimView]]:
    """Yield the events of which an actor took something back, with the claim and its denial."""
    waiting = iter(paired)
    while several := list(islice(waiting, _AT_A_TIME)):
        shelf = take(connection, {one.article_id for _, pairs in several for pair in pairs for one in pair})
        told = {claim.id: claim for reading in shelf.readings.values() for claim in reading.claims}
        for event_id, pairs in several:
            known = (
                (told[one.claim_id], told[other.claim_id])
                for one, other in pairs
                if {one.claim_id, other.claim_id} <= told.keys()
            )
            pair = next((pair for pair in known if is_taken_back(_spoken(shelf, pair[0]), _spoken(shelf, pair[1]))), None)
            if pair is not None:
                yield event_id, claim_view(shelf, pair[0]), claim_view(shelf, pair[1])


def _spoken(shelf: Shelf, claim: Claim) -> Spoken:
    """Return a claim in its words; with its sentence where it has none but its cue ("claimed responsibility for")."""
    article, said = shelf.articles[claim.article_id], quote(shelf.articles[claim.article_id], claim.content)
    accounts = (one for one in shelf.readings[article.id].accounts if one.id in claim.about)
    return Spoken(
        claim.stance,
        said.words if claim.content != claim.cue else said.context,
        "" if claim.cue is None else claim.cue.of(article),
        {account.trigger.of(article): account.type for account in accounts},
    )
