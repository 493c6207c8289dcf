"""Our event types in the schemes of PLOVER, ACLED and CAMEO, and CAMEO codes in PLOVER's.

>>> schemes = load_schemes()
>>> schemes.plover(EventType.AIRSTRIKE).category, schemes.cameo(EventType.AIRSTRIKE)
('ASSAULT', '195')
>>> schemes.plover_of("0841")
Plover(category='RETREAT', mode='release', contexts=('legal',))
"""

import functools
import importlib.resources
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import yaml

from rashomon.lists.listfile import LOADER
from rashomon.model.errors import ListError
from rashomon.model.words import EventType, MentionKind

_NOBODY = "none"


class PloverVersion(StrEnum):
    """Whose names of categories and modes: the draft of 2.0, or 0.5b1 (DEMAND, DISAPPROVE, INVESTIGATE, FIGHT)."""

    DRAFT_2 = "2.0"
    OLD = "0.5b1"


@dataclass(frozen=True, slots=True)
class Plover:
    """What happened, how and about what; ``None`` and empty where the scheme has no word for it (public statements)."""

    category: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acled:
    """Event type and sub-event type as ACLED's columns print them."""

    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True)
class AcledRow:
    """Which types become which sub-event type, where agents and patients are of these kinds (empty: of any)."""

    types: frozenset[EventType]
    agents: frozenset[str]
    patients: frozenset[str]
    sub_event_type: str


@dataclass(frozen=True)
class Schemes:
    """All mappings of ``schemes.yaml``."""

    types: Mapping[EventType, tuple[str, Plover]]
    rows: tuple[AcledRow, ...]
    acled_events: Mapping[str, str]
    acled_unfit: Mapping[str, tuple[str, ...]]
    cameo_roots: Mapping[str, str]
    tables: Mapping[str, Mapping[str, str]]
    quads: Mapping[str, int]

    def plover(self, event_type: EventType) -> Plover:
        """Return an event type in PLOVER's words (2.0)."""
        return self.types[event_type][1]

    def cameo(self, event_type: EventType) -> str:
        """Return the CAMEO code of an event type; its first two digits are the root."""
        return self.types[event_type][0]

    def acled(
        self, event_type: EventType, agents: Iterable[MentionKind] = (), patients: Iterable[MentionKind] = ()
    ) -> Acled | None:
        """Return an event type in ACLED's words, ``None`` where ACLED would not code it.

        Args:
            event_type: what happened.

            agents: the kinds of those who do it.

            patients: the kinds of those it is done to.
        """
        doers, others = _kinds(agents), _kinds(patients)
        for row in self.rows:
            fits = (not row.agents or row.agents & doers) and (not row.patients or row.patients & others)
            if event_type in row.types and fits:
                return Acled(self.acled_events[row.sub_event_type], row.sub_event_type)
        return None

    def plover_of(self, code: str, version: PloverVersion = PloverVersion.DRAFT_2) -> Plover:
        """Return a CAMEO code in PLOVER's words."""
        category = self._longest("categories", code)
        mode = self._longest("modes", code)
        if version is PloverVersion.OLD:
            category = self._longest("categories 0.5b1", code) or category
            mode = self._longest("modes 0.5b1", code)
        context = self._longest("contexts", code)
        return Plover(category, mode, (self.context(context, version),) if context is not None else ())

    def context(self, name: str, version: PloverVersion) -> str:
        """Return a context of 2.0 by the name that a version has for it."""
        return self.tables["contexts 0.5b1"].get(name, name) if version is PloverVersion.OLD else name

    def quad(self, category: str) -> int | None:
        """Return the quad class of a PLOVER category (1 verbal, 2 material cooperation; 3 verbal, 4 material conflict)."""
        return self.quads.get(category)

    def _longest(self, table: str, code: str) -> str | None:
        rows = self.tables[table]
        return next((rows[code[:size]] for size in range(len(code), 1, -1) if code[:size] in rows), None)


def cameo_quad(code: str) -> int:
    """Return the quad class of a CAMEO code, by its root.

    >>> cameo_quad("051"), cameo_quad("084"), cameo_quad("112"), cameo_quad("195")
    (1, 2, 3, 4)
    """
    root = int(code[:2])
    return 1 + (root > 5) + (root > 8) + (root > 13)  # noqa: PLR2004 - the last roots of each class


def _kinds(kinds: Iterable[MentionKind]) -> frozenset[str]:
    return frozenset(str(kind) for kind in kinds) or frozenset({_NOBODY})


@functools.cache
def load_schemes() -> Schemes:
    """Read the shipped mappings. Raises ListError where a type is missing or a name is unknown."""
    text = importlib.resources.files("rashomon.lists").joinpath("schemes.yaml").read_bytes()
    read: Mapping[str, Any] = yaml.load(text, Loader=LOADER)  # noqa: S506 - makes nothing but strings
    events = {sub: event for event, subs in read["acled_events"].items() for sub in subs}
    types = {EventType(name): (row["cameo"], _plover(row)) for name, row in read["types"].items()}
    missing = [kind for kind in EventType if kind not in types]
    if missing:
        raise ListError(f"schemes.yaml has no row for {missing[0]!r}: give it a CAMEO code and a PLOVER category")
    plover = read["plover"]
    return Schemes(
        types,
        tuple(_row(row, events) for row in read["acled"]),
        events,
        {why: tuple(phrases) for why, phrases in read["acled_unfit"].items()},
        read["cameo_roots"],
        {name: table for name, table in plover.items() if name != "quads"},
        {name: int(number) for name, number in plover["quads"].items()},
    )


def _plover(row: Mapping[str, Any]) -> Plover:
    return Plover(row.get("category"), row.get("mode"), tuple(row.get("contexts", ())))


def _row(row: Mapping[str, Any], events: Mapping[str, str]) -> AcledRow:
    if row["sub"] not in events:
        raise ListError(f"schemes.yaml names the sub-event type {row['sub']!r}, which stands under no event type of acled_events")
    kinds = frozenset(EventType(name) for name in row["types"])
    return AcledRow(kinds, frozenset(row.get("agent", ())), frozenset(row.get("patient", ())), row["sub"])
