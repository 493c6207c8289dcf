"""The tables of evidence: the chained log, what addresses answered, and what tells versions of one article."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, text

from rashomon.store.tables import metadata

#: One entry a row; ``line`` is the entry (`rashomon.store.evidence.log`), the columns beside it are what it is found by.
evidence_log = Table(
    "evidence_log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("line", Text, nullable=False),
    Index("ix_evidence_log_subject", "kind", "subject"),
)

fetches = Table(
    "fetches",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("address", Text, nullable=False, index=True),
    Column("final", Text, index=True),
    Column("at", Text, nullable=False),
    Column("status", Integer),
    Column("headers", Text, nullable=False),
    Column("sha256", Text, index=True),
    Column("reason", Text),
)

#: What an article is known by; articles that share a key are versions of one (`rashomon.store.evidence.identity`).
version_keys = Table(
    "version_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("article_id", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
)

#: What settles which version counts (`rashomon.store.evidence.threads.Version`).
versions = Table(
    "versions",
    metadata,
    Column("article_id", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("stamp", Text, nullable=False),
    Column("taken_at", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("guest", Boolean, nullable=False, server_default=text("0")),
)

#: What a page is known by beside its own address: it was fetched as the page of a feed's entry that has this key.
page_keys = Table(
    "page_keys",
    metadata,
    Column("sha256", Text, ForeignKey("captures.sha256", ondelete="CASCADE"), primary_key=True),
    Column("key", Text, primary_key=True),
)

#: Files of many captures; ``records`` have been taken so far, so that a run that was killed goes on there.
containers = Table(
    "containers",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("records", Integer, nullable=False),
    Column("done", Boolean, nullable=False),
)

#: Which capture came out of which record of a container.
contained = Table(
    "contained",
    metadata,
    Column("container", Text, ForeignKey("containers.sha256", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("sha256", Text, ForeignKey("captures.sha256", ondelete="CASCADE"), nullable=False, index=True),
)
