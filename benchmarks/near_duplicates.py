"""Reprints, rewrites and cuttings of one text among others on the same incidents."""

from collections.abc import Iterable, Iterator

from benchmarks.shared import Row
from benchmarks.texts import article_of
from rashomon.linking.copies.copies import find_copies
from rashomon.lists.registry import load_registry

#: The development file in the optional data folder.
DEV = "bench/near_duplicates/dev.jsonl"
#: What a reader must not see.
GOLD = ("cluster", "kind")


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Look for copies among all the texts together."""
    told = {str(row["id"]): article_of(f"{row['title'] or ''}\n\n{row['text']}", published=row["date"]) for row in rows}
    firsts = {copy.article_id: copy.original_id for copy in find_copies(told.values(), load_registry())}
    for key, article in told.items():
        yield {"id": key, "cluster": firsts.get(article.id, article.id)}
