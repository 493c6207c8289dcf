"""Turn what a person typed or chose into the JSON text that a decision holds, and say what is wrong with it."""

import json
import re

from rashomon.linking.corrections.values import ROLES
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import EventType, NumberKind, Stance, Status
from rashomon.store.review.contract import DecisionError

#: The closed vocabularies, by field; "kind" is that of a figure.
VOCABULARIES = {"type": EventType, "status": Status, "stance": Stance, "kind": NumberKind}
_RANGES = frozenset({"killed", "injured", "value"})
_DATES = frozenset({"date", "period"})
_STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})")
#: How a person may write a range or an open one ("at least 3", "3+", "3-5", "up to 5").
_AT_LEAST = re.compile(r"(?:at least|more than|over)?\s*(\d+)\s*(?:\+|or more)?", re.IGNORECASE)
_BETWEEN = re.compile(r"(\d+)\s*(?:-|–|to|\.\.)\s*(\d+)")
_UP_TO = re.compile(r"(?:up to|at most|\.\.)\s*(\d+)", re.IGNORECASE)


def given(field: str, values: tuple[str, ...], article: Article, near: EvidenceSpan) -> str | None:
    """Return the JSON text of a value as a person gave it; ``None`` for "not stated".

    Args:
        field: which value of an account, claim or figure.

        values: what was typed; several for roles, where each is a stretch ("120-134") or words of the article.

        article: where the words must stand.

        near: of words that stand in it several times, the ones nearest to this are meant.

    Raises:
        DecisionError: the value cannot be understood, or its words do not stand in the article.
    """
    stated = tuple(value.strip() for value in values if value.strip())
    if field in ROLES:
        return json.dumps([list(stretch(words, article, near)) for words in stated]) if stated else None
    if field == "source":
        return _source(stated, article, near)
    text = stated[0] if stated else None
    if field in VOCABULARIES:
        return json.dumps(_code(field, text))
    if text is None:
        return None
    if field in _RANGES:
        return json.dumps(str(_range(text)))
    return json.dumps(str(_interval(text)) if field in _DATES else text)


def _source(stated: tuple[str, ...], article: Article, near: EvidenceSpan) -> str:
    if not stated or stated[0] in (OUTLET_KEY, UNKNOWN_KEY):
        return json.dumps(stated[0] if stated else UNKNOWN_KEY)
    return json.dumps([list(stretch(stated[0], article, near))])


def _code(field: str, text: str | None) -> str:
    known = [str(code) for code in VOCABULARIES[field]]
    if text not in known:
        raise DecisionError(f"no {field} {text!r} (one of: {', '.join(known)})")
    return text


def _range(text: str) -> Range:
    between, up_to, least = _BETWEEN.fullmatch(text), _UP_TO.fullmatch(text), _AT_LEAST.fullmatch(text)
    try:
        if between is not None:
            return Range(float(between[1]), float(between[2]))
        if up_to is not None:
            return Range(None, float(up_to[1]))
        if least is not None and not text.isdigit():
            return Range(float(least[1]) + (text.lower().startswith(("more", "over"))), None)
        return Range.parse(text)
    except ValueError as error:
        raise DecisionError(f"cannot understand the number {text!r} (try: 3, 3-5, 3+ or up to 5)") from error


def _interval(text: str) -> DateInterval:
    try:
        return DateInterval.parse(text)
    except ValueError as error:
        raise DecisionError(f"cannot understand the date {text!r} (try: 2031-03-04, 2031-03 or 2031-03-01/2031-03-04)") from error


def stretch(words: str, article: Article, near: EvidenceSpan | None = None) -> tuple[int, int]:
    """Return where words stand in an article: a stretch as "120-134", or the words themselves, nearest to ``near``.

    Raises:
        DecisionError: they do not stand there, or the stretch lies outside the text or is empty.
    """
    numbers = _STRETCH.fullmatch(words)
    if numbers is not None:
        start, end = int(numbers[1]), int(numbers[2])
        if not article.text[start:end].strip() or end > len(article.text):
            raise DecisionError(f"no words stand at {words} in this article (its text ends at {len(article.text)})")
        return start, end
    loosely = r"\s+".join(re.escape(word) for word in words.split())
    found = [match.span() for match in re.finditer(loosely, article.text)] if loosely else []
    if not found:
        raise DecisionError(f"the words {words!r} do not stand in this article (give them exactly as it prints them)")
    middle = 0 if near is None else (near.start + near.end) // 2
    return min(found, key=lambda span: abs((span[0] + span[1]) // 2 - middle))
