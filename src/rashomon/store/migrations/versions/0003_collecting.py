"""What the ledger follows, and when it is due."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE follows (
        address TEXT NOT NULL, kind TEXT, every INTEGER, outlet TEXT, private BOOLEAN NOT NULL, paused BOOLEAN NOT NULL, added_at
        TEXT NOT NULL, due_at TEXT NOT NULL, etag TEXT, last_modified TEXT, answered TEXT, checked_at TEXT, came_at TEXT,
        failures INTEGER NOT NULL, failing_since TEXT, reason TEXT, PRIMARY KEY (address)
    )
    """,
    "CREATE INDEX ix_follows_due_at ON follows (due_at)",
    """
    CREATE TABLE arrivals (
        address TEXT NOT NULL, "key" TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (address, "key"), FOREIGN KEY(address)
        REFERENCES follows (address) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_arrivals_at ON arrivals (address, at)",
    "CREATE TABLE robots_files (origin TEXT NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (origin))",
    "CREATE TABLE hosts (host TEXT NOT NULL, free_at TEXT NOT NULL, PRIMARY KEY (host))",
    'CREATE TABLE trails (address TEXT NOT NULL, next TEXT NOT NULL, "left" INTEGER NOT NULL, PRIMARY KEY (address))',
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
