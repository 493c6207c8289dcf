"""Open a PDF document and take the runs of text from its pages.

A document with forms may draw each of them inside another without end, and what opens it cannot be stopped from within: such
a document is opened in a process of its own, with bounds on its time and memory, and gives the pages before the one that is
too much.
"""

import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from rashomon.readers.documents.layout import Run

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage  # type: ignore[import-untyped]

#: More pages are a book; those behind are left out and counted.
MOST_PAGES = 400
#: Seconds of computing that a document with forms may take; a dense page takes a hundredth of one. The variable sets others.
LONGEST, SECONDS = 10, "RASHOMON_PDF_SECONDS"
#: Bytes of memory that it may take.
LARGEST = 1 << 30
_MOST_RUNS = 20_000
#: Runs times letters, page by page, of one document: each run is looked for among all letters of its page, some 14 ns a pair.
#: A page of a report has a third of a million, a dense one of a newspaper some ten.
_MOST_WORK = 700_000_000
#: The share of a run's height, at its upper and lower edge, into which letters of the lines around it may reach.
_EDGE = 0.1
#: Letters that go below the line, and how much of the height of the others that is.
_REACHING_DOWN, _BELOW = frozenset("gjpqyQ,;()[]{}|/@$_"), 0.28
#: A form, or a name in a spelling that hides one.
_FORMS = re.compile(rb"/Form(?![A-Za-z])|/[A-Za-z]{0,4}#[0-9A-Fa-f]{2}")


@dataclass(frozen=True, slots=True)
class Opened:
    """A document's text.

    Args:
        count: how many pages it has.

        stated: its own description.

        heights: of the pages that were opened, in points.

        pages: their runs of text.

        stopped: whether a page took too much, so that it and those behind are missing.
    """

    count: int
    stated: Mapping[str, str]
    heights: tuple[float, ...]
    pages: tuple[tuple[Run, ...], ...]
    stopped: bool = False


def opened(content: bytes) -> Opened:
    """Return a document's text.

    Raises:
        ValueError: why it cannot be opened.
    """
    lines = _apart(content) if _FORMS.search(content) else list(_lines(content))
    if not lines:
        raise ValueError(f"it takes more than {LONGEST} s or {LARGEST >> 20} MB to open")
    head, *told = lines
    if "error" in head:
        raise ValueError(head["error"])
    runs = tuple(tuple(Run(*run) for run in page["runs"]) for page in told)
    heights = tuple(page["height"] for page in told)
    return Opened(head["count"], head["stated"], heights, runs, stopped=len(told) < min(head["count"], MOST_PAGES))


def _apart(content: bytes) -> list[dict[str, Any]]:
    """Return what `_lines` gives in a process of its own, as far as it comes."""
    command = (sys.executable, "-m", __name__)
    done = subprocess.run(command, input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)  # noqa: S603
    whole = done.stdout[: done.stdout.rfind(b"\n") + 1]
    return [json.loads(line) for line in whole.splitlines()]


def _lines(content: bytes) -> Iterator[dict[str, Any]]:
    """Yield what a document says of itself, or why it cannot be opened, then each page with its runs."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - few captures are documents

    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        yield {"error": str(error)}
        return
    yield {"count": len(document), "stated": document.get_metadata_dict()}
    work = 0
    try:
        for n in range(min(len(document), MOST_PAGES)):
            page = document[n]
            text = page.get_textpage()
            work += min(text.count_rects(), _MOST_RUNS) * text.count_chars()
            if work > _MOST_WORK:
                return
            yield {"height": float(page.get_height()), "runs": [astuple(run) for run in _runs(text)]}
            text.close()
            page.close()
    except PdfiumError:
        return
    finally:
        document.close()


def _runs(text: "PdfTextPage") -> Iterator[Run]:
    """Yield the runs of text on a page."""
    for n in range(min(text.count_rects(), _MOST_RUNS)):
        left, bottom, right, top = text.get_rect(n)
        # Any letter that the box touches is taken: those of the next line are kept out.
        edge = _EDGE * (top - bottom)
        words = text.get_text_bounded(left, bottom + edge, right, top - edge).replace("\r\n", " ").replace("\x00", "")
        if words.strip():
            yield Run(words, left, _floor(words, bottom, top), right, top)


def _floor(words: str, bottom: float, top: float) -> float:
    """Return how low a run would reach with a letter that goes below the line: boxes end where their letters end."""
    return bottom - _BELOW * (top - bottom) if words.isascii() and _REACHING_DOWN.isdisjoint(words) else bottom


def main() -> None:
    """Open the document on standard input, and write its lines as JSON."""
    seconds = int(os.environ.get(SECONDS, LONGEST))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST, LARGEST))
    for line in _lines(sys.stdin.buffer.read()):
        sys.stdout.write(f"{json.dumps(line)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
