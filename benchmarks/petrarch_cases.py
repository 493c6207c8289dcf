"""The test sentences of the PETRARCH event coders, in the actor codes of the dictionary that each record names.

These coders know no tense: what will be done is coded as done.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from benchmarks.coding import coder
from benchmarks.petrarch_dictionary import PetrarchDictionary, dictionary
from benchmarks.shared import Row, shared
from benchmarks.texts import article_of
from rashomon.extraction.coder import CodedEvent
from rashomon.extraction.coder_parties import Party

#: The development file in the optional data folder.
DEV = "bench/petrarch_cases/dev.jsonl"
#: What a reader must not see; ids and notes say nothing either.
GOLD = ("events", "note", "category")
_DICTIONARIES = "bench/petrarch_cases/dict"
#: An act that is told less centrally than this is left out.
_LEAST = 1.3
#: The first CAMEO root of hostile deeds.
_DEEDS = "14"


def _codes(parties: Sequence[Party], known: PetrarchDictionary, day: date | None) -> list[str]:
    found = (known.code(f"{party.head} {party.text}", day) for party in parties)
    return list(dict.fromkeys(code for code in found if code is not None))


def _as_said(event: CodedEvent, known: PetrarchDictionary, day: date | None) -> Row | None:
    """Return what these coders make of a hostile deed that somebody says another did: an accusation; ``None`` for any other."""
    said, done = _codes(event.said_by, known, day), _codes(event.sources, known, day)
    if event.code != event.deed or event.root < _DEEDS or not said or not done or said[0] == done[0]:
        return None
    return {"source": said[0], "target": done[0], "code": "112"}


def _rows(event: CodedEvent, known: PetrarchDictionary, day: date | None) -> Iterator[Row]:
    accusation = _as_said(event, known, day)
    if accusation is not None:
        yield accusation
        return
    sources, targets = _codes(event.sources, known, day), _codes(event.targets, known, day)
    if event.reciprocal:
        targets = sources
    for source in sources:
        for target in targets:
            if source != target:
                yield {"source": source, "target": target, "code": event.deed or event.code}
                if event.back is not None and not event.reciprocal:
                    yield {"source": target, "target": source, "code": event.back}


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the records one after the other; an event needs a source and a target that the dictionary knows."""
    folder = shared(_DICTIONARIES)
    for row in rows:
        known = dictionary(folder, row["dictionary"])
        day = date.fromisoformat(row["date"]) if row.get("date") else None
        events = coder().code(article_of(row["text"]))
        coded = [one for event in events if event.weight > _LEAST for one in _rows(event, known, day)]
        yield {"id": row["id"], "events": list({tuple(one.values()): one for one in coded}.values())}
