"""What answers a question, before any of it is shown: flags over the columns."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Connection

from rashomon.store.search.columns import Columns, Flags
from rashomon.store.search.hits import Finder, articles_of
from rashomon.store.search.narrowing import Narrowing
from rashomon.store.search.widening import Widened, widen
from rashomon.store.search.words import Asked, parse
from rashomon.store.views import Question


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a question.

    Args:
        asked: the words as read and widened; ``None`` where there are none.

        searched: the events that the words find; ``allowed`` those that each other field allows.

        events: those that both leave; ``articles`` likewise, none where no words were asked for.

        new: numbers of articles that hold the words and came after the columns were made.
    """

    columns: Columns
    narrowing: Narrowing
    asked: Asked | None
    widened: tuple[Widened, ...]
    searched: Flags
    allowed: Mapping[str, Flags]
    events: Flags
    articles: Flags
    new: frozenset[int]


def find(connection: Connection, columns: Columns, grades: Mapping[str, str], question: Question) -> Found:
    """Return what answers a question; a text without a letter or digit finds nothing, a blank one is no text."""
    narrowing = Narrowing(connection, columns, grades)
    allowed = narrowing.of(question)
    text = (question.text or "").strip()
    everything = np.ones(len(columns), dtype=np.bool_)
    empty = Found(
        columns,
        narrowing,
        None,
        (),
        everything,
        allowed,
        everything,
        np.zeros(len(columns.article_number), dtype=np.bool_),
        frozenset(),
    )
    asked = parse(text)
    if text and asked is None:
        empty = replace(empty, searched=~everything)
    found = empty if asked is None else _searched(connection, empty, asked)
    events = found.searched.copy()
    for flags in allowed.values():
        events &= flags
    if allowed:
        found = replace(found, articles=found.articles & articles_of(columns, events), new=frozenset())
    return replace(found, events=events)


def _searched(connection: Connection, empty: Found, asked: Asked) -> Found:
    wide, widened = widen(connection, asked)
    hits = Finder(connection, empty.columns, empty.narrowing.events).find(wide)
    return replace(empty, asked=wide, widened=widened, searched=hits.events, articles=hits.articles, new=hits.new)
