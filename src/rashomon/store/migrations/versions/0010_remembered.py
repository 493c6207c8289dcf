"""What linking remembers from one run to the next."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE remembered_lines (
        article_id TEXT NOT NULL,
        outline BLOB NOT NULL,
        tellings BLOB NOT NULL,
        sample BLOB NOT NULL,
        blocks BLOB NOT NULL,
        PRIMARY KEY (article_id)
    )
    """,
    """
    CREATE TABLE remembered_values (
        name TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (name)
    )
    """,
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
