"""All tables, in the order in which they are published."""

from rashomon.store.frames.contract import FlatTable
from rashomon.store.frames.event_tables import CONTRADICTIONS, EVENT_VALUES, EVENTS, POINTS, SERIES, SIDES
from rashomon.store.frames.page_tables import ARTICLES, CAPTURES, COPIES, DECISIONS, MENTIONS
from rashomon.store.frames.registry_tables import ACTORS, ALIASES, LISTED_TIES, OUTLETS, PLACES, ROOTS
from rashomon.store.frames.told_tables import ACCOUNTS, CLAIMS, FIGURES, TIES

TABLES: tuple[FlatTable, ...] = (
    EVENTS,
    EVENT_VALUES,
    ACCOUNTS,
    CLAIMS,
    FIGURES,
    TIES,
    CONTRADICTIONS,
    SIDES,
    SERIES,
    POINTS,
    ROOTS,
    ARTICLES,
    COPIES,
    MENTIONS,
    ACTORS,
    ALIASES,
    LISTED_TIES,
    PLACES,
    OUTLETS,
    CAPTURES,
    DECISIONS,
)


def table(name: str) -> FlatTable:
    """Return a table by its name. Raises KeyError where there is none."""
    return {one.name: one for one in TABLES}[name]
