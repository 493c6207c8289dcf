"""Where and when an account has something happen, as far as its cited words say so."""

import re
from datetime import date

from rashomon.exports.briefs.contract import Ground
from rashomon.exports.briefs.words import DAY, MONTHS, day_said, listed, named_in
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words
from rashomon.model.dates import DateInterval
from rashomon.store.views import AccountView, Named

#: Places that a sentence lists.
PLACES = 2
_YEAR = 366
_DAYLIKE = re.compile(r"day|night|morning|evening|noon|ago\b|earlier|later|eve\b|feast|eid|christmas|anniversary", re.IGNORECASE)
#: What stands between an event and a place that belongs to another clause.
_ELSEWHERE = re.compile(r",\s+\w+\s+\w")


def where_of(view: AccountView, rests: Ground, say: Catalogue) -> str:
    """Return " in Merrowick", or " near Merrowick" where the words put it there; empty where they have no name of a place."""
    inside: list[str] = []
    around: list[str] = []
    for name, how in _places(view, rests, say):
        (around if how else inside).append(f"{how} {name}" if how else name)
    said = [say("brief.where", places=listed(inside))] if inside else []
    return "".join([*said, *(f" {one}" for one in around[: PLACES - len(inside)])])


def when_of(view: AccountView, rests: Ground, say: Catalogue) -> str:
    """Return " on 11 March 2031"; empty where the words do not hold the expression of the day, or name another day too."""
    return day_said(view.account.date, say) if _says_when(view, rests) else ""


def setting_of(view: AccountView, rests: Ground, say: Catalogue) -> tuple[str, ...]:
    """Return the places and the day of an account that its words give, perhaps in other letters."""
    day = (date_words(view.account.date, say),) if _says_when(view, rests) else ()
    return (*(name for name, _ in _places(view, rests, say)), *day)


def _places(view: AccountView, rests: Ground, say: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return proper names of places that the words have, the first ones, each with "near" or its like; none somebody is from."""
    found: dict[str, str] = {}
    for place in view.places:
        before = _before(place, rests.words)
        trigger = view.account.trigger.end - rests.start
        if (
            before is None
            or _ELSEWHERE.search(before[max(0, trigger) :])
            or not place.name[:1].isupper()
            or re.search(say("brief.cue.from"), before, re.IGNORECASE)
        ):
            continue
        near = re.search(say("brief.cue.near"), before, re.IGNORECASE)
        found.setdefault(place.name, "" if near is None else " ".join(near[1].lower().split()))
    return tuple(found.items())[:PLACES]


def _before(place: Named, words: str) -> str | None:
    """Return what stands before a place's name; ``None`` where the words do not have it."""
    if not named_in(place, words):
        return None
    return words.partition(place.words if place.words and place.words in words else place.name)[0]


def _says_when(view: AccountView, rests: Ground) -> bool:
    """Return whether the words hold the expression that an account's day comes from, and name no other and no nearer day."""
    span, days = view.account.date_span, view.account.date
    if span is None or days is None or span.article_id != rests.article_id:
        return False
    if not rests.start <= span.start < span.end <= rests.end:
        return False
    named = tuple(DAY.finditer(rests.words))
    expression = rests.words[span.start - rests.start : span.end - rests.start]
    if days.precision == "day" and days.first is not None and not _says_day(days.first.day, expression):
        return False
    nearer = days.precision in {"month", "year"} and any(found[1] or found[3] for found in named)
    return not nearer and all(_is_in(days, *found.groups()[:3]) for found in named)


def _says_day(number: int, expression: str) -> bool:
    """Return whether an expression tells a day, not a month's or year's end: its number, or a word like "Friday"."""
    return re.search(rf"(?<!\d)0?{number}(?!\d)", expression) is not None or _DAYLIKE.search(expression) is not None


def _is_in(days: DateInterval, before: str | None, month: str, after: str | None) -> bool:
    """Return whether a day of a month that words name lies in an interval of days, whatever the year."""
    number, wanted = int(before or after or 0), MONTHS.index(month) + 1
    first, last = days.first or days.last, days.last or days.first
    if not number or first is None or last is None:
        return not number
    several = range(first.toordinal(), min(last.toordinal(), first.toordinal() + _YEAR) + 1)
    return any((day.month, day.day) == (wanted, number) for day in map(date.fromordinal, several))
