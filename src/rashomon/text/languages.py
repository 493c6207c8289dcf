"""Which language a text is in."""

from itertools import islice

#: Fewer letters than this say too little.
LEAST_LETTERS = 40
#: As much of a text as is looked at.
_LOOK = 2000
#: The best language must beat the second by this many nats, else the text is left open (English and pidgin, Czech and Slovak).
_MARGIN = 1.5


def detect(text: str) -> str | None:
    """Return the ISO 639 code of the text's language; ``None`` where it has under 40 letters or two languages fit alike.

    >>> detect("Too short.") is None
    True
    """
    head = text[:_LOOK]
    if len(list(islice(filter(str.isalpha, head), LEAST_LETTERS))) < LEAST_LETTERS:
        return None
    from py3langid import rank  # noqa: PLC0415 - the model takes a third of a second to load, so it waits for the first text

    (best, score), (_, second), *_ = rank(head)
    return str(best) if score - second >= _MARGIN else None
