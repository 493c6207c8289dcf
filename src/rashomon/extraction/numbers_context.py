"""What the words around a number make of it: a name, a pronoun, a looser value."""

import re

from rashomon.extraction.entity_words import NOUN_HEADS
from rashomon.model.ranges import Range
from rashomon.model.words import MentionKind
from rashomon.text.wordlist import words

#: Words before a number that loosen it, by what they do to the value.
_BEFORE = tuple(
    (effect, re.compile(rf"\b(?:{words}) (?:an estimated |about |around |some |another )?$", re.IGNORECASE))
    for effect, words in (
        ("at most", "no more than|not more than|at most|up to|a maximum of|at the most"),
        ("at least", "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|as many as at least"),
        ("more", "more than|greater than|over|above|in excess of|upwards? of|exceeding|well over|just over|exceeded"),
        ("less", "fewer than|less than|under|below|short of|just under|well under"),
        (
            "about",
            (
                "nearly|almost|close to|about|around|some|roughly|approximately|an estimated|estimated|circa|as many as|perhaps|"
                "as much as|as few as|in the order of|only|just|exactly|virtually|probably|reportedly"
            ),
        ),
    )
)
_AFTER = tuple(
    (effect, re.compile(words, re.IGNORECASE))
    for effect, words in (
        ("at least", r",? or more\b|\+|-plus\b| and counting\b| at least\b(?= [a-z]+ed\b|[,.])"),
        ("about", r",? or so\b"),
        ("at most", r",? or (?:fewer|less)\b| at most\b"),
    )
)
#: What a number may follow without being part of a name, though it starts with a capital.
_NO_NAME = frozenset(
    words(
        "in at on of the and or but for from with by to as about around some over under up nearly almost roughly "
        "approximately only "
        "just least than another all more these those its their his her my our a an between among after before during "
        "since until "
        "monday tuesday wednesday thursday friday saturday sunday when where while if that this which who there here at "
        "least also "
        "yet now then other others both not no killed wounded injured kills wounds kill dead died says said total police army "
        "security suspected january february march april may june july august september october november december"
    )
)
_WORD_BEHIND = re.compile(r" ([a-z]+)\b")
_CAPITAL_BEFORE = re.compile(r"([^\W\d_][\w'’-]*) $")
_SENTENCE_END_BEFORE = re.compile(r"(?:^|[.!?:;\n\"“”(•–—-])\s*$")
_LABEL_BEFORE = re.compile(
    r"(?:\b(?:no|nos|pp?|ep|number|resolution|route|highway|road|flight|article|chapter|section|phase|page|pages|room|"
    r"gate|channel|grade|"
    r"level|class|model|type|version|vol|volume|option|block|camp|hangar|site|unit|lot|step|lie|point|paragraph|para|case|"
    r"order|decree|law|file|annex|footnote|note|group of|top|week|day|part)\.? ?|#|№ ?)$",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(
    r" ?(?:a\.?m\b|p\.?m\b|o['’]clock|GMT\b|UTC\b|hrs?\b(?! of)|local time|(?:this|in the|at|on \w+|last) (?:morning|"
    r"afternoon|evening|night)\b)",
    re.IGNORECASE,
)
_HOUR_BEFORE = re.compile(r"\b(?:half past|quarter to|quarter past|minutes past|minutes to|minutes before) $", re.IGNORECASE)
_FRACTION = re.compile(r"[- ](?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|hundredths?)\b")
_CLOCK_BEFORE = re.compile(r"\b(?:at|from|until|till|by|about|around|before|after|past) $", re.IGNORECASE)
_CLOCK = re.compile(r"[0-2]?\d[.:][0-5]\d")
_FOOTNOTE = re.compile(r"\[\s*$")
_LINE_START = re.compile(r"(?:^|\n)\s*[\[(]?$")
_LIST_MARK = re.compile(r"[.)\]]+ ")
_DATE_SEPARATED = re.compile(r"[/]\d")
#: After an ordinal: words that make it a rank, a fraction or a stretch of time instead of a count of happenings.
_NO_OCCURRENCE = re.compile(
    r" (?:century|centuries|half|halves|quarter|thoughts?|class|floor|place|party|parties|person|world|hand|lady|"
    r"generation|degree|"
    r"of (?:all|the|its|his|her|their|January|February|March|April|May|June|July|August|September|October|November|December)|"
    r"[A-Z])|-"
)
_NOT_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|each|this|that|the|which|some|another|such|first|last|other|only|good|big|new|next|old|right|wrong) $",
    re.IGNORECASE,
)
_NOT_ONE_AFTER = re.compile(
    r"(?: (?:of (?!them\b|whom\b|those\b|the (?:dead|wounded|injured|attackers|victims|men|bombers|gunmen))|another|can|"
    r"should|must|"
    r"would|could|may|might|day|who|which|thing|side|hand|such|way|more|could|by|after|time|another's|reason)\b|['’]s|-(?!off))"
)


