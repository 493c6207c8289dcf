"""How an account stands: asserted, or only claimed, alleged, denied, planned, supposed, or said not to have happened."""

import functools
from collections.abc import Sequence

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.dates_words import count_of
from rashomon.extraction.phrases import Form, PhraseTable, fixed_phrases, word_set, words_of
from rashomon.extraction.triggers import Trigger
from rashomon.model.reading import OUTLET_KEY, Claim
from rashomon.model.words import ACTOR_KINDS, EventType, Stance, Status

#: How many words before the trigger a negation reaches.
_NEGATION_REACH = 4
#: How many words before the trigger a word of plan or condition reaches.
_PLAN_REACH = 7
_BY_STANCE = {
    Stance.DENIES: Status.DENIED,
    Stance.CLAIMS_RESPONSIBILITY: Status.CLAIMED,
    Stance.PREDICTS: Status.HYPOTHETICAL,
    Stance.DEMANDS: Status.HYPOTHETICAL,
    Stance.WARNS: Status.HYPOTHETICAL,
    Stance.THREATENS: Status.PLANNED,
    Stance.DOUBTS: Status.HYPOTHETICAL,
    Stance.ASSERTS: Status.ALLEGED,
    Stance.ACCUSES: Status.ALLEGED,
    Stance.VERIFIES: Status.ASSERTED,
    Stance.PRAISES: Status.ASSERTED,
    Stance.CANNOT_VERIFY: Status.ALLEGED,
}


@functools.cache
def _table(status: Status) -> PhraseTable[Status]:
    return PhraseTable(fixed_phrases(words_of("status.yaml")[str(status)], status))


@functools.cache
def _made() -> frozenset[EventType]:
    return frozenset(EventType(name) for name in words_of("status.yaml")["made"])


@functools.cache
def _screens() -> frozenset[str]:
    return frozenset(words_of("status.yaml")["screens"])


def status_of(sentence: Sentence, trigger: Trigger, agents: Sequence[str], around: Claim | None, claimed: bool) -> Status:
    """Return the status of an account.

    Args:
        sentence: where it stands.

        trigger: the words that name it.

        agents: keys of the doers.

        around: the innermost claim whose content holds the trigger.

        claimed: whether a claim of responsibility is about this account.
    """
    presupposed = _presupposed(sentence, trigger)
    if presupposed and (around is None or around.stance in _OVER_DEEDS):
        return Status.ASSERTED
    unreal = None if presupposed else _unreal(sentence, trigger)
    if unreal is not None:
        denied = unreal == Status.NEGATED and around is not None and around.stance == Stance.DENIES
        return Status.DENIED if denied else unreal
    if claimed:
        return Status.CLAIMED
    if around is not None and (around.source != OUTLET_KEY or around.stance == Stance.DENIES):
        return _reported(trigger, agents, around)
    first, last = sentence.clause_bounds(trigger.first)
    if _table(Status.DENIED).within(sentence.words, first, trigger.first):
        return Status.DENIED
    hedged = trigger.type not in _made() and _table(Status.ALLEGED).within(sentence.words, first, last)
    told_as = trigger.first > 0 and sentence.words[trigger.first - 1] in word_set("grammar.yaml", "told_as")
    return Status.ALLEGED if hedged or told_as else Status.ASSERTED


#: Stances that may be taken over what has happened.
_OVER_DEEDS = frozenset({Stance.THREATENS, Stance.DEMANDS, Stance.WARNS, Stance.PREDICTS})


@functools.cache
def _presupposing() -> PhraseTable[bool]:
    return PhraseTable(fixed_phrases(words_of("status.yaml")["presupposing"], True))


def _presupposed(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun names what must have happened for the rest to be said ("punish those responsible for the killing")."""
    if _describes(sentence, trigger):
        return True
    if trigger.form != Form.NOUN:
        return False
    if trigger.first and sentence.words[trigger.first - 1] in _DEFINITE and _is_answered(sentence, trigger.last):
        return True
    begins = max(0, trigger.first - _NEGATION_REACH - 2)
    found = _presupposing().within(sentence.words, begins, trigger.first)
    return bool(found) and sentence.words[found[-1][1].end] in _DEFINITE


_DEFINITE = ("the", "this", "that", "last", "his", "her", "its", "their")
#: What is said of a deed that is done: "will not go unanswered", "would be avenged".
_ANSWERED = frozenset(
    [
        "unanswered",
        "unpunished",
        "unavenged",
        "avenged",
        "answered",
        "punished",
        "investigated",
        "forgotten",
        "condemned",
        "repaid",
    ]
)
#: Words from a noun to that, at most.
_ANSWER = 12


def _is_answered(sentence: Sentence, behind: int) -> bool:
    """Whether the words behind a noun say that what it names will have consequences."""
    words = sentence.words[behind : behind + _ANSWER]
    helping = next((n for n, word in enumerate(words) if word in ("will", "would", "must", "shall", "should")), len(words))
    return {",", ";"}.isdisjoint(words[:helping]) and not _ANSWERED.isdisjoint(words[helping:])


def _describes(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a participle says what was done to the people named behind it ("will free two kidnapped soldiers")."""
    if trigger.form not in (Form.PAST, Form.PARTICIPLE) or not trigger.first or trigger.last >= len(sentence.words):
        return False
    before, owner = sentence.words[trigger.first - 1], sentence.owners[trigger.last]
    framed = before in word_set("grammar.yaml", "before_participles") or count_of(before) is not None
    return framed and owner is not None and owner.kind in ACTOR_KINDS


def _unreal(sentence: Sentence, trigger: Trigger) -> Status | None:
    """Return the status of what has not happened, as far as the words before it in its clause say."""
    first, _ = sentence.clause_bounds(trigger.first)
    nobody = sentence.words[first : first + 2] == ("not", "one") or sentence.words[first : first + 3] == ("not", "a", "single")
    if nobody or sentence.words[trigger.first] == "no" or _before(sentence, trigger, first, Status.NEGATED, _NEGATION_REACH):
        return Status.NEGATED
    if trigger.form not in (Form.BASE, Form.GERUND, Form.NOUN):
        supposed = _before(sentence, trigger, first, Status.HYPOTHETICAL, _NEGATION_REACH)
        return Status.HYPOTHETICAL if supposed else None
    order = (Status.PLANNED, Status.HYPOTHETICAL)
    return next((status for status in order if _before(sentence, trigger, first, status, _PLAN_REACH)), None)


def _before(sentence: Sentence, trigger: Trigger, first: int, status: Status, reach: int) -> bool:
    start = max(first, trigger.first - reach)
    if status == Status.NEGATED:
        screens = [at for at in range(start, trigger.first) if sentence.words[at] in _screens()]
        start = screens[-1] + 1 if screens else start
    if status == Status.NEGATED and any(word.endswith("n't") for word in sentence.words[start : trigger.first]):
        return True
    return bool(_table(status).within(sentence.words, start, trigger.first))


def _reported(trigger: Trigger, agents: Sequence[str], around: Claim) -> Status:
    """Return the status of what somebody is reported to say."""
    if around.stance == Stance.ASSERTS and around.source in agents:
        return Status.CLAIMED
    if trigger.type in _made() and around.stance in (Stance.ASSERTS, Stance.THREATENS):
        return Status.CLAIMED if around.source in agents else Status.ASSERTED
    return _BY_STANCE[around.stance]
