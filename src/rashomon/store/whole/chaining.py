"""Chain the log anew over what a ledger still holds. The new chain proves what is left, not the ledger that it was taken from."""

from collections import Counter
from collections.abc import Callable

from sqlalchemy import Connection, delete, insert, select, update

from rashomon.store.evidence.chain import content_digest, parse
from rashomon.store.evidence.log import CAPTURE, CONTAINER, DECISION, FETCH, NOTHING, Entry, digest_of
from rashomon.store.evidence.tables import containers, evidence_log, fetches
from rashomon.store.tables import captures, decisions

#: Entries that are read at a time.
ENTRIES = 500


def chain_anew(connection: Connection) -> None:
    """Drop the entries about what is gone, and number and chain those that stay.

    Entries are put under negative numbers until all are through, so that no two ever meet.
    """
    stays = _staying(connection)
    number, previous, last = 0, NOTHING, 0
    asked = select(evidence_log.c.number, evidence_log.c.line).order_by(evidence_log.c.number).limit(ENTRIES)
    while several := connection.execute(asked.where(evidence_log.c.number > last)).all():
        last = several[-1].number
        entries = [entry for row in several if (entry := parse(row.line)) is not None and stays(entry)]
        rows = []
        for entry in entries:
            number += 1
            line = Entry(number, previous, entry.kind, entry.subject, entry.content).line
            rows.append({"number": -number, "kind": entry.kind, "subject": entry.subject, "line": line})
            previous = digest_of(line)
        connection.execute(delete(evidence_log).where(evidence_log.c.number.between(several[0].number, last)))
        if rows:
            connection.execute(insert(evidence_log), rows)
    connection.execute(update(evidence_log).values(number=-evidence_log.c.number))


def _staying(connection: Connection) -> Callable[[Entry], bool]:
    """Return what tells whether an entry speaks of something that the ledger still holds."""
    held = {
        CAPTURE: frozenset(connection.scalars(select(captures.c.sha256))),
        DECISION: frozenset(connection.scalars(select(decisions.c.id))),
        CONTAINER: frozenset(connection.scalars(select(containers.c.sha256))),
    }
    names = tuple(fetches.c.keys())[1:]
    asked = connection.execute(select(fetches)).mappings()
    answered = Counter(content_digest({name: row[name] for name in names}) for row in asked)

    def stays(entry: Entry) -> bool:
        if entry.kind != FETCH:
            return entry.subject in held[entry.kind]
        digest = content_digest(entry.content)
        answered[digest] -= 1
        return answered[digest] >= 0

    return stays
