"""Find every place that an article names, also inside other names ("Calgary police") and as an adjective ("Turkish").

A mention of the reading is an actor or a place as a whole; here each name of a place counts, with the evidence for it, so
that linking sees all that the article says of where it plays.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from rashomon.extraction.phrases import words_of
from rashomon.extraction.toponym_evidence import Site, evidence, is_given
from rashomon.extraction.toponym_words import LIST, Word, sentence_words, stretches
from rashomon.lists.countries import load_countries
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision


class Gazetteer(Protocol):
    """What finding places' names needs of the list of places."""

    def exact(self, name: str) -> tuple[Place, ...]:
        """Return the places that are written so, but for case and marks."""
        ...

    def country(self, name: str) -> str | None:
        """Return the ISO 3166 alpha-2 code of a country's name or adjective."""
        ...


class ToponymKind(StrEnum):
    """How a place is named."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place's name in a text.

    Args:
        start, end: offsets in the text.

        name: what to look up: the name, for an adjective that of its place.

        larger: the name of the larger place that stands behind it ("Paris, Texas"), ``None`` where none does.

        sure: how strong the evidence is; what is listed has at least `SURE`.

        reasons: the evidence, each with its weight.
    """

    start: int
    end: int
    name: str
    kind: ToponymKind
    larger: str | None = None
    sure: float = 0.0
    reasons: tuple[tuple[str, float], ...] = ()


#: Evidence below this is none. Set on the training parts of four public corpora of news.
SURE = 1.5
#: What a name gains where the article plainly names the same place elsewhere, and how plainly that must be.
AGAIN, PLAINLY = 1.5, 2.0
#: What a name gains that stands in a list with a place that is sure.
LISTED = 1.0
_LARGER = frozenset({PlacePrecision.COUNTRY, PlacePrecision.ADMIN1})


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate with its words' place in the sentence."""

    toponym: Toponym
    sentence: int
    first: int
    last: int


def toponyms(
    text: str, gazetteer: Gazetteer, persons: Iterable[tuple[int, int]] = (), least: float = SURE
) -> tuple[Toponym, ...]:
    """Return the names of places in a text, in reading order; none overlaps another.

    Args:
        text: the text.

        gazetteer: the places that are known.

        persons: the offsets of persons' names that were found in it.

        least: how strong the evidence must be.
    """
    cut = sentence_words(text)
    people = frozenset(offset for start, end in persons for offset in range(start, end))
    surnames = _surnames(text[start:end] for start, end in persons)
    found = [one for number, words in enumerate(cut) for one in _in_sentence(words, number, gazetteer, people, surnames)]
    return tuple(one.toponym for one in _settled(found, cut) if one.toponym.sure >= least)


def _surnames(persons: Iterable[str]) -> frozenset[str]:
    """The last words of persons' names that begin with a given name."""
    named = (person.split() for person in persons)
    return frozenset(words[-1] for words in named if len(words) > 1 and is_given(words[0]))


def _in_sentence(
    words: Sequence[Word], number: int, gazetteer: Gazetteer, people: frozenset[int], surnames: frozenset[str]
) -> Iterable[_Found]:
    at = 0
    while at < len(words):
        found = _at(words, at, gazetteer, people, surnames)
        if found is None:
            at += 1
            continue
        count, toponym = found
        yield _Found(toponym, number, at, at + count)
        at += count


def _at(
    words: Sequence[Word], at: int, gazetteer: Gazetteer, people: frozenset[int], surnames: frozenset[str]
) -> tuple[int, Toponym] | None:
    """The longest name of a place that begins at a word, with the evidence for it."""
    for count, name in stretches(words, at):
        kind, looked_up, places = _meaning(name, gazetteer)
        if not places:
            continue
        last = words[at + count - 1]
        end = last.end + (name.endswith(".") and not last.text.endswith("."))
        larger = _larger(words, at + count, places, gazetteer)
        person = words[at].start in people, words[at + count - 1].text in surnames
        site = Site(words, at, at + count, name, kind == ToponymKind.NAME, places, larger, *person)
        reasons = tuple(evidence(site))
        total = round(sum(weight for _, weight in reasons), 2)
        return count, Toponym(words[at].start, end, looked_up, kind, larger, total, reasons)
    return None


