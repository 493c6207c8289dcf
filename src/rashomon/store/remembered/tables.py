"""The tables of what linking remembers. They can be emptied at any time: the next run then links everything anew."""

from sqlalchemy import Column, LargeBinary, Table, Text

from rashomon.store.tables import metadata

#: What is kept of each article that was linked, also of one that is no more (`rashomon.linking.relinking.contract.Line`);
#: ``outline`` and ``tellings`` are packed.
remembered_lines = Table(
    "remembered_lines",
    metadata,
    Column("article_id", Text, primary_key=True, nullable=False),
    Column("outline", LargeBinary, nullable=False),
    Column("tellings", LargeBinary, nullable=False),
    Column("sample", LargeBinary, nullable=False),
    Column("blocks", LargeBinary, nullable=False),
)

#: What is kept of all articles together, packed.
remembered_values = Table(
    "remembered_values",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
