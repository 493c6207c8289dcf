"""The saved searches."""

from sqlalchemy import Column, Integer, Table, Text

from rashomon.store.tables import metadata

#: ``question`` is the search as an address has it; ``who`` made it; ``position`` orders them.
topics = Table(
    "topics",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("position", Integer, nullable=False),
)
