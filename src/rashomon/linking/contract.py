"""What linking is given: articles with their readings. What it gives back is `rashomon.model.ledger.Linked`."""

from dataclasses import dataclass
from typing import Protocol

from rashomon.model.actors import Actor
from rashomon.model.places import Place
from rashomon.model.reading import Reading
from rashomon.model.sources import Article, Outlet


@dataclass(frozen=True, slots=True)
class Source:
    """An article and what was read in it."""

    article: Article
    reading: Reading


class Registry(Protocol):
    """The actors and outlets that are listed."""

    @property
    def digest(self) -> str:
        """Changes whenever the list does."""
        ...

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All listed actors, by name."""
        ...

    def find(self, name: str) -> tuple[Actor, ...]:
        """Return the actors that have this name or alias once both are folded, in order of name."""
        ...

    def outlet(self, name: str) -> Outlet | None:
        """Return the listed outlet of this name or alias; ``None`` where it is not listed."""
        ...


class Gazetteer(Protocol):
    """The places that are known."""

    @property
    def digest(self) -> str:
        """Changes whenever the list does."""
        ...

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of this name once both are folded, most populous first."""
        ...

    def unwritten(self, name: str) -> bool:
        """Return whether no place is written so: what `find` gives is of a looser spelling."""
        ...

    def country(self, name: str) -> str | None:
        """Return the ISO 3166 alpha-2 code of a country's name or adjective ("Iraqi"), ``None`` where it is none."""
        ...
