"""The first half of a run: who and where the articles speak of, what they copy, and which of them that concerns."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from rashomon.linking.actors.actors import ActorLinker
from rashomon.linking.actors.unlisted import NameKey, Note, link_of
from rashomon.linking.contract import Gazetteer
from rashomon.linking.copies.compared import Compared
from rashomon.linking.copies.copies import Copies, Face, Held
from rashomon.linking.decisions import Corrections
from rashomon.linking.places.homes import ARTICLES, FULL, home_by, spoken_of
from rashomon.linking.places.mapping import address_of
from rashomon.linking.places.places import PlaceLinker, PlaceLinks, joined
from rashomon.linking.relinking.known import Known, unlisted
from rashomon.linking.relinking.outlines import Outline
from rashomon.model.actors import Actor
from rashomon.model.ledger import ActorLink, Copy
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision


class Looking:
    """Looks at the articles that changed, and finds those that this concerns.

    Args:
        known: the articles.

        gazetteer: what is known of places.

        decided: what people decided.

    Attributes:
        links: of the articles that are concerned, to listed actors and others.

        placed: where the articles that are concerned are.

        copies: all of them.

        other: actors that no list holds, of whom articles say something else than before.

        values: what is to be remembered.
    """

    def __init__(self, known: Known, gazetteer: Gazetteer, decided: Corrections) -> None:
        self._known = known
        self._gazetteer = gazetteer
        self._decided = decided
        self._places = PlaceLinker(gazetteer)
        self._actors = ActorLinker(known.registry, gazetteer, decided)
        self._listed: dict[str, tuple[ActorLink, ...]] = {}
        self._homes: dict[str, Place | None] = {}
        self.links: tuple[ActorLink, ...] = ()
        self.placed = PlaceLinks({}, (), {})
        self.copies: tuple[Copy, ...] = ()
        self.other: tuple[Actor, ...] = ()
        self._unlisted: Mapping[NameKey, Actor] = {}
        self.values: dict[str, str] = {}

    def touched(self, changed: set[str]) -> frozenset[str]:
        """Return the articles whose accounts may be others than they were: opened, and in outline but for their accounts."""
        self._glance(changed)
        concerned = changed | self._moved() | self._renamed(changed)
        self.copies = self._copied(changed)
        was = {copy.article_id: copy for copy in self._known.memory.copies()}
        is_now = {copy.article_id: copy for copy in self.copies}
        concerned |= {key for key in was.keys() | is_now.keys() if was.get(key) != is_now.get(key)} & self._known.now.keys()
        concerned |= {copy.article_id for copy in self.copies if copy.original_id in concerned}
        self._glance(concerned - changed)
        self._link(sorted(concerned))
        return frozenset(concerned)

    def _glance(self, article_ids: Iterable[str]) -> None:
        chosen = sorted(article_ids)
        self._known.open(chosen)
        for key in chosen:
            scene = self._known.scenes[key]
            article = scene.source.article
            self._listed[key], notes = self._actors.noted(scene)
            toponyms = sorted(spoken_of(self._places.toponyms(scene)), key=str)
            face = Face.of(article)
            self._known.now[key] = Outline(
                self._known.stamps[key], face, address_of(article), toponyms=tuple(toponyms), notes=notes
            )

    def _moved(self) -> set[str]:
        """The articles of outlets that are at home elsewhere than before."""
        counted: dict[str, Counter[tuple[str, str | None]]] = {}
        sizes: Counter[str] = Counter()
        for outline in self._known.now.values():
            counted.setdefault(outline.address, Counter()).update(outline.toponyms)
            sizes[outline.address] += 1
        was: dict[str, Any] = json.loads(self._known.memory.value("homes") or "{}")
        kept: dict[str, Any] = {}
        for address in sorted(counted):
            marked = _mark(counted[address], sizes[address])
            held = was.get(address)
            if held is not None and held[0] == marked:
                self._homes[address] = _place(held[1])
            else:
                self._homes[address] = self._home(address, counted[address], sizes[address])
            kept[address] = [marked, _plain(self._homes[address])]
        self.values["homes"] = json.dumps(kept, ensure_ascii=False)
        moved = {address for address, held in was.items() if address in kept and kept[address][1] != held[1]}
        return {key for key, outline in self._known.now.items() if outline.address in moved}

    def _home(self, address: str, counted: Mapping[tuple[str, str | None], int], articles: int) -> Place | None:
        return home_by(counted, articles, address, self._gazetteer.find) if address else None

    def _renamed(self, changed: set[str]) -> set[str]:
        """The articles that name somebody who is called otherwise than before, or is another sort of actor."""
        now = self._unlisted = unlisted(self._known.now.values())
        self._known.settle(now.values())
        if not self._known.before:
            return set()
        touching = [self._known.before[key] for key in (changed | self._known.gone) & self._known.before.keys()]
        touching += [self._known.now[key] for key in changed]
        names = frozenset(note.name for outline in touching for note in outline.notes)
        was = unlisted(self._known.before.values(), names)
        self.other = tuple(now[name] for name in sorted(names & now.keys()) if was.get(name) != now[name])
        other = {name for name in names if _essence(was.get(name)) != _essence(now.get(name))}
        return {key for key, outline in self._known.now.items() if any(note.name in other for note in outline.notes)}

    def _copied(self, changed: set[str]) -> tuple[Copy, ...]:
        held = _held(self._known.memory.value("copies"), changed | self._known.gone)
        faces = (outline.face for outline in self._known.now.values())
        copies = Copies(faces, self._known.articles, self._known.registry, held)
        found = copies.found(self._decided.no_copies)
        pairs = [pair.plain() for pair in copies.held.pairs.values()]
        self.values["copies"] = json.dumps([pairs, list(copies.held.firsts.items())], ensure_ascii=False)
        return found

    def _link(self, chosen: list[str]) -> None:
        links: list[ActorLink] = []
        placed: list[PlaceLinks] = []
        for key in chosen:
            outline = self._known.now[key]
            own = self._placed(key, outline)
            placed.append(own)
            mine = [*self._listed[key], *(self._noted(note) for note in outline.notes)]
            links += mine
            self._known.now[key] = replace(
                outline,
                links={link.key: link.actor_id for link in mine},
                placed={link.key: link.place_id for link in own.links},
                at={start: place_id for (_, start), place_id in own.at.items()},
            )
        self.links = tuple(sorted(links, key=lambda link: (link.article_id, link.key)))
        self.placed = joined(placed)
        self._known.places |= self.placed.places

    def _placed(self, key: str, outline: Outline) -> PlaceLinks:
        return self._places.placed(self._known.scenes[key], self._homes[outline.address])

    def _noted(self, note: Note) -> ActorLink:
        return link_of(note, self._unlisted[note.name])


def _essence(actor: Actor | None) -> tuple[object, ...] | None:
    """What of an actor is looked at beyond its own row."""
    if actor is None:
        return None
    return actor.id, actor.name, actor.kind, actor.country, frozenset(alias.text for alias in actor.aliases)


def _mark(counted: Mapping[tuple[str, str | None], int], articles: int) -> str:
    told = sorted((name, larger or "", min(count, FULL)) for (name, larger), count in counted.items())
    return hashlib.blake2b(repr((told, min(articles, ARTICLES))).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _plain(place: Place | None) -> dict[str, Any] | None:
    return None if place is None else asdict(place) | {"precision": place.precision.value}


def _place(plain: dict[str, Any] | None) -> Place | None:
    return None if plain is None else Place(**plain | {"precision": PlacePrecision(plain["precision"])})


def _held(kept: str | None, changed: set[str] | frozenset[str]) -> Held:
    """What was found between articles none of which changed."""
    pairs, firsts = json.loads(kept) if kept is not None else ([], [])
    compared = (Compared.of(plain) for plain in pairs if plain[0][0] not in changed and plain[1][0] not in changed)
    return Held(
        {(one.one.id, one.other.id): one for one in compared},
        {tuple(group): first for group, first in firsts if changed.isdisjoint(group)},
    )
