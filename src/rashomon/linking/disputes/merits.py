"""Who is given the credit for an outcome: "X deserve a share of the credit", "praised X", "X claim the victory as their own".

Two that give the credit for one place's battle to others, and not to the same, tell rival stories.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.linking.disputes.responsibility import Sides
from rashomon.linking.disputes.stands import Found, Stand, Taken, by_issue, clashing, dispute, within
from rashomon.linking.disputes.statements import Named, Statement, Statements
from rashomon.model.actors import Actor
from rashomon.model.places import Place
from rashomon.model.reading import Filler
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import PLACE_KINDS, ActorKind, ContradictionKind, MentionKind, PlacePrecision, Role, Severity

#: Articles further apart (days) tell of other battles.
_APART = 180
_OWN = re.compile(
    r"\b(?:claim|tak|took|seek|sought|want)\w*(?: \w+){0,3} credit\b"
    r"|\bappropriat\w+(?: \w+){0,3} (?:victory|success|win|triumph)\b"
    r"|\b(?:victory|success|triumph|win)\b[^.;]{0,80}\bas (?:its|their|his|her) own\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\bdeserv\w+(?: [\w’']+){0,6}? (?:credit|praise|thanks|gratitude|honou?rs?)\b"
    r"|\b(?:was|were|is|are|been|proved|proven|be)(?: \w+ly)? (?:critical|decisive|instrumental|crucial|vital|pivotal|essential"
    r"|indispensable|key) (?:to|in|for)\b"
    r"|\bplay(?:ed|s|ing)? (?:a|an|the)(?: [\w-]+){0,2} (?:role|part)\b|\bbore the brunt\b"
    r"|\bmade (?:the|this|that)(?: \w+){0,2} possible\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:prais|hail|laud|credit|salut|thank|commend|applaud)(?:es|e|s|ed|ing)?\b"
    r"|\bthanks to\b|\bow(?:es|ed|e)\b[^.;]{0,40}\bto\b|\bcredit (?:goes|went|belongs|is due) to\b|\btribute to\b",
    re.IGNORECASE,
)
_ANY = re.compile(f"{_OWN.pattern}|{_BEFORE.pattern}|{_AFTER.pattern}", re.IGNORECASE)
_OUTCOME = re.compile(
    r"\b(?:victor\w+|defeat\w*|liberat\w+|recaptur\w+|retak\w+|retook|captur\w+|(?:the )?fall of|battle|war|campaign|offensive"
    r"|won|winning|triumph\w*|success|siege|freed|freeing|repel\w+|drove|driving)\b",
    re.IGNORECASE,
)
#: A name after one of these is where, from whom or against whom it was won.
_NOT_CREDITED = re.compile(r"\b(?:in|at|from|against|over|on|near|of|to|inside|across)(?: the)?(?: \w+ of)?\s*$", re.IGNORECASE)
_HELP_OF = re.compile(
    r"\b(?:help|support|role|part|sacrifices?|contributions?|efforts?|backing|aid|assistance|bravery|work) of(?: the)?\s*$",
    re.IGNORECASE,
)
#: Words before a cue that make it a thing to come.
_TO_COME = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|expect\w*|likely|hop(?:e|es|ed|ing)|plan(?:s|ned)?|set|aims?)\b"
    r"(?: [\w-]+){0,3}\s*$",
    re.IGNORECASE,
)
_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION})
_Sentence = tuple[EvidenceSpan, str]


class Merits:
    """Finds who is given the credit for what, and by whom."""

    def __init__(self, statements: Statements, sides: Sides) -> None:
        self._statements = statements
        self._sides = sides
        self.taken = Taken("merit", self._stands)

    def find(self, article_ids: Iterable[str]) -> Iterator[Found]:
        """Yield the contradictions between rival stories of one place's battle."""
        for issue, gathered in by_issue(self.taken.of(article_ids)).items():
            sides = clashing(gathered, _rivals)
            if sides:
                topic = f"who deserves the credit: {issue}"
                why = "others are given the credit for one outcome"
                found = dispute(ContradictionKind.RESPONSIBILITY, Severity.CONTRADICTION, topic, sides, why)
                yield self.taken.key(issue), found

    def _stands(self, article_id: str) -> Iterator[Stand]:
        text = self._statements.cast.article(article_id).text
        if not (_ANY.search(text) and _OUTCOME.search(text)):
            return
        told = [(span, text[span.start : span.end]) for span in self._statements.sentences(article_id)]
        for at, (span, words) in enumerate(told):
            around = told[max(0, at - 1) : at + 1]
            if any(_OUTCOME.search(near) for _, near in around):
                for cue in _cues(words):
                    yield from self._credited(span, cue, around)

    def _credited(self, span: EvidenceSpan, cue: re.Match[str], around: list[_Sentence]) -> Iterator[Stand]:
        """The sides that one cue makes, one for each place that the outcome may be about."""
        named = [one for one in self._statements.named(span.article_id) if span.start <= one.start and one.end <= span.end]
        start, end = span.start + cue.start(), span.start + cue.end()
        doers = _doers(cue, [one for one in named if self._creditable(span, one)], start, end)
        if not doers:
            return
        said = self._statements.at(span.article_id, start, end)
        if cue.re is _OWN:
            said = _by(said, doers[-1])
        names = frozenset(name for doer in doers for name in self._sides.of(doer))
        shown = " and ".join(dict.fromkeys(doer.name for doer in doers))
        for place in self._places(span.article_id, around):
            yield Stand(place.name, f"the credit goes to {shown}", names, said)

    def _creditable(self, span: EvidenceSpan, one: Named) -> bool:
        text = self._statements.cast.article(span.article_id).text
        broad = one.actor.kind in (ActorKind.OUTLET, ActorKind.INTERNATIONAL_ORG)
        before = text[span.start : one.start]
        return not broad and (not _NOT_CREDITED.search(before) or _HELP_OF.search(before) is not None)

    def _places(self, article_id: str, around: list[_Sentence]) -> list[Place]:
        """The towns and provinces named around, each once."""
        cast = self._statements.cast
        found: dict[str, Place] = {}
        for entity in cast.scenes[article_id].entities.values():
            for mention in entity.mentions if entity.kind in PLACE_KINDS else ():
                if any(mention.span.overlaps(span) for span, _ in around):
                    place = cast.place(article_id, Filler(Role.PLACE, mention.key, mention.span))
                    if place is not None and place.precision not in _WIDE:
                        found[place.id] = place
        return [found[key] for key in sorted(found)]


def _cues(words: str) -> list[re.Match[str]]:
    found = (cue for pattern in (_OWN, _BEFORE, _AFTER) for cue in pattern.finditer(words))
    return [cue for cue in found if not _TO_COME.search(words[: cue.start()])]


def _doers(cue: re.Match[str], named: list[Named], start: int, end: int) -> list[Actor]:
    """Those who are credited: the claimants, the one named last before, or all named after."""
    before = [one for one in named if one.end <= start]
    if cue.re is _OWN:
        return [one.actor for one in before]
    if cue.re is _BEFORE:
        acting = [one for one in before if one.kind != MentionKind.COUNTRY] or before
        return [acting[-1].actor] if acting else []
    return [one.actor for one in named if one.start >= end]


def _by(said: Statement, claimant: Actor) -> Statement:
    """The outlet tells that somebody claims the credit: it is the claimant who says so."""
    return said if said.claim is not None else replace(said, speaker=claimant.name, actor=claimant)


def _rivals(one: Stand, other: Stand) -> bool:
    """Whether two give the credit to others, and are not one speaker."""
    apart = one.statement.voice != other.statement.voice and not one.names & other.names
    return apart and within(one, other, _APART)
