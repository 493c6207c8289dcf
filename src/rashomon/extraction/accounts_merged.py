"""Make one account of the tellings of one happening: a headline and its story, "the attack", the same act told again."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extraction.accounts_same import compatible, with_missing
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.phrases import Form
from rashomon.extraction.triggers import Trigger
from rashomon.extraction.triggers_apart import is_reason
from rashomon.extraction.triggers_article import points_back
from rashomon.extraction.triggers_lists import VIOLENCE
from rashomon.model.reading import Account
from rashomon.model.words import EventType, Role, Status

_GENERAL = frozenset({EventType.ATTACK, EventType.KILLING})
_DEADLY = frozenset({EventType.KILLING, EventType.ASSASSINATION})
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "their", "its", "'s"])
_UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED})
#: Types whose words are too many and too vague for a shared participant to make them one.
_VAGUE = frozenset({EventType.OTHER, EventType.STATEMENT_OR_PROPAGANDA})
#: How many sentences into an article its headline's happening is told, and how far back a happening is told again.
_LEAD, _REACH = 3, 12
_STEM = 4
#: What a word that points back to a happening counts less than one that tells it, in roles.
_POINTS = 3


def merged(passage: Passage, triggers: Sequence[Trigger], told: Sequence[Account]) -> tuple[Account, ...]:
    """Return one account a happening, the others' words in ``also``; ``triggers`` belong to ``told`` one by one."""
    tellings = _Tellings(passage, triggers, told)
    groups: list[list[int]] = []
    for n in range(len(told)):
        same = next((group for group in reversed(groups) if tellings.one_of(group, n)), None)
        if same is None:
            groups.append([n])
        else:
            same.append(n)
    return tuple(sorted((_joined(passage, triggers, told, group) for group in groups), key=lambda account: account.trigger.start))


class _Tellings:
    """Compares the accounts of one article, which are told by triggers of the same number."""

    def __init__(self, passage: Passage, triggers: Sequence[Trigger], told: Sequence[Account]) -> None:
        self._sentences = passage.sentences
        self._triggers = triggers
        self._told = told
        self._named = frozenset(mention.key for mention in passage.found.entities if mention.named)
        self._headlined = self._first_violence()

    def _first_violence(self) -> tuple[int, int] | None:
        """Return the first violence of the headline and that of the story, where both are told."""
        violent = [n for n, trigger in enumerate(self._triggers) if trigger.type in VIOLENCE]
        title = [n for n in violent if self._sentences[self._triggers[n].sentence].title]
        story = [n for n in violent if n not in title]
        near = bool(title and story) and self._triggers[story[0]].sentence < _LEAD
        return (title[0], story[0]) if near else None

    def one_of(self, group: Sequence[int], n: int) -> bool:
        """Return whether account ``n`` tells the happening that the accounts of a group tell."""
        return all(self._can_be_one(earlier, n) for earlier in group) and any(self._told_again(earlier, n) for earlier in group)

    def _can_be_one(self, earlier: int, n: int) -> bool:
        """Whether nothing speaks against two accounts telling one happening; a headline may call it by another word."""
        one, other = self._told[earlier], self._told[n]
        violent = one.type in VIOLENCE and other.type in VIOLENCE
        alike = (earlier, n) == self._headlined or bool({one.type, other.type} & _GENERAL)
        if one.type != other.type and not (violent and alike):
            return False
        if not compatible(_undated(one, other), other) or (one.status in _UNREAL) != (other.status in _UNREAL):
            return False
        tolls = ((one.killed, other.killed), (one.injured, other.injured))
        if any(a is not None and b is not None and a != b for a, b in tolls):
            return False
        return not any(self._apart(one, other, role) for role in (Role.AGENT, Role.PATIENT))

    def _apart(self, one: Account, other: Account, role: Role) -> bool:
        """Whether both name who is in the role, and name others."""
        mine, theirs = self._named & set(one.keys(role)), self._named & set(other.keys(role))
        return bool(mine) and bool(theirs) and not mine & theirs

    def _told_again(self, earlier: int, n: int) -> bool:
        """Whether account ``n`` shows that it tells again what an earlier one told."""
        before, trigger = self._triggers[earlier], self._triggers[n]
        sentence, other = self._sentences[trigger.sentence], self._sentences[before.sentence]
        if trigger.sentence == before.sentence:
            return _in_apposition(sentence, before, trigger)
        if trigger.sentence - before.sentence > _REACH or is_reason(other, before.first):
            return False
        if points_back(sentence, trigger) or (other.title and not sentence.title and trigger.sentence < _LEAD):
            return True
        kind, alike = self._told[n].type, self._told[n].type == self._told[earlier].type
        stem = sentence.words[trigger.first][:_STEM] == other.words[before.first][:_STEM]
        definite = trigger.form == Form.NOUN and trigger.first > 0 and sentence.words[trigger.first - 1] in _DEFINITE
        if definite and alike and (stem or kind not in VIOLENCE):
            return True
        if stem and before.sentence < _LEAD and kind in VIOLENCE and (alike or {kind, self._told[earlier].type} <= _DEADLY):
            return True
        return self._shared(earlier, n) and kind not in _VAGUE and (stem or alike)

    def _shared(self, earlier: int, n: int) -> bool:
        """Whether both tell of one doer or one victim."""
        roles = (Role.AGENT, Role.PATIENT)
        return any(set(self._told[n].keys(role)) & set(self._told[earlier].keys(role)) for role in roles)


