"""Put the accounts of an article together: type, roles, date, toll, status and attribution of each trigger."""

import functools
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extraction.accounts_blame import with_blame
from rashomon.extraction.accounts_harm import AccountTolls
from rashomon.extraction.accounts_leaders import is_leader
from rashomon.extraction.accounts_merged import merged
from rashomon.extraction.accounts_roles import fillers
from rashomon.extraction.accounts_same import completed
from rashomon.extraction.accounts_tolls import date_of, named_victims, single_victim
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.harm_counts import Toll
from rashomon.extraction.phrases import verb_forms, words_of
from rashomon.extraction.status import status_of
from rashomon.extraction.triggers import Trigger
from rashomon.extraction.triggers_article import article_triggers
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Filler, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ATTACKS, EventType, MentionKind, NumberKind, Role, Stance, Status

_SUPPOSED = (Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED, Status.DENIED)


def accounts(passage: Passage, claims: Sequence[Claim]) -> tuple[Account, ...]:
    """Return the accounts of an article, in reading order, one for each happening it tells of."""
    triggers = article_triggers(passage)
    tolls = AccountTolls(passage, triggers, claims)
    told = tuple(_account(passage, trigger, tolls, claims) for trigger in triggers)
    return with_blame(passage, merged(passage, triggers, completed(passage, triggers, told)), claims)


def _account(passage: Passage, trigger: Trigger, tolls: AccountTolls, claims: Sequence[Claim]) -> Account:
    sentence = passage.sentences[trigger.sentence]
    roles = fillers(passage, trigger)
    told, trigger = trigger, _exact(passage, sentence, trigger, roles)
    around = _around(passage, sentence, trigger, claims)
    roles = tuple(filler for filler in roles if around is None or not _is_speaker(filler, around))
    agents = [filler.key for filler in roles if filler.role == Role.AGENT]
    claimed = trigger.type in ATTACKS and _claimed(sentence, claims)
    status = status_of(sentence, trigger, agents, around, claimed)
    when, when_span = date_of(passage, trigger, around)
    killed, injured = tolls.of(told, NumberKind.KILLED), tolls.of(told, NumberKind.INJURED)
    if killed is None:
        victims = single_victim(trigger, _patients(passage, roles), status not in _SUPPOSED) or named_victims(sentence, trigger)
        killed = Toll(victims, passage.evidence(*sentence.span(trigger.first, trigger.last))) if victims else None
    return Account(
        trigger.type,
        status,
        passage.evidence(*sentence.span(trigger.first, trigger.last)),
        _evidence(passage, sentence, trigger),
        roles,
        when,
        when_span,
        killed.value if killed else None,
        killed.span if killed else None,
        injured.value if injured else None,
        injured.span if injured else None,
        _chain(around),
    )


def _patients(passage: Passage, roles: Sequence[Filler]) -> list[Mention]:
    spans = {filler.span for filler in roles if filler.role == Role.PATIENT}
    return [mention for mention in passage.found.entities if mention.span in spans]


def _exact(passage: Passage, sentence: Sentence, trigger: Trigger, roles: Sequence[Filler]) -> Trigger:
    """Make a killing an assassination where the victim holds an office and the killers chose him."""
    if trigger.type != EventType.KILLING:
        return trigger
    victims = [mention for mention in _patients(passage, roles) if mention.kind == MentionKind.PERSON]
    armies = any(
        filler.role == Role.AGENT and mention.kind in (MentionKind.FORCE, MentionKind.GOVERNMENT, MentionKind.COUNTRY)
        for filler in roles
        for mention in passage.found.entities
        if mention.span == filler.span
    )
    if victims and not armies and any(is_leader(sentence, mention) for mention in victims):
        return replace(trigger, type=EventType.ASSASSINATION)
    return trigger


def _evidence(passage: Passage, sentence: Sentence, trigger: Trigger) -> EvidenceSpan:
    """Return the whole sentence as evidence; of a long one only the clauses around the trigger."""
    if len(sentence.words) <= _LONG:
        return passage.evidence(sentence.start, sentence.end)
    first, last = sentence.clause_bounds(trigger.first)
    while last - first < _LONG // 2 and (first > 0 or last < len(sentence.words)):
        first = sentence.clause_bounds(first - 1)[0] if first else first
        last = sentence.clause_bounds(last)[1] if last < len(sentence.words) else last
    return passage.evidence(*sentence.span(first, last))


#: Words a sentence may have before only the clauses around a trigger are its evidence.
_LONG = 40


@functools.cache
def _factive() -> frozenset[str]:
    """Forms of verbs whose object has happened whoever says so."""
    return frozenset(form for verb in words_of("cues.yaml")["factive"] for form in verb_forms(verb))


def _around(passage: Passage, sentence: Sentence, trigger: Trigger, claims: Sequence[Claim]) -> Claim | None:
    """Return the innermost claim whose content holds the trigger: no condemnation, of the outlet's own only denials."""
    start, end = sentence.span(trigger.first, trigger.last)
    others = [
        claim
        for claim in claims
        if (claim.source != OUTLET_KEY or claim.stance == Stance.DENIES)
        and claim.content != claim.cue
        and (claim.cue is None or claim.cue.of(passage.article).lower() not in _factive())
    ]
    holding = [claim for claim in others if claim.content.start <= start and end <= claim.content.end]
    aside = _aside(sentence, trigger)
    if aside is not None:
        holding = [claim for claim in holding if claim.stance not in _OF_THEIR_OWN or claim.content.start >= aside]
    return min(holding, key=lambda claim: claim.content.end - claim.content.start, default=None)


def _aside(sentence: Sentence, trigger: Trigger) -> int | None:
    """Return where ", which ..." begins if the trigger stands in it: what is denied before it is not denied there."""
    first, _ = sentence.clause_bounds(trigger.first)
    opens = first > 0 and sentence.words[first] in ("which", "who", "whose") and sentence.words[first - 1] == ","
    return sentence.tokens[first].start if opens else None


#: Stances that hold of the words they govern, not of what is told beside them.
_OF_THEIR_OWN = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.DEMANDS, Stance.WARNS, Stance.THREATENS, Stance.PREDICTS})


def _is_speaker(filler: Filler, around: Claim) -> bool:
    """Whether who says it would be its victim: "the governor denied that anyone had been abducted"."""
    return filler.role == Role.PATIENT and filler.span == around.source_span


def _claimed(sentence: Sentence, claims: Sequence[Claim]) -> bool:
    """Whether a claim of responsibility without content stands in the sentence."""
    return any(
        claim.stance == Stance.CLAIMS_RESPONSIBILITY
        and claim.content == claim.cue
        and claim.source not in (UNKNOWN_KEY, OUTLET_KEY)
        and sentence.start <= claim.content.start < sentence.end
        for claim in claims
    )


def _chain(around: Claim | None) -> tuple[str, ...]:
    """Return on whose word the account is told, nearest first, ending at the origin."""
    if around is None or around.source in (UNKNOWN_KEY, OUTLET_KEY):
        return ()
    return (*(key for key in around.via if key != around.source), around.source)
