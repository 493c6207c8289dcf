"""Public sets with an open licence that the model is trained on beside the annotated documents: MUC-4, re3d without its BBC part.

They are read from the optional data folder at training time and never copied.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.shared import shared
from rashomon.extraction.trained.labels import PARTS
from training.encode import Marked, Span

Row = dict[str, Any]

#: Which slots of a template say something of a phrase, by the slot the phrase fills.
_SAYS = {
    "phys_id": {"kind": "phys_type", "effect": "phys_effect"},
    "hum_name": {"kind": "hum_type", "effect": "hum_effect"},
    "hum_description": {"kind": "hum_type", "effect": "hum_effect"},
    "perp_org": {"firmness": "perp_org_confidence"},
}


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def incidents() -> list[Marked]:
    """Return MUC-4's training part, lower case, with the phrases that fill its templates."""
    return [_incident(row) for row in _rows(shared("bench/muc4/train.jsonl"))]


def _incident(row: Row) -> Marked:
    text = row["doctext"]
    found: dict[Span, tuple[str, Span, str, dict[str, str]]] = {}
    for template in row["full"]:
        for part in PARTS:
            for fill in template[part]:
                classes = _classes(template, part, fill)
                for span in _where(text, fill["values"]):
                    found.setdefault(span, ("part", span, part, classes))
    kept: list[tuple[str, Span, str, dict[str, str]]] = []
    for mark in sorted(found.values(), key=lambda mark: (mark[1][0], -mark[1][1])):
        if not kept or mark[1][0] >= kept[-1][1][1]:
            kept.append(mark)
    return Marked(text, kept, ("part",), cased=False)


def _classes(template: Row, part: str, fill: Row) -> dict[str, str]:
    classes = {"kind": "-", "effect": "-", "firmness": "-", "state": ""}
    for name, slot in (("incident", "type"), ("stage", "stage"), ("state", "perp_category")):
        value = next((f["values"][0] for f in template[slot]), "")
        classes[name] = value.lower() if name == "incident" else value
    for name, slot in _SAYS.get(part, {}).items():
        for said in template[slot]:
            if set(said.get("xref", ())) & set(fill["values"]):
                classes[name] = said["values"][0]
    return classes


def _where(text: str, values: list[str]) -> Iterator[Span]:
    for value in values:
        words = r"\s+".join(map(re.escape, value.lower().split()))
        yield from (found.span() for found in re.finditer(rf"(?<!\w){words}(?!\w)", text))


def entities() -> list[Marked]:
    """Return re3d's training sentences, but those of the BBC, with their entities."""
    made = []
    for row in _rows(shared("bench/re3d/train.jsonl")):
        if not str(row.get("licence", "")).startswith(("public domain", "OGL", "CC BY-SA", "CC BY 3.0", "EU reuse")):
            continue
        spans = [("entity", (e["start"], e["end"]), e["type"], {}) for e in row["entities"]]
        made.append(Marked(row["text"], sorted(spans, key=lambda mark: mark[1]), ("entity",)))
    return made
