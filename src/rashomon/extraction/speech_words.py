"""Words of a sentence with coarse tags from small lists: enough grammar to see who speaks and where clauses end."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.extraction.phrases import Form, verb_forms, word_set, words_of
from rashomon.text.tokens import tokens


class Tag(StrEnum):
    """What a word does; ``NOUN`` is everything that no list has."""

    NOUN = "noun"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    OPENER = "opener"
    AUXILIARY = "auxiliary"
    NOT = "not"
    ADVERB = "adverb"
    VERB = "verb"
    TO = "to"
    MARK = "mark"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark, or a whole quotation, which counts as one; offsets in the text.

    Args:
        low: in lower case, with one kind of apostrophe.

        forms: which forms of a verb it may be.
    """

    text: str
    low: str
    start: int
    end: int
    tag: Tag
    forms: frozenset[Form] = frozenset()


_QUOTATION = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|''[^\n]*?(?:''|$)|«[^»\n]*(?:»|$)", re.MULTILINE)
_SPOKEN = re.compile(r"^[“\"'«\s…]*[A-Z0-9].*[\s,.?!…;–—-][”\"'»]*$|^.*[,.?!][”\"'»]+$", re.DOTALL)
#: Fewest words of a quotation that is speech by its capital alone.
_FEW = 6

#: Contractions that hold both subject and auxiliary.
_CONTRACTED = re.compile(r"^(?:i|he|she|it|they|we|you|who)'(?:ll|ve|d|re|m|s)$")


@functools.cache
def _tags() -> dict[str, Tag]:
    return {word: Tag(tag) for tag, listed in words_of("speech.yaml")["tags"].items() for word in listed}


@functools.cache
def _forms() -> dict[str, frozenset[Form]]:
    """Every verb form that a list has, with which forms it may be."""
    lists = words_of("speech.yaml")
    phrases = [
        verb
        for name in ("clause", "told", "asked", "infinitive", "raising", "object", "prepositional", "hidden", "plain_verbs")
        for verb in lists[name]
    ]
    verbs = {phrase.split(" ")[0] for phrase in (*phrases, *words_of("headlines.yaml")["verbs"])}
    found: dict[str, set[Form]] = {}
    for verb in verbs:
        for form, kind in verb_forms(verb).items():
            found.setdefault(form, set()).add(kind)
        found.setdefault(verb, set()).add(Form.BASE)
    return {form: frozenset(kinds) for form, kinds in found.items()}


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the quotations with their marks; one whose closing mark is missing goes to the line's end."""
    return tuple(match.span() for match in _QUOTATION.finditer(text))


def masked(text: str, quotes: Sequence[tuple[int, int]]) -> str:
    """Return the text, of equal length, with nothing inside quotations that could end a sentence but their last mark."""
    pieces, at = [], 0
    for start, end in quotes:
        inside = max(start + 1, end - 3)
        pieces += [text[at : start + 1], re.sub(r"[^\w\s]", "x", text[start + 1 : inside]), text[inside:end]]
        at = end
    return "".join((*pieces, text[at:]))


def tagged(text: str, span: tuple[int, int], quotes: Sequence[tuple[int, int]]) -> tuple[Word, ...]:
    """Return the words of a sentence with their tags; a quotation is one word, `Tag.SPEECH` where it is a sentence's."""
    cut: list[Word] = []
    inside = [quote for quote in quotes if quote[0] < span[1] and span[0] < quote[1]]
    for token in tokens(text, *span):
        quote = next((q for q in inside if q[0] <= token.start < q[1]), None)
        if (
            quote is None
            and token.text in "-–"
            and cut
            and cut[-1].end == token.start
            and text[token.end : token.end + 1].isalnum()
        ):
            cut.append(Word(token.text, token.text, token.start, token.end, Tag.NOUN))
        elif quote is None:
            low = token.text.lower().replace("’", "'")
            cut.append(Word(token.text, low, token.start, token.end, _plain_tag(low), _forms().get(low, frozenset())))
        elif not cut or cut[-1].start != quote[0]:
            said = text[slice(*quote)]
            tag = (
                Tag.SPEECH
                if _SPOKEN.match(said) and (len(said.split()) >= _FEW or said.strip("\"”'»")[-1:] in ",.?!")
                else Tag.NOUN
            )
            cut.append(Word(said, said.lower(), quote[0], min(quote[1], len(text)), tag))
    return tuple(_in_context(cut))


