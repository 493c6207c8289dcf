"""Cut briefs off an article that stand below it, each opened by a place and a day: "Jolo, July 23, 2012 – Gunmen freed ..."."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.readers.drafts import Draft
from rashomon.readers.lines import Line, is_headline
from rashomon.readers.printed_dates import PRINTED, date_of

#: A place, with its country or an agency in brackets, before a date; the dash behind it.
_PLACE = re.compile(
    r"(?!(?:On|In|Since|By|From|Until|After|Before|At|Of|The)\b)(?:[A-Z][\w.'’-]*[ ,]{1,2}){1,5}(?:\([^)]{2,40}\)[ ,]{1,2})?"
)
_DASH = re.compile(r"\s?(?:\([^)]{2,40}\)\s?)?(?:–|—|--?)\s(?=[A-Z0-9“\"'])")
#: Fewer briefs than this on a page are no way of printing briefs.
_LEAST = 2
#: Characters within which the date stands, and those of a whole day ("2012-07-23").
_REACH, _WHOLE = 80, 10


def with_wires(text: str, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts of a page, those split in which paragraphs below the first open with a place and a day.

    A day that opens a brief, or the whole article where nothing else dates it ("GAO, Feb 9, 2021 (DW) - Eight ..."), is its own.

    Args:
        text: the page.

        drafts: its articles, in order.
    """
    days = {part: day for draft in drafts for part in _bodies(draft) if (day := _day_of(text, part)) is not None}
    dated = [replace(draft, published=draft.published or _own_day(text, draft, days)) for draft in drafts]
    return tuple(piece for draft in dated for piece in _pieces(text, draft, days)) if len(days) >= _LEAST else tuple(dated)


def _bodies(draft: Draft) -> tuple[Part, ...]:
    return tuple(part for part in draft.parts if part.kind is PartKind.BODY)


def _day_of(text: str, part: Part) -> str | None:
    """Return the day of the place and date that open a paragraph; ``None`` where none do."""
    found = PRINTED.search(text, part.start, min(part.end, part.start + _REACH))
    if found is None or _PLACE.fullmatch(text, part.start, found.start()) is None or not _DASH.match(text, found.end()):
        return None
    day = date_of(found)
    return day if day is not None and len(day) == _WHOLE else None


def _own_day(text: str, draft: Draft, days: Mapping[Part, str]) -> str | None:
    """Return the day that opens an article's first paragraph, with a place before it or none."""
    first = next(iter(_bodies(draft)), None)
    if first is None or first in days:
        return None if first is None else days[first]
    found = PRINTED.match(text, first.start, first.end)
    day = date_of(found) if found is not None and _DASH.match(text, found.end()) else None
    return day if day is not None and len(day) == _WHOLE else None


def _pieces(text: str, draft: Draft, days: Mapping[Part, str]) -> Iterator[Draft]:
    """Yield the article, then the briefs below it; a headline right above a brief belongs to no article."""
    first = next(iter(_bodies(draft)), None)
    groups: list[list[Part]] = [[]]
    for part in draft.parts:
        if part in days and part != first:
            groups.append([])
        groups[-1].append(part)
    for n, parts in enumerate(groups):
        told = list(parts)
        while n + 1 < len(groups) and len(told) > 1 and _is_heading(text, told[-1]):
            told.pop()
        if n:
            yield Draft(tuple(told), published=days[told[0]], outlet=draft.outlet, url=draft.url)
        else:
            yield replace(draft, parts=tuple(told))


def _is_heading(text: str, part: Part) -> bool:
    return is_headline(Line(part.start, part.end, text[part.start : part.end], 0))
