"""An event as an incident with who, where and what is said about it; what nobody says has happened is no incident."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from rashomon.exports.coded.choosing import Chosen, choose
from rashomon.exports.contract import Aggregation
from rashomon.exports.graphs.gathered import is_unreal
from rashomon.exports.graphs.said import BY_MACHINE, articles_of, credibility, event_words
from rashomon.exports.graphs.stix.actors import actor_id, place_object
from rashomon.exports.graphs.stix.ids import Stamp, decided_on, stamp_of, stix_id
from rashomon.exports.graphs.stix.objects import Cited, Stix, evidence, named, references, relationship, stix_object
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.actors import Actor
from rashomon.model.ledger import DateSupport, NameSupport, RangeSupport
from rashomon.model.ranges import Range
from rashomon.model.words import ATTACKS, Status
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.publishing.kept import Kept
from rashomon.store.views import FigureView

#: What an Admiralty credibility is as a STIX confidence (its appendix A).
CONFIDENCE: Mapping[int | None, int | None] = {None: None, 2: 70, 4: 30}
#: Statuses of events that are put down to nobody, whoever tells them as fact.
_IN_DOUBT = frozenset({Status.DISPUTED, Status.DENIED})
#: How whoever is said to have done it is tied to it, by the strongest status of the accounts that say so; none: not at all.
_BLAME = ((Status.ASSERTED, "attributed-to"), (Status.CLAIMED, "claims-responsibility-for"), (Status.ALLEGED, "accused-of"))


@dataclass(frozen=True, slots=True)
class Setting:
    """What all objects of a bundle are made with.

    Args:
        kept: where the articles at hand come from, by their ids.

        actors: the actors at hand that may be named, by id.

        decisions: when people last decided on something, by its id.
    """

    say: Catalogue
    aggregation: Aggregation
    kept: Mapping[str, Kept]
    actors: Mapping[str, Actor]
    decisions: Mapping[str, str]

    def stamp(self, article_ids: Iterable[str], *targets: str, begun: str | None = None) -> Stamp:
        """Return the stamp of what rests on these articles and people decided on as ``targets``."""
        several = [self.kept[one] for one in article_ids if one in self.kept]
        return stamp_of(several, self.kept.get(begun or ""), decided_on(self.decisions, *targets))


def event_type(event: PublishedEvent) -> str:
    """Return the STIX type of an event."""
    return "grouping" if is_unreal(event) else "incident"


def event_id(event: PublishedEvent) -> str:
    """Return the id of an event's object."""
    return stix_id(event_type(event), event.told.line.id)


def event_stamp(event: PublishedEvent, setting: Setting) -> Stamp:
    """Return an event's stamp: it begins with the account that gives it its id."""
    accounts = {view.account.id: view.article.id for view in event.told.accounts}
    begun = accounts[min(accounts)] if accounts else None
    return setting.stamp(articles_of(event), event.told.line.id, *accounts, begun=begun)


def event_object(event: PublishedEvent, setting: Setting, members: Iterable[str]) -> Stix:
    """Return an event's own object; ``members`` are the ids of what belongs to it, which a grouping must name."""
    line, told = event.told.line, event.told.event
    words = " ".join((*event_words(event, setting.say), BY_MACHINE))
    cited = [(view.article, view.quote) for view in event.told.accounts]
    kind = event_type(event)
    unreal = {"context": f"{line.status}-event", "object_refs": list(members)} if kind == "grouping" else {}
    return stix_object(
        kind,
        line.id,
        event_stamp(event, setting),
        line.id,
        {**_values(event, setting), "evidence": evidence(cited, event.grades)},
        name=named(line.title),
        description=words,
        confidence=CONFIDENCE[credibility(event)],
        labels=["machine-read", told.type.value, f"status:{line.status}", *(["contradicted"] if line.alarms else [])],
        external_references=references(cited, setting.kept),
        **unreal,
    )


def _values(event: PublishedEvent, setting: Setting) -> Stix:
    line, told, sources = event.told.line, event.told.event, event.told.sources
    return {
        "says": told.type.value,
        "status": line.status,
        "aggregation": setting.aggregation.value,
        "chosen": _chosen(choose(event, setting.aggregation)),
        "dates": [_version(one, sources) for one in told.dates],
        "killed": [_version(one, sources) for one in told.killed],
        "injured": [_version(one, sources) for one in told.injured],
        "figures": [_figure(view) for view in event.figures],
        "roots": sorted(set(sources.values())),
        "independent_roots": line.independent,
        "contradictions": line.alarms,
    }


