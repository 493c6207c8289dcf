"""Search over one ledger: keeps the columns of its events in memory and answers from them."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection, Engine

from rashomon.store.database import reading
from rashomon.store.search.answering import answer
from rashomon.store.search.claims import found_claims
from rashomon.store.search.columns import Columns, load_columns, version_of
from rashomon.store.search.drawing import Counts, Placed, counts, placed
from rashomon.store.search.found import Found, find
from rashomon.store.search.grades import outlet_grades, standing_grades
from rashomon.store.search.ordering import ordered
from rashomon.store.search.suggesting import Suggestion, suggestions
from rashomon.store.search.telling import ToldEvent, told_events
from rashomon.store.views import Answer, ClaimView, Question

T = TypeVar("T")
#: Questions whose hits are kept: the page, its map and its export ask the same one after the other.
KEPT = 8
#: Events that one step of an export reads.
BATCH = 50
_Key = tuple[str | None, int, Question, frozenset[tuple[str, str]]]


class Searching:
    """Answers questions over a ledger. Threads may share one.

    Args:
        engine: of the ledger's file.

        lists: folder of the ledger's own lists, for the grades of outlets.
    """

    def __init__(self, engine: Engine, lists: Path) -> None:
        self._engine = engine
        self._lists = lists
        self._lock = Lock()
        self._columns: tuple[str | None, Columns] | None = None
        self._kept: OrderedDict[_Key, Found] = OrderedDict()

    def ask(self, question: Question) -> Answer:
        """Answer a question with events, articles, actors and facets."""
        return self._of(question, lambda connection, found: answer(connection, found, question))

    def count(self, question: Question) -> int:
        """Return how many events answer a question."""
        return self._of(question, lambda _, found: int(found.events.sum()))

    def claims(self, question: Question) -> tuple[ClaimView, ...]:
        """Return the question's page of the claims whose words answer it."""
        size = max(1, question.size)
        skip = (max(1, question.page) - 1) * size
        return self._of(question, lambda connection, found: found_claims(connection, found, size, skip))

    def placed(self, question: Question) -> Placed:
        """Return where the events of an answer are."""
        return self._of(question, lambda _, found: placed(found.columns, found.events))

    def place_name(self, place_id: str) -> str:
        """Return the name of a place; what was asked itself where no place has this id."""
        with reading(self._engine) as connection:
            columns = self._current(connection)[1]
        return columns.place_names[columns.places.index(place_id)] if place_id in columns.places else place_id

    def counts(self, question: Question, by: str) -> Counts:
        """Return how many events of each kind (one of `rashomon.store.search.drawing.KINDS`) fall into each month."""
        return self._of(question, lambda _, found: counts(found.columns, found.events, by))

    def suggestions(self, begun: str) -> tuple[Suggestion, ...]:
        """Return actors and places of which one name begins with what was typed."""
        with reading(self._engine) as connection:
            return suggestions(connection, self._current(connection)[1], begun)

    def told(self, question: Question, at_most: int) -> tuple[ToldEvent, ...]:
        """Return the question's page of events with at most so many accounts of each."""
        size = max(1, question.size)
        skip = (max(1, question.page) - 1) * size
        return self._of(
            question, lambda connection, found: told_events(connection, _numbers(found, question)[skip : skip + size], at_most)
        )

    def all_told(self, question: Question) -> Iterator[ToldEvent]:
        """Yield all events of an answer with all their accounts; what a linking changes meanwhile comes as it is then."""
        numbers = self.numbers(question)
        for begin in range(0, len(numbers), BATCH):
            with reading(self._engine) as connection:
                batch = told_events(connection, numbers[begin : begin + BATCH])
            yield from batch

    def numbers(self, question: Question) -> list[int]:
        """Return the row numbers of all events of an answer, in the question's order."""
        return self._of(question, lambda _, found: _numbers(found, question))

    def article_numbers(self, question: Question) -> list[int]:
        """Return the row numbers of all articles that hold the words of a question; none where it has no words."""
        return self._of(question, lambda _, found: [*found.columns.article_number[found.articles].tolist(), *sorted(found.new)])

    @property
    def grades(self) -> Mapping[str, str]:
        """The letter of every graded outlet as it stands now."""
        with reading(self._engine) as connection:
            return standing_grades(connection, self._listed)

    @cached_property
    def _listed(self) -> Mapping[str, str]:
        return outlet_grades(self._lists)

    def _of(self, question: Question, show: Callable[[Connection, Found], T]) -> T:
        """Find what answers a question and show it in the same transaction."""
        with reading(self._engine) as connection:
            return show(connection, self._found(connection, question))

    def _found(self, connection: Connection, question: Question) -> Found:
        version, columns = self._current(connection)
        highest = connection.exec_driver_sql("SELECT max(number) FROM articles").scalar() or 0
        grades = standing_grades(connection, self._listed)
        key = (version, int(highest), replace(question, page=1, size=1, order="newest"), frozenset(grades.items()))
        with self._lock:
            kept = self._kept.pop(key, None)
        found = find(connection, columns, grades, question) if kept is None else kept
        found = replace(found, narrowing=replace(found.narrowing, connection=connection))
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def _current(self, connection: Connection) -> tuple[str | None, Columns]:
        """Return the columns of the ledger as this transaction sees it, loaded where another version is in memory."""
        version = version_of(connection)
        with self._lock:
            held = self._columns
        if held is None or held[0] != version or version is None:
            held = version, load_columns(connection)
            with self._lock:
                self._columns = held
        return held


def _numbers(found: Found, question: Question) -> list[int]:
    """Return the row numbers of the events of an answer, in the question's order."""
    numbers: list[int] = found.columns.number[ordered(found.columns, found.events, question.order)].tolist()
    return numbers
