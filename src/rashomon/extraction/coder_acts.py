"""Find the acts of a sentence: verbs and nouns that name something done, and how they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.coder_clauses import MODALS, depths, is_adverb, small
from rashomon.extraction.coder_verbal import is_verb
from rashomon.extraction.coder_words import Entry, Manner, Sense, noun_table, starts_with, verb_table
from rashomon.extraction.phrases import Form
from rashomon.model.words import MentionKind

_FINITE = (Form.PAST, Form.THIRD)
#: Kinds of mentions whose inner words name no act ("Trade Minister", "protest leaders").
_NAMING = frozenset({MentionKind.PERSON, MentionKind.GOVERNMENT, MentionKind.ORGANISATION, MentionKind.MEDIA, MentionKind.PLACE})


@dataclass(frozen=True, slots=True)
class Act:
    """A verb or noun that names something done: the words ``first`` up to and without ``last``.

    Args:
        group: position of the first word of the verb group ("has not been attacked").

        sense: what the verb may mean; ``None`` for a noun, whose code is in ``code``.

        modal: "will", "must", "may" or "".

        infinitive: whether "to" stands before it.

        depth: how many subordinate clauses it stands in.

        inner: whether it only describes the noun before it, and the clause goes on behind it ("rebels held in X were freed").
    """

    first: int
    last: int
    group: int
    form: Form
    sense: Sense | None = None
    code: str | None = None
    passive: bool = False
    negated: bool = False
    modal: str = ""
    infinitive: bool = False
    depth: int = 0
    inner: bool = False

    @property
    def noun(self) -> bool:
        """Whether it is a noun."""
        return self.sense is None

    def has(self, *manners: Manner) -> bool:
        """Return whether the verb has one of the manners."""
        return self.sense is not None and not self.sense.manners.isdisjoint(manners)


def find_acts(sentence: Sentence) -> tuple[Act, ...]:
    """Return the acts of a sentence in reading order, none inside another."""
    raw: list[tuple[int, Entry | None, str | None, int]] = []
    at = 0
    while at < len(sentence.words):
        entry = _verb_at(sentence, at)
        noun = None if entry is not None else _noun_at(sentence, at)
        if entry is not None:
            raw.append((at, entry, None, at + len(entry.words)))
        elif noun is not None:
            raw.append((at, None, noun[1], at + len(noun[0])))
        at = raw[-1][3] if raw and raw[-1][0] == at else at + 1
    says = frozenset(end for _, entry, _, end in raw if entry is not None and entry.sense.manners)
    deep = depths(sentence.words, _that_positions(sentence.words, says))
    return _with_inner(sentence.words, [_act(sentence, *found, deep) for found in raw])


def _with_inner(words: Sequence[str], acts: Sequence[Act]) -> tuple[Act, ...]:
    """Mark the participles and relative clauses inside a subject, whose verb comes later."""
    kept: list[Act] = []
    shallower = 0
    for number, deep in enumerate(acts):
        act = replace(deep, depth=max(0, deep.depth - shallower))
        later = next((other for other in acts[number + 1 :] if _finite(other)), None)
        if later is None or not _describes(words, act) or _cut(words, act.last, later.group):
            kept.append(act)
            continue
        relative = words[act.group - 1] in small("relatives")
        shallower += relative
        kept.append(replace(act, inner=True, passive=act.passive or not relative, depth=act.depth + (not relative)))
    return tuple(kept)


_PAST = (Form.PAST, Form.PARTICIPLE)


def _finite(act: Act) -> bool:
    return not act.noun and not act.infinitive and (act.form in (Form.PAST, Form.THIRD) or act.group < act.first)


def _describes(words: Sequence[str], act: Act) -> bool:
    """Whether a verb may stand in a relative clause, spelled out or not."""
    if act.noun or act.group == 0:
        return False
    if words[act.group - 1] in small("relatives"):
        return True
    following = words[act.last] if act.last < len(words) else ""
    return (
        act.form in _PAST
        and act.group == act.first
        and following in small("prepositions")
        and words[act.first - 1] not in (",", "and", "but")
    )


def _cut(words: Sequence[str], first: int, last: int) -> bool:
    """Whether words between two verbs say that a clause ends there."""
    between = words[first:last]
    ends = small("openers") | small("relatives") | {",", ";", ":", "that", "and", "but"}
    return last <= first or any(word in ends for word in between) or words[last - 1] in ("and", "but", ",")


def _that_positions(words: Sequence[str], ends: frozenset[int]) -> frozenset[int]:
    """Return the positions of "that" that opens what an operator says: right behind it, or a few words later."""
    found = set()
    for end in ends:
        for at in range(end, min(len(words), end + 6)):
            if words[at] == "that":
                found.add(at)
                break
    return frozenset(found)


def _verb_at(sentence: Sentence, at: int) -> Entry | None:
    for entry in verb_table().get(sentence.words[at], ()):
        if starts_with(sentence.words, at, entry.words) and is_verb(sentence, at, entry):
            return entry
    return None


def _noun_at(sentence: Sentence, at: int) -> tuple[tuple[str, ...], str] | None:
    for words, code in noun_table().get(sentence.words[at], ()):
        if starts_with(sentence.words, at, words) and not _in_a_name(sentence, at, at + len(words)):
            return words, code
    return None


def _in_a_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words are part of a name or of somebody's title."""
    if last < len(sentence.words) and sentence.words[last] in small("role_heads"):
        return True
    owner = sentence.owners[first]
    upper = sentence.tokens[first].text[:1].isupper() and first > 0
    if owner is None:
        return upper and sentence.tokens[first - 1].text[:1].isupper()
    if owner.named and upper:
        return True
    return owner.kind in _NAMING and sentence.after(owner) > last


def _act(sentence: Sentence, first: int, entry: Entry | None, code: str | None, last: int, deep: Sequence[int]) -> Act:
    if entry is None:
        return Act(first, last, first, Form.NOUN, None, code, depth=deep[first])
    words = sentence.words
    group, seen = _group(words, first)
    be = any(word in small("be") for word in seen)
    have = any(word in small("have") for word in seen)
    passive = entry.form in (Form.PAST, Form.PARTICIPLE) and (be or (last < len(words) and words[last] == "by" and not have))
    bare = not seen and entry.form == Form.PARTICIPLE
    modal = next((MODALS[word] for word in seen if word in MODALS), "") or _going_to(words, group)
    negated = any(word in small("negators") for word in seen)
    infinitive = words[group] == "to" and modal != "will"
    loose = entry.form == Form.GERUND and not be
    depth = deep[first] + (1 if loose or bare or (passive and not be) else 0)
    return Act(first, last, group, entry.form, entry.sense, None, passive or bare, negated, modal, infinitive, depth)


def _going_to(words: Sequence[str], group: int) -> str:
    """Return "will" before an infinitive behind "is about", "are going", "is set"."""
    if words[group] != "to" or group < 2:  # noqa: PLR2004 - two words before it
        return ""
    return (
        "will"
        if words[group - 1] in ("about", "going", "set", "due", "expected", "scheduled") and words[group - 2] in small("be")
        else ""
    )


def _group(words: Sequence[str], first: int) -> tuple[int, list[str]]:
    """Return where the verb group begins, and its small words before the verb, the nearest first."""
    seen: list[str] = []
    at = first - 1
    helping = small("be") | small("have") | small("do") | MODALS.keys()
    start = first
    while at >= 0:
        word = words[at]
        if word in helping or word == "to":
            start = at
            seen.append(word)
            if word == "to":
                break
        elif is_adverb(word) or word == "about":
            seen.append(word)
        else:
            break
        at -= 1
    return start, seen
