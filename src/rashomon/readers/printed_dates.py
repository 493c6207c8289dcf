"""Read a date as pages print it: "14 July 2020", "July 3rd, 2019", "Wed, 02 Jun 2022 07:00:00 +0000", "2019-07-03".

>>> printed_date("on 3 de julio de 2019")
'2019-07-03'
>>> printed_date("July 2019")
'2019-07'
"""

import re
from datetime import date

#: Names of the months in the languages of many outlets, words of one month apart by commas; short forms behind them.
_NAMES: tuple[str, ...] = (
    "january,janvier,enero,januar,jänner,gennaio,janeiro,ocak,stycznia,января,январь,янв,يناير,كانون الثاني,jan,janv,ene",
    "february,février,fevrier,febrero,februar,febbraio,fevereiro,şubat,lutego,февраля,февраль,фев,فبراير,شباط,feb,févr",
    "march,mars,marzo,märz,março,mart,marca,марта,март,مارس,آذار,mar,mär",
    "april,avril,abril,aprile,nisan,kwietnia,апреля,апрель,апр,أبريل,ابريل,نيسان,apr,avr,abr",
    "may,mai,mayo,maggio,maio,mayıs,maja,мая,май,مايو,أيار",
    "june,juin,junio,juni,giugno,junho,haziran,czerwca,июня,июнь,июн,يونيو,حزيران,jun",
    "july,juillet,julio,juli,luglio,julho,temmuz,lipca,июля,июль,июл,يوليو,تموز,jul,juil",
    "august,août,aout,agosto,ağustos,sierpnia,августа,август,авг,أغسطس,آب,aug,ago",
    "september,septembre,septiembre,settembre,setembro,eylül,września,сентября,сентябрь,сен,سبتمبر,أيلول,sep,sept",
    "october,octobre,octubre,oktober,ottobre,outubro,ekim,października,октября,октябрь,окт,أكتوبر,تشرين الأول,oct,okt",
    "november,novembre,noviembre,novembro,kasım,listopada,ноября,ноябрь,ноя,نوفمبر,تشرين الثاني,nov",
    "december,décembre,decembre,diciembre,dezember,dicembre,dezembro,aralık,grudnia,декабря,декабрь,дек,ديسمبر,dec,déc,dic,dez",
)
MONTHS: dict[str, int] = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split(",")}
_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
#: Any printed date; the groups of one alternative are filled.
PRINTED = re.compile(
    rf"(?<!\w)(?:{_YEAR.format('y1')}[-./](?P<m1>\d{{1,2}})[-./](?P<d1>\d{{1,2}})(?!\d)"
    rf"|{_DAY.format('d2')}[\s,-]\s?(?:de\s|of\s)?(?P<m2>{_NAME})\.?,?[\s-]\s?(?:de\s|of\s)?{_YEAR.format('y2')}"
    rf"|(?P<m3>{_NAME})\.?\s{_DAY.format('d3')},?\s{_YEAR.format('y3')}"
    rf"|(?P<d4>\d{{1,2}})\.(?P<m4>\d{{1,2}})\.{_YEAR.format('y4')}"
    rf"|(?P<a5>\d{{1,2}})[/-](?P<b5>\d{{1,2}})[/-]{_YEAR.format('y5')}"
    rf"|(?P<m6>{_NAME})\.?,?\s(?:de\s)?{_YEAR.format('y6')})(?![\w])"
    r"|(?<!\w)(?P<y7>(?:19|20)\d\d)-(?P<m7>\d\d)-(?P<d7>\d\d)(?=T\d)",
    re.IGNORECASE,
)
_MONTHS_A_YEAR = 12


def printed_date(text: str) -> str | None:
    """Return the first date of the text as ISO day, or month where no day is printed; ``None`` where there is none.

    Two numbers that may be day and month either way ("03/07/2019") give the year alone: it is not guessed.
    """
    found = PRINTED.search(text)
    return None if found is None else date_of(found)


def date_of(found: re.Match[str]) -> str | None:
    """Return what a match of `PRINTED` says in ISO form; ``None`` where there is no such day."""
    for number in "1234567":
        year = found[f"y{number}"]
        if year is None:
            continue
        if number == "5":
            return _either_way(year, int(found["a5"]), int(found["b5"]))
        month = found[f"m{number}"]
        month_number = int(month) if month.isdigit() else MONTHS[month.lower()]
        return f"{year}-{month_number:02}" if number == "6" else _day(year, month_number, int(found[f"d{number}"]))
    return None


def _either_way(year: str, one: int, other: int) -> str | None:
    """Read day/month or month/day where only one is possible; both numbers alike are no riddle."""
    if one > _MONTHS_A_YEAR or one == other:
        return _day(year, other, one)
    return _day(year, one, other) if other > _MONTHS_A_YEAR else year


def _day(year: str, month: int, day: int) -> str | None:
    """Return the ISO day, ``None`` where the calendar has none."""
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None
