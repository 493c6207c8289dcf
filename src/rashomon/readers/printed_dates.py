"""Read a date as pages print it: "14 July 2020", "July 3rd, 2019", "Wed, 02 Jun 2022 07:00:00 +0000", "2019-07-03".

>>> printed_date("on 3 de julio de 2019")
'2019-07-03'
>>> printed_date("July 2019")
'2019-07'
"""

import re
from datetime import date

from rashomon.readers.solar_dates import solar_date

#: Arabic, Persian and Devanagari digits; the text keeps its length.
_DIGITS = {ord(digit): str(at % 10) for at, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९")}
#: Names of the months in the languages of many outlets, words of one month apart by commas; short forms behind them.
_NAMES: tuple[str, ...] = (
    (
        "january,janvier,enero,januar,jänner,gennaio,janeiro,ocak,stycznia,января,январь,янв,يناير,"
        "كانون الثاني,jan,janv,ene,січня,січень,ژانویه"
    ),
    (
        "february,février,fevrier,febrero,februar,febbraio,fevereiro,şubat,lutego,февраля,февраль,фев,"
        "فبراير,شباط,feb,févr,лютого,лютий,فوریه"
    ),
    "march,mars,marzo,märz,março,mart,marca,марта,март,مارس,آذار,mar,mär,березня,березень",
    "april,avril,abril,aprile,nisan,kwietnia,апреля,апрель,апр,أبريل,ابريل,نيسان,apr,avr,abr,квітня,квітень,آوریل",
    "may,mai,mayo,maggio,maio,mayıs,maja,мая,май,مايو,أيار,травня,травень,مه,می",
    "june,juin,junio,juni,giugno,junho,haziran,czerwca,июня,июнь,июн,يونيو,حزيران,jun,червня,червень,ژوئن",
    "july,juillet,julio,juli,luglio,julho,temmuz,lipca,июля,июль,июл,يوليو,تموز,jul,juil,липня,липень,ژوئیه,جولای",
    "august,août,aout,agosto,ağustos,sierpnia,августа,август,авг,أغسطس,آب,aug,ago,серпня,серпень,اوت,آگوست,اغسطس",
    (
        "september,septembre,septiembre,settembre,setembro,eylül,września,сентября,сентябрь,сен,سبتمبر,أيلول,"
        "sep,sept,вересня,вересень,سپتامبر,ايلول"
    ),
    (
        "october,octobre,octubre,oktober,ottobre,outubro,ekim,października,октября,октябрь,окт,أكتوبر,"
        "تشرين الأول,oct,okt,жовтня,жовтень,اکتبر,اكتوبر"
    ),
    "november,novembre,noviembre,novembro,kasım,listopada,ноября,ноябрь,ноя,نوفمبر,تشرين الثاني,nov,листопада,листопад,نوامبر",
    (
        "december,décembre,decembre,diciembre,dezember,dicembre,dezembro,aralık,grudnia,декабря,декабрь,дек,ديسمبر,dec,"
        "déc,dic,dez,грудня,грудень,دسامبر,كانون الأول"
    ),
)
MONTHS: dict[str, int] = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split(",")}
_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
#: A month's name in one of the languages, as a pattern.
MONTH_NAME = rf"(?:{_NAME})"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
#: Any printed date; the groups of one alternative are filled.
PRINTED = re.compile(
    rf"(?<!\w)(?:{_YEAR.format('y1')}[-./](?P<m1>\d{{1,2}})[-./](?P<d1>\d{{1,2}})(?!\d)"
    rf"|{_DAY.format('d2')}[\s,-]\s?(?:de\s|of\s)?(?P<m2>{_NAME})\.?[,،]?[\s-]\s?(?:de\s|of\s)?{_YEAR.format('y2')}"
    rf"|(?P<m3>{_NAME})\.?\s{_DAY.format('d3')},?\s{_YEAR.format('y3')}"
    rf"|(?P<d4>\d{{1,2}})\.(?P<m4>\d{{1,2}})\.{_YEAR.format('y4')}"
    rf"|(?P<a5>\d{{1,2}})[/-](?P<b5>\d{{1,2}})[/-]{_YEAR.format('y5')}"
    rf"|(?P<m6>{_NAME})\.?,?\s(?:de\s)?{_YEAR.format('y6')})(?![\w])"
    r"|(?<!\w)(?P<y7>(?:19|20)\d\d)-(?P<m7>\d\d)-(?P<d7>\d\d)(?=T\d)",
    re.IGNORECASE,
)
_MONTHS_A_YEAR = 12
_LONE = 36
_LONGEST_DATELINE = 140
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s*$", re.IGNORECASE)


