"""What linking keeps."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = ("""CREATE INDEX ix_events_sums ON events (day, id) WHERE content LIKE '%"happenings":%'""",)


def upgrade() -> None:
    """Make them."""
    for statement in STATEMENTS:
        op.execute(statement)
