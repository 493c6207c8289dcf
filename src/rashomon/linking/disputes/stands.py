"""Sides of a dispute that no single event holds: who holds what about which issue, and who stands against whom."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rashomon.linking.disputes.statements import Statement
from rashomon.model.ledger import Contradiction, Reason
from rashomon.model.words import ContradictionKind, Severity

#: How many neighbours in time each side is compared with.
_WINDOW = 24
#: How many characters of somebody's words stand in a list.
_BRIEF = 90


@dataclass(frozen=True, slots=True)
class Stand:
    """One side: who holds it, in which words.

    Args:
        issue: what it is about; sides of other issues never meet.

        says: the side in short, as it is shown.

        names: what it comes down to: the names that are credited, or the one word for a cause.
    """

    issue: str
    says: str
    names: frozenset[str]
    statement: Statement

    @property
    def side(self) -> tuple[str, str]:
        """Return who holds what: one speaker takes one side once."""
        return self.statement.voice, self.says

    @property
    def brief(self) -> str:
        """Return the beginning of its words."""
        return brief(self.statement.words)


#: What a dispute is about, and the dispute. What is made of one issue depends on nothing but what is said on it.
Found = tuple[str, Contradiction]


class Taken:
    """The sides that articles take, each article looked at once.

    Args:
        sort: sort of issue, so that issues of two sorts are two.

        look: finds the sides that an article takes.
    """

    def __init__(self, sort: str, look: Callable[[str], Iterable[Stand]]) -> None:
        self._sort = sort
        self._look = look
        self._known: dict[str, tuple[Stand, ...]] = {}

    def of(self, article_ids: Iterable[str]) -> Iterator[Stand]:
        """Yield the sides that articles take."""
        for article_id in article_ids:
            if article_id not in self._known:
                self._known[article_id] = tuple(self._look(article_id))
            yield from self._known[article_id]

    def key(self, issue: str) -> str:
        """Return the name of an issue among those of all sorts."""
        return f"{self._sort}\x1f{issue}"

    def concerns(self, issue: str) -> bool:
        """Return whether an issue, by its name among those of all sorts, is of this sort."""
        return issue.startswith(self.key(""))

    def issues(self, article_id: str) -> frozenset[str]:
        """Return the issues on which an article takes a side."""
        return frozenset(self.key(stand.issue) for stand in self.of((article_id,)))


@dataclass(frozen=True, slots=True)
class Happened:
    """What is known of events: the event of each account, and titles."""

    event_of: Mapping[str, str]
    titles: Mapping[str, str]


def brief(words: str) -> str:
    """Return the beginning of some words, in one line."""
    return textwrap.shorten(words, _BRIEF, placeholder="…")


def own_issue(article_id: str) -> str:
    """Return the issue of what an article says by itself, whatever others say."""
    return f"article\x1f{article_id}"


Clash = Callable[[Stand, Stand], bool]


def by_issue(stands: Iterable[Stand]) -> dict[str, list[Stand]]:
    """Return the sides by issue, issues sorted, sides earliest first."""
    gathered: dict[str, list[Stand]] = {}
    for stand in sorted(stands, key=_in_time):
        gathered.setdefault(stand.issue, []).append(stand)
    return {issue: gathered[issue] for issue in sorted(gathered)}


def _in_time(stand: Stand) -> tuple[str, str, int, str]:
    day = stand.statement.day
    return day.isoformat() if day is not None else "9999", stand.statement.article_id, stand.statement.span.start, stand.says


def within(one: Stand, other: Stand, days: int) -> bool:
    """Return whether the articles are at most so many days apart, as far as they are dated."""
    ours, theirs = one.statement.day, other.statement.day
    return ours is None or theirs is None or abs(ours - theirs) <= timedelta(days=days)


def opposed(stands: Sequence[Stand], clash: Clash) -> list[Stand]:
    """Return the sides that another of the next ones stands against, in the order given."""
    found: set[int] = set()
    for at, one in enumerate(stands):
        for further, other in enumerate(stands[at + 1 : at + 1 + _WINDOW], at + 1):
            if clash(one, other):
                found |= {at, further}
    return [stands[at] for at in sorted(found)]


def clashing(stands: Sequence[Stand], clash: Clash) -> list[Stand]:
    """Return the sides that another stands against, in the order given, each speaker's side once."""
    return once(opposed(stands, clash))


def once(sides: Iterable[Stand]) -> list[Stand]:
    """Return each speaker's side once, as first taken."""
    kept: dict[tuple[str, str], Stand] = {}
    for side in sides:
        kept.setdefault(side.side, side)
    return list(kept.values())


def dispute(
    kind: ContradictionKind, severity: Severity, topic: str, sides: Sequence[Stand], why: str, event_id: str | None = None
) -> Contradiction:
    """Return the contradiction between sides."""
    positions = tuple(side.statement.position(side.says) for side in sides)
    return Contradiction(kind, severity, topic, positions, event_id, (Reason(str(kind), 1.0, why),))
