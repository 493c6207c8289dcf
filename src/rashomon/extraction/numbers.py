"""Find numbers in English text and say what range of values the words allow.

Left out: dates and times, numbers that are part of a name (30th Brigade, F-16, Resolution 1701, Camp 7), footnote marks,
"one" where it stands for a noun.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.extraction.numbers_context import is_name_part, is_pronoun_one, qualified
from rashomon.extraction.numbers_units import Unit, unit_around
from rashomon.extraction.numbers_words import (
    DIGITS,
    EXACT,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
    VAGUE,
    WORD_NUMBER,
    value_of_digits,
    value_of_words,
)
from rashomon.model.ranges import Range
from rashomon.text.wordlist import words


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text.

    Args:
        start, end: offsets of the number without its qualifier; a currency sign and "per cent" are inside.

        value: what the words allow, the qualifier applied ("more than 30" is 31 and up).

        printed: the bare number on the page; ``None`` for "dozens" and for a range.

        qualifier: the words before or after that loosen it, verbatim; ``None`` where there are none.

        ordinal: whether it is "ninth" rather than "nine".

        unit: the kind of unit, ``None`` where it only counts; ``unit_text`` is the unit as printed.
    """

    start: int
    end: int
    value: Range
    printed: float | None = None
    qualifier: str | None = None
    ordinal: bool = False
    unit: Unit | None = None
    unit_text: str | None = None


_CURRENCY = (
    r"(?:(?:US|A|C|HK|R)?\$|€|£|¥|₦|₹|₽|₺|₪|\bRs\.?|\b(?:USD|EUR|GBP|CHF|PHP|INR|PKR|IQD|SYP|LBP|NGN|KES|UGX|CFA|XOF|RUB|"
    r"UAH|TRY|IRR|AED|SAR|"
    r"EGP|YER|LYD|SDG|ZAR|COP|MXN|CNY|JPY))"
)
_SCALED = rf"(?:[ -](?:{'|'.join(SCALES)})s?\b|(?<=\d) ?(?:{'|'.join(SHORT_SCALES)})\b)?"
_BARE = r"(?<![\w.:/#])(?<!\d,)(?<![A-Za-z]-)"
_NUMERAL = rf"(?:(?P<currency>{_CURRENCY} ?)|{_BARE})(?P<digits>{DIGITS}(?![:.]?\d)(?P<scale>{_SCALED}))"
_VAGUE = "|".join(sorted(VAGUE, key=len, reverse=True))
_EXACT = "|".join(sorted(EXACT, key=len, reverse=True))
_ORDINAL = rf"(?<![-\w])(?:{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))(?![-\w])"
_NUMBER = re.compile(
    rf"(?P<ordinal>{_ORDINAL})|\b(?P<exact>{_EXACT})(?: of)?\b|\b(?P<vague>{_VAGUE})\b"
    rf"|(?P<words>(?<!-)\b{WORD_NUMBER})|{_NUMERAL}",
    re.IGNORECASE,
)
_ORDINAL_TAIL = re.compile(rf"-(first|{'|'.join(ORDINALS)})\b", re.IGNORECASE)
_PIECE = re.compile(r"[A-Za-z]+|[$€£¥₦₹₽₺₪]|\d+")
_CODES = words(
    "us a c hk r rs usd eur gbp chf php inr pkr iqd syp lbp ngn kes ugx cfa xof rub uah try irr aed sar egp yer lyd sdg zar "
    "cop mxn cny jpy"
)
_OPENERS = frozenset(
    (*_CODES, "an", "half", *SMALL, *TENS, *SCALES, *ORDINALS, *(phrase.split()[0] for phrase in (*VAGUE, *EXACT)))
)
_RANGE_GAP = re.compile(r" ?(?:-|–|—) ?| (?:to|or) ")
_AND_GAP = re.compile(r" and ")
#: Behind a length of time: words that make it a way to say when.
_SHIFTED = re.compile(r"[ -]\w+ (?:ago|earlier)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:an estimated |about |around )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |around |some )?$", re.IGNORECASE)


def find_numbers(text: str, span: tuple[int, int], taken: tuple[tuple[int, int], ...] = ()) -> tuple[FoundNumber, ...]:
    """Return the numbers between the offsets of ``span``, in reading order; those in a ``taken`` span (dates) are left out."""
    bare = [found for found in _bare(text, span) if not any(a < found.end and found.start < b for a, b in taken)]
    kept: list[FoundNumber] = []
    n = 0
    while n < len(bare):
        joined = _joined(text, span, bare[n], bare[n + 1]) if n + 1 < len(bare) else None
        kept.append(joined or _finished(text, span, bare[n]))
        n += 2 if joined else 1
    return tuple(number for number in kept if number.unit != Unit.DURATION or not _SHIFTED.match(text, number.end))


