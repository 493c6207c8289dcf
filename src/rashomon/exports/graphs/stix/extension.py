"""What STIX has no room for, as an extension of its objects: status, versions of tolls, roots, grades, words and their place."""

import json
from collections.abc import Mapping
from typing import Any

from rashomon.exports.contract import Aggregation
from rashomon.exports.graphs.stix.ids import EPOCH, stix_id
from rashomon.model.marks import Mark

#: The version of the extension's form.
VERSION = "1.0.0"
#: The id under which objects carry the extension, and that of the one who wrote them.
EXTENSION = stix_id("extension-definition", "rashomon", VERSION)
WRITER = stix_id("identity", "rashomon")

_TEXT = {"type": "string"}
_NUMBER = {"type": "number"}
_TEXTS = {"type": "array", "items": _TEXT}
_VERSIONS = {
    "type": "array",
    "items": {
        "type": "object",
        "description": "one version of a value: low and high (an end that is missing is open) or value, and who gives it",
        "properties": {
            "low": {"type": "number"},
            "high": {"type": "number"},
            "value": _TEXT,
            "accounts": _TEXTS,
            "roots": _TEXTS,
        },
        "required": ["accounts", "roots"],
        "additionalProperties": False,
    },
}
_TOLL = {
    "type": "object",
    "description": "the least and the greatest that any version allows, and the number taken",
    "properties": {name: {"type": "integer"} for name in ("low", "best", "high")},
    "required": ["low", "best", "high"],
    "additionalProperties": False,
}
_EVIDENCE = {
    "type": "array",
    "items": {
        "type": "object",
        "description": "words with their place in an article's text, in characters from its start",
        "properties": {
            "article": _TEXT,
            "start": {"type": "integer"},
            "end": {"type": "integer"},
            "words": _TEXT,
            "outlet": _TEXT,
            "grade": {"enum": list("ABCDEF")},
            "published": _TEXT,
            "address": _TEXT,
        },
        "required": ["article", "start", "end", "words", "outlet", "grade"],
        "additionalProperties": False,
    },
}
_FIGURES = {
    "type": "array",
    "items": {
        "type": "object",
        "description": "a number that an account gives: what it counts, as low and high (an end that is missing is open)",
        "properties": {
            **dict.fromkeys(("figure", "account", "counts", "unit", "qualifier", "period", "as_of", "source", "words"), _TEXT),
            **dict.fromkeys(("low", "high"), _NUMBER),
            "cumulative": {"type": "boolean"},
        },
        "required": ["figure", "account", "counts", "source", "words"],
        "additionalProperties": False,
    },
}
#: What the extension may say of an object; also the schema that its definition carries.
SCHEMA: Mapping[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Rashomon: what happened, according to whom",
    "type": "object",
    "properties": {
        "extension_type": {"const": "property-extension"},
        "ledger_id": {"type": "string", "description": "the id of the thing in the ledger"},
        "says": {"type": "string", "description": "event type, stance of a claim, relation of a tie, kind of an actor or place"},
        "status": {"type": "string", "description": "on whose word it stands, or how a tie stands"},
        "aggregation": {"enum": [one.value for one in Aggregation], "description": "how versions become one value"},
        "chosen": {
            "type": "object",
            "description": "the version of each value that the aggregation chooses",
            "properties": {**dict.fromkeys(("type", "date", "place"), _TEXT), "killed": _TOLL, "injured": _TOLL},
            "additionalProperties": False,
        },
        "dates": _VERSIONS,
        "killed": _VERSIONS,
        "injured": _VERSIONS,
        "figures": _FIGURES,
        "roots": {**_TEXTS, "description": "where the information first comes from; independent means: different roots"},
        "independent_roots": {"type": "integer"},
        "contradictions": {"type": "integer"},
        "lists": {**_TEXTS, "description": "lists that state it, apart from any article"},
        "listed": {"type": "boolean", "description": "false for an actor met in texts only"},
        "role": _TEXT,
        "speakers": {**_TEXTS, "description": "who says it, through whom, in which outlet; the origin first"},
        "speaker_ref": {"type": "string", "description": "the STIX object of who says it"},
        "names": {**_TEXTS, "description": "other names; those that others may share are marked in ambiguous_names"},
        "ambiguous_names": _TEXTS,
        "precision": {"type": "string", "description": "how exactly a place is known"},
        "published_stated": {
            "type": "boolean",
            "description": "false where the page states no date, and published is the capture's",
        },
        "capture": {"type": "string", "description": "SHA-256 of the bytes that an article stands in"},
        "evidence": _EVIDENCE,
    },
    "required": ["extension_type", "ledger_id"],
    "additionalProperties": False,
}


def definition() -> dict[str, Any]:
    """Return the extension's definition with its schema."""
    return {
        "type": "extension-definition",
        "spec_version": "2.1",
        "id": EXTENSION,
        "created_by_ref": WRITER,
        "created": EPOCH,
        "modified": EPOCH,
        "name": "Rashomon: what happened, according to whom",
        "description": "On whose word an object stands, every version of its values with who gives it, and the words.",
        "schema": json.dumps(SCHEMA, separators=(",", ":")),
        "version": VERSION,
        "extension_types": ["property-extension"],
    }


def writer(clearance: Mark) -> dict[str, Any]:
    """Return the identity that all objects are created by: a program, not a person."""
    return {
        "type": "identity",
        "spec_version": "2.1",
        "id": WRITER,
        "created": EPOCH,
        "modified": EPOCH,
        "name": "Rashomon (machine reading)",
        "description": f"Read by a machine from articles that may be shared up to TLP:{clearance.value.upper()}.",
        "identity_class": "system",
    }
