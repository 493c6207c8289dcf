"""Answer a question: which events, articles and actors, and how the answer may be narrowed."""

from sqlalchemy import ColumnElement, Connection, Table, func, select

from rashomon.model.errors import NotFoundError
from rashomon.store.actor_page import find_actor
from rashomon.store.facets import facets
from rashomon.store.finding import found_actors, found_articles, found_events
from rashomon.store.fulltext import parse
from rashomon.store.lines import EVENT_COLUMNS, event_lines, newest_first
from rashomon.store.tables import event_actors, event_places, events
from rashomon.store.views import Answer, Question


def ask(connection: Connection, question: Question) -> Answer:
    """Answer a question. Events newest first, articles best first, both cut to the question's page.

    Articles and actors are only looked for where there is a text. A text without a letter or digit finds nothing; a blank
    one is no text.
    """
    terms = parse(question.text or "")
    actor_id = _actor_id(connection, question.actor)
    blank = question.text is None or not question.text.strip()
    conditions = _conditions(question, actor_id, few=not blank)
    searched = () if blank else (found_events(connection, terms),)
    size = max(1, question.size)
    skip = (max(1, question.page) - 1) * size
    narrowed = (*searched, *conditions.values())
    return Answer(
        question,
        total=connection.scalar(select(func.count()).select_from(events).where(*narrowed)) or 0,
        events=event_lines(connection, newest_first(select(*EVENT_COLUMNS).where(*narrowed)).limit(size).offset(skip)),
        articles=found_articles(connection, terms, conditions.values(), size, skip),
        actors=found_actors(connection, terms),
        facets=facets(connection, searched, conditions, _chosen(question, actor_id)),
    )


def _conditions(question: Question, actor_id: str | None, *, few: bool) -> dict[str, ColumnElement[bool]]:
    """Return what narrows the events, by the question's field.

    ``few`` says that a text has narrowed them already: then each is looked at, else they are looked up.
    """
    asked = {"type": question.type, "status": question.status, "month": question.month}
    found: dict[str, ColumnElement[bool]] = {
        field: events.c[field] == value for field, value in asked.items() if value is not None
    }
    if question.country is not None:
        found["country"] = _having(event_places, event_places.c.country == question.country, few=few)
    if actor_id is not None:
        found["actor"] = _having(event_actors, event_actors.c.actor_id == actor_id, few=few)
    if question.disputed:
        found["disputed"] = events.c.disputed
    return found


def _having(table: Table, condition: ColumnElement[bool], *, few: bool) -> ColumnElement[bool]:
    """Return the condition that an event has such a row in a table beside it."""
    asked = select(table.c.event_id).where(condition)
    return asked.where(table.c.event_id == events.c.id).exists() if few else events.c.id.in_(asked)


def _chosen(question: Question, actor_id: str | None) -> dict[str, str | None]:
    """Return the chosen value of each facet."""
    return {
        "month": question.month,
        "country": question.country,
        "type": question.type,
        "status": question.status,
        "actor": actor_id,
    }


def _actor_id(connection: Connection, name_or_id: str | None) -> str | None:
    """Return the id of the actor asked for; what was asked itself where there is none, so that no event has it."""
    if name_or_id is None:
        return None
    try:
        return find_actor(connection, name_or_id).id
    except NotFoundError:
        return name_or_id
