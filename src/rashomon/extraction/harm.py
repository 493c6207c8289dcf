"""Who is said to be killed, hit or hurt in a sentence: each word of harm with the people it befell.

Counts that stand in numbers and those that only stand in words ("a man was shot dead", "killing her and wounding her son")
are read alike. What they add up to is decided in `tolls`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extraction.harm_cues import Cue, Effect, Reach, cues_in
from rashomon.extraction.harm_people import NONE, People, people_in
from rashomon.extraction.numbers import FoundNumber


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm.

    Args:
        start, end: offsets of the word or words.

        people: whom it befell; empty where the sentence does not say, and where it befell nobody.

        least: how many are meant at least where ``people`` is empty.
    """

    effect: Effect
    start: int
    end: int
    people: tuple[People, ...] = ()
    least: int = 1


_MULTIPLE = {"double": 2, "triple": 3, "quadruple": 4, "suicide": 2}
_ADVERB = r"(?: (?:\w+ly|also|both|all|then|later|being|been|believed to have been))?"
_PASSIVE = re.compile(rf"\b(?:was|were|been|being|is|are|be|gets?|got|getting|who){_ADVERB}\s*$", re.IGNORECASE)
_NOT = re.compile(
    r"(?:\b(?:not|never|nor|neither|no one|nobody|none)\b|n['’]t)(?: \w+){0,3}\s*$|"
    r"\bnot (?:one|a single)\b(?: [\w'’-]+){0,6}\s*$",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:to|would|could|might|may|will|should|can|if|whether|threaten(?:ed|ing)?|nearly|almost|attempted|until|unless|feared?)"
    r"(?: (?:have|be|been|get|being|also|\w+ly))*\s*$",
    re.IGNORECASE,
)
#: "Shot", "hit" and "struck" as nouns and of things.
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|one|two|three|several|warning|gun|each|every|single|first|second|screen|mug|of|cheap|long|multiple|more)|\d)\s*$",
    re.IGNORECASE,
)
_NOUNS = frozenset({"shot", "hit", "struck"})
_JOINED = re.compile(
    r"(?=.*(?:,|\band\b|&|\bor\b|as well as|along))\s*(?:,|\(|\)|and|as well as|&|along with|or|aged?|\d{1,3}|"
    r"of (?:the )?(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)*|,? both of (?-i:[A-Z])\w+|identified as|also|plus|\s)+\s*",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(r",? and (?:[\w’'-]+ ){1,3}", re.IGNORECASE)
_DIRECT = re.compile(
    r"\s*(?:(?:all|both|at least|as many as|up to|some|about|nearly|more than|another|a further|a total of|an estimated|"
    r"and (?:wounding|injuring|killing)|himself,?)\s*)?[“\"]?",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:\w+ )?$")
_POSSESSED = re.compile(r"['’]s? $")
_TOLD_BEFORE = re.compile(r"\b(?:the|his|her|their|this|that)(?: \w+ly)? $", re.IGNORECASE)
#: What follows directly but is no person: then the subject did the harm and did not suffer it.
#: Before those who share somebody's fate.
_ALONG = re.compile(r",? (?:(?:along|together) with|alongside|with)\s+", re.IGNORECASE)
_THING = re.compile(
    r" (?:a|an|the|his|her|their|its|several|numerous|multiple|one|two|three|at least|into|through|up|out|off|at|toward)\b",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(
    r"(?:\band|\bwhen|\bwhile|\bafter|\bas|\bbut|\bwhere|\bwhose|,) "
    r"(?:the|a|an|his|her|their|its|one|two|three|at least|no|other|several|shots|bullets)(?: (?!who\b)[\w’'-]+){1,5} "
    r"(?:was|were|been|is|are)(?: \w+ly)?\s*$",
    re.IGNORECASE,
)
_WHO = re.compile(r",? (?:who|that|whom)\b")
_NEW_CLAUSE = re.compile(r"\b(?:and|when|after|before|while|as|told|said|say)\b")
#: How far before a word of harm its auxiliary or negation is looked for, and how far behind "death of" its people.
_REACH, _OF_REACH = 48, 25


def harms_in(
    text: str,
    span: tuple[int, int],
    numbers: Sequence[FoundNumber],
    persons: Sequence[People] = (),
    known: frozenset[str] = frozenset(),
) -> tuple[Harm, ...]:
    """Return the words of harm between the offsets, in reading order, each with whom it befell; see `people_in`."""
    cues = tuple(cues_in(text, span))
    people = people_in(text, span, numbers, persons, known) if cues else ()
    harms = (_harm(text, text[max(span[0], cue.start - _REACH) : cue.start], cue, people) for cue in cues)
    return tuple(harm for harm in harms if harm is not None)


def _harm(text: str, before: str, cue: Cue, people: Sequence[People]) -> Harm | None:
    """The harm that a cue tells of, or ``None`` where it tells of none (a noun, a supposition, a thing that was hit)."""
    passive = _PASSIVE.search(before) is not None
    noun = cue.word in _NOUNS and _NOUN_BEFORE.search(before) is not None and not passive
    hurt = _hurt(text, cue, people, passive=passive) if cue.reach != Reach.NOBODY else ()
    if not noun and (cue.effect == Effect.SPARED or _NOT.search(before)):
        return Harm(Effect.SPARED, cue.start, cue.end, tuple(one for one in hurt if one.count != NONE))
    if noun or (cue.effect != Effect.CARE and _SUPPOSED.search(before)):
        return None
    if not hurt:
        counted = cue.reach == Reach.NOBODY or "gunshot" in cue.word
        return Harm(cue.effect, cue.start, cue.end, least=_least(cue)) if counted else None
    if NONE in {hurt[0].count, hurt[-1].count}:
        return Harm(Effect.SPARED, cue.start, cue.end)
    return Harm(cue.effect, cue.start, cue.end, hurt)


def _least(cue: Cue) -> int:
    """How many a noun means that says so itself ("a triple murder")."""
    return next((count for word, count in _MULTIPLE.items() if word in cue.word), 1)


def _hurt(text: str, cue: Cue, people: Sequence[People], *, passive: bool) -> tuple[People, ...]:
    """The people a word of harm is about: its object where one follows directly, else its subject, with those joined to it."""
    if cue.reach == Reach.BEFORE and _POSSESSED.search(text[max(0, cue.start - 3) : cue.start]):
        return tuple(one for one in people if one.owner and 0 <= cue.start - one.end <= 1)
    people = [one for one in people if not one.owner]
    if cue.reach in {Reach.BEHIND, Reach.EITHER} and not passive:
        behind = [one for one in people if one.start >= cue.end]
        if behind and _DIRECT.fullmatch(text[cue.end : behind[0].start]):
            return _row(text, [_described(text, cue, behind[0]), *behind[1:]])
        if cue.reach == Reach.BEHIND:
            near = cue.word.endswith(" of") and behind and behind[0].start - cue.end < _OF_REACH
            return _row(text, behind) if near else ()
        if _THING.match(text, cue.end):
            return ()
    before = [one for one in people if one.end <= cue.start and not _BY.search(text[max(0, one.start - 12) : one.start])]
    before = _without_aside(text, before, cue.start)
    if before and _OTHER_SUBJECT.search(text[before[-1].end : cue.start]):
        return ()
    row = _row_back(text, before)
    return (*row, *_with_them(text, cue, people)) if row and row[0].count != NONE else row


def _with_them(text: str, cue: Cue, people: Sequence[People]) -> tuple[People, ...]:
    """Those whom it befell with the subject: "died with five of his guards", "was killed along with two others"."""
    behind = [one for one in people if one.start >= cue.end]
    return _row(text, behind) if behind and _ALONG.fullmatch(text[cue.end : behind[0].start]) else ()


def _described(text: str, cue: Cue, one: People) -> People:
    """The person of "the injured man", who is told of before."""
    told = _TOLD_BEFORE.search(text[max(0, cue.start - 24) : cue.start])
    return replace(one, definite=True) if told and text[one.start].islower() else one


def _without_aside(text: str, before: list[People], at: int) -> list[People]:
    """Leave out those whom only a clause about an earlier person names ("a man who threatened deputies was shot")."""
    for n in range(len(before) - 2, -1, -1):
        opens = _WHO.match(text, before[n].end) and not _WHO.match(text, before[-1].end)
        if opens and not _NEW_CLAUSE.search(text[before[n].end : at]):
            return before[: n + 1]
    return before


def _row(text: str, behind: Sequence[People]) -> tuple[People, ...]:
    """The first of the people and those that are joined to it ("a man and two boys")."""
    row = [behind[0]]
    for one in behind[1:]:
        if not _joins(text[row[-1].end : one.start], one) or _GOES_ON.match(text, one.end):
            break
        row.append(one)
    return tuple(row)


#: Behind who tells of it, or of whom something else is told ("killing eleven farmers, a local chief, Musa Bello, said",
#: "killed nine soldiers, and two others were hurt").
_GOES_ON = re.compile(
    r"(?:,? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3},)? (?:said|says|told|added|reported|confirmed|announced|was|were|are|is)\b"
)


def _row_back(text: str, before: Sequence[People]) -> tuple[People, ...]:
    """The last of the people and those that it is joined to, in reading order."""
    row: list[People] = []
    for one in reversed(before):
        if row and (not _joins(text[one.end : row[-1].start], row[-1]) or _befell(text, one)):
            break
        row.append(one)
    return tuple(reversed(row))


def _befell(text: str, one: People) -> bool:
    """Whether a word of harm stands directly before somebody, who is its object then ("killed nine soldiers")."""
    near = cues_in(text, (max(0, one.start - _REACH), one.start))
    return any(cue.reach in _FORWARD and _DIRECT.fullmatch(text, cue.end, one.start) for cue in near)


_FORWARD = frozenset({Reach.BEHIND, Reach.EITHER})


def _joins(gap: str, second: People) -> bool:
    """Whether the words between two phrases join them; a bare plural may have words of its own ("and militia members")."""
    described = second.vague and not second.definite and _DESCRIBED.fullmatch(gap) and not any(cues_in(gap, (0, len(gap))))
    return bool(described) or _JOINED.fullmatch(gap) is not None
