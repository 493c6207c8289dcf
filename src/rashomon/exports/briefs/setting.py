"""Where and when an account has something happen, as far as its cited words say so."""

import re
from datetime import date

from rashomon.exports.briefs.contract import Ground
from rashomon.exports.briefs.words import DAY, MONTHS, WHY, day_said, listed, named_in
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
#: "GAO, Mali, March 5 (Agency) - ": where and when the report was written, not what it tells.
_DATELINE = re.compile(r"\W*[A-Z][^.!?;–—]{0,90}?\s*[-–—]{1,2}\s")


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
    return day_said(day_of(view, rests, say), say)


def setting_of(view: AccountView, rests: Ground, say: Catalogue) -> tuple[str, ...]:
    """Return the places and the day of an account that its words give, perhaps in other letters."""
    told = day_of(view, rests, say)
    day = () if told is None else (date_words(told, say),)
    return (*(name for name, _ in _places(view, rests, say)), *day)


def _places(view: AccountView, rests: Ground, say: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return proper names of places that the words have, the first ones, each with "near" or its like; none somebody is from."""
    found: dict[str, str] = {}
    for place in view.places:
        before = _before(place, rests.words)
        if before is None or _is_elsewhere(view, rests, place, before, say):
            continue
        near = re.search(say("brief.cue.near"), before, re.IGNORECASE)
        found.setdefault(place.name, "" if near is None else " ".join(near[1].lower().split()))
    return tuple(found.items())[:PLACES]


def _is_elsewhere(view: AccountView, rests: Ground, place: Named, before: str, say: Catalogue) -> bool:
    """Return whether a place is not where it happened: somebody is from there or goes there, or it is another clause's."""
    start, end = view.account.trigger.start - rests.start, view.account.trigger.end - rests.start
    left = re.search(rf"(?:{say('brief.cue.from')}|{say('brief.cue.toward')})", before, re.IGNORECASE)
    ahead = rests.words[len(before) + len(place.words) : start] if len(before) < start else ""
    other = _ELSEWHERE.search(before[max(0, end) :]) or WHY.search(ahead)
    bare = re.fullmatch(say("brief.cue.bare_place"), place.name, re.IGNORECASE)
    return bool(left or other or bare) or not place.name[:1].isupper()


def _before(place: Named, words: str) -> str | None:
    """Return what stands before a place's name; ``None`` where the words do not have it."""
    if not named_in(place, words):
        return None
    return words.partition(place.words if place.words and place.words in words else place.name)[0]


def day_of(view: AccountView, rests: Ground, say: Catalogue) -> DateInterval | None:
    """Return when an account has it happen as far as the words say so; "the end of 2031" is a vague word for 2031."""
    span, days = view.account.date_span, view.account.date
    if span is None or days is None or span.article_id != rests.article_id:
        return None
    if not rests.start <= span.start < span.end <= rests.end:
        return None
    before = rests.words[: span.start - rests.start]
    expression = rests.words[span.start - rests.start : span.end - rests.start]
    if _is_of_report(rests.words, before, expression, say) or not _says_when(days, expression, rests.words):
        return None
    return _widened(days) if re.search(say("brief.cue.vague"), expression, re.IGNORECASE) else days


def _is_of_report(words: str, before: str, expression: str, say: Catalogue) -> bool:
    """Return whether a day is that of the report or of what somebody said: the dateline's, or behind "said on"."""
    line = _DATELINE.match(words)
    in_line = line is not None and len(before) + len(expression) <= line.end()
    return in_line or re.search(say("brief.cue.said_day"), before, re.IGNORECASE) is not None


def _widened(days: DateInterval) -> DateInterval | None:
    """Return the month or the year that a vague stretch lies in; ``None`` where it lies in several years."""
    first, last = days.first, days.last
    if first is None or last is None or days.precision in {"month", "year"} or first.year != last.year:
        return days if days.precision in {"month", "year"} else None
    return DateInterval.parse(f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}")


def _says_when(days: DateInterval, expression: str, words: str) -> bool:
    """Return whether words tell a day by an expression, and name no other and no nearer day."""
    named = tuple(DAY.finditer(words))
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
