"""What publishing keeps."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX ix_actors_withheld ON actors (id) WHERE withheld = 1",
    """
    CREATE TABLE withheld_lines (
        number INTEGER NOT NULL,
        signature TEXT NOT NULL,
        PRIMARY KEY (number),
        FOREIGN KEY(number) REFERENCES articles (number) ON DELETE CASCADE
    )
    """,
    # where names are withheld, the next update links anew and takes them out of the full-text indexes
    """
    DELETE FROM meta WHERE key = 'linked_digest' AND (
        EXISTS (SELECT 1 FROM actors WHERE withheld)
        OR EXISTS (SELECT 1 FROM meta WHERE key = 'withheld_names' AND value != '')
    )
    """,
)


def upgrade() -> None:
    """Make them."""
    for statement in STATEMENTS:
        op.execute(statement)