def _bare(text: str, span: tuple[int, int]) -> Iterator[FoundNumber]:
    """The numbers by themselves, without what stands round them."""
    for match in _matches(text, span):
        found = _read(match)
        if found is None or is_name_part(text, span, found.start, found.end, ordinal=found.ordinal):
            continue
        if match.group().lower() == "one" and is_pronoun_one(text, span, found.start, found.end):
            continue
        yield found


def _matches(text: str, span: tuple[int, int]) -> Iterator[re.Match[str]]:
    """The matches of the number pattern, tried only where a word or digit stands that can begin one."""
    reached = span[0]
    for piece in _PIECE.finditer(text, *span):
        word = piece.group()
        if piece.start() < reached or (word[0].isalpha() and word.lower() not in _OPENERS):
            continue
        match = _NUMBER.match(text, piece.start(), span[1])
        if match is not None:
            reached = match.end()
            yield match


def _read(match: re.Match[str]) -> FoundNumber | None:
    """The value of one match of the number pattern; the currency sign is part of it."""
    start, end = match.span()
    word = match.group().lower()
    if match["ordinal"]:
        value = ORDINALS.get(word) or int(re.sub(r"\D", "", word))
        return FoundNumber(start, end, Range.exactly(value), value, ordinal=True) if value > 1 else None
    if match["exact"]:
        exact = EXACT[match["exact"].lower()]
        return FoundNumber(start, end, Range.exactly(exact), exact)
    if match["vague"]:
        return FoundNumber(start, end, Range(VAGUE[word], None), qualifier=match.group())
    if match["words"]:
        return _worded(match)
    currency = match["currency"]
    if match["scale"] and match["scale"].strip().lower() in SHORT_SCALES and not currency:
        end = match.start("scale")
    value_text = match.string[match.start("digits") : end]
    printed = value_of_digits(value_text)
    unit = Unit.MONEY if currency else None
    return FoundNumber(start, end, Range.exactly(printed), printed, unit=unit, unit_text=currency.strip() if currency else None)


def _worded(match: re.Match[str]) -> FoundNumber | None:
    """The value of number words; with an ordinal behind a hyphen they are one ordinal ("twenty-first")."""
    worded = value_of_words(match.group())
    if worded is None:
        return None
    value, end = worded[0], match.start() + worded[1]
    tail = _ORDINAL_TAIL.match(match.string, end)
    if tail is not None:
        value += ORDINALS.get(tail.group(1).lower(), 1)
        return FoundNumber(match.start(), tail.end(), Range.exactly(value), value, ordinal=True)
    return FoundNumber(match.start(), end, Range.exactly(value), value)


def _joined(text: str, span: tuple[int, int], first: FoundNumber, second: FoundNumber) -> FoundNumber | None:
    """Two numbers as the ends of one range ("10 to 15", "between 10 and 15"), or ``None``."""
    gap = text[first.end : second.start]
    before = text[max(span[0], first.start - 24) : first.start]
    if _AND_GAP.fullmatch(gap):
        if not _BETWEEN.search(before):
            return None
    elif not _RANGE_GAP.fullmatch(gap) or (gap == " to " and _FROM.search(before)):
        return None
    tail = _finished(text, span, second)
    low, high = first.printed, second.printed
    if low is None or high is None or first.ordinal or second.ordinal or first.value.low == second.value.low:
        return None
    low = _same_scale(text, first, second, low)
    unit, unit_text = (tail.unit, tail.unit_text) if tail.unit else (first.unit, first.unit_text)
    if low >= high:
        return None
    return replace(tail, start=first.start, value=Range(low, high), printed=None, qualifier=None, unit=unit, unit_text=unit_text)


def _same_scale(text: str, first: FoundNumber, second: FoundNumber, low: float) -> float:
    """The lower end with the scale that only the upper one prints ("10 to 15 million")."""
    for word, scale in SCALES.items():
        if text[second.start : second.end].lower().endswith(word) and not text[first.start : first.end].lower().endswith(word):
            return low * scale
    return low


def _finished(text: str, span: tuple[int, int], found: FoundNumber) -> FoundNumber:
    """The number with its unit and qualifier."""
    unit, unit_text, end = found.unit, found.unit_text, found.end
    if unit is None and not found.ordinal:
        around = unit_around(text, span, found.start, found.end)
        if around is not None:
            unit, unit_text = around.unit, around.text
            end = around.end if unit in {Unit.PERCENT, Unit.MONEY} else end
    qualifier, value = qualified(text, span, found.start, end, found.value) if not found.ordinal else (None, found.value)
    return replace(found, end=end, value=value, qualifier=qualifier or found.qualifier, unit=unit, unit_text=unit_text)
