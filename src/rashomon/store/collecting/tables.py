"""The tables of collecting: followed addresses, the articles that came of each, and what must outlive a run."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, text

from rashomon.store.tables import metadata

#: A row is a `rashomon.store.collecting.views.Followed`, a column a field of it.
follows = Table(
    "follows",
    metadata,
    Column("address", Text, primary_key=True),
    Column("kind", Text),
    Column("every", Integer),
    Column("outlet", Text),
    Column("private", Boolean, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("due_at", Text, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("answered", Text),
    Column("checked_at", Text),
    Column("came_at", Text),
    Column("failures", Integer, nullable=False),
    Column("failing_since", Text),
    Column("reason", Text),
    Column("entries", Text),
    Index("ix_follows_due_at", "due_at"),
)

#: When an article came from a followed address for the first time; ``key`` is what tells it from the others there.
arrivals = Table(
    "arrivals",
    metadata,
    Column("address", Text, ForeignKey("follows.address", ondelete="CASCADE"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Index("ix_arrivals_at", "address", "at"),
)

#: Pages that entries of followed feeds lead to. A row is a `rashomon.store.collecting.views.EntryPage`, a column a field of it.
entry_pages = Table(
    "entry_pages",
    metadata,
    Column("link", Text, primary_key=True),
    Column("source", Text, ForeignKey("follows.address", ondelete="CASCADE"), nullable=False, index=True),
    Column("key", Text, nullable=False, index=True),
    Column("said", Text, nullable=False),
    Column("telling", Text, nullable=False),
    Column("noted_at", Text, nullable=False),
    Column("due_at", Text, index=True),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("answered", Text),
    Column("sha256", Text),
    Column("reason", Text),
)

robots_files = Table(
    "robots_files",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("text", Text, nullable=False),
)

#: Until when a host wants to be left alone.
hosts = Table("hosts", metadata, Column("host", Text, primary_key=True), Column("free_at", Text, nullable=False))

#: Archives whose pages are being followed back: where to go on, and how many pages are left.
trails = Table(
    "trails",
    metadata,
    Column("address", Text, primary_key=True),
    Column("next", Text, nullable=False),
    Column("left", Integer, nullable=False),
)
