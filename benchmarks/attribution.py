"""Who said what in political news: source, cue and content of every attribution (PolNeAR).

The set marks more than claims (wishes, judgements, what is expected), so the product's reading of speech stands first; claims
of the extractor are added where it found a cue of its own. A model trained on the set itself, which does not ship, reads in
their place if the variable RASHOMON_VARIANT names its folder.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.attribution_variant import Variant
from benchmarks.shared import Row, extractor
from benchmarks.texts import article_of
from rashomon.extraction.speech import sayings
from rashomon.extraction.speech_shapes import Saying
from rashomon.model.reading import OUTLET_KEY, Claim
from rashomon.model.sources import EvidenceSpan

#: The development file in the optional data folder.
DEV = "bench/attribution/dev.jsonl"
#: What a reader must not see.
GOLD = ("relations", "ignore", "annotator", "other_annotators")
#: Names the folder of a model that was trained on the set.
VARIANT = "RASHOMON_VARIANT"


def _said(saying: Saying) -> Row:
    source = [list(saying.source)] if saying.source is not None else []
    return {"source": source, "cue": [list(saying.cue)], "content": [list(piece) for piece in saying.content]}


def _spans(span: EvidenceSpan | None) -> list[list[int]]:
    return [[span.start, span.end]] if span is not None else []


def _claimed(claim: Claim) -> Row:
    return {"source": _spans(claim.source_span), "cue": _spans(claim.cue), "content": _spans(claim.content)}


def further(claims: Iterable[Claim], known: Sequence[Saying]) -> Iterator[Claim]:
    """Yield the claims with words of content whose cue, and most of whose content, nothing that is known has."""
    for claim in claims:
        told = (
            claim.cue is not None and claim.cue != claim.content and claim.source_span is not None and claim.source != OUTLET_KEY
        )
        if told and not any(_meets(claim, saying) for saying in known):
            yield claim


def _meets(claim: Claim, saying: Saying) -> bool:
    cue, content = claim.cue, claim.content
    assert cue is not None
    if saying.cue[0] < cue.end and cue.start < saying.cue[1]:
        return True
    joint = sum(max(0, min(end, content.end) - max(start, content.start)) for start, end in saying.content)
    return 2 * joint > content.end - content.start


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the articles one after the other."""
    folder = os.environ.get(VARIANT)
    variant = Variant(Path(folder)) if folder else None
    for row in rows:
        relations = variant.relations(row["text"]) if variant is not None else _relations(row)
        yield {"id": row["id"], "relations": relations}


def _relations(row: Row) -> list[Row]:
    known = sayings(row["text"])
    reading = extractor().read(article_of(row["text"], outlet=row.get("publisher"), published=row.get("date")))
    return [*map(_said, known), *map(_claimed, further(reading.claims, known))]
