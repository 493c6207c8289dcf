"""Pieces of sentences: days, counts, lists, quoted words, and frames that take turns."""

import re
from collections.abc import Iterable

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.store.views import Named

#: Months as texts begin them, and one beside a day and perhaps a year.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({'|'.join(MONTHS)})[a-z]*\b\.?(?: (\d{{1,2}})\b(?!\d))?(?:,? \d{{4}}\b)?")
#: Letters of quoted words in a sentence; the citation has all of them.
LETTERS = 260
#: Days above which a stretch of time says too little to be told.
LONGEST_STRETCH = 370
#: What leads from an event to what it was done for, or came after.
WHY = re.compile(r"\b(?:in response to|in retaliation for|because of|after|following|since)\b")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def stands_in(words: str, text: str) -> bool:
    """Return whether words stand whole in a text, whatever their case and white space; empty words stand nowhere.

    >>> stands_in("the  Army", "The army said so."), stands_in("Iran", "Iranian officials"), stands_in("", "The army.")
    (True, False, False)
    """
    wanted = r"\s+".join(map(re.escape, words.split()))
    return bool(wanted) and re.search(rf"(?<!\w){wanted}(?!\w)", text, re.IGNORECASE) is not None


def named_in(one: Named, words: str) -> bool:
    """Return whether words name an actor or place: by its name, or by the words that are linked to it."""
    return stands_in(one.name, words) or stands_in(one.words, words)


def quoted(words: str) -> str:
    """Return words in quotation marks, cut between two words where they are long; marks inside become single ones.

    >>> quoted('He said "no".')
    '“He said ‘no’.”'
    """
    plain = " ".join(words.split())
    shown = plain if len(plain) <= LETTERS else f"{plain[:LETTERS].rpartition(' ')[0]} …"
    return f"“{_single(shown)}”"


def _single(words: str) -> str:
    """Return words whose double quotation marks are single ones, straight marks by turns opening and closing."""
    made, opens = [], True
    for letter in words.replace("“", "‘").replace("”", "’"):
        if letter == '"':
            made.append("‘" if opens else "’")
            opens = not opens
        else:
            made.append(letter)
    return "".join(made)


def day_said(value: DateInterval | None, say: Catalogue) -> str:
    """Return when something happened, with the word before it; empty where nobody says."""
    if value is None:
        return ""
    if value.precision == "day":
        return say("brief.when", date=date_words(value, say))
    if value.precision in {"month", "year"}:
        return say("brief.when_within", date=date_words(value, say))
    if value.first is None or value.last is None:
        return say("brief.when_open", date=date_words(value, say))
    if (value.last - value.first).days > LONGEST_STRETCH:
        return ""
    return say("brief.when_between", date=date_words(value, say))


def amount_said(value: Range, say: Catalogue) -> str:
    """Return a count as a sentence has it: small exact numbers in words, others in figures.

    >>> amount_said(Range.exactly(3), None)  # type: ignore[arg-type]
    'three'
    """
    if value.low == value.high and value.low is not None and value.low in range(len(_SMALL)):
        return _SMALL[int(value.low)]
    return amount_words(value, say)


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence lists them, each once.

    >>> listed(["A", "B", "A", "C"])
    'A, B and C'
    """
    several = list(dict.fromkeys(names))
    return several[0] if len(several) == 1 else f"{', '.join(several[:-1])} and {several[-1]}" if several else ""


def count_said(n: int) -> str:
    """Return a whole number as a sentence has it: small ones in words.

    >>> count_said(3), count_said(12)
    ('three', '12')
    """
    return _SMALL[n] if n < len(_SMALL) else str(n)


def upper(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


class Frames:
    """Gives the frames of a sentence by turns, so that neighbours do not open alike.

    Args:
        say: the words; frames of one sentence have the keys ``key_1``, ``key_2`` and so on.
    """

    def __init__(self, say: Catalogue) -> None:
        self.say = say
        self._turn: dict[str, int] = {}

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the next frame of a sentence, filled in; what it begins with has a capital letter."""
        count = next(n for n in range(1, 99) if f"brief.{key}_{n + 1}" not in self.say.texts)
        turn = self._turn[key] = self._turn.get(key, -1) + 1
        capital = {upper(name): upper(str(value)) for name, value in values.items()}
        return upper(self.say(f"brief.{key}_{turn % count + 1}", **{**values, **capital}))
