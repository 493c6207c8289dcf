"""Write a bundle, object by object, in flat memory."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from rashomon.exports.contract import Order
from rashomon.exports.graphs.stix.actors import actor_id, actor_object, place_object
from rashomon.exports.graphs.stix.claims import claims, disputes, tellings
from rashomon.exports.graphs.stix.events import Setting, event_object, event_places, event_ties
from rashomon.exports.graphs.stix.extension import definition, writer
from rashomon.exports.graphs.stix.ids import Stamp, stix_id
from rashomon.exports.graphs.stix.marks import marking
from rashomon.exports.graphs.stix.objects import Stix
from rashomon.exports.graphs.stix.reports import report
from rashomon.exports.graphs.stix.ties import tie_objects
from rashomon.exports.graphs.walk import Around, walk
from rashomon.exports.wording.catalogue import read_words
from rashomon.model.actors import Actor
from rashomon.model.marks import Mark
from rashomon.model.places import Place
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.actors import PublishedTie
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.publishing.kept import PublishedArticle


def write_stix(ledger: Ledger, target: Path, order: Order) -> tuple[Path, ...]:
    """Write the events of an order with all that belongs to them into ``target/stix-bundle.json``, and return that path.

    The file is written beside its place and put there when it is whole.
    """
    target.mkdir(parents=True, exist_ok=True)
    path = target / "stix-bundle.json"
    unfinished = path.with_suffix(".json.part")
    name = stix_id("bundle", ledger.linked_digest() or "", repr(order))
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(f'{{"type": "bundle", "id": "{name}", "objects": [')
        for n, made in enumerate(_objects(ledger, order)):
            file.write((",\n" if n else "\n") + json.dumps(made, ensure_ascii=False, separators=(",", ":")))
        file.write("\n]}\n")
    unfinished.replace(path)
    return (path,)


def _objects(ledger: Ledger, order: Order) -> Iterator[Stix]:
    """Yield first what all others point at, then all others."""
    clearance = order.selection.clearance
    yield writer(clearance)
    yield definition()
    yield from (marking(mark) for mark in Mark if mark.within(clearance))
    yield from walk(ledger, order, _Stix(ledger, order))


class _Stix:
    """Shapes things as STIX objects. Keeps to `rashomon.exports.graphs.walk.Shape`."""

    def __init__(self, ledger: Ledger, order: Order) -> None:
        self._say = read_words()
        self._aggregation = order.aggregation
        self._decisions: dict[str, str] = {}
        for decision in ledger.decisions():
            self._decisions[decision.target] = max(decision.when, self._decisions.get(decision.target, ""))

    def place(self, place: Place) -> Iterable[Stix]:
        """Return a location where STIX can hold one."""
        made = place_object(place, Stamp())
        return () if made is None else (made,)

    def event(self, event: PublishedEvent, around: Around) -> Iterator[Stix]:
        """Yield an incident or grouping, and what is said about it."""
        setting = Setting(self._say, self._aggregation, around.kept, around.actors, self._decisions)
        yield event_object(event, setting, _members(event, setting))
        made = chain(event_ties(event, setting), tellings(event, setting), claims(event, setting), disputes(event, setting))
        yield from {one["id"]: one for one in made}.values()  # an article may read the same claim twice

    def actor(self, actor: Actor, grade: str | None) -> Iterable[Stix]:
        """Return a threat actor or an identity."""
        return (actor_object(actor, Stamp(), grade),)

    def tie(self, tie: PublishedTie, actors: Mapping[str, Actor], grades: Mapping[str, str]) -> Iterable[Stix]:
        """Return a relationship, a note for a tie that is only denied."""
        return tie_objects(tie, actors, Stamp(), grades)

    def article(self, published: PublishedArticle, told: Iterable[tuple[str, bool]], grade: str | None) -> Iterable[Stix]:
        """Return a report on the events it tells; an article that only states ties stands with them."""
        about = [stix_id("grouping" if unreal else "incident", one) for one, unreal in told]
        return (report(published, about, grade),) if about else ()


def _members(event: PublishedEvent, setting: Setting) -> list[str]:
    """Return what a grouping names: the actors and places of the event, and the reports that tell it."""
    who = [actor_id(setting.actors[one]) for one in event.actors if one in setting.actors]
    where = [made["id"] for made in event_places(event).values()]
    reports = [stix_id("report", view.article.id) for view in event.told.accounts]
    return list(dict.fromkeys(who + where + reports))
