"""Pages that entries of feeds lead to, what they are known by beside their own address, and decisions carried to new wordings."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE follows ADD COLUMN entries TEXT",
    "ALTER TABLE readings ADD COLUMN sum TEXT",
    "ALTER TABLE versions ADD COLUMN guest BOOLEAN DEFAULT 0 NOT NULL",
    """
    CREATE TABLE entry_pages (
        link TEXT NOT NULL,
        source TEXT NOT NULL,
        key TEXT NOT NULL,
        said TEXT NOT NULL,
        telling TEXT NOT NULL,
        noted_at TEXT NOT NULL,
        due_at TEXT,
        tries INTEGER DEFAULT 0 NOT NULL,
        etag TEXT,
        last_modified TEXT,
        answered TEXT,
        sha256 TEXT,
        reason TEXT,
        PRIMARY KEY (link),
        FOREIGN KEY(source) REFERENCES follows (address) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_entry_pages_due_at ON entry_pages (due_at)",
    "CREATE INDEX ix_entry_pages_source ON entry_pages (source)",
    "CREATE INDEX ix_entry_pages_key ON entry_pages (key)",
    """
    CREATE TABLE page_keys (
        sha256 TEXT NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (sha256, key),
        FOREIGN KEY(sha256) REFERENCES captures (sha256) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE review_carried (
        decision_id TEXT NOT NULL,
        was TEXT NOT NULL,
        article_id TEXT NOT NULL,
        content TEXT,
        whole BOOLEAN NOT NULL,
        PRIMARY KEY (decision_id, was)
    )
    """,
    "CREATE INDEX ix_review_carried_article_id ON review_carried (article_id)",
    "CREATE INDEX ix_review_carried_was ON review_carried (was)",
)


def upgrade() -> None:
    """Make them."""
    for statement in STATEMENTS:
        op.execute(statement)
