"""Name who did it where another sentence says so: a side that claims "the attack", or one whose work somebody calls it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extraction.accounts_nouns import worked
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.triggers_apart import is_reason
from rashomon.extraction.triggers_lists import VIOLENCE
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Filler
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, MentionKind, Role, Stance, Status

#: How many sentences back the violence may stand that a claim without words for it means.
_BACK = 3
_SEVERAL = frozenset(["both", "attacks", "bombings", "blasts", "explosions", "strikes", "killings", "raids", "assaults"])
_NOBODY = frozenset({OUTLET_KEY, UNKNOWN_KEY})
_CLAIMED = frozenset(VIOLENCE) - {EventType.RIOT}
_HAPPENED = frozenset({Status.ASSERTED, Status.ALLEGED, Status.CLAIMED})


def with_blame(passage: Passage, told: Sequence[Account], claims: Sequence[Claim]) -> tuple[Account, ...]:
    """Return the accounts, those of violence without a doer with the side that claims it, as its claim, or that is accused."""
    made = list(told)
    for claim in claims:
        named = _named(passage, claim)
        for n in _meant(passage, made, claim) if named else ():
            doers = [doer for doer in named if doer.key not in {filler.key for filler in made[n].fillers}]
            if doers and not made[n].keys(Role.AGENT):
                status = Status.CLAIMED if claim.stance == Stance.CLAIMS_RESPONSIBILITY else Status.ALLEGED
                made[n] = replace(made[n], fillers=(*doers, *made[n].fillers), status=status)
    return tuple(made)


def _named(passage: Passage, claim: Claim) -> tuple[Filler, ...]:
    """Who did it by this claim: its source, or the one whose work it is called ("it is the work of the rebels")."""
    if claim.stance == Stance.CLAIMS_RESPONSIBILITY:
        outlets = {mention.key for mention in passage.found.entities if mention.kind == MentionKind.MEDIA}
        known = claim.source not in _NOBODY | outlets
        return (Filler(Role.AGENT, claim.source, claim.source_span or claim.content),) if known else ()
    sentence = _sentence(passage, claim)
    if claim.stance != Stance.ACCUSES or sentence is None:
        return ()
    said = worked(sentence, sentence.position(claim.content.start), sentence.position(claim.content.end - 1))
    return tuple(Filler(Role.AGENT, mention.key, mention.span) for mention in said)


def _meant(passage: Passage, told: Sequence[Account], claim: Claim) -> list[int]:
    """Return the accounts a claim is about: those its sentence tells, else the violence told last before it."""
    sentence = _sentence(passage, claim)
    if sentence is None:
        return []
    violent = [n for n, account in enumerate(told) if account.type in _CLAIMED and account.status in _HAPPENED]
    here = [n for n in violent if any(sentence.start <= span.start < sentence.end for span in _spans(told[n]))]
    if here:
        return [n for n in here if not is_reason(sentence, sentence.position(told[n].trigger.start))]
    first = passage.sentences[max(0, sentence.n - _BACK)].start
    before = [n for n in violent if any(first <= span.start < sentence.start for span in _spans(told[n]))]
    return before if _SEVERAL & set(sentence.words) else before[-1:]


def _sentence(passage: Passage, claim: Claim) -> Sentence | None:
    return next((s for s in passage.sentences if s.start <= claim.content.start < s.end), None)


def _spans(account: Account) -> Iterator[EvidenceSpan]:
    yield account.trigger
    yield from account.also
