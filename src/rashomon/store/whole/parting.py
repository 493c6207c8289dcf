"""Make the part of a ledger that may be shared: a copy of its tables in which nothing of the restricted captures is left.

What linking made is left out too, since it may hold what only those captures tell: linking makes it anew from what is left.
So are the followed addresses, and decisions on anything that those captures have a part in.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select

from rashomon.model.decisions import Decision
from rashomon.model.marks import Mark
from rashomon.store.codec import decode
from rashomon.store.database import connect, writing
from rashomon.store.evidence.tables import contained, containers
from rashomon.store.evidence.threads import keys_held, settle
from rashomon.store.publishing.marking import restricted_captures
from rashomon.store.publishing.sharing import restricted_articles
from rashomon.store.readings import batches
from rashomon.store.review.log import log
from rashomon.store.review.tables import review_carried, review_kept, review_log, review_touched
from rashomon.store.tables import articles, captures, decisions, event_accounts, faults, meta
from rashomon.store.whole.chaining import chain_anew
from rashomon.store.whole.dumping import MISSING
from rashomon.store.whole.kinds import KINDS, NOT_OF_A_PART
from rashomon.store.whole.unfetching import drop_fetches

#: Settings that hold without linking; all others tell of what linking made.
_STAYING = ("withheld_names", "withholding_digest")


def shared_part(engine: Engine, clearance: Mark, path: Path) -> Engine:
    """Copy a ledger's tables into a new file without what stands in captures marked above a clearance.

    Args:
        engine: of the ledger's own file, which is only read.

        clearance: of those who get the part.

        path: of the copy.

    Returns:
        An engine over the copy; the caller disposes of it and of the file.
    """
    copied = connect(path)
    with closing(engine.raw_connection()) as source, closing(copied.raw_connection()) as target:
        source.driver_connection.backup(target.driver_connection)  # type: ignore[union-attr]  # SQLite's own
    with writing(copied) as connection:
        _part(connection, clearance)
    return copied


def _part(connection: Connection, clearance: Mark) -> None:
    above = sorted(restricted_captures(connection, clearance))
    kept = tuple(_kept_decisions(connection, restricted_articles(connection, clearance)))
    for kind in NOT_OF_A_PART:
        connection.execute(delete(KINDS[kind]))
    drop_fetches(connection, frozenset(above))
    _drop_captures(connection, above)
    _drop_faults(connection)
    _keep_decisions(connection, kept)
    chain_anew(connection)
    missing = int(connection.scalar(select(meta.c.value).where(meta.c.key == MISSING)) or 0) + len(above)
    connection.execute(delete(meta).where(meta.c.key.not_in(_STAYING)))
    connection.execute(insert(meta), {"key": MISSING, "value": str(missing)})


def _kept_decisions(connection: Connection, gone: frozenset[str]) -> Iterator[Decision]:
    """Yield the decisions that touch none of the articles that go, and take back none that does; oldest first."""
    told = select(event_accounts.c.event_id, event_accounts.c.article_id)
    mixed = {row.event_id for row in connection.execute(told) if row.article_id in gone}
    dropped: set[str] = set()
    for content in connection.scalars(select(decisions.c.content).order_by(decisions.c.number)).all():
        decision = decode(Decision, content)
        about = {decision.target, decision.target.partition("/")[0], *decision.anchor.articles}
        if about & gone or decision.target in mixed or decision.undoes in dropped:
            dropped.add(decision.id)
        else:
            yield decision


def _drop_captures(connection: Connection, above: list[str]) -> None:
    """Remove captures with all that stands in them, and let the versions of their articles that are left count."""
    keys = {key for some in batches(above) for key in keys_held(connection, some)}
    for some in batches(above):
        connection.execute(delete(captures).where(captures.c.sha256.in_(some)))
    connection.execute(delete(containers).where(containers.c.sha256.not_in(select(contained.c.container))))
    settle(connection, keys)


def _drop_faults(connection: Connection) -> None:
    """Remove the faults of everything that is not here: an address that failed says what was looked for."""
    here = faults.c.capture.in_(select(captures.c.sha256)) | faults.c.source.in_(select(articles.c.id))
    connection.execute(delete(faults).where(~here))


def _keep_decisions(connection: Connection, kept: tuple[Decision, ...]) -> None:
    """Leave these decisions alone, and make their log anew: nothing is linked, and what they clashed with may be gone."""
    numbers = {row.id: row.number for row in connection.execute(select(decisions.c.id, decisions.c.number))}
    for decision_id in numbers.keys() - {decision.id for decision in kept}:
        connection.execute(delete(decisions).where(decisions.c.id == decision_id))
    for table in (review_log, review_touched, review_kept, review_carried):
        connection.execute(delete(table))
    for decision in kept:
        log(connection, decision)
