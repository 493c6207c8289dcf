"""What a word-by-word tagger sees of each word of a report: the word, its neighbours and its sentence."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from zlib import crc32

from rashomon.extraction.incidents.passages import Passage
from rashomon.text.wordlist import words

#: How many buckets features fall into; two features in one bucket are taken for one.
BUCKETS = 1 << 22
_TOKEN = re.compile(r"[a-z0-9]+(?:[-'.][a-z0-9]+)*|[^\w\s]")
_DIGIT = re.compile(r"\d")
#: Words too common to say anything of the words around them.
_STOPS = frozenset(
    words(
        "the a an of in to and that was were by for on at is it has have with from as this be been he his they their had which "
        "who said not also are or but its an will no"
    )
)
#: How far on either side words are taken as context, and up to which number sentences are told apart.
_REACH, _SENTENCES = 8, 6
_EDGE = "<>"


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of a report: forms with digits as 0, bounds, and the sentence of each."""

    forms: tuple[str, ...]
    bounds: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]


def words_in(passage: Passage) -> Words:
    """Return the words of a report."""
    found = list(_TOKEN.finditer(passage.text))
    forms = tuple(_DIGIT.sub("0", match[0]) for match in found)
    return Words(forms, tuple(match.span() for match in found), tuple(passage.sentence(match.start()) for match in found))


def bucket(feature: str) -> int:
    """Return the bucket a feature falls into."""
    return crc32(feature.encode()) % BUCKETS


def features(report: Words, common: Container[int]) -> Iterator[list[int]]:
    """Yield the buckets of each word's features.

    Args:
        report: the words.

        common: the buckets of words ("w=peace") that are no rarity; other words are mostly names.
    """
    rare = [bucket(f"w={form}") not in common for form in report.forms]
    told = _told(report)
    for n in range(len(report.forms)):
        yield [
            bucket(feature) for feature in (*_near(report, rare, n), *_around(report, n), *_of_sentence(told, rare, report, n))
        ]


def _near(report: Words, rare: list[bool], n: int) -> Iterator[str]:
    a, b, word, c, d = (report.forms[i] if 0 <= i < len(report.forms) else _EDGE for i in range(n - 2, n + 3))
    yield from (f"w={word}", f"-1={b}", f"+1={c}", f"-2={a}", f"+2={d}", f"-1w={b}_{word}", f"w+1={word}_{c}", "b")
    yield from (f"-2-1={a}_{b}", f"+1+2={c}_{d}", f"sf={word[-3:]}", f"sn={min(report.sentences[n], _SENTENCES)}")
    shape = "".join("r" if rare[i] else "c" for i in range(max(0, n - 2), min(n + 3, len(rare))))
    yield from (f"sh={shape}", f"r={rare[n]}", f"r-1={rare[n]}_{b}", f"r-2={rare[n]}_{a}_{b}", f"r+1={rare[n]}_{c}")


def _around(report: Words, n: int) -> Iterator[str]:
    for i in range(max(0, n - _REACH), min(n + _REACH + 1, len(report.forms))):
        if i != n and report.sentences[i] == report.sentences[n] and report.forms[i] not in _STOPS:
            yield f"{'L' if i < n else 'R'}={report.forms[i]}"


def _of_sentence(told: dict[int, list[str]], rare: list[bool], report: Words, n: int) -> Iterator[str]:
    for word in told.get(report.sentences[n], ()):
        yield f"s={word}"
        if rare[n]:
            yield f"sr={word}"


def _told(report: Words) -> dict[int, list[str]]:
    """Return the telling words of each sentence, each once."""
    found: dict[int, dict[str, None]] = {}
    for form, sentence in zip(report.forms, report.sentences, strict=True):
        if form.isalpha() and form not in _STOPS:
            found.setdefault(sentence, {})[form] = None
    return {sentence: list(forms) for sentence, forms in found.items()}
