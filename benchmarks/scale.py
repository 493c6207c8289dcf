"""How linking grows: seconds and memory for invented ledgers of 10,000, 30,000 and 100,000 accounts, and for 100 articles
more.

``python -m benchmarks scale`` measures all sizes, each in a process of its own; ``python -m benchmarks.scale 10000 100000`` those
that are named, and prints each as soon as it is measured. Seconds are the processor's, so that what else the machine does is left
out, but for those called wall; memory is the process's peak.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from benchmarks.shared import Figures
from benchmarks.world_pages import READER
from benchmarks.worlds import Day, World
from rashomon.linking.relinking.relinking import relink
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.store.ledger import Ledger

SIZES = (10_000, 30_000, 100_000)
#: Articles that are added to the finished ledger.
MORE = 100


@dataclass
class _Watch:
    """Seconds of the processor since it was last looked at."""

    began: float

    def lap(self) -> float:
        """Return the seconds since the last lap."""
        now = time.process_time()
        passed, self.began = now - self.began, now
        return round(passed, 1)


def keep(ledger: Ledger, days: Iterable[Day]) -> None:
    """Put captures, articles and readings into a ledger."""
    for day in days:
        if day.sources:
            capture, content = day.sources[0].article.capture, day.text.encode()
            ledger.keep(Capture(capture, f"{capture[:8]}.txt", None, "2020-01-01T00:00:00", len(content)), content)
            ledger.put_page(capture, Page(tuple(source.article for source in day.sources), READER, decoded=day.text))
            ledger.put_readings(source.reading for source in day.sources)


def _days(accounts: int) -> tuple[list[Day], list[Day]]:
    """Days until there are so many accounts, and of the days after them the first `MORE` articles."""
    first: list[Day] = []
    after: list[Day] = []
    missing = MORE
    for day in World().days():
        if accounts > 0:
            first.append(day)
            accounts -= sum(len(source.reading.accounts) for source in day.sources)
        else:
            after.append(replace(day, sources=day.sources[:missing]))
            missing -= len(after[-1].sources)
            if not missing:
                break
    return first, after


def measure(accounts: int) -> dict[str, float]:
    """Link an invented ledger of so many accounts, and again with `MORE` articles more; return seconds, rows and megabytes."""
    registry, gazetteer = load_registry(), load_gazetteer()
    with tempfile.TemporaryDirectory() as folder, Ledger.create(Path(folder, "ledger")) as ledger:
        first, after = _days(accounts)
        keep(ledger, first)
        articles = sum(len(day.sources) for day in first)
        del first
        watch, figures = _Watch(time.process_time()), {"articles": float(articles)}
        for name in ("all", "more"):
            began = time.perf_counter()
            change = relink(ledger.remembered, ledger.remembered, registry, gazetteer)
            figures[f"{name}_link_seconds"] = watch.lap()
            ledger.remembered.put(change, name)
            figures[f"{name}_put_seconds"] = watch.lap()
            figures[f"{name}_wall_seconds"] = round(time.perf_counter() - began, 1)
            figures[f"{name}_events"] = len(change.events)
            figures[f"{name}_articles"] = len(change.articles)
            del change
            keep(ledger, after)
            after = []
            watch.lap()
        figures["megabytes"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return figures


def run(sizes: Iterable[int] = SIZES) -> Figures:
    """Return the figures of every size."""
    found: Figures = {}
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            found[str(size)] = pool.submit(measure, size).result()
    return found


if __name__ == "__main__":
    for named in list(map(int, sys.argv[1:])) or SIZES:
        print(json.dumps(run([named])), flush=True)
