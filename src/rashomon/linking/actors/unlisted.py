"""Actors that texts name and nobody listed, merged across articles by their full names."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

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


#: What stands before, and the plurals behind, words that only describe a group.
_INDEFINITE = ("a ", "an ", "some ", "several ", "former ", "two ", "three ")
#: What stands before the title of somebody known by one name ("leader Mullah Omar").
_SMALL_BEFORE = re.compile(r"^(?:[a-z][\w-]* )+(?=[A-Z])")
_ARTICLE = re.compile(r"^(?:an?|the|some|several)\s+", re.IGNORECASE)
_MANY = frozenset({"groups", "militias", "factions", "gangs", "movements", "networks", "affiliates"})
#: A folded name, and whether it is a person's: who bears one is one actor.
NameKey = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Note:
    """A name that an article has and nobody listed.

    Args:
        name: under which it is merged with others.

        form: as it is written, ``None`` where it is only the last name of somebody named in full beside it.

        aliases: all names that the entity bears.

        acts: whether it does more than suffer.
    """

    article_id: str
    key: str
    name: NameKey
    form: str | None
    kind: ActorKind
    country: str | None
    aliases: tuple[str, ...]
    acts: bool
    reasons: tuple[Reason, ...] = ()


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
        self._notes: list[Note] = []
        self._full: dict[tuple[str, str], set[NameKey]] = {}
        self._surnames: list[tuple[str, Entity, str]] = []

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
            form = _SMALL_BEFORE.sub("", entity.label)
            key = plain_name(form), person
        self._note(scene, entity, form, key, reasons)

    def _form(self, entity: Entity) -> str:
        label = bare(entity.label)
        if entity.kind == MentionKind.PERSON:
            return untitled(label)
        name = untrimmed(label)
        return _ARTICLE.sub("", label.partition(",")[0]) if name in label and self._only_describes(label, name) else name

    def _only_describes(self, label: str, name: str) -> bool:
        """Whether a name without its general words would be that of a people or place ("Darfur rebel groups")."""
        before, _, behind = label.partition(name)
        if not behind.strip():
            return False
        general = behind.split()[-1].lower()
        one_of_many = before.lower().startswith(_INDEFINITE) or general in _MANY
        of_country = self._gazetteer.country(name.partition(" ")[0]) is not None
        return one_of_many or of_country or (bool(self._gazetteer.find(name)) and not self._gazetteer.unwritten(name))

    def _note(self, scene: Scene, entity: Entity, form: str, key: NameKey, reasons: tuple[Reason, ...]) -> None:
        led = leading_country(form, self._gazetteer)
        country = led[0] if led is not None else None
        if led is None and entity.kind == MentionKind.COUNTRY:
            country = self._gazetteer.country(form)
        acts = not _only_suffers(scene, entity.key)
        kind = _KINDS[entity.kind]
        self._notes.append(Note(scene.article_id, entity.key, key, form, kind, country, entity.names, acts, reasons))
        if entity.kind == MentionKind.PERSON:
            self._full.setdefault((scene.article_id, key[0].split()[-1]), set()).add(key)

    def notes(self) -> tuple[Note, ...]:
        """Return what was noted, and single names as those of the one person of that last name whom the article names in full."""
        noted, found = {(note.article_id, note.key) for note in self._notes}, list(self._notes)
        for article_id, entity, surname in self._surnames:
            owners = sorted(key for key in self._full.get((article_id, surname), set()) if " " in key[0])
            if len(owners) == 1 and (article_id, entity.key) not in noted:
                said = f"{entity.label!r} is the last name of somebody named in full here"
                why = (Reason("surname_in_article", _NAME_ONLY, said),)
                found.append(Note(article_id, entity.key, owners[0], None, ActorKind.PERSON, None, (), acts=False, reasons=why))
        return tuple(found)

    def merged(self) -> tuple[tuple[Actor, ...], tuple[ActorLink, ...]]:
        """Return one actor for each name, and the links to them."""
        by_name: dict[NameKey, list[Note]] = {}
        for note in self.notes():
            by_name.setdefault(note.name, []).append(note)
        actors = {name: actor_of(by_name[name]) for name in sorted(by_name)}
        return tuple(actors.values()), tuple(link_of(note, actors[name]) for name in actors for note in by_name[name])


def link_of(note: Note, actor: Actor) -> ActorLink:
    """Return the link of a noted name to the actor that all of that name are taken for."""
    said = Reason("same_name", _NAME_ONLY, f"nobody listed bears this name; all who do are taken for {actor.name!r}")
    return ActorLink(note.article_id, note.key, actor.id, _NAME_ONLY, note.reasons or (said,))


def actor_of(notes: Iterable[Note]) -> Actor:
    """Return the actor that all who are noted under one name are taken for; the order of notes does not matter."""
    forms, kinds, countries = Counter[str](), Counter[ActorKind](), Counter[str]()
    aliases: dict[str, str] = {}
    acts = False
    for note in notes:
        if note.form is not None:
            forms[note.form] += 1
            kinds[note.kind] += 1
            acts = acts or note.acts
        if note.country is not None:
            countries[note.country] += 1
        for alias in note.aliases:
            aliases[alias] = min(aliases.get(alias, note.article_id), note.article_id)
    name, kind = _first(forms), min(kinds, key=lambda kind: (-kinds[kind], list(ActorKind).index(kind)))
    return Actor(
        name=name,
        kind=kind,
        aliases=tuple(Alias(text, source) for text, source in sorted(aliases.items()) if text != name),
        country=_first(countries) if countries else None,
        listed=False,
        private=kind == ActorKind.PERSON and not acts,
    )


def _first(counted: Counter[str]) -> str:
    return min(counted, key=lambda value: (-counted[value], -len(value), value))
