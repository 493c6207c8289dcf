"""Decide which place an entity names, and say why; never more precise than the words."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rashomon.extraction.toponyms import SURE, Toponym, ToponymKind
from rashomon.linking.contract import Gazetteer
from rashomon.linking.entities import Entity
from rashomon.linking.features import SILENT, Comparison, Feature, Weighed, weigh
from rashomon.linking.places.geography import Lie, lie
from rashomon.linking.places.homes import domain_of
from rashomon.linking.places.mapping import address_of, homes_of
from rashomon.linking.places.placenames import REACH, Wording, wording
from rashomon.linking.places.toponyms import Locator
from rashomon.linking.scenes import Scene, bare
from rashomon.model.ledger import PlaceLink, Reason
from rashomon.model.places import Place
from rashomon.model.reading import Mention
from rashomon.model.words import PLACE_KINDS, MentionKind, PlacePrecision
from rashomon.text.folding import fold

#: Links below this are not made.
LINK_AT = 0.6
#: Two candidates closer than this are both doubtful, and none is taken.
MARGIN = 0.04
#: How many candidates of one name are looked at; the gazetteer gives the most populous first.
MOST = 12
#: What a name is worth that is only written like one of the place's: too little for a pin unless the text's own places say so.
_ALIKE = 0.6
#: Provinces are known whatever the gazetteer says of their population.
_PROVINCE = 0.8
_SMALL = frozenset({PlacePrecision.TOWN, PlacePrecision.POINT, PlacePrecision.NEAR})
_AREAS = (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2)
#: "Region" is said of provinces and of regions, "town" of any small place.
_MEANT = {PlacePrecision.TOWN: _SMALL, PlacePrecision.ADMIN1: frozenset({PlacePrecision.ADMIN1, PlacePrecision.REGION})}


@dataclass(frozen=True, slots=True)
class _Sight:
    """A place's name in its surroundings: what the words say, and what the article has resolved so far."""

    wording: Wording
    kind: MentionKind
    countries: Mapping[str, int]
    resolved: tuple[Place, ...]
    alone: bool
    unwritten: bool
    larger_country: str | None
    mapped: frozenset[Place]


def in_country(sight: _Sight, place: Place) -> Comparison:
    """The article names the place's country, or only others."""
    if not sight.countries:
        return SILENT
    if place.country is None:
        return Comparison(0.8, "it lies in no one country")
    if place.country not in sight.countries:
        return Comparison(-0.6, f"the article names {', '.join(sight.countries)} but not {place.country}")
    share = sight.countries[place.country] / max(sight.countries.values())
    return Comparison(0.7 + 0.3 * share, f"the article names {place.country}")


def is_known(sight: _Sight, place: Place) -> Comparison:
    """The place is large, or the only one of its name."""
    if sight.alone:
        return Comparison(1.0, f"the only {place.name} that is known")
    if place.country is None and place.precision == PlacePrecision.REGION:
        return Comparison(1.0, "a region across borders, listed by hand")
    size = math.log10(place.population) / 7 if place.population > 1 else 0.0
    size = max(size, _PROVINCE if place.precision == PlacePrecision.ADMIN1 else 0.0)
    return Comparison(min(1.0, size), f"{place.population} people live there") if size else SILENT


def lies_in(sight: _Sight, place: Place) -> Comparison:
    """The words right after or before it name the province or country it lies in."""
    larger = sight.wording.larger
    if larger is None:
        return SILENT
    if sight.larger_country is not None:
        agrees = sight.larger_country == place.country
        return Comparison(1.0 if agrees else -1.0, f"the text puts it in {larger}") if place.country else SILENT
    if fold(larger) in {fold(name) for name in (place.admin1, place.admin2) if name is not None}:
        return Comparison(1.0, f"the text puts it in {larger}")
    return SILENT


def has_neighbours(sight: _Sight, place: Place) -> Comparison:
    """Another place of the article lies in the same province."""
    near = sorted(
        {
            other.name
            for other in sight.resolved
            if place.country == other.country
            and place.name != other.name
            and place.admin1 is not None
            and place.admin1 in (other.admin1, other.name)
        }
    )
    return Comparison(1.0, f"the article also names {', '.join(near)} in {place.admin1}") if near else SILENT