def _plain_tag(low: str) -> Tag:
    if low in _tags():
        return _tags()[low]
    if not low[0].isalnum() and low not in ("'s", "$", "%", "#", "@", "&"):
        return Tag.MARK
    if _CONTRACTED.match(low):
        return Tag.AUXILIARY
    if low.endswith("n't"):
        return Tag.AUXILIARY
    if low.endswith("ly") and len(low) > 4 and low not in word_set("speech.yaml", "no_adverbs"):  # noqa: PLR2004 - "only", "july" are listed
        return Tag.ADVERB
    return Tag.NOUN


def _in_context(cut: list[Word]) -> list[Word]:
    """Tell verbs from nouns, and "her" the object from "her" the owner, by the words before."""
    made: list[Word] = []
    for n, word in enumerate(cut):
        following = cut[n + 1] if n + 1 < len(cut) else None
        tag = word.tag
        if word.low == "'s" and made and made[-1].tag in (Tag.PRONOUN, Tag.RELATIVE):
            tag = Tag.AUXILIARY
        elif word.tag == Tag.NOUN and word.forms and _is_verb(made, word, following):
            tag = Tag.VERB
        made.append(Word(word.text, word.low, word.start, word.end, tag, word.forms))
    return made


def _is_verb(before: Sequence[Word], word: Word, following: Word | None) -> bool:
    """Whether a word that may be a verb is one, by the word before it but for adverbs."""
    at = len(before) - 1
    while at >= 0 and before[at].tag in (Tag.ADVERB, Tag.NOT):
        at -= 1
    if at < 0:
        return Form.GERUND in word.forms or Form.PAST in word.forms
    last = before[at]
    if word.text[0].isupper() and not (
        last.tag == Tag.NOUN and Form.THIRD in word.forms and word.low not in word_set("speech.yaml", "nounlike")
    ):
        return False
    if last.tag in (Tag.AUXILIARY, Tag.TO, Tag.RELATIVE) or (
        last.tag == Tag.PRONOUN and last.low not in ("some", "many", "most", "few")
    ):
        return True
    if last.tag == Tag.DETERMINER or last.low == "'s":
        return last.low == "'s" and Form.PAST in word.forms and following is not None and following.tag in (Tag.OPENER, Tag.TO)
    if word.forms & {Form.PAST, Form.PARTICIPLE, Form.GERUND}:
        past = not (last.tag == Tag.PREPOSITION and word.low != "said") and not _modifies(word, following)
        return past or not word.forms & {Form.PAST, Form.PARTICIPLE}
    return _is_present(before, last, word, following)


def _modifies(word: Word, following: Word | None) -> bool:
    """Whether a participle stands before its noun ("proposed ban")."""
    return word.low in word_set("speech.yaml", "before_nouns") and following is not None and following.tag == Tag.NOUN


def _is_present(before: Sequence[Word], last: Word, word: Word, following: Word | None) -> bool:
    nounlike = word.low in word_set("speech.yaml", "nounlike")
    closed = following is None or following.tag in (Tag.AUXILIARY, Tag.VERB) or following.low in (",", ".", "'s", "of")
    if Form.THIRD in word.forms:
        if last.tag == Tag.NOUN:
            plural = last.low.endswith("s") and not last.text[0].isupper()
            object_follows = following is not None and (
                following.tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.OPENER, Tag.TO, Tag.SPEECH) or following.text[0].isupper()
            )
            return not (nounlike and (closed or plural or not object_follows))
        return last.tag in (Tag.SPEECH, Tag.COORDINATOR, Tag.MARK) and not nounlike
    if (
        last.tag == Tag.NOUN
        and last.low.endswith(("s", "people", "men", "women", "public", "media"))
        and not last.low.endswith("ss")
    ):
        return not closed
    if last.tag == Tag.COORDINATOR:
        return any(w.tag == Tag.VERB for w in before[-6:])
    return last.tag == Tag.PRONOUN and not closed
