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
from rashomon.model.words import MentionKind, PlacePrecision
from rashomon.text.wordlist import words

#: Score of a link to who held an office on the day, to the body of a state that general words name, and to that of the only
#: country an article names.
BY_OFFICE, BY_SECTOR, BY_COUNTRY = 0.85, 0.75, 0.7
#: Towns of so many people are known by their names alone, and so are provinces.
_KNOWN = 50_000
_PROVINCES = frozenset({PlacePrecision.ADMIN1})
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
        self._gazetteer = gazetteer
        self._resolver = ActorResolver(registry, gazetteer)
        countries = load_countries().listed
        self._adjectives = {country.iso3: country.adjectives for country in countries}
        self._iso3 = {country.iso2: country.iso3 for country in countries}

    def of(self, scene: Scene, entity: Entity) -> Meant | None:
        """Return who is meant, how sure that is and why; ``None`` where the words have a name, or mean nobody listed."""
        if not entity.names or not describes(entity.label):
            return None
        day = published(scene.source.article)
        resolved = self._resolver.resolve(entity.label, day=day.first if day is not None else None)
        if entity.kind == MentionKind.PERSON:
            return self._holder(resolved)
        return self._body(resolved, resolved.country, BY_SECTOR) if entity.kind in _KINDS else None

    def of_only_country(self, scene: Scene, entity: Entity) -> Meant | None:
        """Return whose "the army" is in an article of one country, named or by its places, how sure that is and why."""
        countries = frozenset(scene.countries) or self._around(scene)
        if entity.names or entity.kind not in _KINDS or len(countries) != 1:
            return None
        (code,) = countries
        resolved = self._resolver.resolve(entity.label)
        if resolved.country is not None:
            return None
        body = self._body(resolved, self._iso3.get(code), BY_COUNTRY)
        told = f"names no country but {code}" if scene.countries else f"names provinces and towns of {code} alone"
        why = Reason("only_country", BY_COUNTRY, f"the article {told}")
        return None if body is None else (body[0], body[1], (*body[2], why))

    def _around(self, scene: Scene) -> frozenset[str]:
        """Return the countries in which the provinces and larger towns that an article names lie."""
        names = {m.text for entity in scene.entities.values() for m in entity.mentions if m.kind == MentionKind.PLACE and m.named}
        found = (self._gazetteer.find(name)[:1] for name in sorted(names))
        known = (place for places in found for place in places if place.population >= _KNOWN or place.precision in _PROVINCES)
        return frozenset(place.country for place in known if place.country is not None)

    def _holder(self, resolved: Resolved) -> Meant | None:
        by_office = resolved.actor is not None and any(reason.feature == "holds_office" for reason in resolved.reasons)
        return (resolved.actor, BY_OFFICE, resolved.reasons) if resolved.actor is not None and by_office else None

    def _body(self, resolved: Resolved, country: str | None, score: float) -> Meant | None:
        """Return the body of a country (ISO 3166 alpha-3) that general words mean."""
        kind = _BODIES.get(resolved.sectors[0]) if resolved.sectors else None
        if kind is None or country is None or not _GENERAL.issuperset(resolved.rest.lower().split()):
            return None
        for adjective in self._adjectives.get(country, ()):
            found = self._registry.find(f"{adjective} {kind}")
            if len(found) == 1:
                why = Reason("body_of_state", score, f"{resolved.text!r} are taken for {found[0].name}")
                return found[0], score, (*resolved.reasons, why)
        return None
