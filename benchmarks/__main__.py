"""``python -m benchmarks NAME`` runs a set's development part and prints its figures; ``NAME INPUT OUTPUT`` reads records
and writes predictions; ``gate`` runs the quick sets against their floors.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.gate import below, floors, raise_floors
from benchmarks.sets import NAMES, QUICK, read, run
from benchmarks.shared import MissingDataError, flat


def gate() -> int:
    """Run the quick sets and return 1 if a figure is under its floor; a set whose data is absent is skipped, saying so."""
    faults = []
    for name in QUICK:
        try:
            measured = flat(run(name))
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
    parser.add_argument("name", choices=[*NAMES, "gate"])
    parser.add_argument("input", type=Path, nargs="?", help="records without labels, one JSON object a line")
    parser.add_argument("output", type=Path, nargs="?", help="where to write the predictions, one JSON object a line")
    parser.add_argument("--raise", dest="raising", action="store_true", help="raise the set's floors to what is measured")
    arguments = parser.parse_args()
    if arguments.name == "gate":
        return gate()
    if arguments.input is not None:
        if arguments.output is None:
            parser.error("an INPUT needs an OUTPUT beside it")
        read(arguments.name, arguments.input, arguments.output)
        return 0
    try:
        figures = run(arguments.name)
    except MissingDataError as missing:
        print(f"skipped {arguments.name}: {missing}")
        return 0
    print(json.dumps(figures, indent=1))
    if arguments.raising:
        raise_floors(arguments.name, flat(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
