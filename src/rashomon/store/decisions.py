"""Decisions of people: appended, never changed."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from rashomon.model.decisions import Decision
from rashomon.store.codec import decode, encode
from rashomon.store.evidence.log import DECISION, append
from rashomon.store.review.carrying import forms
from rashomon.store.review.log import log
from rashomon.store.tables import decisions


def decide(connection: Connection, decision: Decision) -> None:
    """Append a decision; the very same one a second time changes nothing."""
    row = {"id": decision.id, "target": decision.target, "when": decision.when, "content": encode(decision)}
    if connection.execute(insert(decisions).values(row).on_conflict_do_nothing()).rowcount == 1:
        append(connection, DECISION, [(decision.id, row)])
        log(connection, decision)


def all_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Return all decisions, oldest first; of one moment, in the order they were given.

    One on a wording of an article that no longer counts is there as it stands on the words of the one that does.
    """
    moved = forms(connection)
    contents = connection.scalars(select(decisions.c.content).order_by(decisions.c.when, decisions.c.number))
    given = (decode(Decision, content) for content in contents)
    return tuple(moved.get(decision.id, decision) for decision in given)
