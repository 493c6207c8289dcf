"""When a figure counts, where its own words lean on others: "61 in the same two months", "48 in May"."""

import re
from calendar import month_name, monthrange
from collections.abc import Iterable
from datetime import date

from rashomon.model.dates import DateInterval
from rashomon.model.reading import Figure, Reading
from rashomon.model.sources import Article

_MONTHS = [name.lower() for name in month_name if name]
_SAME = re.compile(
    r"\b(?:in|over|during|for|within) (?:the|that|this|these|those) same (?:\w+ ){0,2}?"
    r"(?:period|time|span|stretch|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"^(?:\s+[\w’'-]+){{0,4}}?\s+(?:in|for|during)\s+({'|'.join(_MONTHS)})\b(?!\s+\d{{4}})", re.IGNORECASE)
#: Words before a number that make it what would follow, and not what somebody counted.
_WOULD = re.compile(
    r"\b(?:would|should|could|might) (?:have )?(?:leave|left|make|made|mean|meant|imply|give|given|be|been)\s*$", re.IGNORECASE
)
_STOP = re.compile(r"[.;!?]\s|\n")
#: How far after a number (characters) its period is looked for.
_AFTER = 140


def only_follows(article: Article, figure: Figure) -> bool:
    """Return whether a number is only what would follow from others ("which would leave 51")."""
    return _WOULD.search(article.text[max(0, figure.span.start - 40) : figure.span.start]) is not None


class Periods:
    """Finds the periods of the figures of one article.

    Args:
        article: where they stand.

        reading: what was read in it; its dates say which year a bare month is of.
    """

    def __init__(self, article: Article, reading: Reading) -> None:
        self._article = article
        dated = [(mention.span.start, mention.date) for mention in reading.mentions if mention.date is not None]
        dated += [(figure.span.start, figure.period) for figure in reading.figures if figure.period is not None]
        self._dated = sorted(dated, key=lambda one: (one[0], str(one[1])))

    def of(self, figure: Figure, before: Iterable[DateInterval]) -> DateInterval | None:
        """Return the days a figure counts: its own, those it shares with an earlier one, or the month named right after it.

        Args:
            figure: the number.

            before: the periods that the figures before it in the article state, in reading order.
        """
        if figure.period is not None or figure.as_of is not None:
            return figure.period
        after = self._article.text[figure.span.end :][:_AFTER]
        stop = _STOP.search(after)
        words = after[: stop.start()] if stop is not None else after
        if _SAME.search(words):
            return next(reversed(list(before)), None)
        named = _MONTH.match(words)
        return self._month(figure, _MONTHS.index(named[1].lower()) + 1) if named is not None else None

    def _month(self, figure: Figure, month: int) -> DateInterval | None:
        """A month of the year that the article speaks of before the number."""
        spoken = [when for start, when in self._dated if start < figure.span.start]
        year = next((when.last.year for when in reversed(spoken) if when.last is not None), None)
        return None if year is None else DateInterval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