def precision_agrees(sight: _Sight, place: Place) -> Comparison:
    """It is a province, district, town or country as the words or the kind of mention say."""
    stated = sight.wording.stated
    if stated is not None:
        agrees = place.precision in _MEANT.get(stated, {stated})
        return Comparison(1.0 if agrees else -0.7, f"the text speaks of a {stated}")
    if sight.kind == MentionKind.COUNTRY:
        return Comparison(1.0 if place.precision == PlacePrecision.COUNTRY else -0.5, "the text speaks of a country")
    if sight.kind == MentionKind.FACILITY:
        return Comparison(0.3 if place.precision == PlacePrecision.POINT else -0.6, "the text speaks of a facility")
    if place.precision in _SMALL:
        return Comparison(0.3, "no word says that it is larger than a town")
    return SILENT


def named_alike(sight: _Sight, place: Place) -> Comparison:
    """The gazetteer has the place under this name, under another of its names, or under one that is only written alike."""
    if sight.unwritten:
        return Comparison(_ALIKE, f"{sight.wording.name!r} is written like a name of {place.name}")
    same = fold(place.name) == fold(sight.wording.name)
    return Comparison(1.0 if same else 0.85, f"{sight.wording.name!r} is a name of {place.name}")


def is_mapped(sight: _Sight, place: Place) -> Comparison:
    """All the article's places put on the map together, this one is the likeliest of the name."""
    return Comparison(1.0, "the likeliest beside the article's other places") if place in sight.mapped else SILENT


FEATURES = (
    Feature(named_alike, 0.45),
    Feature(in_country, 0.25),
    Feature(is_known, 0.3),
    Feature(lies_in, 0.3),
    Feature(has_neighbours, 0.15),
    Feature(precision_agrees, 0.2),
    Feature(is_mapped, 0.15),
)


@dataclass(frozen=True, slots=True)
class PlaceLinks:
    """Places by id, links by article and key, and the place of every single mention (article, start)."""

    places: Mapping[str, Place]
    links: tuple[PlaceLink, ...]
    at: Mapping[tuple[str, int], str]


def nearby(place: Place) -> Place:
    """Return somewhere near the place: the same centre, but no pin."""
    return replace(place, precision=PlacePrecision.NEAR) if place.precision in _SMALL else place


def part_of(place: Place, part: str) -> Place:
    """Return a part of the place ("northern Mali"): a region without coordinates."""
    return replace(place, name=f"{part} {place.name}", precision=PlacePrecision.REGION, lat=None, lon=None, population=0)


def _as_worded(place: Place, words: Wording) -> Place:
    if words.near:
        return nearby(place)
    if words.stated in _AREAS and place.precision in _SMALL:
        return replace(place, precision=words.stated)
    return place if words.part is None or place.precision in _SMALL else part_of(place, words.part)


def joined(several: Iterable[PlaceLinks]) -> PlaceLinks:
    """Return the places of several articles as one; of two places of one id the more populous counts."""
    places: dict[str, Place] = {}
    links: list[PlaceLink] = []
    at: dict[tuple[str, int], str] = {}
    for one in several:
        for key, place in one.places.items():
            places[key] = max(places.get(key, place), place, key=lambda place: (place.population, str(place)))
        links += one.links
        at.update(one.at)
    return PlaceLinks(places, tuple(sorted(links, key=lambda link: (link.article_id, link.key))), at)


