"""Actors that texts name and nobody listed, merged across articles by their full names."""

from collections import Counter
from dataclasses import dataclass, field

from rashomon.linking.actors.candidates import TITLES, untitled, untrimmed
from rashomon.linking.contract import Gazetteer
from rashomon.linking.entities import Entity
from rashomon.linking.scenes import Scene, bare, leading_country
from rashomon.linking.skeleton import plain_name
from rashomon.model.actors import Actor, Alias
from rashomon.model.ledger import ActorLink, Reason
from rashomon.model.words import ActorKind, EventType, MentionKind, Relation, Role

_KINDS = {
    MentionKind.PERSON: ActorKind.PERSON,
    MentionKind.GROUP: ActorKind.ARMED_GROUP,
    MentionKind.FORCE: ActorKind.FORCE,
    MentionKind.GOVERNMENT: ActorKind.GOVERNMENT_BODY,
    MentionKind.COUNTRY: ActorKind.STATE,
    MentionKind.ORGANISATION: ActorKind.UNKNOWN,
    MentionKind.MEDIA: ActorKind.OUTLET,
    MentionKind.CIVILIANS: ActorKind.COMMUNITY,
}
#: Whoever is appointed or listed, and whoever leads or speaks for somebody, is no private person.
_PUBLIC = frozenset({EventType.APPOINTMENT, EventType.DESIGNATION_OR_SANCTION, EventType.ELECTION_OR_GOVERNMENT_FORMATION})
_STANDING = frozenset({Relation.LEADS, Relation.ROLE_IN, Relation.SPOKESMAN_OF})
#: Score of a link to an unlisted actor: the name is the same, nothing else is known.
_NAME_ONLY = 0.7


@dataclass
class _Met:
    """What is gathered about one unlisted name."""

    forms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    aliases: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str, tuple[Reason, ...]]] = field(default_factory=list)
    acts: bool = False


def _only_suffers(scene: Scene, key: str) -> bool:
    """Whether somebody is only named as one to whom something was done: nobody who speaks, holds office or leads."""
    reading = scene.source.reading
    found = [(account.type, filler.role) for account in reading.accounts for filler in account.fillers if filler.key == key]
    public = any(kind in _PUBLIC for kind, _ in found) or any(
        key == tie.subject and tie.relation in _STANDING for tie in reading.ties
    )
    speaks = any(claim.source == key or key in claim.via for claim in reading.claims)
    return {role for _, role in found} == {Role.PATIENT} and not speaks and not public


class Unlisted:
    """Collects the names nobody listed; `merged` gives one actor for each."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._met: dict[tuple[str, bool], _Met] = {}
        self._full: dict[tuple[str, str], set[tuple[str, bool]]] = {}
        self._surnames: list[tuple[str, Entity, str]] = []
        self._noted: set[tuple[str, str]] = set()

    def add(self, scene: Scene, entity: Entity, name: str | None = None, reasons: tuple[Reason, ...] = ()) -> None:
        """Note an entity under its fullest name, or the name a person gave it.

        A person known by a single name and no title is not noted by itself: it may only be somebody named in full in
        the same article.
        """
        person = entity.kind == MentionKind.PERSON
        form = name or self._form(entity)
        key = (plain_name(form), person)
        if not key[0] or (entity.kind == MentionKind.COUNTRY and name is None and self._gazetteer.country(form) is None):
            return
        if person and " " not in key[0]:
            self._surnames.append((scene.article_id, entity, key[0]))
            if name is None and (form == entity.label or key[0] in TITLES):
                return
            form, key = entity.label, (plain_name(entity.label), person)
        self._note(scene, entity, form, key, reasons)

    def _form(self, entity: Entity) -> str:
        label = bare(entity.label)
        return untitled(label) if entity.kind == MentionKind.PERSON else untrimmed(label)

    def _note(self, scene: Scene, entity: Entity, form: str, key: tuple[str, bool], reasons: tuple[Reason, ...]) -> None:
        met = self._met.setdefault(key, _Met())
        met.forms[form] += 1
        met.kinds[_KINDS[entity.kind]] += 1
        led = leading_country(form, self._gazetteer)
        if led is not None:
            met.countries[led[0]] += 1
        elif entity.kind == MentionKind.COUNTRY and (code := self._gazetteer.country(form)) is not None:
            met.countries[code] += 1
        for alias in entity.names:
            met.aliases[alias] = min(met.aliases.get(alias, scene.article_id), scene.article_id)
        met.acts = met.acts or not _only_suffers(scene, entity.key)
        met.links.append((scene.article_id, entity.key, reasons))
        self._noted.add((scene.article_id, entity.key))
        if entity.kind == MentionKind.PERSON:
            self._full.setdefault((scene.article_id, key[0].split()[-1]), set()).add(key)

    def _adopt_surnames(self) -> None:
        """Give single names to the one person of that last name whom the same article names in full."""
        for article_id, entity, surname in self._surnames:
            owners = sorted(key for key in self._full.get((article_id, surname), set()) if " " in key[0])
            if len(owners) == 1 and (article_id, entity.key) not in self._noted:
                reason = Reason(
                    "surname_in_article", _NAME_ONLY, f"{entity.label!r} is the last name of somebody named in full here"
                )
                self._met[owners[0]].links.append((article_id, entity.key, (reason,)))

    def merged(self) -> tuple[tuple[Actor, ...], tuple[ActorLink, ...]]:
        """Return one actor for each name, and the links to them."""
        self._adopt_surnames()
        actors: list[Actor] = []
        links: list[ActorLink] = []
        for key in sorted(self._met):
            met = self._met[key]
            actor = _actor(met)
            actors.append(actor)
            for article_id, entity_key, reasons in met.links:
                said = Reason("same_name", _NAME_ONLY, f"nobody listed bears this name; all who do are taken for {actor.name!r}")
                links.append(ActorLink(article_id, entity_key, actor.id, _NAME_ONLY, reasons or (said,)))
        return tuple(actors), tuple(links)


def _first(counted: Counter[str]) -> str:
    return min(counted, key=lambda value: (-counted[value], -len(value), value))


def _actor(met: _Met) -> Actor:
    name = _first(met.forms)
    kind = min(met.kinds, key=lambda kind: (-met.kinds[kind], list(ActorKind).index(kind)))
    return Actor(
        name=name,
        kind=kind,
        aliases=tuple(Alias(text, source) for text, source in sorted(met.aliases.items()) if text != name),
        country=_first(met.countries) if met.countries else None,
        listed=False,
        private=kind == ActorKind.PERSON and not met.acts,
    )
