"""Say which mentions stand at the two ends of a tie: marks, a pronoun, or a bare word for a side named elsewhere."""

import re

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.ties_frames import Frame, bare_words
from rashomon.extraction.ties_marks import Marked
from rashomon.model.reading import Mention
from rashomon.model.words import MentionKind, Relation

_MARK = re.compile(r"<(\w)(\d+)>")
_SIDES = frozenset({MentionKind.GROUP, MentionKind.FORCE, MentionKind.ORGANISATION, MentionKind.GOVERNMENT, MentionKind.MEDIA})
_PERSONS = frozenset({MentionKind.PERSON})
#: How many sentences back a pronoun or a bare word may point.
_BACK = 2
#: Pronouns for bodies, and whom they mean only where no other body is named: whole countries, and outlets.
_OF_BODIES = frozenset({"its", "their", "the group's", "the movement's"})
_WIDER = frozenset({MentionKind.COUNTRY, MentionKind.MEDIA})
_PERSONAL_PRONOUNS = frozenset({"his", "her", "he", "she", "him"})
Ended = tuple[tuple[Mention, ...], tuple[Mention, ...]]


class Ends:
    """Reads the ends off a match of one sentence."""

    def __init__(self, passage: Passage, sentence: Sentence, written: Marked) -> None:
        self._passage = passage
        self._sentence = sentence
        self._written = written

    def of(self, frame: Frame, match: re.Match[str]) -> Ended:
        """Return the subjects and the objects; an end that cannot be told is empty."""
        groups = match.groupdict()
        subjects = self._marks(groups.get("s"), frame.subjects)
        objects = self._marks(groups.get("o"), frame.objects)
        pronoun, bare = groups.get("q"), groups.get("w")
        if pronoun is not None and not (subjects and objects):
            first = min(mention.span.start for mention in (*subjects, *objects)) if subjects or objects else self._sentence.end
            meant = self._meant(pronoun, first, frame.relation)
            if subjects:
                objects = meant
            else:
                subjects = meant
        elif bare is not None:
            objects = self._named_by(bare) if bare in bare_words() else ()
        return subjects, objects

    def _marks(self, written: str | None, letters: str) -> tuple[Mention, ...]:
        found = _MARK.findall(written or "")
        return tuple(self._written.mentions[int(n)] for letter, n in found if not letters or letter in letters)

    def _meant(self, pronoun: str, before: int, relation: Relation) -> tuple[Mention, ...]:
        """Return whom "its", "his" or "whose" means: the nearest name before for "whose", else who was told of first."""
        kin = relation in (Relation.FAMILY_OF, Relation.SUCCEEDED)
        kinds = _PERSONS if kin or pronoun in _PERSONAL_PRONOUNS else _SIDES | {MentionKind.COUNTRY}
        here = [m for m in self._sentence.mentions if m.span.end <= before and m.kind in kinds and m.key and not _owned(m)]
        if pronoun in _OF_BODIES:
            here = [m for m in here if m.kind not in _WIDER] or here
        if here:
            return (here[-1],) if pronoun == "whose" else (next((m for m in here if m.named), here[0]),)
        for sentence in reversed(self._passage.sentences[max(0, self._sentence.n - _BACK) : self._sentence.n]):
            earlier = [m for m in sentence.mentions if m.kind in kinds and m.key]
            if earlier:
                return (next((m for m in earlier if m.named), earlier[0]),)
        return ()

    def _named_by(self, word: str) -> tuple[Mention, ...]:
        """Return the side whose name or noun ends in the word: the last one before, else the first of the article."""
        fitting = [m for m in self._passage.found.entities if m.kind in _SIDES and m.key and _ends_in(m, word)]
        before = [m for m in fitting if m.span.start < self._sentence.end]
        return tuple(before[-1:] or fitting[:1])


def _owned(mention: Mention) -> bool:
    """Whether a mention is itself somebody's by a pronoun ("its media"), and so not who the pronoun means."""
    return mention.text.lower().startswith(("its ", "their ", "his ", "her "))


def _ends_in(mention: Mention, word: str) -> bool:
    names = (mention.text.lower(), mention.name.lower())
    return any(name.endswith((word, word + "s")) for name in names)
