"""What publishing keeps: how far each capture may be shared, and the briefs that were given out."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE marks (
        capture TEXT NOT NULL,
        mark TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (capture),
        FOREIGN KEY(capture) REFERENCES captures (sha256) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE briefs (
        number INTEGER NOT NULL,
        id TEXT NOT NULL,
        subject TEXT NOT NULL,
        title TEXT NOT NULL,
        made_at TEXT NOT NULL,
        who TEXT NOT NULL,
        clearance TEXT NOT NULL,
        content TEXT NOT NULL,
        told TEXT NOT NULL,
        articles TEXT NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (id)
    )
    """,
    "CREATE INDEX ix_briefs_subject ON briefs (subject, clearance, made_at)",
)


def upgrade() -> None:
    """Make the columns and tables."""
    for statement in STATEMENTS:
        op.execute(statement)
