"""What collecting keeps."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = ()


def upgrade() -> None:
    """Make them."""
    for statement in STATEMENTS:
        op.execute(statement)
