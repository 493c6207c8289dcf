"""The main text of a page with one article: its title and paragraphs, and the addresses they link to."""

import copy
import re
from itertools import islice
from typing import Any

from lxml import etree, html

from rashomon.readers.lines import is_furniture
from rashomon.readers.markup import absolute, element_paragraphs
from rashomon.readers.sites.tree import PageTree
from rashomon.text.wordlist import words

#: Fewer letters than this are no article.
LEAST_LETTERS = 12
_SHORT = 200
#: A line of this length is no word of a menu; words of menus are no more than these.
_PARAGRAPH = 60
_MENU_WORDS = 2
_JOINER = "\u200c"
_SUFFIX = re.compile(r"\s+[|·•»«–—-]{1,2}\s+|\s*\|\s*| :: ")
_WORD = re.compile(r"\w+")
_SAME_TITLE = 0.5
_MOST_TITLE = 400
_COMPARED = 60
#: So many pieces of text make up the beginning of a paragraph.
_PIECES = 12
_BLOCKS = frozenset(words("p li blockquote td th h2 h3 h4 h5 h6 figcaption dd pre div"))
#: Elements that extraction drops in the end: without them it has less to copy and to search.
_DISCARDED = words(
    "aside audio button canvas embed fencedframe footer iframe input map noscript object select template textarea video"
)
#: Links beside the text are none of its own, whatever words they stand in.
_ANCHORS = etree.XPath(".//a[@href][not(ancestor::nav or ancestor::aside or ancestor::footer)]")
_MARK = re.compile(r"^(?:[-–•*]\s+|\|)|\s*\|\s*$")


def main_lines(tree: PageTree, address: str | None) -> list[str]:
    """Return the paragraphs of the page's main text; nothing where it has none.

    Args:
        tree: the parsed page; it is not changed.
        address: where it was fetched from.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second to import, and few captures are HTML

    root = copy.deepcopy(tree.root)
    etree.strip_elements(root, *_DISCARDED, with_tail=False)
    document: Any = bare_extraction(
        root, url=address, fast=True, with_metadata=False, include_comments=False, include_tables=True
    )
    found = [_cleaned(line) for line in str(document.text or "").splitlines()] if document is not None else []
    lines = _without_menu([line for line in found if line and not is_furniture(line)])
    if letters(lines) < _SHORT:
        plain = [line for line in _marked_body(tree.root) if not is_furniture(line)]
        lines = plain if letters(plain) > 2 * letters(lines) else lines
    return _with_joiners(tree, lines)


def _without_menu(lines: list[str]) -> list[str]:
    """Drop the words of a menu that stand before the first paragraph."""
    first = next((n for n, line in enumerate(lines) if len(line) >= _PARAGRAPH), 0)
    return [line for n, line in enumerate(lines) if n >= first or len(line.split()) > _MENU_WORDS]


def _with_joiners(tree: PageTree, lines: list[str]) -> list[str]:
    """Give the lines back the zero-width non-joiners of Persian and Urdu, which extraction drops."""
    whole = {words.replace(_JOINER, ""): words for words in tree.paragraphs if _JOINER in words}
    return [whole.get(line, line) for line in lines]


def letters(lines: list[str]) -> int:
    """Return how many letters the lines have."""
    return sum(sum(map(str.isalpha, line)) for line in lines)


def title_of(root: html.HtmlElement, stated: str | None, outlet: str | None) -> str | None:
    """Return the title: the heading that says what the page declares, else the declared one without the outlet's name."""
    headings = [" ".join(heading.text_content().split()) for heading in root.iter("h1")]
    headings = [heading for heading in headings if 2 < len(heading) <= _MOST_TITLE]  # noqa: PLR2004
    bare = _without_outlet(stated, outlet)
    if bare is not None:
        return next((heading for heading in headings if _alike(heading, bare) >= _SAME_TITLE), bare)
    if len(headings) == 1:
        return headings[0]
    titles = [" ".join(title.text_content().split()) for title in root.iter("title")]
    return _without_outlet(titles[0], outlet) if titles and titles[0] else (headings[0] if headings else None)


def links_of(root: html.HtmlElement, lines: list[str], base: str | None) -> tuple[str, ...]:
    """Return the addresses that the main text links to, in order.

    Args:
        root: the parsed page.
        lines: the paragraphs of the main text.
        base: what relative links are relative to.
    """
    told = {beginning(line) for line in lines}
    known: dict[html.HtmlElement, bool] = {}
    found: dict[str, None] = {}
    for anchor in _ANCHORS(root):
        block = next(anchor.iterancestors(*_BLOCKS), None)
        if block is None:
            continue
        if block not in known:
            known[block] = beginning("".join(islice(block.itertext(), _PIECES))) in told
        link = absolute(anchor.get("href"), base) if known[block] else None
        if link is not None and not link.startswith(f"{base}#"):
            found[link] = None
    return tuple(found)


def _marked_body(root: html.HtmlElement) -> list[str]:
    """Return the paragraphs of the element that is marked as the article, for pages too short for statistics."""
    for path in ("//*[@itemprop='articleBody']", "//article", "//main", "//*[@role='main']"):
        found = root.xpath(path)
        if len(found) == 1:
            headings = {" ".join(heading.text_content().split()) for heading in found[0].iter("h1", "time")}
            return [words for words in element_paragraphs(found[0]) if words not in headings]
    return []


def _cleaned(line: str) -> str:
    """Return a line without the marks that stand for lists and tables."""
    return _MARK.sub("", line.strip()).strip()


def beginning(words: str) -> str:
    """Return the beginning of a paragraph, letters alone: what two renderings of it share."""
    return "".join(_WORD.findall(words[: 2 * _COMPARED]))[:_COMPARED].lower()


def _alike(one: str, other: str) -> float:
    """Return how many of the words two titles share (Dice's measure)."""
    first, second = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return 2 * len(first & second) / max(1, len(first) + len(second))


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Drop " | Site" and "Site: " where it is the outlet's name, or a short end of a title whose outlet is not known."""
    if title is None:
        return None
    pieces = [piece.strip() for piece in _SUFFIX.split(title) if piece.strip()]
    if len(pieces) < 2:  # noqa: PLR2004
        return title.strip() or None
    if outlet is not None:
        kept = title
        for piece in (pieces[-1], pieces[0]):
            if (
                beginning(piece) in (beginning(outlet), beginning(outlet.removeprefix("The ")))
                or _alike(piece, outlet) > _SAME_TITLE
            ):
                kept = kept.removeprefix(piece).removesuffix(piece).strip(" |·•»«–—-:")
        return kept or title
    return pieces[0] if len(pieces[-1].split()) <= 4 and len(pieces[0]) > len(pieces[-1]) else title  # noqa: PLR2004
