"""Answer a question: events, articles, actors and claims, and how the answer may be narrowed."""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection, select

from rashomon.store.finding import found_actors
from rashomon.store.lines import EVENT_COLUMNS, event_lines
from rashomon.store.search.articles import found_articles
from rashomon.store.search.claims import count_claims
from rashomon.store.search.counting import part_counts
from rashomon.store.search.facets import Facet, Likening
from rashomon.store.search.found import Found
from rashomon.store.search.narrowing import NARROWING
from rashomon.store.search.views import Answer, Widening
from rashomon.store.search.words import parse, words_in
from rashomon.store.tables import events
from rashomon.store.views import EventLine, Named, Question

Counting = Callable[[Found, Mapping[str, str | None]], tuple[Facet, ...]]


def answer(connection: Connection, found: Found, question: Question, counted: Counting) -> Answer:
    """Return the question's page of what was found. Articles and actors are only looked for where there is a text.

    Args:
        connection: to the ledger.

        found: what answers the question.

        question: as it was asked.

        counted: gives the facets of what was found, with the values that are chosen.
    """
    size = max(1, question.size)
    skip = (max(1, question.page) - 1) * size
    columns, narrowing = found.columns, found.narrowing
    hits, newest = found_articles(connection, found, size, skip)
    actor_id = None if question.actor is None else narrowing.actor_id(question.actor)
    chosen = {name: getattr(question, name) for name in NARROWING} | {"actor": actor_id}
    return Answer(
        question,
        total=int(found.events.sum()),
        events=lines_at(connection, columns.number[found.ranked(question.order)[skip : skip + size]].tolist()),
        articles=hits,
        actors=found_actors(connection, tuple(words.term for words in words_in(parse(question.text or "")))),
        facets=counted(found, chosen),
        found_articles=int(found.articles.sum()) + len(found.new),
        found_claims=count_claims(connection, found),
        newest=newest,
        widened=tuple(Widening(one.words, Named(one.name, one.words, one.actor_id), one.others) for one in found.widened),
        likened=() if question.meaning == "off" else tuple(Likening(one.words, one.others) for one in found.likened),
        parts=() if actor_id is None else part_counts(columns, narrowing, actor_id, found.searched),
    )


def lines_at(connection: Connection, numbers: Sequence[int]) -> tuple[EventLine, ...]:
    """Return the lines of events by their row numbers, in this order."""
    rows = connection.execute(select(events.c.number, events.c.id).where(events.c.number.in_(numbers)))
    id_of = {row.number: row.id for row in rows}
    lines = {line.id: line for line in event_lines(connection, select(*EVENT_COLUMNS).where(events.c.number.in_(numbers)))}
    return tuple(lines[id_of[number]] for number in numbers if number in id_of)
