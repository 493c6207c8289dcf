"""Turn HTML into paragraphs of text, scripts and navigation left out."""

import re
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

_BLOCKS = frozenset(
    """p div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote pre section article header footer figure figcaption dl dt dd hr
    address main aside br""".split()  # noqa: SIM905 - a list of words reads better
)
#: Words of two cells are two words.
_CELLS = frozenset({"td", "th"})
_DROPPED = frozenset("script style noscript template svg iframe form button nav select input head title".split())  # noqa: SIM905
_CAPTIONED = ("figcaption", "caption-text")
_LONGEST_ADDRESS = 2000
_BLANKS = " \t\r\n\f\v"
_SPACE = re.compile(f"[{_BLANKS}]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
#: Where an element begins and ends; comments break no paragraph.
_BREAKING = ("start", "end")
_MARKUP = re.compile(r"<[a-zA-Z!/][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,12});")


def paragraphs(markup: str) -> list[str]:
    r"""Return the paragraphs of an HTML fragment; plain text comes back as its lines.

    >>> paragraphs("<p>One&nbsp;two<br>three</p><script>x()</script> four")
    ['One\xa0two', 'three', 'four']
    """
    if _MARKUP.search(markup) is None:
        return [line for line in (_SPACE.sub(" ", piece).strip() for piece in markup.splitlines()) if line]
    root = _fragment(markup)
    if root is None:
        return [line for line in (_MARKUP.sub(" ", piece).strip() for piece in markup.splitlines()) if line]
    return element_paragraphs(root)


def _fragment(markup: str) -> html.HtmlElement | None:
    """Parse an HTML fragment, or a document that stands in its place; ``None`` where it cannot be parsed."""
    whole = unmarred(markup)
    try:
        try:
            return html.fragment_fromstring(whole, create_parent="div")
        except AssertionError:  # a document without a body, or with several
            return html.fragment_fromstring(f"<br>{whole}", create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def unmarred(markup: str) -> str:
    r"""Return markup without characters that no page may hold: a parser takes them, and the tree it makes cannot be changed.

    >>> unmarred("ro\x02ad\x0cblock")
    'road block'
    """
    return _CONTROLS.sub("", markup.replace("\x0b", " ").replace("\x0c", " "))


def element_paragraphs(root: html.HtmlElement) -> list[str]:
    """Return the paragraphs inside an element, in reading order."""
    found: list[str] = []
    running: list[str] = []
    # Steps and not recursion: hostile pages nest without end.
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _DROPPED:
                walk.skip_subtree()
                continue
            words = f" {element.text or ''}" if tag in _CELLS else element.text
        elif element is root:
            continue
        else:
            words = element.tail
        if running and event in _BREAKING and tag in _BLOCKS:
            _close(found, running)
        if words:
            running.append(words)
    _close(found, running)
    return found


def _close(found: list[str], running: list[str]) -> None:
    """Make the running words a paragraph, if there are any."""
    words = "".join(running).strip(_BLANKS)
    if words:
        found.append(_SPACE.sub(" ", words))
    running.clear()


def one_line(markup: str) -> str:
    """Return the text of a fragment as one line (titles, names)."""
    return " ".join(paragraphs(markup))


def links_in(markup: str, base: str | None) -> tuple[str, ...]:
    """Return the web addresses that an HTML fragment links to, in order; relative ones are those of ``base``."""
    if "href" not in markup.lower():
        return ()
    root = _fragment(markup)
    if root is None:
        return ()
    links = (absolute(anchor.get("href"), base) for anchor in root.iter("a"))
    return tuple(dict.fromkeys(link for link in links if link is not None))


def captions_in(markup: str) -> frozenset[str]:
    """Return the paragraphs of an HTML fragment that stand under pictures."""
    if not any(mark in markup for mark in _CAPTIONED):
        return frozenset()
    root = _fragment(markup)
    if root is None:
        return frozenset()
    return captions_of(root)


def captions_of(root: html.HtmlElement) -> frozenset[str]:
    """Return the paragraphs inside an element that stand under pictures."""
    below = root.xpath(".//figcaption | .//*[contains(@class, 'caption-text')]")
    return frozenset(words for caption in below for words in element_paragraphs(caption))


def absolute(link: str | None, base: str | None) -> str | None:
    """Return a link as an absolute web address, ``None`` where it is none."""
    try:
        joined = urljoin(base or "", (link or "").strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.hostname and len(joined) <= _LONGEST_ADDRESS else None
