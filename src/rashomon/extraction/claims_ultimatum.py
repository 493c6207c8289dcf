"""Find the sentences that tell of an ultimatum: who gives whom until when to do what."""

import re
from collections.abc import Iterator, Sequence

from rashomon.extraction.accounts_subjects import subjects
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.terms import days_left
from rashomon.model.reading import UNKNOWN_KEY, Claim, Mention
from rashomon.model.words import ACTOR_KINDS, Stance

_GIVING = frozenset(["give", "gives", "gave", "given", "giving", "grant", "grants", "granted"])
_SETTING = frozenset(["set", "sets", "issue", "issues", "issued", "deliver", "delivered", "impose", "imposed"])
_PASSIVE = frozenset(["was", "were", "been", "being", "are", "is"])
#: Behind these nothing was given.
_UNGIVEN = frozenset(["not", "never", "could", "may", "might", "should", "refused", "without", "n't"])
_TERM = re.compile(r"\b(?:until|till|by|before|deadline of|deadline for|no later than)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_NOUN = re.compile(r"\b(?:ultimatum|deadline)\b", re.IGNORECASE)
_EXPIRING = re.compile(r"\b(?:ultimatum|deadline)\s+(?:expires?|will expire|runs out|ends|passes)\b", re.IGNORECASE)
_TO_DO = re.compile(r"\bto\s+[a-z]")
_OR_ELSE = re.compile(
    r"\bor\s+(?:else|face|be|risk|it|they|we)\b|\botherwise\b|\bunless\b|\bafter (?:that|which)\b|"
    r"\bface (?:attack|death|force)\b",
    re.IGNORECASE,
)
#: Words before the verb that tell whether something was given.
_BEFORE = 3


def ultimatums(passage: Passage, found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the ultimatums of sentences in which nobody is said to say anything.

    Args:
        passage: the article, its mentions and sentences.

        found: the claims known already.
    """
    for sentence in passage.sentences:
        known = any(claim.content.start < sentence.end and sentence.start < claim.content.end for claim in found)
        made = None if known or sentence.title else _given(passage, sentence) or _expiring(passage, sentence)
        if made is not None:
            yield made


def _given(passage: Passage, sentence: Sentence) -> Claim | None:
    for at, word in enumerate(sentence.words[:-2]):
        if word not in _GIVING | _SETTING or sentence.quoted[at] or sentence.owners[at] is not None:
            continue
        start, end = sentence.span(at + 1, _last(sentence))
        words = passage.article.text[start:end]
        before = sentence.words[max(0, at - _BEFORE) : at]
        if _UNGIVEN.isdisjoint(before) and _is_ultimatum(passage, sentence, start, words, named=word in _SETTING):
            given = _passive_source(sentence, at) if not _PASSIVE.isdisjoint(before) else _giver(passage, sentence, at)
            if given is None and _PASSIVE.isdisjoint(before):
                continue
            return _claim(passage, given, (start, end), sentence.span(at, at + 1))
    return None


def _is_ultimatum(passage: Passage, sentence: Sentence, start: int, words: str, *, named: bool) -> bool:
    """Whether the words behind a verb name a term, and what is to be done in it; "set" needs the word ultimatum as well."""
    noun = _NOUN.search(words) is not None
    if not (noun or (not named and _TO_DO.search(words))):
        return False
    text = passage.article.text
    dated = (date for date in sentence.dates if date.span.start > start and date.date is not None)
    return any(_TERM.search(text[start : date.span.start]) for date in dated) or days_left(words) is not None


def _giver(passage: Passage, sentence: Sentence, at: int) -> Mention | None:
    return next((m for m in subjects(passage, sentence, at, speaking=True) if m.kind in ACTOR_KINDS), None)


def _passive_source(sentence: Sentence, at: int) -> Mention | None:
    """Return who stands behind "by": "were given until Friday to leave by the army"."""
    behind = sentence.mentions_between(at + 1, len(sentence.words))
    giving = (
        m for m in behind if m.kind in ACTOR_KINDS and "by" in sentence.words[_two_before(sentence, m) : sentence.first_word(m)]
    )
    return next(giving, None)


def _two_before(sentence: Sentence, mention: Mention) -> int:
    return max(0, sentence.first_word(mention) - 2)


def _expiring(passage: Passage, sentence: Sentence) -> Claim | None:
    """Read "the front's ultimatum expires on Friday"; nobody known where no owner is named."""
    match = _EXPIRING.search(passage.article.text, sentence.start, sentence.end)
    if match is None or not any(date.span.start > match.end() and date.date is not None for date in sentence.dates):
        return None
    at = sentence.position(match.start())
    if sentence.quoted[at]:
        return None
    owners = [m for m in sentence.mentions if m.kind in ACTOR_KINDS and at - 2 <= sentence.after(m) <= at]
    return _claim(passage, owners[-1] if owners else None, sentence.span(0, _last(sentence)), match.span())


def _last(sentence: Sentence) -> int:
    """Return the position behind the last word, without the stop."""
    return len(sentence.words) - (sentence.words[-1] == ".")


def _claim(passage: Passage, source: Mention | None, content: tuple[int, int], cue: tuple[int, int]) -> Claim:
    threat = _OR_ELSE.search(passage.article.text, *content)
    return Claim(
        source.key if source is not None else UNKNOWN_KEY,
        Stance.THREATENS if threat else Stance.DEMANDS,
        passage.evidence(*content),
        source.span if source is not None else None,
        passage.evidence(*cue),
    )
