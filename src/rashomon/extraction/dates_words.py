"""The words dates are made of, as tables and pieces of patterns. English only."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
#: First month of each season and its length is three; the northern half of the earth.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
COUNTS = {
    word: number
    for number, words in enumerate(
        (
            *("zero", "one a an", "two couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve dozen", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
    for word in words.split()
}
#: The letters that TIMEX3 has for a part of the day.
PARTS_OF_DAY = {
    **dict.fromkeys(("morning", "dawn", "daybreak", "sunrise", "first light"), "MO"),
    **dict.fromkeys(("evening", "dusk", "sunset"), "EV"),
    **dict.fromkeys(("night", "nightfall"), "NI"),
    "afternoon": "AF",
}
_ORDINAL_ONES = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
        start=1,
    )
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}

MONTH_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|"
    r"AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)(?![A-Za-z])"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
YEAR = r"(?:1[4-9]\d\d|20\d\d)(?![\d%]|[.,:]\d|['’]?s\b)"
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.)(?![A-Za-z])"
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TENS = {name: 10 * n for n, name in enumerate(_TENS, start=2)}
_ONES = "one|two|three|four|five|six|seven|eight|nine"
#: A number in figures or words.
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+| 1/2)?|(?:{'|'.join(TENS)})(?:[- ](?:{_ONES})\b)?|"
    rf"(?:thir|four|fif|six|seven|eigh|nine)teen|{_ONES}|ten|eleven|twelve)"
)
#: A number, or words that leave it open.
COUNT = rf"(?:{NUMBER}|an?|a couple of|couple of|a few|few|several|many|some|a dozen)"
UNIT = r"(?:day|night|week|fortnight|month|quarter|year|decade|century|hour|minute)"
DASH = r"(?:-|–|—)"


def month_of(word: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation in any case, with or without a stop."""
    return MONTHS[word.rstrip(".").lower()]


def weekday_of(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or abbreviation."""
    return WEEKDAYS[word.rstrip(".").lower()]


def day_of(words: str) -> int:
    """Return the day of a month from "3rd", "3" or "twenty-seventh".

    >>> day_of("3rd"), day_of("twenty-seventh"), day_of("fifteenth"), day_of("thirtieth")
    (3, 27, 15, 30)
    """
    figures = re.match(r"\d+", words)
    if figures:
        return int(figures.group())
    tens, _, ones = words.lower().rpartition("-")
    if ones in _ORDINAL_ONES:
        return TENS.get(tens, 0) + _ORDINAL_ONES[ones]
    return COUNTS.get(ones.removesuffix("th")) or TENS[ones.removesuffix("ieth") + "y"]


def number_of(words: str) -> float | None:
    """Return the number of "24", "2 1/2", "twenty-four" or "a"; ``None`` for "several".

    >>> number_of("2 1/2"), number_of("twenty four"), number_of("an"), number_of("a few")
    (2.5, 24.0, 1.0, None)
    """
    plain = words.lower().replace(",", "").strip()
    if plain[:1].isdigit():
        whole, _, half = plain.partition(" ")
        return float(whole) + (0.5 if half else 0.0)
    tens, _, ones = plain.replace("-", " ").partition(" ")
    if tens in TENS:
        return float(TENS[tens] + (COUNTS[ones] if ones else 0))
    last = plain.removesuffix(" of").rpartition(" ")[2]
    return float(COUNTS[last]) if last in COUNTS else None


def count_of(words: str) -> int | None:
    """Return the whole number that the words give exactly; ``None`` for "several" and "a few".

    >>> count_of("12"), count_of("a couple of"), count_of("several")
    (12, 2, None)
    """
    number = number_of(words)
    return int(number) if number is not None and number == int(number) else None
