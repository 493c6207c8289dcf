"""Read PDF documents that have a text layer, each as one article."""

import re
from collections.abc import Mapping

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.model.words import PartKind
from rashomon.readers.bylines import Byline, parse_byline
from rashomon.readers.contract import Page
from rashomon.readers.credits import credited
from rashomon.readers.documents.layout import Run, in_order, joined
from rashomon.readers.documents.opening import MOST_PAGES, Opened, opened
from rashomon.readers.documents.paragraphs import bare, flowing, furniture, in_margin, is_page_number, paragraphs_of
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.lines import kind_of
from rashomon.readers.names import persons_in
from rashomon.readers.printed_dates import printed_date

_LEAST_LETTERS = 40
_UNTITLED = re.compile(
    r"^(?:untitled|document\d*|microsoft word\b.*|slide\s*\d*|print\b.*|\d[\d\W]*|layout \d"
    r"|.*\.(?:docx?|pdf|indd|rtf|odt|pptx?|qxd|html?))$",
    re.IGNORECASE,
)
_MOST_TITLE = 300
_LARGER = 1.15
#: Lines of the first page among which a byline is looked for, and how long one is.
_OPENING = 14
_SHORT_LINE = 120


class PdfReader:
    """Reads PDF documents; encrypted and scanned ones are refused with the reason."""

    name = "pdf/2"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes begin like a PDF document."""
        del capture
        return b"%PDF-" in content[:1024]

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the document as one article.

        Raises:
            UnreadableSourceError: encrypted, broken, or without a text layer.
        """
        try:
            return self._page(capture, opened(content))
        except ValueError as error:
            reason = "encrypted with a password" if "password" in str(error).lower() else f"broken: {error}"
            raise UnreadableSourceError(capture.name, f"a PDF document that is {reason} (save it anew and add that)") from error

    def _page(self, capture: Capture, document: Opened) -> Page:
        """Return the page of an open document."""
        count, sizes = document.count, document.heights
        pages = [joined(list(runs)) for runs in document.pages]
        empty = sum(not runs for runs in pages)
        left = furniture(pages, sizes)
        kept = [
            [run for run in runs if not (bare(run.text) in left and in_margin(run, height)) and not is_page_number(run, height)]
            for runs, height in zip(pages, sizes, strict=True)
        ]
        lines = flowing([paragraphs_of(in_order(runs)) for runs in kept])
        if sum(map(str.isalpha, "".join(lines))) < _LEAST_LETTERS:
            reason = f"whose page {len(pages) + 1} takes too long to open" if document.stopped else "without a text layer"
            raise UnreadableSourceError(capture.name, f"a PDF document of {count} pages {reason} (run a text recognition first)")
        unused = [f"page furniture: {words!r}" for words in sorted(left)[:20]]
        unused.extend([f"{empty} pages without text (pictures or scans)"] if empty else [])
        unused.extend([f"page {len(pages) + 1} and those behind it, which take too long to open"] if document.stopped else [])
        unused.extend([f"{count - MOST_PAGES} pages after the first {MOST_PAGES}"] if count > MOST_PAGES else [])
        first = next(runs for runs in kept if runs)
        return assembled(capture, [_story(lines, first, document.stated, capture.address)], self.name, unused)


def _story(lines: list[str], first: list[Run], stated: Mapping[str, str], address: str | None) -> Story:
    """Return the document as a story."""
    title = _title(lines, first, stated)
    byline, used = _byline(lines)
    body = [line for n, line in enumerate(lines) if line != title and n not in used]
    pieces: list[tuple[PartKind, str]] = [(PartKind.TITLE, title)] if title is not None else []
    pieces.extend((kind_of(line), line) for line in body)
    author = " ".join(str(stated.get("Author") or "").split())
    # A running head ("Border Weekly | 3 May") looks like a byline.
    authors = tuple(name for name in byline.authors if name not in (title or ""))
    return Story(
        tuple(pieces),
        title,
        authors=authors or persons_in(author) or (),
        published=byline.published or _plausible_day(stated, lines),
        url=address,
        credits=credited(body, authors),
    )


def _title(lines: list[str], first: list[Run], stated: Mapping[str, str]) -> str | None:
    """Return the title of the document's own description where the first page prints it, else its largest lines."""
    said = " ".join(str(stated.get("Title") or "").split())
    opening = " ".join(" ".join(lines[:_OPENING]).lower().split())
    if said and len(said) <= _MOST_TITLE and not _UNTITLED.match(said) and said.lower() in opening:
        return said
    sizes = sorted(run.height for run in first)
    largest = sizes[-1]
    if largest < _LARGER * sizes[len(sizes) // 2]:
        return said if said and not _UNTITLED.match(said) and " " in said and len(said) <= _MOST_TITLE else None
    heads = paragraphs_of([run for run in in_order(first) if run.height > largest / _LARGER])
    return heads[0] if heads and len(heads[0]) <= _MOST_TITLE else None


def _byline(lines: list[str]) -> tuple[Byline, frozenset[int]]:
    """Return what the first short lines say of author and day, and which lines those are."""
    found = Byline()
    used: set[int] = set()
    for n, line in enumerate(lines[:_OPENING]):
        byline = parse_byline(line) if len(line) <= _SHORT_LINE else None
        if byline is not None and (byline.authors or byline.published):
            found = found.joined(byline)
            used.add(n)
    if found.published is None:
        day = next((day for line in lines[:_OPENING] if len(line) <= _SHORT_LINE and (day := printed_date(line))), None)
        found = found.joined(Byline(published=day))
    return found, frozenset(used)


def _plausible_day(stated: Mapping[str, str], lines: list[str]) -> str | None:
    """Return the day on which the file was made where its text speaks of that year."""
    made = re.match(r"D?:?((?:19|20)\d\d)(\d\d)(\d\d)", str(stated.get("CreationDate") or ""))
    if made is None or made[1] not in " ".join(lines[:_OPENING]):
        return None
    return printed_date("-".join(made.groups()))
