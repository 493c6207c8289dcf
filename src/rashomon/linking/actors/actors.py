"""Decide which actor an entity names, and say why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.linking.actors.candidates import ActorIndex, Candidate, Way, untitled
from rashomon.linking.actors.described import Described
from rashomon.linking.actors.nominal import describes, is_bare
from rashomon.linking.actors.persons import asks_for_evidence, given_names, is_person
from rashomon.linking.actors.unlisted import Note, Unlisted
from rashomon.linking.contract import Gazetteer, Registry
from rashomon.linking.decisions import Corrections
from rashomon.linking.entities import Entity
from rashomon.linking.features import SILENT, Comparison, Feature, weigh
from rashomon.linking.scenes import Scene
from rashomon.linking.skeleton import plain_name
from rashomon.model.actors import Actor
from rashomon.model.ledger import ActorLink, Reason
from rashomon.model.words import ACTOR_KINDS, ActorKind, MentionKind

#: Links below this are not made.
LINK_AT = 0.7
#: Two candidates closer than this are both doubtful, and none is taken.
MARGIN = 0.05
_STRENGTH = {Way.ALIAS: 1.0, Way.TRIMMED: 0.95, Way.SOUND: 0.65, Way.INITIALS: 0.85}
_AMBIGUOUS = 0.7
_SAID = {
    Way.ALIAS: "{form!r} is a name of {name}",
    Way.TRIMMED: "without title or general words, {form!r} is a name of {name}",
    Way.SOUND: "{form!r} sounds like a name of {name}",
    Way.INITIALS: "{form!r} are the initials of {name}",
}
_KINDS: Mapping[MentionKind, frozenset[ActorKind]] = {
    MentionKind.PERSON: frozenset({ActorKind.PERSON}),
    MentionKind.GROUP: frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.FORCE, ActorKind.COMMUNITY}),
    MentionKind.FORCE: frozenset(
        {ActorKind.FORCE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_GROUP, ActorKind.INTERNATIONAL_ORG}
    ),
    MentionKind.GOVERNMENT: frozenset({ActorKind.GOVERNMENT_BODY, ActorKind.STATE, ActorKind.FORCE, ActorKind.INTERNATIONAL_ORG}),
    MentionKind.COUNTRY: frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY}),
    MentionKind.ORGANISATION: frozenset(set(ActorKind) - {ActorKind.PERSON, ActorKind.STATE}),
    MentionKind.MEDIA: frozenset({ActorKind.OUTLET, ActorKind.COMPANY}),
    MentionKind.CIVILIANS: frozenset({ActorKind.COMMUNITY}),
}


@dataclass(frozen=True, slots=True)
class _Situation:
    """An entity among what its article names: countries and actors that are already linked."""

    entity: Entity
    countries: Mapping[str, int]
    neighbours: tuple[Actor, ...] = ()


def named_alike(situation: _Situation, candidate: Candidate) -> Comparison:
    """The entity bears one of the actor's names, or one that is written or shortened otherwise."""
    score = _STRENGTH[candidate.way] * (_AMBIGUOUS if candidate.ambiguous else 1.0)
    doubt = ", and may mean others" if candidate.ambiguous else ""
    said = _SAID[candidate.way].format(form=candidate.form, name=candidate.actor.name)
    return Comparison(score, f"{situation.entity.label!r}: {said}{doubt}")


def kind_agrees(situation: _Situation, candidate: Candidate) -> Comparison:
    """The entity is told of as the kind of actor it would be."""
    kind, actor = situation.entity.kind, candidate.actor
    if actor.kind in _KINDS[kind]:
        return Comparison(0.3, f"{actor.kind} agrees with {kind}")
    if actor.kind == ActorKind.UNKNOWN:
        return SILENT
    person = kind == MentionKind.PERSON or actor.kind == ActorKind.PERSON
    return Comparison(-1.0 if person else -0.4, f"{actor.kind} does not agree with {kind}")


