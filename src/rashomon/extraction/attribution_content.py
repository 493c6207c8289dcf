"""Find which words a cue reports: the clause or quotation behind it or before it."""

import bisect
import functools
import re
from collections.abc import Sequence

from rashomon.extraction.attribution_cues import Cue, CueKind, plain_cue_words, settings
from rashomon.extraction.clauses import Sentence
from rashomon.extraction.phrases import Form, words_of
from rashomon.model.words import ACTOR_KINDS, Stance

_QUOTE_MARKS = frozenset('“”"«»„')
_OPENING = frozenset('“"«„')
_PREPOSITIONS = frozenset(["in", "on", "to", "at", "during", "via", "through", "by", "from", "after", "late", "early"])
_SKIPPED = frozenset({",", "also", "however", "again", "later"})
_QUOTATION = re.compile(r"“[^”\n]*”|«[^»\n]*»|\"[^\"\n]*\"")
#: Words behind which a headline tells what goes on beside what is said.
_BESIDE = frozenset({"as", "after", "while", "amid"})
#: How far behind the cue the content may begin.
_REACH = 16
#: Words that a relative pronoun and the subject behind it have at most.
_SUBJECT = 6
#: Fewest words that make a content.
_FEWEST = 2


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the quotations of a text, marks included; none goes over a line break."""
    return tuple(match.span() for match in _QUOTATION.finditer(text))


def widened(span: tuple[int, int], quotes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the span made to hold the whole of each quotation that it begins or ends in."""
    start, end = span
    at = bisect.bisect_right(quotes, (start, 1 << 60)) - 1
    if at >= 0 and quotes[at][0] < start < quotes[at][1]:
        start = quotes[at][0]
    at = bisect.bisect_right(quotes, (end - 1, 1 << 60)) - 1
    if at >= 0 and quotes[at][0] < end < quotes[at][1]:
        end = quotes[at][1]
    return start, end


def content_behind(sentence: Sentence, cue: Cue, stop: int) -> tuple[int, int] | None:
    """Return the positions of the content behind the cue and before ``stop``, ``None`` where there is none."""
    first = _begin(sentence, cue, stop)
    if first is None or first >= stop:
        return None
    if sentence.title:
        stop = next((at for at in range(first + 1, stop) if sentence.words[at] in _BESIDE and not sentence.quoted[at]), stop)
    last = _end(sentence, first, _relative_stop(sentence, cue, first, stop))
    fewest = _FEWEST if cue.stance == Stance.ASSERTS else 1
    return (first, last) if last - first >= fewest and sentence.words[first] not in (".", ",", ")", ";") else None


def _relative_stop(sentence: Sentence, cue: Cue, first: int, stop: int) -> int:
    """Return where the relative clause around the cue ends: "X, whom the army said it had killed in May, appeared ..."."""
    if not {"whom", "who", "which"} & set(sentence.words[max(0, cue.first - _SUBJECT) : cue.first]):
        return stop
    verbs = (at + 1 for at in range(first + 1, stop - 1) if sentence.words[at] == "," and not sentence.quoted[at])
    return next((at - 1 for at in verbs if sentence.owners[at] is None and _is_past(sentence.words[at])), stop)


def _begin(sentence: Sentence, cue: Cue, stop: int) -> int | None:
    """Return where the content begins behind the cue: after "that", at a quotation mark, or behind whom it was told."""
    words = sentence.words
    limit = min(stop, cue.last + _REACH)
    for at in range(cue.last, limit):
        opened = words[at] in _OPENING and cue.stance not in _UNQUOTED and not (at > cue.last and _names_a_thing(sentence, at))
        if opened and not (at > cue.last and _clause_like(sentence, cue.last, at)):
            return at
        if words[at] == ":" or (words[at] == "that" and _adjuncts(sentence, cue, at) and not _relative_that(sentence, cue, at)):
            return at + 1
    at = cue.last
    if cue.telling:
        at = _behind_recipient(sentence, at)
    at = _behind_setting(sentence, at, stop)
    if cue.strict and cue.stance in _OPEN and not (_clause_like(sentence, at, stop) or _counts(sentence, cue, at)):
        return None
    return at


