"""Find how two entities of an article are tied, by the words around them, from ``words/relations.yaml``."""

import re
from collections.abc import Iterator, Sequence

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.ties_ends import Ends
from rashomon.extraction.ties_frames import PERSONAL, Frame, frames
from rashomon.extraction.ties_marks import Marked, marked
from rashomon.model.dates import DateInterval
from rashomon.model.reading import Mention, Tie
from rashomon.model.words import MentionKind, Relation

_BODIES = frozenset({MentionKind.GROUP, MentionKind.FORCE, MentionKind.ORGANISATION, MentionKind.GOVERNMENT, MentionKind.MEDIA})
_NOTES = ("deputy", "former", "alleged", "suspected", "acting", "founder", "co-founder", "founded", "ex-", "reportedly")
#: How far behind a tie's words a date may stand that says since when or until when it holds.
_DATED = 30


def ties(passage: Passage) -> tuple[Tie, ...]:
    """Return the ties that the article states, in reading order, each pair and relation once."""
    found: dict[tuple[str, str, str], Tie] = {}
    at = 0
    everyone = passage.found.entities
    for sentence in passage.sentences:
        while at < len(everyone) and everyone[at].span.start < sentence.start:
            at += 1
        last = at
        while last < len(everyone) and everyone[last].span.start < sentence.end:
            last += 1
        if last > at:
            for tie in _of_sentence(passage, sentence, everyone[at:last]):
                slot = "person" if tie.relation in PERSONAL else str(tie.relation)
                found.setdefault((tie.subject, slot, tie.object), tie)
    return tuple(found.values())


def _of_sentence(passage: Passage, sentence: Sentence, inside: Sequence[Mention]) -> Iterator[Tie]:
    words = frozenset(sentence.words)
    written = marked(passage, sentence, inside)
    held: set[tuple[Relation, str]] = set()
    for frame in frames():
        if frame.cues and frame.cues.isdisjoint(words):
            continue
        for match in frame.words.finditer(written.text):
            for tie in _made(passage, sentence, written, frame, match):
                if not (frame.nominal and (tie.relation, tie.object) in held):
                    held.add((tie.relation, tie.object))
                    yield tie


def _made(passage: Passage, sentence: Sentence, written: Marked, frame: Frame, match: re.Match[str]) -> Iterator[Tie]:
    """Yield the ties of a match: one for each subject and object that it lists."""
    ends = Ends(passage, sentence, written)
    subjects, objects = ends.of(frame, match)
    for subject in subjects:
        for target in objects:
            if subject.key == target.key or (frame.same and not _alike(subject, target)) or not _possible(frame, target):
                continue
            start = min(subject.span.start, target.span.start)
            end = max(subject.span.end, target.span.end)
            yield Tie(
                subject.key,
                frame.relation,
                target.key,
                passage.evidence(start, end),
                _valid(passage, sentence, end),
                _note(match[0]),
            )


def _alike(one: Mention, other: Mention) -> bool:
    """Whether one can be the other's second name or successor: both persons, or both bodies."""
    return one.kind == other.kind or {one.kind, other.kind} <= _BODIES


def _possible(frame: Frame, target: Mention) -> bool:
    """Whether ends of these kinds can be tied so: nobody is a member of a country, a mere noun holds no office in a place."""
    if frame.nominal and target.kind not in _BODIES:
        return False
    if frame.relation == Relation.MEMBER_OF:
        return target.kind not in (MentionKind.COUNTRY, MentionKind.CIVILIANS)
    return True


def _note(words: str) -> str | None:
    said = set(re.findall(r"[\w-]+", words))
    return next((note for note in _NOTES if note in said), None)


def _valid(passage: Passage, sentence: Sentence, end: int) -> DateInterval | None:
    """Return since or until when a tie holds, where a date right behind its words says so."""
    text = passage.article.text
    for mention in sentence.dates:
        if mention.date is None or not end <= mention.span.start <= end + _DATED:
            continue
        before = text[end : mention.span.start].rstrip()
        if before.endswith((" since", " from")) and mention.date.first is not None:
            return DateInterval(mention.date.first, None)
        if before.endswith((" until", " till")) and mention.date.last is not None:
            return DateInterval(None, mention.date.last)
    return None
