"""Who did it, to whom, and which of five classes of event it is, in single sentences of news."""

from collections.abc import Iterable, Iterator

from benchmarks.coding import coder
from benchmarks.shared import Row
from benchmarks.texts import article_of
from rashomon.extraction.coder import CodedEvent

#: The development file in the optional data folder.
DEV = "bench/cameo_st/dev.jsonl"
#: What a reader must not see.
GOLD = ("spans", "class", "plover", "plover_split")
#: The five classes by CAMEO root: statement, verbal and material cooperation, verbal and material conflict.
CLASSES = {0: (1, 2), 1: (3, 4, 5), 2: (6, 7, 8), 3: (9, 10, 11, 12, 13, 16), 4: (14, 15, 17, 18, 19, 20)}
_CLASS_OF = {f"{root:02}": number for number, roots in CLASSES.items() for root in roots}


def _spans(event: CodedEvent) -> list[Row]:
    sides = [("both" if event.reciprocal else "source", event.sources), ("target", event.targets)]
    return [
        {"role": role, "start": party.span.start, "end": party.span.end, "text": party.text}
        for role, parties in sides
        for party in parties
    ]


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the records one after the other: the most central event, a statement where there is none."""
    for row in rows:
        events = coder().code(article_of(row["text"]))
        spans = _spans(events[0]) if events else []
        yield {"id": row["id"], "spans": spans, "class": _CLASS_OF[events[0].root] if events else 0}
