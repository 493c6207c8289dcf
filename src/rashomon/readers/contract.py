"""What every reader gives back, and what it is given. A reader opens no network and stores nothing."""

from dataclasses import dataclass
from typing import Protocol

from rashomon.model.sources import Article, Capture


@dataclass(frozen=True, slots=True)
class Page:
    """A capture turned into text and articles. ``unused`` says, in plain words, what was left out and why.

    Args:
        decoded: the bytes as text, where the articles are slices of it; ``None`` where they are the reader's own
            rendering (feed, export, HTML), whose text is theirs, joined by blank lines.
    """

    articles: tuple[Article, ...]
    reader: str
    unused: tuple[str, ...] = ()
    decoded: str | None = None

    @property
    def text(self) -> str:
        """What the capture says as one string; ``article.text == text[article.start:article.end]`` for every article."""
        return "\n\n".join(article.text for article in self.articles) if self.decoded is None else self.decoded


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
