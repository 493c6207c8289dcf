"""What reads an article. A pure function of the article and the extractor's version."""

from typing import Protocol

from rashomon.model.reading import Reading
from rashomon.model.sources import Article


class Extractor(Protocol):
    """Turns one article into a reading, without looking at any other article, the clock or the network."""

    @property
    def version(self) -> str:
        """Name and version, with a digest of the lists it reads by; another version means: read again."""
        ...

    def read(self, article: Article) -> Reading:
        """Return everything found; an article it cannot read gives an empty reading with ``unread`` spans."""
        ...
