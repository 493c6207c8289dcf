"""Documents about the same incident or story: gun incidents as a stream, and look-alike events without dates."""

from collections.abc import Iterable, Iterator

from benchmarks.shared import Row
from benchmarks.texts import article_of
from rashomon.linking.stories.story_groups import story_groups

DEV = ("bench/story_clustering/gva.dev.jsonl", "bench/story_clustering/ecbplus.dev.jsonl")
#: What a reader must not see.
GOLD = ("story",)


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Group all the documents together."""
    told = {
        str(row["id"]): article_of(f"{row.get('title') or ''}\n\n{row['text']}".lstrip(), published=row.get("date"))
        for row in rows
    }
    groups = story_groups({article.id: article for article in told.values()}.values())
    labels = {article_id: f"s{at}" for at, group in enumerate(groups) for article_id in group}
    for key, article in told.items():
        yield {"id": key, "cluster": labels[article.id]}
