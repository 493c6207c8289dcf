"""Whom a name means to somebody who may not see everything: an actor or name that only hidden articles have is none."""

from sqlalchemy import Connection

from rashomon.model.actors import Actor
from rashomon.model.errors import NotFoundError
from rashomon.store.actor_page import find_actor
from rashomon.store.cleared.hidden import Hidden
from rashomon.text.folding import fold


def seen_actor(connection: Connection, name_or_id: str, hidden: Hidden) -> Actor:
    """Return an actor by id or name. Raises NotFoundError, with the same words as where the ledger never met it."""
    actor = find_actor(connection, name_or_id)
    if actor.id in hidden.actors or (name_or_id != actor.id and (actor.id, fold(name_or_id)) in hidden.names):
        raise NotFoundError("actor", name_or_id)
    return actor
