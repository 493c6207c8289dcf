"""What tells that two articles are versions of one: their own ids, their address, or title, outlet and day on one page.

An id counts within the site it was fetched from. A page elsewhere that names another site's address as its own is no
version of that site's article, so nobody can put words into it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from rashomon.model.ids import long_id
from rashomon.model.sources import Article, Capture
from rashomon.model.words import PartKind
from rashomon.text.folding import fold

_SUBSITES = ("www.", "m.", "mobile.", "amp.")
_TRACKING = re.compile(r"utm_|at_|(?:fbclid|gclid|igshid|mc_cid|mc_eid)$")
_READ = (PartKind.TITLE, PartKind.LEAD, PartKind.BODY)
#: Short lines that pages change by themselves: clocks, counters, "updated 5 minutes ago".
_FURNITURE = re.compile(
    r"(?i)^(?=.*\d).{0,60}\b(?:updated|modified|ago|views?|reads?|comments?|shares?|likes?|min(?:ute)?s? read|gmt|utc|"
    r"[ap]\.?m\.?|current time|local time|online now)\b[^.!?]{0,30}$|^\W*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\W*$"
)


def keys_of(read: Iterable[Article], capture: Capture) -> dict[str, tuple[str, ...]]:
    """Return the keys of a capture's articles by article id; two articles that share a key are versions of one.

    A key that several articles of the capture have (stories of one digest) names each with its title and place among them.
    """
    own = {article.id: _keys(article, capture) for article in read if article.repeats is None}
    titles = {article.id: fold(article.title or "") for article in read}
    shared = Counter(key for keys in own.values() for key in keys)
    met: Counter[str] = Counter()

    def alone(key: str, article_id: str) -> str:
        if shared[key] == 1:
            return key
        told = f"{key}#{titles[article_id]}"
        met[told] += 1
        return f"{told}#{met[told]}"

    return {article_id: tuple(alone(key, article_id) for key in keys) for article_id, keys in own.items()}


def with_page_keys(
    keys: Mapping[str, tuple[str, ...]], by_id: Mapping[str, Article], others: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Return the keys of a page's articles, its longest one with those of the feed entries that the page was fetched for.

    Args:
        keys: of its articles, by article id.

        by_id: its articles.

        others: keys of the entries.
    """
    longest = max(keys, key=lambda article_id: (len(by_id[article_id].text), article_id), default=None) if others else None
    return {one: tuple(dict.fromkeys((*own, *others))) if one == longest else own for one, own in keys.items()}


def tells_of_another_site(article: Article, capture: Capture) -> bool:
    """Return whether an article gives an address of its own that lies on another site than the one it was fetched from."""
    site, told = site_of(capture.address), site_of(article.url)
    return site is not None and told is not None and not same_site(site, told)


def _keys(article: Article, capture: Capture) -> tuple[str, ...]:
    """Return an article's own keys; what it looks like on its page only where it has no id and no address."""
    site = site_of(capture.address)
    stated = [said for said in (article.identity, article.url) if said]
    found = [_key(said, site, article, capture) for said in stated]
    keys = tuple(dict.fromkeys(key for key in found if key is not None))
    if keys or article.title is None or article.published is None:
        return keys
    page = _plain_address(capture.address) if capture.address else capture.name
    return ("\x1f".join(("look", page or capture.name, article.outlet or "", fold(article.title), article.published)),)


def _key(said: str, site: str | None, article: Article, capture: Capture) -> str | None:
    """Return the key that an id or address makes; ``None`` for the address of a whole site."""
    if not said.lower().startswith(("http://", "https://")):
        named = ":" in said or "/" in said
        return f"id|{site or ('' if named else article.outlet or capture.name)}|{said}"
    address = _plain_address(said)
    if address is None:
        return None
    return f"at|{'' if site is None or same_site(site, site_of(said)) else site}|{address}"


def _plain_address(address: str) -> str | None:
    """Return an address without scheme, ``www``, fragment and tracking; ``None`` where it names a whole site or nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    asked = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0].lower())))
    path = parts.path.rstrip("/")
    return f"{site_of(address)}{path}{'?' if asked else ''}{asked}" if path or asked else None


def site_of(address: str | None) -> str | None:
    """Return the host of an address without ``www`` and the like; ``None`` where there is none.

    >>> site_of("https://www.wire.example:443/a")
    'wire.example'
    """
    try:
        host = (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return None
    for subsite in _SUBSITES:
        host = host.removeprefix(subsite)
    return host or None


def same_site(one: str, other: str | None) -> bool:
    """Return whether one host is the other or stands below it."""
    return other is not None and (one == other or one.endswith(f".{other}") or other.endswith(f".{one}"))


def read_text(article: Article) -> str:
    """Return the title and text of an article without what a page changes by itself."""
    spans: Sequence[tuple[int, int]] = article.spans(*_READ) or ((0, len(article.text)),)
    lines = (line.strip() for start, end in spans for line in article.text[start:end].splitlines())
    return "\n".join(line for line in lines if line and not _FURNITURE.match(line))


def fingerprint(article: Article) -> tuple[str, int]:
    """Return what tells another wording, and the number of words that are read."""
    words = read_text(article).split()
    return long_id("txt", " ".join(words)), len(words)
