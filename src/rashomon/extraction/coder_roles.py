"""Who does an act and whom it is done to, as noun phrases of its sentence."""

from collections.abc import Sequence

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.coder_actors import Identities
from rashomon.extraction.coder_codes import Coded
from rashomon.extraction.coder_phrases import Chunk, Phrases
from rashomon.extraction.coder_subjects import Neighbours
from rashomon.extraction.coder_words import Manner

#: Prepositions behind a noun that say whom it is done to.
_TOWARDS = frozenset({"on", "against", "at", "with", "in", "of", "between", "to", ""})
#: Words that demand of their subject what follows; who demands it is who says so.
_MODAL_DEMANDS = frozenset({"must", "should", "have to"})
#: Prepositions of a place, which is whom something is done to only where nobody else is named.
_PLACING = frozenset({"in", "at", "near", "into", "around", "across", "throughout", "inside", "outside", "over", "during"})
#: What belongs to the doer is hardly whom it is done to.
_OWN = frozenset({"its", "their", "his", "her", "itself", "himself"})


class Roles:
    """The roles of the acts of one sentence."""

    def __init__(self, sentence: Sentence, coded: Sequence[Coded], phrases: Phrases, identities: Identities) -> None:
        self.sentence = sentence
        self.coded = coded
        self.acts = phrases.acts
        self.near = Neighbours(phrases)
        self.identities = identities

    def around(self, number: int) -> tuple[list[Chunk], list[Chunk]]:
        """Return the noun phrases of who does an act and of whom it is done to."""
        return self.around_noun(number) if self.acts[number].noun else self.around_verb(number)

    def content_at(self, number: int) -> int | None:
        """Return the position where the content of an act begins."""
        content = self.coded[number].content
        return None if content is None else self.acts[content].group

    def that_at(self, number: int) -> int | None:
        """Return the position of the "that" which opens the content of an act, else where the content begins."""
        last = self.content_at(number)
        if last is None:
            return None
        return next((at for at in range(self.acts[number].last, last) if self.sentence.words[at] == "that"), last)

    def saying(self, number: int) -> int | None:
        """Return the index of the verb of saying that an act is the content of."""
        return next((n for n in range(number) if self.coded[n].content == number and self.acts[n].has(Manner.SAY)), None)

    def around_verb(self, number: int) -> tuple[list[Chunk], list[Chunk]]:
        """Return the noun phrases of who does it and whom it is done to."""
        act = self.acts[number]
        subject = self.near.subject(number)
        if act.sense is not None and act.sense.verb in _MODAL_DEMANDS:
            saying = self.saying(number)
            return (self.near.subject(saying) if saying is not None else []), subject
        if act.passive:
            behind = self.near.objects(number)
            by = [chunk for chunk in behind if chunk.preposition == "by"]
            return by[:1], subject
        return subject, self.target(number, subject)

    def target(self, number: int, subject: Sequence[Chunk]) -> list[Chunk]:
        """Return whom a verb is done to: its own object, else that of what it says."""
        content = self.coded[number].content
        own = self.own_target(number, self.content_at(number))
        if own or content is None:
            return own
        inner = self.near.subject(content) if not self.acts[content].noun and not self.acts[content].infinitive else []
        inner = [chunk for chunk in inner if chunk not in subject and self.names(chunk)]
        return inner or (self.target(content, subject) if not self.acts[content].noun else self.own_target(content, None))

    def own_target(self, number: int, until: int | None) -> list[Chunk]:
        """Return the first actor behind the act, with those in a list with it."""
        found = self.near.objects(number)
        if until is not None:
            found = [chunk for chunk in found if chunk.first < until]
        actors = [at for at, chunk in enumerate(found) if self.names(chunk)]
        if not actors:
            return []
        end = self.near.clause_end(number)
        at = min(actors, key=lambda at: (found[at].first >= end, found[at].preposition in _PLACING, at))
        listed = [found[at]]
        for other in found[at + 1 :]:
            if not other.joined or not self.names(other):
                break
            listed.append(other)
        return listed

    def has_counterpart(self, number: int) -> bool:
        """Return whether the act itself names whom it is done with or to, other than by a place."""
        own = self.own_target(number, self.that_at(number))
        return any(chunk.preposition not in _PLACING for chunk in own)

    def around_noun(self, number: int) -> tuple[list[Chunk], list[Chunk]]:
        """Read "X's attack on Y", "the killing of Y by X"."""
        act = self.acts[number]
        own = [chunk for chunk in self.near.ending_at(act.first) if self.names(chunk)]
        verb = next((other.group for other in self.acts[number + 1 :] if not other.noun), len(self.sentence.words))
        behind = [chunk for chunk in self.near.objects(number) if chunk.first < verb]
        by = [chunk for chunk in behind if chunk.preposition == "by"][:1]
        others = [chunk for chunk in behind if chunk.preposition in _TOWARDS and self.names(chunk) and chunk not in by]
        return (by or own), others[:1]

    def names(self, chunk: Chunk) -> bool:
        """Whether a noun phrase names somebody other than "its troops"."""
        return self.identities.actor_part(self.sentence, chunk) is not None and self.sentence.words[chunk.first] not in _OWN
