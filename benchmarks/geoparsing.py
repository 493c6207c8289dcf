"""Place names found in news and put on the map (GeoWebNews, LGL, TR-News, GeoVirus), by the product's reading and linking."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from benchmarks.shared import Row, rules
from benchmarks.texts import article_of
from rashomon.extraction.toponyms import ToponymKind
from rashomon.linking.contract import Source
from rashomon.linking.places.mapping import located
from rashomon.linking.places.toponyms import Located
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.model.sources import Article

DEV = (
    "bench/geoparsing/geowebnews.dev.jsonl",
    "bench/geoparsing/lgl.dev.jsonl",
    "bench/geoparsing/trnews.dev.jsonl",
    "bench/geoparsing/geovirus.dev.jsonl",
)
#: What a reader must not see.
GOLD = ("toponyms",)


def _article(number: int, row: Row) -> Article:
    """The record as an article; its number tells two records of one text apart."""
    return replace(article_of(row["text"], published=row.get("date")), n=number, capture=str(row["id"]), url=row.get("url"))


def _is_marked(one: Located, row: Row) -> bool:
    """Whether annotators of such a file mark the name: those of encyclopedic news, which has no title, mark no adjectives."""
    return row.get("title") is not None or one.toponym.kind == ToponymKind.NAME


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the records of one file together: an outlet's articles tell where it is at home."""
    given = list(rows)
    articles = [_article(number, row) for number, row in enumerate(given)]
    found = located([Source(article, rules().read(article)) for article in articles], load_gazetteer())
    for article, row in zip(articles, given, strict=True):
        marked = [one for one in found[article.id] if _is_marked(one, row)]
        yield {"id": row["id"], "toponyms": [_toponym(one) for one in marked]}


def _toponym(one: Located) -> Row:
    return {"start": one.toponym.start, "end": one.toponym.end, "lat": one.place.lat, "lon": one.place.lon}
