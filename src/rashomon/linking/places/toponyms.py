"""Put every place that an article names on the map: each name beside all others, over and over until nothing moves.

One name means one place throughout an article, unless the text puts it into different larger places.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rashomon.extraction.toponyms import SURE, Toponym, ToponymKind
from rashomon.linking.features import Comparison, weigh
from rashomon.linking.places.toponym_features import FEATURES, SPOTS, Naming, Surroundings, closeness
from rashomon.model.ledger import Reason
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.text.folding import fold

_K = TypeVar("_K")
#: Names with weaker evidence than this are not looked at again where the article's other places are known.
DOUBTFUL = -0.5
#: How near, in kilometres, a doubtful name's place must lie to others, and what that and the outlet's home are worth.
_NEAR_KM, _BESIDE, _HOME = 50.0, 1.3, 1.3
#: How many places of a name are looked at, and how often the article is gone through.
_MOST, _ROUNDS = 40, 5
#: A province that shares its name with a town of so many people is not plainly meant ("New York").
_CITY = 300_000
_CONTEXT = frozenset(("has_neighbours", "is_at_home", "is_in_home_province"))
_LANDS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.ADMIN1})


@dataclass(frozen=True, slots=True)
class Located:
    """A place's name in a text, the place that it means, and why."""

    toponym: Toponym
    place: Place
    reasons: tuple[Reason, ...]

    @property
    def in_context(self) -> bool:
        """Return whether where the article's other places or its outlet lie speaks for it, not its size alone."""
        return any(reason.feature in _CONTEXT for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name with what stands beside it, how often it stands so, and the places it may mean."""

    text: str
    larger: str | None
    adjective: bool
    count: int
    candidates: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    place: Place
    reasons: tuple[Reason, ...]


class Locator:
    """Puts the place names of an article on the map.

    Args:
        named: returns the places of a name, the most likely first.
    """

    def __init__(self, named: Callable[[str], tuple[Place, ...]]) -> None:
        self._named = named

    def locate(self, found: Iterable[Toponym], home: Place | None = None, domain: str | None = None) -> tuple[Located, ...]:
        """Return the names with their places, in reading order; names whose place is not known are left out.

        Args:
            found: the names of one article, also those with evidence between `DOUBTFUL` and enough: they count where
                their place lies beside the others or at the outlet's home.

            home: where the outlet is at home.

            domain: the country of its web address.
        """
        listed = tuple(found)
        sure = [one for one in listed if one.sure >= SURE]
        choices = self._settled(self._names(sure), home, domain)
        located = [Located(one, choices[key].place, choices[key].reasons) for one in sure if (key := _key(one)) in choices]
        doubtful = [one for one in listed if DOUBTFUL <= one.sure < SURE]
        located += self._beside(doubtful, located, home)
        return tuple(sorted(located, key=lambda one: one.toponym.start))

    def _names(self, found: Sequence[Toponym]) -> dict[tuple[str, str | None, bool], _Name]:
        counted = Counter(_key(one) for one in found)
        said = {name: larger for name, larger, _ in reversed(counted) if larger is not None}
        names = {}
        for (text, larger, adjective), count in counted.items():
            candidates = self._candidates(text, adjective)
            if candidates:
                names[text, larger, adjective] = _Name(text, larger or said.get(text), adjective, count, candidates)
        return names

    def _candidates(self, text: str, adjective: bool) -> tuple[Place, ...]:
        places = tuple(place for place in self._named(text) if place.lat is not None)
        return tuple(place for place in places if place.precision in _LANDS)[:1] if adjective else places[:_MOST]

    def _settled(
        self, names: Mapping[tuple[str, str | None, bool], _Name], home: Place | None, domain: str | None
    ) -> dict[tuple[str, str | None, bool], _Choice]:
        """The place of each name, chosen anew beside the others' places until none changes."""
        lands, provinces = self._said(names.values())
        chosen: dict[tuple[str, str | None, bool], _Choice] = {}
        for _ in range(_ROUNDS):
            before = {key: choice.place for key, choice in chosen.items()}
            chosen = {
                key: self._choice(name, _around(name, before, lands, provinces, home, domain)) for key, name in names.items()
            }
            if before == {key: choice.place for key, choice in chosen.items()}:
                break
        return chosen

    def _said(self, names: Iterable[_Name]) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
        """How much the names of countries and provinces speak for each country and province, as shares."""
        lands: Counter[str] = Counter()
        provinces: Counter[tuple[str, str]] = Counter()
        for name in names:
            for place, weight in _lands_of(name):
                _count(place, weight, lands, provinces)
            for holder in self._holders(name.larger) or ():
                _count(holder, 1, lands, provinces)
        return _shares(lands), _shares(provinces)

    def _holders(self, larger: str | None) -> tuple[Place, ...] | None:
        if larger is None:
            return None
        return tuple(place for place in self._named(larger)[:3] if place.precision in _LANDS)

    def _choice(self, name: _Name, around: Surroundings) -> _Choice:
        naming = Naming(name.text, self._holders(name.larger), name.larger, around)
        weighed = [(weigh(FEATURES, naming, place).reasons, place) for place in name.candidates]
        reasons, place = max(weighed, key=lambda pair: round(sum(reason.score for reason in pair[0]), 4))
        return _Choice(place, reasons)

    def _beside(self, doubtful: Iterable[Toponym], located: Sequence[Located], home: Place | None) -> list[Located]:
        """The doubtful names whose place lies beside the article's other places or at the outlet's home."""
        known = {one.toponym.name: one.place for one in located}
        spots = tuple({one.place for one in located if one.place.precision in SPOTS})
        found = []
        for one in doubtful:
            near = _nearest(self._candidates(one.name, adjective=False), spots, home)
            if near is not None and one.sure + near[0].score >= SURE:
                place = known.get(one.name, near[1])
                found.append(Located(one, place, (Reason("lies_beside", round(near[0].score, 4), near[0].text),)))
        return found


def _key(one: Toponym) -> tuple[str, str | None, bool]:
    return one.name, one.larger, one.kind != ToponymKind.NAME


def _around(
    name: _Name,
    chosen: Mapping[tuple[str, str | None, bool], Place],
    lands: Mapping[str, float],
    provinces: Mapping[tuple[str, str], float],
    home: Place | None,
    domain: str | None,
) -> Surroundings:
    rest = [place for (text, _, _), place in chosen.items() if text != name.text]
    found_in = _shares(Counter(place.country for place in rest if place.country is not None))
    others = tuple(place for place in rest if place.precision in SPOTS or place.precision == PlacePrecision.ADMIN1)
    return Surroundings(lands, provinces, found_in, others, home, domain)


def _lands_of(name: _Name) -> list[tuple[Place, int]]:
    """The country and the province that a name plainly means."""
    first = name.candidates[0]
    provinces = [place for place in name.candidates if place.precision == PlacePrecision.ADMIN1]
    plain = [(first, name.count)] if first.precision == PlacePrecision.COUNTRY and not provinces else []
    city = any(place.precision == PlacePrecision.TOWN and place.population >= _CITY for place in name.candidates)
    if len(provinces) == 1 and not city and (fold(provinces[0].name) == fold(name.text) or name.text.endswith(".")):
        plain.append((provinces[0], name.count))
    return plain


def _count(place: Place, weight: int, lands: Counter[str], provinces: Counter[tuple[str, str]]) -> None:
    if place.country is None:
        return
    lands[place.country] += weight
    if place.precision == PlacePrecision.ADMIN1:
        provinces[place.country, place.name] += weight


def _shares(counted: Counter[_K]) -> dict[_K, float]:
    total = counted.total()
    return {key: count / total for key, count in counted.items()}


def _nearest(candidates: Iterable[Place], spots: Sequence[Place], home: Place | None) -> tuple[Comparison, Place] | None:
    """The candidate nearest to the other places and to the outlet's home, and how much that is worth."""
    weighed = []
    for place in candidates:
        if place.precision not in SPOTS:
            continue
        beside = sum(closeness(place, other, _NEAR_KM) for other in spots if other.name != place.name)
        at_home = closeness(place, home, _NEAR_KM) if home is not None else 0.0
        worth = _BESIDE * min(1.0, beside / 1.5) + _HOME * at_home
        weighed.append((Comparison(worth, "it lies beside the article's other places or at the outlet's home"), place))
    return max(weighed, key=lambda pair: (pair[0].score, pair[1].population), default=None)
