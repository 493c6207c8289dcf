"""Gather the columns of `rashomon.store.search.columns` from the ledger's tables."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from sqlalchemy import Connection

from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.words import Relation
from rashomon.store.codec import decode

#: What stands for a day, count or position that is not stated.
NONE = -1
#: Relations whose subject counts as a part of the object.
PARTS = frozenset({Relation.PART_OF, Relation.MEDIA_ARM_OF, Relation.FRONT_FOR})
_EVENTS = """
    SELECT number, id, type, status, date, month, accounts, independent, alarms, disputed, places, killed
    FROM events ORDER BY day IS NULL, day DESC, id
"""
_ACTORS = "SELECT DISTINCT event_id, actor_id FROM event_actors"
_PLACES = "SELECT event_id, place_id FROM event_places"
_COUNTRIES = "SELECT DISTINCT event_id, country FROM event_places WHERE country IS NOT NULL"
_ARTICLES = """
    SELECT DISTINCT event_accounts.event_id, articles.number FROM event_accounts
    JOIN articles ON articles.id = event_accounts.article_id
"""
Made = dict[str, Any]
Rows = Sequence[Sequence[Any]]


def gather(connection: Connection) -> Made:
    """Return every column by its name: arrays of numbers, lists of texts."""
    events = _rows(connection, _EVENTS)
    position = {row[1]: at for at, row in enumerate(events)}
    made = _of_events(events) | _of_articles(connection)
    made |= _actors(connection, position) | _places(connection, position, events)
    of_country, country, countries = _pairs(_rows(connection, _COUNTRIES), position)
    made |= {"of_country": of_country, "country": country, "countries": countries}
    number_at = {int(number): at for at, number in enumerate(made["article_number"])}
    told = sorted((position[row[0]], number_at[row[1]]) for row in _rows(connection, _ARTICLES) if row[1] in number_at)
    made["of_article"], made["article"] = _numbers(pair[0] for pair in told), _numbers(pair[1] for pair in told)
    outlets = made["article_outlet"].tolist()
    printed = sorted({(at, outlets[article]) for at, article in told if outlets[article] != NONE})
    made["of_outlet"], made["outlet"] = _numbers(pair[0] for pair in printed), _numbers(pair[1] for pair in printed)
    return made


def _rows(connection: Connection, statement: str) -> Rows:
    """Return rows as plain tuples: half a million of them are read at once."""
    return connection.exec_driver_sql(statement).cursor.fetchall()


def _numbers(values: Iterable[int]) -> Any:  # noqa: ANN401 (an array)
    return np.fromiter(values, dtype=np.int64)


def _named(values: Sequence[str | None]) -> tuple[Any, list[str]]:
    """Return the positions of values in the list of their names, and the list, sorted."""
    names = sorted({value for value in values if value is not None})
    at = {name: n for n, name in enumerate(names)}
    return _numbers(NONE if value is None else at[value] for value in values), names


def _of_events(rows: Rows) -> Made:
    """Return the columns that stand in the events' own rows."""
    _, _, types, statuses, dates, months, accounts, independent, alarms, disputed, _, killed = (
        zip(*rows, strict=True) if rows else ((),) * 12
    )
    made: Made = {"number": _numbers(row[0] for row in rows)}
    made["first"] = _numbers(_days(date)[0] for date in dates)
    made["last"] = _numbers(_days(date)[1] for date in dates)
    made["type"], made["types"] = _named(types)
    made["status"], made["statuses"] = _named(statuses)
    made["month"], made["months"] = _named(months)
    counted = {"accounts": accounts, "independent": independent, "alarms": alarms, "disputed": disputed}
    made |= {name: _numbers(int(value) for value in values) for name, values in counted.items()}
    made["killed"] = _numbers(_first_count(value) for value in killed)
    return made


@lru_cache(maxsize=1 << 16)
def _days(date: str | None) -> tuple[int, int]:
    """Return the first and last day of a stored date as ordinals."""
    if date is None:
        return NONE, NONE
    days = DateInterval.parse(date)
    return (days.first.toordinal() if days.first else NONE), (days.last.toordinal() if days.last else NONE)


@lru_cache(maxsize=1 << 12)
def _first_count(killed: str) -> int:
    """Return the best supported number of killed: the least that its words allow, else the most."""
    versions = json.loads(killed)
    if not versions:
        return NONE
    best = Range.parse(versions[0])
    return int(best.low if best.low is not None else best.high or 0)


def _pairs(rows: Rows, position: dict[str, int], names: list[str] | None = None) -> tuple[Any, Any, list[str]]:
    """Return events and what they have, as positions, by event; the names are sorted where none are given."""
    listed = sorted({row[1] for row in rows}) if names is None else names
    at = {name: n for n, name in enumerate(listed)}
    found = sorted((position[row[0]], at[row[1]]) for row in rows if row[1] in at and row[0] in position)
    return _numbers(pair[0] for pair in found), _numbers(pair[1] for pair in found), listed


def _actors(connection: Connection, position: dict[str, int]) -> Made:
    """Return who acts or suffers in each event, and which actor is part of which.

    Private persons are left out: an id is made of a name, so whoever guesses the name would find where they stand.
    """
    held = [decode(Actor, row[0]) for row in _rows(connection, "SELECT content FROM actors WHERE NOT withheld ORDER BY id")]
    ids = [actor.id for actor in held]
    at = {actor.name: n for n, actor in enumerate(held)}
    tied = {(tie.subject, tie.object) for actor in held for tie in actor.ties if tie.relation in PARTS}
    parts = sorted((at[part], at[whole]) for part, whole in tied if part in at and whole in at and part != whole)
    of_actor, actor, _ = _pairs(_rows(connection, _ACTORS), position, ids)
    return {
        "of_actor": of_actor,
        "actor": actor,
        "actors": ids,
        "actor_names": [actor.name for actor in held],
        "part": _numbers(pair[0] for pair in parts),
        "whole": _numbers(pair[1] for pair in parts),
    }


def _places(connection: Connection, position: dict[str, int], events: Rows) -> Made:
    """Return where each event was, and which of its places is supported best."""
    rows = _rows(connection, "SELECT id, content FROM places ORDER BY id")
    ids, held = [row[0] for row in rows], [decode(Place, row[1]) for row in rows]
    of_place, place, _ = _pairs(_rows(connection, _PLACES), position, ids)
    leading = [next(iter(json.loads(row[10])), None) for row in events]
    main = np.full(len(events), NONE, dtype=np.int64)
    for at, where in zip(of_place.tolist(), place.tolist(), strict=True):
        if main[at] == NONE or held[where].name == leading[at]:
            main[at] = where
    return {
        "of_place": of_place,
        "place": place,
        "main_place": main,
        "places": ids,
        "place_names": [one.name for one in held],
        "place_countries": [one.country or "" for one in held],
        "precision": [one.precision.value for one in held],
        "lat": np.array([np.nan if one.lat is None else one.lat for one in held], dtype=np.float64),
        "lon": np.array([np.nan if one.lon is None else one.lon for one in held], dtype=np.float64),
    }


def _of_articles(connection: Connection) -> Made:
    """Return the outlet and the first day of publication of every article; versions that a later one replaced are left out."""
    rows = _rows(connection, "SELECT number, outlet, published FROM articles WHERE current ORDER BY number")
    outlet, outlets = _named([row[1] for row in rows])
    return {
        "article_number": _numbers(row[0] for row in rows),
        "article_outlet": outlet,
        "outlets": outlets,
        "article_day": _numbers(_days(row[2])[0] for row in rows),
    }
