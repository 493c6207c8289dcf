"""What cannot be as it is printed: a weekday that the date was not, a day after the article, parts beyond the whole."""

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator
from datetime import date

from rashomon.linking.cast import Cast
from rashomon.linking.disputes.stands import Found
from rashomon.linking.disputes.statements import Statements
from rashomon.linking.precedence import published
from rashomon.linking.sentences import sentence
from rashomon.model.ledger import Contradiction, Position, Reason
from rashomon.model.reading import Account, Figure
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import ContradictionKind, NumberKind, Severity, Status

_MONTHS = [name for name in month_name if name]
_MONTH = rf"(?P<{{name}}>{'|'.join(_MONTHS)})"
_DAY = r"(?P<{name}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(day_name)}),? (?:the )?(?P<date>(?:{_DAY.format(name='d1')} (?:of )?{_MONTH.format(name='m1')}"
    rf"|{_MONTH.format(name='m2')} {_DAY.format(name='d2')})(?:,? (?P<year>\d{{4}}))?)\b"
)
#: Words of what is still to come, which may well have a day after the article's.
_TO_COME = re.compile(
    r"\b(?:will|would|to|until|till|by|from|before|deadline|expir\w+|due|plan\w*|schedul\w+|expect\w*|next|upcoming|set)\b",
    re.IGNORECASE,
)
_SPELLED = re.compile(rf"\d{{1,2}}.*(?:{'|'.join(_MONTHS)})|(?:{'|'.join(_MONTHS)}).*\d{{1,2}}")
_PARTS = re.compile(r"\b(?:including|among them)\b", re.IGNORECASE)
#: How soon after the whole (characters) its parts are told.
_SOON = 40
_GOES = re.compile(
    r"\b(?:(?P<up>rose|risen|rises|grew|grown|increased|increases|climbed|doubled)"
    r"|(?P<down>fell|fallen|falls|dropped|decreased|declined|shrank|shrunk|reduced))\b[^.;]{0,60}?"
    r"\bfrom (?:about |around |some |nearly )?(?P<first>\d[\d,]*)[^.;\d]{0,20}"
    r" to (?:about |around |some |nearly )?(?P<last>\d[\d,]*)",
    re.IGNORECASE,
)


class Misprints:
    """Finds what one article cannot mean as it prints it."""

    def __init__(self, statements: Statements) -> None:
        self._cast: Cast = statements.cast
        self._statements = statements

    def find(self, article_ids: Iterable[str]) -> Iterator[Found]:
        """Yield the misprints of each article; they are no alarm."""
        for article_id in article_ids:
            for look in (self._weekdays, self._after, self._sums, self._turns):
                yield from ((f"article\x1f{article_id}", found) for found in look(article_id))

    def _weekdays(self, article_id: str) -> Iterator[Contradiction]:
        article = self._cast.article(article_id)
        for found in _DATED.finditer(article.text):
            day = _day(found, article)
            if day is not None and day_name[day.weekday()] != found["weekday"]:
                sides = [
                    self._position(article_id, *found.span("weekday"), found["weekday"]),
                    self._position(article_id, *found.span("date"), f"{day}, a {day_name[day.weekday()]}"),
                ]
                yield _misprint(ContradictionKind.TIME, f"date: {found[0]}", sides, f"{day} was a {day_name[day.weekday()]}")

    def _after(self, article_id: str) -> Iterator[Contradiction]:
        article = self._cast.article(article_id)
        printed = published(article)
        if printed is None or printed.last is None:
            return
        for account in self._cast.scenes[article_id].source.reading.accounts:
            span, when = account.date_span, account.date
            if (
                span is not None
                and when is not None
                and when.first is not None
                and when.first > printed.last
                and _told(account, article)
            ):
                sides = [
                    self._position(article_id, span.start, span.end, f"it happened on {when}"),
                    self._position(article_id, account.evidence.start, account.evidence.end, f"published {article.published}"),
                ]
                yield _misprint(ContradictionKind.TIME, f"date: {span.of(article)}", sides, "it is told before its date")

    def _sums(self, article_id: str) -> Iterator[Contradiction]:
        article = self._cast.article(article_id)
        figures = sorted(self._cast.scenes[article_id].source.reading.figures, key=lambda figure: figure.span.start)
        for at, whole in enumerate(figures):
            end = sentence(article, whole.span).end
            cue = _PARTS.search(article.text, whole.span.end, min(end, whole.span.end + _SOON))
            high = whole.value.high
            if cue is None or high is None or whole.kind not in (NumberKind.KILLED, NumberKind.INJURED):
                continue
            parts = [part for part in figures[at + 1 :] if cue.end() <= part.span.start < end and _alike(part, whole)]
            if sum(part.value.low or 0 for part in parts) > high:
                sides = [_figure(one, article, self._statements) for one in (whole, *parts)]
                topic = f"sum: {article.text[whole.span.start : end]}"
                yield _misprint(ContradictionKind.NUMBER, topic, sides, "the parts are more than the whole")

    def _turns(self, article_id: str) -> Iterator[Contradiction]:
        """Numbers that are said to have risen from a greater to a lesser one, or fallen from a lesser to a greater."""
        article = self._cast.article(article_id)
        for found in _GOES.finditer(article.text):
            first, last = (int(found[name].replace(",", "")) for name in ("first", "last"))
            way = "up" if found["up"] else "down"
            years = all(re.fullmatch(r"(?:19|20)\d\d", found[name]) for name in ("first", "last"))
            if not years and first != last and (last > first) != (way == "up"):
                sides = [
                    self._position(article_id, *found.span(way), f"it went {way}"),
                    self._position(article_id, found.start("first"), found.end("last"), f"from {first} to {last}"),
                ]
                yield _misprint(ContradictionKind.NUMBER, f"turn: {found[0]}", sides, "the numbers go the other way")

    def _position(self, article_id: str, start: int, end: int, says: str) -> Position:
        return self._statements.own(EvidenceSpan(article_id, start, end)).position(says)


def _day(found: re.Match[str], article: Article) -> date | None:
    """The day that is printed; without a year the one nearest to the article's day."""
    month, day = found["m1"] or found["m2"], int(found["d1"] or found["d2"])
    printed = published(article)
    near = printed.first if printed is not None else None
    years = [int(found["year"])] if found["year"] else [near.year + step for step in (-1, 0, 1)] if near is not None else []
    days = [date(year, _MONTHS.index(month) + 1, day) for year in years if _exists(year, _MONTHS.index(month) + 1, day)]
    return min(days, key=lambda one: abs((one - near).days) if near is not None else 0, default=None)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _told(account: Account, article: Article) -> bool:
    """Whether an account tells something as done, on a day that its own words spell out."""
    spelled = account.date_span is not None and _SPELLED.search(account.date_span.of(article)) is not None
    return spelled and account.status == Status.ASSERTED and not _TO_COME.search(account.evidence.of(article))


def _alike(part: Figure, whole: Figure) -> bool:
    return part.kind == whole.kind and part.source == whole.source


def _figure(figure: Figure, article: Article, statements: Statements) -> Position:
    said = statements.own(figure.span)
    return Position(article.id, figure.id, said.speaker, f"{figure.value} {figure.what}", figure.span.start, figure.span.end)


def _misprint(kind: ContradictionKind, topic: str, sides: list[Position], why: str) -> Contradiction:
    return Contradiction(kind, Severity.TEXT_ERROR, topic, tuple(sides), None, (Reason("misprint", 1.0, why),))