def _names_a_thing(sentence: Sentence, at: int) -> bool:
    """Whether a quotation holds only a name, and what is said goes on behind it ("the ship “Lassiter” with drones")."""
    closed = next((n for n in range(at + 1, len(sentence.words)) if not sentence.quoted[n]), len(sentence.words))
    named = all(token.text[0].isupper() for token in sentence.tokens[at + 1 : closed] if token.text[0].isalpha())
    return named and 0 < closed - at - 1 <= _NAMED and sentence.words[closed + 1 : closed + 2] not in ((), (".",), (",",))


#: Words that a ship's or operation's name in quotation marks has at most, and the mark that closes it.
_NAMED = 3
#: Stances whose strict cues need a clause, a quotation or a number; the others take a noun phrase too.
_OPEN = frozenset({Stance.ASSERTS, Stance.PREDICTS, Stance.WARNS, Stance.DOUBTS})


def _counts(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether the cue gives a number: "counted 20 dead"."""
    words = sentence.words[at : at + 4]
    return (
        cue.form != Form.GERUND
        and sentence.words[cue.first] not in plain_cue_words("bare")
        and any(
            word[:1].isdigit()
            or word in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens")
            for word in words
        )
    )


#: Stances whose content begins before a quotation in it.
_UNQUOTED = frozenset({Stance.ACCUSES, Stance.DENIES, Stance.PRAISES, Stance.DEMANDS})


def _relative_that(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether "that" says more of a noun behind the cue: "said the army will look into the raid that killed ten"."""
    if at == cue.last or sentence.words[cue.last] in _PREPOSITIONS | {","} or at + 1 >= len(sentence.words):
        return False
    return sentence.owners[at + 1] is None and (_is_past(sentence.words[at + 1]) or sentence.words[at + 1] in _VERBS)


#: Small verbs that a clause may have.
_VERBS = ("was", "were", "is", "are", "had", "has", "have", "would", "will", "could", "did", "may", "might", "should", "can")


def _adjuncts(sentence: Sentence, cue: Cue, last: int) -> bool:
    """Whether nothing but recipients, dates and settings stand between cue and "that"."""
    first = cue.last
    return (
        last - first <= 1
        or (cue.telling and "," not in sentence.words[first:last])
        or sentence.words[first] in _PREPOSITIONS | {","}
        or sentence.owners[first] is not None
        or last - first <= _FEWEST + 1
    )


def _behind_recipient(sentence: Sentence, at: int) -> int:
    """Skip the mention or word that names whom something was told."""
    while at < len(sentence.words) and sentence.words[at] in ("the", "a", "an", "its", "his", "state-run", "local"):
        at += 1
    if at < len(sentence.words):
        owner = sentence.owners[at]
        if owner is not None:
            return sentence.after(owner)
        return at + 1
    return at


def _behind_setting(sentence: Sentence, at: int, stop: int) -> int:
    """Skip "on Monday", "in a statement", "in an interview with X,"."""
    words = sentence.words
    for _ in range(3):
        while at < stop and words[at] in _SKIPPED:
            at += 1
        if at >= stop:
            return at
        start = sentence.tokens[at].start
        dated = next(
            (d for d in sentence.dates if d.span.start <= sentence.tokens[min(at + 1, stop - 1)].start and d.span.end > start),
            None,
        )
        if dated is not None and (words[at] == "on" or dated.span.start <= start):
            at = sentence.after(dated)
            continue
        if words[at] not in _PREPOSITIONS:
            return at
        inside = words[at + 1 : at + 6]
        if not any((word,) in settings() for word in inside):
            return at
        comma = next((n for n in range(at, min(stop, at + 14)) if words[n] in (",", "that")), None)
        if comma is None:
            return at
        at = comma + 1
    return at


def _clause_like(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether a clause begins here: a subject, then a verb soon."""
    last = min(stop, at + 9)
    words = sentence.words[at:last]
    if words[:2] == ("to", "have") or any(
        _past_behind(sentence, n) for n in range(at + 1, last) if sentence.clauses[n] == sentence.clauses[at]
    ):
        return True
    return any(word in _VERBS for word in words)


@functools.cache
def _pasts() -> frozenset[str]:
    """Past forms of irregular verbs."""
    return frozenset(past for past, _ in words_of("inflection.yaml")["irregular"].values())


def _past_behind(sentence: Sentence, at: int) -> bool:
    """Whether a verb in the past stands right behind who did it ("the army abducted")."""
    word, owner = sentence.words[at], sentence.owners[at - 1]
    acts = (owner is not None and owner.kind in ACTOR_KINDS) or sentence.words[at - 1] in ("it", "they", "he", "she")
    return acts and sentence.owners[at] is None and _is_past(word)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in _pasts()


def _end(sentence: Sentence, first: int, stop: int) -> int:
    """Return where a content that begins at ``first`` ends: with its quotation, or before the closing stop."""
    words = sentence.words
    if words[first] in _OPENING:
        closing = {"“": "”", "«": "»", '"': '"', "„": "“"}[words[first]]
        for at in range(first + 1, stop):
            if words[at] == closing:
                whole = stop - at - 1 <= 1 or words[at - 1] in (".", ",", "!", "?")
                return at + 1 if whole else _trimmed(sentence, first, stop)
        return stop
    return _trimmed(sentence, first, stop)


def _trimmed(sentence: Sentence, first: int, stop: int) -> int:
    stop = next((at for at in range(first + 1, stop) if _closes(sentence, at)), stop)
    while stop > first and sentence.words[stop - 1] in (".", ",", ";", "and", "—", "–", "-", ":"):
        stop -= 1
    return stop


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether what is said ends at the position: at a semicolon, or before an answer to it (", a charge Kabul denied")."""
    if sentence.quoted[at] or sentence.words[at] not in (";", ","):
        return False
    article, noun = (*sentence.words[at + 1 : at + 3], "", "")[:2]
    return sentence.words[at] == ";" or (article in ("a", "an") and noun in plain_cue_words("answered"))


def content_before(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return the content that ends before word ``last`` and begins at ``first`` or later; ``None`` where there is none."""
    while last > first and sentence.words[last - 1] in (",", "—", "–", "-"):
        last -= 1
    first = next((at for at in range(last - 1, first, -1) if sentence.words[at] == ";" and not sentence.quoted[at]), first)
    while first < last and sentence.words[first] in (",", "and", "but", "—", "–", "-", ".", "”", ";"):
        first += 1
    return (first, last) if last - first >= _FEWEST else None


#: Words that "in a statement." has at the end of a sentence, at most.
_SETTING = 8
#: Words that a dateline has at most.
_DATELINE = 12


def behind_dateline(sentence: Sentence) -> int:
    """Return the offset behind "KANO, Oruland (HW) -" where a sentence begins so, else where it begins."""
    capitals = bool(sentence.tokens) and sentence.tokens[0].text.isupper()
    ends = (at for at in range(1, min(len(sentence.words) - 1, _DATELINE)) if sentence.words[at] in ("-", "–", "—"))
    at = next((at for at in ends if sentence.words[at - 1] == ")" or capitals), None)
    return sentence.start if at is None else sentence.tokens[at + 1].start


def reports_before(sentence: Sentence, cue: Cue, subject_first: int) -> bool:
    """Return whether the content stands before the source: "..., X said" at the end, or a quotation that just closed."""
    if subject_first == 0:
        return False
    before = sentence.words[subject_first - 1]
    if before in _QUOTE_MARKS:
        return True
    rest = len(sentence.words) - cue.last
    return before in (",", "—", "–") and (
        rest <= _FEWEST or cue.kind == CueKind.ACCORDING or _only_adjuncts(sentence, cue.last, telling=cue.telling)
    )


def _opens_quotation(sentence: Sentence, at: int) -> bool:
    """Whether a quotation begins at the position, or behind a comma or colon there ("Asked about it, X said, "..."")."""
    at += sentence.words[at : at + 1] in ((",",), (":",))
    opens = sentence.words[at : at + 1]
    return opens in (("“",), ("«",)) or (opens == ('"',) and at + 1 < len(sentence.words) and sentence.quoted[at + 1])


def _only_adjuncts(sentence: Sentence, at: int, *, telling: bool) -> bool:
    """Whether what follows the cue is only whom, when and where ("said on Monday.", "told reporters.")."""
    words = sentence.words[at:]
    if _opens_quotation(sentence, at):
        return False
    if not words or words[0] in (".", ",", ";", '"', "”"):
        return True
    told = telling or words[0] in plain_cue_words("recipients")
    end = _behind_setting(sentence, _behind_recipient(sentence, at) if told else at, len(sentence.words))
    rest = sentence.words[end:]
    if rest[1:2] and rest[0] == "," and rest[1] in ("without", "declining", "refusing"):
        return True
    closing = rest and rest[0] in _PREPOSITIONS and len(rest) <= _SETTING and any((word,) in settings() for word in rest)
    return closing or end >= len(sentence.words) - 1
