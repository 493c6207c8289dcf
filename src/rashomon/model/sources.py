"""Where words come from: outlets, captures, and the articles inside them."""

from dataclasses import dataclass
from datetime import date

from rashomon.model.ids import content_id
from rashomon.model.words import OutletKind, PartKind


@dataclass(frozen=True, slots=True)
class Grade:
    """An outlet's reliability from a day on: A (completely reliable) to E, F where it cannot be judged."""

    letter: str
    since: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes. Outlets of one family count as one root. ``sites`` are hosts or addresses (``t.me/name``) of its own."""

    name: str
    kind: OutletKind | None = None
    family: str | None = None
    country: str | None = None
    language: str | None = None
    aliases: tuple[str, ...] = ()
    grades: tuple[Grade, ...] = ()
    sites: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the id made of the name."""
        return content_id("out", self.name)


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as fetched or given, kept under their SHA-256 and never changed.

    Args:
        sha256: lower-case hexadecimal digest of the bytes; the capture's id.

        name: the name of the file, or the last part of the address.

        address: where it was fetched from; ``None`` for a file.

        taken_at: UTC time of the fetch or the adding, ISO with seconds.

        size: length in bytes.

        outlet: the outlet a person named when adding it; ``None`` where they did not.

        media_type: as the server or the file ending says; ``None`` where unknown.
    """

    sha256: str
    name: str
    address: str | None
    taken_at: str
    size: int
    outlet: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article's text and what it is; offsets count from the article's start, the end is exclusive."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EvidenceSpan:
    """The words that say so: offsets into the article's text, the end is exclusive."""

    article_id: str
    start: int
    end: int

    def of(self, article: "Article") -> str:
        """Return the words."""
        return article.text[self.start : self.end]

    def overlaps(self, other: "EvidenceSpan") -> bool:
        """Return whether the two share a character of the same article."""
        return self.article_id == other.article_id and self.start < other.end and other.start < self.end

    def is_mostly(self, other: "EvidenceSpan") -> bool:
        """Return whether at least half of the characters of both together are shared (Dice's measure)."""
        joint = min(self.end, other.end) - max(self.start, other.start)
        return self.article_id == other.article_id and 4 * joint >= (self.end - self.start) + (other.end - other.start)


@dataclass(frozen=True, slots=True)
class Article:
    """One story inside a capture. ``None`` and the empty tuple mean: the page does not state it.

    ``text`` is exactly the capture's text from ``start`` to ``end``; the parts cover what was understood of it.

    Args:
        capture: SHA-256 of the capture it stands in.

        n: its place in the capture, from 0.

        published: the day the page prints, as precise as printed (ISO ``2022-06-02``).

        digest_title: headline of the digest post that the story is one of.

        repeats: ``n`` of an earlier article of this capture that the page prints a second time here.

        forwarded_from: the channel or site that the page itself names as the origin of this very text.

        modified: when the page says it was changed last (ISO, as precise as stated).

        credits: agencies and outlets that the page credits as its origin, as it names them.

        links: addresses that the article's own text links to, in order.

        identity: the page's own stable id of the article: a feed's guid, ``channel/message`` of a channel, a canonical address.
    """

    capture: str
    n: int
    start: int
    end: int
    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    digest_title: str | None = None
    repeats: int | None = None
    forwarded_from: str | None = None
    parts: tuple[Part, ...] = ()
    modified: str | None = None
    credits: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    identity: str | None = None

    @property
    def id(self) -> str:
        """Return the id made of the capture, the span and what the page states about it."""
        return content_id("art", self.capture, self.start, self.end, self.title, self.published, self.outlet)

    def spans(self, *kinds: PartKind) -> tuple[tuple[int, int], ...]:
        """Return the offsets of the parts of these kinds, in reading order."""
        return tuple((part.start, part.end) for part in self.parts if part.kind in kinds)
