"""Mark who speaks without a name ("witnesses", "a security source", "news reports"), where no mention does so yet."""

import bisect
import functools
import re
from dataclasses import replace

from rashomon.extraction.mentions import Mentions
from rashomon.extraction.phrases import words_of
from rashomon.model.reading import Mention
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind

_WORD_GAP = r"(?:[a-z][\w'’-]*\s(?:and\s[a-z][\w'’-]*\s)?)"


@functools.cache
def _voices() -> re.Pattern[str]:
    lists = words_of("voices.yaml")
    kinds = "|".join(f"(?P<{kind}>{'|'.join(nouns)})" for kind, nouns in lists["nouns"].items())
    small = "|".join(lists["small"])
    return re.compile(
        rf"\b(?<!['’])(?:(?:[Aa]n?|[Tt]he|[Ss]ome|[Ss]everal|[Tt]wo|[Mm]any)\s)?(?:(?!(?:{small})\b){_WORD_GAP}){{0,2}}(?:{kinds})\b(?!['’-])",
        re.IGNORECASE,
    )


@functools.cache
def _nouns() -> re.Pattern[str]:
    """Return what finds in a fraction of the time whether there is any of the nouns."""
    return re.compile("|".join(noun for nouns in words_of("voices.yaml")["nouns"].values() for noun in nouns), re.IGNORECASE)


def with_voices(article: Article, found: Mentions) -> Mentions:
    """Return the mentions with unnamed speakers added; one key for each wording, none overlaps what was there."""
    starts = [mention.span.start for mention in found.entities]
    added: list[Mention] = []
    for start, end in found.sentences:
        if _nouns().search(article.text, start, end) is None:
            continue
        for match in _voices().finditer(article.text, start, end):
            first = _free(found, starts, match.start(), match.end())
            again = _voices().search(article.text, first, match.end()) if first > match.start() else match
            if again is None:
                continue
            first = again.start()
            words = article.text[first : match.end()].strip()
            if not words or (match.lastgroup and not words.lower().endswith(match[match.lastgroup].lower())):
                continue
            begin = match.end() - len(article.text[first : match.end()].lstrip())
            key = re.sub(r"\W+", "-", re.sub(r"^(?:an?|the|some|several|two|many)\s", "", words.lower())).strip("-")
            kind = MentionKind(str(match.lastgroup))
            added.append(Mention(EvidenceSpan(article.id, begin, match.end()), kind, words, key, words))
    entities = sorted((*found.entities, *added), key=lambda mention: (mention.span.start, -mention.span.end))
    return replace(found, entities=tuple(entities))


def _free(found: Mentions, starts: list[int], first: int, last: int) -> int:
    """Return where the words begin that no mention covers; ``last`` where the speaker's noun itself is covered."""
    at = bisect.bisect_left(starts, last) - 1
    while at >= 0 and found.entities[at].span.end > first:
        if found.entities[at].span.end > last - 1:
            return last
        return found.entities[at].span.end
    return first
