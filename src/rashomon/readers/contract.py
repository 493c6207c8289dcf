"""What every reader gives back, and what it is given. A reader opens no network and stores nothing."""

from dataclasses import dataclass
from typing import Protocol

from rashomon.model.sources import Article, Capture


@dataclass(frozen=True, slots=True)
class Page:
    """A capture turned into text and articles.

    ``text`` is what the capture says as one string: for a page of text the decoded bytes themselves, for a feed, an
    export or HTML the texts of its articles joined by blank lines. ``article.text == text[article.start:article.end]``
    holds for every article. ``unused`` says, in plain words, what was left out and why.
    """

    text: str
    articles: tuple[Article, ...]
    reader: str
    unused: tuple[str, ...] = ()


class Reader(Protocol):
    """One kind of input: says whether bytes look like its kind, and reads them."""

    name: str

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes look like this kind; must be quick and never raise."""
        ...

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the page.

        Raises:
            UnreadableSourceError: the bytes are broken, or hold no article.
        """
        ...
