"""Whom words mean that name an office or a body of a state: "the French foreign minister", "Ukrainian servicemen"."""

from rashomon.linking.actors.nominal import describes
from rashomon.linking.actors.resolving import ActorResolver, Resolved
from rashomon.linking.contract import Gazetteer, Registry
from rashomon.linking.entities import Entity
from rashomon.linking.precedence import published
from rashomon.linking.scenes import Scene
from rashomon.lists.countries import load_countries
from rashomon.model.actors import Actor
from rashomon.model.ledger import Reason
from rashomon.model.words import MentionKind
from rashomon.text.wordlist import words

#: Score of a link to who held an office on the day, and to the body of a state that general words name.
BY_OFFICE, BY_SECTOR = 0.85, 0.75
_BODIES = {"MIL": "military", "COP": "police", "GOV": "government"}
_KINDS = frozenset({MentionKind.FORCE, MentionKind.GOVERNMENT})
_GENERAL = frozenset(
    words(
        "army military armed forces troops troop soldiers soldier servicemen serviceman fighters government authorities regime "
        "administration police policemen policeman officers"
    )
)
Meant = tuple[Actor, float, tuple[Reason, ...]]


class Described:
    """Finds who is meant by words that only describe; built once, then only read."""

    def __init__(self, registry: Registry, gazetteer: Gazetteer) -> None:
        self._registry = registry
        self._resolver = ActorResolver(registry, gazetteer)
        self._adjectives = {country.iso3: country.adjectives for country in load_countries().listed}

    def of(self, scene: Scene, entity: Entity) -> Meant | None:
        """Return who is meant, how sure that is and why; ``None`` where the words have a name, or mean nobody listed."""
        if not entity.names or not describes(entity.label):
            return None
        day = published(scene.source.article)
        resolved = self._resolver.resolve(entity.label, day=day.first if day is not None else None)
        if entity.kind == MentionKind.PERSON:
            return self._holder(resolved)
        return self._body(resolved) if entity.kind in _KINDS else None

    def _holder(self, resolved: Resolved) -> Meant | None:
        by_office = resolved.actor is not None and any(reason.feature == "holds_office" for reason in resolved.reasons)
        return (resolved.actor, BY_OFFICE, resolved.reasons) if resolved.actor is not None and by_office else None

    def _body(self, resolved: Resolved) -> Meant | None:
        kind = _BODIES.get(resolved.sectors[0]) if resolved.sectors else None
        if kind is None or resolved.country is None or not _GENERAL.issuperset(resolved.rest.lower().split()):
            return None
        for adjective in self._adjectives.get(resolved.country, ()):
            found = self._registry.find(f"{adjective} {kind}")
            if len(found) == 1:
                why = Reason("body_of_state", BY_SECTOR, f"{resolved.text!r} are taken for {found[0].name}")
                return found[0], BY_SECTOR, (*resolved.reasons, why)
        return None
