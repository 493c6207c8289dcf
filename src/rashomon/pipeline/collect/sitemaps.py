"""Read sitemaps: lists of a site's addresses, or of further sitemaps, as XML (packed or not) or as plain lines.

They are cut by their tags and not parsed as XML: a broken entry costs itself, and entities are never expanded.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from protego import Protego

from rashomon.model.errors import UnreadableSourceError
from rashomon.pipeline.collect.addresses import joined
from rashomon.readers.inflating import GZIP, inflated

#: What is looked at of one sitemap; the standard allows 50 MB and 50,000 addresses.
MOST_BYTES, MOST_ADDRESSES = 52_428_800, 50_000
#: Sitemaps that one robots.txt may name.
MOST_NAMED = 50
_ENTRY = re.compile(rb"<(?:\w{1,20}:)?(?=(?:url|sitemap)[\s>])")
_LOC = re.compile(rb"<(?:\w{1,20}:)?loc\s{0,9}>\s{0,99}(?:<!\[CDATA\[)?\s{0,99}([^<\]]{1,4096})")
_CHANGED = re.compile(rb"<(?:\w{1,20}:)?(?:lastmod|publication_date)\s{0,9}>\s{0,99}(\d{4}-\d\d(?:-\d\d)?[^<]{0,20})")
_MAP = re.compile(rb"<(?:\w{1,20}:)?(?:urlset|sitemapindex)[\s>]")
#: Where the tags of an entry are looked for.
_ENTRY_BYTES = 8192


@dataclass(frozen=True, slots=True)
class Named:
    """An address that a sitemap names.

    Args:
        address: absolute, without its fragment.

        changed: when it says the page was changed or published, as it writes it; ``None`` where it does not.

        further: whether it is another sitemap.
    """

    address: str
    changed: str | None
    further: bool


def is_sitemap(content: bytes) -> bool:
    """Return whether bytes are a sitemap in XML, packed or not; broken packing is none."""
    try:
        return _MAP.search(_unpacked(content, "")[:4096]) is not None
    except UnreadableSourceError:
        return False


def named_in(content: bytes, address: str) -> tuple[Named, ...]:
    """Return the addresses of a sitemap in its order, each once, as many as the standard allows.

    Args:
        content: the answer's bytes.

        address: where it came from.

    Raises:
        UnreadableSourceError: broken packing, a bomb, or neither a sitemap nor a list of addresses.
    """
    text = _unpacked(content, address)
    entries = _entries(text, address) if _MAP.search(text[:4096]) else _lines(text, address)
    found: dict[str, Named] = {}
    for one in islice(entries, MOST_ADDRESSES):
        found.setdefault(one.address, one)
    if not found:
        raise UnreadableSourceError(address, f"a sitemap without an address in its {len(content):,} bytes")
    return tuple(found.values())


def sitemaps_of(robots: str, address: str) -> tuple[str, ...]:
    """Return the sitemaps that a robots.txt names, in its order; where it names none, the usual place.

    Args:
        robots: its text.

        address: of a page of the site.
    """
    stated = [joined(address, line) for line in Protego.parse(robots).sitemaps]
    found = tuple(dict.fromkeys(one for one in stated if one is not None))[:MOST_NAMED]
    usual = joined(address, "/sitemap.xml")
    return found or ((usual,) if usual is not None else ())


def _unpacked(content: bytes, address: str) -> bytes:
    return inflated(content, MOST_BYTES, address) if content.startswith(GZIP) else content[:MOST_BYTES]


def _entries(text: bytes, address: str) -> Iterator[Named]:
    """Yield the entries of a sitemap in XML."""
    starts = [found.end() for found in _ENTRY.finditer(text)]
    for at, end in zip(starts, [*starts[1:], len(text)], strict=True):
        entry = text[at : min(end, at + _ENTRY_BYTES)]
        loc, changed = _LOC.search(entry), _CHANGED.search(entry)
        goal = None if loc is None else joined(address, html.unescape(loc[1].decode("utf-8", "replace")))
        if goal is not None:
            yield Named(goal, None if changed is None else changed[1].decode().strip(), entry.startswith(b"sitemap"))


def _lines(text: bytes, address: str) -> Iterator[Named]:
    """Yield the addresses of a sitemap that is nothing but lines."""
    for line in text.decode("utf-8", "replace").removeprefix("\ufeff").splitlines():
        goal = joined(address, line) if line.lower().startswith(("http://", "https://")) and " " not in line.strip() else None
        if goal is not None:
            yield Named(goal, None, further=False)
