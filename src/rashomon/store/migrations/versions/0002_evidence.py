"""Fetches in a chained log, and versions of articles."""

import hashlib
import json
from typing import Any

from alembic import op
from sqlalchemy import Connection, text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE articles ADD COLUMN modified TEXT",
    "ALTER TABLE articles ADD COLUMN credits TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE articles ADD COLUMN links TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE articles ADD COLUMN identity TEXT",
    "ALTER TABLE articles ADD COLUMN current BOOLEAN DEFAULT 1 NOT NULL",
    """
    CREATE TABLE evidence_log (
        number INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, line TEXT NOT NULL, PRIMARY KEY (number)
    )
    """,
    "CREATE INDEX ix_evidence_log_subject ON evidence_log (kind, subject)",
    """
    CREATE TABLE fetches (
        number INTEGER NOT NULL, address TEXT NOT NULL, final TEXT, at TEXT NOT NULL, status INTEGER, headers TEXT NOT
        NULL, sha256 TEXT, reason TEXT, PRIMARY KEY (number)
    )
    """,
    "CREATE INDEX ix_fetches_address ON fetches (address)",
    "CREATE INDEX ix_fetches_final ON fetches (final)",
    "CREATE INDEX ix_fetches_sha256 ON fetches (sha256)",
    """
    CREATE TABLE version_keys (
        "key" TEXT NOT NULL, article_id TEXT NOT NULL, PRIMARY KEY ("key", article_id), FOREIGN KEY(article_id)
        REFERENCES articles (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_version_keys_article_id ON version_keys (article_id)",
    """
    CREATE TABLE versions (
        article_id TEXT NOT NULL, stamp TEXT NOT NULL, taken_at TEXT NOT NULL, content TEXT NOT NULL, source TEXT NOT
        NULL, words INTEGER NOT NULL, PRIMARY KEY (article_id), FOREIGN KEY(article_id) REFERENCES articles (id) ON
        DELETE CASCADE
    )
    """,
    """
    CREATE TABLE containers (
        sha256 TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, added_at TEXT NOT NULL, records INTEGER NOT NULL,
        done BOOLEAN NOT NULL, PRIMARY KEY (sha256)
    )
    """,
    """
    CREATE TABLE contained (
        container TEXT NOT NULL, n INTEGER NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (container, n), FOREIGN
        KEY(container) REFERENCES containers (sha256) ON DELETE CASCADE, FOREIGN KEY(sha256) REFERENCES captures
        (sha256) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_contained_sha256 ON contained (sha256)",
)


#: Everything is split and indexed again by the next update, which tells the versions.
AGAIN = ("DELETE FROM pages", "UPDATE articles SET digest = ''")
_CAPTURES = "SELECT sha256, name, address, taken_at, size, outlet, media_type FROM captures ORDER BY taken_at, sha256"
_DECISIONS = 'SELECT id, target, "when", content FROM decisions ORDER BY number'


def upgrade() -> None:
    """Make the tables, and begin the log with what the ledger holds."""
    for statement in (*STATEMENTS, *AGAIN):
        op.execute(statement)
    connection = op.get_bind()
    captures = [("capture", row["sha256"], dict(row)) for row in connection.execute(text(_CAPTURES)).mappings()]
    decisions = [("decision", row["id"], dict(row)) for row in connection.execute(text(_DECISIONS)).mappings()]
    _begin_log(connection, [*captures, *decisions])


def _begin_log(connection: Connection, entries: list[tuple[str, str, dict[str, Any]]]) -> None:
    previous = "0" * 64
    for number, (kind, subject, content) in enumerate(entries, start=1):
        stated = {"number": number, "previous": previous, "kind": kind, "subject": subject, "content": content}
        line = json.dumps(stated, sort_keys=True, separators=(",", ":"))
        row = {"number": number, "kind": kind, "subject": subject, "line": line}
        connection.execute(text("INSERT INTO evidence_log VALUES (:number, :kind, :subject, :line)"), row)
        previous = hashlib.sha256(line.encode()).hexdigest()
