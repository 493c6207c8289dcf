"""Which events and articles answer: words by the full-text indexes, fields by the columns."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from rashomon.store.search.columns import Columns, Flags, Numbers
from rashomon.store.search.words import Asked, Both, Either, Field, Without, Words

_ARTICLES = "SELECT rowid FROM article_index WHERE article_index MATCH ?"
_FRESH = f"{_ARTICLES} AND rowid > ?"
_EVENTS = "SELECT rowid FROM event_index WHERE event_index MATCH ?"


@dataclass(frozen=True, slots=True)
class Hits:
    """Events and articles that answer, by position."""

    events: Flags
    articles: Flags

    def __and__(self, other: "Hits") -> "Hits":
        return Hits(self.events & other.events, self.articles & other.articles)

    def __or__(self, other: "Hits") -> "Hits":
        return Hits(self.events | other.events, self.articles | other.articles)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds what answers a question in one transaction.

    Args:
        narrow: gives the events that a field's value allows.

        unnamed: the events that are found by the words of their articles alone; ``None`` where all have a title and names.
    """

    connection: Connection
    columns: Columns
    narrow: Callable[[str, str], Flags]
    unnamed: Flags | None = None

    def find(self, asked: Asked) -> Hits:
        """Return what answers. Words asked for together must stand in one article, or in one event's title and names."""
        if (wanted := expression(asked)) is not None:
            found = self._matching(wanted)
            banned = unwanted(asked)
            if banned is not None:  # an event's own title and names tell against it, whichever of its articles answers
                found.events[self.named(banned)] = False
            return found
        if isinstance(asked, Field):
            events = self.narrow(asked.name, asked.value)
            return Hits(events, articles_of(self.columns, events))
        if isinstance(asked, Without):
            found = self.find(asked.part)
            return Hits(~found.events, ~found.articles)
        assert isinstance(asked, Both | Either)
        first, *rest = (self.find(part) for part in _together(asked))
        for part in rest:
            first = first & part if isinstance(asked, Both) else first | part
        return first

    def fresh(self, asked: Asked) -> frozenset[int]:
        """Return the numbers of the articles that answer and came after the columns were made; none by a field's value."""
        if (wanted := expression(asked)) is not None:
            numbers = self.columns.article_number
            last = int(numbers[-1]) if len(numbers) else 0
            return frozenset(row[0] for row in self.connection.exec_driver_sql(_FRESH, (wanted, last)).cursor.fetchall())
        if isinstance(asked, Field | Without):
            return frozenset()
        assert isinstance(asked, Both | Either)
        first, *rest = (self.fresh(part) for part in _together(asked))
        return first.intersection(*rest) if isinstance(asked, Both) else first.union(*rest)

    def _matching(self, wanted: str) -> Hits:
        columns = self.columns
        articles = _among(columns.article_number, self._rows(_ARTICLES, wanted))
        events = self.named(wanted)
        events[columns.of_article[articles[columns.article]]] = True
        return Hits(events, articles)

    def named(self, wanted: str) -> Flags:
        """Return the events whose title or names hold the words."""
        events = _among(self.columns.number, self._rows(_EVENTS, wanted))
        return events if self.unnamed is None else events & ~self.unnamed

    def _rows(self, statement: str, wanted: str) -> Numbers:
        rows = self.connection.exec_driver_sql(statement, (wanted,)).cursor.fetchall()
        return np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))


def articles_of(columns: Columns, events: Flags) -> Flags:
    """Return the articles that tell one of these events."""
    found = np.zeros(len(columns.article_number), dtype=np.bool_)
    found[columns.article[events[columns.of_article]]] = True
    return found


def _among(numbers: Numbers, wanted: Numbers) -> Flags:
    """Return which of the numbers are wanted."""
    highest = int(max(numbers.max(initial=0), wanted.max(initial=0)))
    flags = np.zeros(highest + 1, dtype=np.bool_)
    flags[wanted] = True
    return flags[numbers]


def expression(asked: Asked) -> str | None:
    """Return words in the index's own syntax; ``None`` where a field stands among them or nothing is demanded.

    >>> expression(Both((Words(("oil", "depot")), Words(("fire",)), Without(Words(("drill",))))))
    '(("oil depot" AND "fire") NOT ("drill"))'
    >>> expression(Without(Words(("drill",)))) is None
    True
    """
    if isinstance(asked, Words):
        return f'"{" ".join(asked.term)}"'
    if isinstance(asked, Without):
        return expression(asked.part.part) if isinstance(asked.part, Without) else None
    if isinstance(asked, Field):
        return None
    demanded = [expression(part) for part in asked.parts if not isinstance(part, Without)]
    excluded = [expression(part.part) for part in asked.parts if isinstance(part, Without)]
    texts, banned = [text for text in demanded if text], [text for text in excluded if text]
    if not texts or len(texts) < len(demanded) or len(banned) < len(excluded) or (banned and isinstance(asked, Either)):
        return None
    joined = f"({(' AND ' if isinstance(asked, Both) else ' OR ').join(texts)})"
    return f"({joined} NOT ({' OR '.join(banned)}))" if banned else joined


def demanded(asked: Asked) -> tuple[str, ...]:
    """Return the words and phrases that are asked for, each in the index's own syntax.

    >>> demanded(Both((Words(("oil", "depot")), Words(("fire",)), Without(Words(("drill",))))))
    ('"oil depot"', '"fire"')
    """
    parts = asked.parts if isinstance(asked, Both | Either) else (asked,)
    return tuple(text for part in parts if (text := expression(part)) is not None)


def unwanted(asked: Asked) -> str | None:
    """Return what words must not stand there, in the index's own syntax; ``None`` where all may.

    >>> unwanted(Both((Words(("fire",)), Without(Words(("drill",))))))
    '"drill"'
    """
    parts = asked.parts if isinstance(asked, Both) else ()
    return " OR ".join(text for part in parts if isinstance(part, Without) and (text := expression(part.part))) or None


def _together(asked: Both | Either) -> list[Asked]:
    """Return the parts; those of words alone as one, so that they are looked for in one article."""
    texts = [part for part in asked.parts if expression(part) is not None]
    if isinstance(asked, Both) and texts:
        texts += [part for part in asked.parts if isinstance(part, Without) and expression(part.part) is not None]
    others: list[Asked] = [part for part in asked.parts if part not in texts]
    one: list[Asked] = texts if len(texts) < 2 else [type(asked)(tuple(texts))]  # noqa: PLR2004 - one part needs no joining
    return [*one, *others]
