"""PLOVER's words and rules, and what breaks them in a record or file. After the manual of its 2.0 draft."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rashomon.lists.schemes import load_schemes

#: The modes of each category.
MODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AGREE": (),
        "CONSULT": ("visit", "third-party", "multilateral", "phone"),
        "SUPPORT": (),
        "CONCEDE": (),
        "COOPERATE": (),
        "AID": (),
        "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
        "REQUEST": ("assist", "change", "yield", "meet"),
        "ACCUSE": ("disapprove", "investigate", "allege"),
        "REJECT": ("assist", "change", "yield", "meet"),
        "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
        "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
        "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
        "MOBILIZE": ("troops", "weapons", "police", "militia"),
        "COERCE": (
            *("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"),
            *("misinformation", "cyber"),
        ),
        "ASSAULT": (
            *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives"),
            *("suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
        ),
    }
)
CONTEXTS = frozenset(
    (
        *("military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy"),
        *("pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression"),
        *("human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping"),
        *("health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn"),
        *("cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking"),
    )
)
#: Categories that need somebody it is done to.
NEED_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})
_SCALES: Mapping[str, float] = MappingProxyType(
    {
        "AGREE": 2.5,
        "CONSULT": 2.5,
        "SUPPORT": 5.0,
        "CONCEDE": 4.5,
        "COOPERATE": 9.5,
        "AID": 10.0,
        "RETREAT": 6.5,
        "REQUEST": 0.0,
        "ACCUSE": -3.0,
        "REJECT": -2.0,
        "THREATEN": -3.5,
        "PROTEST": -5.0,
        "SANCTION": -6.0,
        "MOBILIZE": -5.5,
        "COERCE": -7.0,
        "ASSAULT": -9.0,
    }
)
_OF_MODES: Mapping[tuple[str, str], float] = MappingProxyType(
    {
        ("CONSULT", "visit"): 4.0,
        ("CONSULT", "third-party"): 1.0,
        ("CONSULT", "multilateral"): 4.0,
        ("CONSULT", "phone"): 1.5,
        ("RETREAT", "withdraw"): 8.0,
        ("RETREAT", "disarm"): 10.0,
        ("RETREAT", "ceasefire"): 7.5,
        ("RETREAT", "resign"): 4.5,
        ("PROTEST", "riot"): -7.0,
        ("MOBILIZE", "troops"): -6.5,
        ("MOBILIZE", "weapons"): -6.5,
        ("MOBILIZE", "militia"): -6.0,
        ("COERCE", "censor"): -6.5,
        ("COERCE", "curfew"): -6.5,
        ("COERCE", "martial-law"): -7.5,
        ("ASSAULT", "abduct"): -8.5,
        ("ASSAULT", "beat"): -7.5,
        ("ASSAULT", "torture"): -8.5,
        ("ASSAULT", "sexual"): -8.5,
        ("ASSAULT", "targeted"): -9.5,
        ("ASSAULT", "destroy"): -8.5,
        ("ASSAULT", "primitive"): -8.0,
        ("ASSAULT", "suicide-attack"): -9.5,
        ("ASSAULT", "aerial"): -9.5,
        ("ASSAULT", "drone"): -9.5,
        ("ASSAULT", "heavy-weapons"): -9.5,
        ("ASSAULT", "crowd-control"): -7.5,
        ("ASSAULT", "unconventional"): -10.0,
    }
)
_REQUIRED = ("id", "date", "actor", "event")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def scale_of(category: str, mode: str | None) -> float:
    """Return how cooperative (up to 10) or conflictive (down to -10) an event is.

    >>> scale_of("ASSAULT", "aerial"), scale_of("AID", None)
    (-9.5, 10.0)
    """
    return _OF_MODES.get((category, mode or ""), _SCALES[category])


def problems(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield what breaks the rules in a record, nothing where all is well."""
    missing = [name for name in _REQUIRED if not record.get(name)]
    if missing:
        yield f"{missing[0]} is missing"
        return
    if not _DAY.fullmatch(str(record["date"])):
        yield f"date {record['date']!r} is no day"
    category = record["event"][0]
    if category not in MODES:
        yield f"{category!r} is no category"
        return
    yield from (f"{mode!r} is no mode of {category}" for mode in record.get("mode", ()) if mode not in MODES[category])
    yield from (f"{context!r} is no context" for context in record.get("context", ()) if context not in CONTEXTS)
    if record.get("quad_code") != load_schemes().quad(category):
        yield f"quad_code {record.get('quad_code')!r} is not that of {category}"
    if category in NEED_RECIPIENT and not record.get("recipient"):
        yield f"{category} has no recipient"
    yield from _entities(record)


def _entities(record: Mapping[str, Any]) -> Iterator[str]:
    for entity in (*record["actor"], *record.get("recipient", ())):
        if not entity.get("entity_text") or not re.fullmatch(r"[A-Z]{3}", str(entity.get("sector"))):
            yield f"entity {entity!r} has no text or no sector of three letters"


def file_problems(path: Path) -> Iterator[str]:
    """Yield what breaks the form in a file, by line; an id that stands twice too."""
    seen: set[str] = set()
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                record = json.loads(line)
            except ValueError as error:
                yield f"line {number}: {error}"
                continue
            yield from (f"line {number}: {problem}" for problem in problems(record))
            if record.get("id") in seen:
                yield f"line {number}: the id {record['id']} stands twice"
            seen.add(record.get("id"))
