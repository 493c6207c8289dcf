"""People, sessions, notes and the state of review."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE review_queue ( event_id TEXT NOT NULL, state TEXT NOT NULL, rank FLOAT NOT NULL, doubt FLOAT NOT NULL,
        weight FLOAT NOT NULL, reasons TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (event_id) )
    """,
    "CREATE INDEX ix_review_queue_rank ON review_queue (state, rank, event_id)",
    """
    CREATE TABLE review_log ( number INTEGER NOT NULL, id TEXT NOT NULL, "when" TEXT NOT NULL, who TEXT NOT NULL,
        verdict TEXT NOT NULL, target TEXT NOT NULL, field TEXT, undoes TEXT, stands BOOLEAN DEFAULT 1 NOT NULL,
        "conflict" BOOLEAN DEFAULT 0 NOT NULL, linked BOOLEAN DEFAULT 0 NOT NULL, PRIMARY KEY (number), UNIQUE (id) )
    """,
    'CREATE INDEX ix_review_log_conflict ON review_log ("conflict", number)',
    "CREATE INDEX ix_review_log_linked ON review_log (linked)",
    "CREATE INDEX ix_review_log_target ON review_log (target)",
    "CREATE INDEX ix_review_log_undoes ON review_log (undoes)",
    "CREATE INDEX ix_review_log_who ON review_log (who, number)",
    """
    CREATE TABLE review_touched ( article_id TEXT NOT NULL, decision_id TEXT NOT NULL, PRIMARY KEY (article_id,
        decision_id) )
    """,
    "CREATE TABLE review_kept ( account_id TEXT NOT NULL, article_id TEXT NOT NULL, PRIMARY KEY (account_id) )",
    """
    CREATE TABLE people ( name TEXT NOT NULL, role TEXT NOT NULL, secret TEXT NOT NULL, since TEXT NOT NULL, active
        BOOLEAN DEFAULT 1 NOT NULL, PRIMARY KEY (name) )
    """,
    """
    CREATE TABLE sessions ( token TEXT NOT NULL, name TEXT NOT NULL, opened FLOAT NOT NULL, seen FLOAT NOT NULL, PRIMARY
        KEY (token) )
    """,
    "CREATE INDEX ix_sessions_name ON sessions (name)",
    """
    INSERT INTO review_log (id, "when", who, verdict, target, field, undoes) SELECT id, "when", json_extract(content,
        '$.who'), json_extract(content, '$.verdict'), target, json_extract(content, '$.field'), json_extract(content,
        '$.undoes') FROM decisions ORDER BY number
    """,
    "UPDATE review_log SET stands = 0 WHERE id IN (SELECT undoes FROM review_log WHERE undoes IS NOT NULL)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
