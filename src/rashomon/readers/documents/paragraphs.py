"""Make paragraphs of lines: page furniture left out, hyphens at line ends undone."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from rashomon.readers.documents.layout import Run

#: Furniture stands in this share of the page's height, above or below.
_MARGIN = 0.1
_LEAST_PAGES = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:page\s+|p\.\s*|стр\.\s*|صفحة\s*)?\d{1,4}(?:\s*(?:/|of|de|von|из)\s*\d{1,4})?\W{0,3}$", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?:؟۔…][”\"’')\]»]?$")
_HYPHENS = ("-", "\u2010", "\u00ad", "\ufffe", "\x02")
_SOFT = ("\u00ad", "\ufffe", "\x02")
_WORD = re.compile(r"[^\W\d_]+$")
_GAP = 1.45
_SIZE = 1.18
_INDENT = 0.8
_SHORT = 0.75


def furniture(pages: Sequence[Sequence[Run]], heights: Sequence[float]) -> frozenset[str]:
    """Return the lines that stand in the margin of half the pages or more, digits aside."""
    counted: Counter[str] = Counter()
    for runs, height in zip(pages, heights, strict=True):
        counted.update({bare(run.text) for run in runs if in_margin(run, height)})
    least = max(_LEAST_PAGES, len(pages) // 2)
    return frozenset(words for words, count in counted.items() if count >= least)


def bare(text: str) -> str:
    """Return a line as it is compared with those of other pages."""
    return _DIGITS.sub("0", " ".join(text.lower().split()))


def in_margin(run: Run, height: float) -> bool:
    """Return whether a run stands near the upper or lower edge of its page."""
    return run.bottom > (1 - _MARGIN) * height or run.top < _MARGIN * height


def is_page_number(run: Run, height: float) -> bool:
    """Return whether a run is the number of its page."""
    return in_margin(run, height) and _PAGE_NUMBER.match(run.text.strip()) is not None


def paragraphs_of(runs: Sequence[Run]) -> list[str]:
    """Return the lines, in reading order, as paragraphs."""
    if not runs:
        return []
    gap = _usual_gap(runs)
    found = [runs[0].text.strip()]
    for last, run in pairwise(runs):
        if _same_line(last, run):
            found[-1] = f"{found[-1]} {run.text.strip()}"
        elif _begins(last, run, gap, runs):
            found.append(run.text.strip())
        else:
            found[-1] = _joined(found[-1], run.text.strip())
    return [words for words in (" ".join(words.split()) for words in found) if words]


def flowing(pages: Sequence[list[str]]) -> list[str]:
    """Return the paragraphs of all pages, one that goes on over the page's end made whole."""
    found: list[str] = []
    for page in pages:
        rest = page
        if found and page and not _ENDS.search(found[-1]) and len(found[-1]) > 60 and page[0][:1].islower():  # noqa: PLR2004
            found[-1] = _joined(found[-1], page[0])
            rest = page[1:]
        found.extend(rest)
    return found


def _usual_gap(runs: Sequence[Run]) -> float:
    """Return the usual distance from line to line."""
    steps = [last.bottom - run.bottom for last, run in pairwise(runs) if last.bottom > run.bottom]
    return median(steps) if steps else 0.0


def _same_line(last: Run, run: Run) -> bool:
    """Whether two runs stand side by side."""
    return abs(last.bottom - run.bottom) < 0.3 * last.height and run.left >= last.right - 1


def _begins(last: Run, run: Run, gap: float, runs: Sequence[Run]) -> bool:
    """Whether a paragraph begins with a run: more room above it, another size, an indent, or a short line before it."""
    if max(last.height, run.height) > _SIZE * min(last.height, run.height) and last.text[-1:] not in _HYPHENS:
        return True
    if run.bottom > last.top:
        return _ENDS.search(last.text.strip()) is not None
    if last.bottom - run.bottom > _GAP * gap:
        return True
    column = [one for one in runs if abs(one.left - last.left) < 4 * last.height]
    width = max(one.right for one in column) - min(one.left for one in column)
    indented = run.left - last.left > _INDENT * run.height and run.left - last.left < width / 3
    ended = _ENDS.search(last.text.strip()) is not None
    return (indented or last.right - last.left < _SHORT * width) and ended


def _joined(text: str, more: str) -> str:
    """Return two lines as one; a word that was parted at the end of the line is put together."""
    if text.endswith(_SOFT):
        return text[:-1] + more
    if text.endswith(_HYPHENS) and more[:1].islower() and _WORD.search(text[:-1]):
        return text[:-1] + more
    return f"{text}{'' if text.endswith(_HYPHENS) else ' '}{more}"