def is_name_part(text: str, span: tuple[int, int], start: int, end: int, *, ordinal: bool) -> bool:
    """Return whether the number belongs to a name, a label, a time of day, a footnote mark or an address."""
    before = text[max(span[0], start - 32) : start]
    number = text[start:end]
    if number.isdigit() and _LINE_START.search(before) and _LIST_MARK.match(text, end):
        return True
    if _FRACTION.match(text, end) or _FOOTNOTE.search(before) or _LABEL_BEFORE.search(before) or _DATE_SEPARATED.match(text, end):
        return True
    if ordinal:
        return bool(_NO_OCCURRENCE.match(text, end)) or (number[0].isupper() and not _SENTENCE_END_BEFORE.search(before))
    if _is_clock(text, before, number, end):
        return True
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper():
        return True
    counted = _WORD_BEHIND.match(text, end)
    counts = counted is not None and NOUN_HEADS.get(counted[1]) == MentionKind.CIVILIANS
    return not counts and _after_a_name(before, number)


def _after_a_name(before: str, number: str) -> bool:
    """Whether a capitalised word that is no ordinary one stands right before the digits ("Hangar 9")."""
    if not number[:1].isdigit() and not number[:1].isupper():
        return False
    word = _CAPITAL_BEFORE.search(before)
    if word is None or not word.group(1)[0].isupper() or word.group(1).lower() in _NO_NAME:
        return False
    if number[:1].isalpha() and number.isupper():
        return False
    return not _SENTENCE_END_BEFORE.search(before[: word.start()]) or number[:1].isupper()


def _is_clock(text: str, before: str, number: str, end: int) -> bool:
    if _CLOCK_AFTER.match(text, end) or _HOUR_BEFORE.search(before):
        return True
    clock = _CLOCK.fullmatch(number) is not None and _CLOCK_BEFORE.search(before) is not None
    return clock and not text[end : end + 8].lstrip().lower().startswith(("%", "per", "m", "b", "k"))


def is_pronoun_one(text: str, span: tuple[int, int], start: int, end: int) -> bool:
    """Return whether "one" stands for a noun ("no one", "one of the reasons", "the one") instead of counting."""
    before = text[max(span[0], start - 16) : start]
    return bool(_NOT_ONE_BEFORE.search(before) or _NOT_ONE_AFTER.match(text, end))


def qualified(text: str, span: tuple[int, int], start: int, end: int, value: Range) -> tuple[str | None, Range]:
    """Return the words that loosen the number, verbatim, and the range that they leave of ``value``."""
    before = text[max(span[0], start - 40) : start]
    for effect, pattern in _BEFORE:
        match = pattern.search(before)
        if match is not None:
            return match.group().strip(), _loosened(effect, value)
    for effect, pattern in _AFTER:
        match = pattern.match(text, end)
        if match is not None:
            return match.group().strip(" ,"), _loosened(effect, value)
    return None, value


def _loosened(effect: str, value: Range) -> Range:
    if value.low is None or value.low != value.high:
        return value
    step = 1 if value.low == int(value.low) else 0
    match effect:
        case "at most":
            return Range(None, value.low)
        case "at least":
            return Range(value.low, None)
        case "more":
            return Range(value.low + step, None)
        case "less":
            return Range(None, value.low - step)
    return value
