"""How fast the desk answers on a ledger of 200,000 articles and 500,000 events while an update writes into it.

``python -m benchmarks.desk_scale FOLDER`` makes the ledger in the folder where there is none (half an hour), then asks every page
again and again over HTTP. The desk runs in a process of its own and so does the writer, which puts new articles and readings all
the time. Milliseconds are those of the clock, beside them the processor's time of the desk: other work on the machine is in the
first and not in the second.
"""

import json
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event as Signal
from pathlib import Path
from urllib.parse import quote

import httpx
from sqlalchemy import func, select

from benchmarks.desk_ledger import assigned, keep, make
from benchmarks.desk_world import make_world, plans
from rashomon.store.database import connect, reading
from rashomon.store.ledger import DATABASE, Ledger
from rashomon.store.tables import articles, event_accounts, event_actors
from rashomon.store.views import Question

ARTICLES, EVENTS = 200_000, 500_000
#: How often each page is asked, and how long an answer may take (milliseconds).
TIMES, LIMIT = 12, 300.0
_PAUSE = 0.05


@dataclass(frozen=True)
class Took:
    """How long one page took, in milliseconds of the clock and of the desk's processor time, and its bytes."""

    name: str
    clock: tuple[float, ...]
    processor: tuple[float, ...]
    size: int

    def line(self) -> str:
        """Return the page's line of the table."""
        clock, processor = sorted(self.clock), sorted(self.processor)
        late = max(0, round(0.95 * len(clock)) - 1)
        middle = f"{statistics.median(clock):7.0f} {clock[late]:7.0f} {statistics.median(processor):7.0f} {processor[late]:7.0f}"
        return f"{self.name:28} {middle} {self.size / 1024:8.0f} kB"


def run_desk(folder: Path, said: "Connection[str, str]") -> None:
    """Open the desk and say where it listens."""
    from rashomon.web.serve import serve  # noqa: PLC0415 (only this process serves)

    with Ledger.open(folder) as ledger:
        serve(ledger, "127.0.0.1", 0, said.send)


def write_on(folder: Path, stop: Signal) -> None:
    """Put new articles and readings, as an update does, until told to stop."""
    world = make_world(int(time.time()))
    engine = connect(folder / DATABASE)
    with Ledger.open(folder) as ledger:
        begin = 10_000_000
        while not stop.is_set():
            told = assigned(world, list(plans(world, 120)), 50)
            keep(ledger, engine, world, told, begin)
            begin += 500
    engine.dispose()


