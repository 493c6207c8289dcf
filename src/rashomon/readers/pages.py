"""Read the text of a crawled page: markup gone, lines left. The shape of the page decides how, never the name of a site."""

from collections.abc import Sequence

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.readers.briefs import read_briefs
from rashomon.readers.closing_feeds import read_closing_feed
from rashomon.readers.contract import Page
from rashomon.readers.dated_items import read_dated_items
from rashomon.readers.drafts import Draft, page_of
from rashomon.readers.flat_feeds import feed_dates, looks_like_flat_feed, read_flat_feed
from rashomon.readers.frames import names_an_archive, told_lines
from rashomon.readers.lines import Line, split_lines
from rashomon.readers.mastheads import outlet_of
from rashomon.readers.posts import read_posts, shows_posts
from rashomon.readers.wires import with_wires
from rashomon.text.decoding import decode

#: A page of more lines than this is a dump of something else; each line costs a quarter of a millisecond.
MOST_LINES = 200_000
MOST_ENTRIES = 20_000
#: Fewer letters than this are no article.
_LEAST_LETTERS = 12
#: How many lines outside the articles are named, and how much of each is shown.
_NAMED = 20
_SHOWN = 80


class PageTextReader:
    """Accepts whatever no other reader does, and says why where there is no article in it."""

    name = "page-text/5"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return ``True``: text is what is left."""
        del capture, content
        return True

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the articles of the page.

        Raises:
            UnreadableSourceError: the bytes are no UTF-8 text, or hold no article.
        """
        text = decode(content, capture.name)
        drafts = _feed_drafts(capture, text)
        if drafts:
            return page_of(capture, text, drafts, self.name)
        breaks = max(text.count("\n"), text.count("\r"))
        if breaks > MOST_LINES:
            raise UnreadableSourceError(
                capture.name, f"it has {breaks:,} lines, the limit is {MOST_LINES:,} (split it and add the pieces)"
            )
        lines = split_lines(text)
        told = told_lines(lines)
        if sum(character.isalpha() for line in told[:50] for character in line.text[:400]) < _LEAST_LETTERS:
            raise UnreadableSourceError(
                capture.name, f"no article in it, only {len(lines)} lines without a paragraph (is this the page you meant?)"
            )
        outlet = outlet_of(lines)
        drafts = with_wires(text, read_dated_items(text, told, outlet) or _told_drafts(text, lines, told, outlet))
        if not drafts:
            raise UnreadableSourceError(capture.name, f"no article in its {len(lines)} lines, only headings and page furniture")
        return page_of(capture, text, drafts, self.name, _unused(lines, drafts))


def _told_drafts(text: str, lines: Sequence[Line], told: Sequence[Line], outlet: str | None) -> tuple[Draft, ...]:
    """Return the drafts of posts, or of a page without bylines."""
    if shows_posts(told):
        return read_posts(text, told, outlet)
    return read_briefs(text, told, archive=names_an_archive(lines), outlet=outlet)


def _feed_drafts(capture: Capture, text: str) -> tuple[Draft, ...]:
    """Return the drafts of a flattened feed, nothing where the page is none.

    Raises:
        UnreadableSourceError: too many entries.
    """
    dates = feed_dates(text) if "http" in text else []
    if len(dates) > MOST_ENTRIES:
        raise UnreadableSourceError(
            capture.name, f"it has {len(dates):,} dated entries, the limit is {MOST_ENTRIES:,} (split it)"
        )
    drafts = read_closing_feed(text, dates)
    if not drafts and looks_like_flat_feed(text, dates):
        drafts = read_flat_feed(text, dates)
    return drafts


def _unused(lines: Sequence[Line], drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Name the lines that stand in no article: furniture, titles of digests, bare links."""
    spans = iter([(draft.parts[0].start, draft.parts[-1].end) for draft in drafts])
    span = next(spans, None)
    left: list[str] = []
    for line in lines:
        while span is not None and span[1] <= line.start:
            span = next(spans, None)
        if span is None or line.end <= span[0]:
            left.append(line.text if len(line.text) <= _SHOWN else f"{line.text[:_SHOWN]}…")
    more = (f"and {len(left) - _NAMED} more lines",) if len(left) > _NAMED else ()
    return (*(f"outside the articles: {words!r}" for words in left[:_NAMED]), *more)
