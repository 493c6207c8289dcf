"""What a graph learns while its events go by, in little memory: whom and where they name, and which article tells which."""

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rashomon.exports.coded.choosing import UNREAL
from rashomon.store.publishing.contract import PublishedEvent

#: Articles that are in memory at a time.
_BATCH = 200
#: Stands for no event.
_NONE = 0


@dataclass(frozen=True, slots=True)
class Gathered:
    """Grows as events are added: actors and speakers by id, outlets with their grades, articles with their events.

    Articles and events stand as the numbers that their ids hold, 17 bytes for one telling.
    """

    actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    outlets: dict[str, str | None] = field(default_factory=dict)
    _articles: "array[int]" = field(default_factory=lambda: array("Q"))
    _events: "array[int]" = field(default_factory=lambda: array("Q"))
    _unreal: "array[int]" = field(default_factory=lambda: array("B"))

    def add(self, event: PublishedEvent, names: Mapping[str, object]) -> None:
        """Remember what an event names; ``names`` are the actors that may be named, by id, others are left out."""
        self.actors.update(one for one in named_in(event) if one in names)
        self.places.update(event.places)
        for line in (*(one.article for one in event.told.accounts), *(one.article for one in event.claims)):
            if line.outlet is not None:
                self.outlets[line.outlet] = event.grades.get(line.outlet)
        for article_id in sorted({view.article.id for view in event.told.accounts}):
            self._articles.append(_number(article_id))
            self._events.append(_number(event.told.line.id))
            self._unreal.append(is_unreal(event))

    def cite(self, article_id: str) -> None:
        """Remember an article that states something, whether or not it tells an event."""
        self._articles.append(_number(article_id))
        self._events.append(_NONE)
        self._unreal.append(False)

    def articles(self) -> Iterator[dict[str, list[tuple[str, bool]]]]:
        """Yield some articles at a time, by id in their order, with the ids of their events and whether each is unreal."""
        import numpy as np  # noqa: PLC0415 (slow to load)

        articles, events = np.frombuffer(self._articles, np.uint64), np.frombuffer(self._events, np.uint64)
        batch: dict[str, list[tuple[str, bool]]] = {}
        for at in np.lexsort((events, articles)):
            article_id = f"art-{articles[at]:016x}"
            if article_id not in batch and len(batch) == _BATCH:
                yield batch
                batch = {}
            told = batch.setdefault(article_id, [])
            if events[at] != _NONE:
                told.append((f"evt-{events[at]:016x}", bool(self._unreal[at])))
        if batch:
            yield batch


def _number(content_id: str) -> int:
    return int(content_id.rpartition("-")[2], 16)


def is_unreal(event: PublishedEvent) -> bool:
    """Return whether nobody says that an event happened: graphs keep it apart, lest it be counted."""
    return event.told.line.status in UNREAL


def named_in(event: PublishedEvent) -> set[str]:
    """Return the ids of the actors that an event, its accounts and claims name."""
    told = event.told.event
    found = {support.value for support in (*told.agents, *told.patients)}
    for view in event.told.accounts:
        found |= {one.id for one in (*view.agents, *view.patients, *view.attribution) if one.id is not None}
    for claim in event.claims:
        found |= {one.id for one in (claim.source, *claim.via) if one.id is not None}
    return {one for one in found if one.startswith("act-")}
