"""The articles of a run: as they were, as they are now, and those that were opened."""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.linking.actors.unlisted import NameKey, Note, actor_of
from rashomon.linking.cast import Cast
from rashomon.linking.contract import Gazetteer, Registry
from rashomon.linking.corrections.readings import replayed
from rashomon.linking.corrections.touching import by_article
from rashomon.linking.places.places import PlaceLinks
from rashomon.linking.relinking.contract import Memory, Sources
from rashomon.linking.relinking.outlines import Outline, outline_of
from rashomon.linking.scenes import Scene, scene_of
from rashomon.model.actors import Actor
from rashomon.model.decisions import Decision
from rashomon.model.ledger import ActorLink, PlaceLink
from rashomon.model.places import Place
from rashomon.model.sources import Article


class Known:
    """All articles in outline, and some of them opened.

    Args:
        sources: gives articles with their readings.

        memory: what was kept of the last run.

        registry, gazetteer: what is known of actors and places.

        decisions: what people decided.

    Attributes:
        before, now: the outlines of the last run, and those of this one as far as they are made.

        stamps: of the articles of now, decisions included.

        places: those that are known, by id.
    """

    def __init__(
        self, sources: Sources, memory: Memory, registry: Registry, gazetteer: Gazetteer, decisions: tuple[Decision, ...]
    ) -> None:
        self._sources = sources
        self.memory = memory
        self.registry = registry
        self._gazetteer = gazetteer
        self._decisions = decisions
        self.before = {article_id: outline_of(article_id, line) for article_id, line in memory.lines()}
        self.stamps = dict(_stamped(sources.stamps(), decisions))
        self.now: dict[str, Outline] = {key: outline for key, outline in self.before.items() if key in self.stamps}
        self.scenes: dict[str, Scene] = {}
        self.places: dict[str, Place] = {}
        self._listed = {actor.id: actor for actor in registry.actors}
        self._actors: dict[str, Actor] = {}

    @property
    def gone(self) -> frozenset[str]:
        """Return the ids of the articles that were linked and are no more."""
        return frozenset(self.before.keys() - self.stamps.keys())

    def changed(self) -> set[str]:
        """Return the ids of the articles that are new, or of another reading, text or decision."""
        return {key for key, stamp in self.stamps.items() if key not in self.before or self.before[key].stamp != stamp}

    def open(self, article_ids: Iterable[str]) -> None:
        """Open articles that are not open, corrections of people included."""
        missing = sorted(set(article_ids) - self.scenes.keys())
        if missing:
            for source in replayed(self._sources.take(missing), self._decisions):
                self.scenes[source.article.id] = scene_of(source, self._gazetteer)

    def articles(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """Return articles by id; their readings are not looked at."""
        listed = frozenset(article_ids)
        found = {key: self.scenes[key].source.article for key in listed & self.scenes.keys()}
        return found | {article.id: article for article in self._sources.articles(sorted(listed - found.keys()))}

    def giving(self, issues: set[str]) -> set[str]:
        """Return the ids of the articles that speak of some issues, or give figures of them."""
        return {key for key, outline in self.now.items() if not issues.isdisjoint(outline.issues)}

    def settle(self, actors: Iterable[Actor]) -> None:
        """Make these all the actors that no list holds."""
        self._actors = self._listed | {actor.id: actor for actor in actors}

    def actor(self, actor_id: str) -> Actor:
        """Return an actor by id."""
        return self._actors[actor_id]

    def find_places(self, place_ids: Iterable[str]) -> None:
        """Make places known."""
        missing = set(place_ids) - self.places.keys()
        if missing:
            self.places |= {place.id: place for place in self.memory.places(sorted(missing))}

    def found_places(self, place_ids: Iterable[str]) -> Mapping[str, Place]:
        """Return places by id, others perhaps among them."""
        self.find_places(place_ids)
        return self.places

    def cast(self, article_ids: Iterable[str]) -> Cast:
        """Return some articles, opened, with who and where their keys are."""
        chosen = sorted(article_ids)
        self.open(chosen)
        outlines = [(key, self.now[key]) for key in chosen]
        self.find_places(place_id for _, outline in outlines for place_id in outline.place_ids)
        links = [ActorLink(key, own, actor_id, 1.0) for key, outline in outlines for own, actor_id in outline.links.items()]
        placed = [PlaceLink(key, own, place_id, 1.0) for key, outline in outlines for own, place_id in outline.placed.items()]
        at = {(key, start): place_id for key, outline in outlines for start, place_id in outline.at.items()}
        actors = {link.actor_id: self._actors[link.actor_id] for link in links}
        scenes = (self.scenes[key] for key in chosen)
        return Cast(scenes, actors.values(), links, PlaceLinks(self.places, tuple(placed), at), self.registry.actors)


def _stamped(stamps: Mapping[str, str], decisions: tuple[Decision, ...]) -> Iterator[tuple[str, str]]:
    touching = by_article(decisions)
    for key, stamp in stamps.items():
        own = sorted(decision.id for decision in touching.get(key, ()))
        yield key, " ".join((stamp, *own))


def unlisted(outlines: Iterable[Outline], chosen: frozenset[NameKey] | None = None) -> dict[NameKey, Actor]:
    """Return the actors that no list holds, by the names under which they are merged; all, or those of some names."""
    by_name: dict[NameKey, list[Note]] = {}
    for outline in outlines:
        for note in outline.notes:
            if chosen is None or note.name in chosen:
                by_name.setdefault(note.name, []).append(note)
    return {name: actor_of(notes) for name, notes in by_name.items()}
