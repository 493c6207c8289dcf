"""Read a flattened feed whose entries end with their dates: title, link, description, date, perhaps author and a second link.

Generators other than WordPress write their entries in this order. Nothing but the links tells a title from the entry before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.readers.bodies import body_parts
from rashomon.readers.drafts import Draft
from rashomon.readers.flat_feeds import URL, is_site_address, outlet_of
from rashomon.readers.lines import Line, split_lines
from rashomon.readers.names import names_in
from rashomon.readers.printed_dates import printed_date

_LEAST_ENTRIES = 2
#: A name or section between link and date is shorter.
_LEAST_DESCRIPTION = 60
_MOST_TITLE = 300
_BEHIND_DATE = re.compile(
    r"\s{0,9}(?P<creator>[^\n]{0,80}?)\s{0,9}(?:(?P<number>\d{1,9})\sat\s)?(?P<link>https?://[^\s<>\"]{3,2000})"
)
_LANGUAGE = re.compile(r"\s{0,9}[a-z]{2}(?:-[A-Za-z]{2})?\s+")


@dataclass(frozen=True, slots=True)
class _Entry:
    """Offsets of an entry's pieces: title, end of its link, its date, the end of what stands behind the date."""

    title: tuple[int, int]
    link: str
    link_end: int
    date: tuple[int, int]
    authors: tuple[str, ...]
    end: int


def read_closing_feed(text: str, dates: Sequence[tuple[int, int]]) -> tuple[Draft, ...]:
    """Return the drafts of all entries; nothing where the text is no such feed.

    Args:
        text: the page.
        dates: the spans of its dates as feeds write them.
    """
    site = URL.search(text, 0, dates[0][0]) if len(dates) >= _LEAST_ENTRIES else None
    if site is None or not is_site_address(site[0]):
        return ()
    floor, entries = site.end(), list[_Entry]()
    for date in dates:
        entry = _entry(text, floor, date)
        if entry is not None:
            entries.append(entry)
        elif entries:
            return ()
        floor = entry.end if entry is not None else date[1]
    outlet = outlet_of(text[: site.end()])
    return tuple(_draft(text, entry, outlet) for entry in entries) if len(entries) >= _LEAST_ENTRIES else ()


def _entry(text: str, floor: int, date: tuple[int, int]) -> _Entry | None:
    """Read the entry that ends with a date; ``None`` where title, link or description is missing."""
    language = _LANGUAGE.match(text, floor)
    floor = language.end() if language is not None else floor
    links = list(URL.finditer(text, floor, date[0]))
    link = next((found for found in links if not is_site_address(found[0])), None)
    if link is None or len(text[links[-1].end() : date[0]].strip()) < _LEAST_DESCRIPTION:
        return None
    title_end = floor + len(text[floor : link.start()].rstrip())
    start = max(floor, text.rfind("\n", floor, title_end) + 1)
    start += len(text[start:title_end]) - len(text[start:title_end].lstrip())
    if not 0 < title_end - start <= _MOST_TITLE:
        return None
    authors, end = _behind(text, date[1], link[0])
    return _Entry((start, title_end), link[0], link.end(), date, authors, end)


def _behind(text: str, end: int, link: str) -> tuple[tuple[str, ...], int]:
    """Return the author behind a date and where the entry ends: with the same link again, or a number "at" the site."""
    found = _BEHIND_DATE.match(text, end)
    if found is None or not (found["number"] or found["link"] == link or not found["creator"]):
        return (), end
    return names_in(found["creator"]) or (), found.end()


def _draft(text: str, entry: _Entry, outlet: str | None) -> Draft:
    """Cut the entry into parts."""
    told = split_lines(text[entry.link_end : entry.date[0]])
    lines = [Line(line.start + entry.link_end, line.end + entry.link_end, line.text, line.gap) for line in told]
    parts = (Part(PartKind.TITLE, *entry.title), *body_parts(lines), Part(PartKind.BYLINE, entry.date[0], entry.end))
    title = text[slice(*entry.title)]
    return Draft(parts, title, entry.authors, printed_date(text[slice(*entry.date)]), outlet, entry.link)