def country_agrees(situation: _Situation, candidate: Candidate) -> Comparison:
    """The article names the actor's country, or only others."""
    country = candidate.actor.country
    if country is None or not situation.countries or candidate.actor.kind == ActorKind.STATE:
        return SILENT
    if country in situation.countries:
        return Comparison(1.0, f"the article names {country}")
    return Comparison(-0.5, f"the article names {', '.join(situation.countries)} but not {country}")


def _tied(one: Actor, other: Actor) -> bool:
    return one.name in other.sides or other.name in one.sides or bool(set(one.sides) & set(other.sides))


def has_neighbours(situation: _Situation, candidate: Candidate) -> Comparison:
    """The article names actors of the same side."""
    tied = [actor.name for actor in situation.neighbours if _tied(actor, candidate.actor) and actor != candidate.actor]
    return Comparison(1.0, f"the article also names {', '.join(tied)}") if tied else SILENT


_ALONE = (Feature(named_alike, 0.75), Feature(kind_agrees, 0.4), Feature(country_agrees, 0.25))
FEATURES = (*_ALONE, Feature(has_neighbours, 0.2))


def _choose(
    features: Iterable[Feature[_Situation, Candidate]], situation: _Situation, candidates: Iterable[Candidate]
) -> tuple[Actor, float, tuple[Reason, ...]] | None:
    """The best candidate if it reaches `LINK_AT` and stands clear of the next."""
    chosen = tuple(features)
    weighed = sorted(
        ((weigh(chosen, situation, candidate), candidate.actor) for candidate in candidates),
        key=lambda pair: (-pair[0].total, pair[1].name),
    )
    if not weighed or weighed[0][0].score < LINK_AT:
        return None
    if len(weighed) > 1 and weighed[0][0].total - weighed[1][0].total < MARGIN:
        return None
    best, actor = weighed[0]
    return actor, best.score, best.reasons


