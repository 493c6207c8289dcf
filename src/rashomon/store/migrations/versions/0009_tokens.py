"""Tokens by which programs ask."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE tokens ( id TEXT NOT NULL, secret TEXT NOT NULL, name TEXT NOT NULL, person TEXT, role TEXT NOT NULL,
        clearance TEXT NOT NULL, made FLOAT NOT NULL, ends FLOAT, used FLOAT, revoked FLOAT, PRIMARY KEY (id),
        UNIQUE (secret) )
    """,
    "CREATE INDEX ix_tokens_person ON tokens (person)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
