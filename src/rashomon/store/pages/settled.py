"""Answers of pages that follow from linking alone, made once until it runs again; listed outlets, read when the list changes."""

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from rashomon.lists.outlets import load_outlets
from rashomon.model.sources import Outlet
from rashomon.store.recent import Recent
from rashomon.store.search import COLUMNS_VERSION
from rashomon.store.tables import meta

V = TypeVar("V")
#: Answers that are kept.
KEPT = 64


class Settled:
    """Keeps answers of one ledger as long as linking has not run again."""

    def __init__(self) -> None:
        self._kept: Recent[Any] = Recent(KEPT)

    def of(self, connection: Connection, key: Hashable, make: Callable[[], V]) -> V:
        """Return the answer under a key as this transaction sees the ledger; nothing is kept before the first linking."""
        version = connection.scalar(select(meta.c.value).where(meta.c.key == COLUMNS_VERSION))
        if version is None:
            return make()
        found: V = self._kept.of((version, key), make)
        return found


def listed_outlets(folder: Path) -> Mapping[str, Outlet]:
    """Return the listed outlets by their names, read again where the ledger's own list has changed. Raises ListError."""
    file = folder / "outlets.yaml"
    stamp = (file.stat().st_mtime_ns, file.stat().st_size) if file.exists() else None
    return _listed(folder, stamp)


@lru_cache(maxsize=4)
def _listed(folder: Path, stamp: tuple[int, int] | None) -> Mapping[str, Outlet]:  # noqa: ARG001 (tells one state of the file)
    return load_outlets(folder)
