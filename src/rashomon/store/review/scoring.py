"""How doubtful and how important an event is, with the reasons a person is shown. Numbers between 0 and 1.

Doubt is that at least one of the reasons is right, as if they were independent; importance is a sum of shares. Newness counts
from the newest event of the ledger, never from the clock, so that the same ledger has the same queue.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rashomon.model.ids import content_id
from rashomon.model.ledger import Event
from rashomon.model.words import ATTACKS, Status
from rashomon.store.review.views import Doubt

#: A join at or above this score is not doubtful.
_SURE_JOIN = 0.8
#: So many killed, accounts and days make the whole of their share.
_MANY_KILLED, _MANY_ACCOUNTS, _OLD = 100, 12, 365
_SHARES = {"toll": 0.35, "spread": 0.25, "disputed": 0.2, "new": 0.2}


@dataclass(frozen=True, slots=True)
class Signs:
    """What the whole ledger says about one event: alarms, actors that no list holds, accounts that readers differ on."""

    alarms: int = 0
    unlisted: int = 0
    differing: int = 0


@dataclass(frozen=True, slots=True)
class Scored:
    """An event's doubt, importance and place, each with its reasons, strongest first."""

    doubt: float
    weight: float
    reasons: tuple[Doubt, ...]

    @property
    def rank(self) -> float:
        """Return the place in the queue, highest first: doubt and importance count alike."""
        return round((self.doubt + self.weight) / 2, 4)


def scored(event: Event, signs: Signs, newest: date | None) -> Scored:
    """Return how doubtful and how important an event is.

    Args:
        event: the event.

        signs: what the ledger says about it.

        newest: the day of the newest event of the ledger.
    """
    doubts = tuple(_doubts(event, signs))
    weights = tuple(_weights(event, newest))
    doubt = 1 - math.prod(1 - one.score for one in doubts)
    weight = sum(_SHARES[one.feature] * one.score for one in weights)
    reasons = sorted((*doubts, *weights), key=lambda one: (-one.score, one.feature))
    return Scored(round(doubt, 4), round(weight, 4), tuple(one for one in reasons if one.score > 0))


def _doubts(event: Event, signs: Signs) -> Iterable[Doubt]:
    if signs.alarms:
        yield Doubt("contradicted", min(0.9, 0.5 + 0.1 * signs.alarms), str(signs.alarms))
    if signs.differing:
        yield Doubt("readers_differ", 0.4, str(signs.differing))
    weakest = min((join.score for join in event.joins), default=1.0)
    if weakest < _SURE_JOIN:
        yield Doubt("loosely_joined", round(min(0.8, 1 - weakest), 4), f"{weakest:.2f}")
    if event.type in ATTACKS and not event.agents:
        yield Doubt("nobody_named", 0.3)
    elif signs.unlisted:
        yield Doubt("unlisted_actor", 0.25, str(signs.unlisted))
    if not event.places:
        yield Doubt("no_place", 0.2)
    if not event.dates:
        yield Doubt("no_date", 0.3)
    if len(event.types) > 1:
        yield Doubt("several_types", 0.2, str(len(event.types)))
    if len(event.roots) == 1 and event.status in (Status.CLAIMED, Status.ALLEGED):
        yield Doubt("one_root", 0.15)


def _weights(event: Event, newest: date | None) -> Iterable[Doubt]:
    most = max((support.value.high or support.value.low or 0 for support in event.killed), default=0)
    if most:
        yield Doubt("toll", min(1.0, math.log1p(most) / math.log1p(_MANY_KILLED)), f"{most:g}")
    if len(event.accounts) > 1:
        yield Doubt("spread", min(1.0, math.log(len(event.accounts)) / math.log(_MANY_ACCOUNTS)), str(len(event.accounts)))
    if event.status in (Status.DISPUTED, Status.DENIED):
        yield Doubt("disputed", 1.0)
    day = day_of(event)
    if day is not None and newest is not None and (newest - day).days < _OLD:
        yield Doubt("new", 1 - (newest - day).days / _OLD, str((newest - day).days))


def day_of(event: Event) -> date | None:
    """Return the first day of an event, else its last; ``None`` where it has no date."""
    return None if event.date is None else event.date.first or event.date.last


def version_of(event: Event) -> str:
    """Return a digest of what a person accepts: the accounts and the values they give."""
    named = [(support.value, support.accounts) for support in (*event.types, *event.statuses)]
    ranges = [(str(support.value), support.accounts) for support in event.dates]
    ranges += [(str(support.value), support.accounts) for support in (*event.killed, *event.injured)]
    return content_id("ver", *sorted(event.accounts), *sorted(map(str, named)), *sorted(map(str, ranges)))
