"""Find every place that articles name and put it on the map, outlet by outlet: a paper's articles tell where it is at home."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol
from urllib.parse import urlparse

from rashomon.extraction.toponyms import Toponym, toponyms
from rashomon.linking.contract import Source
from rashomon.linking.places.homes import Named, domain_of, home_of
from rashomon.linking.places.toponyms import DOUBTFUL, Located, Locator
from rashomon.model.places import Place
from rashomon.model.sources import Article
from rashomon.model.words import MentionKind


class Gazetteer(Protocol):
    """What this needs of the list of places."""

    def exact(self, name: str) -> tuple[Place, ...]:
        """Return the places that are written so, but for case and marks."""
        ...

    def country(self, name: str) -> str | None:
        """Return the ISO 3166 alpha-2 code of a country's name or adjective."""
        ...


def address_of(article: Article) -> str:
    """Return the host of the article's page without "www.", else its outlet; empty where neither is stated."""
    host = urlparse(article.url or "").hostname or ""
    return host.removeprefix("www.") or article.outlet or ""


def homes_of(named_in: Iterable[tuple[Article, Iterable[Toponym]]], named: Named) -> dict[str, Place | None]:
    """Return where each outlet is at home, by its address.

    Args:
        named_in: articles with the places they name.

        named: returns the places of a name.
    """
    gathered: dict[str, list[Iterable[Toponym]]] = defaultdict(list)
    for article, found in named_in:
        gathered[address_of(article)].append(found)
    return {address: home_of(articles, address, named) if address else None for address, articles in gathered.items()}


def located(sources: Iterable[Source], gazetteer: Gazetteer) -> Mapping[str, tuple[Located, ...]]:
    """Return the places that each article names, by the article's id and in reading order.

    Args:
        sources: articles with their readings; persons' names are not taken for places.

        gazetteer: the places that are known.
    """
    named_in = [(source.article, _toponyms(source, gazetteer)) for source in sources]
    homes, locator = homes_of(named_in, gazetteer.exact), Locator(gazetteer.exact)
    return {article.id: locator.locate(found, homes[address_of(article)], domain_of(article.url)) for article, found in named_in}


def _toponyms(source: Source, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    persons = ((m.span.start, m.span.end) for m in source.reading.mentions if m.kind == MentionKind.PERSON and m.named)
    return toponyms(source.article.text, gazetteer, tuple(persons), DOUBTFUL)
