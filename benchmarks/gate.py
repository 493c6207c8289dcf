"""The quality gate: measured figures against floors that only rise.

``floors.toml`` has a table a set. `raise_floors` writes what was measured where that is higher, rounded down to two
digits; it never lowers one.
"""

import tomllib
from collections.abc import Mapping
from math import floor
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


def floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Return the floors of each set."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def below(measured: Mapping[str, float], wanted: Mapping[str, float]) -> list[str]:
    """Return a line for each figure that is missing or under its floor."""
    return [
        f"{name}: {measured.get(name, 'not measured')} is under its floor of {least}"
        for name, least in wanted.items()
        if measured.get(name, -1.0) < least
    ]


def raised(old: Mapping[str, float], measured: Mapping[str, float]) -> dict[str, float]:
    """Return the floors after a run: the higher of the old one and the measured figure, for names that have a floor."""
    return {name: max(least, floor(measured.get(name, least) * 100) / 100) for name, least in old.items()}


def raise_floors(name: str, measured: Mapping[str, float], path: Path = FLOORS) -> None:
    """Write the raised floors of one set into the file."""
    tables = floors(path)
    tables[name] = raised(tables.get(name, {}), measured)
    lines = ["# Floors of the quality gate. They only rise: python -m benchmarks NAME --raise"]
    for table, rows in sorted(tables.items()):
        lines += ["", f"[{table}]", *(f"{figure} = {least}" for figure, least in sorted(rows.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
