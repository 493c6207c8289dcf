"""Who holds a place: two sides that each say that it is theirs, at one time."""

import re
from collections.abc import Iterable, Iterator

from rashomon.linking.disputes.responsibility import Sides
from rashomon.linking.disputes.stands import Found, Happened, Stand, Taken, by_issue, clashing, dispute, within
from rashomon.linking.disputes.statements import Statement, Statements
from rashomon.linking.sentences import sentence
from rashomon.model.actors import Actor
from rashomon.model.places import Place
from rashomon.model.reading import Filler
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import PLACE_KINDS, ActorKind, ContradictionKind, PlacePrecision, Role, Severity

#: Articles further apart (days) tell of other days; a place may change hands between them.
_APART = 1
_TAKES = re.compile(
    r"\b(?:re)?(?:tak(?:en|es?|ing)|took|captur(?:ed?|ing|es)|seiz(?:ed?|ing|es)|conquer\w*|occup(?:y|ied|ies)|liberat(?:ed?|ing|es)|overr[au]n"
    r"|gain(?:ed|s)? (?:full |complete )?control|retook|retaken)\b"
    # arms and men that are taken are no place ("captured two armoured vehicles"), nor is what "took part"
    r"(?!(?: [\w-]+){0,2} (?:vehicles?|tanks?|weapons?|rifles?|guns?|ammunition|drones?|trucks?"
    r"|soldiers?|fighters?|prisoners?|hostages?|men|responsibility|part|place)\b)",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:still|continues? to|remains? in|fully|now|firmly) (?:control\w*|hold\w*|held|in (?:control|charge))\b"
    r"|\b(?:control(?:s|led)|holds?|held)\b(?! (?:a|an|the)? ?(?:meeting|talks|press|elections?|protests?|funerals?))"
    r"|\bin (?:the hands of|full control)|\bin (?:its|their|our) hands\b|\bunder (?:its|their|our|the) (?:full )?control\b"
    r"|\b(?:repel(?:s|led)|beat(?:en)? back|pushed back|drove back)\b"
    r"|\b(?:has|have|had|did|was|were) (?:not|never) (?:been )?(?:lost|fallen|fall|withdrawn|withdraw|captured|taken|entered)\b",
    re.IGNORECASE,
)
_ANY = re.compile(f"{_TAKES.pattern}|{_HOLDS.pattern}", re.IGNORECASE)
#: Who is meant where the words begin so: the speaker.
_SELF = re.compile(r"^[\W]*(?:that )?(?:it|they|we|its|their|our|he|she|his|her)\b", re.IGNORECASE)
_SMALL = frozenset({PlacePrecision.TOWN, PlacePrecision.POINT, PlacePrecision.NEAR, PlacePrecision.ADMIN2})
_NOT_HOLDING = frozenset({ActorKind.OUTLET, ActorKind.INTERNATIONAL_ORG, ActorKind.PERSON})


class Holding:
    """Finds places that two sides say they hold."""

    def __init__(self, statements: Statements, sides: Sides) -> None:
        self._statements = statements
        self._sides = sides
        self.taken = Taken("held", self._stands)

    def find(self, article_ids: Iterable[str], happened: Happened) -> Iterator[Found]:
        """Yield one contradiction for each place and time that two sides claim."""
        event_of = happened.event_of
        for place, gathered in by_issue(self.taken.of(article_ids)).items():
            sides = clashing(gathered, _rivals)
            if sides:
                about = (key for side in sides if side.statement.claim is not None for key in side.statement.claim.about)
                event_id = next((event_of[key] for key in about if key in event_of), None)
                topic, why = f"who holds it: {place}", "both sides say that the place is theirs"
                found = dispute(ContradictionKind.ACTOR, Severity.CONTRADICTION, topic, sides, why, event_id)
                yield self.taken.key(place), found

    def _stands(self, article_id: str) -> Iterator[Stand]:
        """What the claims of an article say of who holds what; one that names no place goes on from the one before it."""
        if not _ANY.search(self._statements.cast.article(article_id).text):
            return
        told = self._statements.claims(article_id)
        places = self._places(article_id) if any(_ANY.search(said.words) for said in told) else []
        last: Place | None = None
        for said in told:
            last = self._place(said, places) or last
            cue = _HOLDS.search(said.words) or _TAKES.search(said.words)
            holder = self._holder(said, cue) if cue is not None else None
            if cue is not None and holder is not None and last is not None:
                says = f"{holder.name} holds {last.name}" if cue.re is _HOLDS else f"{holder.name} took {last.name}"
                yield Stand(last.name, says, self._sides.of(holder), said)

    def _holder(self, said: Statement, cue: re.Match[str]) -> Actor | None:
        """Who is said to hold it: the speaker where the words begin with a pronoun, else the one named last before the cue."""
        if _SELF.match(said.words):
            return said.actor if said.actor is not None and said.actor.kind not in _NOT_HOLDING else None
        at = said.span.start + cue.start()
        named = [one for one in self._statements.named(said.article_id) if said.span.start <= one.start and one.end <= at]
        acting = [one.actor for one in named if one.actor.kind not in _NOT_HOLDING]
        return acting[-1] if acting else None

    def _places(self, article_id: str) -> list[tuple[EvidenceSpan, Place]]:
        """The towns that an article names, in reading order."""
        cast = self._statements.cast
        found: list[tuple[EvidenceSpan, Place]] = []
        for entity in cast.scenes[article_id].entities.values():
            for mention in entity.mentions if entity.kind in PLACE_KINDS else ():
                place = cast.place(article_id, Filler(Role.PLACE, mention.key, mention.span))
                if place is not None and place.precision in _SMALL:
                    found.append((mention.span, place))
        return sorted(found, key=lambda one: (one[0].start, one[1].id))

    def _place(self, said: Statement, places: list[tuple[EvidenceSpan, Place]]) -> Place | None:
        """The town that a statement names first, in its own words or else in those of its sentence."""
        if not places:
            return None
        own = next((place for span, place in places if span.overlaps(said.span)), None)
        around = sentence(self._statements.cast.article(said.article_id), said.span)
        return own or next((place for span, place in places if span.overlaps(around)), None)


def _rivals(one: Stand, other: Stand) -> bool:
    """Whether two speakers say at one time that others hold it; that one side took it from the other is no rivalry."""
    holds = " holds " in one.says or " holds " in other.says
    apart = one.statement.voice != other.statement.voice and not one.names & other.names
    dated = one.statement.article_id == other.statement.article_id or None not in (one.statement.day, other.statement.day)
    return holds and apart and dated and within(one, other, _APART)