def _chosen(chosen: Chosen) -> Stix:
    """Return the values that the aggregation takes; what no account gives is left out."""
    values = {
        "type": chosen.kind.value,
        "date": None if chosen.date is None else str(chosen.date),
        "place": None if chosen.place is None else chosen.place.name,
        "killed": None if chosen.killed is None else asdict(chosen.killed),
        "injured": None if chosen.injured is None else asdict(chosen.injured),
    }
    return {name: value for name, value in values.items() if value is not None}


def _figure(view: FigureView) -> Stix:
    figure = view.figure
    stated = {
        "figure": figure.id,
        "account": figure.account,
        "counts": figure.kind.value,
        "low": figure.value.low,
        "high": figure.value.high,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "period": None if figure.period is None else str(figure.period),
        "as_of": None if figure.as_of is None else str(figure.as_of),
        "cumulative": figure.cumulative,
        "source": view.source.name,
        "words": view.quote.words,
    }
    return {name: value for name, value in stated.items() if value is not None}


def _version(one: DateSupport | RangeSupport, sources: Mapping[str, str]) -> Stix:
    names = sorted({sources[account] for account in one.accounts if account in sources})
    said: Stix = {"accounts": list(one.accounts), "roots": names}
    if not isinstance(one.value, Range):
        return {"value": str(one.value), **said}
    ends = {"low": one.value.low, "high": one.value.high}
    return {**{name: value for name, value in ends.items() if value is not None}, **said}


def event_places(event: PublishedEvent) -> dict[str, Stix]:
    """Return the places of an event that STIX can hold, by id."""
    made = {place.id: place_object(place, Stamp()) for place in event.places.values()}
    return {place: one for place, one in made.items() if one is not None}


def event_ties(event: PublishedEvent, setting: Setting) -> Iterator[Stix]:
    """Yield who did it, to whom and where, each as far as the accounts say so; private persons are nobody here."""
    if event_type(event) != "incident":
        return
    target, where = event_id(event), event_places(event)
    for support in event.told.event.agents:
        kind = _agent(event, support)
        if kind is not None and support.value in setting.actors:
            whose = actor_id(setting.actors[support.value])
            ends = (target, kind, whose) if kind in {"attributed-to", "related-to"} else (whose, kind, target)
            yield _tie(event, setting, support, ends, "agent")
    for support in event.told.event.patients:
        if support.value in setting.actors:
            kind = "targets" if event.told.event.type in ATTACKS else "related-to"
            yield _tie(event, setting, support, (target, kind, actor_id(setting.actors[support.value])), "patient")
    for support in event.told.event.places:
        if support.value in where:
            yield _tie(event, setting, support, (target, "occurred-at", where[support.value]["id"]), "place")


def _agent(event: PublishedEvent, support: NameSupport) -> str | None:
    """Return how an agent is tied to the event: what is only denied ties nobody to it, and a meeting is blamed on nobody."""
    told = {view.account.status for view in event.told.accounts if view.account.id in support.accounts}
    strongest = next((kind for status, kind in _BLAME if status in told), "accused-of" if Status.DISPUTED in told else None)
    if strongest == "attributed-to" and event.told.line.status in _IN_DOUBT:
        strongest = "accused-of"
    return strongest if strongest is None or event.told.event.type in ATTACKS else "related-to"


def _tie(event: PublishedEvent, setting: Setting, support: NameSupport, ends: tuple[str, str, str], role: str) -> Stix:
    """Return a tie of an event with the words of the accounts that state it."""
    telling = [view for view in event.told.accounts if view.account.id in support.accounts]
    cited: list[Cited] = [(view.article, view.quote) for view in telling]
    roots = sorted({event.told.sources[one] for one in support.accounts if one in event.told.sources})
    statuses = list(dict.fromkeys(setting.say.code("status_word", view.account.status) for view in telling))
    return relationship(
        event.told.line.id,
        role,
        setting.stamp((line.id for line, _ in cited), event.told.line.id),
        {"role": role, "status": event.told.line.status, "roots": roots, "evidence": evidence(cited, event.grades)},
        ends,
        description=f"{role.capitalize()}, {'; '.join(statuses)}, according to {', '.join(roots)}.",
        confidence=CONFIDENCE[credibility(event)],
        external_references=references(cited, setting.kept),
    )
