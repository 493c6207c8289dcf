"""Who and where the keys of every article are, once linked."""

from collections.abc import Iterable, Mapping

from rashomon.linking.entities import Entity
from rashomon.linking.places.places import PlaceLinks
from rashomon.linking.scenes import Scene
from rashomon.model.actors import Actor
from rashomon.model.ledger import ActorLink
from rashomon.model.places import Place
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Filler
from rashomon.model.sources import Article


class Cast:
    """Looks up actors, places and names by article and key. Built once, then only read.

    Args:
        scenes: the articles.

        actors: all that the links lead to.

        links: who the keys are.

        places: where they are.

        known: the listed actors, whether linked or not.
    """

    def __init__(
        self,
        scenes: Iterable[Scene],
        actors: Iterable[Actor],
        links: Iterable[ActorLink],
        places: PlaceLinks,
        known: Iterable[Actor] = (),
    ) -> None:
        self.scenes: Mapping[str, Scene] = {scene.article_id: scene for scene in scenes}
        self._actors = {actor.id: actor for actor in actors}
        self._by_name = {actor.name: actor for actor in (*self._actors.values(), *known) if actor.listed}
        self._linked = {(link.article_id, link.key): self._actors[link.actor_id] for link in links}
        self._places = places.places
        self._placed = {(link.article_id, link.key): link.place_id for link in places.links}
        self._at = places.at

    def article(self, article_id: str) -> Article:
        """Return an article."""
        return self.scenes[article_id].source.article

    def entity(self, article_id: str, key: str) -> Entity | None:
        """Return the entity of a key; ``None`` for the outlet, the unknown, and keys without a mention."""
        return self.scenes[article_id].entities.get(key)

    def actor(self, article_id: str, key: str) -> Actor | None:
        """Return the actor a key is linked to."""
        return self._linked.get((article_id, key))

    def actor_named(self, name: str, article_id: str) -> Actor | None:
        """Return the actor of a canonical name: a listed one, else one that the article names."""
        own = (self.actor(article_id, key) for key in self.scenes[article_id].entities)
        return self._by_name.get(name) or next((actor for actor in own if actor is not None and actor.name == name), None)

    def place(self, article_id: str, filler: Filler) -> Place | None:
        """Return the place a filler names, as precise as the filler's own words."""
        found = self._at.get((article_id, filler.span.start)) or self._placed.get((article_id, filler.key))
        return self._places[found] if found is not None else None

    def place_by_id(self, place_id: str) -> Place:
        """Return a linked place by id."""
        return self._places[place_id]

    def label(self, article_id: str, key: str) -> str | None:
        """Return the name to show for a key: the actor's, the fullest in the article, or its words.

        For the outlet it is the outlet's name; ``None`` where nothing is known.
        """
        if key == OUTLET_KEY:
            return self.article(article_id).outlet
        actor = self.actor(article_id, key)
        if actor is not None:
            return actor.name
        entity = self.entity(article_id, key)
        return entity.label if entity is not None and key != UNKNOWN_KEY else None
