"""When something happened that the sentence sets apart from what it dates: "on Tuesday, a day after two were abducted"."""

from datetime import date, timedelta

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.dates_context import moved
from rashomon.extraction.dates_words import count_of
from rashomon.extraction.triggers import Trigger
from rashomon.model.dates import DateInterval
from rashomon.model.sources import EvidenceSpan

_WAYS = {"after": -1, "before": 1}
_UNITS = frozenset(["day", "week", "month", "year", "decade"])
#: Units within which both fall on one day, or on two that the text does not tell apart.
_SHORT = frozenset(["hour", "minute", "moment"])
_HALF_A_WEEK = timedelta(days=3)
#: Words of a number at most ("a hundred and twenty").
_NUMBER = 4


def apart_of(passage: Passage, trigger: Trigger, base: date | None) -> tuple[DateInterval | None, EvidenceSpan | None] | None:
    """Return when a trigger's event was that its clause sets apart from the rest of the sentence; ``None`` where none does.

    Of two weeks that is a week, of two years a year; of "days" and "several weeks" nothing can be said.

    Args:
        passage: the article.

        trigger: the word that names what happened.

        base: the day of the rest of the sentence.
    """
    sentence = passage.sentences[trigger.sentence]
    first, _ = sentence.clause_bounds(trigger.first)
    word, unit = sentence.words[first], sentence.words[first - 1].removesuffix("s") if first else ""
    end = _end(sentence, first, trigger.first)
    if word not in _WAYS or unit not in _UNITS | _SHORT or not first <= trigger.first < end or _is_dated(sentence, first, end):
        return None
    counted = _count(sentence, first - 1)
    if unit in _SHORT:
        return None
    if counted is None or base is None:
        return None, None
    count, begins = counted
    return _moved(base, _WAYS[word] * count, unit), passage.evidence(*sentence.span(begins, first + 1))


def _end(sentence: Sentence, first: int, at: int) -> int:
    """Return where the clause from ``first`` on ends that holds a position.

    One that opens the sentence, or follows a date that opens it ("In June, a week after a raid, they left"), ends at a comma.
    """
    _, last = sentence.clause_bounds(at)
    dated = max((sentence.after(date) for date in sentence.dates if sentence.first_word(date) <= _NUMBER), default=0)
    commas = (n for n in range(first, last) if first <= dated + _NUMBER + 2 and sentence.words[n] == ",")
    return next(commas, last)


def _is_dated(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a date stands between the positions."""
    return any(first < sentence.first_word(dated) < end for dated in sentence.dates)


def _count(sentence: Sentence, unit: int) -> tuple[int, int] | None:
    """Return the number before a unit and where its words begin; the longest that is one."""
    for begins in range(max(0, unit - _NUMBER), unit):
        count = count_of(" ".join(sentence.words[begins:unit]))
        if count is not None:
            return count, begins
    return None


def _moved(base: date, count: int, unit: str) -> DateInterval | None:
    """Return the day, week, month or year so far from a day."""
    if unit != "week":
        return moved(base, count, unit)
    middle = base + timedelta(weeks=count)
    return DateInterval(middle - _HALF_A_WEEK, middle + _HALF_A_WEEK)
