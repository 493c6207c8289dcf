"""What linking is given to go on from, and what it gives back: not a whole ledger, but what is to be changed in one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rashomon.linking.contract import Source
from rashomon.model.actors import Actor
from rashomon.model.ledger import ActorLink, Contradiction, Copy, Event, Linked, PlaceLink, Root, Series
from rashomon.model.places import Place
from rashomon.model.sources import Article


@dataclass(frozen=True, slots=True)
class Line:
    """What is kept of one article, as text and bytes that only linking reads.

    Args:
        outline: what every run looks at; see `rashomon.linking.relinking.outlines.Outline`.

        tellings: its accounts as they are compared with others; looked at only where one of them is.

        sample, blocks: runs of letters, and keys under which accounts meet, eight bytes each.
    """

    outline: str
    tellings: str
    sample: bytes
    blocks: bytes


class Memory(Protocol):
    """What a ledger holds of the last run. Empty before the first, and after lists or the version changed."""

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Yield for each article that was linked its id and its line, without the tellings."""
        ...

    def tellings(self, article_ids: Iterable[str]) -> Mapping[str, str]:
        """Return the tellings of some articles by id."""
        ...

    def value(self, name: str) -> str | None:
        """Return what is kept of all articles together under a name, ``None`` where nothing is."""
        ...

    def copies(self) -> tuple[Copy, ...]:
        """Return the copies that were found."""
        ...

    def places(self, place_ids: Iterable[str]) -> Iterator[Place]:
        """Yield some of the places that were linked."""
        ...


class Sources(Protocol):
    """The articles of now."""

    def stamps(self) -> Mapping[str, str]:
        """Return for each article that counts and was read what tells one reading of one text from another."""
        ...

    def take(self, article_ids: Iterable[str]) -> Iterator[Source]:
        """Yield some articles with their readings, in any order."""
        ...

    def articles(self, article_ids: Iterable[str]) -> Iterator[Article]:
        """Yield some articles without their readings, in any order."""
        ...


class Nothing:
    """The memory of what was never linked."""

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Yield nothing."""
        return iter(())

    def tellings(self, article_ids: Iterable[str]) -> Mapping[str, str]:
        """Return nothing; asked only for what was there."""
        return dict.fromkeys(article_ids, "")

    def value(self, _name: str) -> str | None:
        """Return ``None``."""
        return None

    def copies(self) -> tuple[Copy, ...]:
        """Return nothing."""
        return ()

    def places(self, _place_ids: Iterable[str]) -> Iterator[Place]:
        """Yield nothing."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be changed in a ledger.

    Args:
        whole: whether nothing that is not put here stays.

        since: the mark of the run it goes on from (the value ``run``); it fits no other. ``None`` where it is whole.

        articles: ids of articles all of whose links are put anew; ``lost`` of those that are linked no more.

        actors, places, roots, events, series: to put; ``gone`` ids to remove, by the name of their kind.

        everybody: all actors whom articles of now name, also those that stay as they were.

        contradictions: to put, in place of all under the same id.

        copies: all of them.

        lines: what is to be remembered of articles; ``values`` of all together.
    """

    whole: bool
    since: str | None = None
    articles: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    everybody: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    actor_links: tuple[ActorLink, ...] = ()
    place_links: tuple[PlaceLink, ...] = ()
    copies: tuple[Copy, ...] = ()
    roots: tuple[Root, ...] = ()
    events: tuple[Event, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    series: tuple[Series, ...] = ()
    gone: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def linked(self) -> Linked:
        """Return what it puts; where it is whole, that is all that linking made."""
        return Linked(
            actors=self.actors,
            places=self.places,
            actor_links=self.actor_links,
            place_links=self.place_links,
            copies=self.copies,
            roots=self.roots,
            events=self.events,
            contradictions=self.contradictions,
            series=self.series,
        )
