"""Search over one ledger: keeps the columns of its events in memory and answers from them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection, Engine

from rashomon.store.database import reading
from rashomon.store.recent import Recent
from rashomon.store.search.answering import answer
from rashomon.store.search.besides import beside
from rashomon.store.search.claims import found_claims
from rashomon.store.search.columns import Columns, load_columns, versions
from rashomon.store.search.counting import facets
from rashomon.store.search.drawing import Counts, Placed, counts, placed
from rashomon.store.search.facets import Facet
from rashomon.store.search.found import Found, as_of_now, find
from rashomon.store.search.grades import outlet_grades, standing_grades
from rashomon.store.search.suggesting import Suggestion, suggestions
from rashomon.store.search.telling import ToldEvent, told_events
from rashomon.store.search.views import Answer
from rashomon.store.views import ClaimView, Question

T = TypeVar("T")
#: Questions whose hits are kept: the page, its map and its export ask the same one after the other.
KEPT = 16
#: Events from which on none are looked for beside, by words of a like meaning.
ENOUGH = 200
#: Events that one step of an export reads.
BATCH = 50
_Versions = tuple[str | None, str | None]


class Searching:
    """Answers questions over a ledger. Threads may share one.

    Args:
        engine: of the ledger's file.

        lists: folder of the ledger's own lists, for the grades of outlets.
    """

    #: Names of actors, as id and folded name, that whoever asks does not know.
    _without: Collection[tuple[str, str]] = ()

    def __init__(self, engine: Engine, lists: Path) -> None:
        self._engine = engine
        self._lists = lists
        self._lock = Lock()
        self._columns: tuple[_Versions, Columns] | None = None
        self._kept: Recent[Found] = Recent(KEPT)
        self._places: Recent[Placed] = Recent(KEPT)
        self._counted: Recent[tuple[Facet, ...]] = Recent(4 * KEPT)

    def ask(self, question: Question) -> Answer:
        """Answer a question with events, articles, actors and facets."""
        return self._of(question, lambda connection, found: self._answer(connection, found, question))

    def _answer(self, connection: Connection, found: Found, question: Question) -> Answer:
        """Return the question's page, on the first with what words of a like meaning find beside."""
        given = answer(connection, found, question, self._facets)
        if question.meaning != "beside" or not found.likened or question.page > 1 or given.total >= ENOUGH:
            return given
        like = self._found(connection, replace(question, meaning="with"))
        return replace(given, beside=beside(connection, found, like, question.order))

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
        return self._of(question, lambda _, found: self._drawn(found))

    def _drawn(self, found: Found) -> Placed:
        """Return where events are; gathered once for what was found under a key."""
        if found.key is None:
            return placed(found.columns, found.events)
        return self._places.of(found.key, lambda: placed(found.columns, found.events))

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
    def version(self) -> str | None:
        """The version of what linking made last; ``None`` before it ran."""
        with reading(self._engine) as connection:
            return versions(connection)[0]

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
        grades = standing_grades(connection, self._listed)
        asked = replace(question, page=1, size=1, order="newest")
        if version[0] is None:
            return as_of_now(connection, find(connection, columns, grades, question, self._without))
        key = version, asked, frozenset(grades.items())
        kept = self._kept.of(key, lambda: replace(find(connection, columns, grades, question, self._without), key=key))
        return as_of_now(connection, kept)

    def _facets(self, found: Found, chosen: Mapping[str, str | None]) -> tuple[Facet, ...]:
        """Return how an answer may be narrowed; counted once for what was found under a key."""

        def counted() -> tuple[Facet, ...]:
            return facets(found.columns, found.narrowing, found.searched, found.allowed, chosen)

        return counted() if found.key is None else self._counted.of(found.key, counted)

    def _current(self, connection: Connection) -> tuple[_Versions, Columns]:
        """Return the columns of the ledger as this transaction sees it, loaded where another version is in memory."""
        version = versions(connection)
        with self._lock:  # whoever else asks meanwhile needs the same columns
            held = self._columns
            if held is None or held[0][0] != version[0] or version[0] is None:
                held = version, load_columns(connection)
            elif held[0] != version:
                held = version, held[1]
            self._columns = held
        return held


def _numbers(found: Found, question: Question) -> list[int]:
    """Return the row numbers of the events of an answer, in the question's order."""
    numbers: list[int] = found.columns.number[found.ranked(question.order)].tolist()
    return numbers
