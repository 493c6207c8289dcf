"""Claims that their own source denies later."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, select

from rashomon.model.words import Stance
from rashomon.store.lines import EVENT_COLUMNS, event_lines
from rashomon.store.readings import batches
from rashomon.store.search.claim_views import views_by_number
from rashomon.store.search.tables import claims
from rashomon.store.tables import actor_links, articles, event_accounts, events
from rashomon.store.today.views import TakenBack

_SAID = frozenset({Stance.ASSERTS.value, Stance.CLAIMS_RESPONSIBILITY.value, Stance.ACCUSES.value, Stance.VERIFIES.value})
_UNSAID = frozenset({Stance.DENIES.value, Stance.DOUBTS.value})
#: (row number, stance, day of publication) of what one actor says of one event.
_Said = tuple[int, str, str]


def taken_back(connection: Connection, event_ids: Sequence[str], at_most: int) -> tuple[TakenBack, ...]:
    """Return, for some of these events, what an actor said of one and denies in a later article."""
    said: dict[tuple[str, str], list[_Said]] = {}
    for ids in batches(sorted(set(event_ids))):
        _gather(connection, ids, said)
    pairs = {key: pair for key, several in said.items() if (pair := _reversed(several)) is not None}
    chosen = list(pairs.items())[:at_most]
    numbers = [number for _, pair in chosen for number in pair]
    views = views_by_number(connection, numbers)
    held = select(*EVENT_COLUMNS).where(events.c.id.in_([event_id for (event_id, _), _ in chosen]))
    lines = {line.id: line for line in event_lines(connection, held)}
    return tuple(
        TakenBack(lines[event_id], views[before], views[after])
        for (event_id, _), (before, after) in chosen
        if event_id in lines and before in views and after in views
    )


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
        select(claims.c.number, claims.c.stance, claims.c.about, articles.c.published, actor_links.c.actor_id)
        .join(articles, articles.c.id == claims.c.article_id)
        .join(actor_links, (actor_links.c.article_id == claims.c.article_id) & (actor_links.c.key == claims.c.key))
        .where(claims.c.article_id.in_(where), claims.c.stance.in_(_SAID | _UNSAID), articles.c.published.is_not(None))
    )
    for row in connection.execute(asked.order_by(articles.c.published, claims.c.number)):
        for event_id in {event_of[account] for account in json.loads(row.about) if account in event_of}:
            said.setdefault((event_id, row.actor_id), []).append((row.number, row.stance, row.published))


def _reversed(several: Sequence[_Said]) -> tuple[int, int] | None:
    """Return the first claim and the last denial of a later day, ``None`` where there are no such two."""
    first = next((one for one in several if one[1] in _SAID), None)
    last = next((one for one in reversed(several) if one[1] in _UNSAID), None)
    if first is None or last is None or not first[2] < last[2]:
        return None
    return first[0], last[0]
