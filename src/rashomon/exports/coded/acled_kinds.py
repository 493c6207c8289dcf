"""What an event is in ACLED's types: what its accounts' words say beside the type that was read, and what is no event there."""

import re
from collections.abc import Iterable

from rashomon.exports.coded.choosing import UNREAL, Chosen
from rashomon.exports.coded.parties import Party
from rashomon.exports.contract import Aggregation
from rashomon.extraction.acled import cue_scores
from rashomon.lists.schemes import Acled, load_schemes
from rashomon.model.words import EventType, MentionKind, Status
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.text.folding import fold

#: Types that leave open how it was done, so that the words say more ("a grenade"); the others name it themselves.
SAID_CLOSER = frozenset({EventType.ATTACK, EventType.KILLING, EventType.BOMBING, EventType.PROTEST, EventType.RIOT})
#: What the type of the accounts weighs against words that speak of another sub-event type of the same event type.
_TYPE_WEIGHS = 2.5
#: Types that say what came of it, and those that say by what means.
_OPEN = frozenset({EventType.ATTACK, EventType.KILLING, EventType.ASSASSINATION})
_MEANS = frozenset(
    {
        EventType.AIRSTRIKE,
        EventType.BOMBING,
        EventType.DRONE_OR_MISSILE_STRIKE,
        EventType.SHELLING_OR_ROCKET,
        EventType.SUICIDE_ATTACK,
    }
)
_ARMED = frozenset({MentionKind.FORCE, MentionKind.GROUP, MentionKind.GOVERNMENT, MentionKind.COUNTRY})
_FIGHTERS = frozenset({MentionKind.FORCE, MentionKind.GROUP})
#: Tolls that a reader makes of words, the words, what ACLED makes of them, and what would be the number itself.
_VAGUE_TOLLS = (
    (2, re.compile(r"\b(?:several|many|few|some|a number of)\b", re.IGNORECASE), 3, re.compile(r"\b(?:two|2)\b", re.IGNORECASE)),
    (24, re.compile(r"\bdozens\b", re.IGNORECASE), 12, re.compile(r"\b(?:twenty-four|24)\b", re.IGNORECASE)),
    (200, re.compile(r"\bhundreds\b", re.IGNORECASE), 100, re.compile(r"\b(?:two hundred|200)\b", re.IGNORECASE)),
)
#: The reason that holds whatever force a sum is of; what one sure word weighs; event types of force.
SUMS, _SURE = "counts many events", 2.0
_FORCE = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
_SAYS_NO = UNREAL | {Status.DENIED}
_FLOWN = re.compile(
    r"\b(?:air ?strikes?|air raids?|air attacks?|air force|warplanes?|(?:fighter |war)?jets?|aircraft|helicopters?|gunships?)\b",
    re.IGNORECASE,
)


def unreal(published: PublishedEvent, chosen: Chosen) -> str | None:
    """Return why an event did not happen as far as accounts say, or is none but words and sums; ``None`` where it may be one."""
    status = Status(published.told.line.status)
    if status in UNREAL:
        return f"status {status}"
    if chosen.killed is None and chosen.injured is None and _only_denied(published):
        return "is only denied"
    return "sums up many events" if published.told.event.happenings else _only_spoken(published)


def _only_denied(published: PublishedEvent) -> bool:
    return all(view.account.status in _SAYS_NO for view in published.told.accounts)


def _only_spoken(published: PublishedEvent) -> str | None:
    """Return why an event is none where all who tell it speak of words or sums only, and of no force."""
    told = [view.quote.words for view in published.told.accounts if view.account.status not in _SAYS_NO]
    for why, phrases in load_schemes().acled_unfit.items():
        if told and all(_has(words, phrases) and (why == SUMS or not _tells_of_force(words)) for words in told):
            return why
    return None


def _has(words: str, phrases: Iterable[str]) -> bool:
    folded = f" {fold(words)} "
    return any(f" {phrase} " in folded for phrase in phrases)


def _tells_of_force(words: str) -> bool:
    """Return whether words surely speak of a use of force."""
    of = load_schemes().acled_events
    return any(score >= _SURE for sub, score in cue_scores(words).items() if of[sub] in _FORCE)


def by_means(published: PublishedEvent, kind: EventType, aggregation: Aggregation) -> EventType:
    """Return by what means it was done where accounts say: who is killed from the air is no victim of an "attack" there."""
    if kind not in _OPEN or aggregation == Aggregation.CONSERVATIVE:
        return kind
    told = [EventType(one.value) for one in published.told.event.types]
    return kind if EventType.ARMED_CLASH in told else next((one for one in told if one in _MEANS), kind)


def type_there(kind: EventType, agents: tuple[Party, ...], patients: tuple[Party, ...]) -> Acled | None:
    """Return a type in ACLED's words by who leads and who is harmed, ``None`` for no event there.

    An offensive on nobody armed is a movement of troops; arms that are given to somebody are nothing there.
    """
    hurt = harmed(patients)
    if kind == EventType.OFFENSIVE_LAUNCHED and not _ARMED.intersection(hurt):
        return Acled("Strategic developments", "Change to group/activity")
    return None if kind == EventType.ARMS_TRANSFER else load_schemes().acled(kind, [one.kind for one in agents[:1]], hurt)


def harmed(patients: tuple[Party, ...]) -> list[MentionKind]:
    """Return the kinds of those to whom it was done: of civilians only, where more accounts name these than any who are armed."""
    several = {account for one in patients if one.kind == MentionKind.CIVILIANS for account in one.accounts}
    armed = {account for one in patients if one.kind in _FIGHTERS for account in one.accounts}
    return [one.kind for one in patients if one.kind not in _FIGHTERS or len(armed) >= len(several)]


def sub_event_type(published: PublishedEvent, event_type: str, sub: str) -> str:
    """Return the sub-event type that type and words speak of most, within one event type."""
    of = load_schemes().acled_events
    scores = cue_scores(" ".join(view.quote.words for view in published.told.accounts[:3]))
    scores[sub] = scores.get(sub, 0.0) + _TYPE_WEIGHS
    return max((found for found in scores if of.get(found) == event_type), key=lambda found: (scores[found], found == sub))


def fatalities(published: PublishedEvent, chosen: Chosen) -> tuple[int, str | None]:
    """Return the number of killed as ACLED takes it, and the word where the texts have a word and no number ("dozens")."""
    if chosen.killed is None:
        return 0, None
    best = chosen.killed.best
    ids = {
        account
        for one in published.told.event.killed
        if one.value.low == best and one.value.high is None
        for account in one.accounts
    }
    told = " ".join(view.quote.words for view in published.told.accounts if view.account.id in ids)
    for read, word, number, stated in _VAGUE_TOLLS:
        if best == read and ids and not stated.search(told) and (found := word.search(told)) is not None:
            return number, found[0].lower()
    return best, None


def is_flown(published: PublishedEvent, kind: EventType) -> bool:
    """Return whether the words of a strike from the air speak of crewed aircraft."""
    return kind == EventType.AIRSTRIKE and any(_FLOWN.search(view.quote.words) for view in published.told.accounts)
