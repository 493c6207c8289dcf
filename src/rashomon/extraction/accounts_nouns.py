"""Who stands behind violence that a noun names, where neither an owner nor a "by" says so."""

from rashomon.extraction.accounts_subjects import OBJECT_REACH, objects, subjects
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.entity_words import DETERMINERS
from rashomon.extraction.phrases import word_set
from rashomon.extraction.triggers import Trigger
from rashomon.extraction.triggers_apart import parted
from rashomon.extraction.triggers_lists import VIOLENCE
from rashomon.model.reading import Mention
from rashomon.model.words import EventType, MentionKind

#: Types of what states do to others.
_BY_STATES = (
    EventType.AIRSTRIKE,
    EventType.DRONE_OR_MISSILE_STRIKE,
    EventType.SHELLING_OR_ROCKET,
    EventType.OFFENSIVE_LAUNCHED,
    EventType.WITHDRAWAL,
)
#: Characters between a country's adjective and the noun, at most.
_ADJECTIVES = 24
_APART = word_set("grammar.yaml", "prepositions") | {"a", "an", "the", "its", "their"}
#: Verbs whose subject did the violence that is named behind them.
_KILLING = frozenset(["killed", "kills", "kill", "wounded", "injured"])
#: Words between "killed" and how many.
_NEAR = 3
_BE = frozenset(["was", "were", "been", "be", "is", "are", "being"])
#: What leads to who is blamed, and the verbs before it.
_BLAMED = frozenset(["blamed", "blame", "blames", "blaming", "pinned", "pin", "pins"])
_ASCRIBED = frozenset(["attributed", "attributes", "attribute", "attributing", "ascribed"])
_LEADS = {"on": _BLAMED, "upon": _BLAMED, "to": _ASCRIBED}
#: What says that it is not so, within so many words before.
_UNTRUE = frozenset(["not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "wrongly", "falsely", "mistakenly"])
_FAR = 10
#: What leads from one happening to another, and from a deed to what it is done about.
_ON_TO = frozenset(["followed", "follows", "preceded", "precedes", "despite", "amid"])
_ABOUT = frozenset(["over", "about", "despite", "amid", "since", "against"])
#: What a deed is called when the words behind "of" name who did it ("the handiwork of the rebels").
_WORK = frozenset(["work", "handiwork", "doing"])


def nation(passage: Passage, sentence: Sentence, trigger: Trigger) -> tuple[Mention, ...]:
    """Return whose strike it is, where only a country's adjective stands before the noun ("an Orulandic drone strike")."""
    if trigger.type not in _BY_STATES:
        return ()
    start, text = sentence.tokens[trigger.first].start, passage.article.text
    inside = (m for m in passage.found.entities if sentence.start <= m.span.start and 0 <= start - m.span.end <= _ADJECTIVES)
    return tuple(m for m in inside if m.kind == MentionKind.COUNTRY and _plain(text[m.span.end : start]))[-1:]


def _plain(gap: str) -> bool:
    """Whether only adjectives and nouns stand between."""
    return all(word.isalpha() and word.islower() and word not in _APART for word in gap.replace("-", " ").split())


def is_work(sentence: Sentence, at: int) -> bool:
    """Return whether the "of" at this position names who did it ("the attack was the work of the rebels")."""
    return sentence.words[at] == "of" and sentence.words[at - 1] in _WORK


def worked(sentence: Sentence, first: int, last: int) -> tuple[Mention, ...]:
    """Return whose work it is said to be between two positions; nobody where it is said not to be."""
    at = next((at for at in range(max(1, first), last) if is_work(sentence, at)), None)
    return objects(sentence, at + 1) if at is not None and not _untrue(sentence, at) else ()


def _untrue(sentence: Sentence, at: int) -> bool:
    """Whether what leads to who did it is denied, or called false ("was not the work of", "was wrongly blamed on")."""
    first, _ = sentence.clause_bounds(at)
    return not _UNTRUE.isdisjoint(sentence.words[max(first, at - _FAR) : at])


def is_blame(sentence: Sentence, trigger: Trigger, at: int) -> bool:
    """Return whether the word at this position leads to who is blamed ("the attack was blamed on the rebels")."""
    word, first = sentence.words[at], sentence.clause_bounds(trigger.first)[0]
    before = range(max(first, trigger.first - _NEAR), at)
    return word in _LEADS and any(
        sentence.words[n] in _LEADS[word] for n in before if n not in range(trigger.first, trigger.last)
    )


def blamed_on(sentence: Sentence, trigger: Trigger) -> tuple[Mention, ...]:
    """Return on whom violence is blamed in its clause, behind it; nobody where it is not, or wrongly."""
    _, last = sentence.clause_bounds(trigger.first)
    at = next((at for at in range(trigger.last, min(last, trigger.last + OBJECT_REACH)) if is_blame(sentence, trigger, at)), None)
    return objects(sentence, at + 1) if at is not None and not _untrue(sentence, at) else ()


def follows(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether words between two positions lead on to another happening ("the attack followed a visit by X")."""
    return parted(sentence, first, last) or not _ON_TO.isdisjoint(sentence.words[first:last])


def is_occasion(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a deed is only what something else was done about ("imposed sanctions over the massacre")."""
    return any(sentence.words[at] in _ABOUT and sentence.words[at + 1] in DETERMINERS for at in range(first, last - 1))


def is_where(sentence: Sentence, owner: Mention, trigger: Trigger) -> bool:
    """Return whether a country named right before a blast is where it was ("the toll of the Somalia blast")."""
    named = owner.kind == MentionKind.COUNTRY and owner.text.lower().removeprefix("the ") == owner.name.lower()
    return named and sentence.after(owner) == trigger.first and sentence.words[trigger.first] in _SOMEWHERE


#: What countries do not do themselves.
_SOMEWHERE = frozenset(
    [
        "blast",
        "blasts",
        "explosion",
        "explosions",
        "bombing",
        "bombings",
        "bomb",
        "shooting",
        "massacre",
        "ambush",
        "siege",
        "clashes",
    ]
)


def deaths_before(passage: Passage, sentence: Sentence, trigger: Trigger) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return who killed whom, where the verb stands before the noun in its clause ("troops killed six in a raid")."""
    first, _ = sentence.clause_bounds(trigger.first)
    at = next((at for at in range(first, trigger.first) if sentence.words[at] in _KILLING), None)
    if at is None or trigger.type not in VIOLENCE or sentence.words[at - 1] in _BE:
        return (), ()
    killed = objects(sentence, at + 1)
    counted = any(0 < sentence.first_word(passage.found.numbers[n]) - at <= _NEAR for n in sentence.numbers)
    return (subjects(passage, sentence, at) if killed or counted else ()), killed
