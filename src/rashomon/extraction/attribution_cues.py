"""Find the cues of attribution in a sentence ("said", "according to", "claimed responsibility"), from ``words/cues.yaml``."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.phrases import (
    Form,
    PhraseTable,
    fixed_phrases,
    plain_words,
    verb_entries,
    verb_forms,
    word_set,
    words_of,
)
from rashomon.model.words import ACTOR_KINDS, Stance


class CueKind(StrEnum):
    """How a cue stands to its source and content."""

    VERB = "verb"
    FIXED = "fixed"
    ACCORDING = "according"
    AS_SAYING = "as saying"


@dataclass(frozen=True, slots=True)
class Cue:
    """The words from ``first`` up to and without ``last`` of a sentence; ``strict`` cues need a clear content."""

    first: int
    last: int
    stance: Stance
    kind: CueKind
    form: Form
    strict: bool = False
    telling: bool = False
    citing: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class _Listed:
    stance: Stance
    kind: CueKind
    strict: bool = False
    telling: bool = False
    citing: bool = False


_BE = frozenset(["was", "were", "been", "being", "is", "are", "be"])
_ADJECTIVAL = word_set("grammar.yaml", "before_participles")
_SUBJECT_WORDS = word_set("grammar.yaml", "before_cues")
#: Marks behind which a sentence begins: "(AP) — Suspected rebels".
_DASHES = frozenset("-–—")
_TO = word_set("grammar.yaml", "before_infinitives")


@functools.cache
def _cue_table() -> PhraseTable[_Listed]:
    lists = words_of("cues.yaml")
    strict, telling, citing = set(lists["strict"]), set(lists["telling"]), set(lists["citing"])
    entries = list(fixed_phrases(("as saying", "as telling"), _Listed(Stance.ASSERTS, CueKind.AS_SAYING)))
    for phrase in lists["according"]:
        entries += fixed_phrases((phrase,), _Listed(Stance.ASSERTS, CueKind.ACCORDING, citing=phrase in citing))
    for name, phrases in lists["fixed"].items():
        entries += fixed_phrases(phrases, _Listed(Stance(name), CueKind.FIXED))
    for name, verbs in lists["verbs"].items():
        for verb in verbs:
            entries += verb_entries((verb,), _Listed(Stance(name), CueKind.VERB, verb in strict, verb in telling))
    return PhraseTable(entries)


@functools.cache
def _negations() -> PhraseTable[bool]:
    return PhraseTable(fixed_phrases(words_of("cues.yaml")["nobody"], True))


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """Return the cues of a sentence in reading order; words that only look like cues ("alleged attack") are left out."""
    found: list[Cue] = []
    for at, hit in _cue_table().within(sentence.words, 0, len(sentence.words)):
        listed = hit.value
        cue = Cue(at, hit.end, listed.stance, listed.kind, hit.form, listed.strict, listed.telling, listed.citing)
        if _inside_name(sentence, at, hit.end):
            continue
        if listed.kind == CueKind.VERB:
            cue = replace(cue, passive=_passive(sentence, cue))
            if not _is_verb(sentence, cue):
                continue
        found.append(cue)
    found = _without_quoting(sentence, found)
    found += _unlisted(sentence, found)
    return tuple(sorted(found, key=lambda cue: cue.first))


def _inside_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words belong to a name, or describe the noun behind them ("suspected militants")."""
    owner = sentence.owners[first]
    return owner is not None and (owner.named or sentence.after(owner) > last)


def _without_quoting(sentence: Sentence, found: list[Cue]) -> list[Cue]:
    """Leave out "quoted" where "as saying" follows: the two are one cue."""
    sayings = [cue.first for cue in found if cue.kind == CueKind.AS_SAYING]
    quoting = plain_cue_words("citing")
    return [
        cue
        for cue in found
        if cue.kind == CueKind.AS_SAYING
        or sentence.words[cue.first] not in quoting
        or not any(0 < saying - cue.first <= _QUOTED_REACH for saying in sayings)
    ]


#: Words from "quoted" to "as saying".
_QUOTED_REACH = 14


