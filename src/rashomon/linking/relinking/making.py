"""The last part of a run: the events, roots, contradictions and series that must be made anew."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.linking.disputes.contradictions import find_contradictions
from rashomon.linking.disputes.stands import Happened
from rashomon.linking.events.events import EventMaker
from rashomon.linking.events.joins import forced, joins
from rashomon.linking.events.tellings import Telling, terms_of, told_in
from rashomon.linking.figures.entries import Entry
from rashomon.linking.figures.series import find_series
from rashomon.linking.relinking.known import Known
from rashomon.linking.relinking.telling import Opened
from rashomon.linking.sources.resting import Resting
from rashomon.linking.sources.roots import Origin
from rashomon.linking.stories.stories import Rarities
from rashomon.model.ledger import Contradiction, Event, Root, Series
from rashomon.model.words import RootKind

Clashes = Mapping[str, list[Contradiction]]


class Making:
    """Makes events and what is said of them, from articles that are opened.

    Args:
        known: the articles.

        opened: those of all that is made.

        rarities: how rare terms are.

        merged: pairs of accounts that a person merged.

        told: the accounts that were resolved before, by id.
    """

    def __init__(
        self,
        known: Known,
        opened: Opened,
        rarities: Rarities,
        merged: Iterable[tuple[str, str]],
        told: Mapping[str, Telling],
    ) -> None:
        self._known = known
        self._opened = opened
        self._rarities = rarities
        self._resolved = told
        together = [pair for key in opened.cast.scenes for pair in known.now[key].together]
        self._explaining = frozenset(only for _, only in together)
        self._forced = forced(opened.retold, merged, together)
        self.origins: dict[str, Origin] = {}

    def events(self, groups: Iterable[tuple[str, ...]]) -> tuple[tuple[Event, tuple[Telling, ...]], ...]:
        """Return the events of groups of accounts, by id, each with its accounts."""
        listed = list(groups)
        told = self._told({key for group in listed for key in group})
        resting = Resting(self._opened.cast, self._opened.roots)
        maker = EventMaker(self._opened.cast, self._opened.figures, self._explaining, frozenset(self._opened.retold))
        made: list[tuple[Event, tuple[Telling, ...]]] = []
        for group in listed:
            settled = resting.settled(tuple(told[key] for key in group))
            self.origins.update((telling.id, telling.origin) for telling in settled)
            event = maker.make(settled)
            made.append((replace(event, joins=joins(settled, event.accounts, self._forced)), settled))
        return tuple(sorted(made, key=lambda pair: pair[0].id))

    def _told(self, accounts: set[str]) -> dict[str, Telling]:
        told = {key: self._resolved[key] for key in accounts & self._resolved.keys()}
        missing, cast = accounts - told.keys(), self._opened.cast
        for key in cast.scenes:
            if not missing.isdisjoint(self._known.now[key].accounts):
                story = self._rarities.story(terms_of(cast, key))
                told.update((one.id, one) for one in told_in(cast, self._opened.roots, key, story) if one.id in missing)
        return told

    def clashes(
        self,
        events: tuple[tuple[Event, tuple[Telling, ...]], ...],
        event_of: Mapping[str, str],
        among: Mapping[str, frozenset[str]],
    ) -> Clashes:
        """Return the contradictions that are found, by issue.

        Args:
            events: those that were made, with their accounts.

            event_of: the event of each account of the ledger.

            among: the articles in which disputes are looked for, each with the issues that are asked about.
        """
        opened = self._opened
        happened = Happened(event_of, {event.id: event.title for event, _ in events})
        found: dict[str, list[Contradiction]] = {}
        of_events = find_contradictions(
            opened.cast, opened.tolls, opened.roots, opened.sides, events, opened.of_others, self._explaining
        )
        for issue, clash in (*of_events, *opened.disputes.find(happened, opened.tolls, among)):
            found.setdefault(issue, []).append(clash)
        return found

    def origin(self, account_id: str) -> Origin:
        """Return where an account's information comes from, beside others of its event where that was made."""
        return self.origins.get(account_id) or self._opened.roots.of[account_id]


def series_of(figures: Iterable[Entry]) -> tuple[Mapping[str, tuple[Series, ...]], Clashes]:
    """Return the series that are found, and the contradictions between figures, both by quantity."""
    found = list(find_series(figures))
    return {name: series for name, series, _ in found}, {name: list(clashes) for name, _, clashes in found}


class RootsKept:
    """Who stands behind each account, before and now.

    Args:
        kept: what `text` gave the last time, ``None`` at first.
    """

    def __init__(self, kept: str | None) -> None:
        origins, of = json.loads(kept) if kept is not None else ([], {})
        listed = [Origin(RootKind(kind), name, capture) for kind, name, capture in origins]
        self._was: dict[str, Origin] = {account: listed[number] for account, number in of.items()}
        self._now = self._was

    def settle(self, standing: frozenset[str], origins: Mapping[str, Origin]) -> tuple[tuple[Root, ...], frozenset[str]]:
        """Take over what is known now; return the roots to put, and the ids of those that are no more.

        Args:
            standing: all accounts of now.

            origins: those that were found anew.
        """
        self._now = {account: origin for account, origin in self._was.items() if account in standing} | dict(origins)
        before, after = _gathered(self._was), _gathered(self._now)
        other = (origin.root(after[origin]) for origin in after if before.get(origin) != after[origin])
        gone = frozenset(origin.root_id for origin in before.keys() - after.keys())
        return tuple(sorted(other, key=lambda root: root.id)), gone

    @property
    def text(self) -> str:
        """Return what is to be given the next time."""
        listed = sorted(set(self._now.values()))
        at = {origin: number for number, origin in enumerate(listed)}
        plain = [[one.kind.value, one.name, one.capture] for one in listed]
        return json.dumps([plain, {account: at[origin] for account, origin in sorted(self._now.items())}], ensure_ascii=False)


def _gathered(of: Mapping[str, Origin]) -> dict[Origin, list[str]]:
    found: dict[Origin, list[str]] = {}
    for account in sorted(of):
        found.setdefault(of[account], []).append(account)
    return found
