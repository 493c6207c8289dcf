"""Find the words that name an event, and its type, from the lists ``words/triggers.yaml`` and ``words/contexts.yaml``."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.phrases import Form, word_set
from rashomon.extraction.triggers_apart import is_reason, parted
from rashomon.extraction.triggers_lists import (
    VIOLENCE,
    Case,
    casualty_gerunds,
    noun_senses,
    plain_list,
    refinements,
    trigger_table,
)
from rashomon.model.reading import Mention
from rashomon.model.words import ACTOR_KINDS, EventType, MentionKind

_BE = frozenset(["was", "were", "been", "being", "is", "are", "be", "got", "get", "gets", "am"])
_SKIPPED = word_set("grammar.yaml", "between_auxiliary_and_verb")
_TO_BASE = word_set("grammar.yaml", "before_base_forms")
_NOUN_BEFORE = word_set("grammar.yaml", "before_nouns")
_NOUN_AFTER = word_set("grammar.yaml", "behind_nouns")
_CLOSING = frozenset("\"”’'")
_QUOTES = frozenset("\"“‘'")
_OBJECT_REACH = 7
_PLACING = word_set("grammar.yaml", "before_no_object")
_TOLD_AS = word_set("grammar.yaml", "told_as")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that names an event: the words from ``first`` up to and without ``last`` of a sentence."""

    sentence: int
    first: int
    last: int
    type: EventType
    form: Form
    passive: bool = False
    casualty: bool = False


def find_triggers(sentence: Sentence) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in reading order, each with its type; one happening of a clause has one."""
    found: list[Trigger] = []
    for at, hit in trigger_table().within(sentence.words, 0, len(sentence.words)):
        if _part_of_a_name(sentence, at, hit.end):
            continue
        form = _form(sentence, at, hit.end, hit.form)
        if form is None:
            continue
        casualty = hit.value.casualty or (form == Form.GERUND and sentence.words[at] in casualty_gerunds())
        trigger = Trigger(sentence.n, at, hit.end, EventType.OTHER, form, _passive(sentence, at, hit.end, form), casualty)
        noun = noun_senses().get(sentence.words[at : hit.end]) if form == Form.NOUN else None
        sense = noun or hit.value
        kind = sense.type or _chosen(sentence, trigger, sense.cases)
        if kind is not None:
            found.append(replace(trigger, type=_refined(sentence, trigger, kind)))
    return _merged(sentence, _without_needless_casualties(sentence, found))


def _part_of_a_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words are part of a longer name or thing ("attack helicopter", "Ministry of Defense Support")."""
    following = sentence.words[last] if last < len(sentence.words) else ""
    before = " ".join(sentence.words[max(0, first - 2) : first])
    if following in plain_list("not_before") or any(before.endswith(words) for words in plain_list("not_after")):
        return True
    if sentence.tokens[first].text == "March" and first:
        return True
    if any(date.span.start <= sentence.tokens[first].start < date.span.end for date in sentence.dates):
        return sentence.tokens[first].text[:1].isupper()
    if sentence.words[first] == "displaced" and _uprooted(sentence, first, following):
        return True
    owner = sentence.owners[first]
    if owner is None:
        return False
    inner = sentence.tokens[first].text
    weapon = owner.kind in (MentionKind.WEAPON, MentionKind.CIVILIANS, MentionKind.PERSON)
    return not weapon if not owner.named else inner[:1].isupper() or owner.kind == MentionKind.MEDIA


def _uprooted(sentence: Sentence, at: int, following: str) -> bool:
    """Whether "displaced" names people and tells nothing of them ("displaced families", "a camp for the displaced")."""
    before = sentence.words[at - 1 : at]
    return before not in _HAVE if following in _UPROOTED else before == ("the",)


#: Nouns before which "displaced" says what they are, and words behind which it says what was done to them.
_UPROOTED = frozenset(
    ["person", "persons", "people", "family", "families", "civilians", "residents", "children", "women", "camp", "camps"]
)
_HAVE = frozenset(
    {("have",), ("has",), ("had",), ("that",), ("which",), ("fighting",), ("violence",), ("were",), ("was",), ("been",)}
)