def _unlisted(sentence: Sentence, found: Sequence[Cue]) -> Iterator[Cue]:
    """Yield verbs that no list has but that stand as a cue does: '..." marvelled X'."""
    taken = {cue.first for cue in found}
    for at in range(1, len(sentence.words) - 1):
        closes = sentence.words[at - 1] in ("”", '"', "»") and sentence.quoted[at - 2] and not sentence.quoted[at]
        owner = sentence.owners[at + 1]
        speaks = owner is not None and owner.kind in ACTOR_KINDS and sentence.owners[at] is None
        if closes and speaks and at not in taken and sentence.words[at].endswith("ed"):
            yield Cue(at, at + 1, Stance.ASSERTS, CueKind.VERB, Form.PAST)


def _passive(sentence: Sentence, cue: Cue) -> bool:
    at = cue.first - 1
    while at > 0 and (sentence.words[at] in ("also", "being", "widely", "not") or sentence.words[at].endswith("ly")):
        at -= 1
    return cue.form in (Form.PAST, Form.PARTICIPLE) and at >= 0 and sentence.words[at] in _BE


def _is_verb(sentence: Sentence, cue: Cue) -> bool:
    """Whether the word is used as a verb that somebody says something with."""
    words, at = sentence.words, cue.first
    before = words[at - 1] if at else ""
    if (
        words[cue.last : cue.last + 1] in (("'s",), ("’s",))
        or _is_deed(sentence, cue)
        or _describes(sentence, cue)
        or _told_of(sentence, cue)
    ):
        return False
    if cue.form in (Form.PAST, Form.PARTICIPLE):
        of_whom = cue.stance == Stance.ACCUSES and not cue.passive and words[cue.last : cue.last + 1] == ("of",)
        if of_whom or (cue.stance == Stance.ACCUSES and (before in _DASHES or not at)):
            return False
        return (
            cue.passive
            or before not in _ADJECTIVAL
            or (before == "that" and sentence.owners[at] is None and words[cue.last : cue.last + 1] != ())
        )
    if cue.form == Form.GERUND:
        return before in (",", "and", "by", "without") or (at > 0 and sentence.owners[at - 1] is not None)
    that = words[cue.last : cue.last + 1] == ("that",)
    nounlike = cue.form == Form.BASE and words[at] in plain_cue_words("nounlike") and not that
    return not nounlike and _present_verb(sentence, cue, before)


#: Words behind a verb in which something said must stand, where it is a cue only then.
_SAID_REACH = 5


@functools.cache
def _deeds() -> frozenset[str]:
    """Every form of the verbs that mean deeds as well."""
    return frozenset(form for verb in words_of("cues.yaml")["of_words"] for form in verb_forms(verb))


