"""Verb groups of a sentence and the words that are their subjects."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.phrases import Form, word_set
from rashomon.extraction.speech_words import Tag, Word
from rashomon.text.wordlist import words

#: First word and one past the last.
Stretch = tuple[int, int]

_BE = frozenset(words("is are was were be been being 's 're 'm am"))
_DAYS = word_set("speech.yaml", "days")
_ABBREVIATED = word_set("speech.yaml", "abbreviated")
_CHAINED = word_set("speech.yaml", "chained")
_QUANTITIES = frozenset(words("some many most few other others"))
_INSIDE = frozenset(words("of for at from in with on to"))
#: Words of a parenthesis that goes with the name before it.
_APPOSED = frozenset({Tag.DETERMINER, Tag.NOUN, Tag.RELATIVE})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries and adverbs: ``first`` to ``head``; ``passive`` if its subject is what it is done to."""

    first: int
    head: int
    passive: bool
    infinitive: bool
    gerund: bool


def group(cut: Sequence[Word], head: int) -> Group:
    """Return the group of the verb at a position."""
    at = head
    while at > 0 and cut[at - 1].tag in (Tag.AUXILIARY, Tag.ADVERB, Tag.NOT) and cut[at - 1].low not in _DAYS:
        at -= 1
    while at < head and cut[at].tag == Tag.ADVERB and at > 0 and cut[at - 1].low == ",":
        at += 1
    auxiliaries = [word.low for word in cut[at:head] if word.tag == Tag.AUXILIARY]
    past = bool(cut[head].forms & {Form.PAST, Form.PARTICIPLE})
    passive = past and bool(auxiliaries) and auxiliaries[-1] in _BE
    infinitive = at > 0 and cut[at - 1].tag == Tag.TO
    gerund = Form.GERUND in cut[head].forms and not auxiliaries
    return Group(at, head, passive, infinitive, gerund)


def chained(cut: Sequence[Word], found: Group) -> Group | None:
    """Return the group of the light verb before an infinitive or gerund ("went on to say"), ``None`` where there is none."""
    at = found.first - 1
    if found.infinitive:
        at -= 1
    elif not (found.gerund and at >= 0 and (cut[at].low in ("by", "on") or cut[at].tag == Tag.VERB)):
        return None
    while at >= 0 and cut[at].tag in (Tag.PREPOSITION, Tag.ADVERB):
        at -= 1
    if at < 0 or cut[at].tag != Tag.VERB or cut[at].low not in _CHAINED:
        return None
    outer = group(cut, at)
    return Group(outer.first, found.head, found.passive, outer.infinitive, outer.gerund)


def noun_phrase_before(cut: Sequence[Word], end: int) -> Stretch | None:
    """Return the noun phrase that ends before position ``end``, as far back as it goes; ``None`` where none does."""
    at = end
    while at > 0:
        opening = _opening(cut, at - 1)
        if opening is not None and opening > 0 and at == end:
            at = opening
        elif _belongs(cut, at - 1, end):
            at -= 1
        else:
            break
    while at < end and (cut[at].tag in (Tag.COORDINATOR, Tag.PREPOSITION, Tag.MARK, Tag.TO) or cut[at].low in ("'s", *_DAYS)):
        at += 1
    return (at, end) if at < end else None


def _opening(cut: Sequence[Word], at: int) -> int | None:
    """Return where the bracket opens that closes at a position."""
    if cut[at].low != ")":
        return None
    return next((n for n in range(at, -1, -1) if cut[n].low == "("), None)


def _belongs(cut: Sequence[Word], at: int, end: int) -> bool:
    """Whether a word goes on with the noun phrase behind it."""
    word = cut[at]
    before = cut[at - 1] if at else None
    behind = cut[at + 1] if at + 1 < end else None
    if behind is not None and behind.tag == Tag.DETERMINER and word.tag in (Tag.NOUN, Tag.PRONOUN):
        return False
    if word.tag in (Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN):
        linked = behind is not None and behind.tag == Tag.PREPOSITION
        return word.tag != Tag.PRONOUN or at == end - 1 or linked or word.low in _QUANTITIES
    return _joins(cut, at, before, behind)


def _joins(cut: Sequence[Word], at: int, before: Word | None, behind: Word | None) -> bool:
    """Whether a small word joins what stands before it to the noun phrase behind it."""
    word = cut[at]
    if word.low == ".":
        return before is not None and before.low in _ABBREVIATED
    if word.tag in (Tag.PREPOSITION, Tag.TO):
        return word.low in _INSIDE and before is not None and before.tag in (Tag.NOUN, Tag.PRONOUN) and before.low not in _DAYS
    if word.low == "and":
        joint = before is not None and before.tag == Tag.NOUN and before.low != "," and behind is not None
        return joint and _starts_clause(cut, at - 1)
    return (
        word.tag == Tag.ADVERB
        and behind is not None
        and behind.tag == Tag.NOUN
        and before is not None
        and before.tag == Tag.DETERMINER
    )


def _starts_clause(cut: Sequence[Word], at: int) -> bool:
    """Whether only a noun phrase stands between the clause's beginning and a position, so that "A and B" is one subject."""
    while (at >= 0 and cut[at].tag in (Tag.NOUN, Tag.DETERMINER)) or (at > 0 and cut[at].low in (".", "of")):
        at -= 1
    return at < 0 or cut[at].tag in (Tag.OPENER, Tag.MARK, Tag.SPEECH, Tag.ADVERB)