class PlaceLinker:
    """Links the entities of articles to the gazetteer's places."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._locator = Locator(gazetteer.find)
        self._known: dict[str, tuple[Place, ...]] = {}

    def link(self, scenes: Iterable[Scene]) -> PlaceLinks:
        """Return places, links and the place of each mention. An entity is only near a place if all its mentions are."""
        listed = tuple(scenes)
        homes = homes_of(((scene.source.article, self.toponyms(scene)) for scene in listed), self._gazetteer.find)
        return joined(self.placed(scene, homes[address_of(scene.source.article)]) for scene in listed)

    def placed(self, scene: Scene, home: Place | None) -> PlaceLinks:
        """Return places, links and the place of each mention of one article.

        Args:
            scene: the article.

            home: where its outlet is at home.
        """
        places: dict[str, Place] = {}
        links: list[PlaceLink] = []
        at: dict[tuple[str, int], str] = {}
        for entity, place, score, reasons in self._scene(scene, self._mapped(scene, home)):
            each = {mention.span.start: _as_worded(place, self._wording(scene, mention)) for mention in entity.mentions}
            named = [each[mention.span.start] for mention in entity.mentions if mention.named]
            whole = named[0] if len(set(named)) == 1 else place
            places.update((found.id, found) for found in (whole, *each.values()))
            links.append(PlaceLink(scene.article_id, entity.key, whole.id, score, reasons))
            at.update(((scene.article_id, start), found.id) for start, found in each.items())
        return PlaceLinks(places, tuple(sorted(links, key=lambda link: link.key)), at)

    def _mapped(self, scene: Scene, home: Place | None) -> Mapping[int, Place]:
        """Return the likeliest place of each mention, by its start, where the article's other places tell."""
        located = self._locator.locate(self.toponyms(scene), home, domain_of(scene.source.article.url))
        return {one.toponym.start: one.place for one in located if one.in_context}

    def toponyms(self, scene: Scene) -> tuple[Toponym, ...]:
        """Return the names of places in an article, in the order of its entities."""
        return tuple(self._toponyms(scene))

    def _toponyms(self, scene: Scene) -> Iterator[Toponym]:
        for entity in scene.entities.values():
            for mention in entity.mentions if entity.kind in PLACE_KINDS else ():
                if mention.named:
                    words, span = self._wording(scene, mention), mention.span
                    name = words.whole if self._gazetteer.find(words.whole) else bare(words.name)
                    yield Toponym(span.start, span.end, name, ToponymKind.NAME, words.larger, SURE)

    def _scene(self, scene: Scene, mapped: Mapping[int, Place]) -> list[tuple[Entity, Place, float, tuple[Reason, ...]]]:
        """Resolve what is certain first, then the rest beside it."""
        waiting = [entity for entity in scene.entities.values() if entity.kind in PLACE_KINDS and entity.names]
        first = [self._resolve(scene, entity, (), mapped) for entity in waiting]
        resolved = tuple(found[0] for found in first if found is not None)
        again = [self._resolve(scene, entity, resolved, mapped) for entity in waiting]
        return [(entity, *found) for entity, found in zip(waiting, again, strict=True) if found is not None]

    def _resolve(
        self, scene: Scene, entity: Entity, resolved: tuple[Place, ...], mapped: Mapping[int, Place]
    ) -> tuple[Place, float, tuple[Reason, ...]] | None:
        weighed: list[tuple[Weighed, Place]] = []
        likeliest = frozenset(mapped[mention.span.start] for mention in entity.mentions if mention.span.start in mapped)
        for words in dict.fromkeys(self._wording(scene, mention) for mention in entity.mentions if mention.named):
            candidates = self._candidates(words)
            larger = self._gazetteer.country(words.larger) if words.larger else None
            unwritten = self._unwritten(words)
            alone = len(candidates) == 1 and not unwritten
            sight = _Sight(words, entity.kind, scene.countries, resolved, alone, unwritten, larger, likeliest)
            weighed.extend((weigh(FEATURES, sight, place), place) for place in candidates)
        weighed.sort(key=lambda pair: (-pair[0].total, pair[1].precision not in _SMALL, pair[1].id))
        if not weighed or weighed[0][0].score < LINK_AT:
            return None
        best, place = weighed[0]
        rival = next((found for found, other in weighed if lie(other, place) not in (Lie.SAME, Lie.INSIDE)), None)
        if rival is not None and best.total - rival.total < MARGIN:
            return None
        return place, best.score, best.reasons

    def _candidates(self, words: Wording) -> tuple[Place, ...]:
        if words.whole not in self._known:
            found = self._gazetteer.find(words.whole) if words.whole != words.name else ()
            self._known[words.whole] = (found or self._gazetteer.find(bare(words.name)))[:MOST]
        return self._known[words.whole]

    def _unwritten(self, words: Wording) -> bool:
        """Return whether what `_candidates` gives is only written alike."""
        return all(map(self._gazetteer.unwritten, (words.whole, bare(words.name))))

    def _wording(self, scene: Scene, mention: Mention) -> Wording:
        """Return what the words say; a side that makes another name ("South Sudan") belongs to the name."""
        text, span = scene.source.article.text, mention.span
        said = mention.text if scene.source.article.language in (None, "en") else mention.name or mention.text  # in first case
        found = wording(said.strip(), text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH])
        if found.part is None or not found.whole[:1].isupper():
            return found
        own = self._gazetteer.find(found.whole)[:1]
        return replace(found, name=found.whole, part=None) if own and own != self._gazetteer.find(found.name)[:1] else found
