"""The bylines among the lines of a page: what a line alone does not show, its neighbours do.

A bare name is an author where it stands between a title and its date, or under a title that stands under its date.
"""

from collections.abc import Sequence

from rashomon.readers.bylines import MOST_CHARACTERS, Byline, parse_byline
from rashomon.readers.digests import names_digest
from rashomon.readers.lines import Line, is_headline
from rashomon.readers.names import persons_in
from rashomon.readers.printed_dates import is_day_first

_LEAST_TITLE_WORDS = 3
#: A title and a paragraph.
_LEAST_TEXT = 2


def bylines_of(lines: Sequence[Line]) -> list[Byline | None]:
    """Return for each line what it says as a byline, ``None`` for text."""
    day_first = is_day_first("\n".join(line.text for line in lines if len(line.text) <= MOST_CHARACTERS))
    alone = [None if names_digest(line.text) else parse_byline(line.text, day_first=day_first) for line in lines]
    found = list(alone)
    for index, line in enumerate(lines):
        names = None if alone[index] is not None else persons_in(line.text)
        if names is not None and _stands_as_author(lines, alone, index):
            found[index] = Byline(authors=names)
    return _without_sections(lines, found)


def _without_sections(lines: Sequence[Line], bylines: list[Byline | None]) -> list[Byline | None]:
    """Take the dates inside one dated article ("Timeline of attacks") for text: they stand between paragraphs, without titles."""
    told = [index for index, byline in enumerate(bylines) if byline is None]
    if len(told) < _LEAST_TEXT or told[0] > 0 or told[1] == 1 or not is_headline(lines[0]):
        return bylines
    later = [index for index, byline in enumerate(bylines) if byline is not None and index > told[1]]
    if not later:
        return bylines
    between = (_gives_only_a_day(bylines, n) and _between_paragraphs(lines, bylines, n) for n in later)
    return [byline if index < told[1] else None for index, byline in enumerate(bylines)] if all(between) else bylines


def _between_paragraphs(lines: Sequence[Line], bylines: Sequence[Byline | None], index: int) -> bool:
    """Whether the lines above and below are text, and no headlines."""
    near = (index - 1, index + 1)
    return all(n < len(lines) and bylines[n] is None and not is_headline(lines[n]) for n in near)


def _stands_as_author(lines: Sequence[Line], bylines: Sequence[Byline | None], index: int) -> bool:
    """Whether title and date stand around the line as they do around an author's name."""
    titled = _is_title(lines, bylines, index - 1)
    if titled and _gives_only_a_day(bylines, index + 1):
        return True
    follows = index + 1 < len(lines) and bylines[index + 1] is None and not is_headline(lines[index + 1])
    if titled and _gives_only_a_day(bylines, index - 2):
        return follows
    return follows and _gives_only_a_day(bylines, index - 1) and _is_title(lines, bylines, index - 2)


def _is_title(lines: Sequence[Line], bylines: Sequence[Byline | None], index: int) -> bool:
    """Whether the line may be a title of some words."""
    return index >= 0 and bylines[index] is None and lines[index].words >= _LEAST_TITLE_WORDS and is_headline(lines[index])


def _gives_only_a_day(bylines: Sequence[Byline | None], index: int) -> bool:
    """Whether the line is a byline with a date and without an author."""
    byline = bylines[index] if 0 <= index < len(bylines) else None
    return byline is not None and byline.published is not None and not byline.authors
