"""The evidence that a capitalised name means a place where it stands: named, weighed by hand, and added up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extraction.entity_words import GIVEN_NAMES, SPEECH
from rashomon.extraction.phrases import word_set
from rashomon.extraction.toponym_words import LIST, Word, in_list
from rashomon.lists.areas import short_forms
from rashomon.lists.placetypes import is_bare
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.text.folding import fold

#: What a name weighs by how many people live in the largest place of the name.
_SIZES = ((1_000_000, 2.5), (200_000, 2.0), (50_000, 1.3), (15_000, 0.9), (1_000, 0.5), (0, 0.3))
_MONTHS = frozenset({"march", "may", "august", "april", "june", "july"})
_SHORT = 5
_PARTIES = frozenset("DRI")


@dataclass(frozen=True, slots=True)
class Site:
    """A candidate where it stands.

    Args:
        words, first, last: its sentence, and its words in it (``last`` exclusive).

        noun: it is a name, no adjective.

        larger: the larger place that stands behind it.

        in_person: it begins inside what was read as a person's name.

        surname: it is the last name of a person of the article.
    """

    words: Sequence[Word]
    first: int
    last: int
    name: str
    noun: bool
    places: tuple[Place, ...]
    larger: str | None
    in_person: bool
    surname: bool

    def before(self, steps: int = 1) -> Word | None:
        """Return the word so many words before it, ``None`` where a mark or the sentence's start stands between."""
        at = self.first - steps
        return self.words[at] if at >= 0 and all(word.joined for word in self.words[at + 1 : self.first + 1]) else None

    def after(self, steps: int = 0) -> Word | None:
        """Return the word so many words behind it, ``None`` where a mark or the sentence's end stands between."""
        at = self.last + steps
        return self.words[at] if at < len(self.words) and all(word.joined for word in self.words[self.last : at + 1]) else None

    @property
    def single(self) -> str | None:
        """Return its word in lower case where it is but one."""
        return self.words[self.first].lower if self.last == self.first + 1 else None

    @property
    def placed(self) -> bool:
        """Return whether a word like "in" or "in the" stands before it."""
        before = self.before()
        the = before is not None and before.lower == "the"
        return in_list(before, "placing") or (the and in_list(self.before(2), "placing"))

    @property
    def short(self) -> bool:
        """Return whether it is a short form: of a country in capitals, or of a province."""
        letters = self.name.replace(".", "").replace(" ", "")
        return self.large and (self.name.endswith(".") or (letters.isupper() and len(letters) < _SHORT))

    @property
    def large(self) -> bool:
        """Return whether the name means a country, a province or a part of the world first of all."""
        wide = self.places[0].precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION)
        return wide or self.name in short_forms() or any(_province(place, self.name) for place in self.places[:2])


def _province(place: Place, name: str) -> bool:
    return place.precision == PlacePrecision.ADMIN1 and fold(place.name) == fold(name)


def is_given(word: str) -> bool:
    """Return whether a word is often a given name."""
    return word.lower() in GIVEN_NAMES or word.lower() in word_set(LIST, "given")


def evidence(site: Site) -> Iterator[tuple[str, float]]:
    """Yield each piece of evidence with its weight; what speaks against a place is negative."""
    if site.name in short_forms():
        yield from _short_form(site)
        return
    yield _size(site)
    if not site.noun:
        if site.in_person:
            yield "an adjective in a person's name", -2.0
        return
    yield from _word(site)
    yield from _behind(site)
    yield from _ahead(site)


def _short_form(site: Site) -> Iterator[tuple[str, float]]:
    """A province's short form: "Calif." is plain, "NSW" too, "OR" only behind a town's name."""
    word = site.words[site.first]
    plain = "." in site.name or len(site.name) > 2  # noqa: PLR2004 - postal codes have two letters
    yield "a short form of a province", 1.6 if plain else -0.5
    if word.gap in (", ", ",", " (") and site.first and site.words[site.first - 1].capital:
        yield "it stands behind a town", 2.5
    if site.placed:
        yield "it stands behind a word like 'in'", 1.0
    before = site.before()
    if before is not None and word.gap == "-" and before.text in _PARTIES:
        yield "the land of a party's member", 2.0


def _size(site: Site) -> tuple[str, float]:
    first = site.places[0]
    if first.precision == PlacePrecision.COUNTRY:
        return "a country", 3.0
    if first.country is None or first.precision == PlacePrecision.REGION:
        return "a part of the world", 2.5
    if site.large:
        return "a province", 2.5
    if any(place.precision == PlacePrecision.ADMIN2 and site.last - site.first > 1 for place in site.places):
        return "a district", 2.0
    people = max(place.population for place in site.places)
    weight = next(weight for size, weight in _SIZES if people >= size)
    if site.places[0].source in ("supplement", "airportsdata"):
        weight = max(weight, 1.5)
    if not any(fold(place.name) == fold(site.name) for place in site.places):
        return "another name of a place", weight - (0.5 if people > _SIZES[0][0] else 1.0)
    return "a town", weight + (0.7 if site.last - site.first > 1 else 0.0)


