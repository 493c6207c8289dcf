"""Read pages that are still HTML: one article, or an archive page split into its stories."""

import re
import statistics
from collections.abc import Sequence

from lxml import html

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.model.words import PartKind
from rashomon.readers.contract import Page
from rashomon.readers.credits import credited
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.lines import kind_of
from rashomon.readers.sites.authors import authors_of, day_of, is_byline, printed_authors
from rashomon.readers.sites.declared import Declared, declared
from rashomon.readers.sites.jsonld import is_list
from rashomon.readers.sites.listing import Site, told
from rashomon.readers.sites.main_text import LEAST_LETTERS, beginning, letters, links_of, main_lines, title_of
from rashomon.readers.sites.stories import Listed, listed_stories
from rashomon.readers.sites.tree import PageTree, parsed
from rashomon.text.decoding import decode_page
from rashomon.text.languages import detect

#: Larger pages are refused: extraction needs several hundred times their size.
LARGEST = 16 * 1024 * 1024
#: Extraction takes a tenth of a millisecond a tag.
MOST_TAGS = 50_000
_HTML = re.compile(
    rb"(?is)\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*){0,5}<(?:!doctype\s+html|html|head|body|article|main|div|section|h1|h2|h3|p|meta|title|script|style|link"
    rb"|table|center|span|header|nav|ul|ol|strong|font|img|noscript|base)\b"
)
_LEAST_STORIES = 2
#: A paragraph outside the articles is named if it is this long, so many of them, so much of each.
_PARAGRAPH = 60
_NAMED = 10
_SHOWN = 80
#: A story of fewer letters is a teaser; many around one long text do not make an archive page.
_TEASER = 350
#: The longest text of an archive page of teasers is no longer than this many of them.
_OUTWEIGHS = 6
_DETECTED_FROM = 1000
#: Bylines stand among so many first lines.
_OPENING = 4


class WebPageReader:
    """Reads pages that are still HTML."""

    name = "web-page/5"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes begin like HTML."""
        del capture
        return _HTML.match(content[:8192].removeprefix(b"\xef\xbb\xbf")) is not None

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the article of the page, or the articles of an archive page.

        Raises:
            UnreadableSourceError: too large, in no encoding that fits, or without an article.
        """
        _check_size(capture, content)
        markup, note = decode_page(content, capture.media_type, capture.name)
        tree = parsed(markup)
        if tree is None:
            raise UnreadableSourceError(capture.name, f"HTML without any element in its {len(content)} bytes")
        stated = declared(tree.root, capture.address)
        stories = archive_stories(tree.root, stated, capture)
        if not stories:
            story = single_story(tree, stated, capture)
            if story is None:
                raise UnreadableSourceError(
                    capture.name, f"HTML without an article in its {len(content)} bytes (is it a login or script page?)"
                )
            stories = [story]
        return assembled(capture, stories, self.name, (*((note,) if note else ()), *_outside(tree, stories)))


