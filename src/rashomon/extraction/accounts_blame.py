"""Name who did it where another sentence says so: a side that claims "the attack"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extraction.clauses import Passage
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
    """Return the accounts, those of violence without a doer with the side that claims it, as its claim."""
    made = list(told)
    outlets = {mention.key for mention in passage.found.entities if mention.kind == MentionKind.MEDIA}
    for claim in claims:
        if claim.stance != Stance.CLAIMS_RESPONSIBILITY or claim.source in _NOBODY | outlets:
            continue
        doer = Filler(Role.AGENT, claim.source, claim.source_span or claim.content)
        for n in _meant(passage, made, claim):
            if not made[n].keys(Role.AGENT) and doer.key not in {filler.key for filler in made[n].fillers}:
                made[n] = replace(made[n], fillers=(doer, *made[n].fillers), status=Status.CLAIMED)
    return tuple(made)


def _meant(passage: Passage, told: Sequence[Account], claim: Claim) -> list[int]:
    """Return the accounts a claim is about: those its sentence tells, else the violence told last before it."""
    sentence = next((s for s in passage.sentences if s.start <= claim.content.start < s.end), None)
    if sentence is None:
        return []
    violent = [n for n, account in enumerate(told) if account.type in _CLAIMED and account.status in _HAPPENED]
    here = [n for n in violent if any(sentence.start <= span.start < sentence.end for span in _spans(told[n]))]
    if here:
        return [n for n in here if not is_reason(sentence, sentence.position(told[n].trigger.start))]
    first = passage.sentences[max(0, sentence.n - _BACK)].start
    before = [n for n in violent if any(first <= span.start < sentence.start for span in _spans(told[n]))]
    return before if _SEVERAL & set(sentence.words) else before[-1:]


def _spans(account: Account) -> Iterator[EvidenceSpan]:
    yield account.trigger
    yield from account.also
