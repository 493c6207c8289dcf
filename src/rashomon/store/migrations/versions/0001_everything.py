"""Everything the first ledger holds.

Written out, not taken from `rashomon.store.tables`: a revision stays as it was when the tables change.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE actors (
        id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE captures (
        sha256 TEXT NOT NULL, name TEXT NOT NULL, address TEXT, taken_at TEXT NOT NULL, size INTEGER NOT NULL, outlet
        TEXT, media_type TEXT, PRIMARY KEY (sha256)
    )
    """,
    """
    CREATE TABLE contradictions (
        number INTEGER NOT NULL, id TEXT NOT NULL, rank INTEGER NOT NULL, kind TEXT NOT NULL, event_id TEXT,
        content TEXT NOT NULL, PRIMARY KEY (number)
    )
    """,
    "CREATE INDEX ix_contradictions_event_id ON contradictions (event_id)",
    """
    CREATE TABLE decisions (
        number INTEGER NOT NULL, id TEXT NOT NULL, target TEXT NOT NULL, "when" TEXT NOT NULL, content TEXT NOT NULL,
        PRIMARY KEY (number), UNIQUE (id)
    )
    """,
    """
    CREATE TABLE events (
        number INTEGER NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, date
        TEXT, day TEXT, month TEXT, places TEXT NOT NULL, killed TEXT NOT NULL, accounts INTEGER NOT NULL, independent
        INTEGER NOT NULL, alarms INTEGER NOT NULL, disputed BOOLEAN NOT NULL, content TEXT NOT NULL, PRIMARY KEY
        (number), UNIQUE (id)
    )
    """,
    "CREATE INDEX ix_events_day ON events (day, id)",
    """
    CREATE TABLE faults (
        source TEXT NOT NULL, stage TEXT NOT NULL, capture TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (source, stage, capture)
    )
    """,
    """
    CREATE TABLE meta (
        "key" TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE places (
        id TEXT NOT NULL, name TEXT NOT NULL, country TEXT, content TEXT NOT NULL, PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE roots (
        id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE series (
        id TEXT NOT NULL, length INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE actor_names (
        folded TEXT NOT NULL, actor_id TEXT NOT NULL, words TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (folded,
        actor_id), FOREIGN KEY(actor_id) REFERENCES actors (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE articles (
        number INTEGER NOT NULL, id TEXT NOT NULL, capture TEXT NOT NULL, n INTEGER NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL, text TEXT NOT NULL, title TEXT, authors TEXT NOT NULL, published TEXT, outlet TEXT, url
        TEXT, language TEXT, digest_title TEXT, repeats INTEGER, forwarded_from TEXT, parts TEXT NOT NULL, headline TEXT
        NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (number), UNIQUE (id), FOREIGN KEY(capture) REFERENCES captures
        (sha256) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_articles_capture ON articles (capture)",
    """
    CREATE TABLE event_actors (
        event_id TEXT NOT NULL, actor_id TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (event_id, actor_id, role),
        FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_event_actors_actor_id ON event_actors (actor_id, event_id)",
    """
    CREATE TABLE event_places (
        event_id TEXT NOT NULL, place_id TEXT NOT NULL, country TEXT, PRIMARY KEY (event_id, place_id), FOREIGN
        KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_event_places_country ON event_places (country, event_id)",
    """
    CREATE TABLE pages (
        sha256 TEXT NOT NULL, reader TEXT NOT NULL, unused TEXT NOT NULL, PRIMARY KEY (sha256), FOREIGN KEY(sha256)
        REFERENCES captures (sha256) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE actor_links (
        article_id TEXT NOT NULL, "key" TEXT NOT NULL, actor_id TEXT NOT NULL, score FLOAT NOT NULL, reasons TEXT NOT
        NULL, PRIMARY KEY (article_id, "key", actor_id), FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE
        CASCADE, FOREIGN KEY(actor_id) REFERENCES actors (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_actor_links_actor_id ON actor_links (actor_id)",
    """
    CREATE TABLE copies (
        article_id TEXT NOT NULL, original_id TEXT NOT NULL, kind TEXT NOT NULL, score FLOAT NOT NULL, reasons TEXT NOT
        NULL, PRIMARY KEY (article_id, original_id), FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
        FOREIGN KEY(original_id) REFERENCES articles (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_copies_original_id ON copies (original_id)",
    """
    CREATE TABLE event_accounts (
        event_id TEXT NOT NULL, account_id TEXT NOT NULL, article_id TEXT NOT NULL, root_id TEXT, PRIMARY KEY (event_id,
        account_id), FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE, FOREIGN KEY(article_id) REFERENCES
        articles (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_event_accounts_account_id ON event_accounts (account_id)",
    "CREATE INDEX ix_event_accounts_article_id ON event_accounts (article_id)",
    """
    CREATE TABLE findings (
        id TEXT NOT NULL, kind TEXT NOT NULL, article_id TEXT NOT NULL, "key" TEXT, other TEXT, PRIMARY KEY (id),
        FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_findings_article_id ON findings (article_id)",
    """
    CREATE TABLE place_links (
        article_id TEXT NOT NULL, "key" TEXT NOT NULL, place_id TEXT NOT NULL, score FLOAT NOT NULL, reasons TEXT NOT
        NULL, PRIMARY KEY (article_id, "key", place_id), FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE
        CASCADE, FOREIGN KEY(place_id) REFERENCES places (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_place_links_place_id ON place_links (place_id)",
    """
    CREATE TABLE readings (
        article_id TEXT NOT NULL, reader TEXT NOT NULL, digest TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY
        (article_id), FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
    )
    """,
    "CREATE VIRTUAL TABLE article_index USING fts5(title, text, tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE event_index USING fts5(title, names, tokenize='unicode61 remove_diacritics 2')",
)


def upgrade() -> None:
    """Create all tables and the two full-text indexes."""
    for statement in STATEMENTS:
        op.execute(statement)
