"""When it happened and how many were killed and injured, from the words around a trigger."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.triggers import Trigger
from rashomon.extraction.triggers_lists import VIOLENCE
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, MentionKind, NumberKind

_NOBODY = (
    "no casualties",
    "no one was killed",
    "nobody was killed",
    "no deaths",
    "no one was hurt",
    "nobody was hurt",
    "no injuries",
)
#: How many sentences into an article the day of its first happening still holds.
_LEAD = 3


@dataclass(frozen=True, slots=True)
class Toll:
    """How many, and the words that say so."""

    value: Range
    span: EvidenceSpan


def date_of(passage: Passage, trigger: Trigger) -> tuple[DateInterval | None, EvidenceSpan | None]:
    """Return the date of the clause, else the nearest of the sentence, else for the lead's violence the lead's date."""
    sentence = passage.sentences[trigger.sentence]
    at = sentence.tokens[trigger.first].start
    dated = [mention for mention in sentence.dates if mention.date is not None]
    clause = sentence.clauses[trigger.first]
    inside = [mention for mention in dated if sentence.clauses[sentence.first_word(mention)] == clause]
    found = min(inside or dated, key=lambda mention: abs(mention.span.start - at), default=None)
    if found is not None:
        return found.date, found.span
    if trigger.type in VIOLENCE and trigger.sentence < _LEAD:
        lead = [mention for other in passage.sentences[:_LEAD] for mention in other.dates if mention.date is not None]
        if lead:
            return lead[0].date, lead[0].span
    return None, None


def toll_of(passage: Passage, trigger: Trigger, all_triggers: Sequence[Trigger], kind: NumberKind) -> Toll | None:
    """Return how many were killed (or injured) in a violent account, as its sentence or the next one says."""
    if trigger.type not in VIOLENCE:
        return None
    sentence = passage.sentences[trigger.sentence]
    own = [number for number in _numbers(passage, sentence, kind) if _nearest(sentence, number, all_triggers) == trigger]
    if own:
        return _toll(own[0])
    if any(words in " ".join(sentence.words) for words in _NOBODY):
        return Toll(Range.exactly(0), passage.evidence(sentence.start, sentence.end))
    following = passage.sentences[trigger.sentence + 1 : trigger.sentence + 2]
    last_here = [other for other in all_triggers if other.sentence == trigger.sentence and other.type in VIOLENCE][-1:] == [
        trigger
    ]
    for other in following if last_here else ():
        if not any(t.sentence == other.n and t.type in VIOLENCE for t in all_triggers):
            numbers = _numbers(passage, other, kind)
            return _toll(numbers[0]) if numbers else None
    return None


def _toll(number: Mention) -> Toll | None:
    return Toll(number.number, number.span) if number.number is not None else None


def _numbers(passage: Passage, sentence: Sentence, kind: NumberKind) -> list[Mention]:
    found = (passage.found.numbers[n] for n in sentence.numbers)
    return [number for number in found if number.number_kind == kind]


def _nearest(sentence: Sentence, number: Mention, all_triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the violent trigger a number belongs to: of its clause if there is one, else the nearest."""
    here = [t for t in all_triggers if t.sentence == sentence.n and t.type in VIOLENCE]
    at = sentence.first_word(number)
    clause = sentence.clauses[at]
    inside = [t for t in here if sentence.clauses[t.first] == clause]
    return min(inside or here, key=lambda t: abs(t.first - at), default=None)


def single_victim(trigger: Trigger, patients: Sequence[Mention], asserted: bool) -> Range | None:
    """Return how many died where the victims are named one by one: "X was assassinated" is one."""
    if trigger.type not in (EventType.KILLING, EventType.ASSASSINATION) or not asserted or not patients:
        return None
    if all(_one_person(mention) for mention in patients):
        return Range.exactly(len(patients))
    return None


def _one_person(mention: Mention) -> bool:
    """Whether a mention is of one person: a name, or "a commander", "the mayor"."""
    if mention.kind != MentionKind.PERSON:
        return False
    last = mention.text.split()[-1].lower()
    plural = last.endswith(("s", "men", "women")) or last in ("people", "police", "children")
    return mention.named or (not plural and not any(character.isdigit() for character in mention.text))


def named_victims(sentence: Sentence, trigger: Trigger) -> Range | None:
    """Return how many persons the sentence names one by one as killed by a strike or an attack ("that killed X and Y")."""
    if trigger.type not in VIOLENCE:
        return None
    for at, word in enumerate(sentence.words):
        if word in ("killed", "killing", "kills"):
            following = [mention for mention in sentence.mentions if 0 <= sentence.first_word(mention) - at <= _NEAR]
            victims = [mention for mention in following[:1] if _one_person(mention) and mention.named]
            rest = [
                m
                for m in sentence.mentions
                if victims and sentence.words[sentence.first_word(m) - 1] == "and" and _one_person(m) and m.named
            ]
            if victims:
                return Range.exactly(len({mention.key for mention in (*victims, *rest)}))
    return None


#: Words between "killed" and the name of who was.
_NEAR = 4
