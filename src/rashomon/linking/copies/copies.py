"""Find articles that repeat others: word for word, cut out, or in other words; and which of them came first."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from rashomon.linking.contract import Registry
from rashomon.linking.copies.compared import Compared, Marked, compared, mark
from rashomon.linking.copies.compilations import repeated
from rashomon.linking.copies.copy_groups import copy_groups
from rashomon.linking.copies.deciding import verbatim
from rashomon.linking.copies.overlaps import Comparing, same_text
from rashomon.linking.copies.sharing import share
from rashomon.linking.copies.shingles import Fingerprint, fingerprint
from rashomon.linking.precedence import precedence, published
from rashomon.model.ledger import Copy, Reason
from rashomon.model.sources import Article
from rashomon.model.words import CopyKind

#: Shorter texts (in letters) are not compared.
SHORTEST = 40


@dataclass(frozen=True, slots=True)
class Face:
    """What of an article is looked at beside all others: where it stands, who printed it when, and its fingerprint."""

    id: str
    capture: str
    n: int
    repeats: int | None
    outlet: str | None
    day: date | None
    print: Fingerprint

    @classmethod
    def of(cls, article: Article, known: Fingerprint | None = None) -> "Face":
        """Return the face of an article; its fingerprint is made where it is not known."""
        days = published(article)
        day = days.first if days is not None else None
        return cls(article.id, article.capture, article.n, article.repeats, article.outlet, day, known or fingerprint(article))


@dataclass(frozen=True, slots=True)
class Held:
    """What was found between articles that did not change since.

    Args:
        pairs: those that were compared, by their ids.

        firsts: the first of the articles that repeat one text, by the ids of all of them.
    """

    pairs: Mapping[tuple[str, str], Compared] = field(default_factory=dict)
    firsts: Mapping[tuple[str, ...], str] = field(default_factory=dict)


class Copies:
    """Finds copies among articles of which only the faces are at hand.

    Args:
        faces: of all articles, each once; their order does not matter.

        articles: gives articles by id; asked only for those that are compared anew.

        registry: knows the outlets' names and families, for credits.

        held: what is known from before.
    """

    def __init__(
        self,
        faces: Iterable[Face],
        articles: Callable[[Iterable[str]], Mapping[str, Article]],
        registry: Registry,
        held: Held | None = None,
    ) -> None:
        ordered = sorted(faces, key=lambda face: (face.day or date.max, face.id))
        self._faces = {face.id: face for face in ordered}
        self._articles = articles
        self._registry = registry
        self._held = held or Held()
        self._pairs: dict[tuple[str, str], Compared] = {}
        self._firsts: dict[tuple[str, ...], str] = {}

    def found(self, no_copies: frozenset[str] = frozenset()) -> tuple[Copy, ...]:
        """Return one copy for each article that repeats another, with the first of all that repeat one text as its original.

        Args:
            no_copies: ids of articles that a person said repeat nothing.
        """
        found = [pair for pair in self._found() if pair.article_id not in no_copies]
        pairs: dict[str, list[Copy]] = {}
        for pair in found:
            pairs.setdefault(pair.article_id, []).append(pair)
            pairs.setdefault(pair.original_id, []).append(pair)
        copies: dict[str, Copy] = {}
        for group in copy_groups(found):
            first = self._first(group)
            copies.update((key, _towards(first, key, pairs)) for key in group if key != first)
        return tuple(copies[key] for key in sorted(copies.keys() - no_copies))

    @property
    def held(self) -> Held:
        """What was found, to be given the next time."""
        return Held(self._pairs, self._firsts)

    def _first(self, group: tuple[str, ...]) -> str:
        """Return the article of a group that came first."""
        if group not in self._held.firsts:
            listed = self._articles(group)
            ordered = (listed[key] for key in group)
            self._firsts[group] = functools.reduce(lambda one, other: precedence(one, other, self._registry).first, ordered).id
        else:
            self._firsts[group] = self._held.firsts[group]
        return self._firsts[group]

    def _found(self) -> Iterator[Copy]:
        """Every pair of like articles as a copy of the first."""
        yield from self._repeats()
        groups = same_text({key: face.print for key, face in self._faces.items()}, SHORTEST)
        for group in groups:
            yield from self._verbatim(group)
        for pair in repeated(self._compared([group[0] for group in groups])):
            if pair.copy is not None:
                yield pair.copy

    def _repeats(self) -> Iterator[Copy]:
        placed = {(face.capture, face.n): face for face in self._faces.values()}
        why = Reason("printed_twice", 1.0, "the page prints it a second time")
        for face in placed.values():
            first = placed.get((face.capture, face.repeats)) if face.repeats is not None else None
            if first is not None:
                yield Copy(face.id, first.id, CopyKind.VERBATIM, 1.0, (why,))

    def _verbatim(self, group: Sequence[str]) -> Iterator[Copy]:
        """Yield texts of the same letters as copies of the first of them, or that as a copy of them."""
        for other in group[1:]:
            pair = (group[0], other)
            known = self._held.pairs.get(pair)
            if known is None or not known.same:
                length = self._faces[other].print.length
                both = self._articles(pair)
                copy = verbatim(both[group[0]], both[other], length, self._registry)
                known = Compared(Marked(group[0], b"", 1.0), Marked(other, b"", 1.0), (), copy)
            self._pairs[pair] = known
            if known.copy is not None:
                yield known.copy

    def _compared(self, ids: Sequence[str]) -> Iterator[Compared]:
        """Yield the pairs worth comparing, compared."""
        faces = [self._faces[key] for key in ids]
        sharing = share([face.print.sample for face in faces], [face.outlet for face in faces])
        marks = [mark(runs) for runs in sharing.telling]
        standing: dict[tuple[int, int], Compared] = {}
        for one, other in sharing.pairs:
            known = self._held.pairs.get((ids[one], ids[other]))
            if known is not None and (known.one.runs, known.other.runs) == (marks[one], marks[other]):
                standing[one, other] = known
        listed = self._articles({ids[at] for pair in sharing.pairs if pair not in standing for at in pair})
        comparing = Comparing(lambda at: listed[ids[at]], sharing)
        for one, other in sharing.pairs:
            known = standing.get((one, other))
            if known is None:
                known = compared(comparing.overlap(one, other), marks[one], marks[other], self._registry)
            self._pairs[ids[one], ids[other]] = known
            yield known


def _towards(first: str, later: str, pairs: Mapping[str, list[Copy]]) -> Copy:
    """Return an article of a group as a copy of the group's first, by its best pair, that with the first before others."""
    best = min(pairs[later], key=lambda pair: (first not in (pair.article_id, pair.original_id), -pair.score, pair.original_id))
    through = next(key for key in (best.original_id, best.article_id) if key != later)
    chain = () if through == first else (Reason("chain", 1.0, f"through {through}"),)
    return Copy(later, first, best.kind, best.score, (*best.reasons, *chain))


def find_copies(
    articles: Iterable[Article],
    registry: Registry,
    no_copies: frozenset[str] = frozenset(),
    known: Mapping[str, Fingerprint] = MappingProxyType({}),
) -> tuple[Copy, ...]:
    """Return one copy for each article that repeats another, with the first of all that repeat one text as its original.

    Args:
        articles: each once; their order does not matter.

        registry: knows the outlets' names and families, for credits.

        no_copies: ids of articles that a person said repeat nothing.

        known: fingerprints made before, by article id; those that are missing are made.
    """
    listed = {article.id: article for article in articles}
    faces = (Face.of(article, known.get(article.id)) for article in listed.values())
    return Copies(faces, lambda _: listed, registry).found(no_copies)
