"""The tables of people: accounts and the sessions that are open."""

from sqlalchemy import Boolean, Column, Float, Index, Table, Text, text

from rashomon.store.tables import metadata

#: ``secret`` is an Argon2 hash, never a password.
people = Table(
    "people",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("1")),
)

#: ``token`` is the SHA-256 of what the browser holds: a copy of this table opens nothing. Times are seconds since 1970.
sessions = Table(
    "sessions",
    metadata,
    Column("token", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("opened", Float, nullable=False),
    Column("seen", Float, nullable=False),
    Index("ix_sessions_name", "name"),
)
