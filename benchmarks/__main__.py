"""``python -m benchmarks NAME`` runs a set and prints its figures; ``gate`` runs the quick ones against their floors."""

import argparse
import json
import sys
from collections.abc import Callable

from benchmarks import annotated, seeds
from benchmarks.gate import below, floors, raise_floors
from benchmarks.shared import Figures, MissingDataError, flat

#: Every set, and what runs its development part.
SETS: dict[str, Callable[[], Figures]] = {"annotated": annotated.run, "seeds": seeds.run}
#: Sets that are quick enough for every change.
QUICK = ("annotated", "seeds")


def gate() -> int:
    """Run the quick sets and return 1 if a figure is under its floor; a set whose data is absent is skipped, saying so."""
    faults = []
    for name in QUICK:
        try:
            measured = flat(SETS[name]())
        except MissingDataError as missing:
            print(f"skipped {name}: {missing}")
            continue
        wanted = floors().get(name, {})
        faults += [f"{name}: {fault}" for fault in below(measured, wanted)]
        print(f"{name}: " + ", ".join(f"{figure} {measured.get(figure)} (floor {least})" for figure, least in wanted.items()))
    print("\n".join(faults) if faults else "quality gate: nothing is under its floor")
    return 1 if faults else 0


def main() -> int:
    """Run what the command line names and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=[*SETS, "gate"])
    parser.add_argument("--raise", dest="raising", action="store_true", help="raise the set's floors to what is measured")
    arguments = parser.parse_args()
    if arguments.name == "gate":
        return gate()
    try:
        figures = SETS[arguments.name]()
    except MissingDataError as missing:
        print(f"skipped {arguments.name}: {missing}")
        return 0
    print(json.dumps(figures, indent=1))
    if arguments.raising:
        raise_floors(arguments.name, flat(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
