"""Reports of shootings: killed, injured, day and address of the main incident out of one report.

The set's counts are those of a registry, so "not stated" is written as 0; where no day is stated, the day of publication.
"""

from collections.abc import Iterable, Iterator

from benchmarks.shared import Row, extractor
from benchmarks.texts import article_of
from rashomon.extraction.addresses import Exactness, addresses
from rashomon.extraction.harm_counts import Toll
from rashomon.extraction.main_event import main_day
from rashomon.extraction.main_toll import main_toll

DEV = "bench/casualties/dev.jsonl"
GOLD = ("killed", "injured", "event_date", "address")


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the reports one after the other."""
    for row in rows:
        article = article_of(row["text"], published=row["date"])
        reading = extractor().read(article)
        toll, when = main_toll(article, reading), main_day(article, reading)
        day = when.date.first if when is not None and when.date is not None else None
        yield {
            "id": row["id"],
            "killed": _count(toll.killed),
            "injured": _count(toll.injured),
            "event_date": str(day or row["date"][:10]),
            "address": _address(row["text"]),
        }


def _count(toll: Toll | None) -> int:
    return int(toll.value.low or 0) if toll is not None else 0


def _address(text: str) -> str:
    """The first address that says more than a road, else the first road."""
    found = min(addresses(text), key=lambda one: (one.exactness == Exactness.ROAD, one.start), default=None)
    return text[found.start : found.end] if found is not None else ""