def printed_date(text: str) -> str | None:
    """Return the first date of the text as ISO day, or month where no day is printed; ``None`` where there is none.

    Two numbers that may be day and month either way ("03/07/2019") give the year alone: it is not guessed.
    """
    plain = text.translate(_DIGITS)
    found = PRINTED.search(plain)
    return solar_date(plain) if found is None else date_of(found)


def is_lone_date(text: str) -> bool:
    """Return whether a line is a date with hardly anything else: a weekday, a time."""
    return len(text) <= _LONE and printed_date(text) is not None


def is_dateline(text: str) -> bool:
    """Return whether a line says when something was published and is no sentence: short, dated, without an end."""
    return (
        len(text) <= _LONGEST_DATELINE
        and not text.rstrip().endswith((".", "!", "?", ":", "؟", "۔"))
        and printed_date(text) is not None
    )


def is_day_first(text: str) -> bool | None:
    """Return whether dates of the form 14/05/2024 begin with the day in a text; ``None`` where nothing says, or both.

    >>> is_day_first("14/05/2024 ... 12/05/2024"), is_day_first("05/14/2024"), is_day_first("12/05/2024")
    (True, False, None)
    """
    dates = [(int(found["a5"]), int(found["b5"])) for found in PRINTED.finditer(text) if found["y5"] is not None]
    days = {one > _MONTHS_A_YEAR for one, other in dates if max(one, other) > _MONTHS_A_YEAR >= min(one, other)}
    return days.pop() if len(days) == 1 else None


def date_of(found: re.Match[str], *, day_first: bool | None = None) -> str | None:
    """Return what a match of `PRINTED` says in ISO form; ``None`` where there is no such day.

    Args:
        found: the match.

        day_first: which of two numbers that may be either is the day, where the page shows it.
    """
    for number in "1234567":
        year = found[f"y{number}"]
        if year is None:
            continue
        if number == "5":
            weekday = _WEEKDAY.search(found.string, max(0, found.start() - 12), found.start())
            one, other = int(found["a5"]), int(found["b5"])
            if day_first is not None and max(one, other) <= _MONTHS_A_YEAR:
                return _day(year, other, one) if day_first else _day(year, one, other)
            return _either_way(year, one, other, weekday[1].lower() if weekday is not None else None)
        month = found[f"m{number}"]
        month_number = int(month) if month.isdigit() else MONTHS[month.lower()]
        return f"{year}-{month_number:02}" if number == "6" else _day(year, month_number, int(found[f"d{number}"]))
    return None


def _either_way(year: str, one: int, other: int, weekday: str | None) -> str | None:
    """Read day/month or month/day where only one is possible, or fits the weekday; both numbers alike are no riddle."""
    if one > _MONTHS_A_YEAR or one == other:
        return _day(year, other, one)
    if other > _MONTHS_A_YEAR:
        return _day(year, one, other)
    days = [day for day in (_day(year, one, other), _day(year, other, one)) if day is not None]
    fitting = [day for day in days if weekday is not None and _WEEKDAYS[date.fromisoformat(day).weekday()] == weekday]
    return fitting[0] if len(fitting) == 1 else year


def _day(year: str, month: int, day: int) -> str | None:
    """Return the ISO day, ``None`` where the calendar has none."""
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None