def _in_apposition(sentence: Sentence, before: Trigger, trigger: Trigger) -> bool:
    """Whether a noun only says what the happening before it was: "..., the deadliest attack this year"."""
    opens = max((at + 1 for at in range(before.last, trigger.first) if sentence.words[at] == ","), default=None)
    if opens is None or trigger.form != Form.NOUN or trigger.first - opens > _STEM:
        return False
    ranked = [w for w in sentence.words[opens + 1 : trigger.first] if w in _RANKED or w.endswith("est")]
    return sentence.words[opens] in ("the", "its", "their") and bool(ranked)


_RANKED = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "most", "worst", "largest"})


def _undated(one: Account, other: Account) -> Account:
    """Return the first account without a date that only its context gives it."""
    return one if one.date_span is not None and other.date_span is not None else replace(one, date=None)


def _joined(passage: Passage, triggers: Sequence[Trigger], told: Sequence[Account], group: Sequence[int]) -> Account:
    """Return the telling that says most, with what only the others say."""
    if len(group) == 1:
        return told[group[0]]
    best = max(group, key=lambda n: (_weight(told[n]) - _poorer(passage, triggers[n]), -n))
    account = told[best]
    for n in group:
        if n != best:
            account = _with(account, told[n])
    return replace(account, also=tuple(told[n].trigger for n in group if n != best))


def _claimed_by(account: Account, other: Account) -> bool:
    """Whether another telling says who claims what this one only alleges, or tells without a doer."""
    open_to_it = account.status == Status.ALLEGED or (account.status == Status.ASSERTED and not account.keys(Role.AGENT))
    return other.status == Status.CLAIMED and open_to_it


def _poorer(passage: Passage, trigger: Trigger) -> int:
    """Return by how much a headline, and a word that only points back, tell less than a sentence of the story."""
    sentence = passage.sentences[trigger.sentence]
    return 2 * sentence.title + _POINTS * points_back(sentence, trigger)


def _weight(account: Account) -> int:
    return len(account.fillers) + (account.date is not None) + (account.killed is not None) + (account.injured is not None)


def _with(account: Account, other: Account) -> Account:
    """Return the account with what it lacks, the more exact type, and as claimed where only the other says so."""
    kind = other.type if account.type in _GENERAL and other.type not in _GENERAL else account.type
    status = Status.CLAIMED if _claimed_by(account, other) else account.status
    return replace(with_missing(account, other), type=kind, status=status)
