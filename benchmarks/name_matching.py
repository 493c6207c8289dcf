"""Whether two names are one; whom of a list a name, a birth and a nationality mean."""

import functools
import json
from collections.abc import Iterable, Iterator

from benchmarks.shared import Row, shared
from rashomon.linking.names.comparing import ONE_AT, compare_names
from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.lookup import Person, PersonIndex
from rashomon.lists.countries import load_countries
from rashomon.model.dates import DateInterval

DEV = ("bench/name_matching/pairs.dev.jsonl", "bench/name_matching/un_link.dev.jsonl")
GOLD = ("match", "quality", "category", "group", "target", "altered")
_KINDS = {"Person": NameKind.PERSON, "Organization": NameKind.ORGANISATION, "Vessel": NameKind.VESSEL}


def name_kind(row: Row) -> NameKind:
    """Return how a pair's names are compared; what is not said to be a person, a vessel or a body is a company."""
    return _KINDS.get(row["schema"], NameKind.COMPANY)


@functools.cache
def registry() -> PersonIndex:
    """Return the list that look-ups are made in."""
    lines = shared("bench", "name_matching", "un_registry.jsonl").read_text(encoding="utf-8").splitlines()
    return PersonIndex(map(person, map(json.loads, lines)), load_countries())


def person(row: Row) -> Person:
    """Return what a record says of a person."""
    born = row.get("birth_date")
    return Person(row["id"], (row["name"],), _date(born) if born else None, row.get("birth_place"), row.get("nationality"))


def _date(text: str) -> DateInterval | None:
    """The date of "1962-8-20", "1962-08" or "1962"; ``None`` for what is no date."""
    parts = text.split("-")
    try:
        return DateInterval.parse("-".join([parts[0], *(f"{int(part):02}" for part in parts[1:])]))
    except ValueError:
        return None


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Judge the pairs, or look the persons up, one after the other."""
    for row in rows:
        if "name1" in row:
            score = compare_names(row["name1"], row["name2"], name_kind(row)).score
            yield {"id": row["id"], "match": score >= ONE_AT, "score": score}
        else:
            found = registry().find(person(row))
            yield {"id": row["id"], "target": None if found is None else found.person.key}
