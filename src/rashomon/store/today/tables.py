"""The log of changes."""

from sqlalchemy import Column, Index, Integer, Table, Text

from rashomon.store.tables import metadata

#: ``ref`` is the event, contradiction or series that changed; ``before`` and ``after`` are JSON, ``None`` where there was none.
changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("ref", Text, nullable=False, index=True),
    Column("before", Text),
    Column("after", Text),
    Index("ix_changes_at", "at", "kind"),
    Index("ix_changes_kind", "kind", "at", "number"),
)