def _meaning(name: str, gazetteer: Gazetteer) -> tuple[ToponymKind, str, tuple[Place, ...]]:
    """What a name is, what to look up for it, and the places of that name."""
    region = words_of(LIST)["adjectives"].get(name.lower())
    if region is not None:
        return ToponymKind.ADJECTIVE, region, gazetteer.exact(region)
    places = gazetteer.exact(name)
    if places and any(place.country is None or place.precision == "country" for place in places[:1]):
        return ToponymKind.NAME, name, places
    if name[0].isupper() and gazetteer.country(name) is not None:
        return ToponymKind.ADJECTIVE, *_country(gazetteer, name)
    if name.endswith("s") and len(name) > 4 and gazetteer.country(name[:-1]) and not gazetteer.exact(name[:-1])[:1]:  # noqa: PLR2004
        return ToponymKind.PEOPLE, *_country(gazetteer, name[:-1])
    return ToponymKind.NAME, name, places


def _country(gazetteer: Gazetteer, adjective: str) -> tuple[str, tuple[Place, ...]]:
    """The name of the country that an adjective is of, and the country."""
    code = gazetteer.country(adjective)
    name = load_countries().by_iso2[code].name if code in load_countries().by_iso2 else adjective
    return name, gazetteer.exact(name)[:1]


def _larger(words: Sequence[Word], behind: int, places: Sequence[Place], gazetteer: Gazetteer) -> str | None:
    """The province or country that stands behind a name after a comma or in brackets."""
    if behind >= len(words) or words[behind].gap.strip() not in {",", "(", ".,"}:
        return None
    for _, name in stretches(words, behind):
        holders = [holder for holder in gazetteer.exact(name) if holder.precision in _LARGER]
        if holders and _may_hold(holders, places):
            return name
    return None


def _may_hold(holders: Iterable[Place], places: Sequence[Place]) -> bool:
    """Whether the larger places may be meant; behind a country's name ("Russia, Washington and") only where they hold one."""
    if places[0].precision != PlacePrecision.COUNTRY:
        return True
    return any(holder.name == place.admin1 and holder.country == place.country for holder in holders for place in places)


def _settled(found: Iterable[_Found], cut: Sequence[Sequence[Word]]) -> list[_Found]:
    """The candidates with what the rest of the article adds: the same name elsewhere, or a list of places."""
    first = list(found)
    plain = Counter(one.toponym.name for one in first if one.toponym.sure >= PLAINLY)
    again = [
        _with(one, "the article names it plainly elsewhere", AGAIN)
        if one.toponym.sure < PLAINLY and plain[one.toponym.name]
        else one
        for one in first
    ]
    sure = {(one.sentence, place) for one in again if one.toponym.sure >= PLAINLY for place in (one.first, one.last)}
    return [_with(one, "it stands in a list of places", LISTED) if _listed(one, sure, cut) else one for one in again]


def _listed(one: _Found, sure: set[tuple[int, int]], cut: Sequence[Sequence[Word]]) -> bool:
    """Whether a comma or "and" ties the candidate to a place that is sure."""
    words = cut[one.sentence]
    before = one.first - (1 if one.first and words[one.first - 1].text == "and" else 0)
    after = one.last + (1 if one.last < len(words) and words[one.last].text == "and" else 0)
    tied_before = (before < one.first or words[one.first].gap.strip() == ",") and (one.sentence, before) in sure
    tied_after = one.last < len(words) and (after > one.last or words[one.last].gap.strip() == ",")
    return tied_before or (tied_after and (one.sentence, after) in sure)


def _with(one: _Found, reason: str, weight: float) -> _Found:
    top = one.toponym
    more = replace(top, sure=round(top.sure + weight, 2), reasons=(*top.reasons, (reason, weight)))
    return replace(one, toponym=more)
