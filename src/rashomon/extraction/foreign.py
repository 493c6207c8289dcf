"""Find names in articles that are not English: those that the lists hold, and nothing else.

No shape of a word and no sentence is understood here; a name counts where it is written as a list writes it, or as it changes in
a sentence: Arabic and Persian words with what is written to their front, Russian and Ukrainian ones with their endings.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product

from rashomon.extraction.lexicon import Lexicon, Listed
from rashomon.extraction.phrases import words_of
from rashomon.model.places import Place
from rashomon.model.reading import Mention
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind, PlacePrecision
from rashomon.text.folding import fold

#: Words that a name may have.
LONGEST = 7
#: Words that a place may have.
LONGEST_PLACE = 3
#: People that a place must have to be named without a word such as "in" before it, and with one.
WELL_KNOWN, KNOWN = 300_000, 10_000
#: A shorter word is no name by itself unless it is written in capitals.
SHORTEST = 3
#: Ways that a stretch of words may be written in its first case, at most.
_WAYS = 64
_WAYS_TO_PLACES = 16
_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
#: What French writes to the front of a word: "l'État" is "État".
_ELIDED = re.compile(r"(?<![^\W_])(?:[ldsncjmt]|qu)['’](?=[^\W_])", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_GAP = re.compile(r"[ \u00a0\u200c-]{1,2}")
_AREAS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.REGION})
#: "In", written to the front of a word, though a conjunction may stand before it; French "of" before a vowel.
_CLITIC_AT = ("ب", "وب", "فب")
_OF = ("d'", "d’")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text and every way it may be written in a list, itself first."""

    start: int
    end: int
    text: str
    ways: tuple[str, ...]


def is_foreign(article: Article) -> bool:
    """Return whether an article is in another language than English; a short one without a language goes by its script."""
    if article.language is not None:
        return article.language != "en"
    other = len(_ARABIC.findall(article.text)) + len(_CYRILLIC.findall(article.text))
    return other > len(_LATIN.findall(article.text))


