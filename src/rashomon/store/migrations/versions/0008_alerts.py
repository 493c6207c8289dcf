"""What is watched, what was delivered and what waits."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE watches (
        id TEXT NOT NULL,
        owner TEXT NOT NULL,
        made_at TEXT NOT NULL,
        seen INTEGER NOT NULL,
        secret TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (secret)
    )
    """,
    "CREATE INDEX ix_watches_owner ON watches (owner)",
    """
    CREATE TABLE alert_feeds (
        owner TEXT NOT NULL,
        secret TEXT NOT NULL,
        PRIMARY KEY (owner),
        UNIQUE (secret)
    )
    """,
    """
    CREATE TABLE alert_marks (
        watch_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        mark TEXT NOT NULL,
        PRIMARY KEY (watch_id, subject, mark),
        FOREIGN KEY(watch_id) REFERENCES watches (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE alerts (
        number INTEGER NOT NULL,
        watch_id TEXT NOT NULL,
        at TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (number),
        FOREIGN KEY(watch_id) REFERENCES watches (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_alerts_watch_id ON alerts (watch_id, number)",
    """
    CREATE TABLE alert_messages (
        id TEXT NOT NULL,
        watch_id TEXT NOT NULL,
        channel TEXT NOT NULL,
        made_at TEXT NOT NULL,
        standing TEXT NOT NULL,
        tries INTEGER NOT NULL,
        next_at TEXT,
        done_at TEXT,
        reason TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(watch_id) REFERENCES watches (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_alert_messages_next_at ON alert_messages (next_at)",
    "CREATE INDEX ix_alert_messages_watch_id ON alert_messages (watch_id, made_at)",
    """
    CREATE TABLE alert_waiting (
        alert INTEGER NOT NULL,
        channel TEXT NOT NULL,
        due_at TEXT NOT NULL,
        message_id TEXT,
        PRIMARY KEY (alert, channel),
        FOREIGN KEY(alert) REFERENCES alerts (number) ON DELETE CASCADE,
        FOREIGN KEY(message_id) REFERENCES alert_messages (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_alert_waiting_message_id ON alert_waiting (message_id)",
    "CREATE INDEX ix_alert_waiting_due_at ON alert_waiting (due_at)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
