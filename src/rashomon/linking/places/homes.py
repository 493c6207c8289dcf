"""Where an outlet is at home: where the places that its articles name cluster, and what place its address names.

A local paper says "Springfield" and means its own; nothing in the article says which.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlparse

import numpy as np
import numpy.typing as npt

from rashomon.extraction.phrases import word_set
from rashomon.extraction.toponyms import SURE, Toponym, ToponymKind
from rashomon.linking.places.toponym_features import SPOTS, holds
from rashomon.lists.countries import load_countries
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.text.folding import fold

#: How far from home, in kilometres, a place may lie and still speak for it with a third of its weight.
REACH_KM = 60.0
#: A home that the address names needs this share of the articles' places near it, or so many people.
NAMED_SHARE, NAMED_PEOPLE = 0.08, 50_000
#: A home that nothing names needs so many articles, this share of their places near it, and this much in all.
ARTICLES, SHARE, LEAST = 2, 0.2, 1.5
#: Articles from which on a name counts in full.
FULL = 3
#: How many places of a name are looked at as a home, and at all.
_HOMES, _MOST = 15, 40
_NAMED, _PEOPLE = 1.2, 0.4
_SHORTEST = 5
_EARTH_KM = 6371.0
Named = Callable[[str], tuple[Place, ...]]
#: Endings of addresses that stand for no country.
_NO_LANDS = frozenset({"ac", "ai", "am", "co", "fm", "gg", "io", "la", "ly", "me", "so", "to", "tv", "ws"})
_BEFORE = frozenset({"", "the", "my", "in", "thisis", "inside", "online", "e", "news", "daily"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place that may be home; ``named``: the address bears its name, ``known``: and hardly means another."""

    place: Place
    named: bool = False
    known: bool = False


def domain_of(url: str | None) -> str | None:
    """Return the country (ISO 3166 alpha-2) of a web address, ``None`` where its ending is of none."""
    ending = (urlparse(url or "").hostname or "").rpartition(".")[2]
    code = {"uk": "GB"}.get(ending, ending.upper())
    return code if ending not in _NO_LANDS and code in load_countries().by_iso2 else None


def home_of(articles: Sequence[Iterable[Toponym]], address: str, named: Named) -> Place | None:
    """Return where an outlet is at home, ``None`` where its articles speak of everywhere.

    Args:
        articles: the places that each of its articles names.

        address: the host of its pages, or its name.

        named: returns the places of a name, the most likely first.
    """
    counted: Counter[tuple[str, str | None]] = Counter()
    for article in articles:
        counted.update(spoken_of(article))
    return home_by(counted, len(articles), address, named)


def spoken_of(found: Iterable[Toponym]) -> set[tuple[str, str | None]]:
    """Return the names of an article that count for where its outlet is at home, each with the larger place beside it."""
    return {(one.name, one.larger) for one in found if one.kind == ToponymKind.NAME and one.sure >= SURE}


def home_by(counted: Mapping[tuple[str, str | None], int], articles: int, address: str, named: Named) -> Place | None:
    """Return where an outlet is at home, as `home_of` does.

    Args:
        counted: in how many of its articles each name stands; more than `FULL` count as so many.

        articles: how many it has; more than `ARTICLES` count as so many.

        address: the host of its pages, or its name.

        named: returns the places of a name, the most likely first.
    """
    meant = [
        (places, math.sqrt(min(count, FULL)))
        for key, count in sorted(counted.items(), key=str)
        if (places := _spots(*key, named))
    ]
    candidates = _candidates(address, (places for places, _ in meant), named)
    return _best(candidates, meant, articles) if candidates else None


def _spots(name: str, larger: str | None, named: Named) -> tuple[Place, ...]:
    """The towns and districts of a name, inside the larger place where one is named."""
    places = named(name)
    if places and larger is None and places[0].precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION):
        return ()
    spots = tuple(place for place in places[:_MOST] if place.precision in SPOTS and place.lat is not None)
    holders = named(larger)[:2] if larger else ()
    return tuple(place for place in spots if any(holds(holder, place) for holder in holders)) or spots


def _candidates(address: str, meant: Iterable[tuple[Place, ...]], named: Named) -> list[_Candidate]:
    found = {}
    for places in _named_by(address, named):
        for place in places[:_MOST]:
            found[place] = _Candidate(place, named=True, known=place == places[0] and place.population >= NAMED_PEOPLE)
    for places in meant:
        for place in places[:_HOMES]:
            found.setdefault(place, _Candidate(place))
    return list(found.values())


def _named_by(address: str, named: Named) -> Iterator[tuple[Place, ...]]:
    """The places that each part of an address may name: the longest name in it ("theparisnews.com")."""
    for part in re.split(r"[.\- ]", address.lower()):
        found = ((piece, _of_name(piece, named)) for piece in _pieces(part))
        best = max(((piece, places) for piece, places in found if places), key=lambda pair: len(pair[0]), default=None)
        if best is not None:
            yield best[1]


def _pieces(part: str) -> Iterator[str]:
    """What may be a place's name in a part of an address: all but known words before it and anything behind it."""
    for start in range(len(part)):
        if part[:start] in _BEFORE or part[:start] in word_set("toponyms.yaml", "titles"):
            for end in range(start + _SHORTEST, len(part) + 1):
                yield part[start:end]


def _of_name(piece: str, named: Named) -> tuple[Place, ...]:
    if piece in word_set("toponyms.yaml", "titles") or piece in word_set("toponyms.yaml", "heads"):
        return ()
    places = named(piece.title())
    if places and places[0].precision == PlacePrecision.COUNTRY:
        places = (*places[:1], *(place for place in places[1:] if place.precision == PlacePrecision.TOWN))
    return tuple(place for place in places if place.lat is not None and place.country is not None and fold(place.name) == piece)


def _best(candidates: list[_Candidate], meant: Sequence[tuple[tuple[Place, ...], float]], articles: int) -> Place | None:
    near = np.zeros(len(candidates))
    homes = _radians([candidate.place for candidate in candidates])
    for places, weight in meant:
        people = np.array([math.log10(place.population + 10) for place in places])
        close = np.exp(-_apart(homes, _radians(places)) / REACH_KM) * (0.4 + 0.6 * people / people.max())
        near += weight * close.max(axis=1) / math.sqrt(1 + 0.15 * len(places))
    total = near + np.array([_NAMED * c.named + _PEOPLE * math.log10(c.place.population + 10) / 7 for c in candidates])
    best = int(total.argmax())
    share = float(near[best]) / (sum(weight for _, weight in meant) or 1.0)
    place = candidates[best].place
    if candidates[best].named:
        return place if share >= NAMED_SHARE or candidates[best].known else None
    return place if articles >= ARTICLES and share >= SHARE and float(total[best]) >= LEAST else None


def _radians(places: Sequence[Place]) -> npt.NDArray[np.float64]:
    degrees = np.array([[place.lat or 0.0, place.lon or 0.0] for place in places], dtype=np.float64)
    return degrees * (np.pi / 180)


def _apart(ones: npt.NDArray[np.float64], others: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The distances in kilometres of each of some points from each of others."""
    north, south = ones[:, 0][:, None], others[:, 0][None]
    half = np.sin((south - north) / 2) ** 2
    half = half + np.cos(north) * np.cos(south) * np.sin((others[:, 1][None] - ones[:, 1][:, None]) / 2) ** 2
    apart: npt.NDArray[np.float64] = 2 * _EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return apart
