"""The main text of news pages (Scrapinghub's benchmark, English and others), read by the product's own reader."""

import gzip
import hashlib
from collections.abc import Iterable, Iterator

from benchmarks.shared import Row, shared
from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.model.words import PartKind
from rashomon.readers.reading import read

#: The development file in the optional data folder; its pages lie beside it.
DEV = "bench/article_extraction/dev.jsonl"
#: What a reader must not see.
GOLD = ("text",)
#: Parts that are the text of a story; its title is none of the gold's.
_TEXT = (PartKind.LEAD, PartKind.BODY, PartKind.CAPTION, PartKind.FOOTNOTE, PartKind.NOISE)


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the records one after the other; a page without an article has no text."""
    folder = shared("bench/article_extraction")
    for row in rows:
        content = gzip.decompress(folder.joinpath(row["html"]).read_bytes())
        yield {"id": row["id"], "text": _text(content, row["url"])}


def _text(content: bytes, address: str) -> str:
    """Return the text of the page's articles."""
    digest = hashlib.sha256(content).hexdigest()
    capture = Capture(digest, "page.html", address, "2019-11-20T00:00:00+00:00", len(content), media_type="text/html")
    try:
        page = read(capture, content)
    except UnreadableSourceError:
        return ""
    spans = ((article, span) for article in page.articles for span in article.spans(*_TEXT))
    return "\n".join(article.text[start:end] for article, (start, end) in spans)
