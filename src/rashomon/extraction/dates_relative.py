"""The patterns of date expressions that count from the day of publication or from a day named before."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft, month_span, shift_months, week_of
from rashomon.extraction.dates_words import COUNT, UNIT, count_of
from rashomon.model.dates import DateInterval

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
#: "The past month" is so many days.
_PAST_MONTH = 30
_EARLIEST = 100
_SATURDAY = 5


def _one(day: date) -> DateInterval:
    return DateInterval(day, day)


def _with_anchor(read: Callable[[Match, date], DateInterval | None]) -> Callable[[Match, date | None], Draft]:
    """Return a rule's reader out of one that needs the anchor: without an anchor the date has no value."""

    def reader(match: Match, anchor: date | None) -> Draft:
        return Draft(*match.span(), value=read(match, anchor) if anchor else None, relative=True)

    return reader


def _today(match: Match, anchor: date) -> DateInterval:
    word = match["word"].lower()
    if word == "overnight":
        return DateInterval(anchor - timedelta(days=1), anchor)
    return _one(anchor + timedelta(days={"yesterday": -1, "last": -1, "tomorrow": 1}.get(word.split()[0], 0)))


def _this(match: Match, anchor: date) -> DateInterval | None:
    """Last week · this month · next year · last weekend."""
    step = {"last": -1, "next": 1, "coming": 1}.get(match["side"].lower().split()[-1], 0)
    unit = match["unit"].lower()
    if unit == "week":
        return week_of(anchor, step)
    if unit == "weekend":
        return _weekend_from(anchor, step)
    if unit == "fortnight":
        return DateInterval(anchor - timedelta(days=14), anchor) if step < 0 else None
    if unit == "quarter":
        first = shift_months(anchor.replace(day=1), 3 * step)
        return month_span(first.year, (first.month - 1) // 3 * 3 + 1, 3)
    return _month_from(anchor, step) if unit == "month" else month_span(anchor.year + step, 1, 12)


def _weekend_from(anchor: date, step: int) -> DateInterval:
    """The Saturday and Sunday of this week; the last ones that are over; those of next week."""
    ahead = _SATURDAY - anchor.weekday() + 7 * step
    saturday = anchor + timedelta(days=ahead)
    return DateInterval(saturday, saturday + timedelta(days=1))


def _month_from(anchor: date, step: int) -> DateInterval:
    moved = shift_months(anchor.replace(day=1), step)
    return month_span(moved.year, moved.month)


def _so_far(match: Match, anchor: date) -> DateInterval:
    """Earlier this month · so far this year: from its first day to the anchor."""
    first = {"week": week_of(anchor).first, "month": anchor.replace(day=1)}.get(match["unit"], anchor.replace(month=1, day=1))
    return DateInterval(first, anchor)


def _later(match: Match, anchor: date) -> DateInterval:
    """Later this month: from the anchor to its last day."""
    whole = {"week": week_of(anchor), "month": month_span(anchor.year, anchor.month)}.get(match["unit"])
    return DateInterval(anchor, whole.last if whole else date(anchor.year, 12, 31))


def moved(day: date, count: int, unit: str) -> DateInterval | None:
    """Return the day, month or year that lies ``count`` units from ``day``, as precise as the unit."""
    if unit in _DAYS:
        return _one(day + timedelta(days=count * _DAYS[unit])) if abs(count) < 10 * _EARLIEST else None
    months = count * _MONTHS.get(unit, 0)
    if not months or not _EARLIEST < day.year + months // 12 < 9000:  # noqa: PLR2004 - what `date` can hold, with room
        return None
    if unit == "month":
        return _month_from(day, count)
    year = day.year + months // 12
    return DateInterval(date(year, 1, 1), date(year, 12, 31))


def _ago(match: Match, anchor: date) -> DateInterval | None:
    count = count_of(match["n"])
    if count is None:
        return None
    if match["unit"] in {"hour", "minute"}:
        return _one(anchor) if count <= 12 else None  # noqa: PLR2004 - within the day
    return moved(anchor, -count, match["unit"])


def _past(match: Match, anchor: date) -> DateInterval | None:
    """The past month · over the last three months: up to the anchor."""
    count = count_of(match["n"]) if match["n"] else 1
    unit = match["unit"]
    if not count or unit in {"hour", "minute"}:
        hours = int(match["n"]) if unit == "hour" and match["n"] and match["n"].isdigit() else 0
        return DateInterval(anchor - timedelta(days=hours // 24), anchor) if hours else None
    if unit == "month" and count == 1:
        return DateInterval(anchor - timedelta(days=_PAST_MONTH), anchor)
    if unit in _MONTHS and anchor.year - count * _MONTHS[unit] // 12 > _EARLIEST:
        return DateInterval(shift_months(anchor, -count * _MONTHS[unit]), anchor)
    return DateInterval(anchor - timedelta(days=count * _DAYS[unit]), anchor) if unit in _DAYS else None


def _coming(match: Match, anchor: date) -> DateInterval | None:
    """The next three days: from the anchor on."""
    count = count_of(match["n"])
    if not count or match["unit"] not in {**_DAYS, **_MONTHS}:
        return None
    if match["unit"] in _MONTHS:
        return DateInterval(anchor, shift_months(anchor, count * _MONTHS[match["unit"]]))
    return DateInterval(anchor, anchor + timedelta(days=count * _DAYS[match["unit"]]))


def _end_of(match: Match, anchor: date) -> DateInterval:
    """The end of the year: its last third; the last day after "by", which the caller sees to."""
    whole = month_span(anchor.year, anchor.month) if match["unit"] == "month" else month_span(anchor.year, 1, 12)
    assert whole.last is not None
    return _one(whole.last)


def _no_value(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), relative=True)


def _from_context(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    """A day earlier · the next day · two weeks later: counted from the last day that the text named."""
    groups = match.groupdict()
    back = -1 if groups["way"].lower() in {"before", "earlier", "previous"} else 1
    count = count_of(groups["n"]) if groups.get("n") else 1
    if count is None:
        return Draft(*match.span(), relative=True)
    return Draft(*match.span(), relative=True, context=back * count, unit=groups["unit"])


def _weekend(match: Match, anchor: date) -> DateInterval:  # noqa: ARG001 - one shape for all rules
    saturday = anchor - timedelta(days=(anchor.weekday() - 5) % 7)
    return DateInterval(saturday, saturday + timedelta(days=1))


def _two_days(match: Match, anchor: date) -> DateInterval:
    return _one(anchor + timedelta(days=-2 if match["way"].startswith("before") else 2))


def _day_by(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    step = {"same": 0, "that": 0, "before": -1, "previous": -1}.get(match["way"].lower(), 1)
    return Draft(*match.span(), relative=True, context=step)


def _past_of(match: Match, anchor: date) -> DateInterval | None:
    unit = match["unit1"] or match["unit2"]
    return _past(match, anchor) if unit is None else _whole_past(unit, anchor)


def _whole_past(unit: str, anchor: date) -> DateInterval:
    days = {"week": 7, "month": _PAST_MONTH, "year": 365}[unit]
    return DateInterval(anchor - timedelta(days=days), anchor)


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), read, tuple(cues.split()))


#: In no order: the longest match that starts first wins.
RELATIVE: tuple[Rule, ...] = (
    _rule(
        r"(?<![A-Za-z] (?=(?-i:T)))\b(?P<word>yesterday|today|tonight|tomorrow|overnight|last (?:night|evening)|"
        r"this (?:morning|afternoon|evening))\b",
        _with_anchor(_today),
        "yesterday today tonight tomorrow overnight night evening morning afternoon",
    ),
    _rule(
        r"\b(?P<side>last|this|next|this coming) (?P<unit>weekend|week|fortnight|month|quarter|year)\b",
        _with_anchor(_this),
        "last this next",
    ),
    _rule(r"\b(?P<side>)(?:at|over|on|during) the (?P<unit>weekend)\b", _with_anchor(_weekend), "weekend"),
    _rule(r"\b(?:earlier|so far|already|previously) this (?P<unit>week|month|year)\b", _with_anchor(_so_far), "this"),
    _rule(r"\b(?:later|the rest of) this (?P<unit>week|month|year)\b", _with_anchor(_later), "this"),
    _rule(rf"\b(?P<n>{COUNT}) (?P<unit>{UNIT})s? ago\b", _with_anchor(_ago), "ago"),
    _rule(
        rf"\b(?:(?:over|in|during|within|for|throughout) )?(?:the |these )?(?:past|last|previous|preceding) "
        rf"(?:(?P<n>{COUNT}) )?(?P<unit>{UNIT})s\b|\b(?:over|in|during|within|for) the (?:past|last) (?P<unit1>month|week|year)\b"
        r"|\bthe past (?P<unit2>month|week|year)\b",
        _with_anchor(_past_of),
        "past last previous preceding",
    ),
    _rule(
        rf"\b(?:in|over|within|during) the (?:next|coming) (?P<n>{COUNT}) (?P<unit>day|week|month|year)s?\b",
        _with_anchor(_coming),
        "next coming",
    ),
    _rule(r"\bthe end of (?:the|this) (?P<unit>month|year)\b", _with_anchor(_end_of), "end"),
    _rule(r"\b(?:in )?(?:the )?(?:recent|coming) (?:days|weeks|months|years|decades)\b", _no_value, "recent coming"),
    _rule(
        r"\b(?:the )?(?P<way>next|following|previous|same|that) (?P<unit>day|morning|evening|night|afternoon)\b",
        _day_by,
        "next following previous same that before after",
    ),
    _rule(
        rf"\b(?P<n>{COUNT}) (?P<unit>day|week|month|year|fortnight)s? (?P<way>earlier|later|afterwards?)\b",
        _from_context,
        "earlier later after",
    ),
    _rule(
        r"\bthe (?P<unit>day|night|evening) (?P<way>before|after)\b(?! (?:yesterday|tomorrow))",
        _day_by,
        "next following previous same that before after",
    ),
    _rule(r"\bthe day (?P<way>before yesterday|after tomorrow)\b", _with_anchor(_two_days), "before after"),
)
