"""Two articles as they were compared: what is kept of it, so that they need not be compared again."""

import hashlib
from dataclasses import dataclass
from typing import Any

from rashomon.linking.contract import Registry
from rashomon.linking.copies.deciding import copy_of
from rashomon.linking.copies.letters import Hashes
from rashomon.linking.copies.overlaps import Overlap
from rashomon.linking.copies.passages import Passage
from rashomon.model.ledger import Copy, Reason
from rashomon.model.words import CopyKind


def mark(runs: Hashes) -> bytes:
    """Return a digest of the telling runs of a text; what is telling depends on all texts."""
    return hashlib.blake2b(runs.tobytes(), digest_size=8).digest()


@dataclass(frozen=True, slots=True)
class Marked:
    """One of two articles: its id, the mark of its telling runs, and how much of them the other has too."""

    id: str
    runs: bytes
    share: float

    @property
    def article(self) -> "Marked":
        """Which article it is."""
        return self


@dataclass(frozen=True, slots=True)
class Compared:
    """Two articles and what they share; ``copy`` is the one as a copy of the other, ``None`` where it is none."""

    one: Marked
    other: Marked
    passages: tuple[Passage, ...]
    copy: Copy | None

    @property
    def share(self) -> float:
        """Return the greater of both shares."""
        return max(self.one.share, self.other.share)

    @property
    def same(self) -> bool:
        """Return whether the two are of the same letters, and were not compared further."""
        return self.one.runs == b""

    def turned(self) -> "Compared":
        """Return it with the two articles changed over."""
        return Compared(self.other, self.one, tuple(passage.turned() for passage in self.passages), self.copy)

    def plain(self) -> list[Any]:
        """Return it as plain values."""
        ends = [[end.id, end.runs.hex(), end.share] for end in (self.one, self.other)]
        stretches = [[one.start, one.end, one.other_start, one.other_end] for one in self.passages]
        copy = self.copy
        if copy is None:
            return [*ends, stretches, None]
        reasons = [[reason.feature, reason.score, reason.text] for reason in copy.reasons]
        return [*ends, stretches, [copy.article_id, copy.original_id, copy.kind.value, copy.score, reasons]]

    @classmethod
    def of(cls, plain: list[Any]) -> "Compared":
        """Return it from the values that `plain` gave."""
        one, other = (Marked(end[0], bytes.fromhex(end[1]), end[2]) for end in plain[:2])
        passages = tuple(Passage(*stretch) for stretch in plain[2])
        if plain[3] is None:
            return cls(one, other, passages, None)
        later, first, kind, score, reasons = plain[3]
        return cls(one, other, passages, Copy(later, first, CopyKind(kind), score, tuple(Reason(*reason) for reason in reasons)))


def compared(overlap: Overlap, ours: bytes, theirs: bytes, registry: Registry) -> Compared:
    """Return two articles as compared, from what they have in common and the marks of their telling runs."""
    one, other = overlap.one, overlap.other
    return Compared(
        Marked(one.article.id, ours, one.share),
        Marked(other.article.id, theirs, other.share),
        overlap.passages,
        copy_of(overlap, registry),
    )
