"""What an event is called: its kind where the words name it, and whom it was done to where they say so right beside it."""

import re

from rashomon.exports.briefs.contract import Ground
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.words import EventType, Status
from rashomon.store.views import AccountView, Named

#: Kinds that are done to a person, and kinds that are aimed at something, with the word before it.
_DONE_TO = frozenset({EventType.ASSASSINATION, EventType.KILLING, EventType.KIDNAPPING, EventType.ARREST})
_AIMED = frozenset(
    {
        EventType.ATTACK,
        EventType.AIRSTRIKE,
        EventType.DRONE_OR_MISSILE_STRIKE,
        EventType.SHELLING_OR_ROCKET,
        EventType.SUICIDE_ATTACK,
    }
)
#: What did not happen, or not yet, is not counted.
_ASIDE = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED, Status.DENIED})
#: What stands between the event and the name: "of Iranian commander", "against the".
_OF, _ON = r"(?:of\s+)?(?:[\w’'-]+\s+){0,3}", r"(?:on|against)\s+(?:the\s+)?"
#: "An operation to retake", "would attack": nobody says that it was done.
_MEANT = re.compile(
    r"(?<!due )(?<!thanks )\b(?:to|would|will|could|may|might|should)\s+(?:[a-z]+ly\s+)?"
    r"(?:(?:carry out|launch|stage|conduct|mount|commit|begin|start|plan|attempt)\s+(?:[\w-]+\s+){0,3})?$"
)
_ENDS = re.compile(r"(?![’']s\b)(?:\W|$)")
_STOPS = re.compile(
    r"\s+(?!(?:in|on|at|by|and|as|was|were|with|after|before|during|when|last|late|early|this|from|near|outside)\b)[a-z]"
)


def is_named_kind(view: AccountView, rests: Ground, say: Catalogue) -> bool:
    """Return whether words speak of the kind of event that an account is, and not only of what somebody means to do."""
    before = rests.words[: max(0, view.account.trigger.start - rests.start)]
    meant = view.account.status not in _ASIDE and _MEANT.search(before) is not None
    return not meant and speaks_of(say(f"brief.cue.{view.account.type}"), rests.words)


def speaks_of(cue: str, words: str) -> bool:
    """Return whether a word begins as a cue says."""
    return re.search(rf"(?<!\w)(?:{cue})", words, re.IGNORECASE) is not None


def what_of(view: AccountView, rests: Ground, say: Catalogue) -> str:
    """Return "a bombing", "more than one bombing" or "an assassination of NAME"; "an event" where the words name no kind."""
    if not is_named_kind(view, rests, say):
        return say("brief.what.other")
    return f"{_several(view, rests, say) or say.code('brief.what', _said_kind(view, rests, say))}{target_of(view, rests, say)}"


def _several(view: AccountView, rests: Ground, say: Catalogue) -> str | None:
    """Return "96 attacks" or "more than one attack"; ``None`` where the words name a single one."""
    if not are_many(view, rests, say):
        return None
    number = number_of(view, rests, say)
    if number is None:
        return say("brief.more_than_one", kind=bare_kind(view, rests, say))
    return f"{number} {say(f'brief.whats.{_said_kind(view, rests, say)}')}"


def number_of(view: AccountView, rests: Ground, say: Catalogue) -> str | None:
    """Return the number right before the word that names several events, with its hedge: "more than 100"; ``None`` for none."""
    if not are_many(view, rests, say) or view.account.status in _ASIDE:
        return None
    found = re.search(say("brief.cue.number_of"), rests.words[: view.account.trigger.end - rests.start], re.IGNORECASE)
    return None if found is None else " ".join(found[1].lower().split())


def _said_kind(view: AccountView, rests: Ground, say: Catalogue) -> str:
    """Return the kind as strongly as the words have it: what only exploded is no bombing, a killing no assassination."""
    kind = view.account.type.value
    strict = say.texts.get(f"brief.strict.{kind}")
    return kind if strict is None or speaks_of(strict, rests.words) else say(f"brief.milder.{kind}")


def kind_of(view: AccountView, rests: Ground, say: Catalogue) -> str:
    """Return the kind without its article, and many of a kind as such: "bombing", "96 attacks", "assassination of NAME"."""
    if are_many(view, rests, say):
        number = number_of(view, rests, say)
        kinds = say(f"brief.whats.{_said_kind(view, rests, say)}")
        return f"{'' if number is None else f'{number} '}{kinds}{target_of(view, rests, say)}"
    return f"{bare_kind(view, rests, say)}{target_of(view, rests, say)}"


def bare_kind(view: AccountView, rests: Ground, say: Catalogue) -> str:
    """Return "bombing"; "event" where the words name no kind."""
    named = is_named_kind(view, rests, say)
    noun = say.code("brief.what", _said_kind(view, rests, say)) if named else say("brief.what.other")
    return noun.removeprefix("a ").removeprefix("an ")


def are_many(view: AccountView, rests: Ground, say: Catalogue) -> bool:
    """Return whether the word that names the event names several of its kind ("bombings")."""
    trigger = _trigger(view, rests)
    last = trigger.rpartition(" ")[2].lower()
    known = f"brief.whats.{view.account.type}" in say.texts and is_named_kind(view, rests, say)
    return known and re.fullmatch(say("brief.cue.many"), last) is not None


def _trigger(view: AccountView, rests: Ground) -> str:
    start, end = view.account.trigger.start - rests.start, view.account.trigger.end - rests.start
    return rests.words[start:end] if 0 <= start < end <= len(rests.words) else ""


def target_of(view: AccountView, rests: Ground, say: Catalogue) -> str:
    """Return " of NAME" or " on NAME" where the words name it right beside the event; else nothing."""
    one = _target(view, rests)
    if one is None:
        return ""
    return say("brief.done_to" if view.account.type in _DONE_TO else "brief.aimed_at", name=one.name)


def targets(view: AccountView, rests: Ground) -> tuple[str, ...]:
    """Return the name that `target_of` has, as the ledger links it."""
    one = _target(view, rests)
    return () if one is None else (one.name,)


def _target(view: AccountView, rests: Ground) -> Named | None:
    if view.account.type not in _DONE_TO | _AIMED or not _trigger(view, rests):
        return None
    before = rests.words[: view.account.trigger.start - rests.start]
    after = rests.words[view.account.trigger.end - rests.start :]
    done = view.account.type in _DONE_TO
    for one in view.patients:
        if one.id is None or not re.match(r"(?!the\b)(?:\w+\s+){0,3}[A-Z]", one.words):
            continue
        name = re.escape(one.words)
        behind = re.match(rf"\s+{_OF if done else _ON}{name}", after)
        if behind is not None and _is_whole(after[behind.end() :]):
            return one
        if done and re.search(rf"(?<!\w){name},?\s+(?:was|were|had been|has been|is)\s+(?:\w+\s+)?$", before):
            return one
    return None


def _is_whole(rest: str) -> bool:
    """Return whether a name ends here: no "commander" or "members" follows, nor a possession."""
    return _ENDS.match(rest) is not None and _STOPS.match(rest) is None
