"""Indexes by which a large ledger says how it stands: what is unread, what is an old version, how much of each kind was found."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX ix_articles_standing ON articles (id, digest, current)",
    "CREATE INDEX ix_articles_old ON articles (id) WHERE current = 0",
    "CREATE INDEX ix_readings_standing ON readings (article_id, digest)",
    "CREATE INDEX ix_findings_kind ON findings (kind)",
)


def upgrade() -> None:
    """Make the indexes."""
    for statement in STATEMENTS:
        op.execute(statement)
