"""The account of a coded row, in the place of what was read from its notes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from rashomon.extraction.coded.cast import Cast
from rashomon.extraction.coded.codes import Code, Row, row_of
from rashomon.extraction.phrases import words_of
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import EventType, PartKind, Role, Status
from rashomon.readers.printed_dates import printed_date

#: Days either side of the day that ACLED prints where only the week is known.
_WEEK = timedelta(days=3)
_OF_A_WEEK, _OF_A_MONTH = 2, 3


def with_codes(article: Article, reading: Reading) -> Reading:
    """Return the reading of a row with one account made of its codes; any other article's reading comes back as it is.

    What the notes tell of the row's own days becomes part of that account: its words, and on whose word it is told. Claims and
    figures that spoke of it speak of the row's account then. A row that counts nobody killed states no toll: both data sets
    print 0 where no report gave a number.
    """
    row = row_of(article)
    kind = None if row is None else _type(row)
    if row is None or kind is None:
        return reading
    cast = Cast(row, reading.mentions)
    first, second = ("actor1", "actor2") if row.scheme == "ACLED" else ("side_a", "side_b")
    fillers = (*cast.actor(first, Role.AGENT), *cast.actor(second, Role.PATIENT), *cast.places())
    days, toll = _days(row), _toll(row)
    told = tuple(one for one in reading.accounts if days is None or one.date is None or one.date.overlaps(days))
    account = Account(
        _of_notes(row, told) or kind,
        Status.ASSERTED,
        _trigger(row).span,
        _notes(article, row),
        fillers,
        days,
        row.codes["event_date" if row.scheme == "ACLED" else "date_start"].span if days is not None else None,
        None if toll is None else toll[0],
        None if toll is None else toll[1],
        attribution=next((one.attribution for one in told if one.attribution), ()),
        also=tuple(one.trigger for one in told),
    )
    mentions = sorted((*reading.mentions, *cast.mentions), key=lambda one: (one.span.start, -one.span.end))
    return _pointing(replace(reading, mentions=tuple(mentions)), account, told)


def _type(row: Row) -> EventType | None:
    """Return our type of a row, ``None`` where its code is none that the codebooks have."""
    known = words_of("coded.yaml")["acled" if row.scheme == "ACLED" else "ucdp"].get(_trigger(row).value)
    return None if known is None else EventType(known)


def _of_notes(row: Row, told: Iterable[Account]) -> EventType | None:
    """Return the type that the notes tell of, where a row's code holds that one too."""
    other = words_of("coded.yaml")["other"].get(_trigger(row).value)
    return next((one.type for one in told if one.type == other), None)


def _trigger(row: Row) -> Code:
    return row.codes["sub_event_type" if row.scheme == "ACLED" else "type_of_violence"]


def _notes(article: Article, row: Row) -> EvidenceSpan:
    """Return what the coders wrote or quote; the code of the type where they did neither."""
    body = article.spans(PartKind.BODY)
    return EvidenceSpan(article.id, *body[0]) if body else _trigger(row).span


def _days(row: Row) -> DateInterval | None:
    """Return when it happened, as exactly as the row says."""
    if row.scheme != "ACLED":
        begin, end = _day(row, "date_start"), _day(row, "date_end")
        return None if begin is None else DateInterval(begin, max(begin, end or begin))
    day = _day(row, "event_date")
    exact = row.number("time_precision")
    if day is None or exact is None or exact < _OF_A_WEEK:
        return None if day is None else DateInterval(day, day)
    return DateInterval(day - _WEEK, day + _WEEK) if exact < _OF_A_MONTH else DateInterval.parse(day.isoformat()[:7])


def _day(row: Row, name: str) -> date | None:
    """Return the day that a code prints, ``None`` where it prints none."""
    printed = printed_date(row.value(name) or "")
    return DateInterval.parse(printed).first if printed is not None else None


def _toll(row: Row) -> tuple[Range, EvidenceSpan] | None:
    """Return how many were killed and where it stands."""
    if row.scheme == "ACLED":
        killed = row.number("fatalities")
        return (Range.exactly(killed), row.codes["fatalities"].span) if killed else None
    low, best, high = (row.number(name) for name in ("low", "best", "high"))
    if not high or best is None:
        return None
    return Range(min(best, best if low is None else low), max(best, high)), row.codes["best"].span


def _pointing(reading: Reading, account: Account, told: tuple[Account, ...]) -> Reading:
    """Return the reading with the row's account in the place of others, and what pointed at those pointing at it."""
    gone = {one.id for one in told}

    def now(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(account.id if one in gone else one for one in ids))

    kept = (one for one in reading.accounts if one.id not in gone)
    return replace(
        reading,
        accounts=tuple(sorted((account, *kept), key=lambda one: (one.trigger.start, one.trigger.end))),
        claims=tuple(replace(claim, about=now(claim.about)) for claim in reading.claims),
        figures=tuple(replace(one, account=account.id if one.account in gone else one.account) for one in reading.figures),
    )
