"""The records of a PROV document, as PROV-JSON and as PROV-N."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

#: The prefix of our own names, and what it stands for.
PREFIX, SPACE = "rsh", "urn:rashomon:"
#: The arguments of each kind of record, as PROV-JSON names them, in the order of PROV-N.
ARGUMENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "entity": (),
        "activity": ("startTime", "endTime"),
        "agent": (),
        "wasGeneratedBy": ("entity", "activity", "time"),
        "used": ("activity", "entity", "time"),
        "wasDerivedFrom": ("generatedEntity", "usedEntity", "activity", "generation", "usage"),
        "wasAttributedTo": ("entity", "agent"),
        "wasAssociatedWith": ("activity", "agent", "plan"),
        "actedOnBehalfOf": ("delegate", "responsible", "activity"),
        "wasInformedBy": ("informed", "informant"),
    }
)
_THINGS = frozenset({"entity", "activity", "agent"})


@dataclass(frozen=True, slots=True)
class Name:
    """A qualified name ("rsh:evt-1", "prov:Person"), as an attribute's value."""

    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """One statement: its kind, its arguments in order (``None`` is left open), and further attributes.

    A thing's first argument is its own name.
    """

    kind: str
    arguments: tuple[str | None, ...]
    attributes: tuple[tuple[str, str | Name], ...] = ()


def own(local: str) -> str:
    """Return one of our own names."""
    return f"{PREFIX}:{local}"


def prov_json(records: Iterable[Record]) -> str:
    """Return the document as PROV-JSON (W3C submission of 2013)."""
    document: dict[str, dict[str, object]] = {"prefix": {PREFIX: SPACE}}
    for n, record in enumerate(records, 1):
        key = record.arguments[0] if record.kind in _THINGS else f"_:r{n}"
        document.setdefault(record.kind, {})[str(key)] = _json(record)
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json(record: Record) -> dict[str, object]:
    given = record.arguments[1:] if record.kind in _THINGS else record.arguments
    names = ARGUMENTS[record.kind]
    stated = {f"prov:{name}": value for name, value in zip(names, given, strict=False) if value is not None}
    return {**stated, **{name: _value(value) for name, value in record.attributes}}


def _value(value: str | Name) -> object:
    return {"$": value.text, "type": "prov:QUALIFIED_NAME"} if isinstance(value, Name) else value


def prov_n(records: Iterable[Record]) -> str:
    """Return the document as PROV-N (W3C Recommendation of 2013)."""
    lines = ["document", f"  prefix {PREFIX} <{SPACE}>", "", *(f"  {_line(record)}" for record in records), "endDocument"]
    return "\n".join(lines) + "\n"


def _line(record: Record) -> str:
    things = record.kind in _THINGS
    room = len(ARGUMENTS[record.kind]) + things
    given = [value or "-" for value in (*record.arguments, *[None] * (room - len(record.arguments)))]
    stated = ", ".join(f"{name}={_literal(value)}" for name, value in record.attributes)
    return f"{record.kind}({', '.join([*given, *([f'[{stated}]'] if stated else [])])})"


def _literal(value: str | Name) -> str:
    if isinstance(value, Name):
        return f"'{value.text}'"
    escaped = " ".join(value.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def each_once(records: Iterable[Record]) -> Iterator[Record]:
    """Yield records, a thing only the first time that it is named, a relation once."""
    seen = set[object]()
    for record in records:
        key = (record.kind, record.arguments[0]) if record.kind in _THINGS else (record.kind, record.arguments, record.attributes)
        if key not in seen:
            seen.add(key)
            yield record
