"""The last part of a run, joined: what must be made anew, and what that changes in the ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.linking.disputes.stands import own_issue
from rashomon.linking.events.tellings import Telling
from rashomon.linking.figures.entries import Entry
from rashomon.linking.relinking.contract import Change
from rashomon.linking.relinking.gathering import Gathering
from rashomon.linking.relinking.issues import Found
from rashomon.linking.relinking.known import Known
from rashomon.linking.relinking.looking import Looking
from rashomon.linking.relinking.making import Clashes, Making, RootsKept, series_of
from rashomon.linking.relinking.outlines import Outline
from rashomon.linking.relinking.quantities import revived
from rashomon.linking.relinking.reaching import Reaching, of_figures, of_sort
from rashomon.linking.relinking.telling import Opened, Resolving
from rashomon.linking.sources.roots import Origin
from rashomon.model.ledger import Contradiction, Event, Root, Series

Made = tuple[tuple[Event, tuple[Telling, ...]], ...]
_Found = tuple[tuple[tuple[Contradiction, ...], frozenset[str]], tuple[tuple[Series, ...], frozenset[str]]]


class Finishing:
    """Makes anew what a run has reached.

    Args:
        known: the articles.

        gathering: the happenings, before and now.

        looking: links and copies.

        opened: the articles that are touched.

        resolving: the accounts of those, and how rare terms are.
    """

    def __init__(self, known: Known, gathering: Gathering, looking: Looking, opened: Opened, resolving: Resolving) -> None:
        self._known = known
        self._resolving = resolving
        self._gathering = gathering
        self._looking = looking
        self._opened = opened
        self._clashes = Found(known.memory.value("clashes"))
        self._series = Found(known.memory.value("series"))
        self._roots = RootsKept(known.memory.value("roots"))

    def change(self, touched: frozenset[str]) -> Change:
        """Return what is to be changed in the ledger, but for what is remembered of articles."""
        known, now = self._known, self._gathering.now
        reaching = Reaching(known, self._gathering, (self._clashes, self._series))
        issues = reaching.issues(touched)
        events = reaching.events(touched) | (of_sort("event", issues) & now.members.keys())
        among = frozenset(reaching.articles(touched, events, issues))
        inside = among <= self._opened.cast.scenes.keys()
        opened = self._opened if inside else Opened(known, among, self._looking.copies)
        making = Making(known, opened, self._resolving.rarities, self._gathering.decided.merged, self._resolving.told)
        made = making.events(now.members[key] for key in sorted(events))
        gone = frozenset(self._gathering.before.members.keys() - now.members.keys())
        looked_at = issues | {f"event\x1f{key}" for key in events | gone} | set(map(own_issue, touched | known.gone))
        roots = self._roots.settle(frozenset(self._gathering.article_of), self._origins(touched, events, making))
        asked = {key: (known.now[key].issues | {own_issue(key)}) & looked_at for key in sorted(among)}
        clashes = making.clashes(made, now.event_of, asked)
        found = self._found(clashes, of_figures(issues), looked_at)
        change = self._change(touched, tuple(event for event, _ in made), gone)
        return self._with(change, roots, found)

    def _origins(self, touched: frozenset[str], events: set[str], making: Making) -> dict[str, Origin]:
        own = (account for key in touched for account in self._known.now[key].accounts)
        told = (account for key in events for account in self._gathering.now.members[key])
        return {account: making.origin(account) for account in (*own, *told)}

    def _found(self, found: Clashes, quantities: set[str], looked_at: set[str]) -> _Found:
        """Settle what was found on the issues that were looked at, quantities of which figures are given among them."""
        series, of_figures = series_of(entry for entry in self._figures(quantities) if entry.quantity in quantities)
        clashes: dict[str, list[Contradiction]] = {issue: list(own) for issue, own in of_figures.items()}
        for issue, own in found.items():
            clashes.setdefault(issue, []).extend(own)
        return self._clashes.settle(looked_at, clashes), self._series.settle(looked_at, series)

    def _figures(self, quantities: set[str]) -> Iterator[Entry]:
        """Yield the figures of the articles that give some of these quantities, by article: of this run, or as they were kept."""
        own = self._resolving.figures
        chosen = self._known.giving(quantities)
        kept = self._known.memory.tellings(sorted(chosen - own.keys()))
        for key in sorted(chosen):
            yield from own[key] if key in own else revived(key, kept[key].partition("\n")[2])

    def _change(self, touched: frozenset[str], events: tuple[Event, ...], gone: frozenset[str]) -> Change:
        known, looking = self._known, self._looking
        was, now = _named(known.before.values()), _named(known.now.values())
        others = {actor.id for actor in looking.other}
        actors = tuple(known.actor(key) for key in sorted((now[0] - was[0]) | (others & now[0])))
        places = tuple(looking.placed.places[key] for key in sorted(looking.placed.places.keys() - was[1]))
        return Change(
            whole=not known.before,
            articles=tuple(sorted(touched)),
            lost=tuple(sorted(known.gone)),
            actors=actors,
            everybody=tuple(known.actor(key) for key in sorted(now[0])),
            places=places,
            actor_links=looking.links,
            place_links=looking.placed.links,
            copies=looking.copies,
            events=events,
            gone={"events": gone, "actors": frozenset(was[0] - now[0]), "places": frozenset(was[1] - now[1])},
        )

    def _with(self, change: Change, roots: tuple[tuple[Root, ...], frozenset[str]], found: _Found) -> Change:
        (clashes, no_clashes), (series, no_series) = found
        return replace(
            change,
            roots=roots[0],
            contradictions=clashes,
            series=series,
            gone=dict(change.gone) | {"roots": roots[1], "contradictions": no_clashes, "series": no_series},
            values={"clashes": self._clashes.text, "series": self._series.text, "roots": self._roots.text},
        )


def _named(outlines: Iterable[Outline]) -> tuple[set[str], set[str]]:
    """Return the ids of all actors and places that articles name."""
    actors: set[str] = set()
    places: set[str] = set()
    for outline in outlines:
        actors.update(outline.links.values())
        places |= outline.place_ids
    return actors, places
