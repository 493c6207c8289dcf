"""The columns of a sheet: what each is called, and which of them may be edited."""

import re
from types import MappingProxyType

from rashomon.exports.round_trip.contract import ACCOUNT, EVENT

#: Says that a column's cells become decisions.
EDIT = "(edit)"
STATE = "state"
#: What a row is about: not to be edited. ``state`` is the digest of the row as it was written.
KNOWN = ("row", EVENT, ACCOUNT, STATE, "title", "words", "outlet", "published", "article")
#: Those of them that no spreadsheet writes differently by itself.
ABOUT_COLUMNS = ("title", "words", "outlet")
#: Values of an account whose cells hold one each; those of words may hold several, parted by semicolons.
TYPE, STATUS, DATE = "type", "status", "date"
WORDS = ("places", "agents", "patients")
#: A toll stands in two columns: from, to; the same number twice for an exact one, one left empty for an open one.
TOLLS = MappingProxyType({"killed": ("killed low", "killed high"), "injured": ("injured low", "injured high")})
FIELDS = (TYPE, STATUS, DATE, *WORDS, *TOLLS)
#: What is done to the whole of a row.
REJECT, MERGE, NOTE = "reject", "merge with", "note"
EDITED = (TYPE, STATUS, DATE, *WORDS, *(name for names in TOLLS.values() for name in names), REJECT, MERGE, NOTE)
COLUMNS = (*KNOWN, *EDITED)


def header() -> tuple[str, ...]:
    """Return the first line: columns that may be edited say so.

    >>> header()[3], header()[9]
    ('state', 'type (edit)')
    """
    return (*KNOWN, *(f"{name} {EDIT}" for name in EDITED))


def column_of(name: str) -> str | None:
    """Return the column that a cell of the first line means, ``None`` for one of somebody's own.

    >>> column_of(" Killed_Low (EDIT)"), column_of("merge-with"), column_of("my remarks")
    ('killed low', 'merge with', None)
    """
    plain = re.sub(r"[\s_-]+", " ", name.replace("\ufeff", "").casefold().replace(EDIT, "")).strip()
    return plain if plain in COLUMNS else None