def listed_mentions(article: Article, spans: Iterable[tuple[int, int]], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the listed actors and places that the sentences name, in reading order, the longest where they overlap.

    Args:
        article: what is read; its language says which words go before places.

        spans: offsets of its sentences.

        lexicon: the lists.
    """
    return tuple(mention for span in spans for mention in _in_sentence(article, _words(article.text, span), lexicon))


def _in_sentence(article: Article, words: Sequence[_Word], lexicon: Lexicon) -> Iterator[Mention]:
    at = 0
    while at < len(words):
        found = next(filter(None, (_named(article, words, at, length, lexicon) for length in _lengths(words, at))), None)
        if found is not None:
            yield found[0]
        at += found[1] if found is not None else 1


def _lengths(words: Sequence[_Word], at: int) -> range:
    return range(min(LONGEST, len(words) - at), 0, -1)


def _named(article: Article, words: Sequence[_Word], at: int, length: int, lexicon: Lexicon) -> tuple[Mention, int] | None:
    """Return the mention that these words are, with their number, ``None`` where no list has them."""
    part = words[at : at + length]
    text = article.text
    if any(not _GAP.fullmatch(text, one.end, two.start) for one, two in pairwise(part)):
        return None
    for way in islice(product(*(word.ways for word in part)), _WAYS):
        name = " ".join(way)
        called = _called("actors", article.language).get(fold(name))
        listed = lexicon.table.listed.get(fold(called or name))
        if listed is not None and (called is not None or _is_actor(text[part[0].start : part[-1].end], name, listed)):
            return _mention(article, part, listed.kind, listed.name, called or name), length
    for way in islice(product(*(word.ways for word in part)), _WAYS_TO_PLACES if length <= LONGEST_PLACE else 0):
        place = _place(article, words, at, way, lexicon)
        if place is not None:
            kind = MentionKind.COUNTRY if place[0].precision is PlacePrecision.COUNTRY else MentionKind.PLACE
            return _mention(article, part, kind, place[0].name, place[1]), length
    return None


def _mention(article: Article, part: Sequence[_Word], kind: MentionKind, listed: str, name: str) -> Mention:
    start, end = part[0].start, part[-1].end
    return Mention(
        span=EvidenceSpan(article.id, start, end),
        kind=kind,
        text=article.text[start:end],
        key=f"{kind.lower()} {fold(listed)}",
        name=name,
        named=True,
    )


def _is_actor(surface: str, name: str, listed: Listed) -> bool:
    """Whether a listed name is meant: none that is ambiguous or of two letters, nor small letters where there are large ones."""
    if listed.ambiguous or name in words_of("foreign.yaml")["common"] or (len(fold(name)) < SHORTEST and not surface.isupper()):
        return False
    if all(spelling.isupper() and spelling.isascii() for spelling in listed.spellings):
        return surface.isupper()
    return bool(_ARABIC.search(surface)) or surface[0].isupper() or any(word[:1].isupper() for word in surface.split())


def _place(article: Article, words: Sequence[_Word], at: int, way: Sequence[str], lexicon: Lexicon) -> tuple[Place, str] | None:
    """Return the place that the words name, with the name to link it by."""
    surface, name = words[at].text, " ".join(way)
    arabic = bool(_ARABIC.search(surface))
    if len(name) < SHORTEST or not (arabic or surface[0].isupper()):
        return None
    country = _called("countries", article.language).get(fold(name))
    found = lexicon.gazetteer.find(country)[:1] if country is not None else lexicon.gazetteer.exact(name)[:1]
    if not found:
        return None
    place = found[0]
    area = place.precision in _AREAS
    if _leads(article, words, at, way[0]):
        counts = area or place.population >= KNOWN
    else:
        counts = country is not None or (_may_stand_alone(surface, name, at) and (area or place.population >= WELL_KNOWN))
    return (place, country or name) if counts else None


def _may_stand_alone(surface: str, name: str, at: int) -> bool:
    """Whether a place can be named without a word such as "in": longer words of Arabic, capitals inside a Cyrillic sentence."""
    if _ARABIC.search(surface):
        return len(name) > SHORTEST
    return bool(_CYRILLIC.search(surface)) and at > 0


def _leads(article: Article, words: Sequence[_Word], at: int, first: str) -> bool:
    """Whether a word such as "in" stands before, or is written to the front of, the name."""
    before = words_of("foreign.yaml")["before"].get(article.language or "ar", ())
    written, start = words[at].text, words[at].start
    led = at > 0 and words[at - 1].text.lower() in before
    return led or article.text[max(0, start - 2) : start].lower() in _OF or (written != first and written.startswith(_CLITIC_AT))


@functools.cache
def _called(what: str, language: str | None) -> Mapping[str, str]:
    """Return what ``actors`` or ``countries`` are called in a language, folded, with the name that the lists have."""
    return {fold(name): listed for name, listed in words_of("foreign.yaml")[what].get(language or "ar", {}).items()}


def _words(text: str, span: tuple[int, int]) -> tuple[_Word, ...]:
    start, end = span
    plain = _ELIDED.sub(lambda elided: " " * len(elided.group()), text[start:end])
    found = _WORD.finditer(plain)
    return tuple(_Word(start + one.start(), start + one.end(), one.group(), _ways(one.group())) for one in found)


@functools.lru_cache(maxsize=1 << 16)
def _ways(word: str) -> tuple[str, ...]:
    """Return a word and what it may be a form of.

    >>> _ways("وبالموصل")[:2]
    ('وبالموصل', 'الموصل')
    """
    if _ARABIC.search(word):
        return tuple(dict.fromkeys((word, *_without_prefix(word))))
    if _CYRILLIC.search(word):
        irregular = words_of("foreign.yaml")["forms"].get(word)
        return (irregular,) if irregular else tuple(dict.fromkeys((word, *_first_cases(word))))
    return (word,)


def _without_prefix(word: str) -> Iterator[str]:
    for prefix in words_of("foreign.yaml")["prefixes"]:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= SHORTEST:
            if prefix.endswith(("ال", "لل")):
                yield f"ال{rest}"
            yield rest


def _first_cases(word: str) -> Iterator[str]:
    for ending, firsts in words_of("foreign.yaml")["endings"].items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST:
            yield from (f"{stem}{first}" for first in firsts)
