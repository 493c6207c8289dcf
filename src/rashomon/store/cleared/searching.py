"""Search for a clearance: hidden articles do not answer, and events that they tell answer to no narrower question."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from sqlalchemy import Connection, Engine

from rashomon.model.errors import NotFoundError
from rashomon.store.cleared.filtering import Clearing
from rashomon.store.cleared.naming import seen_actor
from rashomon.store.database import reading
from rashomon.store.publishing.batches import told_shared
from rashomon.store.search.claims import LOOKED_AT_MOST, count_claims
from rashomon.store.search.columns import Columns
from rashomon.store.search.drawing import Counts, Placed, counts, placed
from rashomon.store.search.facets import FacetValue
from rashomon.store.search.found import Found
from rashomon.store.search.searching import BATCH, Searching
from rashomon.store.search.suggesting import Suggestion
from rashomon.store.search.telling import ToldEvent, unlinked
from rashomon.store.search.views import Answer
from rashomon.store.views import ClaimView, Question
from rashomon.text.folding import fold


class ClearedSearching(Searching):
    """Answers as `rashomon.store.search.searching.Searching` does, without what is hidden.

    An event that hidden and other articles tell stands in whole lists as the others tell it. It answers no question that narrows,
    and no count has it: which of its values made it answer might be the hidden ones.
    """

    def __init__(self, engine: Engine, lists: Path, base: Searching, clearing: Clearing) -> None:
        super().__init__(engine, lists)
        self._base = base
        self._clearing = clearing
        self._without = clearing.hidden.names

    def ask(self, question: Question) -> Answer:
        """Answer a question with events, articles, actors and facets."""
        found = super().ask(question)
        facets = tuple(replace(one, values=tuple(value for value in one.values if self._named(value))) for one in found.facets)
        counted = self._of(question, self._count_claims)
        named = tuple(one for one in found.actors if one.id is None or self._known(one.id, one.words))
        return self._clearing.of(replace(found, facets=facets, actors=named, widened=(), found_claims=counted))

    def _count_claims(self, connection: Connection, found: Found) -> int:
        """Return how many claims hold the words, those of hidden articles left out."""
        hidden = count_claims(connection, found, sorted(self._clearing.hidden.articles), whole=True)
        return min(count_claims(connection, found, whole=True) - hidden, LOOKED_AT_MOST + 1)

    def counts(self, question: Question, by: str) -> Counts:
        """Return how many events of each kind fall into each month."""
        return self._of(question, lambda _, found: counts(found.columns, found.events & found.searched, by))

    def placed(self, question: Question) -> Placed:
        """Return where the events of an answer are."""
        return self._of(question, lambda _, found: placed(found.columns, found.events & found.searched))

    def _named(self, value: FacetValue) -> bool:
        return value.count > 0 and value.value not in self._clearing.hidden.actors

    def claims(self, question: Question) -> tuple[ClaimView, ...]:
        """Return the question's page of the claims whose words answer it."""
        return self._clearing.of(super().claims(question))

    def suggestions(self, begun: str) -> tuple[Suggestion, ...]:
        """Return actors and places of which one name begins with what was typed."""
        gone = self._clearing.hidden.actors | self._clearing.hidden.places
        return tuple(one for one in super().suggestions(begun) if one.id not in gone and self._known(one.id, one.words))

    def place_name(self, place_id: str) -> str:
        """Return the name of a place; what was asked itself where no place that may be seen has this id."""
        return place_id if place_id in self._clearing.hidden.places else super().place_name(place_id)

    def told(self, question: Question, at_most: int) -> tuple[ToldEvent, ...]:
        """Return the question's page of events with at most so many accounts of each."""
        size = max(1, question.size)
        skip = (max(1, question.page) - 1) * size
        with reading(self._engine) as connection:
            numbers = self.numbers(question)[skip : skip + size]
            return unlinked(connection, told_shared(connection, numbers, self._clearing.hidden.articles, at_most)[0])

    def all_told(self, question: Question) -> Iterator[ToldEvent]:
        """Yield all events of an answer with all their accounts."""
        numbers = self.numbers(question)
        for begin in range(0, len(numbers), BATCH):
            with reading(self._engine) as connection:
                batch = unlinked(
                    connection, told_shared(connection, numbers[begin : begin + BATCH], self._clearing.hidden.articles)[0]
                )
            yield from batch

    def _known(self, actor_id: str, words: str) -> bool:
        """Return whether articles that may be seen have a name of an actor too."""
        return (actor_id, fold(words)) not in self._without

    def _seen(self, connection: Connection, question: Question) -> Question:
        """Return the question, of nobody where it names an actor that hidden articles alone name so."""
        try:
            if question.actor is not None:
                seen_actor(connection, question.actor, self._clearing.hidden)
        except NotFoundError:
            return replace(question, actor="")
        return question

    def _answer(self, connection: Connection, found: Found, question: Question) -> Answer:
        return replace(super()._answer(connection, found, self._seen(connection, question)), question=question)

    def _found(self, connection: Connection, question: Question) -> Found:
        found, hidden = super()._found(connection, self._seen(connection, question)), self._clearing.hidden
        columns = found.columns
        gone = np.isin(columns.number, [hidden.rows[one] for one in hidden.events])
        touched = np.isin(columns.number, list(hidden.rows.values()))
        narrows = found.asked is not None or bool(found.allowed)
        articles = np.isin(columns.article_number, list(hidden.numbers))
        return replace(
            found,
            searched=found.searched & ~touched,
            events=found.events & ~(touched if narrows else gone),
            articles=found.articles & ~articles,
            new=found.new - hidden.numbers,
            key=None,
        )

    def _current(self, connection: Connection) -> tuple[tuple[str | None, str | None], Columns]:
        return self._base._current(connection)  # noqa: SLF001 (the same class, and the columns are kept once)
