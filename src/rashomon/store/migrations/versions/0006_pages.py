"""What the pages of actors, outlets, network and map ask by: said and standing of findings, withheld names, months of places."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE findings ADD COLUMN says TEXT",
    "ALTER TABLE findings ADD COLUMN standing TEXT",
    "ALTER TABLE findings ADD COLUMN valid TEXT",
    "ALTER TABLE actors ADD COLUMN withheld BOOLEAN DEFAULT 0 NOT NULL",
    """
    CREATE TABLE place_months (
        place_id TEXT NOT NULL,
        month TEXT NOT NULL,
        type TEXT NOT NULL,
        events INTEGER NOT NULL,
        disputed INTEGER NOT NULL,
        PRIMARY KEY (place_id, month, type)
    )
    """,
    "CREATE INDEX ix_event_places_place_id ON event_places (place_id, event_id)",
    "CREATE INDEX ix_events_type ON events (type, day)",
    "CREATE INDEX ix_articles_outlet ON articles (outlet, published)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
