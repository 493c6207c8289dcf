"""Cut what stands between the acts of a sentence into noun phrases."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.coder_acts import Act
from rashomon.extraction.coder_clauses import MODALS, is_adverb, small

_STOPS = frozenset([".", ";", ":", "—", "–", "(", ")", "``", "''", '"', "“", "”", "?", "!", "{", "}", "...", "[", "]", "`", "--"])
#: Words that join the parts of a list.
JOINTS = frozenset(["and", "or", "&"])
#: Words that open a clause which says more of the noun before it, or what is said.
THAT = frozenset(["that", "who", "which", "whom", "whose", "where", "what", "how", "why"])


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase without what hangs on it: the words ``first`` up to and without ``last``.

    ``preposition`` is the word before it, "" for none; ``joined`` says that it goes on a list with the chunk before it.
    """

    first: int
    last: int
    preposition: str = ""
    joined: bool = False


class Phrases:
    """The noun phrases of one sentence between its acts.

    ``verbs`` holds the positions of verb groups, each with the index of its act; ``dated`` those of dates.
    """

    def __init__(self, sentence: Sentence, acts: Sequence[Act]) -> None:
        self.sentence = sentence
        self.acts = acts
        self.verbs = self._verb_positions()
        self.dated = self._date_positions()

    def _verb_positions(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for number, act in enumerate(self.acts):
            if not act.noun:
                found.update(dict.fromkeys(range(act.group, act.last), number))
        return found

    def _date_positions(self) -> frozenset[int]:
        found: set[int] = set()
        for date in self.sentence.dates:
            first, last = self.sentence.position(date.span.start), self.sentence.position(date.span.end - 1) + 1
            found.update(range(first, last))
        return frozenset(found)

    def chunks(self, first: int, last: int) -> list[Chunk]:
        """Return the noun phrases between the positions, cut at verbs, marks, prepositions and joints; dates left out."""
        words = self.sentence.words
        found: list[Chunk] = []
        start: int | None = None
        preposition, joined, broken = "", False, True
        for at in range(first, last + 1):
            word = words[at] if at < last else "."
            inner = at < last and self._inner(at, start)
            if inner:
                start = at if start is None else start
                continue
            if start is not None:
                found.append(Chunk(start, at, preposition, joined and bool(found)))
                start, broken = None, False
            if at >= last:
                break
            if word in small("prepositions") and at not in self.verbs:
                preposition, joined = word, False
            elif word in JOINTS or word == ",":
                joined = not broken
            elif at not in self.dated:
                preposition, joined, broken = "", False, True
        return found

    def _inner(self, at: int, start: int | None) -> bool:
        """Whether the word belongs to a noun phrase."""
        word = self.sentence.words[at]
        owner = self.sentence.owners[at]
        if owner is not None and start is not None and owner is self.sentence.owners[at - 1] and word not in _STOPS:
            return True
        if self._counts(at):
            return True
        if at in self.verbs or at in self.dated or word in _STOPS or word == "," or word in JOINTS or word in THAT:
            return False
        if word in small("prepositions") or word in MODALS or word in small("be") or word in small("have") or word in small("do"):
            return False
        if word in small("openers") or word in small("negators") or (start is not None and self._measures(at)):
            return False
        return not (start is None and (is_adverb(word) or word in ("'s", "’s")) and word not in small("determiners"))

    def _counts(self, at: int) -> bool:
        """Whether a small word belongs to a number ("up to 500", "more than a dozen", "at least three")."""
        words = self.sentence.words
        before, following = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if words[at] in ("to", "than"):
            return before in ("up", "more", "less", "fewer", "close") and following not in _STOPS
        return (words[at] in ("at", "up") and following in ("least", "most", "to")) or (words[at] == "least" and before == "at")

    def _measures(self, at: int) -> bool:
        """Whether words of time or measure begin that belong to no noun phrase before them ("almost five years after")."""
        words = self.sentence.words
        if words[at] in small("breaks"):
            return True
        units = words[at + 1 : at + 3]
        return (
            any(word in small("time_units") for word in units)
            and self.sentence.owners[at] is None
            and words[at - 1] not in small("determiners")
        )

    def whole(self, chunk: Chunk) -> Chunk:
        """Return the chunk with what "of" hangs on it ("the president of Armenia")."""
        words = self.sentence.words
        last = chunk.last
        while last + 1 < len(words) and words[last] == "of" and last not in self.verbs:
            more = self.chunks(last + 1, self._clause_end(last + 1))
            if not more or more[0].first != last + 1:
                break
            last = more[0].last
        return Chunk(chunk.first, last, chunk.preposition, chunk.joined)

    def _clause_end(self, at: int) -> int:
        return min(len(self.sentence.words), at + 25)
