"""Find the subject and the objects of an act among the noun phrases of its sentence."""

from rashomon.extraction.coder_acts import Act
from rashomon.extraction.coder_clauses import is_adverb, small
from rashomon.extraction.coder_phrases import JOINTS, THAT, Chunk, Phrases
from rashomon.extraction.coder_words import Manner
from rashomon.extraction.phrases import Form

_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "you"])
_BEFORE_DATES = frozenset(["on", "in", "last", "this"])
#: Forms that make a clause.
_FINITE = (Form.PAST, Form.THIRD)
#: Words that begin another clause behind an act.
_NEXT_CLAUSE = small("relatives") | {"unless", "if", "because", "although", "while", "when", "after", "before", ";"}
#: Words before a subject that belong to the clause around it.
_LAST_CLAUSE = frozenset(["that", "while", "after", "because", "although", "whereas", "when", "before", "if", "unless"])
_MARKS = frozenset([";", ":", "—", "``", "{", "“", '"', "--"])
#: A chain of verbs longer than this is a mistake.
_LONGEST_CHAIN = 5
#: How far behind an act its objects may stand.
_REACH = 30


class Neighbours:
    """Subjects and objects in one sentence."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.sentence = phrases.sentence
        self.acts = phrases.acts
        self.verbs = phrases.verbs
        self.dated = phrases.dated

    def subject(self, number: int, chain: int = 0) -> list[Chunk]:
        """Return the noun phrases that are the grammatical subject of a verb; several where they stand in a list.

        Args:
            number: the index of the act.

            chain: how many verbs it has been asked of on the way here.
        """
        act = self.acts[number]
        before = self._verb_before(number)
        if chain > _LONGEST_CHAIN:
            return []
        if act.infinitive or self.sentence.words[act.group] == "to" or (act.form == Form.GERUND and act.group == act.first):
            return self._controller(number, before, chain)
        at = self._end_of_subject(act)
        word = self.sentence.words[at] if at >= 0 else ""
        if word in THAT:
            return self._antecedent(at)
        other = self._same_subject(number, at, before)
        if other is not None:
            return self.subject(other, chain + 1)
        return self._ending(at) if word and word not in _PRONOUNS else []

    def _end_of_subject(self, act: Act) -> int:
        """Return the position of the last word of a verb's subject: before the verb, its adverbs and dates; -1 for none."""
        words = self.sentence.words
        at = act.group - 1
        while at >= 0 and (at in self.dated or is_adverb(words[at]) or (words[at] in _BEFORE_DATES and at + 1 in self.dated)):
            at -= 1
        return at

    def _same_subject(self, number: int, at: int, before: int | None) -> int | None:
        """Return the index of the verb whose subject a verb shares: by "and", or because a pronoun stands for it."""
        word = self.sentence.words[at] if at >= 0 else ""
        if before is not None and (word in JOINTS or word in ("but", ",")) and not self._closes_aside(at, before):
            return before
        return self._first_verb(number) if word in _PRONOUNS else None

    def _closes_aside(self, at: int, before: int) -> bool:
        """Whether a comma before a verb closes an apposition or aside of its subject, not the clause of another verb."""
        if self.sentence.words[at] != ",":
            return False
        return self.acts[before].depth > 0 or self.acts[before].form in (Form.PARTICIPLE, Form.GERUND)

    def _verb_before(self, number: int) -> int | None:
        return next((n for n in range(number - 1, -1, -1) if not self.acts[n].noun), None)

    def _first_verb(self, number: int) -> int | None:
        finite = (*_FINITE, Form.BASE)
        return next((n for n in range(number) if not self.acts[n].noun and self.acts[n].form in finite), None)

    def _controller(self, number: int, before: int | None, chain: int) -> list[Chunk]:
        """The subject of an infinitive or gerund: the object of the verb before it where that verb asks, else its subject."""
        if before is None:
            return self._ending(self.acts[number].group - 1) if self.acts[number].form != Form.GERUND else []
        governor = self.acts[before]
        if governor.has(Manner.APPEAL, Manner.DEMAND, Manner.ACCUSE) and not governor.passive:
            direct = self.phrases.chunks(governor.last, self.acts[number].group)
            if direct:
                return direct[:1]
        return self.subject(before, chain + 1)

    def _antecedent(self, at: int) -> list[Chunk]:
        while at > 0 and self.sentence.words[at - 1] == ",":
            at -= 1
        found = self.phrases.chunks(self._region_start(at), at)
        return found[-1:]

    def ending_at(self, at: int) -> list[Chunk]:
        """Return the noun phrase that ends right before a position, if there is one."""
        return [chunk for chunk in self.phrases.chunks(self._region_start(at), at) if chunk.last == at]

    def _region_start(self, at: int) -> int:
        """Return where the words before a position begin that may belong to its noun phrase."""
        back = at
        while back > 0:
            back -= 1
            word = self.sentence.words[back]
            if back in self.verbs and (outer := self._outer(self.verbs[back])) is not None:
                back = outer
                continue
            if back in self.verbs or word in _MARKS or (word in _LAST_CLAUSE and back < at - 1):
                return back + 1
        return 0

    def _outer(self, number: int) -> int | None:
        """Return where the clause begins that only describes the noun before it, if the verb stands in such a clause."""
        for back in range(number, -1, -1):
            act = self.acts[back]
            if act.inner:
                start = act.group
                return start - 1 if self.sentence.words[start - 1] in small("relatives") else start
            if not act.noun and not act.infinitive and act.form != Form.GERUND:
                return None
        return None

    def _ending(self, at: int) -> list[Chunk]:
        """The noun phrase that ends at a position, with those in a list with it; what hangs on its head left out."""
        first = self._region_start(at + 1)
        first = self._past_object(self._past_lead(first, at), at)
        found = self.phrases.chunks(first, at + 1)
        if not found:
            return []
        heads = [chunk for chunk in found if not chunk.preposition] or found[-1:]
        commas = [n for n in range(first, at + 1) if self.sentence.words[n] == ","]
        joint = any(self.sentence.words[n] in JOINTS for n in range(first, at + 1))
        if commas and (not joint or self.sentence.words[at] == ","):
            heads = [chunk for chunk in heads if chunk.first < commas[0]] or heads
        head = heads[0]
        listed = (chunk for chunk in found if chunk.joined and chunk.first > head.first)
        return [head, *(chunk for chunk in listed if chunk.preposition == head.preposition)]

    def _past_lead(self, first: int, at: int) -> int:
        """Skip a phrase that opens the clause, up to its comma ("In Geneva on Monday, ...")."""
        words = self.sentence.words
        start = first
        while start <= at and not words[start][0].isalnum():
            start += 1
        if start <= at and words[start] in small("leading"):
            comma = next((n for n in range(start, at) if words[n] == ","), None)
            return comma + 1 if comma is not None else start
        return start

    def _past_object(self, first: int, at: int) -> int:
        """Skip the object of a verb that stands before the noun phrase, up to its last comma."""
        if first - 1 not in self.verbs:
            return first
        comma = next((n for n in range(at, first, -1) if self.sentence.words[n] == ","), None)
        return comma + 1 if comma is not None and comma < at else first

    def clause_end(self, number: int) -> int:
        """Return the position behind an act where another clause begins ("..., where", "as they", "and Syria said")."""
        words = self.sentence.words
        first = self.acts[number].last
        for at in range(first, len(words)):
            following = words[at + 1] if at + 1 < len(words) else ""
            if words[at] in _NEXT_CLAUSE or (words[at] == "as" and following in _PRONOUNS | {"the", "part"}):
                return at
            other = self.verbs.get(at, number)
            if other > number and at > first + 1 and self.acts[other].form in _FINITE and not self.acts[other].inner:
                return at
        return len(words)

    def objects(self, number: int) -> list[Chunk]:
        """Return the noun phrases behind an act in its sentence, in reading order; who says it at the end is left out."""
        act = self.acts[number]
        end = min(len(self.sentence.words), act.last + _REACH)
        stop = next((at for at in range(act.last, end) if self._stops(at, act)), end)
        if stop < end and stop in self.verbs:
            stop = next((at for at in range(stop - 1, act.last, -1) if self.sentence.words[at] == ","), stop)
        return self.phrases.chunks(act.last, stop)

    def _stops(self, at: int, act: Act) -> bool:
        """Whether a word ends what an act may be done to: a mark, or the verb of who says it."""
        if self.sentence.words[at] in (";", "—"):
            return True
        other = self.acts[self.verbs[at]] if at in self.verbs else None
        return other is not None and other.has(Manner.SAY) and other.form in _FINITE and not act.has(Manner.SAY)
