"""Which countries the words of a string name: "Chile's", "Russian-based", "two Swedes", "of Mali"."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.extraction.coder_words import coder_list
from rashomon.lists.countries import Countries, load_countries
from rashomon.text.tokens import Token, tokens

#: The longest name of a country, in words.
_LONGEST = 6
#: Ends of a word that begins with a country and means somebody there; "-backed" means somebody elsewhere.
_THERE = ("based", "born", "led", "run", "held", "controlled")
_POSSESSIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Named:
    """A country that a string names.

    Args:
        code: ISO 3166 alpha-3.

        start, end: offsets of the words, a possessive ending included.

        place: whether it is the country's name; an adjective ("Russian") or people ("Russians") is none.
    """

    code: str
    start: int
    end: int
    place: bool


@functools.cache
def _peoples() -> Mapping[str, str]:
    return {name: code for code, names in coder_list("agents.yaml")["peoples"].items() for name in names}


class Nationalities:
    """Finds names, adjectives and peoples of countries in a string."""

    def __init__(self, countries: Countries | None = None) -> None:
        self._countries = countries or load_countries()

    def find(self, text: str) -> tuple[Named, ...]:
        """Return the countries the text names, in its order; of overlapping names the longest."""
        words = tokens(text)
        found: list[Named] = []
        at = 0
        while at < len(words):
            size, named = self._at(text, words, at)
            if named is not None:
                found.append(named)
            at += size
        return tuple(found)

    def iso3(self, iso2: str | None) -> str | None:
        """Return the three-letter code of a two-letter code, ``None`` where it has none."""
        country = self._countries.by_iso2.get(iso2 or "")
        return None if country is None else country.iso3

    def _at(self, text: str, words: Sequence[Token], at: int) -> tuple[int, Named | None]:
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            begin, end = words[at].start, words[at + size - 1].end
            for code, place in self._meanings(text[begin:end]):
                after = at + size < len(words) and words[at + size].text in _POSSESSIVES
                return size + after, Named(code, begin, words[at + size].end if after else end, place)
        return 1, None

    def _meanings(self, name: str) -> Iterator[tuple[str, bool]]:
        if not name[:1].isupper():
            return
        country = self._countries.find(name) or self._countries.find(name.partition("-")[0] if name.endswith(_THERE) else "")
        if country is not None:
            yield country.iso3, self._countries.named(name) is not None
        if name in _peoples():
            yield _peoples()[name], False
        people = self._countries.find(name[:-1]) if name.endswith("s") else None
        if people is not None and self._countries.named(name[:-1]) is None:
            yield people.iso3, False
