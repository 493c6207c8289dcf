"""Texts that quote others: a digest of several stories, a story under another's opening. Quoting is not repeating."""

from collections.abc import Iterable, Iterator
from typing import Protocol, Self, TypeVar

from rashomon.linking.copies.passages import Passage


class Named(Protocol):
    """An article, of which only the id is asked."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


class End(Protocol):
    """One of two articles that share passages."""

    @property
    def article(self) -> Named:
        """Which it is."""
        ...

    @property
    def share(self) -> float:
        """How much of what is telling in it the other has too, 0 to 1."""
        ...


class Shared(Protocol):
    """Two articles and the passages they share: what `rashomon.linking.copies.overlaps.Overlap` says, or what is left of it."""

    @property
    def one(self) -> End:
        """The one."""
        ...

    @property
    def other(self) -> End:
        """The other."""
        ...

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, counted in letters of the one and of the other."""
        ...

    @property
    def share(self) -> float:
        """The greater of both shares."""
        ...

    def turned(self) -> Self:
        """Return it with the two changed over."""
        ...


Seen = TypeVar("Seen", bound=Shared)
#: Least share of a text, and length in letters, of a quotation.
_LEAST = 0.1
_SHORTEST = 60
#: A text of which so much stands in one other is made of that one, whatever else it quotes.
_MAINLY = 0.6
#: Two texts that share less than this are strangers to each other.
_STRANGERS = 0.3
#: Share of the shorter quotation that two of them may have in common and still be two.
_TOUCHING = 0.2


def _stretch(overlap: Shared) -> int:
    return sum(passage.end - passage.start for passage in overlap.passages)


def _common(one: Shared, other: Shared) -> int:
    """Letters of the text that both seen from it share with it."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.passages for b in other.passages)


class Quoting:
    """Tells which overlaps are quotations only.

    Args:
        overlaps: all that were found between a set of articles.
    """

    def __init__(self, overlaps: Iterable[Shared]) -> None:
        self._seen: dict[str, list[Shared]] = {}
        self._shares: dict[tuple[str, str], float] = {}
        for overlap in overlaps:
            for seen in (overlap, overlap.turned()):
                self._seen.setdefault(seen.one.article.id, []).append(seen)
                self._shares[seen.one.article.id, seen.other.article.id] = seen.share
        self._digests = frozenset(article_id for article_id in self._seen if self._is_digest(article_id))

    def _large(self, article_id: str) -> list[Shared]:
        return [seen for seen in self._seen[article_id] if seen.one.share >= _LEAST and _stretch(seen) >= _SHORTEST]

    def _apart(self, one: Shared, other: Shared) -> bool:
        """Whether two others are strangers and stand in other places of the text."""
        if self._shares.get((one.other.article.id, other.other.article.id), 0.0) >= _STRANGERS:
            return False
        return _common(one, other) < _TOUCHING * min(_stretch(one), _stretch(other))

    def _is_digest(self, article_id: str) -> bool:
        large = self._large(article_id)
        if not large or max(seen.one.share for seen in large) >= _MAINLY:
            return False
        sources = [seen for seen in large if _is_source(seen)]
        return any(self._apart(one, other) for at, one in enumerate(sources) for other in sources[at + 1 :])

    def only(self, overlap: Shared) -> bool:
        """Return whether one of the two merely quotes the other."""
        return bool({overlap.one.article.id, overlap.other.article.id} & self._digests)


def _is_source(seen: Shared) -> bool:
    """Whether the other has more of its own than the text took, or gives more of the text than the text of it."""
    return seen.other.share < _MAINLY or seen.one.share >= seen.other.share


def repeated(overlaps: Iterable[Seen]) -> Iterator[Seen]:
    """Yield the overlaps that are more than quotations."""
    listed = list(overlaps)
    quoting = Quoting(listed)
    yield from (overlap for overlap in listed if not quoting.only(overlap))
