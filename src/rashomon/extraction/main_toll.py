"""How many an article's main event killed and injured, put together from all that the text says of its victims.

One report tells of the same victims again and again: in the title, the lead, later by name, then in hospital. Counts are
therefore taken sentence by sentence and the highest stands, never the sum; whoever was hit and is nowhere said to have died
is injured. Sentences that tell of other happenings and other years are left out.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.extraction.harm import Harm, harms_in
from rashomon.extraction.harm_counts import Toll, least, spares_all, tally
from rashomon.extraction.harm_cues import Effect
from rashomon.extraction.harm_names import surnames
from rashomon.extraction.harm_people import People
from rashomon.extraction.mentions import read_spans
from rashomon.extraction.numbers import FoundNumber
from rashomon.extraction.numbers_words import ORDINALS
from rashomon.extraction.phrases import word_set
from rashomon.model.ranges import Range
from rashomon.model.reading import Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import NumberKind
from rashomon.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class MainToll:
    """What an article says of its main event's victims; ``None`` where it says nothing of them, 0 where it says nobody."""

    killed: Toll | None
    injured: Toll | None


_ELSEWHERE = re.compile(
    r"\b(?:this year|so far in|last year|years? ago|previous|homicides|nationwide|statistics|percent|annually|year-to-date|"
    r"last month|this month|total|in (?:19|20)\d\d|were killed in|since (?:January|February|March|19|20)|separate|unrelated|"
    r"another (?:shooting|incident|homicide|murder|attack|bombing)|in other (?:news|shootings|violence)|"
    r"earlier (?:shooting|incident|homicide|attack))\b|\b(?:19|20)\d\d (?:murder|shooting|killing|case|attack|bombing)",
    re.IGNORECASE,
)
_PAGE_FURNITURE = re.compile(
    r"Now Playing|Share this story|READ MORE|Read more|RELATED|Related|ALSO READ|MORE:|Follow (?:us|him|her)|Copyright"
)
_VIOLENT = re.compile(
    r"\b(?:shooting|shot|gunfire|gunshot|stabb\w+|blasts?|explosions?|attack\w*|bullets?|bomb\w*)\b", re.IGNORECASE
)
#: The sentence from which on page furniture may stand, and how many sentences are read.
_BODY, _LAST = 3, 31
_MEASURES = frozenset({NumberKind.AGE, NumberKind.MONEY, NumberKind.PERCENT, NumberKind.DISTANCE})
_HURT = (Effect.HIT, Effect.INJURED)


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of harm of one sentence that tells of the main event."""

    span: tuple[int, int]
    harms: tuple[Harm, ...]

    def people(self, *effects: Effect) -> Iterator[People]:
        """Yield whom the words with these effects are about."""
        return (one for harm in self.harms if harm.effect in effects for one in harm.people)


def main_toll(article: Article, reading: Reading) -> MainToll:
    """Return the toll of the article's main event."""
    told = tuple(_told(article, _counts(reading)))
    killed = _highest(article, told, lambda one: tally(article.text, one.harms, Effect.KILLED))
    injured = _injured(article, told, killed)
    if killed is None and injured is None:
        spared = next((one for one in told if spares_all(one.harms)), None)
        nobody = _toll(article, spared, Range.exactly(0)) if spared is not None else None
        return MainToll(nobody, nobody)
    return MainToll(killed, injured)


def _counts(reading: Reading) -> tuple[FoundNumber, ...]:
    """The numbers that may count people."""
    return tuple(
        FoundNumber(mention.span.start, mention.span.end, mention.number)
        for mention in reading.mentions
        if mention.number is not None and mention.number_kind not in _MEASURES and not _is_ordinal(mention.text.lower())
    )


def _is_ordinal(words: str) -> bool:
    return words in ORDINALS or words.endswith(("1st", "nd", "rd", "th"))


def _told(article: Article, numbers: Sequence[FoundNumber]) -> Iterator[_Told]:
    """Yield the sentences of the main event with their words of harm."""
    text = article.text
    cut = tuple(found for span in read_spans(article) for found in sentences(text, *span))
    known = surnames(text, cut)
    for n, (start, end) in enumerate(cut[:_LAST]):
        if n and (_ELSEWHERE.search(text, start, end) or (n >= _BODY and _PAGE_FURNITURE.search(text, start, end))):
            continue
        here = tuple(number for number in numbers if start <= number.start < end)
        yield _Told((start, end), harms_in(text, (start, end), here, known=known))


