"""What is said about how the things in a reading were found."""

from dataclasses import dataclass

from rashomon.lists.schemes import Acled, Plover
from rashomon.model.reading import Reading
from rashomon.model.sources import EvidenceSpan


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model decided about a stretch of text, or about two of them.

    Args:
        head: what it was asked for: mention, number, trigger, cue, content; of two stretches role, source.

        span: the stretch; of two the one that has the other.

        label: the answer.

        sure: its chance, 0 to 1.

        other: the other stretch, ``None`` where only one is judged.
    """

    head: str
    span: EvidenceSpan
    label: str
    sure: float
    other: EvidenceSpan | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the lists have under an entity's name: names of actors, and places with their countries ("Tarn, XX")."""

    key: str
    actors: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """An account, by id, in the words of other schemes; ``acled`` is ``None`` where ACLED would not code it."""

    account: str
    cameo: str
    plover: Plover
    acled: Acled | None


@dataclass(frozen=True, slots=True)
class Explained:
    """How an article's things were found.

    Args:
        ruled: what the rules alone read; ``None`` where nothing else read it.

        judgements: what the model decided, empty where there is none.

        reckoned: the date expressions whose value hangs on the day the page prints.

        known: what the lists have of each entity.

        coded: each account in other schemes.
    """

    ruled: Reading | None
    judgements: tuple[Judgement, ...]
    reckoned: tuple[EvidenceSpan, ...]
    known: tuple[Known, ...]
    coded: tuple[Coded, ...]

    def judgement(self, span: EvidenceSpan, *heads: str) -> Judgement | None:
        """Return the surest decision of these heads about a stretch that overlaps this one, ``None`` where there is none."""
        touching = (one for one in self.judgements if one.head in heads and one.other is None and one.span.overlaps(span))
        return max(touching, key=lambda one: one.sure, default=None)

    def pairs(self, span: EvidenceSpan, head: str) -> tuple[Judgement, ...]:
        """Return what was decided about this stretch and another one, in reading order."""
        return tuple(one for one in self.judgements if one.head == head and one.other is not None and one.span.overlaps(span))
