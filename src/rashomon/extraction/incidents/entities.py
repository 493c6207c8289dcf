"""Phrases that mean one and the same person, organisation or thing."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.extraction.incidents.passages import Passage
from rashomon.extraction.incidents.phrases import DESCRIPTION, INDIVIDUAL, INSTRUMENT, NAME, ORGANISATION, THING, Phrase
from rashomon.extraction.phrases import words_of

_LEADING = re.compile(r"^(?:the|a|an|some|several|many|various|other|another|his|her|their|two|three|four|five|six|\d+) ")
_PLURALS = (("ies", "y"), ("men", "man"), ("ses", "s"), ("s", ""))


@dataclass(frozen=True, slots=True)
class Entity:
    """What several phrases of one part mean, in reading order."""

    part: str
    phrases: tuple[Phrase, ...]

    @property
    def best(self) -> Phrase:
        """Return the phrase to know it by: the fullest of a name, else the one said most surely and often."""
        if self.part == NAME:
            return max(self.phrases, key=lambda phrase: (len(phrase.text.split()), phrase.sure))
        return max(self.phrases, key=lambda phrase: (self._weight(phrase.text), -phrase.start))

    @property
    def names(self) -> tuple[str, ...]:
        """Return what it is called, the best first, each once."""
        return tuple(dict.fromkeys((self.best.text, *(phrase.text for phrase in self.phrases))))

    @property
    def sure(self) -> float:
        """Return the chance that at least one of its phrases is right."""
        missed = 1.0
        for phrase in self.phrases:
            missed *= 1 - phrase.sure
        return 1 - missed

    def voted(self, field: Callable[[Phrase], str]) -> str:
        """Return the class that most chance of its phrases speaks for."""
        votes: dict[str, float] = {}
        for phrase in self.phrases:
            votes[field(phrase)] = votes.get(field(phrase), 0.0) + phrase.sure
        return max(votes, key=lambda name: (votes[name], name))

    def _weight(self, text: str) -> float:
        return sum(phrase.sure for phrase in self.phrases if phrase.text == text)


def entities(passage: Passage, phrases: Iterable[Phrase]) -> list[Entity]:
    """Return what the phrases mean, in the order of first mention."""
    clusters: list[list[Phrase]] = []
    for phrase in phrases:
        for cluster in clusters:
            if cluster[0].part == phrase.part and any(_same(passage, other, phrase) for other in cluster):
                cluster.append(phrase)
                break
        else:
            clusters.append([phrase])
    return [Entity(cluster[0].part, tuple(cluster)) for cluster in clusters]


def bare(text: str) -> str:
    """Return a phrase without articles, counts and possessives in front."""
    while shorter := _LEADING.match(text):
        text = text[shorter.end() :]
    return text


def singular(word: str) -> str:
    """Return a rough singular; two forms of one noun give one string."""
    for plural, single in _PLURALS:
        if word.endswith(plural) and len(word) > len(plural) + 2:
            return word.removesuffix(plural) + single
    return word


def head_of(text: str) -> str:
    """Return the noun a phrase is about: the last word before "of", "in", "who" and the like, in the singular."""
    words = re.split(r" (?:of|in|at|on|from|for|with|who|which|that|near|by|to|against) |[,(]", bare(text))[0].split()
    return singular(words[-1].removesuffix("'s")) if words else text


def _same(passage: Passage, one: Phrase, other: Phrase) -> bool:
    if bare(one.text) == bare(other.text) or _glossed(passage, one, other):
        return True
    return _SAME[one.part](one.text, other.text)


def _glossed(passage: Passage, one: Phrase, other: Phrase) -> bool:
    """Whether one stands in brackets right behind the other ("... front (fmln)")."""
    between = passage.text[one.end : other.start].strip()
    return one.part == ORGANISATION and between == "(" and other.start - one.end <= len("  (")


def _same_name(one: str, other: str) -> bool:
    """Whether the words of one name all stand in the other, in their order, and the shorter one is no first name alone."""
    short, long = sorted((one.split(), other.split()), key=len)
    rest = iter(long)
    return all(word in rest for word in short) and (len(short) > 1 or len(long) == 1 or short[0] != long[0])


def _same_head(one: str, other: str) -> bool:
    """Whether both are about one noun and one adds nothing but words in front."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and head_of(one) == head_of(other) and set(short) <= set(long)


def _same_organisation(one: str, other: str) -> bool:
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and (short == long[-len(short) :] or _abbreviates(one, other) or _abbreviates(other, one))


def _abbreviates(short: str, long: str) -> bool:
    """Whether one is made of the other's initials, or the list of abbreviations says so."""
    initials = "".join(word[0] for word in long.split() if word not in ("of", "the", "and", "for"))
    return bare(short) == initials or bare(long) in words_of("incidents.yaml")["abbreviations"].get(bare(short), ())


def _words(text: str) -> list[str]:
    return [singular(word) for word in bare(text).split()]


_SAME: dict[str, Callable[[str, str], bool]] = {
    NAME: _same_name,
    ORGANISATION: _same_organisation,
    INDIVIDUAL: _same_head,
    THING: _same_head,
    DESCRIPTION: _same_head,
    INSTRUMENT: _same_head,
}


def of_part(found: Sequence[Entity], part: str) -> list[Entity]:
    """Return the entities of one part."""
    return [entity for entity in found if entity.part == part]
