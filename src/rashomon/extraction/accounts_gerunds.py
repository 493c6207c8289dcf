"""Whose deed a gerund tells ("X attacked Y, killing Z", "accused X of bombing Y")."""

from collections.abc import Sequence
from itertools import pairwise

from rashomon.extraction.accounts_subjects import BLAMING, OBJECT_REACH, SAYING, antecedent, subjects
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.phrases import word_set
from rashomon.model.reading import Mention
from rashomon.model.words import ACTOR_KINDS

_PREPOSITIONS = word_set("grammar.yaml", "prepositions")
_TOGETHER = frozenset([",", "and", "the"])
_PRONOUNS = frozenset(["it", "them", "him", "her"])
#: Words between somebody and what they are accused of, at most.
_NEAR = 2


def _of_relative(sentence: Sentence, gerund: int) -> bool:
    """Whether what a thing did goes on in a gerund: "explained the blast that destroyed a depot, killing six"."""
    opens = max((n + 1 for n in range(gerund - 1) if sentence.words[n] == ","), default=0)
    relatives = [n for n in range(opens + 1, gerund - 1) if sentence.words[n] in ("that", "which")]
    if sentence.words[gerund - 1] != "," or not relatives:
        return False
    at = relatives[-1]
    return sentence.owners[at - 1] is None and sentence.words[at + 1].endswith("ed")


def accused(sentence: Sentence, gerund: int) -> tuple[Mention, ...] | None:
    """Return whom "accused X of killing", "X, suspected of bombing" says to have done it; ``None`` without such words."""
    if gerund < _NEAR or sentence.words[gerund - 1] not in ("of", "for"):
        return None
    for at in range(gerund - 2, max(-1, gerund - OBJECT_REACH), -1):
        if sentence.words[at] in BLAMING:
            if not _PRONOUNS.isdisjoint(sentence.words[at + 1 : gerund]):
                return ()
            behind = [mention for mention in sentence.mentions_between(at + 1, gerund) if mention.kind in ACTOR_KINDS]
            before = [mention for mention in sentence.mentions_between(0, at) if at - sentence.after(mention) <= _NEAR]
            return _joined(sentence, behind) or tuple(before[-1:])
    return None


def _joined(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the first mention with those named together with it ("accused soldiers and hunters of")."""
    for n, (one, other) in enumerate(pairwise(mentions), 1):
        if not _TOGETHER.issuperset(sentence.words[sentence.after(one) : sentence.first_word(other)]):
            return tuple(mentions[:n])
    return tuple(mentions)


def _behind_cue(sentence: Sentence, gerund: int) -> int:
    """Return where begins what somebody says that the gerund belongs to, else 0."""
    said = [at for at in range(gerund) if sentence.words[at] in SAYING and sentence.owners[at] is None]
    return said[-1] + 1 if said and "," not in sentence.words[said[-1] - 1 : said[-1]] else 0


def main_subject(passage: Passage, sentence: Sentence, gerund: int) -> tuple[Mention, ...]:
    """Return the subject that a gerund behind a comma shares with its sentence ("X attacked Y, killing Z"), else nothing."""
    if gerund == 0 or sentence.words[gerund - 1] not in (",", "and", "by", "before", "after"):
        return ()
    if _of_relative(sentence, gerund):
        return ()
    begins = _behind_cue(sentence, gerund)
    meant = next((at for at in range(begins, gerund) if begins and sentence.words[at] in ("it", "they", "he", "she")), None)
    if meant is not None and not any(m.kind in ACTOR_KINDS for m in sentence.mentions_between(begins, meant)):
        found = antecedent(passage, sentence, meant)
        return (found,) if found is not None else ()
    for mention in sentence.mentions_between(begins, gerund):
        at = sentence.first_word(mention)
        before = sentence.words[at - 1] if at else ""
        if mention.kind in ACTOR_KINDS and before not in _PREPOSITIONS and before != "to":
            return subjects(passage, sentence, sentence.after(mention)) or (mention,)
    return ()
