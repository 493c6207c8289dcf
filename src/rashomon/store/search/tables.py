"""What search keeps beside the ledger: a line of every claim, and columns of the events for counting."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from rashomon.store.tables import metadata

#: ``number`` is the row of the full-text index ``claim_index``, which a trigger empties with this table; ``key`` is the
#: entity whose claim it is; ``about`` the ids of accounts and figures, as JSON; ``deadline`` the last day that a
#: threat, warning or demand names.
claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article_id", Text, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("key", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("deadline", Text, index=True),
)

#: One array or list of names a row, as `rashomon.store.search.columns` writes them.
search_columns = Table(
    "search_columns",
    metadata,
    Column("name", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
