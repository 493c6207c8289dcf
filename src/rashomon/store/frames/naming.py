"""The names of the actors and places that events speak of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rashomon.store.frames.raw import Raw, parsed
from rashomon.store.frames.values import among, fetched
from rashomon.store.tables import actors, event_actors, event_places, places
from rashomon.store.withheld import PRIVATE_PERSON


@dataclass(frozen=True, slots=True)
class Names:
    """Actors and places by id: a private person has no id and no name of its own."""

    known: Mapping[str, tuple[str, str | None]]
    where: Mapping[str, Raw]

    def of(self, key: str) -> tuple[str, str | None]:
        """Return the name and the id to show for an actor or place."""
        return self.known.get(key, (key, key))

    def name(self, key: str) -> str | None:
        """Return the name to show for an actor or place, ``None`` where the ledger holds none."""
        return self.known[key][0] if key in self.known else None

    def actors(self, versions: Iterable[Raw]) -> tuple[list[str], list[str | None]]:
        """Return names and ids of the actors of some versions, side by side."""
        names: list[str] = []
        ids: list[str | None] = []
        for version in versions:
            name, key = self.of(version["value"])
            names.append(name)
            ids.append(key)
        return names, ids

    def places(self, keys: Sequence[str]) -> list[tuple[str, Raw]]:
        """Return the places of these ids, each with its id, in their stored form; unknown ones are left out."""
        return [(key, self.where[key]) for key in dict.fromkeys(keys) if key in self.where]


def names_of_events(connection: Connection, ids: tuple[str, ...]) -> Names:
    """Return the names that these events need."""
    of_events = select(event_actors.c.actor_id).where(among(event_actors.c.event_id, ids))
    whom = select(actors.c.id, actors.c.name, actors.c.withheld).where(actors.c.id.in_(of_events))
    known: dict[str, tuple[str, str | None]] = {
        key: (PRIVATE_PERSON, None) if withheld else (name, key) for key, name, withheld in fetched(connection, whom)
    }
    at_events = select(event_places.c.place_id).where(among(event_places.c.event_id, ids))
    rows = fetched(connection, select(places.c.id, places.c.content).where(places.c.id.in_(at_events)))
    where = {key: parsed(content) for key, content in rows}
    return Names(known | {key: (place["name"], key) for key, place in where.items()}, where)
