"""What the fields of a question allow: events as flags over the columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection

from rashomon.model.dates import DateInterval
from rashomon.model.errors import NotFoundError
from rashomon.store.actor_page import find_actor
from rashomon.store.search.columns import NONE, Columns, Flags, Numbers
from rashomon.store.views import Question
from rashomon.text.folding import fold

#: Fields of a question that narrow, by name; `Narrowing.events` knows what each value means.
NARROWING = ("type", "status", "actor", "country", "month", "outlet", "grade", "roots", "after", "before", "place", "area")
#: Words after ``is:``.
_DISPUTED = frozenset({"disputed", "contradicted"})


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Tells which events a field's value allows. ``grades`` are letters by outlet; a value that means nothing allows none."""

    connection: Connection
    columns: Columns
    grades: Mapping[str, str]

    def of(self, question: Question) -> dict[str, Flags]:
        """Return the events that each given field allows, by field."""
        asked = {name: getattr(question, name) for name in NARROWING}
        found = {name: self.events(name, value) for name, value in asked.items() if value is not None}
        if question.actor is not None and question.parts:
            found["actor"] = self._with_parts(question.actor)
        if question.disputed:
            found["disputed"] = self.columns.disputed == 1
        return found

    def events(self, name: str, value: str) -> Flags:
        """Return the events that a field's value allows."""
        columns = self.columns
        known: dict[str, Callable[[str], Flags]] = {
            "type": lambda text: columns.type == _at(columns.types, _code(text)),
            "status": lambda text: columns.status == _at(columns.statuses, _code(text)),
            "month": lambda text: columns.month == _at(columns.months, text),
            "country": lambda text: self._having(columns.of_country, columns.country == _at(columns.countries, text.upper())),
            "place": self._place,
            "outlet": self._outlet,
            "actor": self._actor,
            "grade": lambda text: self.of_grade(text.upper()),
            "roots": self._roots,
            "after": lambda text: (columns.last >= _day(text, 0)) | ((columns.last == NONE) & (columns.first != NONE)),
            "before": lambda text: _stated(columns) & (columns.first <= _day(text, 1)),
            "area": self._area,
            "is": lambda text: (columns.disputed == 1) if text in _DISPUTED else self._none(),
        }
        return known[name](value)

    def of_grade(self, letter: str) -> Flags:
        """Return the events whose best graded outlet has this grade."""
        found: Flags = self.best_grades() == (ord(letter) if len(letter) == 1 else NONE)
        return found

    def best_grades(self) -> Numbers:
        """Return for each event the letter (as a number) of its best graded outlet, `NONE` where none is graded."""
        columns = self.columns
        best = np.full(len(columns), NONE, dtype=np.int64)
        graded = [self.grades.get(name) for name in columns.outlets]
        for letter in "FEDCBA":
            at = np.array([n for n, one in enumerate(graded) if one == letter], dtype=np.int64)
            if len(at):
                best[columns.of_outlet[np.isin(columns.outlet, at)]] = ord(letter)
        return best

    def parts_of(self, actor_id: str) -> tuple[int, ...]:
        """Return the positions of the actors that are part of an actor, or of such a part; not its own."""
        columns = self.columns
        start = _at(columns.actors, actor_id)
        found, edge = {start}, {start}
        while edge:
            edge = {int(part) for part, whole in zip(columns.part, columns.whole, strict=True) if int(whole) in edge} - found
            found |= edge
        return tuple(sorted(found - {start}))

    def actor_id(self, name_or_id: str) -> str:
        """Return the id of an actor; what was asked itself where there is none, so that no event has it."""
        try:
            return find_actor(self.connection, name_or_id).id
        except NotFoundError:
            return name_or_id

    def _none(self) -> Flags:
        return np.zeros(len(self.columns), dtype=np.bool_)

    def _having(self, positions: Numbers, chosen: Flags) -> Flags:
        found = self._none()
        found[positions[chosen]] = True
        return found

    def _actor(self, name_or_id: str) -> Flags:
        columns = self.columns
        return self._having(columns.of_actor, columns.actor == _at(columns.actors, self.actor_id(name_or_id)))

    def _with_parts(self, name_or_id: str) -> Flags:
        columns, actor_id = self.columns, self.actor_id(name_or_id)
        wanted = np.zeros(len(columns.actors) + 2, dtype=np.bool_)  # the last two stand for no actor and for one not listed
        wanted[[_at(columns.actors, actor_id), *self.parts_of(actor_id)]] = True
        wanted[-2:] = False
        return self._having(columns.of_actor, wanted[columns.actor])

    def _outlet(self, name: str) -> Flags:
        columns, wanted = self.columns, fold(name)
        at = [n for n, outlet in enumerate(columns.outlets) if outlet == name or fold(outlet) == wanted]
        return self._having(columns.of_outlet, np.isin(columns.outlet, at))

    def _place(self, name: str) -> Flags:
        columns, wanted = self.columns, fold(name)
        at = [
            n
            for n, (one, place) in enumerate(zip(columns.places, columns.place_names, strict=True))
            if one == name or fold(place) == wanted
        ]
        return self._having(columns.of_place, np.isin(columns.place, at))

    def _roots(self, text: str) -> Flags:
        """Return the events with so many independent roots ("2"), or at least so many ("2+")."""
        number = text.removesuffix("+")
        if not number.isdecimal():
            return self._none()
        have = self.columns.independent
        found: Flags = have >= int(number) if text.endswith("+") else have == int(number)
        return found

    def _area(self, text: str) -> Flags:
        """Return the events one of whose places has its centre between "west,south,east,north" (degrees)."""
        try:
            west, south, east, north = (float(edge) for edge in text.split(","))
        except ValueError:
            return self._none()
        lat, lon = self.columns.lat, self.columns.lon
        across = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
        inside: Flags = across & (lat >= south) & (lat <= north)
        return self._having(self.columns.of_place, inside[self.columns.place])


def _stated(columns: Columns) -> Flags:
    """Return the events that have a day; one that is open at its start began before any day."""
    stated: Flags = (columns.first != NONE) | (columns.last != NONE)
    return stated


def _at(names: tuple[str, ...], name: str) -> int:
    """Return the position of a name; one that no event has where it is not listed."""
    return names.index(name) if name in names else NONE - 1


def _code(text: str) -> str:
    return text.strip().lower().replace(" ", "_").replace("-", "_")


def _day(text: str, end: int) -> int:
    """Return the first (0) or last (1) day of a date as an ordinal; a day that no event has where it is none."""
    try:
        days = DateInterval.parse(text)
    except ValueError:
        return NONE - 1 if end else date.max.toordinal()
    day = (days.first, days.last)[end]
    return (date.min if day is None else day).toordinal()
