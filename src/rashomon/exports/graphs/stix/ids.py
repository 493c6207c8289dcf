"""Ids and times of STIX objects: made of the ledger's own, so that the same ledger gives the same bytes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID, uuid5

from rashomon.model.marks import Mark
from rashomon.store.publishing.kept import Kept

#: The namespace of all ids that are made here.
NAMESPACE = UUID("6d1c3f0e-5f0b-5c39-9a4e-0d6a7f7b2a51")
_BETWEEN = "\x1f"
#: When what has no time of its own (actors, places, what the ledger says of itself) was created.
EPOCH = "2026-01-01T00:00:00.000Z"


def stix_id(kind: str, *parts: str) -> str:
    """Return the id of an object by its type and what makes it itself: a UUID of version 5.

    >>> stix_id("incident", "evt-1") == stix_id("incident", "evt-1"), stix_id("incident", "evt-1")[:10]
    (True, 'incident--')
    """
    return f"{kind}--{uuid5(NAMESPACE, _BETWEEN.join(parts))}"


def moment(stated: str) -> str:
    """Return an ISO time as STIX writes it; one without a zone is UTC.

    >>> moment("2031-03-05T08:00:00+00:00")
    '2031-03-05T08:00:00.000Z'
    """
    read = datetime.fromisoformat(stated)
    exact = (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    return f"{exact:%Y-%m-%dT%H:%M:%S}.{exact.microsecond // 1000:03}Z"


def first_moment(day: date) -> str:
    """Return the first moment of a day."""
    return moment(datetime.combine(day, time.min).isoformat())


def last_moment(day: date) -> str:
    """Return the last moment of a day, which is always after its first."""
    return moment(datetime.combine(day, time(23, 59, 59, 999000)).isoformat())


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an object was created and last changed, and how far it may be shared (the strictest mark of what it rests on)."""

    created: str = EPOCH
    modified: str = EPOCH
    mark: Mark | None = None


def stamp_of(kept: Iterable[Kept], begun: Kept | None = None, decided: Iterable[str] = ()) -> Stamp:
    """Return the stamp of an object that rests on these articles.

    Args:
        kept: where they come from.

        begun: the one that gives it its id, and so its creation; ``None`` is the earliest.

        decided: when people decided on it.
    """
    several = tuple(kept)
    taken = sorted(moment(one.capture.taken_at) for one in several)
    marks = [one.mark for one in several if one.mark is not None]
    created = taken[0] if begun is None and taken else EPOCH if begun is None else moment(begun.capture.taken_at)
    return Stamp(created, max((created, *taken, *map(moment, decided))), max(marks, key=list(Mark).index, default=None))


def decided_on(decisions: Mapping[str, str], *targets: str) -> tuple[str, ...]:
    """Return when people last decided on each of these, where they did."""
    return tuple(decisions[target] for target in targets if target in decisions)
