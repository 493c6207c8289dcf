"""Read a page of one dated list: incidents one after another, days with their paragraphs, or a live page's entries.

Each item is an article of its own day; the list's title is the title of their digest.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.readers.bodies import body_parts
from rashomon.readers.byline_lines import bylines_of
from rashomon.readers.bylines import Byline
from rashomon.readers.drafts import Draft
from rashomon.readers.glue import Vocabulary
from rashomon.readers.lines import Line, is_headline, is_short
from rashomon.readers.printed_dates import MONTH_NAME, printed_date

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s"
_DAY = rf"(?:\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s{MONTH_NAME}\.?|{MONTH_NAME}\.?\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?)"
_PART = rf"(?:early|mid|late)[-\s]{MONTH_NAME}\.?"
_ITEM = re.compile(
    rf"(?P<bullet>[•●▪►*]\s*)?(?:{_WEEKDAY})?(?P<day>(?:{_DAY}|{_PART})(?:,?\s(?:19|20)\d\d)?)(?:\s?[-–—:]|,)\s(?=\S)",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"(?:{_WEEKDAY}(?P<day>{_DAY}(?:,?\s(?:19|20)\d\d)?)|(?P<bare>{_DAY})):?$", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}))?$")
_NOTHING = re.compile(r"no\s+(?:\w+\s+){0,2}(?:incidents?|attacks?|events?|reports?|violence)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s?[-–]\s?\d{1,2}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAST_ITEMS, _LEAST_DAYS, _LEAST_ENTRIES = 4, 2, 4
#: Fewer words are a label and no title.
_TITLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Item:
    """The lines of an item and the day that is printed for it, ``None`` where only the page gives one."""

    lines: tuple[Line, ...]
    day: str | None


def read_dated_items(text: str, lines: Sequence[Line], outlet: str | None = None) -> tuple[Draft, ...]:
    """Return the drafts of the list's items, nothing where the page is no such list.

    Args:
        text: the page.
        lines: its lines without furniture.
        outlet: what the page prints as its name.
    """
    for begins, least, cut in _SHAPES:
        marks = [n for n, line in enumerate(lines) if begins(line)]
        if len(marks) < least or not _is_list(lines, marks, inside=begins is _opens_item):
            continue
        bylines = bylines_of(lines)
        if not any(byline is not None and byline.dated for byline in bylines[marks[0] :]):
            page = _stated(lines[: marks[0]], bylines[: marks[0]], outlet)
            vocabulary = Vocabulary(text)
            return tuple(_draft(item, page, vocabulary) for item in cut(lines[marks[0] :]) if item.lines)
    return ()


def _opens_item(line: Line) -> bool:
    return not is_headline(line) and _ITEM.match(line.text) is not None


def _opens_day(line: Line) -> bool:
    return _HEADING.match(line.text) is not None


def _opens_entry(line: Line) -> bool:
    return _CLOCK.match(line.text) is not None


def _is_list(lines: Sequence[Line], marks: Sequence[int], *, inside: bool) -> bool:
    """Whether the marks open most paragraphs, or stand over paragraphs."""
    if not inside:
        return all(n + 1 < len(lines) and not is_headline(lines[n + 1]) for n in marks)
    paragraphs = [n for n in range(len(lines)) if not is_headline(lines[n]) and not is_short(lines[n])]
    return 2 * len(marks) >= len(paragraphs)


def _items(lines: Sequence[Line]) -> Iterator[_Item]:
    """Yield the paragraphs that open with a day, with those that go on behind them; a heading closes them."""
    held: list[Line] = []
    for line in lines:
        if _opens_item(line) or is_headline(line):
            yield _Item(tuple(held), _day(held))
            held = []
        if held or _opens_item(line):
            held.append(line)
    yield _Item(tuple(held), _day(held))


def _day(lines: Sequence[Line]) -> str | None:
    found = _ITEM.match(lines[0].text) if lines else None
    return found["day"] if found is not None else None


def _days(lines: Sequence[Line]) -> Iterator[_Item]:
    """Yield the paragraphs under each day; one that follows another without a gap, where others have one, goes on with it.

    A heading over a paragraph is a region's; over anything else it ends the list.
    """
    spaced = any(line.gap for line in lines if not is_headline(line) and not _opens_day(line))
    day: str | None = None
    held: list[Line] = []
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        heading = _HEADING.match(line.text)
        goes_on = bool(held) and spaced and not line.gap
        if heading is not None or is_headline(line) or not goes_on:
            yield _Item(tuple(held), day)
            held = []
        if heading is not None:
            day = heading["day"] or heading["bare"]
        elif is_headline(line) and (following is None or is_headline(following) or is_short(following)):
            day = None
        elif day is not None and not is_headline(line) and not _NOTHING.match(line.text):
            held.append(line)
    yield _Item(tuple(held), day)


def _entries(lines: Sequence[Line]) -> Iterator[_Item]:
    """Yield what stands under each time of the day; a heading closes it."""
    held: list[Line] = []
    told = False
    for line in lines:
        if _opens_entry(line) or is_headline(line):
            yield _Item(tuple(held), None)
            held, told = [], _opens_entry(line)
        elif told:
            held.append(line)
    yield _Item(tuple(held), None)


_SHAPES = ((_opens_item, _LEAST_ITEMS, _items), (_opens_day, _LEAST_DAYS, _days), (_opens_entry, _LEAST_ENTRIES, _entries))


def _stated(head: Sequence[Line], bylines: Sequence[Byline | None], outlet: str | None) -> Draft:
    """Return what the page states of all its items."""
    byline = Byline()
    for each in bylines:
        byline = byline if each is None else byline.joined(each)
    return Draft((), None, byline.authors, byline.published, outlet, byline.url, _title(head, bylines))


def _draft(item: _Item, page: Draft, vocabulary: Vocabulary) -> Draft:
    first = item.lines[0]
    opening = _ITEM.match(first.text)
    skipped = opening.end("bullet") if opening is not None and opening["bullet"] else 0
    told = (Line(first.start + skipped, first.end, first.text[skipped:], first.gap), *item.lines[1:])
    published = page.published if item.day is None else _written(item.day, (page.published or "", page.digest_title or ""))
    return replace(page, parts=tuple(body_parts(told, vocabulary)), published=published)


def _title(head: Sequence[Line], bylines: Sequence[Byline | None]) -> str | None:
    """Return the headline over the byline, without one the last of some words."""
    stated = next((n for n, byline in enumerate(bylines) if byline is not None and byline.dated), len(head))
    for above in (head[:stated], head):
        titles = [line.text for line in above if is_headline(line) and line.words >= _TITLE_WORDS]
        if titles:
            return titles[-1]
    return None


def _written(day: str, dated: Sequence[str]) -> str | None:
    """Return an item's day in ISO form, with the year of the page where it prints none."""
    year = next((found[0] for each in (day, *dated) if (found := _YEAR.search(each)) is not None), None)
    bare = re.sub(r"^(?:early|mid|late)[-\s]", "", _RANGE.sub("", _YEAR.sub("", day)).strip(" ,"), flags=re.IGNORECASE)
    return printed_date(f"{bare} {year}") if year is not None else None
