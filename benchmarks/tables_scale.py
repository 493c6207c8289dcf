"""How long the tables of a ledger of a million accounts take to write, as Parquet and as CSV, and how much memory.

``python -m benchmarks.tables_scale FOLDER [parquet] [csv]`` makes the ledger in the folder where there is none (half an hour),
then writes each form once in a process of its own. Seconds are those of the clock and of all processors; other work on the
machine is in the first and hardly in the second. Memory is the peak of the writing process and of the largest that tells, in MB.
"""

import json
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.desk_ledger import make
from rashomon.exports.contract import Order
from rashomon.model.marks import Mark
from rashomon.store.ledger import DATABASE, Ledger
from rashomon.store.publishing.contract import Selection

#: So many articles and events have a million accounts.
ARTICLES, EVENTS = 260_000, 650_000
#: What writes each form: module and function.
FORMS = {"parquet": ("parquet", "write_parquet"), "csv": ("csvfiles", "write_csv")}


def write(folder: Path, form: str, said: "Connection[dict[str, object], None]") -> None:
    """Write one form into a folder that is removed again, and say what that took."""
    module, name = FORMS[form]
    written: Callable[[Ledger, Path, Order], Iterable[Path]] = getattr(import_module(f"rashomon.exports.tables.{module}"), name)
    began = time.perf_counter()
    with TemporaryDirectory(dir=folder.parent) as target, Ledger.open(folder) as ledger:
        paths = tuple(written(ledger, Path(target), Order(Selection(clearance=Mark.RED))))
        took = time.perf_counter() - began
        rows = {one["name"]: one["rows"] for one in json.loads((Path(target) / "tables.json").read_text("utf-8"))["tables"]}
        size = sum(path.stat().st_size for path in paths)
    mine, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    said.send(
        {
            "form": form,
            "accounts": rows["accounts"],
            "rows": sum(rows.values()),
            "MB": round(size / 1e6),
            "processes": os.cpu_count(),
            "clock_s": round(took, 1),
            "processor_s": round(mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime, 1),
            "peak_MB": [mine.ru_maxrss // 1024, theirs.ru_maxrss // 1024],
        }
    )


def measure(folder: Path, form: str) -> dict[str, object]:
    """Return what one form took."""
    spawn = multiprocessing.get_context("spawn")
    mine, theirs = spawn.Pipe(duplex=False)
    process = spawn.Process(target=write, args=(folder, form, theirs))
    process.start()
    theirs.close()
    found: dict[str, object] = mine.recv()
    process.join()
    return found


if __name__ == "__main__":
    where = Path(sys.argv[1])
    if not (where / DATABASE).exists():
        make(where, ARTICLES, EVENTS)
    for asked in sys.argv[2:] or FORMS:
        print(json.dumps(measure(where, asked)))
