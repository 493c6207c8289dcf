"""Dates, counts and sizes as a person says them."""

from datetime import UTC, date, datetime

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range

_KILO = 1000


def number_words(value: float) -> str:
    """Return a number with commas between thousands and no needless decimals.

    >>> number_words(1250.0), number_words(0.5)
    ('1,250', '0.5')
    """
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def amount_words(value: Range | str, say: Catalogue) -> str:
    """Return a range, or the form `Range` prints, in words ("20 or more"); text of no such form comes back as it is."""
    if isinstance(value, str):
        try:
            value = Range.parse(value)
        except ValueError:
            return str(value)
    low, high = value.low, value.high
    if low is None or high is None:
        return say("amount.most", high=number_words(high or 0)) if low is None else say("amount.least", low=number_words(low))
    return number_words(low) if low == high else say("amount.between", low=number_words(low), high=number_words(high))


def _day(day: date, months: list[str]) -> str:
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _interval(value: DateInterval, say: Catalogue) -> str:
    months = say("date.months").split()
    first, last = value.first, value.last
    if first is None or last is None:
        known = _day(first or last or date.min, months)
        return say("date.since", first=known) if last is None else say("date.until", last=known)
    match value.precision:
        case "day":
            return _day(first, months)
        case "month":
            return f"{months[first.month - 1]} {first.year}"
        case "year":
            return str(first.year)
    start, end = _day(first, months), _day(last, months)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
        start = start.removesuffix(f" {months[first.month - 1]}") if first.month == last.month else start
    return say("date.between", first=start, last=end)


def date_words(value: DateInterval | str | None, say: Catalogue) -> str:
    """Return a date, as precise as it is, in words; text that is no date comes back as it is, ``None`` as "no date"."""
    if value is None:
        return say("site.unknown_date")
    if isinstance(value, str):
        try:
            value = DateInterval.parse(value)
        except ValueError:
            return str(value)
    return _interval(value, say)


def moment_words(moment: str) -> str:
    """Return a UTC time ("2031-06-05T06:00:00Z") to the minute; text that is no time comes back as it is.

    >>> moment_words("2031-06-05T06:00:00Z")
    '2031-06-05 06:00 UTC'
    """
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{read.astimezone(UTC) if read.tzinfo else read:%Y-%m-%d %H:%M} UTC"


def size_words(size: int) -> str:
    """Return a length in bytes with a unit.

    >>> size_words(900), size_words(15_300), size_words(2_400_000)
    ('900 B', '15 kB', '2 MB')
    """
    units = ("B", "kB", "MB", "GB")
    step, rest = 0, float(size)
    while rest >= _KILO and step < len(units) - 1:
        step, rest = step + 1, rest / _KILO
    return f"{rest:.0f} {units[step]}"
