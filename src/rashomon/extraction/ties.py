"""Find how two entities of a sentence are tied, by the words between them, from ``words/relations.yaml``."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.phrases import words_of
from rashomon.model.reading import Mention, Tie
from rashomon.model.words import MentionKind, Relation

#: Longest stretch between two mentions, in characters.
_GAP = 90
#: How many mentions on a second one may stand.
_NEIGHBOURS = 2
_NOTES = ("deputy", "former", "alleged", "suspected", "acting", "founder", "ex-", "reportedly")
_NAME_START = re.compile(r"[A-ZÀ-Þ0-9\"“‘؀-ۿ]")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Words between two mentions that tie them; ``subject_first`` says which of the two is the subject."""

    relation: Relation
    subject_first: bool
    words: re.Pattern[str]
    subjects: frozenset[MentionKind]
    objects: frozenset[MentionKind]
    same: bool
    tail: re.Pattern[str] | None


@functools.cache
def _patterns() -> tuple[_Pattern, ...]:
    lists = words_of("relations.yaml")
    return tuple(
        _Pattern(
            Relation(row["relation"]),
            row["order"] == "subject",
            re.compile(row["pattern"].format(**lists["macros"])),
            frozenset(MentionKind(kind) for kind in row["subject"]),
            frozenset(MentionKind(kind) for kind in row["object"]),
            bool(row.get("same")),
            re.compile(row["tail"]) if "tail" in row else None,
        )
        for row in lists["patterns"]
    )


@functools.cache
def _owned() -> tuple[tuple[Relation, re.Pattern[str]], ...]:
    lists = words_of("relations.yaml")
    macros = lists["macros"]
    return tuple(
        (Relation(lists["owned_relations"][role]), re.compile(lists["owned"].format(role=macros[role], **macros)))
        for role in lists["owned_roles"]
    )


def ties(passage: Passage) -> tuple[Tie, ...]:
    """Return the ties that the article states, in reading order, each pair and relation once."""
    found: dict[tuple[str, Relation, str], Tie] = {}
    for sentence in passage.sentences:
        for first, second, between in _pairs(passage, sentence):
            tie = _tie(passage, first, second, between)
            if tie is not None:
                found.setdefault((tie.subject, tie.relation, tie.object), tie)
        for tie in _owned_ties(passage, sentence):
            found.setdefault((tie.subject, tie.relation, tie.object), tie)
    return tuple(found.values())


def _pairs(passage: Passage, sentence: Sentence) -> Iterator[tuple[Mention, Mention, str]]:
    """Yield neighbouring mentions with the words between them; of nested ones the inner with the rest of the outer."""
    text = passage.article.text
    inside = [m for m in passage.found.entities if sentence.start <= m.span.start and m.span.end <= sentence.end and m.key]
    for n, first in enumerate(inside):
        following = 0
        for second in inside[n + 1 :]:
            if second.span.end <= first.span.end:
                yield from _nested(text, first, second)
                continue
            gap = second.span.start - first.span.end
            if gap > _GAP or following >= _NEIGHBOURS or gap < 0:
                break
            following += 1
            if first.key != second.key:
                yield first, second, _between(text, first, second)


def _between(text: str, first: Mention, second: Mention) -> str:
    """Return the words between, with the small words that open the second mention ("spokesman" in "spokesman Ali")."""
    words = text[first.span.end : second.span.start]
    name = _NAME_START.search(second.text)
    return _plain(words + (second.text[: name.start()] if name is not None else ""))


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("’", "'")).lower().lstrip()


def _nested(text: str, outer: Mention, inner: Mention) -> Iterator[tuple[Mention, Mention, str]]:
    """Yield "Hamas leader X" as Hamas, X and "the head of Hamas" as X, Hamas."""
    if outer.key == inner.key or outer.kind == inner.kind:
        return
    before = _plain(text[outer.span.start : inner.span.start])
    after = text[inner.span.end : outer.span.end]
    name = _NAME_START.search(after)
    if before.strip() and before.strip() not in ("the", "a"):
        yield outer, inner, ", " + before
    elif name is not None:
        yield inner, outer, _plain(after[: name.start()])
    else:
        yield inner, outer, _plain(after) + " "


def _tie(passage: Passage, first: Mention, second: Mention, between: str) -> Tie | None:
    for pattern in _patterns():
        subject, target = (first, second) if pattern.subject_first else (second, first)
        if (
            subject.kind not in pattern.subjects
            or target.kind not in pattern.objects
            or (pattern.same and subject.kind != target.kind)
        ):
            continue
        if pattern.tail is not None and not pattern.tail.match(passage.article.text, second.span.end):
            continue
        if pattern.words.fullmatch(between) or pattern.words.fullmatch(between + " "):
            start, end = min(first.span.start, second.span.start), max(first.span.end, second.span.end)
            return Tie(subject.key, pattern.relation, target.key, passage.evidence(start, end), note=_note(between))
    return None


def _owned_ties(passage: Passage, sentence: Sentence) -> Iterator[Tie]:
    """Yield "the group ... its spokesman X": the owner is the nearest side before it in this or the last sentence."""
    text = passage.article.text
    for person in sentence.mentions:
        if person.kind != MentionKind.PERSON or not person.key:
            continue
        name = _NAME_START.search(person.text)
        start = max(sentence.start, person.span.start - _GAP)
        words = _plain(text[start : person.span.start + (name.start() if name is not None and person.named else 0)])
        for relation, pattern in _owned():
            if not pattern.fullmatch(words):
                continue
            owner = _side_before(passage, sentence, person)
            if owner is not None:
                yield Tie(person.key, relation, owner.key, passage.evidence(owner.span.start, person.span.end), note=_note(words))
            break


def _side_before(passage: Passage, sentence: Sentence, person: Mention) -> Mention | None:
    sides = frozenset({MentionKind.GROUP, MentionKind.FORCE, MentionKind.ORGANISATION, MentionKind.GOVERNMENT})
    here = [m for m in sentence.mentions if m.span.end <= person.span.start and m.kind in sides]
    if here or sentence.n == 0:
        return here[0] if here else None
    earlier = passage.sentences[sentence.n - 1]
    return next((m for m in earlier.mentions if m.kind in sides), None)


def _note(between: str) -> str | None:
    words: Sequence[str] = between.split()
    return next((note for note in _NOTES if note in words), None)