def _outside(tree: PageTree, stories: Sequence[Story]) -> tuple[str, ...]:
    """Name the paragraphs that stand in no article: teasers, comments, notices."""
    told = {beginning(words) for story in stories for _, words in story.pieces}
    lines = [line for line in tree.paragraphs if len(line) >= _PARAGRAPH and beginning(line) not in told]
    shown = [line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…" for line in lines[:_NAMED]]
    more = (f"and {len(lines) - _NAMED} more paragraphs",) if len(lines) > _NAMED else ()
    return (*(f"outside the articles: {words!r}" for words in shown), *more)


def _check_size(capture: Capture, content: bytes) -> None:
    """Raise UnreadableSourceError for a page that is too much to read."""
    tags = content.count(b"<")
    if len(content) > LARGEST:
        raise UnreadableSourceError(
            capture.name, f"an HTML page of {len(content):,} bytes, the limit is {LARGEST:,} (save the article alone)"
        )
    if tags > MOST_TAGS:
        raise UnreadableSourceError(
            capture.name, f"an HTML page of {tags:,} tags, the limit is {MOST_TAGS:,} (save the article alone)"
        )


def archive_stories(root: html.HtmlElement, stated: Declared, capture: Capture) -> list[Story]:
    """Return the stories of an archive page, nothing where the page is one article among teasers of others."""
    if stated.nodes == 1 and not is_list(root):
        return []
    site = Site(_outlet(stated, capture), capture.address or stated.canonical, stated.language)
    groups = [listed for listed in listed_stories(root) if _is_linked(listed)]
    divided = [stories for stories in (told(listed, site) for listed in groups) if _are_stories(stories)]
    if not divided:
        return []
    stories = max(divided, key=lambda found: sum(map(_size, found)))
    return [] if _is_single(root, stated, stories) else stories


def _is_linked(listed: Sequence[Listed]) -> bool:
    """Whether most headings lead somewhere or stand in an element that is marked as an article: sections of one do neither."""
    marked = [one for one in listed if one.is_linked or one.elements[0].tag == "article"]
    return 3 * len(marked) >= 2 * len(listed)


def _are_stories(stories: Sequence[Story]) -> bool:
    """Whether there are several, and their titles differ."""
    return len(stories) >= _LEAST_STORIES and 3 * len({story.title for story in stories}) >= 2 * len(stories)


def _is_single(root: html.HtmlElement, stated: Declared, stories: Sequence[Story]) -> bool:
    """Whether the page is one article: what it says it is, and how much text stands apart from what repeats."""
    sizes = sorted(map(_size, stories))
    outside = _paragraph_letters(root) - sum(sizes)
    teasers = statistics.median(sizes) < _TEASER
    outweighs = max(outside, sizes[-1]) > _OUTWEIGHS * statistics.median(sizes) and teasers
    if stated.says_article and not is_list(root):
        dated = sum(story.published is not None for story in stories)
        return teasers or dated * 2 < len(stories) or outside > sum(sizes)
    return outside > max(_TEASER, sum(sizes)) or outweighs


def _size(story: Story) -> int:
    """Return how many letters a story's body has."""
    return letters([words for kind, words in story.pieces if kind is PartKind.BODY])


def _paragraph_letters(root: html.HtmlElement) -> int:
    """Return how many letters the page's paragraphs have."""
    return letters([element.text_content() for element in root.iter("p")])


def single_story(tree: PageTree, stated: Declared, capture: Capture) -> Story | None:
    """Return the one article of a page; ``None`` where there is none."""
    root, outlet = tree.root, _outlet(stated, capture)
    title = title_of(root, stated.title, stated.outlet)
    body = [line for line in main_lines(tree, capture.address) if line != title]
    if letters(body) < LEAST_LETTERS:
        return None
    address = stated.canonical or capture.address
    authors = authors_of(root, stated.authors, stated.outlet) or printed_authors(tree, title)
    kinds = [PartKind.BYLINE if n < _OPENING and is_byline(line) else kind_of(line) for n, line in enumerate(body)]
    return Story(
        (*(((PartKind.TITLE, title),) if title is not None else ()), *zip(kinds, body, strict=True)),
        title,
        authors=authors,
        published=stated.published or day_of(tree, title, address),
        outlet=outlet,
        url=address,
        language=detect(" ".join(body)[:_DETECTED_FROM]) or stated.language,
        modified=stated.modified,
        credits=credited(body, (*stated.authors, *authors), stated.origins, outlet),
        links=tuple(link for link in links_of(root, body, address) if link != address),
        identity=stated.canonical,
    )


def _outlet(stated: Declared, capture: Capture) -> str | None:
    """Return the outlet that the page names, else the host of its address."""
    found = re.match(r"(?:https?://)?(?:www\.|m\.|amp\.)?([^/:?#]+)", stated.canonical or capture.address or "")
    if stated.outlet is None:
        return found[1] if found is not None else None
    named = re.match(r"https?://(?:www\.)?([^/:?#]+)/?$", stated.outlet)
    return named[1] if named is not None else stated.outlet