def _is_deed(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb that is also one of deeds has nothing said behind it ("withdrew from the town")."""
    said = plain_cue_words("said_things")
    return sentence.words[cue.first] in _deeds() and said.isdisjoint(sentence.words[cue.last : cue.last + _SAID_REACH])


def _told_of(sentence: Sentence, cue: Cue) -> bool:
    """Whether the word says what is told of who stands before it: "commander reported killed"."""
    told = sentence.words[cue.first] in word_set("grammar.yaml", "told_as")
    return told and not word_set("grammar.yaml", "reported_as").isdisjoint(sentence.words[cue.last : cue.last + 1])


def _describes(sentence: Sentence, cue: Cue) -> bool:
    """Whether a participle inside a quotation stands beside an adjective before a noun ("important and blessed thing")."""
    at = cue.first
    inside = at > 1 and sentence.quoted[at] and sentence.quoted[at - 1]
    return (
        inside
        and cue.form in (Form.PAST, Form.PARTICIPLE)
        and not cue.passive
        and sentence.words[at - 1] in ("and", ",")
        and not any(owner is not None for owner in sentence.owners[max(0, at - _SAID_REACH) : at])
    )


@functools.cache
def _answering() -> frozenset[str]:
    """Past forms of the verbs behind which something said is a noun: "rejected reports", "denied claims"."""
    verbs = words_of("cues.yaml")["verbs"]["denies"]
    return frozenset(form for verb in verbs if " " not in verb for form in verb_forms(verb) if form.endswith("ed"))


def _present_verb(sentence: Sentence, cue: Cue, before: str) -> bool:
    """Whether a present or base form, which may be a noun too, stands where a verb does."""
    owner = sentence.owners[cue.first - 1] if cue.first else None
    if before in _answering() and cue.last < len(sentence.words):
        return False
    if owner is not None and owner.kind in ACTOR_KINDS:
        return True
    if before in (",", "”", '"', "’") and cue.form == Form.THIRD:
        return any(owner is not None for owner in sentence.owners[cue.last : cue.last + 3])
    if before in _TO:
        return before in ("would", "did", "not", "will") and cue.stance in (Stance.DENIES, Stance.ASSERTS)
    return before in _SUBJECT_WORDS or before.endswith("ly") or before in ("and", ")", "”")


def negated(sentence: Sentence, cue: Cue) -> bool:
    """Return whether the cue is denied ("did not say", "has never claimed")."""
    before = sentence.words[max(0, cue.first - 3) : cue.first]
    return any(word in ("not", "never", "nor") or word.endswith("n't") for word in before) and cue.kind == CueKind.VERB


def nobody(sentence: Sentence, cue: Cue) -> bool:
    """Return whether the text says that nobody did what the cue says."""
    first, _ = sentence.clause_bounds(cue.first)
    return bool(_negations().within(sentence.words, max(first, cue.first - 8), cue.first))


@functools.cache
def _turns() -> tuple[tuple[Stance, PhraseTable[bool]], ...]:
    return tuple((Stance(name), PhraseTable(fixed_phrases(rows, True))) for name, rows in words_of("cues.yaml")["turns"].items())


#: How many words into the content a denial shows itself.
_DENIAL_REACH = 7


def turned(sentence: Sentence, stance: Stance, first: int, last: int) -> Stance:
    """Return the stance that the content gives a neutral cue: "said Y was behind it" accuses."""
    if stance != Stance.ASSERTS:
        return stance
    for other, table in _turns():
        end = min(last, first + _DENIAL_REACH) if other == Stance.DENIES else last
        if table.within(sentence.words, first, end):
            return other
    return Stance.DENIES if _called_false(sentence, first, last) else stance


def _called_false(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a content ends by saying that something told is not true ("rumours that ... were false")."""
    untrue = sentence.words[last - 1] in plain_cue_words("untrue")
    return untrue and not _BE.isdisjoint(sentence.words[max(first, last - _COPULA) : last - 1])


#: Words from "were" to "false", at most.
_COPULA = 4


@functools.cache
def _own_deeds() -> PhraseTable[bool]:
    return PhraseTable(verb_entries(words_of("cues.yaml")["deeds"], True))


#: What a side "announced the ... of" did itself.
_DONE = frozenset(
    ["targeting", "bombing", "shelling", "killing", "destruction", "downing", "execution", "assassination", "capture", "ambush"]
)
_OWN = frozenset({"it", "its", "they", "their", "to", "we", "our"})
_NOT = frozenset({"not", "never", "no", "would", "will", "could", "might", "may"})
#: How many words into the content its own deed stands.
_DEED_REACH = 8


def claims_deed(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a content tells violence of who says it: "said it had killed", "claimed to have bombed"."""
    first += sentence.words[first] == "that"
    end = min(last, first + _DEED_REACH)
    own = sentence.words[first] in _OWN and _NOT.isdisjoint(sentence.words[first:end])
    if sentence.words[first] == "the" and "of" in sentence.words[first + 2 : first + 3] and sentence.words[first + 1] in _DONE:
        return True
    found = _own_deeds().within(sentence.words, first, end) if own else ()
    return any(hit.form not in (Form.BASE, Form.THIRD, Form.GERUND) and sentence.words[at - 1] not in _BE for at, hit in found)


def blames_itself(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a content lays what was done to who says it: "said it was responsible for", "said it was behind"."""
    first += sentence.words[first] == "that"
    return sentence.words[first : first + 1] in (("it",), ("they",), ("we",)) and _NOT.isdisjoint(
        sentence.words[first : min(last, first + _DEED_REACH)]
    )


@functools.cache
def settings() -> frozenset[tuple[str, ...]]:
    """Return the words for where a statement is made."""
    return frozenset(plain_words(phrase) for phrase in words_of("cues.yaml")["settings"])


@functools.cache
def plain_cue_words(name: str) -> frozenset[str]:
    """Return a flat list of ``cues.yaml``."""
    return frozenset(words_of("cues.yaml")[name])
