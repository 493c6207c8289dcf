"""How many each account of violence killed and injured, as its sentence or the next one says, in numbers or in words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.denials import denied_contents, is_beside
from rashomon.extraction.harm import Harm, harms_in
from rashomon.extraction.harm_counts import Toll, is_total, spares_all, tally
from rashomon.extraction.harm_cues import Effect
from rashomon.extraction.harm_people import ONE, People
from rashomon.extraction.triggers import Trigger
from rashomon.extraction.triggers_lists import VIOLENCE
from rashomon.model.ranges import Range
from rashomon.model.reading import Claim, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, MentionKind, NumberKind

#: Words before a number of doers, of a part of those counted, or of nobody ("not one").
_NOT_THEIRS = frozenset({"by", "including", "not"})
_THEIRS = frozenset({"his", "her", "their", "its"})
#: Days that one deed lasts at most.
_DEED = 7
#: What one number counts together, or what is not known yet, and how far from the number it is said.
_AT_MOST = re.compile(
    r"\b(?:killed|dead|died|wounded|injured|hurt|captured|missing)(?:,? (?:wounded|injured|captured|maimed))? or "
    r"(?:killed|dead|wounded|injured|hurt|captured|missing|maimed|abducted|kidnapped|detained|arrested)\b|"
    r"\b(?:feared|presumed|believed)(?: to (?:be|have been))? (?:dead|killed)\b",
    re.IGNORECASE,
)
_AROUND = 60
_EFFECTS = {NumberKind.KILLED: Effect.KILLED, NumberKind.INJURED: Effect.INJURED}


class AccountTolls:
    """The tolls of one article's accounts.

    Args:
        passage: the article.

        triggers: all of its triggers.

        claims: its claims; what is denied takes no toll from outside the denial.
    """

    def __init__(self, passage: Passage, triggers: Sequence[Trigger], claims: Sequence[Claim] = ()) -> None:
        self._passage = passage
        self._denied = denied_contents(claims)
        self._violent = tuple(trigger for trigger in triggers if trigger.type in VIOLENCE)
        self._harms: dict[int, tuple[Harm, ...]] = {}

    def of(self, trigger: Trigger, kind: NumberKind) -> Toll | None:
        """Return how many the trigger's event killed (or injured); ``None`` where the text does not say."""
        if trigger.type not in VIOLENCE:
            return None
        sentence = self._passage.sentences[trigger.sentence]
        harms = tuple(harm for harm in self._of(sentence) if self._nearest(sentence, harm.start) == trigger)
        told = self._told(
            sentence, harms, kind, [n for n in self._numbers(sentence, kind) if self._nearest(sentence, n.span.start) == trigger]
        )
        if told is not None:
            return self._bounded(sentence, told)
        if spares_all(harms):
            return Toll(Range.exactly(0), self._passage.evidence(sentence.start, sentence.end))
        last = [other for other in self._violent if other.sentence == trigger.sentence][-1]
        burned = trigger.type == EventType.SABOTAGE and any(other.type != EventType.SABOTAGE for other in self._violent)
        return self._behind(trigger, kind) if last == trigger and not burned else None

    def _bounded(self, sentence: Sentence, told: Toll) -> Toll:
        """A number of "killed or wounded", or of those feared dead, is the most that were killed."""
        text = self._passage.article.text
        around = text[max(sentence.start, told.span.start - _AROUND) : min(sentence.end, told.span.end + _AROUND)]
        if told.value.low is None or told.value.high is None or not _AT_MOST.search(around):
            return told
        return replace(told, value=Range(None, told.value.high))

    def _behind(self, trigger: Trigger, kind: NumberKind) -> Toll | None:
        """What the next sentence says, where it tells of no violence of its own and counts no weeks or years."""
        for sentence in self._passage.sentences[trigger.sentence + 1 : trigger.sentence + 2]:
            violent = any(other.sentence == sentence.n and other.type != EventType.SABOTAGE for other in self._violent)
            if not violent and not any(map(_is_long, sentence.dates)):
                return self._told(sentence, self._of(sentence), kind, self._numbers(sentence, kind))
        return None

    def _told(self, sentence: Sentence, harms: Sequence[Harm], kind: NumberKind, numbers: Sequence[Mention]) -> Toll | None:
        """A total first ("the toll to 23"), then counted people, numbers of the kind, people named or described one by one."""
        total = next((n for n in numbers if n.number is not None and is_total(self._passage.article.text, n.span.start)), None)
        if total is not None and total.number is not None:
            return Toll(total.number, total.span)
        own = [harm for harm in harms if harm.effect == _EFFECTS[kind]]
        counted = tally(self._passage.article.text, own, _EFFECTS[kind])
        people = [one for harm in own for one in harm.people]
        if counted is not None and any(self._is_new(one) for one in people):
            return Toll(counted, self._evidence(sentence, people))
        number = next((number for number in numbers if number.number is not None), None)
        if number is not None and number.number is not None:
            return Toll(number.number, number.span)
        named = counted is not None and any(one.name for one in people)
        return Toll(counted, self._passage.evidence(own[0].start, own[0].end)) if counted is not None and named else None

    def _is_new(self, one: People) -> bool:
        """Whether a phrase can be the first that speaks of its people ("a clerk", "her son"), with no name that may recur."""
        words = self._passage.article.text[one.start : one.end].lower().split()
        return not one.name and (not one.definite or (len(words) > 1 and words[0] in _THEIRS))

    def _evidence(self, sentence: Sentence, people: Sequence[People]) -> EvidenceSpan:
        """The number that counts the people, else the words for them."""
        start, end = min(one.start for one in people), max(one.end for one in people)
        inside = (self._passage.found.numbers[n].span for n in sentence.numbers)
        return next((span for span in inside if start <= span.start and span.end <= end), self._passage.evidence(start, end))

    def _of(self, sentence: Sentence) -> tuple[Harm, ...]:
        if sentence.n not in self._harms:
            numbers = tuple(self._passage.found.found_numbers[n] for n in sentence.numbers)
            persons = tuple(
                _person(mention) for mention in sentence.mentions if mention.kind == MentionKind.PERSON and mention.named
            )
            span = (sentence.start, sentence.end)
            self._harms[sentence.n] = harms_in(self._passage.article.text, span, numbers, persons)
        return self._harms[sentence.n]

    def _numbers(self, sentence: Sentence, kind: NumberKind) -> list[Mention]:
        """The sentence's numbers of a kind, without those of the doers ("by two gunmen")."""
        found = (self._passage.found.numbers[n] for n in sentence.numbers if not self._passage.found.found_numbers[n].ordinal)
        return [
            n for n in found if n.number_kind == kind and sentence.words[max(0, sentence.first_word(n) - 1)] not in _NOT_THEIRS
        ]

    def _nearest(self, sentence: Sentence, offset: int) -> Trigger | None:
        """The violent trigger that words at an offset belong to: of their clause if there is one, else the nearest."""
        here = [t for t in self._violent if t.sentence == sentence.n]
        starts = {t: sentence.tokens[t.first].start for t in here}
        here = [
            t for t in here if not is_beside(self._denied, starts[t], offset) and not is_beside(self._denied, offset, starts[t])
        ]
        at = min(sentence.position(offset), len(sentence.clauses) - 1)
        inside = [trigger for trigger in here if sentence.clauses[trigger.first] == sentence.clauses[at]]
        deadly = [trigger for trigger in here if trigger.type != EventType.SABOTAGE]
        return min(inside or deadly, key=lambda trigger: abs(trigger.first - at), default=None)


def _is_long(date: Mention) -> bool:
    """Whether a date is a stretch over which many deeds are counted ("between December and February", "since 2014")."""
    if date.date is None:
        return False
    first, last = date.date.first, date.date.last
    return first is None or last is None or (last - first).days > _DEED


def _person(mention: Mention) -> People:
    return People(mention.span.start, mention.span.end, ONE, name=mention.text.split()[-1].lower())
