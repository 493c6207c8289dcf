"""Tell verbs from the nouns and adjectives that are spelled like them, by the words around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.coder_clauses import MODALS, is_adverb, small
from rashomon.extraction.coder_words import Entry, noun_table, singular, verb_table
from rashomon.extraction.phrases import Form

#: Behind these a participle may be a clause's verb; behind other determiners and prepositions it stands before its noun.
_CLAUSAL = frozenset({"that", "all", "both", "to", "before", "after", "since", "until", "as"})
#: What follows a noun that looks like a verb behind "to" ("to attack on").
_BEHIND_NOUNS = frozenset({"on", "of", "against", ".", ","})
#: What seldom follows a verb at once.
_SELDOM_BEHIND = frozenset({".", "of", "and", "in", "on", "at", ","})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a form stands: the position of the word before it that is no adverb, that word, and the word behind it."""

    sentence: Sentence
    at: int
    end: int
    back: int
    before: str
    following: str

    @property
    def named(self) -> bool:
        """Whether a name or mention stands before it."""
        return self.sentence.owners[self.back] is not None or self.sentence.tokens[self.back].text[:1].isupper()

    @property
    def opens_object(self) -> bool:
        """Whether a noun phrase or the content of a verb begins behind it."""
        if self.following in small("determiners") or self.following in ("to", "that", "him", "them"):
            return True
        last = self.end < len(self.sentence.words) and self.sentence.tokens[self.end].text[:1].isupper()
        return last or self.following[:1].isdigit()


def is_verb(sentence: Sentence, at: int, entry: Entry) -> bool:
    """Return whether a spelled form, which stands at the position, is a verb there."""
    words, end = sentence.words, at + len(entry.words)
    back = _before(words, at)
    place = _Place(sentence, at, end, back, words[back] if back >= 0 else "", words[end] if end < len(words) else "")
    if _names(place, entry) or (words[at] in small("never_verbs") and not _after_modal(place, small("subjects"))):
        return False
    if entry.form == Form.GERUND:
        return place.before not in small("determiners") and place.following != "of"
    if entry.form in (Form.PAST, Form.PARTICIPLE):
        noun = words[at] in noun_table() and len(entry.words) == 1
        return not _attributive(place) and not (noun and place.before in small("prepositions"))
    return _present(place, entry)


def _before(words: Sequence[str], at: int) -> int:
    """Return the position before ``at`` that is no adverb, -1 where there is none."""
    at -= 1
    while at >= 0 and is_adverb(words[at]):
        at -= 1
    return at


def _names(place: _Place, entry: Entry) -> bool:
    """Whether capitals or a hyphen make the word part of a name or compound ("US - backed", "Planning and ... Minister")."""
    tokens, at = place.sentence.tokens, place.at
    if not tokens[at].text[:1].isupper():
        return at > 0 and tokens[at - 1].text == "-"
    if at == 0:
        return entry.form == Form.GERUND and place.following == "and"
    return not place.sentence.title or tokens[at - 1].text[:1].isupper()


def _after_modal(place: _Place, others: frozenset[str]) -> bool:
    return place.before == "to" or place.before in MODALS or place.before in small("do") | others


def _attributive(place: _Place) -> bool:
    """Whether a participle stands before its noun ("the proposed law", "of exiled leaders")."""
    closed = small("prepositions") | small("determiners") | small("conjunctions")
    opens = place.before in (small("determiners") | small("prepositions")) - _CLAUSAL
    return opens and place.following not in closed and place.following[:1].isalpha()


def _present(place: _Place, entry: Entry) -> bool:
    """Whether a base form or third person, which may be a noun too, stands where a verb would."""
    word = place.sentence.words[place.at]
    if place.before == "to":
        return entry.form == Form.BASE and not (word in noun_table() and place.following in _BEHIND_NOUNS)
    if word in MODALS or _after_modal(place, small("negators") | small("subjects")):
        return True
    if place.before in small("determiners") | small("prepositions") | small("be") | small("have") | {"", ","}:
        return False
    if place.before in small("conjunctions"):
        return place.opens_object and entry.form == Form.BASE and entry.words[0] not in small("do")
    return _behind_subject(place, entry, word)


def _behind_subject(place: _Place, entry: Entry, word: str) -> bool:
    """Whether the noun before the form may be its subject, in number and by what follows."""
    named, before, words = place.named, place.before, place.sentence.words
    if before in verb_table() and not named:
        return False
    several = singular(before) != before or (named and "and" in words[max(0, place.back - 4) : place.back])
    counted = not small("plural_quantifiers").isdisjoint(words[max(0, place.back - 2) : place.back])
    agrees = several if entry.form == Form.BASE else named or not (before.endswith("s") or counted)
    if word in noun_table() or not named:
        return agrees and place.opens_object
    if entry.form == Form.BASE and place.following == "to":
        return True
    return agrees and place.following not in _SELDOM_BEHIND