class ActorLinker:
    """Links the entities of articles to listed actors, and to unlisted ones that it collects."""

    def __init__(self, registry: Registry, gazetteer: Gazetteer, corrected: Corrections) -> None:
        self._index = ActorIndex(registry, gazetteer)
        self._listed = {actor.name: actor for actor in registry.actors}
        self._corrected = corrected.links
        self._gazetteer = gazetteer
        self._described = Described(registry, gazetteer)
        self._given = given_names(actor.name for actor in registry.actors if actor.kind == ActorKind.PERSON)

    def link(self, scenes: Iterable[Scene]) -> tuple[tuple[Actor, ...], tuple[ActorLink, ...]]:
        """Return the actors that are linked, by id, and the links, by article and key."""
        used: dict[str, Actor] = {}
        links: list[ActorLink] = []
        unlisted = Unlisted(self._gazetteer)
        for scene in scenes:
            for link, actor in self._scene(scene, unlisted):
                links.append(link)
                used[actor.id] = actor
        met, met_links = unlisted.merged()
        used.update((actor.id, actor) for actor in met)
        links.extend(met_links)
        return tuple(used[key] for key in sorted(used)), tuple(sorted(links, key=lambda link: (link.article_id, link.key)))

    def noted(self, scene: Scene) -> tuple[tuple[ActorLink, ...], tuple[Note, ...]]:
        """Return the links of one article to listed actors, and the names in it that nobody listed."""
        unlisted = Unlisted(self._gazetteer)
        return tuple(link for link, _ in self._scene(scene, unlisted)), unlisted.notes()

    def _scene(self, scene: Scene, unlisted: Unlisted) -> list[tuple[ActorLink, Actor]]:
        """Links of one article to listed actors; named entities that mean none of them go to the unlisted."""
        entities = {key: entity for key, entity in scene.entities.items() if entity.kind in ACTOR_KINDS}
        links = self._decided(scene, entities, unlisted)
        open_entities = [entity for key, entity in entities.items() if f"{scene.article_id}/{key}" not in self._corrected]
        candidates = {entity.key: self._index.of(entity) for entity in open_entities}
        firm = [_choose(_ALONE, _Situation(e, scene.countries), candidates[e.key]) for e in open_entities]
        neighbours = tuple(sorted({found[0] for found in firm if found is not None}, key=lambda actor: actor.name))
        left: list[Entity] = []
        for entity in open_entities:
            found = _choose(FEATURES, _Situation(entity, scene.countries, neighbours), candidates[entity.key])
            if found is None:
                left.append(entity)
            else:
                links.append((ActorLink(scene.article_id, entity.key, found[0].id, found[1], found[2]), found[0]))
        return links + self._leftover(scene, left, candidates, [actor for _, actor in links], unlisted)

    def _decided(self, scene: Scene, entities: Mapping[str, Entity], unlisted: Unlisted) -> list[tuple[ActorLink, Actor]]:
        links: list[tuple[ActorLink, Actor]] = []
        for key, entity in entities.items():
            name = self._corrected.get(f"{scene.article_id}/{key}")
            if name is None:
                continue
            actor = self._listed.get(name)
            reason = Reason("decision", 1.0, f"a person linked {entity.label!r} to {name}")
            if actor is None:
                unlisted.add(scene, entity, name, (reason,))
            else:
                links.append((ActorLink(scene.article_id, key, actor.id, 1.0, (reason,)), actor))
        return links

    def _leftover(
        self,
        scene: Scene,
        left: Iterable[Entity],
        candidates: Mapping[str, tuple[Candidate, ...]],
        linked: list[Actor],
        unlisted: Unlisted,
    ) -> list[tuple[ActorLink, Actor]]:
        """Surnames of persons linked here, and holders of offices; other names are unlisted, unless a listed actor bears them."""
        links: list[tuple[ActorLink, Actor]] = []
        persons = [actor for actor in linked if actor.kind == ActorKind.PERSON]
        for entity in left:
            bearer = _surname_of(entity, persons)
            if bearer is not None:
                reason = Reason(
                    "surname_in_article", 0.75, f"{entity.label!r} is the last name of {bearer.name}, named in full here"
                )
                links.append((ActorLink(scene.article_id, entity.key, bearer.id, 0.75, (reason,)), bearer))
            elif not entity.names:
                body = self._described.of_only_country(scene, entity)
                if body is not None:
                    links.append((ActorLink(scene.article_id, entity.key, body[0].id, body[1], body[2]), body[0]))
            elif not any(found.way == Way.ALIAS for found in candidates[entity.key]):
                meant = self._described.of(scene, entity)
                if meant is not None:
                    links.append((ActorLink(scene.article_id, entity.key, meant[0].id, meant[1], meant[2]), meant[0]))
                elif self._is_somebody(scene, entity, sounding=bool(candidates[entity.key])):
                    unlisted.add(scene, entity)
        return links

    def _is_somebody(self, scene: Scene, entity: Entity, *, sounding: bool) -> bool:
        """Whether a name nobody listed is one: no description, and for two words called a person some evidence that they are.

        A name that sounds like a listed one is evidence.
        """
        if is_bare(entity.label) or (entity.kind == MentionKind.PERSON and describes(entity.label)):
            return False
        return sounding or not asks_for_evidence(entity) or is_person(scene, entity, self._given)


def _surname_of(entity: Entity, persons: Iterable[Actor]) -> Actor | None:
    """The one person whose last name the entity bears and nothing more."""
    if entity.kind != MentionKind.PERSON or not entity.names:
        return None
    name = plain_name(untitled(entity.label))
    bearers = {actor.name: actor for actor in persons if " " not in name and plain_name(actor.name).split()[-1:] == [name]}
    return next(iter(bearers.values())) if len(bearers) == 1 else None