def _highest(article: Article, told: Sequence[_Told], count: Callable[[_Told], Range | None]) -> Toll | None:
    """The highest of the sentences' counts, at its first place."""
    best: Toll | None = None
    for one in told:
        value = count(one)
        if value is not None and (best is None or _low(value) > _low(best.value)):
            best = _toll(article, one, value)
    return best


def _low(value: Range) -> float:
    return value.low or 0


def _toll(article: Article, told: _Told, value: Range) -> Toll:
    """The count with the words of harm and the people as its evidence."""
    people = tuple(told.people(*Effect))
    start = min((*(harm.start for harm in told.harms), *(one.start for one in people)))
    end = max((*(harm.end for harm in told.harms), *(one.end for one in people)))
    return Toll(value, EvidenceSpan(article.id, start, end))


def _injured(article: Article, told: Sequence[_Told], killed: Toll | None) -> Toll | None:
    """Who was hurt and lives: said to be wounded, or hit and not among the dead, or only in hospital where nobody died."""
    text = article.text
    dead = frozenset(one.name for sentence in told for one in sentence.people(Effect.KILLED) if one.name)
    hit = _highest(article, told, lambda one: tally(text, one.harms, *_HURT, Effect.KILLED) if _hits(one) else None)
    hurt = _highest(article, told, lambda one: _wounded(text, one, dead, alone=killed is None))
    if killed is None:
        care = _highest(article, told, lambda one: tally(text, one.harms, Effect.CARE)) if _VIOLENT.search(text) else None
        return max((toll for toll in (hit, hurt) if toll), key=lambda toll: _low(toll.value), default=None) or care
    left = [toll for toll in (hurt, _remaining(hit, killed), *_others(article, told, dead)) if toll is not None]
    return max(left, key=lambda toll: _low(toll.value), default=None)


def _hits(told: _Told) -> bool:
    return any(harm.effect == Effect.HIT for harm in told.harms)


def _remaining(hit: Toll | None, killed: Toll) -> Toll | None:
    """Those hit that are not among the dead."""
    left = int(_low(hit.value) - _low(killed.value)) if hit is not None else 0
    return Toll(Range.exactly(left), hit.span) if hit is not None and left > 0 else None


def _wounded(text: str, told: _Told, dead: frozenset[str], *, alone: bool) -> Range | None:
    """Those said to be wounded, without those whom the sentence or another one calls dead.

    Where somebody died, a wounded one that is only pointed back at ("the injured man") may be the one who died.
    """
    killed = set(told.people(Effect.KILLED))
    harms = tuple(
        replace(harm, people=tuple(one for one in harm.people if one not in killed and one.name not in dead - {""}))
        for harm in told.harms
        if harm.effect == Effect.INJURED
    )
    people = [one for harm in harms for one in harm.people]
    if not people or not (alone or any(not one.definite for one in people)):
        return None
    return tally(text, harms, Effect.INJURED)


def _others(article: Article, told: Sequence[_Told], dead: frozenset[str]) -> Iterator[Toll]:
    """Yield survivors told apart from the dead: other names, "another man", a woman where only men died."""
    killed = frozenset(_sex(article.text, one) for sentence in told for one in sentence.people(Effect.KILLED)) - {""}
    names: set[str] = set()
    for sentence in told:
        gone = set(sentence.people(Effect.KILLED))
        hurt = [one for one in dict.fromkeys(sentence.people(*_HURT)) if one not in gone]
        names |= {one.name for one in hurt if one.name and one.name not in dead}
        more = sum(least(one) for one in hurt if one.more)
        unlike = any(_sex(article.text, one) not in killed | {""} for one in sentence.people(*_HURT))
        count = max(more, len(names) if dead else 0, 1 if unlike and len(killed) == 1 else 0)
        if count and hurt:
            yield _toll(article, sentence, Range.exactly(count))


def _sex(text: str, one: People) -> str:
    """Return ``male``, ``female`` or nothing, by the phrase's last word."""
    word = text[one.start : one.end].lower().split()[-1]
    return next((sex for sex in ("male", "female") if not one.name and word in word_set("harm.yaml", sex)), "")
