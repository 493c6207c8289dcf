"""Entities and relations in sentences of reports on Syria and Iraq (re3d)."""

import bisect
from collections.abc import Iterable, Iterator

from benchmarks.joined import Joined, joined
from benchmarks.re3d_entities import Entity, entities, with_head
from benchmarks.re3d_relations import Related, relations
from benchmarks.shared import Row, extractor
from benchmarks.texts import article_of
from rashomon.extraction.trained.encoder import TrainedModel
from rashomon.model.reading import Reading

#: The development file in the optional data folder.
DEV = "bench/re3d/dev.jsonl"
#: What a reader must not see.
GOLD = ("entities", "relations")


def _span(page: Joined, entity: Entity) -> Row:
    start, end = page.original(entity.start, entity.end)
    return {"start": start, "end": end}


def _relation(page: Joined, related: Related) -> Row:
    return {"type": related.type, "source": _span(page, related.source), "target": _span(page, related.target)}


def _found(page: Joined, given: str, reading: Reading) -> list[Entity]:
    """The entities of a sentence; a model with a head for this set's types, which saw the sentences as given, goes first."""
    named = entities(page.text, reading)
    model = getattr(extractor(), "model", None)
    if not isinstance(model, TrainedModel) or not model.heads.has("entity"):
        return named
    encoded = model.encode(given)
    headed = model.heads.spans("entity", encoded.states)
    marked = [(found.label, *encoded.characters(found.pieces)) for found in headed]
    spans = ((label, bisect.bisect_left(page.origins, a), bisect.bisect_left(page.origins, b)) for label, a, b in marked)
    return with_head([Entity(*span) for span in spans], named)


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the sentences one after the other."""
    for row in rows:
        page = joined(row["text"])
        reading = extractor().read(article_of(page.text))
        found = _found(page, row["text"], reading)
        yield {
            "id": row["id"],
            "entities": [{"type": entity.type, **_span(page, entity)} for entity in found],
            "relations": [_relation(page, related) for related in relations(page.text, reading, found)],
        }
