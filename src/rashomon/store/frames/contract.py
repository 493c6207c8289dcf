"""What a flat table is: its columns with type, unit and meaning, and how its rows are asked for.

A row is a tuple in the order of the columns. ``None`` is "not stated". Lists that stand side by side (names and their ids)
have the same length; what has no id has ``None`` there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from rashomon.model.marks import Mark
from rashomon.store.publishing.contract import Selection

#: One row: a value for each column of its table.
Row = tuple[object, ...]


class Kind(StrEnum):
    """What values a column holds.

    CODE is an id or a word of a closed vocabulary; TEXT is what a page, a person or a list wrote, in any letters; DAY is a day
    of the Gregorian calendar; CODES and TEXTS are lists of such.
    """

    CODE = "code"
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    CODES = "codes"
    TEXTS = "texts"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``joins`` is the ``table.column`` that it points to, ``unit`` what its numbers count or are measured in."""

    name: str
    kind: Kind
    meaning: str
    unit: str | None = None
    joins: str | None = None


@dataclass(frozen=True, slots=True)
class FlatTable:
    """One table. ``key`` names the columns that tell its rows apart; rows are sorted by the first of them."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of a ledger is told.

    Args:
        events: ids of the events of an answer; ``None`` is all.

        articles: ids of the articles that tell them or hold the words asked for; ``None`` is all.

        hidden: ids of the articles that may not be shown: they give no row and support no value.

        clearance: of those who get the tables.
    """

    events: frozenset[str] | None = None
    articles: frozenset[str] | None = None
    hidden: frozenset[str] = frozenset()
    clearance: Mark = Mark.RED

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.events is None and self.articles is None and not self.hidden

    def shows(self, article_id: str) -> bool:
        """Return whether an article may be shown."""
        return article_id not in self.hidden

    def tells(self, article_id: str) -> bool:
        """Return whether an article is one of those asked for."""
        return self.shows(article_id) and (self.articles is None or article_id in self.articles)

    def has(self, event_id: str | None) -> bool:
        """Return whether an event is one of those asked for; no event is none of them."""
        return self.events is None or event_id in self.events


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of some tables that are read together: the family's name and the keys of the rows it is made of."""

    family: str
    keys: tuple[str, ...]


class Frames(Protocol):
    """Gives a ledger's tables, a piece at a time, so that memory holds one piece."""

    def scope(self, selection: Selection) -> Scope:
        """Return the part of the ledger that a selection means."""
        ...

    def cuts(self, scope: Scope, only: frozenset[str] | None = None) -> Iterator[Cut]:
        """Yield the pieces of all tables, or of these alone, in the order of their rows."""
        ...

    def rows(self, cut: Cut, scope: Scope, only: frozenset[str] | None = None) -> Mapping[str, list[Row]]:
        """Return a piece's rows by the names of their tables."""
        ...

    def version(self) -> str:
        """Return what changes when the ledger is linked anew."""
        ...
