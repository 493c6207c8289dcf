"""The table of tokens."""

from sqlalchemy import Column, Float, Index, Table, Text

from rashomon.store.tables import metadata

#: ``secret`` is the SHA-256 of what the program holds: a copy of this table opens nothing. Times are seconds since 1970;
#: ``person`` is the account it works for, null for none.
tokens = Table(
    "tokens",
    metadata,
    Column("id", Text, primary_key=True),
    Column("secret", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("person", Text),
    Column("role", Text, nullable=False),
    Column("clearance", Text, nullable=False),
    Column("made", Float, nullable=False),
    Column("ends", Float),
    Column("used", Float),
    Column("revoked", Float),
    Index("ix_tokens_person", "person"),
)
