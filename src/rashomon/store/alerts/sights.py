"""What deciding looks at: values only, as far as the watch may see them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.model.ranges import Range
from rashomon.store.alerts.contract import Words


@dataclass(frozen=True, slots=True)
class Telling:
    """One account of an event.

    Args:
        account: its id.

        fresh: it came since the watch looked last, by an article of which no version told anything before.

        threads: what it is known by should it be read anew: the versions of its article, each with its type.

        root: the id of the root it goes back to.

        words: its evidence; ``words.source`` is the root's name.
    """

    account: str
    fresh: bool
    threads: tuple[str, ...]
    root: str
    words: Words


@dataclass(frozen=True, slots=True)
class Toll:
    """A version of a toll: of what (killed, injured), how many, the accounts that give it, and the sentences with the number."""

    what: str
    value: Range
    accounts: tuple[str, ...]
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: who says what, where, and whether its article came since the watch looked last.

    ``subjects`` are the accounts of the event in that article, with what else they are known by; else the article.
    """

    says: str
    fresh: bool
    words: Words
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction; ``new`` where the log has it as one that did not grow out of another."""

    kind: str
    severity: str
    topic: str
    sides: tuple[Side, ...]
    new: bool


@dataclass(frozen=True, slots=True)
class Reversal:
    """What an actor said of the event and denied later; ``fresh`` where the denial's article came since."""

    actor: str
    before: Words
    after: Words
    fresh: bool


@dataclass(frozen=True, slots=True)
class EventSight:
    """An event that something happened to since the watch looked last.

    Args:
        tellings: its accounts that may be shared.

        risen: of tolls that changed, how many roots gave each version before: by what is counted, pairs of value and roots.
    """

    title: str
    status: str
    tellings: tuple[Telling, ...]
    tolls: tuple[Toll, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    reversals: tuple[Reversal, ...] = ()
    risen: Mapping[str, tuple[tuple[Range, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FactSight:
    """Something that stands so now and is told once: a count reached, a series' value, a silent source, a deadline passed.

    Args:
        key: what it is, whatever becomes of ids.

        says: it in one sentence.

        also: what else it is known by, should its key be worded otherwise (by a new alias of who is meant).
    """

    key: str
    title: str
    says: str
    path: str
    words: tuple[Words, ...] = ()
    sources: tuple[str, ...] = ()
    roots: int = 0
    also: tuple[str, ...] = ()

    @property
    def marks(self) -> frozenset[tuple[str, str]]:
        """The marks to keep of it once it is told."""
        return frozenset((subject, "") for subject in (self.key, *self.also))


@dataclass(frozen=True, slots=True)
class Sight:
    """All that one watch sees.

    Args:
        upto: the number of the last change that is in it.

        told: what the watch was told before, as pairs of subject and mark.

        rest: events that changed too and are not in it, as they are too many at once.
    """

    upto: int
    events: tuple[EventSight, ...] = ()
    facts: tuple[FactSight, ...] = ()
    told: frozenset[tuple[str, str]] = frozenset()
    rest: int = 0
