"""Number words and digits as values: "one hundred and ninety-eight", "1.5 million", "half a dozen", "dozens"."""

import re
from decimal import Decimal

from rashomon.text.wordlist import words

SMALL = {
    word: value
    for value, word in enumerate(
        words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            "eighteen nineteen"
        )
    )
    if value
}
TENS = dict(zip(words("twenty thirty forty fifty sixty seventy eighty ninety"), range(20, 100, 10), strict=True)) | {"fourty": 40}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
#: Short forms of scales, only right after digits.
SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
#: The least that a vague word is taken for.
VAGUE = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "millions": 2_000_000,
    "tens of millions": 20_000_000,
    "several": 2,
    "several dozen": 24,
    "several hundred": 200,
    "several thousand": 2_000,
    "a few": 2,
    "a few dozen": 24,
    "a few hundred": 200,
    "a few thousand": 2_000,
    "a handful": 2,
    "a handful of": 2,
}
#: Phrases that stand for one exact number.
EXACT = {"half a dozen": 6, "a pair": 2, "a couple": 2, "a trio": 3, "twice": 2, "thrice": 3, "half a million": 500_000}
ORDINALS = {
    word: value
    for value, word in enumerate(
        words(
            "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        )
    )
    if value > 1
}

_WORD = "|".join((*SMALL, *TENS, *SCALES))
#: A phrase of number words; "and" only after a scale.
WORD_NUMBER = (
    rf"(?:(?:an?|half a) (?={'|'.join(SCALES)}))?\b(?:{_WORD})\b"
    rf"(?:(?:[ -]|(?:(?<=hundred)|(?<=thousand)|(?<=million)) and )(?:{_WORD})\b)*"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+)(?:\.\d+)?"
_SCALE_WORD = re.compile(rf"[ -]({'|'.join(SCALES)})s?$|(?<=\d) ?({'|'.join(SHORT_SCALES)})$", re.IGNORECASE)


def _add(total: float, current: float, word: str) -> tuple[float, float] | None:
    """One word onto (finished thousands, what stands under a thousand); ``None`` where it does not fit there."""
    if word in SMALL:
        room = current % 100
        fits = room == 0 or (room >= TENS["twenty"] and room % 10 == 0 and SMALL[word] < 10)  # noqa: PLR2004 - units
        return (total, current + SMALL[word]) if fits else None
    if word in TENS:
        return (total, current + TENS[word]) if current % 100 == 0 else None
    scale = SCALES[word]
    if scale <= SCALES["hundred"]:
        return (total, (current or 1) * scale) if current < SCALES["hundred"] else None
    return total + (current or 1) * scale, 0


def value_of_words(phrase: str) -> tuple[float, int] | None:
    """Return the value of a phrase of number words and how many characters of it make that number.

    A phrase may run two numbers together ("two three-man crews"): the first is read. ``None`` where none can be.

    >>> value_of_words("one hundred and ninety-eight"), value_of_words("two three"), value_of_words("half a dozen")
    ((198, 28), (2, 3), (6.0, 12))
    """
    total, current, end = 0.0, 0.0, 0
    factor = 0.5 if phrase.lower().startswith("half ") else 1
    read = False
    for match in re.finditer(r"[A-Za-z]+", phrase):
        word = match.group().lower()
        if word in {"a", "an", "half", "and"}:
            continue
        step = _add(total, current, word)
        if step is None:
            break
        (total, current), end, read = step, match.end(), True
    value = (total + current) * factor
    return (value if factor != 1 else int(value), end) if read else None


def value_of_digits(text: str) -> float:
    """Return the value of digits with separators and a scale behind them.

    >>> value_of_digits("1,500"), value_of_digits("1.5 million"), value_of_digits("40m")
    (1500.0, 1500000.0, 40000000.0)
    """
    scale = _SCALE_WORD.search(text)
    factor = 1
    if scale is not None:
        word = (scale.group(1) or scale.group(2)).lower()
        factor = SCALES.get(word) or SHORT_SCALES[word]
        text = text[: scale.start()]
    plain = text.replace(",", "")
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return float(Decimal(plain) * factor)
