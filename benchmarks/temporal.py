"""Time expressions with their TIMEX3 values in news of 1989 to 2013 (TempEval-3, English)."""

from collections.abc import Iterable, Iterator
from datetime import date

from benchmarks.shared import Row
from rashomon.extraction.timexes import find_timexes

#: The development file in the optional data folder.
DEV = "bench/temporal/dev.jsonl"
#: What a reader must not see.
GOLD = ("timexes", "events")


def _anchor(row: Row) -> date | None:
    """The day on which the document was made."""
    return date.fromisoformat(row["dct"][:10]) if row.get("dct") else None


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the records one after the other."""
    for row in rows:
        text = row["text"]
        found = find_timexes(text, (0, len(text)), _anchor(row))
        timexes = [{"start": one.start, "end": one.end, "type": str(one.type), "value": one.value} for one in found]
        yield {"id": row["id"], "timexes": timexes}
