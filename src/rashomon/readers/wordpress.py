"""Read the export of a WordPress site (WXR): its posts and pages as they were published."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.model.words import PartKind
from rashomon.readers.contract import Page
from rashomon.readers.credits import credited
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.entries import Entry, Feed, is_feed, opened
from rashomon.readers.feeds import outlet_of
from rashomon.readers.lines import kind_of
from rashomon.readers.markup import captions_in, links_in, one_line, paragraphs
from rashomon.readers.names import names_in
from rashomon.readers.printed_dates import printed_date
from rashomon.readers.sites.declared import moment

_NAMESPACE = b"wordpress.org/export"
_HEAD = 16_384
#: Types of entries that are no texts of their own; every other type of a site may be.
_OTHERS = frozenset(
    """attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block wp_template
    wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face acf-field acf-field-group elementor_library
    shop_order product_variation""".split()  # noqa: SIM905 - a list of words reads better
)
_AUTHOR = re.compile(
    r"<wp:author_login>(?P<login>.{1,200}?)</wp:author_login>.{0,600}?<wp:author_display_name>(?P<name>.{1,300}?)</wp:author_display_name>",
    re.DOTALL,
)
_CDATA = re.compile(r"^\s*<!\[CDATA\[(.*?)\]\]>\s*$", re.DOTALL)
_CAPTION = re.compile(r"\[caption[^\]]{0,500}\](.{0,5000}?)\[/caption\]", re.DOTALL)
_SHORTCODE = re.compile(r"\[/?(?:[a-z][\w-]{2,30})(?:\s[^\]\n]{0,500})?/?\](?!\()")
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
_BREAK = re.compile(r"\r?\n[ \t]*\r?\n")


class WordPressReader:
    """Reads WXR files."""

    name = "wordpress-export/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the feed is the export of a WordPress site."""
        del capture
        return _NAMESPACE in content[:_HEAD] and is_feed(content)

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the published posts and pages, in the order of the export.

        Raises:
            UnreadableSourceError: none was published, or it breaks off before the first ends.
        """
        feed = opened(content, capture.name, capture.media_type)
        unused: list[str] = [feed.note] if feed.note else []
        page = assembled(capture, _stories(feed, unused), self.name, unused)
        if not page.articles:
            raise UnreadableSourceError(
                capture.name, f"a WordPress export without a published post ({len(feed.starts) - 1} entries; {'; '.join(unused)})"
            )
        return page


def _stories(feed: Feed, unused: list[str]) -> Iterator[Story]:
    """Yield the published entries as stories; what was left out is counted and, at the end, put in words."""
    counts: Counter[str] = Counter()
    names = _authors(feed.head.decode(feed.encoding, "replace"))
    outlet = outlet_of(feed.channel)
    for entry in feed.entries(unused):
        left = _left_out(entry)
        story = _story(entry, outlet, names) if left is None else None
        if story is not None:
            yield story
        else:
            counts[left or "entries without any text"] += 1
    unused.extend(f"{count} {what}" for what, count in counts.items())


def _left_out(entry: Entry) -> str | None:
    """Return what an entry is if it is no published text, ``None`` where it is one."""
    kind, status = str(entry.get("wp_post_type") or "post"), str(entry.get("wp_status") or "publish")
    if kind in _OTHERS:
        return "attachments (pictures, files)" if kind == "attachment" else f"entries of type {kind}"
    if status != "publish":
        return f"entries not published (status {status})"
    return "entries behind a password" if str(entry.get("wp_post_password") or "").strip() else None


def _story(entry: Entry, outlet: str | None, names: Mapping[str, str]) -> Story | None:
    """Turn a post into a story; ``None`` where it has no text."""
    title = one_line(str(entry.get("title") or "")) or None
    markup = next((str(content.get("value") or "") for content in entry.get("content") or () if content.get("value")), "")
    excerpt = str(entry.get("excerpt_encoded") or "")
    captions = [words for caption in _CAPTION.findall(markup) for words in paragraphs(caption)]
    body = _paragraphs(_CAPTION.sub("\n\n", markup))
    lead = [words for words in paragraphs(excerpt) if words not in body]
    body, lead = (body, lead) if body else (lead, [])
    if not body:
        return None
    pieces: list[tuple[PartKind, str]] = [(PartKind.TITLE, title)] if title is not None else []
    pieces.extend((PartKind.LEAD, words) for words in lead)
    under = captions_in(markup)
    pieces.extend((PartKind.CAPTION if words in under else kind_of(words), words) for words in body)
    pieces.extend((PartKind.CAPTION, words) for words in captions)
    address = str(entry.get("link") or "") or None
    authors = tuple(
        dict.fromkeys(
            name
            for author in entry.get("authors") or ()
            for said in (names.get(str(author.get("name") or ""), str(author.get("name") or "")),)
            for name in (names_in(said) or (said,))
            if name
        )
    )
    story = Story(tuple(pieces), title, authors, outlet=outlet, url=address, links=links_in(markup, address))
    modified = str(entry.get("wp_post_modified") or "")
    return replace(
        story,
        published=printed_date(str(entry.get("wp_post_date") or "")) or printed_date(str(entry.get("published") or "")),
        modified=moment(modified.replace(" ", "T")) if modified and modified != entry.get("wp_post_date") else None,
        credits=credited(body, authors, own=outlet),
        identity=str(entry.get("id") or "").strip() or None,
    )


def _paragraphs(markup: str) -> list[str]:
    """Return the paragraphs of a post, which WordPress keeps apart by blank lines where it has no elements."""
    plain = _SHORTCODE.sub(" ", _COMMENT.sub("\n\n", markup))
    return [words for block in _BREAK.split(plain) for words in paragraphs(block)]


def _authors(head: str) -> dict[str, str]:
    """Return the names shown for the logins of the export's authors."""
    return {_bare(found["login"]): _bare(found["name"]) for found in _AUTHOR.finditer(head)}


def _bare(text: str) -> str:
    """Return what an element says, its CDATA section opened."""
    inside = _CDATA.match(text)
    return " ".join((inside[1] if inside is not None else unescape(text)).split())
