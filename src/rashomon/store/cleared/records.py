"""How a source's claims fared over events that no hidden article tells: of others it would tell who stood against it there."""

from sqlalchemy import Connection, select

from rashomon.model.words import RootKind
from rashomon.store.cleared.hidden import Hidden
from rashomon.store.frames.values import among
from rashomon.store.pages.records import outlet_record, speaker_record
from rashomon.store.pages.views import Record
from rashomon.store.tables import articles, event_accounts, roots


def cleared_record(connection: Connection, name: str, kind: RootKind, hidden: Hidden) -> Record | None:
    """Return the record of a source without events that hidden articles tell, ``None`` where it tells none of these."""
    touched = select(event_accounts.c.event_id).where(among(event_accounts.c.event_id, sorted(hidden.rows)))
    if kind == RootKind.OUTLET:
        touched = touched.join(articles, articles.c.id == event_accounts.c.article_id).where(articles.c.outlet == name)
    else:
        touched = touched.join(roots, roots.c.id == event_accounts.c.root_id).where(roots.c.name == name, roots.c.kind == kind)
    if connection.scalars(touched.limit(1)).first() is None:
        return None
    found = outlet_record if kind == RootKind.OUTLET else speaker_record
    return found(connection, name, frozenset(hidden.rows))
