"""When an incident was: the day its own sentences name."""

from collections.abc import Sequence
from datetime import date, timedelta

from rashomon.extraction.dates import find_dates
from rashomon.extraction.incidents.passages import Passage
from rashomon.model.dates import DateInterval

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: Older days are told for context.
_OLD = timedelta(days=120)
#: A longer stretch is not when it was.
_LONG = timedelta(days=31)


class Days:
    """The days a report names, each with the sentence it stands in."""

    def __init__(self, passage: Passage, published: date | None) -> None:
        self._published = published
        self._named: list[tuple[int, DateInterval]] = []
        for found in find_dates(passage.cased, (0, len(passage.text)), published):
            words = passage.text[found.start : found.end]
            if found.value is not None and not any(day in words for day in _WEEKDAYS):
                self._named.append((passage.sentence(found.start), found.value))

    def when(self, sentences: Sequence[int]) -> tuple[date | None, date | None]:
        """Return the first and last day an incident told in these sentences may have been on.

        Of several named days the first one in its sentences counts. The first is ``None`` where no day is named: then it was
        on or before the day of publication.
        """
        for sentence, value in self._named:
            if sentence in sentences and self._fits(value):
                return value.first, value.last
        return None, self._published

    def _fits(self, value: DateInterval) -> bool:
        if value.first is None or value.last is None or value.last - value.first > _LONG:
            return False
        return self._published is None or (value.last <= self._published and self._published - value.last <= _OLD)
