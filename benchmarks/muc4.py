"""Terrorism in messages of a news monitor: one template an incident, in the forms that papers and the conference of 1992 use."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from benchmarks.muc4_slots import slots
from benchmarks.shared import Row
from rashomon.extraction.incidents.phrases import Model
from rashomon.extraction.incidents.reader import IncidentReader
from rashomon.extraction.incidents.tagger import WORDS, WordTagger
from rashomon.extraction.incidents.values import Incident
from rashomon.extraction.trained.encoder import TrainedModel
from rashomon.extraction.trained.shipping import MODEL, is_complete
from rashomon.lists.countries import Country, load_countries
from rashomon.lists.gazetteer import load_gazetteer

DEV = "bench/muc4/dev.jsonl"
GOLD = ("templates", "entities", "full")
_DATELINE = re.compile(r"^(.*?)\s*--\s*", re.DOTALL)
#: Heads of a message in brackets, and a bracket's end in another way of writing it.
_HEADS = re.compile(r"^(?:\s*\[[^\]]*\])+\s*")
_BRACKETS = str.maketrans("[]", "()")
#: Paragraphs where only the flattened text is given.
_FLAT = re.compile(r" {3,}")
_INDENT = re.compile(r"\n[ \t]*\n\s*")


@functools.cache
def reader() -> IncidentReader | None:
    """Return the product's reader of incidents with the model that ships, ``None`` where none does."""
    if not (is_complete(MODEL, "incidents") and (MODEL / WORDS).is_file()):
        return None
    model: Model = TrainedModel(MODEL, "incidents")
    return IncidentReader(model, WordTagger(MODEL / WORDS), load_gazetteer())


@functools.cache
def countries() -> dict[str, Country]:
    """Return the countries by ISO 3166 alpha-2 code."""
    return load_countries().by_iso2


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the messages one after the other."""
    product = reader()
    for row in rows:
        published = date.fromisoformat(row["date"]) if row.get("date") else None
        yield prediction(row["id"], product.read(body(row), published, origin(row)) if product else ())


def prediction(message: str, incidents: Sequence[Incident]) -> Row:
    """Return the incidents of a message in the set's form."""
    full = [{"template": n + 1, "optional": False, **slots(incident, countries())} for n, incident in enumerate(incidents)]
    return {"id": message, "templates": [template(incident) for incident in incidents], "full": full}


def body(row: Row) -> str:
    """Return what a message says without its heads: the text as distributed, else the flattened one."""
    if not row.get("text"):
        return _FLAT.sub("\n\n", row["doctext"].strip())
    text = _HEADS.sub("", _DATELINE.sub("", row["text"], count=1)).translate(_BRACKETS)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in _INDENT.split(text.strip()))


def origin(row: Row) -> str | None:
    """Return the place of a message's dateline, ``None`` where it names none."""
    place = (row.get("dateline") or "").partition(",")[0].strip()
    return None if not place or place.startswith(("CLANDESTINE", "NO CITY (CL")) else place


def template(incident: Incident) -> Row:
    """Return an incident as the papers' template: five roles, entities with their surest mention."""
    return {
        "incident_type": incident.kind,
        "PerpInd": [[one.names[0]] for one in incident.persons],
        "PerpOrg": [[one.names[0]] for one in incident.organisations],
        "Target": [[one.names[0]] for one in incident.things],
        "Victim": [[one.names[0]] for one in incident.people if one.names],
        "Weapon": [[one.names[0]] for one in incident.instruments if one.names],
    }