def _word(site: Site) -> Iterator[tuple[str, float]]:
    """What the name's own words say."""
    inner = site.words[site.first : site.last]
    if site.name.lower() in word_set(LIST, "seats") and not site.placed:
        yield "who works there is meant", -2.5
    if site.single is None:
        if inner[-1].lower in word_set(LIST, "titles") or all(is_bare(word.lower) for word in inner):
            yield "its words are of no place", -2.5
    elif not site.short:
        yield from _single(site, inner[0], site.single)


def _single(site: Site, word: Word, single: str) -> Iterator[tuple[str, float]]:
    if single in word_set(LIST, "ordinary") or single in _MONTHS:
        yield "an ordinary word", -2.5
    if word.text.isupper() and len(word.text) <= _SHORT and not site.large and not _is_dateline(site):
        yield "an acronym", -2.5
    if is_given(single):
        yield "a given name", -1.0
    elif single in word_set(LIST, "family") and not site.large:
        yield "a family name", -0.7
    if word.opens and not site.large and site.after() is not None:
        yield "it opens a sentence", -0.5
    if site.surname and not site.large:
        yield "a person of the article is called so", -2.5


def _behind(site: Site) -> Iterator[tuple[str, float]]:
    """What stands before the name."""
    before, gap = site.before(), site.words[site.first].gap
    if before is None:
        return
    if site.placed:
        yield f"it stands behind {before.text!r}", 1.5
    elif before.lower == "of":
        yield from _of(site, before, site.before(2))
    elif before.lower == "to":
        yield "it stands behind 'to'", 0.5
    elif gap == "-" and before.text in _PARTIES:
        yield "the home of a party's member", 2.5
    elif in_list(before, "callers") and before.text[0].isupper():
        yield f"{before.text!r} stands before it", -1.0 if site.large else -3.0
    elif before.capital and not before.opens and gap != "-" and not in_list(before, "held"):
        yield "another name stands before it", -0.3 if site.large else -1.5
    elif before.lower in SPEECH and not site.large:
        yield "who speaks stands here", -1.0


def _of(site: Site, of: Word, held: Word | None) -> Iterator[tuple[str, float]]:
    """What stands before "of": what a place has ("the mayor of"), a body that only bears its name ("Bank of"), an age."""
    named = held is not None and held.capital and not held.opens
    if named and site.large and (in_list(held, "bearers") or not (in_list(held, "heads") or in_list(held, "holders"))):
        yield "a body that bears its name", -2.5
    elif in_list(held, "holders"):
        yield f"{held.text if held else ''} of it", 1.5
    elif "," in of.gap or held is None:
        yield "somebody is of it", 1.5
    else:
        yield "it stands behind 'of'", 0.5


def _ahead(site: Site) -> Iterator[tuple[str, float]]:
    """What stands behind the name."""
    if site.larger is not None:
        yield f"{site.larger!r} stands behind it", 2.5
    if site.words[site.last - 1].owns and not site.large:
        yield "it owns something", 0.3
    if _is_dateline(site):
        yield "a dateline", 2.5
        return
    after = site.after()
    if after is None or site.words[site.last - 1].owns:
        return
    if after.capital:
        yield from _name_behind(site, after)
    elif in_list(after, "held"):
        yield f"{after.text!r} stands behind it", 1.0
    elif after.lower in SPEECH and not site.large:
        yield "who speaks stands here", -1.0


def _is_dateline(site: Site) -> bool:
    """Whether it opens a line before a dash, or in capitals before a comma, a bracket or a name that is not in capitals."""
    if site.words[site.first].gap or site.last >= len(site.words):
        return False
    following = site.words[site.last]
    if any(mark in following.gap for mark in ("—", "–", "--", " - ")):
        return True
    if not site.name.isupper() or len(site.name) < _SHORT - 1:
        return False
    return following.gap.strip() in ("(", ",") or (following.joined and following.capital and not following.text.isupper())


def _name_behind(site: Site, after: Word) -> Iterator[tuple[str, float]]:
    if in_list(after, "titles"):
        yield "a newspaper or a team", -2.5
    elif in_list(after, "heads"):
        yield f"{after.text!r} stands behind it", 1.0
    elif site.in_person:
        yield "inside a person's name", -3.0
    elif not site.large or (site.single or "") in word_set(LIST, "given") | word_set(LIST, "family"):
        yield "another name stands behind it", -1.5
