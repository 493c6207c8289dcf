"""Which of some events answer a question."""

from collections.abc import Collection

from sqlalchemy import Engine, select

from rashomon.store.database import reading
from rashomon.store.readings import batches
from rashomon.store.search.searching import Searching
from rashomon.store.tables import events
from rashomon.store.views import Question


def among(engine: Engine, search: Searching, question: Question, event_ids: Collection[str]) -> list[int]:
    """Return the row numbers of those of some events that answer a question, in its order."""
    asked = select(events.c.number)
    with reading(engine) as connection:
        wanted = {n for ids in batches(sorted(event_ids)) for n in connection.scalars(asked.where(events.c.id.in_(ids)))}
    return [number for number in search.numbers(question) if number in wanted] if wanted else []
