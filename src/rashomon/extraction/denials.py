"""What stands in a denial and what beside it: "put the dead at six and denied that anyone was abducted" tells of two."""

import functools
import re
from collections.abc import Iterable
from dataclasses import replace

from rashomon.extraction.attribution_cues import plain_cue_words
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.model.reading import OUTLET_KEY, Claim
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import Stance


def denied_contents(claims: Iterable[Claim]) -> tuple[EvidenceSpan, ...]:
    """Return the words of what is denied."""
    return tuple(claim.content for claim in claims if claim.stance == Stance.DENIES and claim.content != claim.cue)


def is_beside(denied: Iterable[EvidenceSpan], at: int, offset: int) -> bool:
    """Whether what stands at ``at`` is denied in words that do not reach to ``offset``."""
    return any(span.start <= at < span.end and not span.start <= offset < span.end for span in denied)


def with_denials(passage: Passage, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims, those as denials whose cue calls untrue what was told ("called the report a pure invention").

    What the outlet itself calls untrue it denies ("the army's claim that it took the town is false").
    """
    made = [_as_denial(passage, claim) for claim in claims]
    own = [denial for sentence in passage.sentences if (denial := _own_denial(passage, sentence)) is not None]
    made += [denial for denial in own if not any(_denies(claim, denial) for claim in made)]
    return tuple(sorted(made, key=lambda claim: (claim.content.start, claim.content.end)))


def _denies(claim: Claim, denial: Claim) -> bool:
    """Whether somebody is said to deny, or to say, what would be the outlet's denial."""
    around = claim.content.start <= denial.content.start and denial.content.end <= claim.content.end
    return around and (claim.stance == Stance.DENIES or claim.content.end > denial.content.end)


#: What is told, and that it is not so.
_OWN_DENIAL = re.compile(
    r"(?:(?:claims?|reports?|allegations?|accusations?|rumou?rs?|statements?|assertions?|stor(?:y|ies)) that |"
    r"what (?:is|was|has been) (?:being )?(?:said|spread|circulated|published|claimed|reported|broadcast)(?: \w+){0,3} about |"
    r"(?:reports?|rumou?rs?|talk|stories) (?:of|about) )(?P<told>[^;:“”\"]{8,160}?)\s*,? (?P<cue>(?:is|are|was|were) (?:\w+ly )?"
    r"(?:devoid of (?:any )?truth|without (?:any )?(?:foundation|basis)|not true|far from (?:the )?truth|incorrect|"
    r"false|untrue|baseless|unfounded|fabricated|groundless|a lie|lies|an? (?:pure )?(?:invention|fabrication|hoax)))[.!]",
    re.IGNORECASE,
)


#: Before what is not said to be untrue ("it is unclear whether reports of a raid are false").
_LEFT_OPEN = re.compile(
    r"\b(?:whether|if|unless|unclear|not|no|nobody|doubts?|den(?:y|ies|ied)|asked|questions?)\b", re.IGNORECASE
)


def _own_denial(passage: Passage, sentence: Sentence) -> Claim | None:
    """Return the denial with which a sentence of the outlet's own ends."""
    text = passage.article.text
    match = _OWN_DENIAL.search(text, sentence.start, sentence.end)
    if match is None or _LEFT_OPEN.search(text, sentence.start, match.start()):
        return None
    content, cue = (passage.evidence(*match.span(name)) for name in ("told", "cue"))
    return Claim(OUTLET_KEY, Stance.DENIES, content, None, cue)


def _as_denial(passage: Passage, claim: Claim) -> Claim:
    if claim.cue is None:
        return claim
    at = claim.cue.start
    sentence = next((one for one in passage.sentences if one.start <= at < one.end), None)
    if sentence is None or sentence.words[sentence.position(at)] not in plain_cue_words("calling"):
        return claim
    first = sentence.position(claim.cue.end)
    last = _called_untrue(sentence, first)
    if last is None:
        return claim
    last += sentence.words[last : last + 1] != () and sentence.words[last] in _QUOTES
    return replace(claim, stance=Stance.DENIES, content=passage.evidence(*sentence.span(first, last)))


def _called_untrue(sentence: Sentence, first: int) -> int | None:
    """Return where the words end that call untrue what was told, ``None`` where none do."""
    reach = range(first, min(len(sentence.words), first + _CALLED))
    reach = range(first, next((at for at in reach if sentence.words[at] in _ENDS), reach.stop))
    told = next((at for at in reach[:_TOLD] if sentence.words[at] in _things()), None)
    return next(
        (at + 1 for at in reach if told is not None and at > told and sentence.words[at] in plain_cue_words("untrue")), None
    )


@functools.cache
def _things() -> frozenset[str]:
    return frozenset(plain_cue_words("said_things")) - {"as"} | {"it", "this"}


_ENDS = frozenset({"and", "but", ";", "who", "which"})
_QUOTES = frozenset({"”", '"', "’", "»"})
#: Words from a cue to what was told, and to the word that calls it untrue, at most.
_TOLD, _CALLED = 4, 14
