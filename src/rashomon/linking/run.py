"""Link everything at once. A pure function: the same sources, lists and decisions give the same result, in any order."""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.linking.contract import Gazetteer, Registry, Source
from rashomon.linking.relinking.contract import Nothing
from rashomon.linking.relinking.relinking import relink
from rashomon.model.decisions import Decision
from rashomon.model.ledger import Linked
from rashomon.model.sources import Article


class Given:
    """Articles that are given with their readings; of two readings of one article the greater reader's counts."""

    def __init__(self, sources: Iterable[Source]) -> None:
        ordered = sorted(sources, key=lambda source: source.reading.reader)
        self._by_id = {source.article.id: source for source in ordered}

    def stamps(self) -> Mapping[str, str]:
        """Return the reader of each article."""
        return {key: self._by_id[key].reading.reader for key in sorted(self._by_id)}

    def take(self, article_ids: Iterable[str]) -> Iterator[Source]:
        """Yield some of them."""
        return (self._by_id[key] for key in article_ids)

    def articles(self, article_ids: Iterable[str]) -> Iterator[Article]:
        """Yield some of the articles."""
        return (self._by_id[key].article for key in article_ids)


def link(sources: Iterable[Source], registry: Registry, gazetteer: Gazetteer, decisions: Iterable[Decision] = ()) -> Linked:
    """Return everything that follows from the sources together.

    Args:
        sources: articles with their readings, in any order; of two readings of one article the greater reader's counts.

        registry: what is known of actors and outlets.

        gazetteer: what is known of places.

        decisions: what people decided, in any order.
    """
    return relink(Given(sources), Nothing(), registry, gazetteer, decisions).linked
