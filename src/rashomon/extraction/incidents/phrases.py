"""The phrases of an incident: what the encoder and the word-by-word tagger agree on."""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from rashomon.extraction.incidents.passages import Passage
from rashomon.extraction.incidents.tagger import Tagged, Tagger
from rashomon.extraction.trained.encoder import Encoded
from rashomon.extraction.trained.heads import Floats, Found, Heads, softmax, spans_of
from rashomon.extraction.trained.labels import PARTS

INDIVIDUAL, ORGANISATION, THING, NAME, DESCRIPTION, INSTRUMENT = PARTS
#: How sure a phrase must be to be kept; what each reader's word weighs; how far both lean towards finding something.
#: Set on documents neither was trained on.
SURE = 0.35
ENCODER_WEIGHT, TAGGER_WEIGHT, LEAN = 1.0, 0.5, 2.0
#: From this chance on a piece beside a phrase belongs to it.
BESIDE = 0.15
#: What is cut off a phrase: signs and words that open or go on nothing, and titles before a name.
_BEFORE = re.compile(r"^(?:[^\w\"]+|(?:and|or|of|by|in|to|for|with|at|on|from)\s+)+")
_BEHIND = re.compile(r"(?:[^\w\")]+|\s+(?:and|or|of|by|in|to|for|with|at|on|from|the|a|an|who|which|that|was|were|is|are))+$")
_TITLES = re.compile(
    r"^(?:(?:col|gen|mr|mrs|ms|miss|dr|msgr|lt|maj|capt|sgt|colonel|general|major|captain|lieutenant|sergeant|father|fathers|priest|jesuit|"
    r"senator|president|minister|judge|mayor|engineer|journalist|professor|deputy|archbishop|bishop|monsignor|don|brother|sister)[.,]?\s+)+"
)
_FROM = re.compile(r"\s+(?:of|from|in|who|and)\s.*$|,.*$", re.DOTALL)
_CLASSES = ("incident", "kind", "effect", "firmness", "stage", "state")
_HEAD = "part"
_LEAST = 1e-9


class Model(Protocol):
    """What reads word pieces and tells their labels (`TrainedModel`)."""

    heads: Heads

    def encode(self, text: str) -> Encoded:
        """Return the text's word pieces with their states."""
        ...


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of an incident.

    Args:
        start, end: offsets in the passage.

        text: its words, lower case, single blanks.

        part: which slot it fills.

        sure: chance from 0 to 1.

        sentence: number of its sentence.

        incident, kind, effect, firmness, stage, state: classes, as `labels.CLASSES` has them.

        typed: chance of ``incident``.
    """

    start: int
    end: int
    text: str
    part: str
    sure: float
    sentence: int
    incident: str
    typed: float
    kind: str = "-"
    effect: str = "-"
    firmness: str = "-"
    stage: str = "ACCOMPLISHED"
    state: str = "TERRORIST ACT"


def found_phrases(passage: Passage, model: Model, tagger: Tagger) -> list[Phrase]:
    """Return the phrases that are sure enough, in order.

    The encoder is given the text in capitals: it was trained without case, and takes no shapes from a text all in capitals.
    """
    upper = passage.text.upper()
    encoded = model.encode(upper if len(upper) == len(passage.text) else passage.text)
    if not encoded.offsets:
        return []
    chances = _both(encoded, model.heads.tagged(_HEAD, encoded.states), tagger.tag(passage))
    spans = [found for found in spans_of(_HEAD, chances) if found.sure >= SURE]
    found = [_phrase(passage, encoded, model.heads, span) for span in whole(spans, chances)]
    return [phrase for phrase in found if any(character.isalnum() for character in phrase.text)]


def whole(spans: Sequence[Found], chances: Floats) -> Iterator[Found]:
    """Yield the spans with the pieces beside them that may well be of the same part too; spans that then touch become one."""
    last: Found | None = None
    for n, found in enumerate(spans):
        likely = chances[:, _columns(found.label)].sum(axis=1) >= BESIDE
        start, end = found.pieces
        edge, limit = last.pieces[1] if last else 0, spans[n + 1].pieces[0] if n + 1 < len(spans) else len(likely)
        while start > edge and likely[start - 1]:
            start -= 1
        while end < limit and likely[end]:
            end += 1
        grown = replace(found, pieces=(start, end))
        if last is not None and last.label == found.label and last.pieces[1] == start:
            last = replace(last, pieces=(last.pieces[0], end), sure=max(last.sure, found.sure))
            continue
        if last is not None:
            yield last
        last = grown
    if last is not None:
        yield last


def _columns(part: str) -> slice:
    """Return the columns of a part's two tags."""
    first = 1 + 2 * PARTS.index(part)
    return slice(first, first + 2)


def _both(encoded: Encoded, own: Floats, tagged: Tagged) -> Floats:
    """Return the tag chances of both readers in one, a row a word piece."""
    starts = [start for start, _ in tagged.words.bounds]
    scores = ENCODER_WEIGHT * np.log(own + _LEAST)
    before = -1
    for n, (start, _) in enumerate(encoded.offsets):
        word = max(bisect.bisect_right(starts, start) - 1, 0)
        scores[n] += TAGGER_WEIGHT * np.log(_within(tagged.chances[word]) if word == before else tagged.chances[word])
        before = word
    scores[:, 0] -= LEAN
    return softmax(scores)


def _within(chances: Floats) -> Floats:
    """Return a word's tag chances for a later piece of it, which begins nothing."""
    moved = chances.copy()
    moved[2::2] += chances[1::2]
    moved[1::2] = _LEAST
    return moved


def _phrase(passage: Passage, encoded: Encoded, heads: Heads, found: Found) -> Phrase:
    start, end = trimmed(passage.text, *encoded.characters(found.pieces), found.label)
    classes = {head: heads.classed(head, encoded.states, found.pieces) for head in _CLASSES}
    named = {head: label for head, (label, _) in classes.items()}
    words, sentence = passage.words(start, end), passage.sentence(start)
    return Phrase(start, end, words, found.label, found.sure, sentence, typed=classes["incident"][1], **named)


def trimmed(text: str, start: int, end: int, part: str) -> tuple[int, int]:
    """Return the bounds of a phrase without what only opens or closes it; of a name without titles and origins."""
    if part == NAME and (origin := _FROM.search(text[start:end])):
        end = start + origin.start()
    if behind := _BEHIND.search(text[start:end]):
        end = start + behind.start()
    for pattern in (_BEFORE, _TITLES) if part == NAME else (_BEFORE,):
        if before := pattern.match(text[start:end]):
            start += before.end()
    return start, end
