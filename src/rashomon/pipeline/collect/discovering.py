"""Find the feeds that a page names, and guess the usual places only where a person asked for that."""

from dataclasses import dataclass
from urllib.parse import urljoin

from rashomon.pipeline.collect.addresses import joined
from rashomon.pipeline.collect.archives import MOST_LINKS, base_of, parsed

_TYPES = frozenset(
    (
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
        "text/xml",
    )
)
#: Feeds of what readers say under an article are no news.
_COMMENTS = ("comment", "commentaire", "comentario", "تعليق", "комментари")
#: Where sites keep their feed mostly.
_USUAL = ("feed/", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss/", "feeds/posts/default", "?feed=rss2")


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names. ``title`` is what the page calls it."""

    address: str
    title: str | None


def feeds_of(content: bytes, address: str, charset: str | None) -> tuple[FeedLink, ...]:
    """Return the feeds that a page names in its head, in its order, those of comments left out.

    Args:
        content: the page.

        address: where it came from.

        charset: of the bytes, where known.
    """
    root = parsed(content, charset)
    if root is None:
        return ()
    base = base_of(root, address)
    found: dict[str, FeedLink] = {}
    for link in root.xpath("//link[@href]")[:MOST_LINKS]:
        rels, kind = str(link.get("rel") or "").lower().split(), str(link.get("type") or "").partition(";")[0].strip().lower()
        goal = joined(base, str(link.get("href")))
        title = _printable(str(link.get("title") or "")) or None
        if "alternate" in rels and kind in _TYPES and goal is not None and not _of_comments(title, goal):
            found.setdefault(goal, FeedLink(goal, title))
    return tuple(found.values())


def usual_places(address: str) -> tuple[str, ...]:
    """Return where the feed of a page's site may be, likeliest first: below the page, then at the root of its host."""
    below = address if address.endswith("/") else f"{address}/"
    places = (joined(base, place) for base in (below, urljoin(address, "/")) for place in _USUAL)
    return tuple(dict.fromkeys(place for place in places if place is not None))


def _printable(words: str) -> str:
    """Return words as one line that a terminal shows as they are."""
    return "".join(letter for letter in " ".join(words.split()) if letter.isprintable())


def _of_comments(title: str | None, address: str) -> bool:
    told = f"{title or ''} {address}".casefold()
    return any(word in told for word in _COMMENTS)
