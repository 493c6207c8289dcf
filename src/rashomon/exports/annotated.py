"""Write articles as people corrected them, as annotated training text in the form of ``training/corpus`` (its GUIDE.md).

Only articles that people decided on are written: their accounts, claims and figures as they stand now, and what was not touched
as the machine read it. An article whose day is not stated is left out: that form resolves its dates by it. Tags nest; of two
spans that cross, the one that is worth less is left out. ``training/corpus/check.py`` accepts every file.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol
from xml.sax.saxutils import escape, quoteattr

from rashomon.exports.annotating import annotated
from rashomon.exports.contract import Order
from rashomon.exports.shared import SharedLedger
from rashomon.linking.contract import Source
from rashomon.model.sources import Article
from rashomon.model.words import PartKind
from rashomon.store.ledger import Ledger

#: So many documents stand in one file.
PER_FILE = 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_READ = frozenset({PartKind.LEAD, PartKind.BODY})


class Corrected(Protocol):
    """What this export asks."""

    def corrected_sources(self) -> Iterator[Source]:
        """Return the articles that people decided on, with their readings as corrected."""
        ...


def write_annotated(ledger: Ledger, target: Path, order: Order) -> tuple[Path, ...]:
    """Write the articles that people decided on and that may be shared; the question of the order is left aside."""
    return export_annotated(SharedLedger(ledger, order.selection.clearance), target)


def export_annotated(ledger: Corrected, target: Path) -> tuple[Path, ...]:
    """Write the articles that people decided on into a folder, and return the files.

    Args:
        ledger: what is written.

        target: a folder, which is made where it does not exist; files of the same names are replaced.
    """
    target.mkdir(parents=True, exist_ok=True)
    return tuple(_files(ledger, target))


def _files(ledger: Corrected, target: Path) -> Iterator[Path]:
    """Write file after file and yield each once it is whole; one without documents where nothing was corrected."""
    docs: list[str] = []
    number = 0
    for source in ledger.corrected_sources():
        docs += document(source)
        if len(docs) == PER_FILE:
            yield _written(target, number, docs)
            docs, number = [], number + 1
    if docs or number == 0:
        yield _written(target, number, docs)


def _written(target: Path, number: int, docs: Iterable[str]) -> Path:
    path = target / f"corrected-{number:03}.xml"
    path.write_text("<docs>\n" + "".join(docs) + "</docs>\n", encoding="utf-8")
    return path


def document(source: Source) -> list[str]:
    """Return one article as a ``<doc>``; nothing where its day is not stated or it has no text."""
    article = source.article
    several = tuple(paragraphs(article))
    if not _DAY.match(article.published or "") or not any(tag == "p" for tag, _, _ in several):
        return []
    told = annotated(article, source.reading, ((start, end) for _, start, end in several))
    stated = {
        "id": article.id,
        "published": (article.published or "")[:10],
        "outlet": article.outlet or "not stated",
        "kind": "corrected",
    }
    opening = "".join(f" {name}={quoteattr(value)}" for name, value in stated.items())
    text = "".join(f"<{tag}>{told.marked(start, end)}</{tag}>\n" for tag, start, end in several)
    lines = "".join(_block(name, written) for name, written in told.lines)
    return [f"<doc{opening}>\n{text}{lines}</doc>\n"]


def _block(name: str, lines: Iterable[str]) -> str:
    written = "".join(f"{escape(line)}\n" for line in lines)
    return f"<{name}>\n{written}</{name}>\n" if written else ""


def paragraphs(article: Article) -> Iterator[tuple[str, int, int]]:
    """Yield the title and each paragraph of the text, as tag, start and end; an article without marked parts is all text."""
    parts = article.parts
    if not any(part.kind in _READ for part in parts):
        yield from (("p", start, end) for start, end in _lines(article.text, 0, len(article.text)))
        return
    for part in parts:
        if part.kind == PartKind.TITLE and article.text[part.start : part.end].strip():
            yield "title", part.start, part.end
        elif part.kind in _READ:
            yield from (("p", start, end) for start, end in _lines(article.text, part.start, part.end))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line)
        at += len(line)
