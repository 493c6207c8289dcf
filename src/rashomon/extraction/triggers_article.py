"""Look at the triggers of a whole article: which toll words are events of their own, what "the attack" points back to."""

import functools
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.phrases import Form, PhraseTable, noun_entries, words_of
from rashomon.extraction.triggers import Trigger, find_triggers, is_own_deed
from rashomon.extraction.triggers_apart import is_reason
from rashomon.extraction.triggers_lists import VIOLENCE, refinements
from rashomon.model.words import EventType

_DEFINITE = frozenset(["the", "this", "that"])
_GENERAL = frozenset(
    {
        EventType.ATTACK,
        EventType.BOMBING,
        EventType.AIRSTRIKE,
        EventType.KILLING,
        EventType.ARMED_CLASH,
        EventType.SHELLING_OR_ROCKET,
    }
)
#: Sentences at an article's beginning in which "ten dead" can be all that names its happening.
_OPENING = 3
#: Before a word of harm that befell nobody.
_NOBODY = frozenset({"nobody", "none", "no"})
_TOLLS = frozenset(["dead", "died", "die", "dies", "slain"])


def article_triggers(passage: Passage) -> tuple[Trigger, ...]:
    """Return the triggers of an article in reading order, one for each telling of a happening."""
    by_sentence = [find_triggers(sentence) for sentence in passage.sentences]
    found = [
        trigger for row in by_sentence for trigger in row if not trigger.casualty or _stands_alone(passage, by_sentence, trigger)
    ]
    typed: list[Trigger] = []
    for trigger in found:
        told = [other for other in typed if not is_reason(passage.sentences[other.sentence], other.first)]
        exact = _pointing_back(passage.sentences[trigger.sentence], trigger, told)
        typed.append(_as_before(passage.sentences, exact, typed))
    return tuple(typed)


def _stands_alone(passage: Passage, by_sentence: list[tuple[Trigger, ...]], trigger: Trigger) -> bool:
    """Whether a word of dying names an event: no violence is named near it, or for a bare toll in the whole article."""
    sentence = passage.sentences[trigger.sentence]
    word = sentence.words[trigger.first]
    if word == "dead" and not sentence.title and sentence.n >= _OPENING:
        return False
    first, _ = sentence.clause_bounds(trigger.first)
    spared = not _NOBODY.isdisjoint(sentence.words[first : trigger.first])
    reach = len(by_sentence) if word in _TOLLS or spared else 1
    rows = by_sentence[max(0, trigger.sentence - reach) : trigger.sentence + reach + 1]
    told = any(other.type in VIOLENCE and not other.casualty for row in rows for other in row)
    return not told or is_own_deed(sentence, trigger)


@functools.cache
def _pointers() -> PhraseTable[bool]:
    return PhraseTable(noun_entries(words_of("refinements.yaml")["pointing"], True))


def points_back(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether the words only point to a happening told before ("the attack", "that raid")."""
    before = sentence.words[trigger.first - 1] if trigger.first else ""
    general = _pointers().longest(sentence.words, trigger.first)
    return trigger.form == Form.NOUN and before in _DEFINITE and general is not None and general.end == trigger.last


def _pointing_back(sentence: Sentence, trigger: Trigger, earlier: list[Trigger]) -> Trigger:
    """Give a general word that points back the exact type of what it points to."""
    if not points_back(sentence, trigger) or trigger.type not in _GENERAL:
        return trigger
    for other in reversed(earlier):
        if other.type in VIOLENCE and trigger.sentence - other.sentence <= _REACH and _can_be(trigger.type, other.type):
            return replace(trigger, type=other.type)
    return trigger


#: What a bare "strikes" can mean, as the strike told before it shows.
_STRIKES = frozenset({EventType.AIRSTRIKE, EventType.DRONE_OR_MISSILE_STRIKE, EventType.SHELLING_OR_ROCKET, EventType.PROTEST})


def _as_before(sentences: Sequence[Sentence], trigger: Trigger, earlier: list[Trigger]) -> Trigger:
    """Give a bare "strike", which by itself means one from the air, the type of the nearest strike told before it."""
    sentence = sentences[trigger.sentence]
    if trigger.type != EventType.AIRSTRIKE or not _is_bare(sentence, trigger):
        return trigger
    for other in reversed(earlier):
        stopped = other.type == EventType.PROTEST and not sentences[other.sentence].words[other.first].startswith("strik")
        if other.type in _STRIKES and trigger.sentence - other.sentence <= _REACH and not stopped:
            return replace(trigger, type=other.type)
    return trigger


def _is_bare(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the word is "strike" and nothing in its clause says that it came from the air."""
    first, last = sentence.clause_bounds(trigger.first)
    aerial = (row.words for row in refinements() if row.to == EventType.AIRSTRIKE)
    named = sentence.words[trigger.first] in ("strike", "strikes") and trigger.last - trigger.first == 1
    return named and not any(words.within(sentence.words, first, last) for words in aerial)


#: How many sentences back a happening may have been told.
_REACH = 6


def _can_be(general: EventType, exact: EventType) -> bool:
    if general == EventType.KILLING:
        return exact == EventType.ASSASSINATION
    if general in (EventType.AIRSTRIKE, EventType.SHELLING_OR_ROCKET):
        return exact in (EventType.DRONE_OR_MISSILE_STRIKE, EventType.SHELLING_OR_ROCKET, EventType.AIRSTRIKE)
    if general == EventType.BOMBING:
        return exact in (EventType.SUICIDE_ATTACK, EventType.ASSASSINATION, EventType.AIRSTRIKE)
    if general == EventType.ARMED_CLASH:
        return False
    return exact != EventType.KILLING
