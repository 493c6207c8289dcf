"""Find actors by words of their names."""

from sqlalchemy import Connection, case, func, select

from rashomon.store.fulltext import Term
from rashomon.store.tables import actor_names, actors, event_actors
from rashomon.store.views import Named

#: Actors that one answer names.
ACTORS_AT_MOST = 10
#: Names that are looked through; of very common words no more are ordered.
NAMES_AT_MOST = 400


def found_actors(connection: Connection, terms: tuple[Term, ...]) -> tuple[Named, ...]:
    """Return actors one of whose names holds all terms; whole names first, then those with most events.

    Private persons are not found.
    """
    if not terms:
        return ()
    phrases = [" ".join(term) for term in terms]
    whole = case((actor_names.c.folded == " ".join(phrases), 0), else_=1)
    named = (
        select(actors.c.id, actors.c.name, actor_names.c.words, actor_names.c.rank, actor_names.c.folded, whole.label("part"))
        .join(actor_names, actor_names.c.actor_id == actors.c.id)
        .where(*(actor_names.c.folded.contains(phrase) for phrase in phrases), ~actors.c.withheld)
        .order_by("part", actor_names.c.rank, func.length(actor_names.c.folded), actors.c.id)
        .limit(NAMES_AT_MOST)
        .cte("named")
    )
    acted = select(func.count(event_actors.c.event_id.distinct())).where(event_actors.c.actor_id == named.c.id)
    asked = select(named).order_by(named.c.part, acted.scalar_subquery().desc(), named.c.name, named.c.rank, named.c.folded)
    found: dict[str, Named] = {}
    for row in connection.execute(asked):
        found.setdefault(row.id, Named(row.name, row.words, row.id))
    return tuple(found.values())[:ACTORS_AT_MOST]
