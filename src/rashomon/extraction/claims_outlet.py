"""Find the few sentences in which an outlet plainly judges in its own voice."""

import functools

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.phrases import PhraseTable, fixed_phrases, words_of
from rashomon.model.reading import OUTLET_KEY, Claim
from rashomon.model.words import Stance


@functools.cache
def _judgements() -> PhraseTable[Stance]:
    lists = words_of("cues.yaml")["judgements"].items()
    return PhraseTable(entry for name, phrases in lists for entry in fixed_phrases(phrases, Stance(name)))


def judgement(passage: Passage, sentence: Sentence) -> Claim | None:
    """Return the claim of the outlet that a sentence makes; headlines, quotations and plain reports judge nothing."""
    if sentence.title:
        return None
    for at, hit in _judgements().within(sentence.words, 0, len(sentence.words)):
        if not sentence.quoted[at]:
            cue = passage.evidence(*sentence.span(at, hit.end))
            return Claim(OUTLET_KEY, hit.value, passage.evidence(sentence.start, sentence.end), cue=cue)
    return None
