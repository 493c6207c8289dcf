"""What answers a question, before any of it is shown: flags over the columns."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Connection

from rashomon.store.search.columns import Columns, Flags, Numbers
from rashomon.store.search.hits import Finder, Hits, articles_of, demanded
from rashomon.store.search.meaning.likening import Likened, liken
from rashomon.store.search.narrowing import Narrowing
from rashomon.store.search.ordering import fitting, ordered
from rashomon.store.search.widening import Widened, widen
from rashomon.store.search.words import Asked, parse
from rashomon.store.views import Question

#: Events at most that are put in order by how well they fit; of more than that the newest come first.
FITTED_AT_MOST = 50_000


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a question.

    Args:
        asked: the words as read and widened; ``None`` where there are none.

        searched: the events that the words find; ``allowed`` those that each other field allows.

        events: those that both leave; ``articles`` likewise, none where no words were asked for.

        new: numbers of articles that hold the words and came after the columns were made; `as_of_now` finds them.

        key: under which this is kept; ``None`` where it is not.

        own: the words without those of a like meaning, ``likened`` what these are, ``first`` the events and articles that the
            own words find; ``None`` where that is all.

        unnamed: the events that are found by the words of their articles alone; ``None`` where all have a title and names.
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
    key: Hashable = None
    own: Asked | None = None
    likened: tuple[Likened, ...] = ()
    first: Hits | None = None
    unnamed: Flags | None = None

    def ranked(self, order: str) -> Numbers:
        """Return the positions of the events in an order of `rashomon.store.search.ORDERS`; what the own words find is first."""
        own = self.events if self.first is None else self.events & self.first.events
        if order == "best" and self.own is not None and 0 < own.sum() <= FITTED_AT_MOST:
            named = Finder(self.narrowing.connection, self.columns, self.narrowing.events, self.unnamed).named
            ranked = fitting(self.columns, own, (named(one) for one in demanded(self.own)))
        else:
            ranked = ordered(self.columns, own, order)
        return ranked if self.first is None else np.concatenate([ranked, ordered(self.columns, self.events & ~own, order)])


def find(
    connection: Connection,
    columns: Columns,
    grades: Mapping[str, str],
    question: Question,
    without: Collection[tuple[str, str]] = (),
) -> Found:
    """Return what answers a question; a text without a letter or digit finds nothing, a blank one is no text.

    ``without`` are names of actors that whoever asks does not know, as `rashomon.store.search.widening.widen` has them.
    """
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
    found = empty if asked is None else _searched(connection, empty, asked, without, like=question.meaning == "with")
    events = found.searched.copy()
    for flags in allowed.values():
        events &= flags
    if allowed:
        found = replace(found, articles=found.articles & articles_of(columns, events))
    return replace(found, events=events)


def _searched(connection: Connection, empty: Found, asked: Asked, without: Collection[tuple[str, str]], *, like: bool) -> Found:
    unnamed = _events_of(empty.columns, {actor_id for actor_id, _ in without}) if without else None
    finder = Finder(connection, empty.columns, empty.narrowing.events, unnamed)
    wide, widened = widen(connection, asked, without)
    own = finder.find(wide)
    found = replace(empty, asked=wide, own=wide, widened=widened, searched=own.events, articles=own.articles, unnamed=unnamed)
    likely, likened = liken(wide)
    if not like or not likened:
        return replace(found, likened=likened)
    both = own | finder.find(likely)
    return replace(found, asked=likely, likened=likened, first=own, searched=both.events, articles=both.articles)


def _events_of(columns: Columns, actor_ids: Collection[str]) -> Flags:
    """Return the events of some actors: the index of names has all that these are called."""
    flags = np.zeros(len(columns), dtype=np.bool_)
    positions = [n for n, one in enumerate(columns.actors) if one in actor_ids]
    flags[columns.of_actor[np.isin(columns.actor, positions)]] = True
    return flags


def as_of_now(connection: Connection, found: Found) -> Found:
    """Return what was found with the articles that came since, asked in this transaction; a narrowed question has none."""
    narrowing = replace(found.narrowing, connection=connection)
    if found.asked is None or found.allowed:
        return replace(found, narrowing=narrowing, new=frozenset())
    return replace(found, narrowing=narrowing, new=Finder(connection, found.columns, narrowing.events).fresh(found.asked))
