"""Join the steps of linking. A pure function: the same sources, lists and decisions give the same result, in any order."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.linking.actors.actors import ActorLinker
from rashomon.linking.cast import Cast
from rashomon.linking.contract import Gazetteer, Registry, Source
from rashomon.linking.copies.copies import find_copies
from rashomon.linking.corrections.readings import replayed
from rashomon.linking.corrections.touching import relinked
from rashomon.linking.counterparts import counterparts
from rashomon.linking.decisions import Corrections, corrections, pairs_together
from rashomon.linking.disputes.contradictions import find_contradictions
from rashomon.linking.disputes.disputes import Disputes
from rashomon.linking.events.events import EventMaker
from rashomon.linking.events.joins import attached, forced, joins
from rashomon.linking.events.merging import gather
from rashomon.linking.events.tellings import Telling, tell
from rashomon.linking.figures.series import find_series
from rashomon.linking.figures.tolls import Tolls, figures_of
from rashomon.linking.places.places import PlaceLinker
from rashomon.linking.scenes import Scene, scene_of
from rashomon.linking.sources.resting import Resting
from rashomon.linking.sources.roots import Roots
from rashomon.model.decisions import Decision
from rashomon.model.ledger import Contradiction, Copy, Event, Linked
from rashomon.model.reading import Figure


def _scenes(sources: Iterable[Source], gazetteer: Gazetteer) -> tuple[Scene, ...]:
    by_id = {source.article.id: source for source in sorted(sources, key=lambda source: source.reading.reader)}
    return tuple(scene_of(by_id[key], gazetteer) for key in sorted(by_id))


def _events(
    cast: Cast,
    roots: Roots,
    retold: Mapping[str, str],
    decided: Corrections,
    figures: Mapping[str, tuple[Figure, ...]],
    disputes: Disputes,
) -> tuple[tuple[Event, tuple[Telling, ...]], ...]:
    """Events with their accounts, by event id."""
    tellings = tell(cast, roots, decided.rejected)
    merged = tuple(pairs_together(decided, (telling.id for telling in tellings)))
    settled = decided.alone.union(*merged)
    explained = {only: told for told, only in disputes.together if only not in settled}
    groups = gather(tuple(telling for telling in tellings if telling.id not in explained), retold, merged, decided.alone)
    groups = tuple(map(Resting(cast, roots).settled, attached(groups, tellings, explained)))
    maker = EventMaker(cast, figures, disputes.explaining)
    pairs = forced(retold, merged, disputes.together)
    made = ((maker.make(group), group) for group in groups)
    joined = ((replace(event, joins=joins(group, event.accounts, pairs)), group) for event, group in made)
    return tuple(sorted(joined, key=lambda pair: pair[0].id))


def _of_others(cast: Cast, copies: Iterable[Copy]) -> frozenset[str]:
    """Ids of articles that repeat what another outlet wrote; an outlet that repeats itself has a newer version."""
    ends = ((cast.article(copy.article_id), cast.article(copy.original_id)) for copy in copies)
    return frozenset(ours.id for ours, theirs in ends if ours.outlet is None or ours.outlet != theirs.outlet)


def _sorted(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    by_id = {one.id: one for one in found}
    return tuple(by_id[key] for key in sorted(by_id))


def link(sources: Iterable[Source], registry: Registry, gazetteer: Gazetteer, decisions: Iterable[Decision] = ()) -> Linked:
    """Return everything that follows from the sources together.

    Args:
        sources: articles with their readings, in any order; of two readings of one article the greater reader's counts.
        registry: what is known of actors and outlets.
        gazetteer: what is known of places.
        decisions: what people decided, in any order.
    """
    scenes = _scenes(replayed(sources, decisions := tuple(decisions)), gazetteer)
    decided = corrections(relinked(decisions, (scene.source for scene in scenes)))
    copies = find_copies((scene.source.article for scene in scenes), registry, decided.no_copies)
    places = PlaceLinker(gazetteer).link(scenes)
    actors, actor_links = ActorLinker(registry, gazetteer, decided).link(scenes)
    cast = Cast(scenes, actors, actor_links, places)
    retold, figures = counterparts(cast.scenes, copies), figures_of(scenes)
    roots = Roots(cast, registry, copies, retold)
    disputes = Disputes(cast, roots, others := _of_others(cast, copies))
    events = _events(cast, roots, retold, decided, figures, disputes)
    series, clashes = find_series(cast, tolls := Tolls(cast, roots, figures), copies)
    clashes += find_contradictions(cast, tolls, roots, events, others, disputes.explaining)
    clashes += disputes.find([event for event, _ in events], tolls)
    return Linked(
        actors=actors,
        places=tuple(places.places[key] for key in sorted(places.places)),
        actor_links=actor_links,
        place_links=places.links,
        copies=copies,
        roots=roots.listed({telling.id: telling.origin for _, group in events for telling in group}),
        events=tuple(event for event, _ in events),
        contradictions=_sorted(clashes),
        series=series,
    )
