"""An article's text as runs of words, for telling copies."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.model.sources import Article
from rashomon.model.words import PartKind

#: Words in a run. Three find reworded copies that five would miss.
RUN = 3
#: A sentence that stands in this many different articles of one outlet is its furniture, not its news.
FURNITURE = 4
#: An article keeps its furniture where less than this share of its words would be left.
LEFT = 0.3
_READ = (PartKind.TITLE, PartKind.LEAD, PartKind.BODY)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
_SHORT = 5
_WORD = re.compile(r"[^\W_]+")
#: `RUN` words that follow each other.
Run = tuple[str, ...]
_CAPITAL = re.compile(r"(?<![.!?\n] )(?<!^)\b[^\W\d_a-z][\w’'\-]+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What of an article is compared.

    Args:
        words: lower-case words in order, furniture left out.

        runs: every `RUN` words that follow each other.

        names, numbers: capitalised words and numbers, each once.
    """

    article: Article
    words: tuple[str, ...]
    runs: frozenset[Run]
    names: frozenset[str]
    numbers: frozenset[str]


def read_text(article: Article) -> str:
    """Return the parts that are read for meaning, each once; the whole text where the page knows no parts."""
    spans = article.spans(*_READ)
    texts = dict.fromkeys(article.text[start:end].strip() for start, end in spans)
    return "\n".join(texts) if texts else article.text


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _sentences(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(_words(sentence), sentence) for sentence in _SENTENCE.split(text) if sentence.strip()]


def _kept(
    sentences: list[tuple[tuple[str, ...], str]], furniture: frozenset[tuple[str, ...]]
) -> list[tuple[tuple[str, ...], str]]:
    kept = [pair for pair in sentences if pair[0] not in furniture]
    total = sum(len(words) for words, _ in sentences)
    return kept if sum(len(words) for words, _ in kept) >= LEFT * total else sentences


def _fingerprint(article: Article, sentences: list[tuple[tuple[str, ...], str]]) -> Fingerprint:
    words = tuple(word for sentence, _ in sentences for word in sentence)
    text = "\n".join(sentence for _, sentence in sentences)
    return Fingerprint(
        article,
        words,
        frozenset(words[at : at + RUN] for at in range(len(words) - RUN + 1)),
        frozenset(word.lower() for word in _CAPITAL.findall(text)),
        frozenset(_NUMBER.findall(text)),
    )


def _furniture(
    split: Mapping[str, list[tuple[tuple[str, ...], str]]], outlets: Mapping[str, str | None]
) -> dict[str | None, frozenset[tuple[str, ...]]]:
    """Sentences that many differing articles of one outlet share, by outlet."""
    seen: dict[str | None, Counter[tuple[str, ...]]] = {}
    texts: set[tuple[str | None, tuple[tuple[str, ...], ...]]] = set()
    for article_id, sentences in split.items():
        outlet = outlets[article_id]
        whole = tuple(words for words, _ in sentences)
        if outlet is not None and (outlet, whole) not in texts:
            texts.add((outlet, whole))
            seen.setdefault(outlet, Counter()).update({words for words in whole if len(words) >= _SHORT})
    return {outlet: frozenset(words for words, n in counted.items() if n >= FURNITURE) for outlet, counted in seen.items()}


def fingerprints(articles: Iterable[Article]) -> dict[str, Fingerprint]:
    """Return the fingerprint of each article by id."""
    listed = list(articles)
    split = {article.id: _sentences(read_text(article)) for article in listed}
    furniture = _furniture(split, {article.id: article.outlet for article in listed})
    return {
        article.id: _fingerprint(article, _kept(split[article.id], furniture.get(article.outlet, frozenset())))
        for article in listed
    }
