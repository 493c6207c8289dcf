"""What actors, places and roots are called, remembered while a ledger's tables are told."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, select

from rashomon.store.frames.stored import StoredPlace, stored_place
from rashomon.store.frames.values import among, fetched
from rashomon.store.pages.origins import withheld_among
from rashomon.store.tables import actors, places, roots
from rashomon.store.withheld import PRIVATE_PERSON

#: A name to show and the id behind it, ``None`` where it is not linked or withheld.
Known = tuple[str, str | None]
#: A root, its kind and its name; ``None`` for all three where an account has none.
Source = tuple[str | None, str | None, str | None]
#: So many of a kind are held; with more, they are let go and read again.
_MOST = 1 << 16


class Registered:
    """What actors, places and roots are called, each read once for many pieces: thousands of articles name the same.

    It lasts as long as one export: what is withheld may be another the next time.
    """

    def __init__(self) -> None:
        self._actors: dict[str, Known] = {}
        self._private: set[str] = set()
        self._places: dict[str, Known] = {}
        self._stored: dict[str, StoredPlace] = {}
        self._roots: dict[str, Source] = {}

    def actors(self, connection: Connection, ids: Collection[str]) -> tuple[Mapping[str, Known], Collection[str]]:
        """Return what stands for each of these actors, and the ids of those who are private persons; both may hold more."""
        if missing := _missing(self._actors, ids):
            asked = select(actors.c.id, actors.c.name, actors.c.withheld).where(among(actors.c.id, missing))
            rows = fetched(connection, asked)
            self._private.update(key for key, _, withheld in rows if withheld)
            self._actors |= {key: (PRIVATE_PERSON, None) if withheld else (name, key) for key, name, withheld in rows}
        return self._actors, self._private

    def places(self, connection: Connection, ids: Collection[str]) -> Mapping[str, Known]:
        """Return what stands for each of these places; there may be more."""
        if missing := _missing(self._places, ids):
            rows = fetched(connection, select(places.c.id, places.c.name).where(among(places.c.id, missing)))
            self._places |= {key: (name, key) for key, name in rows}
        return self._places

    def stored_places(self, connection: Connection, ids: Collection[str]) -> Mapping[str, StoredPlace]:
        """Return these places in their stored form; there may be more."""
        if missing := _missing(self._stored, ids):
            rows = fetched(connection, select(places.c.id, places.c.content).where(among(places.c.id, missing)))
            self._stored |= {key: stored_place(content) for key, content in rows}
        return self._stored

    def roots(self, connection: Connection, ids: Collection[str]) -> Mapping[str, Source]:
        """Return the kind and the name of each of these roots, names of private persons withheld; there may be more."""
        if missing := _missing(self._roots, ids):
            asked = select(roots.c.id, roots.c.kind, roots.c.name).where(among(roots.c.id, missing))
            rows = fetched(connection, asked)
            private = withheld_among(connection, {name for *_, name in rows})
            self._roots |= {key: (key, kind, PRIVATE_PERSON if name in private else name) for key, kind, name in rows}
        return self._roots


def _missing(held: dict[str, Any], ids: Collection[str]) -> list[str]:
    """Return which ids are not held yet, sorted; what is held is let go where it has become too much."""
    if len(held) > _MOST:
        held.clear()
    return sorted([one for one in ids if one not in held])
