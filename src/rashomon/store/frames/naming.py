"""The names of the actors and places that events speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from rashomon.store.frames.registered import Known, Registered
from rashomon.store.frames.stored import StoredEvent, StoredPlace, StoredVersion


@dataclass(frozen=True, slots=True)
class Names:
    """Actors and places by id: a private person has no id and no name of its own."""

    known: Mapping[str, Known]
    where: Mapping[str, StoredPlace]

    def of(self, key: str) -> Known:
        """Return the name and the id to show for an actor or place."""
        return self.known.get(key) or (self.where[key].name if key in self.where else key, key)

    def name(self, key: str) -> str | None:
        """Return the name to show for an actor or place, ``None`` where the ledger holds none."""
        return self.of(key)[0] if key in self.known or key in self.where else None

    def actors(self, versions: Sequence[StoredVersion]) -> tuple[Sequence[str], Sequence[str | None]]:
        """Return names and ids of the actors of some versions, side by side."""
        several = [self.of(version.value) for version in versions]
        return [name for name, _ in several], [key for _, key in several]

    def places(self, keys: Sequence[str]) -> list[tuple[str, StoredPlace]]:
        """Return the places of these ids, each with its id, in their stored form; unknown ones are left out."""
        return [(key, self.where[key]) for key in dict.fromkeys(keys) if key in self.where]


def names_of_events(connection: Connection, events: Sequence[StoredEvent], registered: Registered) -> Names:
    """Return the names that these events need."""
    known, _ = registered.actors(connection, {one.value for event in events for one in (*event.agents, *event.patients)})
    return Names(known, registered.stored_places(connection, {one.value for event in events for one in event.places}))
