"""Read an RSS or Atom feed that a crawler flattened to text.

What is left of an entry is its title, link, perhaps its author, its date, perhaps categories and a second link, then the
description, the body, and the debris ``]]>`` of CDATA sections. Entries are found by their dates, which stand behind a link.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.readers.bodies import body_parts
from rashomon.readers.drafts import Draft
from rashomon.readers.lines import Line, split_lines
from rashomon.readers.names import names_in
from rashomon.readers.printed_dates import printed_date

_DEBRIS = "]]>"
#: Both begin with a literal, so that a page without dates is passed over quickly; what stands before it is looked at behind.
_MAIL_DATE = re.compile(
    r",\s\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\s\d{4}\s\d\d:\d\d(?::\d\d)?\s"
    r"(?:[+-]\d{4}|[A-Z]{1,4})(?!\w)"
)
_ISO_TIME = re.compile(r"T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)(?!\w)")
_WEEKDAY = re.compile(r"(?<!\w)(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$")
_ISO_DAY = re.compile(r"(?<!\w)\d{4}-\d\d-\d\d$")
URL = re.compile(r"https?://[^\s<>\"]{3,2000}")
_SITE_PATH = re.compile(r"https?://[^/\s]+/?(?:(?:rss|feed|blog|news|index|atom)(?:\.\w{2,4})?/?)?$", re.IGNORECASE)
_GUID = re.compile(r"(?=\w{0,40}\d)[0-9a-f]{8,40}\b")
_LIFETIME = re.compile(r"\s{0,9}\d{1,4}\s")
_BEFORE = 2500
_CREATOR = 80
_CHANNEL_MARK = re.compile(
    r"\s{0,9}(?:[a-z]{2,3}(?:-[A-Za-z]{2,4})?\s+(?:hourly|daily|weekly|monthly|https?://)|(?:hourly|daily|weekly)\s+\d|https?://wordpress\.org/\?v=)"
)
_ICON_SIZE = re.compile(r"\s*\d{1,4}\s+\d{1,4}\s+")
_CATEGORIES = 300
_BLANK = re.compile(r"\s{0,40}")
_EXCERPT_END = re.compile(r"\[(?:…|\.\.\.|&#8230;|&hellip;)\]")
_COMMENT_FEED = re.compile(r"\s*https?://[^\s<>\"]{3,500}/feed/?(?:\s+\d{1,5})?\s*$")
_COMMENTS_BEFORE = re.compile(r"\s*https?://[^\s<>\"]{3,500}/feed/?\s+(?:\d{1,5}\s+)?")
_FIRST_ON = re.compile(
    r"The\spost\s[^\n]{1,300}?\s(?:appeared\sfirst|first\sappeared)\son\s[^.\n]{1,80}\.?(?:\s*\]\]>)?\s+(?=\S)"
)
_SITE_SEPARATOR = re.compile(r"\s+([–—|»«·:-])\s+")
_SENTENCE_END = re.compile(r"[.!?…\]”\"](?=\s+\S)")
_LEAST_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where the pieces of one entry's head stand; ``head_end`` is where its description begins."""

    title: tuple[int, int]
    link: str
    authors: tuple[str, ...]
    published: str | None
    head_end: int


def feed_dates(text: str) -> list[tuple[int, int]]:
    """Return the spans of all dates written as feeds write them, in order."""
    found: list[tuple[int, int]] = []
    for tail, head in ((_MAIL_DATE, _WEEKDAY), (_ISO_TIME, _ISO_DAY)):
        for date in tail.finditer(text):
            before = head.search(text, max(0, date.start() - 11), date.start())
            if before is not None:
                found.append((before.start(), date.end()))
    return sorted(found)


def looks_like_flat_feed(text: str, dates: Sequence[tuple[int, int]]) -> bool:
    """Return whether the text has a channel's head, or at least two entries with link and date.

    Args:
        text: the page.
        dates: its `feed_dates`.
    """
    stamps = list(islice(_stamps(text, dates), _LEAST_ENTRIES))
    if not stamps:
        return False
    return _is_channel(text, stamps[0]) or len(stamps) >= _LEAST_ENTRIES or _DEBRIS in text[stamps[0][1] :]


