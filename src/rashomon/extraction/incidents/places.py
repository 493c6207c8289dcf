"""Where an incident was: the areas its own sentences name, from the largest to the smallest."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.extraction.incidents.passages import Passage
from rashomon.extraction.incidents.values import Spot
from rashomon.extraction.lexicon import Gazetteer
from rashomon.extraction.phrases import words_of
from rashomon.model.words import PlacePrecision
from rashomon.text.folding import fold

#: Ranks of what a place can be, the largest first; what is not named here is a quarter or smaller.
_RANKS = {
    **dict.fromkeys(("department", "province", "region", "commissariat", "intendancy", "county", "state", "zone", "valley"), 1),
    **dict.fromkeys(("municipality", "city", "town", "village", "jurisdiction", "port"), 2),
}
_SMALL = 3
_PRECISIONS = {PlacePrecision.ADMIN1: "department", PlacePrecision.ADMIN2: "municipality", PlacePrecision.TOWN: "city"}
_CUES = frozenset(
    (
        "in",
        "at",
        "near",
        "of",
        "from",
        "to",
        "between",
        "outside",
        "and",
        "the",
        "around",
        "throughout",
        "on",
        "through",
        "towards",
        ",",
        "(",
    )
)
_WORD = re.compile(r"\w[\w'.-]*|[,(]")
#: How many mentions of a country its standing in the dateline is worth.
_ORIGIN = 6
#: Words of the longest name.
_LONGEST = 5
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of a place in a report: sentence, where it starts, the name, country and what it is."""

    sentence: int
    start: int
    name: str
    country: str
    kind: str

    @property
    def rank(self) -> int:
        """Return how small it is."""
        return _RANKS.get(self.kind, _SMALL)


@functools.cache
def _listed() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the own list: countries and what it is there, by name."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for country, kinds in words_of("incident_places.yaml").items():
        for kind, names in kinds.items():
            for name in names:
                found[name] = (*found.get(name, ()), (country, kind))
    return found


class Places:
    """The places a report names.

    Args:
        gazetteer: the places and countries that are known.

        origin: where the report was written, as its dateline has it.
    """

    def __init__(self, passage: Passage, gazetteer: Gazetteer, origin: str | None) -> None:
        self._passage = passage
        self._gazetteer = gazetteer
        self._countries = list(self._named_countries())
        self._origin = self._country_of(origin) if origin else None
        self._named = list(self._names())

    def where(self, sentences: Sequence[int]) -> Spot:
        """Return where an incident told in these sentences was: one area of each size, all in one country."""
        country = self._country(sentences)
        return Spot(country, tuple((named.name, named.kind) for named in self._chain(sentences, country)))

    def ranked(self, sentences: Sequence[int]) -> list[tuple[int, str]]:
        """Return the areas of `where` with how small each is: 1 a province, 2 a town, 3 what lies within one."""
        return [(named.rank, named.name) for named in self._chain(sentences, self._country(sentences))]

    def _chain(self, sentences: Sequence[int], country: str | None) -> list[_Named]:
        """Return the first area of each size, the largest first."""
        chain: dict[int, _Named] = {}
        for named in self._named:
            if (
                named.sentence in sentences
                and named.country == country
                and named.name not in [one.name for one in chain.values()]
            ):
                chain.setdefault(named.rank, named)
        return [chain[rank] for rank in sorted(chain)]

    def _country(self, sentences: Sequence[int]) -> str | None:
        """The country most named, itself or by its places, twice as much in the incident's own sentences; see `_ORIGIN`."""
        votes = {self._origin: _ORIGIN} if self._origin else {}
        listed = [(named.sentence, named.country) for named in self._named if named.name in _listed()]
        for sentence, code in (*self._countries, *listed):
            votes[code] = votes.get(code, 0) + (2 if sentence in sentences else 1)
        return max(votes, key=lambda code: (votes[code], code)) if votes else None

    def _named_countries(self) -> Iterator[tuple[int, str]]:
        for words, start in self._runs(2):
            code = self._gazetteer.country(words)
            if code is not None and len(words) >= _SHORTEST:
                yield self._passage.sentence(start), code

    def _runs(self, longest: int) -> Iterator[tuple[str, int]]:
        tokens = [(found[0].rstrip("."), found.start()) for found in _WORD.finditer(self._passage.text)]
        for n in range(len(tokens)):
            for size in range(min(longest, len(tokens) - n), 0, -1):
                words = [token.removesuffix("'s") for token, _ in tokens[n : n + size]]
                if not any(word in (",", "(") for word in words):
                    yield " ".join(words), tokens[n][1]

    def _names(self) -> Iterator[_Named]:
        """Yield the places, the longest name at each spot."""
        allowed = {code for _, code in self._countries} | {self._origin}
        done = 0
        for words, start in self._runs(_LONGEST):
            if start < done or len(words) < _SHORTEST or self._gazetteer.country(words) is not None:
                continue
            known = [(country, kind) for country, kind in self._known(words, start) if country in allowed]
            if known:
                country, kind = self._chosen(known, start + len(words))
                yield _Named(self._passage.sentence(start), start, words, country, kind)
                done = start + len(words)

    def _chosen(self, known: Sequence[tuple[str, str]], end: int) -> tuple[str, str]:
        """Of several places of a name, the one whose kind stands behind it, else of the report's country, else a town."""
        behind = self._passage.text[end : end + 16].split()[:1]

        def worth(place: tuple[str, str]) -> tuple[bool, bool, bool]:
            return (place[1] in behind, place[0] == self._origin, _RANKS.get(place[1]) == 2)  # noqa: PLR2004 - a town

        return max(known, key=worth)

    def _known(self, words: str, start: int) -> Iterator[tuple[str, str]]:
        yield from _listed().get(words, ())
        before = self._passage.text[max(0, start - 12) : start].split()
        if (
            words.split(maxsplit=1)[0] in _CUES
            or not before
            or (before[-1].strip('"') not in _CUES and before[-1][-1] not in ",(")
        ):
            return
        for place in self._gazetteer.find(words.title()):
            kind = _PRECISIONS.get(place.precision)
            if place.country and kind and fold(place.name) == fold(words):
                yield place.country, kind

    def _country_of(self, origin: str) -> str | None:
        """The country of a dateline: the one in brackets, else that of the most populous town of its name."""
        town, _, country = origin.partition("(")
        code = self._gazetteer.country(country.strip(" )").title()) if country else None
        if code:
            return code
        return next((place.country for place in self._gazetteer.find(town.strip().title()) if place.country), None)
