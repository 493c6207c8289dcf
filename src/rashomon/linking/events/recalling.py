"""Accounts that recall what was before: "a year after the attack on their camp", "two weeks after a blast there killed four".

The day such a sentence gives is that of what follows, not of what is recalled. Nor is the day of an arrest that of the
deed. Pure in one article.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from rashomon.extraction.dates_words import COUNT, count_of
from rashomon.linking.precedence import published
from rashomon.model.dates import DateInterval
from rashomon.model.reading import Account
from rashomon.model.sources import Article

#: How far before a trigger the words are looked for.
_LOOK_BACK = 120
#: Days in a unit, and how far off (days) a time counted in it may be for each of them.
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25, "decade": 3652.5}
_LOOSE = {"day": 0.0, "week": 2.0, "fortnight": 3.0, "month": 12.0, "year": 45.0, "decade": 365.0}
#: People meet for an anniversary so many days from it.
_NEAR = 3.0
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_AFTER = re.compile(
    rf"\b(?:(?P<n>{COUNT}) (?P<unit>day|week|fortnight|month|year|decade)s?|the (?P<next>day|week|month|year))"
    r" (?:(?:have|has|had) (?:passed|elapsed|gone by) )?(?:after|since|following|on from)\s+[^.;:,\n]*$",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    rf"\b(?:(?P<nth>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))[ -])?(?:year )?anniversary of\s+[^.;:,\n]*$", re.IGNORECASE
)
#: What stands before a deed that somebody is pursued for: the day before it is that of the pursuit.
_PURSUED = re.compile(
    r"\b(?:suspected|accused|convicted|guilty|wanted|charged|indicted|sentenced|jailed|tried|questioned)"
    r"(?: \w+){0,2} (?:of|for|over|with|in connection with)\s+[^.;:,\n]*$",
    re.IGNORECASE,
)
#: What ends a clause, a line or a sentence.
_BREAK = re.compile(r"[,;:\n]|\. ")
#: Counts above this (days) are no date.
_MOST = 36525


def dated(article: Article, account: Account) -> Account:
    """Return an account with the day of what it recalls; one that recalls nothing, or gives a day of its own, as it is.

    A deed that somebody is arrested, tried or sought for has no day but its own: "held on Monday for the murder of two".
    """
    begin = max(0, account.trigger.start - _LOOK_BACK)
    ahead = article.text[begin : account.trigger.start]
    pursued, ago = _PURSUED.search(ahead), _ago(ahead)
    if pursued is not None and account.date is not None and not _has_own_day(article, account, begin + pursued.start()):
        return replace(account, date=None, date_span=None)
    if ago is None or _has_own_day(article, account, begin + ago[2]):
        return account
    days, loose, _ = ago
    base = _base(article, account)
    if base is None:
        return replace(account, date=None, date_span=None)
    middle = base - timedelta(days=round(days))
    return replace(account, date=DateInterval(middle - timedelta(days=round(loose)), middle + timedelta(days=round(loose))))


def _ago(ahead: str) -> tuple[float, float, int] | None:
    """Return how many days before, how far off that may be, and where it is said; ``None`` where nothing is recalled."""
    found = _AFTER.search(ahead)
    if found is not None:
        unit = (found["unit"] or found["next"]).lower()
        count = 1.0 if found["next"] else count_of(found["n"])
        if count is None or count * _DAYS[unit] > _MOST:
            return None
        return count * _DAYS[unit], count * _LOOSE[unit], found.start()
    found = _ANNIVERSARY.search(ahead)
    if found is None:
        return None
    nth = (found["nth"] or "first").lower()
    count = _ORDINALS.index(nth) + 1 if nth in _ORDINALS else int(re.sub(r"\D", "", nth))
    return (count * _DAYS["year"], _NEAR, found.start()) if count * _DAYS["year"] <= _MOST else None


def _has_own_day(article: Article, account: Account, from_here: int) -> bool:
    """Whether its date stands with the recalled words themselves, before any break: "a year after the attack of 11 May"."""
    span = account.date_span
    if span is None or span.end <= from_here:
        return False
    if span.start < account.trigger.start:
        return True
    return _BREAK.search(article.text, account.trigger.end, span.start) is None


def _base(article: Article, account: Account) -> date | None:
    """Return the day from which it is counted back: that of the sentence, else that of the article."""
    if account.date is not None and account.date.precision == "day" and account.date_span is not None:
        return account.date.first
    printed = published(article)
    return printed.last if printed is not None else None
