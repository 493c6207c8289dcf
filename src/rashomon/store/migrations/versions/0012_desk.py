"""What the desk needs on a large ledger."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = ()


def upgrade() -> None:
    """Make them."""
    for statement in STATEMENTS:
        op.execute(statement)