def pages_of(folder: Path) -> dict[str, str]:
    """Return what is asked: addresses by what they are."""
    with Ledger.open(folder) as ledger:
        everything = ledger.ask(Question(size=1))
        actor = next(facet for facet in everything.facets if facet.name == "actor").values[0]
        topic = ledger.desk.topics.make("scale", "type=bombing&country=IQ", "benchmark")
        rare = ledger.ask(Question(size=1, page=everything.total // 2)).events[0].title.split()[-1]
    engine = connect(folder / DATABASE)
    with reading(engine) as connection:
        told = select(event_accounts.c.event_id).group_by(event_accounts.c.event_id).order_by(func.count().desc()).limit(1)
        article = select(articles.c.id).order_by(func.length(articles.c.text).desc()).limit(1)
        event_id, article_id = connection.scalar(told), connection.scalar(article)
        busiest = connection.scalar(
            select(event_actors.c.actor_id).group_by(event_actors.c.actor_id).order_by(func.count().desc()).limit(1)
        )
        words = (connection.scalar(select(articles.c.text).limit(1)) or "").split()[-3].strip(".")
    engine.dispose()
    name = quote(f"{actor.label}")
    return {
        "today, all new": "/?since=start",
        "today, nothing new": "/?since=2030-01-01",
        "search, everything": "/search",
        "search, common word": "/search?q=bombed",
        "search, common words": "/search?q=people+said",
        "search, rare word": f"/search?q={rare}",
        "search, invented word": f"/search?q={quote(words)}",
        "search, a name": f"/search?q={name}",
        "search, fields": "/search?q=bombed+-abducted+type%3Abombing+after%3A2018",
        "search, narrowed": "/search?type=bombing&country=IQ&roots=2%2B",
        "search, actor and parts": f"/search?actor={actor.value}&parts=1",
        "search, most killed": "/search?order=killed&view=table",
        "search, last page": "/search?page=9000",
        "timeline": "/search?q=bombed&view=timeline",
        "chart": "/search?view=chart&by=actor",
        "claims": "/search?q=bombed&view=claims",
        "articles": "/search?q=abducted&view=articles",
        "map": "/search?type=bombing&view=map",
        "map data, 100,000 events": "/search.geojson?type=bombing",
        "map data, zoomed": "/search.geojson?type=bombing&zoom=3",
        "suggestions": f"/suggest?q={quote(actor.label[:4])}",
        "event, most accounts": f"/events/{event_id}",
        "actor, most events": f"/actors/{busiest}",
        "article": f"/articles/{article_id}",
        "contradictions": "/contradictions?alarms=1",
        "series": "/series",
        "topics": "/topics",
        "topic": f"/topics/{topic.id}",
        "topic feed": f"/topics/{topic.id}/feed.atom",
    }


def spent(process: int) -> float:
    """Return the processor time of a process in milliseconds."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()
    return 1000.0 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def ask(address: str, pages: dict[str, str], process: int) -> Iterator[Took]:
    """Ask every page in turn, `TIMES` times, once before it counts."""
    clock: dict[str, list[float]] = {name: [] for name in pages}
    processor: dict[str, list[float]] = {name: [] for name in pages}
    sizes: dict[str, int] = {}
    with httpx.Client(base_url=address, timeout=60, headers={"Accept": "text/html"}) as client:
        for turn in range(TIMES + 1):
            for name, path in pages.items():
                before, began = spent(process), time.perf_counter()
                answer = client.get(path)
                took = 1000.0 * (time.perf_counter() - began)
                answer.raise_for_status()
                sizes[name] = len(answer.content)
                if turn:
                    clock[name].append(took)
                    processor[name].append(spent(process) - before)
                time.sleep(_PAUSE)
    for name in pages:
        yield Took(name, tuple(clock[name]), tuple(processor[name]), sizes[name])


def measure(folder: Path, *, writing: bool = True) -> list[Took]:
    """Return how long each page takes, with a writer beside the desk or without one."""
    pages = pages_of(folder)
    spawn = multiprocessing.get_context("spawn")
    mine, theirs = spawn.Pipe(duplex=False)
    stop = spawn.Event()
    desk = spawn.Process(target=run_desk, args=(folder, theirs), daemon=True)
    writer = spawn.Process(target=write_on, args=(folder, stop), daemon=True)
    desk.start()
    address = mine.recv()
    if writing:
        writer.start()
    assert desk.pid is not None
    try:
        return list(ask(address, pages, desk.pid))
    finally:
        stop.set()
        if writing:
            writer.join(60)
        desk.terminate()
        desk.join(20)


def report(took: list[Took]) -> None:
    """Print the table and how many answers came in time."""
    print(f"{'page':28} {'p50':>7} {'p95':>7} {'cpu50':>7} {'cpu95':>7}")
    for one in took:
        print(one.line())
    clock, processor = [ms for one in took for ms in one.clock], [ms for one in took for ms in one.processor]
    for name, times in (("clock", clock), ("processor", processor)):
        within = sum(ms <= LIMIT for ms in times) / len(times)
        print(
            json.dumps(
                {
                    "by": name,
                    "answers": len(times),
                    "within_300_ms": round(within, 3),
                    "p95": round(sorted(times)[int(0.95 * len(times))]),
                }
            )
        )


if __name__ == "__main__":
    where = Path(sys.argv[1])
    if not (where / DATABASE).exists():
        make(where, ARTICLES, EVENTS)
    report(measure(where, writing="--alone" not in sys.argv))