def _form(sentence: Sentence, first: int, last: int, listed: Form) -> Form | None:
    """Return the form the word has here: nouns and verbs are written alike ("attack", "raids", "release")."""
    if listed in (Form.PAST, Form.PARTICIPLE, Form.FIXED):
        return listed
    before = sentence.words[first - 1] if first else ""
    following = sentence.words[last] if last < len(sentence.words) else ""
    if sentence.words[last - 1].endswith("ing") and last - first == 1:
        framed = (before in _NOUN_BEFORE and not _governs(sentence, first)) or following == "of"
        noun = framed or sentence.words[first] not in casualty_gerunds()
        listed_noun = listed == Form.NOUN or following == "of" or (framed and sentence.words[first:last] in noun_senses())
        return Form.NOUN if noun and listed_noun else Form.GERUND
    if before in _TO_BASE or (first > 1 and before.endswith("ly") and sentence.words[first - 2] in _TO_BASE):
        return Form.BASE
    if _verb_like(sentence, first, before, following):
        return Form.THIRD
    if sentence.words[first] in _ONLY_VERBS and before not in _ATTRIBUTES:
        return Form.BASE
    return Form.NOUN if sentence.words[first:last] in noun_senses() else None


#: Adjectives before people whom verbs are written like ("a new recruit").
_ATTRIBUTES = frozenset({"new", "fresh", "raw", "young", "former", "recent", "foreign", "local", "teenage", "first"})


def _governs(sentence: Sentence, first: int) -> bool:
    """Whether "of killing", "for bombing" has whom it was done to right behind it, so that it is a verb."""
    at = first + 1
    if sentence.words[first - 1] not in ("of", "for", "by", "after", "before") or at >= len(sentence.words):
        return False
    opens = sentence.words[at][0].isdigit() or sentence.words[at] in (
        "the",
        "a",
        "an",
        "at",
        "two",
        "three",
        "four",
        "five",
        "six",
    )
    return opens or sentence.owners[at] is not None


def _verb_like(sentence: Sentence, first: int, before: str, following: str) -> bool:
    """Whether a word stands where a verb would: behind an actor, and not between the words that frame a noun."""
    if before in _NOUN_BEFORE or following in _NOUN_AFTER or before.isdigit():
        return False
    owner = sentence.owners[first - 1] if first else None
    return owner is not None and owner.kind in ACTOR_KINDS and following not in ("", ".", ",", "of", "on")


#: Base and third forms that are never nouns.
_ONLY_VERBS = word_set("grammar.yaml", "never_nouns")


def _passive(sentence: Sentence, first: int, last: int, form: Form) -> bool:
    """Whether the verb is in the passive: after a form of "be", or a bare participle with "by" behind it."""
    if form not in (Form.PAST, Form.PARTICIPLE, Form.FIXED):
        return False
    at = first - 1
    while at >= 0 and (sentence.words[at] in _SKIPPED or sentence.words[at] in _QUOTES or sentence.words[at].endswith("ly")):
        at -= 1
    if at >= 0 and (sentence.words[at] in _BE or sentence.words[at] in _TOLD_AS or _joined_to_passive(sentence, at, last)):
        return True
    following = tuple(word for word in sentence.words[last : last + 2] if word not in _CLOSING)
    bare = form == Form.PARTICIPLE or sentence.words[first] == "taken"
    if bare and (at < 0 or sentence.words[at] not in ("have", "has", "had", "having")):
        return True
    if first and sentence.words[first] in _SENT and sentence.words[first - 1] in _FLYING and following[:1] in _WHENCE:
        return True
    before = first - 1 - (first > 1 and sentence.words[first - 1] == ",")
    owner = sentence.owners[before] if first else None
    listed = sentence.words[first] in plain_list("undergone") or (sentence.title and sentence.words[first] in _IN_TITLES)
    undergone = listed and owner is not None and owner.kind in ACTOR_KINDS
    return following[:1] == ("by",) or (undergone and not _object_follows(sentence, last))