def read_flat_feed(text: str, dates: Sequence[tuple[int, int]]) -> tuple[Draft, ...]:
    """Return the drafts of all entries, in the order of the feed."""
    stamps = list(_stamps(text, dates))
    floor, outlet = 0, None
    if stamps and _is_channel(text, stamps[0]):
        outlet = outlet_of(text[: stamps[0][0]])
        floor = _behind_channel(text, stamps[0])
        stamps = stamps[1:]
    entries: list[_Entry] = []
    for start, end in stamps:
        entry = _entry(text, floor, start, end, first=not entries and floor > 0)
        if entry is not None:
            entries.append(entry)
            floor = entry.head_end
    ends = [entry.title[0] for entry in entries[1:]] + [len(text)] * bool(entries)
    return tuple(_draft(text, entry, end, outlet) for entry, end in zip(entries, ends, strict=True))


def _stamps(text: str, dates: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the dates that stand close behind a link; before the first, a channel's description may stand between."""
    first = True
    for start, end in dates:
        before = text[max(0, start - _BEFORE) : start]
        links = list(URL.finditer(before))
        if not links:
            continue
        between = before[links[-1].end() :].strip()
        if first or not between or (len(between) <= _CREATOR and _creator(between) is not None):
            first = False
            yield start, end


def _creator(text: str) -> tuple[str, ...] | None:
    """Return the author between link and date; nothing behind a bare guid, where sections and author run together."""
    if _GUID.match(text) is not None:
        return ()
    return names_in(text) or ((text,) if len(text) <= _CREATOR // 2 and re.fullmatch(r"[\w.@ -]+", text) else None)


def _is_channel(text: str, stamp: tuple[int, int]) -> bool:
    """Whether a date is the channel's own: language, period or generator stand behind it, or the site's address before it."""
    if _CHANNEL_MARK.match(text, stamp[1], stamp[1] + 200) is not None:
        return True
    before = list(URL.finditer(text, max(0, stamp[0] - _BEFORE), stamp[0]))
    return bool(before) and is_site_address(before[-1][0])


def is_site_address(link: str) -> bool:
    """Return whether a link leads to a whole site or feed and not to one page of it."""
    return _SITE_PATH.match(link) is not None


def _behind_channel(text: str, stamp: tuple[int, int]) -> int:
    """Return where the entries begin: behind the channel's date, and behind its lifetime in minutes where Ghost wrote it."""
    lifetime = _LIFETIME.match(text, stamp[1]) if re.search(r"\bGhost \d", text[: stamp[0]]) else None
    return stamp[1] if lifetime is None else lifetime.end()


def outlet_of(head: str) -> str | None:
    """Return the site's name out of the channel's title; a category's feed prints "Category – Site"."""
    link = URL.search(head)
    title = " ".join((head if link is None else head[: link.start()]).split()).strip(" -–|")
    if not title:
        return None
    pieces = _SITE_SEPARATOR.split(title)
    names, separators = pieces[0::2], pieces[1::2]
    if len(names) == 1:
        return title
    host = (
        re.sub(r"[^a-z0-9]", "", link[0].split("/")[2].removeprefix("www.").rsplit(".", 1)[0].lower()) if link is not None else ""
    )
    for name in names:
        plain = re.sub(r"[^a-z0-9]", "", name.lower())
        if plain and host and (plain in host or host in plain):
            return name.strip()
    return (names[0] if separators[0] in "»:" else names[-1]).strip()


def _entry(text: str, floor: int, start: int, end: int, *, first: bool) -> _Entry | None:
    """Read the head of the entry whose date stands from ``start`` to ``end``; nothing before ``floor`` belongs to it."""
    floor = max(floor, start - 2 * _BEFORE)
    links = list(URL.finditer(text, floor, start))
    if not links:
        return None
    debris = text.rfind(_DEBRIS, floor, start)
    base = floor if debris < 0 else debris + len(_DEBRIS)
    link = _own_link([found for found in links if found.start() >= base] or links[-1:])
    title = _title_span(text, base, link.start(), links, first=first)
    between = text[links[-1].end() : start].strip()
    return _Entry(
        title, link[0], (_creator(between) or ()) if between else (), printed_date(text[start:end]), _head_end(text, end)
    )


def _own_link(links: Sequence[re.Match[str]]) -> re.Match[str]:
    """Return the entry's own link: the last before the date, or the one before a link to its comments."""
    last = links[-1]
    comments = re.search(r"#(?:respond|comments?)|/feed/?$|/comments?/?$", last[0]) is not None
    return links[-2] if comments and len(links) > 1 else last


def _title_span(text: str, base: int, end: int, links: Sequence[re.Match[str]], *, first: bool) -> tuple[int, int]:
    """Return where the title stands: the last words before the link, on its line or the one above."""
    before = [found.end() for found in links if found.end() <= end and found.start() >= base]
    start = max([base, *before]) if first else base
    comments = _COMMENTS_BEFORE.match(text, start, end)
    start = start if comments is None else comments.end()
    size = _ICON_SIZE.match(text, start, end)
    if size is not None and first:
        start = size.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    start = max(start, text.rfind("\n", start, end) + 1)
    if not first and start == base and text[base - 1 : base] not in ("\n", ">"):
        sentences = list(_SENTENCE_END.finditer(text, start, end))
        start = sentences[-1].end() if sentences else start
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _head_end(text: str, end: int) -> int:
    """Return where the description begins: behind the second link, on the date's line or the next, or behind the date."""
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if not text[end:line_end].strip():
        following = URL.match(text, _BLANK.match(text, end).end())  # type: ignore[union-attr]
        return end if following is None else following.end()
    guid = URL.search(text, end, min(line_end, end + _CATEGORIES))
    if guid is None or re.search(r"[.!?]\s", text[end : guid.start()]) is not None:
        return end
    return guid.end()


def _draft(text: str, entry: _Entry, end: int, outlet: str | None) -> Draft:
    """Cut the entry into parts, up to ``end``."""
    end = _content_end(text, entry.head_end, end)
    start, title_end = entry.title
    parts = [Part(PartKind.TITLE, start, title_end)] if title_end > start else []
    head = _stripped(text, title_end, entry.head_end)
    if head is not None:
        parts.append(Part(PartKind.BYLINE, *head))
    lines = [
        Line(line.start + entry.head_end, line.end + entry.head_end, line.text, line.gap)
        for line in split_lines(text[entry.head_end : end])
        if line.text != _DEBRIS
    ]
    parts.extend(_content(lines))
    title = text[start:title_end] or None
    return Draft(tuple(parts), title, entry.authors, entry.published, outlet, entry.link)


def _content_end(text: str, start: int, end: int) -> int:
    """Leave out the debris and the comment feed's address behind the body."""
    while True:
        chunk = text[start:end].rstrip()
        if chunk.endswith(_DEBRIS):
            end = start + len(chunk) - len(_DEBRIS)
            continue
        tail = _COMMENT_FEED.search(chunk, max(0, len(chunk) - 600))
        if tail is None:
            return start + len(chunk)
        end = start + tail.start()


def _content(lines: list[Line]) -> tuple[Part, ...]:
    """Tell description from body; a description with nothing behind it is the body."""
    if not lines:
        return ()
    first = lines[0]
    words = first.text.removesuffix(_DEBRIS).rstrip()
    excerpt = _EXCERPT_END.search(words)
    lead_end = len(words) if excerpt is None else excerpt.end()
    rest_at = lead_end + (len(words[lead_end:]) - len(words[lead_end:].lstrip(" ]>")))
    rest = Line(first.start + rest_at, first.start + len(words), words[rest_at:], 0)
    body = ([rest] if rest.text.strip() else []) + lines[1:]
    lead = Line(first.start, first.start + lead_end, words[:lead_end], first.gap)
    is_lead = (excerpt is not None or first.text.endswith(_DEBRIS)) and bool(body)
    if not is_lead:
        return body_parts([Line(first.start, first.start + len(words), words, 0), *lines[1:]])
    return (Part(PartKind.LEAD, lead.start, lead.end), *_without_credit(body))


def _without_credit(body: list[Line]) -> tuple[Part, ...]:
    """Cut "The post X appeared first on Y." off a body that goes on behind it on the same line."""
    first = body[0]
    credit = _FIRST_ON.match(first.text)
    if credit is None:
        return body_parts(body)
    at = first.start + credit.end()
    behind = Line(at, first.end, first.text[credit.end() :], 0)
    return (Part(PartKind.NOISE, first.start, first.start + len(credit[0].rstrip())), *body_parts([behind, *body[1:]]))


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without white space at its ends, ``None`` where nothing is left."""
    chunk = text[start:end]
    if not chunk.strip():
        return None
    return start + len(chunk) - len(chunk.lstrip()), start + len(chunk.rstrip())
