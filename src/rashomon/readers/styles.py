"""Where the bylines of a page stand: below each post, under its title, or above it. The whole page shows which."""

from collections.abc import Sequence
from enum import Enum

from rashomon.readers.bylines import Byline
from rashomon.readers.lines import Line, is_headline, is_short


class Style(Enum):
    """Where the byline stands."""

    BELOW = "closes the post"
    UNDER_TITLE = "under the title"
    ABOVE = "above the title"


def style_of(lines: Sequence[Line], bylines: Sequence[Byline | None]) -> Style:
    """Return where the bylines of the page stand, by what is around each.

    Dates decide where there are any: some pages have the date above a post and the author below it.
    """
    anchors = _anchors(bylines, dates=any(byline is not None and byline.published is not None for byline in bylines))
    if anchors and anchors[0] == 0 and bylines[-1] is None:
        return Style.ABOVE
    above = _text_above(lines, bylines)
    behind = _text_above(lines[::-1], bylines[::-1])[::-1]
    below = under = 0
    for index in anchors:
        before, after = above[index], behind[index]
        if after is None or (before is not None and not is_headline(before)):
            below += 1
        elif before is None or not is_headline(after) or is_headline(before):
            under += 1
    if below <= under:
        return Style.UNDER_TITLE
    return Style.ABOVE if _first_comes_first(lines, bylines, anchors) else Style.BELOW


def _anchors(bylines: Sequence[Byline | None], *, dates: bool) -> list[int]:
    """Return the indexes of the first line with a date (or else an author) in each run of bylines."""
    found: list[int] = []
    open_run = False
    for index, byline in enumerate(bylines):
        if byline is None:
            open_run = False
        elif not open_run and (byline.published is not None if dates else byline.dated):
            found.append(index)
            open_run = True
    return found


def _text_above(lines: Sequence[Line], bylines: Sequence[Byline | None]) -> list[Line | None]:
    """Return for each line the nearest one above it that is no byline."""
    above: list[Line | None] = []
    last: Line | None = None
    for line, byline in zip(lines, bylines, strict=True):
        above.append(last)
        last = line if byline is None else last
    return above


def _first_comes_first(lines: Sequence[Line], bylines: Sequence[Byline | None], anchors: Sequence[int]) -> bool:
    """Whether no paragraph stands before the first anchor, and one behind the last."""
    told = [n for n, line in enumerate(lines) if bylines[n] is None and not is_headline(line) and not is_short(line)]
    return bool(told and anchors) and told[0] > anchors[0] and told[-1] > anchors[-1]