#: What titles say without "was" ("Peace committee volunteers targeted in Matani").
_IN_TITLES = frozenset(["targeted", "raided", "attacked", "hit", "struck"])
#: What is done to bullets and the like, and the words behind it where it is ("hit by bullets fired from a car").
_SENT = frozenset(["fired", "launched", "hurled", "thrown", "lobbed", "dropped", "shot"])
_FLYING = frozenset(
    ["bullets", "bullet", "shots", "rounds", "rockets", "missiles", "shells", "grenades", "bombs", "drones", "mortars"]
)
_WHENCE = (("from",), ("by",), ("into",), ("towards",), ("toward",), ("across",), ("over",))


def _joined_to_passive(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a verb goes on a passive and has no object of its own: "were killed, wounded or abducted"."""
    begins = at
    while begins > 0 and (sentence.words[begins] in _LISTING or sentence.words[begins] in plain_list("undergone")):
        begins -= 1
    listed = begins < at and sentence.words[at] in _LISTING and sentence.words[begins] in _BE
    return listed and not _object_follows(sentence, last)


_LISTING = frozenset({",", "and", "or"})


def _object_follows(sentence: Sentence, at: int) -> bool:
    """Whether what the verb is done to can begin at the position: no mark, date, preposition or adverb stands there."""
    if at >= len(sentence.words):
        return False
    word, start = sentence.words[at], sentence.tokens[at].start
    dated = any(date.span.start <= start < date.span.end for date in sentence.dates)
    return not (dated or word in _NO_OBJECT or word in _PLACING or word.endswith("ly") or not word[0].isalnum())


#: Words that go on after a verb whose object is not named behind it.
_NO_OBJECT = word_set("grammar.yaml", "no_objects")


def _chosen(sentence: Sentence, trigger: Trigger, cases: Sequence[Case]) -> EventType | None:
    """Return the type of the first case that holds, ``None`` where none does."""
    first, last = sentence.clause_bounds(trigger.first)
    words = sentence.words[first:last]
    for case in cases:
        if case.near and not any(_contains(words, phrase) for phrase in case.near):
            continue
        if case.objects and not (_target_kinds(sentence, trigger) & case.objects):
            continue
        if case.agents and not (_doer_kinds(sentence, trigger) & case.agents):
            continue
        return case.type
    return None


def _contains(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    if len(phrase) == 1:
        return phrase[0] in words
    return any(tuple(words[at : at + len(phrase)]) == phrase for at in range(len(words) - len(phrase) + 1))


def _target_kinds(sentence: Sentence, trigger: Trigger) -> set[MentionKind]:
    """Return the kind of what the verb is done to, as far as its neighbours show."""
    if trigger.passive:
        return _doer_kinds(sentence, replace(trigger, passive=False))
    for at in range(trigger.last, min(trigger.last + _OBJECT_REACH, len(sentence.words))):
        owner = sentence.owners[at]
        if owner is not None:
            return {owner.kind}
        if sentence.words[at] in _PLACING and trigger.form != Form.NOUN:
            return set()
    return set()


def _doer_kinds(sentence: Sentence, trigger: Trigger) -> set[MentionKind]:
    if trigger.passive:
        by = next((at for at in range(trigger.last, len(sentence.words)) if sentence.words[at] == "by"), None)
        owners = sentence.owners[by + 1 : by + 4] if by is not None else ()
        return {owner.kind for owner in owners if owner is not None}
    first, _ = sentence.clause_bounds(trigger.first)
    mentions: list[Mention] = list(sentence.mentions_between(first, trigger.first)) or list(
        sentence.mentions_between(0, trigger.first)
    )
    return {mention.kind for mention in mentions[-2:]}


def _refined(sentence: Sentence, trigger: Trigger, kind: EventType) -> EventType:
    first, last = sentence.clause_bounds(trigger.first)
    for refinement in refinements():
        hits = refinement.words.within(sentence.words, first, last) if kind in refinement.sources else ()
        own = (at for at, _ in hits if not is_reason(sentence, at))
        if any(not parted(sentence, min(at, trigger.first), max(at, trigger.last)) for at in own):
            return refinement.to
    return kind


def _without_needless_casualties(sentence: Sentence, found: list[Trigger]) -> list[Trigger]:
    """Leave out "killed" and "died" where another word of the sentence names what killed; keep one of several."""
    violent = [trigger for trigger in found if not trigger.casualty and trigger.type in VIOLENCE]
    if violent:
        return [
            t for t in found if not t.casualty or (is_own_deed(sentence, t) and not any(_with(sentence, t, v) for v in violent))
        ]
    kept: list[Trigger] = []
    for trigger in found:
        harmless = trigger.casualty and sentence.words[trigger.first].startswith(("injur", "wound", "maim", "hurt"))
        if not (trigger.casualty and (harmless or any(other.casualty for other in kept))):
            kept.append(trigger)
    return kept


def _with(sentence: Sentence, trigger: Trigger, other: Trigger) -> bool:
    """Whether a word of killing stands in one clause with another deed, and not behind a phrase that only dates by that one."""
    if sentence.clauses[trigger.first] != sentence.clauses[other.first]:
        return False
    dating = not _DATING.isdisjoint(sentence.words[max(0, other.first - _DOER_REACH) : other.first])
    return not (dating and "," in sentence.words[other.last : trigger.first])


#: Words before a deed by which another is dated ("a week after an air strike, the group killed six").
_DATING = frozenset({"after", "before", "following", "since"})
#: Words between who kills and "killed".
_DOER_REACH = 3


def is_own_deed(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether a word of killing says by itself who killed: "police killed two", "was killed by commandos"."""
    if sentence.title or not sentence.words[trigger.first].startswith("kill") or trigger.form == Form.GERUND:
        return False
    if trigger.passive:
        reach = sentence.words[trigger.last : trigger.last + 2]
        return "by" in reach and bool(_doer_kinds(sentence, trigger) & _DOERS)
    first, _ = sentence.clause_bounds(trigger.first)
    doers = [m for m in sentence.mentions_between(first, trigger.first) if m.kind in _DOERS]
    gap = sentence.words[sentence.after(doers[-1]) : trigger.first] if doers else ()
    return bool(doers) and len(gap) <= _DOER_REACH and _NOT_BETWEEN.isdisjoint(gap) and _BE.isdisjoint(gap)


_DOERS = frozenset({MentionKind.GROUP, MentionKind.FORCE, MentionKind.PERSON})
_NOT_BETWEEN = word_set("grammar.yaml", "prepositions") | frozenset(["said", "says", "who", "that", "which", ",", "claimed"])


def _merged(sentence: Sentence, found: list[Trigger]) -> tuple[Trigger, ...]:
    """Make one of two neighbours of one clause that can be one happening: the more exact word stays."""
    kept: list[Trigger] = []
    for trigger in found:
        if kept and _one_happening(sentence, kept[-1], trigger):
            if _rank(trigger) > _rank(kept[-1]):
                kept[-1] = trigger
        else:
            kept.append(trigger)
    return tuple(kept)


def _rank(trigger: Trigger) -> int:
    return VIOLENCE.index(trigger.type) if trigger.type in VIOLENCE else -1


def _one_happening(sentence: Sentence, one: Trigger, other: Trigger) -> bool:
    if sentence.clauses[one.first] != sentence.clauses[other.first]:
        return False
    between = sentence.words[one.last : other.first]
    if "," in between or "and" in between or "or" in between or parted(sentence, one.last, other.first):
        return False
    if one.type == other.type:
        return True
    both = {one.type, other.type}
    general = both & {EventType.ATTACK, EventType.KILLING}
    if general and both <= set(VIOLENCE) and EventType.ARMED_CLASH not in both:
        return True
    return both in ({EventType.BOMBING, EventType.SUICIDE_ATTACK}, {EventType.BOMBING, EventType.ASSASSINATION})
