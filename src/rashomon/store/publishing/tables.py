"""The tables of what publishing keeps."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from rashomon.store.tables import metadata

#: How far each marked capture may be shared (`rashomon.model.marks`), who said so and when (UTC, ISO with seconds).
marks = Table(
    "marks",
    metadata,
    Column("capture", Text, ForeignKey("captures.sha256", ondelete="CASCADE"), primary_key=True),
    Column("mark", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
)

#: Briefs that were given out (`rashomon.store.publishing.briefs`); ``articles`` are the ids of those that one cites, as JSON.
briefs = Table(
    "briefs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("subject", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("clearance", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("articles", Text, nullable=False),
    Index("ix_briefs_subject", "subject", "clearance", "made_at"),
)

#: Articles whose lines of the full-text indexes lack withheld names, by number (`rashomon.store.withheld_lines`); ``signature``
#: says what they were made of, empty where they are to be made anew and stand in no index meanwhile.
withheld_lines = Table(
    "withheld_lines",
    metadata,
    Column("number", Integer, ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    Column("signature", Text, nullable=False),
)
