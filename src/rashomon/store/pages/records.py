"""How a source's claims fared: the judgement of `rashomon.linking.sources.track_record` over the newest events it tells."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, select

from rashomon.linking.contract import Source
from rashomon.linking.sources.track_record import TrackRecord, track_records
from rashomon.model.ledger import Contradiction, Event, Linked, Root
from rashomon.model.reading import Account, Reading
from rashomon.model.words import RootKind
from rashomon.store.articles import article_of
from rashomon.store.codec import decode
from rashomon.store.lines import EVENT_COLUMNS, event_lines, newest_first
from rashomon.store.pages.newest import newest_told
from rashomon.store.pages.views import Fared, Record
from rashomon.store.readings import batches
from rashomon.store.tables import articles, contradictions, event_accounts, events, readings, roots
from rashomon.store.views import EventLine

#: The newest so many events of a source are judged, and so many cases are shown.
JUDGED, SHOWN = 200, 40


def outlet_record(connection: Connection, name: str, without: Collection[str] = ()) -> Record:
    """Return how the claims of an outlet's articles fared; ``without`` are ids of events that are not looked at."""
    telling = select(event_accounts.c.event_id).join(articles, articles.c.id == event_accounts.c.article_id)
    own = articles.c.outlet.concat("") == name  # as an expression it is no key to look up: each event's few articles are
    ids = newest_told(connection, telling.where(articles.c.outlet == name), telling.where(own), JUDGED)
    return _record(connection, [one for one in ids if one not in without], name, RootKind.OUTLET)


def speaker_record(connection: Connection, name: str, without: Collection[str] = ()) -> Record:
    """Return how the claims that go back to a speaker fared; ``without`` are ids of events that are not looked at."""
    telling = select(event_accounts.c.event_id).join(roots, roots.c.id == event_accounts.c.root_id)
    told = telling.where(roots.c.name == name, roots.c.kind == RootKind.SPEAKER)
    own = telling.where(roots.c.name.concat("") == name, roots.c.kind == RootKind.SPEAKER)
    ids = newest_told(connection, told, own, JUDGED)
    return _record(connection, [one for one in ids if one not in without], name, RootKind.SPEAKER)


def _record(connection: Connection, ids: Sequence[str], name: str, kind: RootKind) -> Record:
    newest = newest_first(select(*EVENT_COLUMNS).where(events.c.id.in_(ids)))
    lines = {line.id: line for line in event_lines(connection, newest)}
    found = judged(connection, list(lines))
    record = next((one for one in found if one.name == name and one.kind == kind), TrackRecord(name, kind, ()))
    return _shown(record, lines)


def _shown(record: TrackRecord, lines: dict[str, EventLine]) -> Record:
    """Return the record with the cases that say most first: contradicted, then told by others, then alone."""
    cases = sorted(record.cases, key=lambda case: (not case.against, not case.later, not case.earlier, case.event_id))
    return Record(
        len(record.cases),
        record.corroborated,
        record.contradicted,
        record.followed,
        record.alone,
        tuple(Fared(case, lines[case.event_id]) for case in cases[:SHOWN] if case.event_id in lines),
    )


def judged(connection: Connection, event_ids: Sequence[str]) -> tuple[TrackRecord, ...]:
    """Return the track records of all sources over some events only."""
    told = _rows(connection, select(event_accounts), event_accounts.c.event_id, event_ids)
    found = [decode(Event, row.content) for row in _rows(connection, select(events.c.content), events.c.id, event_ids)]
    against = _rows(connection, select(contradictions.c.content), contradictions.c.event_id, event_ids)
    root_ids = sorted({row.root_id for row in told if row.root_id is not None})
    linked = Linked(
        events=tuple(found),
        contradictions=tuple(decode(Contradiction, row.content) for row in against),
        roots=tuple(decode(Root, row.content) for row in _rows(connection, select(roots.c.content), roots.c.id, root_ids)),
    )
    return track_records(linked, _sources(connection, sorted({row.article_id for row in told})))


def _rows(connection: Connection, asked: Select[Any], column: Column[str], ids: Sequence[str]) -> list[Any]:
    return [row for some in batches(list(ids)) for row in connection.execute(asked.where(column.in_(some)))]


def _sources(connection: Connection, article_ids: Sequence[str]) -> Iterable[Source]:
    """Return articles with their accounts only: the rest of a reading is not looked at, and would be most of the work."""
    asked = select(articles, readings.c.content).join(readings, readings.c.article_id == articles.c.id)
    for some in batches(list(article_ids)):
        for row in connection.execute(asked.where(articles.c.id.in_(some))).mappings():
            accounts = decode(tuple[Account, ...], json.dumps(json.loads(row["content"]).get("accounts", [])))
            yield Source(article_of(row), Reading(row["id"], "", accounts=accounts))
