"""Is the day of publication right on pages that print one? ``python -m benchmarks published_days``

Two measures. *Invented*: the pages of `benchmarks.day_pages`. *Real*: the pages of `article_extraction` whose address holds
a day, which the reader is not shown. An address may hold the day of another time zone, or of the first draft: the share
that is within a day is told beside the share that is the same.
"""

import gzip
import hashlib
import json
import re
from collections import Counter
from contextlib import suppress
from datetime import date

from benchmarks.article_extraction import DEV
from benchmarks.day_pages import DayPage, pages
from benchmarks.shared import Figures, MissingDataError, shared
from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.readers.reading import read

_IN_ADDRESS = re.compile(r"/(20\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=\D|$)")
_NEAR = 1


def run() -> Figures:
    """Return the shares of pages whose day of publication is right, overall and where it is not 1."""
    invented = [(page, _day(page.markup.encode())) for page in pages()]
    figures: Figures = {"published": _share(invented), "pages": len(invented)}
    for value in sorted({word for page, _ in invented for word in (page.style, page.tongue)}):
        share = _share([(page, day) for page, day in invented if value in (page.style, page.tongue)])
        if share < 1:
            figures[value] = share
    with suppress(MissingDataError):
        figures |= _real()
    return figures


def _share(read_pages: list[tuple[DayPage, str | None]]) -> float:
    return round(sum(day == page.published.isoformat() for page, day in read_pages) / len(read_pages), 4)


def _real() -> Figures:
    """Return how often the day in the address of a real page is the one that was read without it. Raises MissingDataError."""
    folder = shared("bench/article_extraction")
    counts: Counter[str] = Counter()
    for line in shared(DEV).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        stated = _IN_ADDRESS.search(row["url"])
        if stated is None:
            continue
        day = _day(gzip.decompress(folder.joinpath(row["html"]).read_bytes()))
        counts["pages"] += 1
        counts["none"] += day is None
        counts["same"] += day == "-".join(stated.groups())
        counts["near"] += day is not None and len(day) == len("2031-05-04") and _apart(day, stated) <= _NEAR
    total = max(1, counts["pages"])
    return {
        "real_pages": counts["pages"],
        "real_stated": round(1 - counts["none"] / total, 4),
        "real_same": round(counts["same"] / total, 4),
        "real_near": round(counts["near"] / total, 4),
    }


def _apart(day: str, stated: re.Match[str]) -> int:
    return abs((date.fromisoformat(day) - date(*map(int, stated.groups()))).days)


def _day(content: bytes) -> str | None:
    """Return the day of the page's first article, ``None`` where it has none."""
    capture = Capture(hashlib.sha256(content).hexdigest(), "page.html", None, "2035-01-01T00:00:00+00:00", len(content))
    try:
        return read(capture, content).articles[0].published
    except UnreadableSourceError:
        return None
