"""Topics of a ledger: made, renamed, put in order, deleted. They belong to all who use the ledger."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from rashomon.model.errors import NotFoundError
from rashomon.store.database import reading, writing
from rashomon.store.topics.tables import topics

#: Digits of a topic's id; it is made up, so that a renamed topic keeps its address.
_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Topic:
    """A saved search: ``question`` is what stands behind the ? of the search's address."""

    id: str
    name: str
    question: str
    made_at: str
    who: str


class TopicStore:
    """The topics of one ledger. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> tuple[Topic, ...]:
        """Return all topics in their order."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(topics).order_by(topics.c.position, topics.c.id))
            return tuple(Topic(row.id, row.name, row.question, row.made_at, row.who) for row in rows)

    def topic(self, topic_id: str) -> Topic:
        """Return one topic. Raises NotFoundError."""
        with reading(self._engine) as connection:
            row = connection.execute(select(topics).where(topics.c.id == topic_id)).one_or_none()
        if row is None:
            raise NotFoundError("topic", topic_id)
        return Topic(row.id, row.name, row.question, row.made_at, row.who)

    def make(self, name: str, question: str, who: str) -> Topic:
        """Save a search under a name, as the last topic."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        made = Topic(f"top-{secrets.token_hex(_DIGITS)}", name, question, at, who)
        with writing(self._engine) as connection:
            last = connection.scalar(select(func.max(topics.c.position)))
            row = {"id": made.id, "name": name, "question": question, "made_at": at, "who": who}
            connection.execute(insert(topics), row | {"position": 0 if last is None else last + 1})
        return made

    def rename(self, topic_id: str, name: str) -> None:
        """Give a topic another name. Raises NotFoundError."""
        with writing(self._engine) as connection:
            _found(connection, topic_id)
            connection.execute(update(topics).where(topics.c.id == topic_id).values(name=name))

    def delete(self, topic_id: str) -> None:
        """Delete a topic; what it found stays in the ledger. Raises NotFoundError."""
        with writing(self._engine) as connection:
            _found(connection, topic_id)
            connection.execute(delete(topics).where(topics.c.id == topic_id))

    def move(self, topic_id: str, places: int) -> None:
        """Move a topic so many places down the list (up where negative). Raises NotFoundError."""
        with writing(self._engine) as connection:
            _found(connection, topic_id)
            order = list(connection.scalars(select(topics.c.id).order_by(topics.c.position, topics.c.id)))
            at = order.index(topic_id)
            order.insert(max(0, at + places), order.pop(at))
            for position, one in enumerate(order):
                connection.execute(update(topics).where(topics.c.id == one).values(position=position))


def _found(connection: Connection, topic_id: str) -> None:
    if connection.scalar(select(topics.c.id).where(topics.c.id == topic_id)) is None:
        raise NotFoundError("topic", topic_id)
