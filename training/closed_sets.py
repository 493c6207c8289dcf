"""Sets without an open licence, for models that are compared with published results and never ship: PolNeAR.

They are read from the optional data folder at training time and never copied.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.shared import rules, shared
from benchmarks.texts import article_of
from rashomon.model.reading import Reading
from training.corpus import Record
from training.encode import Encoder, Window

Row = dict[str, Any]
Read = Callable[[Row], Reading | None]

#: The heads that the set has labels for; of the others it says nothing.
HEADS = ("mention", "cue", "content")
PAIRS = ("source", "content")


def attribution_rows() -> Iterator[Row]:
    """Yield the training part of PolNeAR."""
    with shared("bench/attribution/train.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_by_rules(row: Row) -> Reading:
    """Return what the rules read in an article of the set: the hints that the variant gets when it reads."""
    return rules().read(article_of(row["text"]))


def attribution_windows(encoder: Encoder, rows: Iterator[Row], read: Read = read_by_rules) -> list[Window]:
    """Return the windows of the articles, labelled in `HEADS` and `PAIRS` only.

    Args:
        encoder: cuts the articles into windows.

        rows: records of the set with their relations.

        read: gives the hints of a record; ``None`` for none.
    """
    made = [window for row in rows for window in encoder.windows(annotated_form(row), read(row))]
    for window in made:
        window.heads = {head: window.heads[head] for head in HEADS}
        window.classes = {}
        window.pairs = {head: window.pairs[head] for head in PAIRS}
    return made


def annotated_form(row: Row) -> Record:
    """Return a record in the form of the annotated documents: sources are persons, every stance is "asserts"."""
    spans: list[dict[str, Any]] = []
    sources: set[tuple[int, int]] = set()
    for n, relation in enumerate(row["relations"]):
        for tag, role in (("c", "cue"), ("a", "content"), ("s", "source")):
            spans += [{"tag": tag, "i": f"a{n}", "start": start, "end": end} for start, end in relation[role]]
        sources.update((start, end) for start, end in relation["source"])
    spans += [{"tag": "m", "t": "PER", "k": f"{start}-{end}", "start": start, "end": end} for start, end in sorted(sources)]
    claims = [{"id": f"a{n}", "stance": "asserts"} for n in range(len(row["relations"]))]
    return {"id": row["id"], "text": row["text"], "spans": spans, "events": [], "claims": claims, "relations": []}
