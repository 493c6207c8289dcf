"""The annotated documents as records, and the tenth of them that is held out.

Documents that tell one happening, or copy one another, fall on the same side.
"""

import hashlib
import importlib.util
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

Record = dict[str, Any]

CORPUS = Path(__file__).with_name("corpus")
#: One cluster in so many is held out.
TENTH = 10


@cache
def _checker() -> ModuleType:
    """Return the corpus's own checker, which also reads it."""
    spec = importlib.util.spec_from_file_location("corpus_check", CORPUS / "check.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(CORPUS / "check.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(folder: Path = CORPUS / "train") -> list[Record]:
    """Return all documents, in order of file and place; raises ValueError where one breaks a rule of the guide."""
    read = _checker().read
    return [read(doc) for path in sorted(folder.glob("*.xml")) for doc in ET.parse(path).getroot().iter("doc")]


def further() -> list[Record]:
    """Return the documents written later, all of them to train on."""
    return documents(CORPUS / "more")


def clusters(records: Iterable[Record]) -> dict[str, str]:
    """Return each document's cluster: the least id of those tied to it by ``same`` or ``copy_of``."""
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            key = parent[key]
        return key

    records = list(records)
    for record in records:
        ties = [f"same:{event['same']}" for event in record["events"] if event.get("same")]
        if record.get("copy_of"):
            ties.append(record["copy_of"])
        for tie in ties:
            one, other = sorted((find(record["id"]), find(tie)))
            parent[other] = one
    return {record["id"]: find(record["id"]) for record in records}


def split(records: Iterable[Record]) -> tuple[list[Record], list[Record]]:
    """Return the documents to train on and those held out."""
    records = list(records)
    cluster = clusters(records)
    held = {name for name in set(cluster.values()) if int(hashlib.sha256(name.encode()).hexdigest(), 16) % TENTH == 0}
    return [r for r in records if cluster[r["id"]] not in held], [r for r in records if cluster[r["id"]] in held]
