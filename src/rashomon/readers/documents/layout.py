"""Put the lines of a page into reading order: columns one after the other, headings across them in their place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

#: A gutter between columns is wider than this many line heights, a gap inside a line is not.
_GUTTER = 0.9
_JOINS = 1.6
#: Runs of one line share this much of the height of the lower one; a number that leads to a footnote begins this high in it.
_BESIDE, _RAISED = 0.3, 0.4
#: Lines that a run may still belong to: as many columns as a page may have, and their headings.
_OPEN = 24
_MARK = re.compile(r"[\d,*†‡ ]{1,5}")
#: Fewer lines on one side are no column.
_LEAST_LINES = 3
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Run:
    """Words on one line with their box in points, counted from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high the box is."""
        return self.top - self.bottom


def joined(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of one line as one run where hardly any room is between them (changes of font, links).

    Small numbers above a line, which lead to footnotes, are left out: in the words they would be numbers of something.
    """
    return [run for line in _lines(runs) for run in _joined_in(line)]


def _joined_in(line: Sequence[Run]) -> list[Run]:
    """Return the runs of a line, given from left to right, joined where they stand close."""
    found: list[Run] = []
    highest = max(line, key=lambda one: one.height)
    for run in line:
        last = found[-1] if found else None
        close = last is not None and _continues(last, run)
        if _is_mark(run, highest):
            if last is not None and close:
                found[-1] = replace(last, text=f"{last.text.rstrip()} ", right=max(last.right, run.right))
        elif last is not None and close:
            gap = "" if run.left - last.right < last.height * 0.12 or last.text.endswith(" ") else " "
            box = (min(last.left, run.left), min(last.bottom, run.bottom), max(last.right, run.right), max(last.top, run.top))
            found[-1] = Run(last.text + gap + run.text, *box)
        else:
            found.append(run)
    return found


def _lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs that stand close beside each other, from left to right; a box ends where its letters end."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: (-one.top, one.left)):
        own = next((line for line in reversed(lines[-_OPEN:]) if _stands_in(run, line)), None)
        if own is None:
            lines.append([run])
        else:
            own.append(run)
    for line in lines:
        yield sorted(line, key=lambda one: one.left)


def _stands_in(run: Run, line: Sequence[Run]) -> bool:
    """Whether a run stands in a line: on its height, and close to one of its runs."""
    highest = max(line, key=lambda one: one.height)
    if _overlap(highest, run) <= _BESIDE * min(highest.height, run.height):
        return False
    room = _JOINS * highest.height / 2
    return any(max(run.left - one.right, one.left - run.right) < room for one in line)


def _is_mark(run: Run, highest: Run) -> bool:
    """Whether a run is a number that leads to a footnote: raised above the line that it stands in."""
    return _MARK.fullmatch(run.text.strip()) is not None and run.bottom > highest.bottom + _RAISED * highest.height


def _overlap(one: Run, other: Run) -> float:
    return min(one.top, other.top) - max(one.bottom, other.bottom)


def _continues(last: Run, run: Run) -> bool:
    """Whether a run goes on in the line of the last one."""
    return -last.height < run.left - last.right < _JOINS * last.height / 2


def in_order(runs: Sequence[Run], depth: int = 0) -> list[Run]:
    """Return the runs in reading order: cut by the widest gutter, else by the first gap that makes gutters possible."""
    if len(runs) < 2 * _LEAST_LINES or depth == _DEEPEST:
        return sorted(runs, key=lambda run: (-run.top, run.left))
    gutter = _gutter(runs)
    if gutter is not None:
        left = [run for run in runs if run.right <= gutter]
        right = [run for run in runs if run.right > gutter]
        return in_order(left, depth + 1) + in_order(right, depth + 1)
    cut = _cut(runs)
    if cut is None:
        return sorted(runs, key=lambda run: (-run.top, run.left))
    above = [run for run in runs if run.bottom >= cut]
    below = [run for run in runs if run.bottom < cut]
    return in_order(above, depth + 1) + in_order(below, depth + 1)


def _gutter(runs: Sequence[Run]) -> float | None:
    """Return where a white column parts the runs into two of at least some lines each, ``None`` where none does."""
    least = _GUTTER * median(run.height for run in runs)
    edge = float("-inf")
    best: tuple[float, float] | None = None
    for before, run in enumerate(sorted(runs, key=lambda one: one.left)):
        gap = run.left - edge
        if before >= _LEAST_LINES and len(runs) - before >= _LEAST_LINES and gap >= least and (best is None or gap > best[0]):
            best = (gap, edge + gap / 2)
        edge = max(edge, run.right)
    return None if best is None else best[1]


def _cut(runs: Sequence[Run]) -> float | None:
    """Return the height of the first gap between lines under or over which columns appear, ``None`` where none do."""
    heights = sorted({run.bottom for run in runs}, reverse=True)
    for height in heights[:-1]:
        above = [run for run in runs if run.bottom >= height]
        below = [run for run in runs if run.bottom < height]
        overlaps = below and max(run.top for run in below) > min(run.bottom for run in above) + 1
        if overlaps:
            continue
        if (len(below) >= 2 * _LEAST_LINES and _gutter(below) is not None) or (
            len(above) >= 2 * _LEAST_LINES and _gutter(above) is not None
        ):
            return height
    return None
