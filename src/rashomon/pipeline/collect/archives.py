"""Find the way back through an archive: the link on a page that leads to the page of older posts."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from lxml import etree, html

from rashomon.pipeline.collect.addresses import joined

#: Words of links that lead to older posts, compared without arrows and case.
_OLDER = frozenset(
    """older posts|older entries|older articles|older news|older|previous posts|previous entries|earlier posts|more posts
    next page|next|articles plus anciens|articles précédents|page suivante|suivant|entradas antiguas|entradas anteriores
    página siguiente|siguiente|ältere beiträge|nächste seite|предыдущие записи|следующая страница|следующая|далее
    наступна сторінка|старіші записи|المقالات الأقدم|رسائل أقدم|الصفحة التالية|التالي|مطالب قدیمی‌تر|صفحه بعد|بعدی""".replace(
        "\n    ", "|"
    ).split("|")
)
#: What is looked at of a page.
MOST_BYTES, MOST_LINKS = 4_000_000, 5_000
_ARROWS = re.compile(r"[\s«»‹›←→<>|·…]+")
_OLDER_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav-previous|older-posts?|blog-pager-older-link|pager-next|pager__item--next|next)(?:$|[\s_-])"
)
_NUMBERED = re.compile(r"/page/(\d{1,5})/?$")
_NUMBERS = ("paged", "page")


def older_page(content: bytes, address: str, charset: str | None) -> str | None:
    """Return the address of the next page back, ``None`` where the page names none on its own host.

    Asked in this order: what the page declares as its next (``rel=next``), a link that says "older posts" in words or by
    its class, and the page's number plus one where it links to that.

    Args:
        content: an archive page.

        address: where it came from.

        charset: of the bytes, where known.
    """
    root = parsed(content, charset)
    if root is None:
        return None
    base = base_of(root, address)
    host = urlsplit(address).netloc
    for href in _candidates(root, base, address):
        goal = joined(base, href)
        if goal is not None and urlsplit(goal).netloc == host and goal != joined(address, ""):
            return goal
    return None


def parsed(content: bytes, charset: str | None) -> html.HtmlElement | None:
    """Return the root of an HTML page (of its first bytes, where it is very large), ``None`` where there is none."""
    try:
        return html.document_fromstring(content[:MOST_BYTES], parser=html.HTMLParser(encoding=charset))
    except (etree.ParserError, etree.XMLSyntaxError, LookupError, ValueError):
        return None


def base_of(root: html.HtmlElement, address: str) -> str:
    """Return what a page's links are relative to."""
    stated = root.xpath("//base/@href")
    return (joined(address, str(stated[0])) if stated else None) or address


def _candidates(root: html.HtmlElement, base: str, address: str) -> Iterator[str]:
    """Yield links that may lead back, the surest first."""
    declared = root.xpath("//link[contains(concat(' ', normalize-space(@rel), ' '), ' next ')]/@href")
    yield from (str(href) for href in declared[:MOST_LINKS])
    links = [link for link in root.xpath("//a[@href]")[:MOST_LINKS] if not str(link.get("href")).startswith(("#", "javascript:"))]
    yield from (str(link.get("href")) for link in links if "next" in str(link.get("rel") or "").split())
    yield from (str(link.get("href")) for link in links if _words(link) in _OLDER)
    yield from (str(link.get("href")) for link in links if _OLDER_CLASS.search(_classes(link)))
    wanted = _number(address)
    yield from (str(link.get("href")) for link in links if _number(joined(base, str(link.get("href"))) or "") == wanted + 1)


def _words(link: html.HtmlElement) -> str:
    return _ARROWS.sub(" ", " ".join(link.itertext())).strip().casefold()


def _classes(link: html.HtmlElement) -> str:
    """Return the classes of a link and of what it stands in."""
    parent = link.getparent()
    return f"{link.get('class') or ''} {'' if parent is None else parent.get('class') or ''}"


def _number(address: str) -> int:
    """Return which page of an archive an address is: 1 where it has no number."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return 1
    found = _NUMBERED.search(parts.path)
    if found is not None:
        return int(found[1])
    stated = parse_qs(parts.query)
    numbers = [stated[name][0] for name in _NUMBERS if name in stated]
    return int(numbers[0]) if numbers and numbers[0].isdecimal() else 1
