"""Find the noun phrases that fill a role without a name: "two gunmen", "a market", "the security forces"."""

import re
from collections.abc import Iterator, Sequence

from rashomon.extraction.entity_words import (
    DETERMINERS,
    MODIFIERS,
    NEEDS_MODIFIER,
    NO_NAMES,
    NOUN_HEADS,
    POSSESSIVES,
    SPEECH,
    TITLES,
)
from rashomon.extraction.names_listed import Candidate
from rashomon.model.words import MentionKind
from rashomon.text.tokens import Token

_COMPOUND = re.compile(
    r"\w+-(?:backed|led|linked|affiliated|aligned|run|based|born|armed|made|held|controlled|laden|trained|supported|"
    r"year-old|strong)\b"
)
_MOST_MODIFIERS = 4
#: Kinds whose owner is part of the phrase.
_OWNED = frozenset({MentionKind.FORCE, MentionKind.GOVERNMENT})
#: Words behind which a participle is a verb, no modifier ("had killed civilians").
_BEFORE_VERBS = frozenset({"had", "have", "has", "having", "and"})
_UNCOUNTED = frozenset(
    {"peshmerga", "gendarmerie", "personnel", "aircraft", "ammunition", "parliament", "media", "mujahideen", "infantry"}
)
#: Kinds of places, whose nouns often stand before another ("district elder", "village council").
_WHERE = frozenset({MentionKind.PLACE, MentionKind.FACILITY})
_BODIES = frozenset(
    {"elder", "elders", "council", "court", "hall", "centre", "center", "assembly", "authorities", "clerk", "head"}
)
#: Kinds of two words that the last alone would not have.
_OF_TWO = {
    ("news", "agency"): MentionKind.MEDIA,
    ("security", "men"): MentionKind.FORCE,
    ("army", "men"): MentionKind.FORCE,
}
_OPENERS = frozenset('-–—:“"')
#: A sentence that ends in one of these is running text, any other may be a headline, which leaves articles out.
_STOPS = frozenset('.!?"”…)')


def _is_modifier(token: Token) -> bool:
    word = token.text
    if word[0].isupper():
        return word.lower() in MODIFIERS or word.lower() not in NO_NAMES
    return word in MODIFIERS or _COMPOUND.fullmatch(word) is not None or word in NOUN_HEADS


def _begin(text: str, tokens: Sequence[Token], head: int, *, owned: bool) -> int:
    """Index of the first token of the phrase: modifiers, then a determiner or, where ``owned``, whose it is ("Oru's army")."""
    at = head
    while at > 0 and head - at < _MOST_MODIFIERS and _is_modifier(tokens[at - 1]) and text[tokens[at - 1].end] == " ":
        if tokens[at - 1].text.endswith("ed") and at > 1 and tokens[at - 2].text in _BEFORE_VERBS:
            return at
        at -= 1
    if at > 1 and tokens[at - 1].text in {"'s", "’s"} and tokens[at - 2].text[0].isupper():
        owned = owned and not (at < head and tokens[at].text[0].isupper())
        at -= 2 if owned else 0
        while owned and at > 0 and tokens[at - 1].text[0].isupper() and tokens[at - 1].text.lower() not in NO_NAMES:
            at -= 1
        return at
    if at > 0 and tokens[at - 1].text.lower() in DETERMINERS and text[tokens[at - 1].end] == " ":
        opens_a_clause = tokens[at - 1].text == "that" and not _is_singular(tokens[head].text.lower())
        return at if opens_a_clause else at - 1
    return at


def noun_phrases(text: str, tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Yield the noun phrases of one sentence whose last word is a head noun; numbers before them stay outside."""
    running = bool(tokens) and tokens[-1].text in _STOPS
    for at, token in enumerate(tokens):
        word = token.text.lower()
        kind = NOUN_HEADS.get(word)
        if kind is None or (token.text[0].isupper() and not _written_as_noun(tokens, at, kind)):
            continue
        if at + 1 < len(tokens) and _goes_on(text, tokens, at):
            continue
        first = _begin(text, tokens, at, owned=kind in _OWNED)
        kind = _OF_TWO.get((tokens[at - 1].text.lower() if at else "", word), kind)
        if word in NEEDS_MODIFIER and not _said_more(tokens, first, at):
            continue
        if tokens[first].text.lower() == "no":  # "no group has claimed it" names nobody
            continue
        if (first == at and at > 0 and running and _is_singular(word)) or _names_a_place(tokens, first, at, kind):
            continue
        yield Candidate(tokens[first].start, token.end, kind)


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence begins at the word: the first, one behind a dateline's dash, a colon or an opening quotation mark."""
    return at == 0 or tokens[at - 1].text in _OPENERS


def _written_as_noun(tokens: Sequence[Token], at: int, kind: MentionKind) -> bool:
    """Whether a capital is no name's: at a sentence's beginning, among capitals, or of a weapon's letters ("IED")."""
    letters = tokens[at].text.rstrip("s")
    return _begins(tokens, at) or _all_capitals(tokens, at) or (kind is MentionKind.WEAPON and letters.isupper())


def _is_singular(word: str) -> bool:
    """Whether the head is a single thing, which running text gives an article ("the city", but "police")."""
    return not word.endswith(("s", "men", "women", "people", "police", "children")) and word not in _UNCOUNTED


def _names_a_place(tokens: Sequence[Token], first: int, head: int, kind: MentionKind) -> bool:
    """Whether the phrase holds a place's name ("Anbar province", "the city of Hawija"), which is found as a name."""
    if kind is not MentionKind.PLACE or tokens[head].text.lower() == "capital":
        return False
    if head + 2 < len(tokens) and tokens[head + 1].text == "of" and tokens[head + 2].text[0].isupper():
        return True
    return any(token.text[0].isupper() and token.text.lower() not in NO_NAMES for token in tokens[first:head])


def _all_capitals(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text.isupper() and tokens[max(0, at - 1)].text.isupper()


def _said_more(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether a modifier or a possessive stands before the head, not just an article; or it speaks ("the party said")."""
    if head > first and head + 1 < len(tokens) and tokens[head + 1].text in SPEECH:
        return True
    return head - first > 1 or (head > first and tokens[first].text.lower() not in DETERMINERS - POSSESSIVES)


def _goes_on(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the next word is a head noun, so that this one only modifies it ("police officers")."""
    following = tokens[at + 1]
    if text[tokens[at].end : following.start] == " " and NOUN_HEADS[tokens[at].text.lower()] in _WHERE:
        return following.text in NOUN_HEADS or following.text in TITLES or following.text in _BODIES
    return following.text in NOUN_HEADS and text[tokens[at].end : following.start] == " "
