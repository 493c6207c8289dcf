"""Sentences of the CAMEO manual in the PLOVER ontology (names of version 0.5b1): one event a sentence."""

from collections.abc import Iterable, Iterator

from benchmarks.coding import coder
from benchmarks.shared import Row
from benchmarks.texts import article_of
from rashomon.extraction.coder import CodedEvent
from rashomon.extraction.coder_parties import Party
from rashomon.lists.schemes import PloverVersion, load_schemes
from rashomon.text.wordlist import words

#: The development file in the optional data folder.
DEV = "bench/plover_gsr/dev.jsonl"
#: What a reader must not see.
GOLD = words("event mode context event_text source target reciprocal markup loc size dead injured comment")


def _actor(party: Party) -> Row:
    row = {"text": party.name, "code": party.identity.country, "sector": party.identity.sector}
    return {field: value for field, value in row.items() if value is not None}


def _contexts(event: CodedEvent) -> list[str]:
    """What the sentence is about most; records seldom name more."""
    return [load_schemes().context(name, PloverVersion.OLD) for name in event.contexts[:1]]


def _record(event: CodedEvent) -> Row:
    plover = load_schemes().plover_of(event.code, PloverVersion.OLD)
    return {
        "event": plover.category,
        "mode": plover.mode,
        "context": _contexts(event) or list(plover.contexts),
        "source": [_actor(party) for party in event.sources],
        "target": [_actor(party) for party in event.targets],
        "reciprocal": event.reciprocal,
    }


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the records one after the other: the most central event that PLOVER has a word for."""
    for row in rows:
        events = [event for event in coder().code(article_of(row["text"])) if event.root != "01"]
        yield {"id": row["id"], **(_record(events[0]) if events else {})}
