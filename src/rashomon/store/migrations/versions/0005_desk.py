"""What the desk saves and counts."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE claims (
        number INTEGER NOT NULL, id TEXT NOT NULL, article_id TEXT NOT NULL, "key" TEXT NOT NULL, stance TEXT NOT NULL, about
        TEXT NOT NULL, deadline TEXT, PRIMARY KEY (number), UNIQUE (id),
        FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_claims_article_id ON claims (article_id)",
    "CREATE INDEX ix_claims_deadline ON claims (deadline)",
    "CREATE VIRTUAL TABLE claim_index USING fts5(words, tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER claims_gone AFTER DELETE ON claims BEGIN DELETE FROM claim_index WHERE rowid = old.number; END",
    "CREATE TABLE search_columns (name TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (name))",
    """
    CREATE TABLE changes (
        number INTEGER NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, ref TEXT NOT NULL, "before" TEXT, "after" TEXT, PRIMARY
        KEY (number)
    )
    """,
    "CREATE INDEX ix_changes_at ON changes (at, kind)",
    "CREATE INDEX ix_changes_kind ON changes (kind, at, number)",
    "CREATE INDEX ix_roots_name ON roots (name, kind)",
    "CREATE INDEX ix_articles_published ON articles (published, id)",
    "CREATE INDEX ix_events_id ON events (id, day, month)",
    "CREATE INDEX ix_event_accounts_root_id ON event_accounts (root_id, event_id)",
    "CREATE INDEX ix_event_actors_role ON event_actors (actor_id, role, event_id)",
    "CREATE INDEX ix_contradictions_id ON contradictions (id)",
    "CREATE INDEX ix_changes_ref ON changes (ref)",
    """
    CREATE TABLE topics (
        id TEXT NOT NULL, name TEXT NOT NULL, question TEXT NOT NULL, made_at TEXT NOT NULL, who TEXT NOT NULL, position INTEGER
        NOT NULL, PRIMARY KEY (id)
    )
    """,
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
