"""How many pages of a web archive come into a ledger in how much time and memory.

``python -m benchmarks.warc 10000 50000`` makes an archive of so many invented pages each (article, navigation, teasers,
scripts: some 60 kB a page), takes it into an empty ledger without reading events, and prints seconds and megabytes.
"""

import io
import json
import os
import random
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from rashomon.pipeline.bulk import BulkAdding
from rashomon.pipeline.readers_pool import ReadersPool
from rashomon.store.ledger import Ledger

_TOWNS = "Ostrel Vessary Dunmar Karsk Oskil Harrow Sellin Brannic Tolvar Meshed-Ur".split()  # noqa: SIM905
_SIDES = "Vale Front,Karsk Guards,Reed Valley Front,Sahl Movement,Fifth Brigade,Border Police".split(",")  # noqa: SIM905
_DONE = "shelled,raided,withdrew from,claimed an attack on,denied an attack on,sent supplies to,closed the road to".split(",")  # noqa: SIM905
_REST = (
    "residents said on {day}, adding that {n} houses had burned and that the road to {town} stayed shut until the evening.",
    "a spokesman told reporters, and put the number of wounded at {n} while the hospital in {town} counted fewer.",
    "according to two officials who asked not to be named because talks in {town} were still going on.",
    "which the group had said in a statement on {day} that it would not do before {n} prisoners were handed over.",
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_SCRIPT = (
    "<script>window.dataLayer=window.dataLayer||[];"
    + "function track(a,b){dataLayer.push({event:a,value:b});}" * 60
    + "</script>"
)
_STYLE = "<style>" + ".card{margin:0 auto;padding:12px;border:1px solid #ddd}.card a{color:#036}" * 150 + "</style>"


def paragraph(chance: random.Random) -> str:
    """Return three or four invented sentences."""
    return " ".join(
        f"The {chance.choice(_SIDES)} {chance.choice(_DONE)} {chance.choice(_TOWNS)}, "
        + chance.choice(_REST).format(day=chance.choice(_DAYS), n=chance.randint(2, 60), town=chance.choice(_TOWNS))
        for _ in range(chance.randint(3, 4))
    )


def page(n: int) -> str:
    """Return the HTML of an invented page, as large and as full of furniture as those of news sites are."""
    chance = random.Random(n)  # noqa: S311 (invented pages, not secrets)
    title = f"{chance.choice(_SIDES)} {chance.choice(_DONE)} {chance.choice(_TOWNS)}, officials say ({n})"
    address = f"https://wire{n % 40}.example/{2030 + n % 3}/story-{n}"
    day = f"2031-{1 + n % 12:02}-{1 + n % 28:02}T08:{n % 60:02}:00+00:00"
    stated = {"@type": "NewsArticle", "headline": title, "datePublished": day, "author": {"@type": "Person", "name": "Ana Karo"}}
    links = "".join(f'<li class="nav-item"><a href="/section/{k}" class="link">Section {k}</a></li>' for k in range(90))
    body = "".join(f"<p>{paragraph(chance)}</p>" for _ in range(chance.randint(6, 12)))
    teasers = "".join(
        f'<div class="card teaser"><a href="/{k}"><img src="/i/{k}.jpg" alt=""><h3>{chance.choice(_TOWNS)} {k}</h3></a>'
        f"<p>{paragraph(chance)[:120]}</p></div>"
        for k in range(24)
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Wire {n % 40}</title>'
        f'<link rel="canonical" href="{address}"><meta property="og:type" content="article">'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Wire {n % 40}">'
        f'<meta property="article:published_time" content="{day}">'
        f'<script type="application/ld+json">{json.dumps(stated)}</script>{_STYLE}{_SCRIPT * 6}</head><body>'
        f'<header><nav><ul>{links}</ul></nav></header><main><article><h1>{title}</h1><p class="byline">By Ana Karo</p>'
        f'{body}</article><aside class="related">{teasers}</aside></main><footer><ul>{links}</ul>'
        f"<p>All rights reserved.</p></footer>{_SCRIPT}</body></html>"
    )


def write_archive(path: Path, pages: int) -> None:
    """Write a gzipped web archive of so many pages."""
    from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # noqa: PLC0415
    from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # noqa: PLC0415

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for n in range(pages):
            said = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            address = f"https://wire{n % 40}.example/{2030 + n % 3}/story-{n}"
            held = io.BytesIO(page(n).encode())
            headers = {"WARC-Date": "2031-06-01T00:00:00Z"}
            writer.write_record(
                writer.create_warc_record(address, "response", payload=held, http_headers=said, warc_headers_dict=headers)
            )


def measure(pages: int) -> dict[str, float]:
    """Take an archive of so many pages into an empty ledger; return seconds, processor seconds, articles and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "pages.warc.gz")
        write_archive(archive, pages)
        size = archive.stat().st_size
        with Ledger.create(Path(folder, "ledger")) as ledger:
            began, cpu = time.perf_counter(), _cpu()
            added = BulkAdding(ledger.evidence, pool=ReadersPool(os.cpu_count() or 1, get_context("spawn"))).add(archive)
            took, used = time.perf_counter() - began, _cpu() - cpu
            held = ledger.status().counts["articles"] if pages <= 20_000 else added.articles  # noqa: PLR2004
        peaks = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        own, reader = (round(peak) for peak in peaks)
        figures = {"pages": pages, "articles": held, "seconds": round(took, 1), "cpu_seconds": round(used, 1)}
        return figures | {"archive_mb": round(size / 1e6, 1), "own_peak_mb": own, "reader_peak_mb": reader}


def _cpu() -> float:
    """Return the processor seconds of this process and of those it waited for."""
    return sum(
        used.ru_utime + used.ru_stime for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def main() -> None:
    """Measure each size in a process of its own, and print a line of JSON each."""
    for pages in map(int, sys.argv[1:] or ("10000", "50000")):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            print(json.dumps(alone.submit(measure, pages).result()), flush=True)


if __name__ == "__main__":
    main()
