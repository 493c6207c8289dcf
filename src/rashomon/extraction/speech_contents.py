"""Where what is said, wanted or judged begins behind its verb, and where it ends."""

from collections.abc import Sequence

from rashomon.extraction.phrases import Form, word_set
from rashomon.extraction.speech_subjects import Stretch, phrase_behind
from rashomon.extraction.speech_words import Tag, Word
from rashomon.text.wordlist import words

_WH = frozenset(words("what how why whether if who whom which where when"))
_SETTINGS = frozenset(
    words("in on at during via through after before from as with when while to by about last late early this over for against")
)
_DAYS = word_set("speech.yaml", "days") | {"later", "again", "recently"}
_STOPS = frozenset({".", "?", "!", ",", ";", ":", "–", "—", "-", "...", "…", "and", "but", ")"})
#: After these an object is over.
_ENDERS = frozenset(words("while when because although though since after before until unless if where whereas so during"))
#: Verbs with which a clause that follows a comma speaks again.
_REACH = 14


def skipped(cut: Sequence[Word], at: int) -> int | None:
    """Return where a clause or quotation begins behind recipients and settings; ``None`` where none does."""
    for n in range(at, min(len(cut), at + _REACH)):
        word = cut[n]
        if word.tag == Tag.SPEECH or (word.low == "that" and n > at and cut[n - 1].tag != Tag.VERB):
            return n
        if word.low == ":":
            return n + 1
        if word.tag == Tag.VERB and word.forms & {Form.PAST, Form.THIRD, Form.GERUND} and Form.PARTICIPLE not in word.forms:
            return None
    return None


def adjunct_end(cut: Sequence[Word], at: int) -> int:
    """Return where "on Monday", "in a statement" and the like end; commas behind them are skipped too."""
    begin = at
    while at < len(cut):
        word = cut[at]
        if word.low in _DAYS or (word.tag == Tag.ADVERB and word.low not in ("not", "there", "here")):
            at += 1
        elif word.tag == Tag.PREPOSITION or (
            word.low in ("last", "late", "early", "this") and at + 1 < len(cut) and cut[at + 1].tag == Tag.NOUN
        ):
            phrase = phrase_behind(cut, at + 1)
            if phrase is None:
                break
            at = phrase[1]
        elif word.low == "," and at > begin:
            at += 1
        else:
            break
    return at


#: Words from "but" to the verb with which somebody else speaks.
_SOON = 7


def clause_end(cut: Sequence[Word], at: int, speaks: Sequence[int]) -> int:
    """Return where a clause that begins at a position ends: at the sentence's end, or where somebody speaks again.

    Args:
        cut: the sentence.

        at: where the clause begins.

        speaks: first words of the groups of the sentence's later verbs of speech.
    """
    for n in range(at + 1, len(cut)):
        word = cut[n]
        if word.low == ";":
            return n
        following = cut[n + 1] if n + 1 < len(cut) else None
        if following is None:
            break
        if word.low == "," and (following.low in ("according", "per") or (n + 1 in speaks and Form.GERUND in cut[n + 1].forms)):
            return n
        if word.tag == Tag.COORDINATOR and any(n < other <= n + 3 for other in speaks) and _same_subject(cut, n, speaks):
            return n - 1 if cut[n - 1].low == "," else n
        turns = word.low == "," and following.low in ("but", "and", "while", "though", "although")
        if turns and any(n < other <= n + _SOON for other in speaks):
            return n
    return trimmed(cut, at, len(cut))


def _same_subject(cut: Sequence[Word], at: int, speaks: Sequence[int]) -> bool:
    """Whether only adverbs stand between "and" and the verb that speaks again."""
    other = min(n for n in speaks if n > at)
    return all(word.tag == Tag.ADVERB for word in cut[at + 1 : other]) and Form.GERUND not in cut[other].forms


def object_end(cut: Sequence[Word], at: int) -> int:
    """Return where an object ends: before a comma, an aside, another verb of the same subject, or when and why."""
    n = at + 1
    while n < len(cut):
        word = cut[n]
        before = cut[n - 1]
        if word.low in ("–", "—", ";", ":", "(", ")", "...", "…", "?", "!") or (word.low == "." and n == len(cut) - 1):
            break
        if word.low == "," and not _lists(cut, n):
            break
        if word.low in _ENDERS or (word.low == "as" and n + 1 < len(cut) and cut[n + 1].tag == Tag.PRONOUN):
            break
        if word.tag == Tag.COORDINATOR and n + 1 < len(cut) and _verb_follows(cut, n + 1):
            break
        if (
            word.low in ("on", "in", "last", "earlier")
            and n + 1 < len(cut)
            and cut[n + 1].low in (*_DAYS, "interview", "statement", "tweet", "week", "month", "year")
        ):
            break
        if word.low in _DAYS and before.tag != Tag.PREPOSITION:
            break
        n += 1
    return trimmed(cut, at, n)


def _verb_follows(cut: Sequence[Word], at: int) -> bool:
    while at < len(cut) and cut[at].tag in (Tag.ADVERB, Tag.NOT):
        at += 1
    return at < len(cut) and (
        cut[at].tag in (Tag.VERB, Tag.AUXILIARY)
        or (cut[at].tag == Tag.PRONOUN and cut[at].low in ("he", "she", "they", "it", "we", "i"))
    )


def _lists(cut: Sequence[Word], at: int) -> bool:
    """Whether a comma stands in a list of nouns: "trade, jobs and war"."""
    for n in range(at + 1, min(len(cut), at + 7)):
        if cut[n].low == "and":
            return n + 1 < len(cut) and cut[n + 1].tag in (Tag.NOUN, Tag.DETERMINER)
        if cut[n].tag not in (Tag.NOUN, Tag.DETERMINER) and cut[n].low != ",":
            return False
    return False


def trimmed(cut: Sequence[Word], first: int, last: int) -> int:
    """Return the end without marks and conjunctions at it."""
    while last > first and cut[last - 1].low in _STOPS:
        last -= 1
    return last


def behind(cut: Sequence[Word], at: int) -> Word | None:
    """Return the word at a position, ``None`` behind the end."""
    return cut[at] if at < len(cut) else None


def begins_clause(word: Word | None) -> bool:
    """Whether a clause or noun phrase may begin with a word."""
    if word is None:
        return False
    return (
        word.tag in (Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN, Tag.SPEECH)
        or word.low in _WH
        or word.low in ("that", "there", "her", "it")
    )


def only_adjuncts(cut: Sequence[Word], at: int) -> bool:
    """Whether nothing but settings stands behind a position."""
    end = adjunct_end(cut, at)
    return end >= len(cut) - 1 or cut[end].low == "." or cut[end].low in _SETTINGS


def before(cut: Sequence[Word], first: int, last: int) -> Stretch | None:
    """Return what stands between the positions without commas at the ends and a conjunction before; ``None`` if nothing."""
    last = trimmed(cut, first, last)
    while first < last and (cut[first].low in (",", "and", "but", "–", "—", ";", ".", ":", ")") or (cut[first].low == "yet")):
        first += 1
    return (first, last) if last > first else None
