"""Columns of all events, newest first, as arrays: what facets count and lists sort by.

They are made when linking has put its events, kept as one row each, and loaded whole: some 60 bytes an event. A count over half a
million events then takes milliseconds where SQL takes half a second, and every count is exact.
"""

import io
import json
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, select

from rashomon.store.articles import RETOLD
from rashomon.store.search import COLUMNS_VERSION
from rashomon.store.search.gathering import NONE, gather
from rashomon.store.search.tables import search_columns
from rashomon.store.tables import meta

Numbers = NDArray[np.signedinteger[Any]]
Flags = NDArray[np.bool_]
__all__ = ["NONE", "Columns", "Flags", "Numbers", "keep_columns", "load_columns", "version_of", "versions"]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns. A position is an event's place in the order newest first, undated last, then by id.

    Args:
        number: row numbers of the events; ``first`` and ``last`` their days as ordinals, `NONE` where open or not stated.

        month: position in ``months``; ``type``, ``status`` likewise; `NONE` where there is none.

        killed: the best supported number of killed, `NONE` where none is stated.

        of_actor, of_country, of_outlet, of_place, of_article: positions, each beside the position of what the event has
            (``actor`` in ``actors``, and so on; ``article`` in ``article_number``).

        main_place: position in ``places`` of the best supported place, `NONE` where there is none.

        lat, lon: of the places, NaN where not known; ``precision`` of each as text.

        part, whole: pairs of actors of which the first is part of the second.

        article_number, article_outlet, article_day: of all articles, by row number.
    """

    number: Numbers
    first: Numbers
    last: Numbers
    month: Numbers
    type: Numbers
    status: Numbers
    accounts: Numbers
    independent: Numbers
    alarms: Numbers
    disputed: Numbers
    killed: Numbers
    main_place: Numbers
    of_actor: Numbers
    actor: Numbers
    of_country: Numbers
    country: Numbers
    of_outlet: Numbers
    outlet: Numbers
    of_place: Numbers
    place: Numbers
    of_article: Numbers
    article: Numbers
    part: Numbers
    whole: Numbers
    article_number: Numbers
    article_outlet: Numbers
    article_day: Numbers
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    months: tuple[str, ...]
    types: tuple[str, ...]
    statuses: tuple[str, ...]
    actors: tuple[str, ...]
    actor_names: tuple[str, ...]
    countries: tuple[str, ...]
    outlets: tuple[str, ...]
    places: tuple[str, ...]
    place_names: tuple[str, ...]
    place_countries: tuple[str, ...]
    precision: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.number)


def keep_columns(connection: Connection) -> None:
    """Make the columns of the events that the ledger now holds, and keep them with a new version."""
    made = gather(connection)
    connection.execute(delete(search_columns))
    connection.execute(insert(search_columns), [{"name": name, "content": _packed(value)} for name, value in made.items()])
    version = str(int(version_of(connection) or 0) + 1)
    connection.execute(delete(meta).where(meta.c.key == COLUMNS_VERSION))
    connection.execute(insert(meta), {"key": COLUMNS_VERSION, "value": version})


def version_of(connection: Connection) -> str | None:
    """Return the version of the kept columns; ``None`` where there are none."""
    return versions(connection)[0]


def versions(connection: Connection) -> tuple[str | None, str | None]:
    """Return the version of the kept columns, and that of the articles' words; ``None`` for what never changed."""
    asked = select(meta.c.key, meta.c.value).where(meta.c.key.in_((COLUMNS_VERSION, RETOLD)))
    held = {row.key: row.value for row in connection.execute(asked)}
    return held.get(COLUMNS_VERSION), held.get(RETOLD)


def load_columns(connection: Connection) -> Columns:
    """Return the kept columns; made anew where the ledger keeps none of this form."""
    kept = {row.name: row.content for row in connection.execute(select(search_columns))}
    if kept.keys() != {field.name for field in fields(Columns)}:
        kept = {name: _packed(value) for name, value in gather(connection).items()}
    return Columns(**{name: _unpacked(content) for name, content in kept.items()})


def _packed(value: Any) -> bytes:  # noqa: ANN401 (an array or a list of texts)
    """Return an array in as few bytes a number as hold it, or a list as JSON."""
    if not isinstance(value, np.ndarray):
        return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    file = io.BytesIO()
    small = (
        value.astype(np.min_scalar_type(int(np.abs(value).max()) * -2 - 2)) if value.dtype == np.int64 and value.size else value
    )
    np.save(file, small, allow_pickle=False)
    return file.getvalue()


def _unpacked(content: bytes) -> Any:  # noqa: ANN401 (an array or a tuple of texts)
    if content[:1] == b"[":
        return tuple(json.loads(content.decode("utf-8", "surrogatepass")))
    return np.load(io.BytesIO(content), allow_pickle=False)
