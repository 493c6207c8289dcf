"""What the desk needs on a large ledger: contradictions in the order of their list."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = ("CREATE INDEX ix_contradictions_rank ON contradictions (rank, kind, id, number)",)


def upgrade() -> None:
    """Make them."""
    for statement in STATEMENTS:
        op.execute(statement)
