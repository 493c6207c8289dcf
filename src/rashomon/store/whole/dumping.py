"""Give out a ledger's tables as things, a few rows in memory at a time."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from rashomon.store.schema import HEAD
from rashomon.store.tables import meta
from rashomon.store.whole.contract import Thing
from rashomon.store.whole.kinds import CONTENTS, KINDS, OWN_SETTINGS

#: Rows that are read at a time.
ROWS = 200
#: Key of the setting that counts the captures that a shared part lacks.
MISSING = "captures_left_out"


class TableDump:
    """The tables as one transaction sees them. Keeps to `rashomon.store.whole.contract.Dump`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.revision = HEAD
        self.left_out = int(connection.scalar(select(meta.c.value).where(meta.c.key == MISSING)) or 0)

    def things(self) -> Iterator[Thing]:
        """Yield all things, kind after kind, those of a kind by their key."""
        for kind in KINDS:
            for row in self._connection.execute(_asked(kind).execution_options(yield_per=ROWS)).mappings():
                yield Thing(kind, _values(kind, row))


def _asked(kind: str) -> Select[Any]:
    table = KINDS[kind]
    asked = select(table).order_by(*table.primary_key)
    return asked.where(meta.c.key.not_in(OWN_SETTINGS)) if table is meta else asked


def _values(kind: str, row: RowMapping) -> Mapping[str, Any]:
    return {name: _opened(value) if (kind, name) in CONTENTS else value for name, value in row.items() if value is not None}


def compact(value: object) -> str:
    """Return a value as JSON in the form in which the ledger keeps it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _opened(text: str) -> Any:  # noqa: ANN401 (parsed JSON)
    """Return the list or object that a text holds; the text itself where that would not give the same text again."""
    try:
        value = json.loads(text)
        same = isinstance(value, list | dict) and compact(value) == text
    except (ValueError, RecursionError):
        return text
    return value if same else text