def subject(cut: Sequence[Word], found: Group, last: Stretch | None) -> Stretch | None:
    """Return the words that are the subject of a verb group.

    Args:
        cut: the sentence.

        found: the group.

        last: the subject of the verb before, which a verb without its own shares.
    """
    at = found.first - (2 if found.infinitive else 1)
    if at < 0 or found.infinitive:
        return last if at >= 0 else None
    while at > 0 and cut[at].low in _DAYS:
        at -= 1
    word = cut[at]
    if word.tag in (Tag.PRONOUN, Tag.RELATIVE) or (word.low == "that" and at and cut[at - 1].tag == Tag.NOUN):
        return noun_phrase_before(cut, at + 1) if word.low in ("others", "many", "some") else (at, at + 1)
    if word.low == ")":
        return noun_phrase_before(cut, at + 1) or last
    if word.low in (",", "–", "—") and not found.gerund:
        return _behind_parenthesis(cut, at) or last
    if word.tag in (Tag.NOUN, Tag.DETERMINER):
        phrase = noun_phrase_before(cut, at + 1)
        return _with_list(cut, phrase) if phrase is not None else last
    return last


def _behind_parenthesis(cut: Sequence[Word], comma: int) -> Stretch | None:
    """Return "X, a spokesman for Y," or "X" before an aside that says when or where."""
    opening = {",": (",",), ")": ("(",), "–": ("–",), "—": ("—",)}[cut[comma].low]
    begin = next((n for n in range(comma - 1, 0, -1) if cut[n].low in opening), None)
    if begin is None or begin == comma - 1:
        return None
    phrase = noun_phrase_before(cut, begin)
    if phrase is None:
        return None
    apposed = cut[begin + 1].tag in _APPOSED and cut[begin + 1].tag != Tag.VERB and cut[begin + 1].low not in _DAYS
    if not apposed:
        return phrase
    outer = _behind_parenthesis(cut, begin) if begin > 1 and cut[begin].low == "," and not _is_title(cut, phrase) else None
    return (outer[0] if outer is not None else phrase[0]), comma


def _is_title(cut: Sequence[Word], phrase: Stretch) -> bool:
    """Whether a phrase is a name by itself, so that nothing before its comma belongs to it."""
    return all(word.text[0].isupper() or word.low in (".", "'s") for word in cut[slice(*phrase)])


def _with_list(cut: Sequence[Word], phrase: Stretch) -> Stretch:
    """Widen "and other Democrats" to the list that it ends: "A, B and C"."""
    start = phrase[0]
    if start < 2 or cut[start - 1].tag != Tag.COORDINATOR:  # noqa: PLR2004 - a name and its comma
        return phrase
    at = start - 1
    if cut[at - 1].low == ",":
        at -= 1
    begin = noun_phrase_before(cut, at)
    if begin is None or (begin[0] > 0 and cut[begin[0] - 1].low == "," and cut[at].low != ","):
        return phrase
    while begin is not None and begin[0] > 1 and cut[begin[0] - 1].low == ",":
        earlier = noun_phrase_before(cut, begin[0] - 1)
        if earlier is None or cut[earlier[1] - 1].tag != Tag.NOUN:
            break
        begin = earlier
    return (begin[0], phrase[1]) if begin is not None and begin[0] == 0 else phrase


def phrase_behind(cut: Sequence[Word], begin: int) -> Stretch | None:
    """Return the noun phrase that begins at a position, with "X, a spokesman for Y" as one; ``None`` where none begins."""
    at = begin
    while at < len(cut) and _goes_on(cut, at, begin):
        at += 1
    if at == begin:
        return None
    if (
        at + 1 < len(cut)
        and cut[at].low == ","
        and cut[at + 1].tag in (Tag.DETERMINER, Tag.NOUN, Tag.RELATIVE)
        and cut[at + 1].low not in _DAYS
    ):
        end = next(
            (
                n
                for n in range(at + 1, len(cut))
                if (cut[n].tag in (Tag.MARK, Tag.SPEECH) and cut[n].low != ".") or n == len(cut) - 1
            ),
            len(cut),
        )
        verbs = [w for w in cut[at + 1 : end] if w.tag == Tag.VERB]
        if not verbs or cut[at + 1].tag == Tag.RELATIVE:
            return begin, end
    return begin, at


def _goes_on(cut: Sequence[Word], at: int, begin: int) -> bool:
    word = cut[at]
    if word.tag == Tag.PRONOUN:
        return at == begin
    if word.low == ".":
        return at > begin and cut[at - 1].low in _ABBREVIATED
    if word.tag in (Tag.NOUN, Tag.DETERMINER):
        return word.low not in _DAYS and not (at > begin and cut[at - 1].tag == Tag.PRONOUN)
    if word.tag == Tag.PREPOSITION:
        return (
            at > begin
            and word.low in ("of", "for", "at", "from", "with")
            and at + 1 < len(cut)
            and cut[at + 1].tag in (Tag.NOUN, Tag.DETERMINER)
        )
    return word.low == "and" and begin < at < len(cut) - 1 and cut[at - 1].tag == Tag.NOUN and cut[at + 1].text[0].isupper()
