"""Read HTML: one article through trafilatura, an archive page through its ``article`` elements."""

import re
from typing import Any

from lxml import etree, html

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.model.words import PartKind
from rashomon.readers.bylines import parse_byline
from rashomon.readers.contract import Page
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.lines import is_furniture, kind_of
from rashomon.readers.markup import element_paragraphs
from rashomon.readers.names import names_in
from rashomon.readers.printed_dates import printed_date
from rashomon.text.decoding import decode

#: Larger pages are refused: extraction needs several hundred times their size.
LARGEST = 16 * 1024 * 1024
#: Extraction takes a tenth of a millisecond a tag.
MOST_TAGS = 50_000
_HTML = re.compile(
    rb"(?is)\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*){0,5}<(?:!doctype\s+html|html|head|body|article|main|div|section|h1|p|meta)\b"
)
#: A date is taken from where the page declares it, never searched for in its text.
_DATES = {"extensive_search": False, "original_date": True}
_LEAST_ARTICLES = 2
_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "datePublished",
    "dc.date.issued",
    "DC.date",
    "dcterms.created",
    "pubdate",
    "date",
)
_JSON_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')
_LEAST_LETTERS = 12
_AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:author|byline)(?:$|[\s_-])", re.IGNORECASE)
_DATE_CLASS = re.compile(r"(?:^|[\s_-])(?:date|published|posted-on|entry-date)(?:$|[\s_-])", re.IGNORECASE)


class WebPageReader:
    """Reads pages that are still HTML."""

    name = "web-page/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes begin like HTML."""
        del capture
        return _HTML.match(content[:8192].removeprefix(b"\xef\xbb\xbf")) is not None

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the article of the page, or the articles of an archive page.

        Raises:
            UnreadableSourceError: too large, not in the encoding it declares, or without an article.
        """
        if len(content) > LARGEST:
            raise UnreadableSourceError(
                capture.name, f"an HTML page of {len(content):,} bytes, the limit is {LARGEST:,} (save the article alone)"
            )
        tags = content.count(b"<")
        if tags > MOST_TAGS:
            raise UnreadableSourceError(
                capture.name, f"an HTML page of {tags:,} tags, the limit is {MOST_TAGS:,} (save the article alone)"
            )
        markup = decode(content, capture.name)
        root = _parsed(markup)
        if root is None:
            raise UnreadableSourceError(capture.name, f"HTML without any element in its {len(content)} bytes")
        outlet = _meta(root, "og:site_name")
        listed = [story for story in (_listed(element, outlet) for element in _articles(root)) if story is not None]
        if len(listed) >= _LEAST_ARTICLES:
            return assembled(capture, listed, self.name)
        story = _single(markup, capture, outlet, _declared_date(root))
        if story is None:
            raise UnreadableSourceError(
                capture.name, f"HTML without an article in its {len(content)} bytes (is it a login or script page?)"
            )
        return assembled(capture, [story], self.name)


def _parsed(markup: str) -> html.HtmlElement | None:
    """Return the page's root element, ``None`` where there is none."""
    try:
        return html.document_fromstring(re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", markup).replace("\x00", ""))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _meta(root: html.HtmlElement, name: str) -> str | None:
    """Return what a ``meta`` element says."""
    found = root.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(found[0]).strip() or None if found else None


def _articles(root: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the outermost ``article`` elements that hold a heading."""
    return [element for element in root.xpath("//article[not(ancestor::article)]") if element.xpath(".//h1|.//h2|.//h3|.//h4")]


def _listed(element: html.HtmlElement, outlet: str | None) -> Story | None:
    """Turn an ``article`` element of an archive page into a story; ``None`` where it holds no text."""
    heading = element.xpath(".//h1|.//h2|.//h3|.//h4")[0]
    title = " ".join(" ".join(heading.itertext()).split()) or None
    links = heading.xpath(".//a/@href|./ancestor::a/@href") or element.xpath(".//a[@rel='bookmark']/@href")
    body, byline = _body(element_paragraphs(element), title)
    if title is None or not body:
        return None
    pieces = ((PartKind.TITLE, title), *((kind_of(words), words) for words in body))
    authors = _marked_authors(element) or (byline.authors if byline else ())
    published = _marked_date(element) or (byline.published if byline else None)
    url = str(links[0]) if links and str(links[0]).startswith("http") else None
    return Story(pieces, title, authors, published, outlet, url)


def _body(found: list[str], title: str | None) -> tuple[list[str], Any]:
    """Tell the paragraphs of a listed article from its title, bylines and furniture."""
    body: list[str] = []
    joined = None
    for words in found:
        byline = parse_byline(words)
        if byline is not None:
            joined = byline if joined is None else joined.joined(byline)
        elif words != title and not is_furniture(words):
            body.append(words)
    return body, joined


def _marked_authors(element: html.HtmlElement) -> tuple[str, ...]:
    """Return the authors that ``rel=author`` or a class marks."""
    for marked in [*element.xpath(".//*[@rel='author' or @itemprop='author']"), *_classed(element, _AUTHOR_CLASS)]:
        words = " ".join(" ".join(marked.itertext()).split())
        byline = parse_byline(words)
        names = byline.authors if byline is not None and byline.authors else names_in(words)
        if names:
            return names
    return ()


def _marked_date(element: html.HtmlElement) -> str | None:
    """Return the day that a ``time`` element or a class marks."""
    for marked in [*element.xpath(".//time"), *_classed(element, _DATE_CLASS)]:
        day = printed_date(str(marked.get("datetime") or "")) or printed_date(" ".join(marked.itertext()))
        if day is not None:
            return day
    return None


def _classed(element: html.HtmlElement, pattern: re.Pattern[str]) -> list[html.HtmlElement]:
    """Return the elements whose class fits."""
    return [marked for marked in element.xpath(".//*[@class]") if pattern.search(str(marked.get("class")))]


def _declared_date(root: html.HtmlElement) -> str | None:
    """Return the day that the page declares: in a ``meta`` element, in JSON-LD, or in the ``time`` element of its one article."""
    for name in _DATE_NAMES:
        day = printed_date(_meta(root, name) or "")
        if day is not None:
            return day
    for script in root.xpath("//script[@type='application/ld+json']/text()"):
        found = _JSON_DATE.search(str(script))
        if found is not None:
            return printed_date(found[1])
    articles = root.xpath("//article[not(ancestor::article)]")
    return _marked_date(articles[0]) if len(articles) == 1 else None


def _single(markup: str, capture: Capture, outlet: str | None, declared: str | None) -> Story | None:
    """Extract the one article of a page; ``None`` where there is none."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second to import, and few captures are HTML

    document: Any = bare_extraction(
        markup,
        url=capture.address,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )
    if document is None:
        return None
    text = str(document.text or "")
    title = " ".join(str(document.title).split()) if document.title else None
    body = [line.strip() for line in text.splitlines() if line.strip() and line.strip() != title]
    if sum(character.isalpha() for line in body for character in line) < _LEAST_LETTERS:
        return None
    pieces: list[tuple[PartKind, str]] = [(PartKind.TITLE, title)] if title is not None else []
    pieces.extend((kind_of(line), line) for line in body)
    authors = tuple(name.strip() for name in str(document.author or "").split(";") if name.strip())
    url = str(document.url) if document.url and str(document.url) != capture.address else capture.address
    return Story(
        tuple(pieces), title, authors, declared or printed_date(str(document.date or "")), outlet or document.sitename, url
    )
