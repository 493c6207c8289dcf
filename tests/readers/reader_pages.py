"""Invented sentences and captures that the tests of the readers share."""

import hashlib

from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.readers.reading import read

AMBUSH = (
    "Militants of the River Front attacked a convoy near Tolma on Sunday, killing four soldiers. The army confirmed the loss."
)
NOON = "Residents told reporters that the fighting lasted until noon. A second convoy turned back before the bridge at Ostrel."
CURFEW = "The governor of Varna Province has announced a curfew for the coming week. Shops will stay closed until Thursday."
DRONE = (
    "A drone fell into the harbour of Kestrin without exploding. Nobody claimed it, and the navy had not seen its type before."
)
COMMANDER = (
    "The Sable Council named a new commander for its north. The man is known only as Abu Ferro and has led raids since 2014."
)
BLASTS = "Two explosions shook the capital overnight. At least nine people died according to the health ministry."


def capture_of(content: bytes, name: str = "page.txt", outlet: str | None = None) -> Capture:
    """Return a capture as the pipeline would make it."""
    return Capture(hashlib.sha256(content).hexdigest(), name, None, "2031-01-01T00:00:00", len(content), outlet)


def page(text: str | bytes, name: str = "page.txt", outlet: str | None = None) -> Page:
    """Read a text and check what must hold for every page."""
    content = text if isinstance(text, bytes) else text.encode()
    made = read(capture_of(content, name, outlet), content)
    check(made)
    return made


def check(made: Page) -> None:
    """The promises of `rashomon.readers.contract`."""
    assert made.articles
    last = 0
    for n, article in enumerate(made.articles):
        assert article.n == n
        assert last <= article.start < article.end <= len(made.text)
        last = article.end
        assert article.text == made.text[article.start : article.end] == article.text.strip()
        edge = 0
        assert article.parts
        for part in article.parts:
            assert edge <= part.start < part.end <= len(article.text)
            edge = part.end
        assert article.repeats is None or article.repeats < n


def kinds(made: Page, n: int = 0) -> list[tuple[str, str]]:
    """Return kind and words of each part of one article."""
    article = made.articles[n]
    return [(part.kind.value, article.text[part.start : part.end]) for part in article.parts]
