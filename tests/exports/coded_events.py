"""Invented published events for tests of coded forms: one event with as many accounts as a test tells."""

from dataclasses import dataclass, field, replace
from typing import Any

from rashomon.exports.coded.acled import code
from rashomon.exports.coded.acled_rules import problems
from rashomon.exports.coded.writing import LeftOut, Setting
from rashomon.exports.contract import Aggregation
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import DateSupport, Event, NameSupport, RangeSupport, Root
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Filler
from rashomon.model.sources import EvidenceSpan, Outlet
from rashomon.model.words import ActorKind, EventType, MentionKind, PlacePrecision, Role, RootKind, Status
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import AccountView, ArticleLine, EventLine, Named, Quote

GAO = Place("Gao", "ML", PlacePrecision.TOWN, admin1="Gao Region", lat=16.27, lon=-0.04)
FRONT = Actor("Vale Front", ActorKind.ARMED_GROUP, country="ML", sectors=("REB",))
ARMY = Actor("Malian military", ActorKind.FORCE, country="ML", sectors=("MIL",))
STATE = Actor("Norland", ActorKind.STATE, country="NO")


@dataclass
class Said:
    """One account of the event: what it says and who prints it."""

    words: str = "A bomb killed 12 people in Gao on Monday."
    outlet: str | None = "Vale Courier"
    root: str = "Vale Front"
    status: Status = Status.CLAIMED
    killed: str | None = None
    title: str = "Twelve dead in Gao"
    patients: tuple[tuple[str, MentionKind], ...] = ()
    agents: tuple[tuple[str, MentionKind], ...] = ()


@dataclass
class Happening:
    """The event: its leading values, and its accounts."""

    kind: EventType = EventType.BOMBING
    status: Status = Status.CLAIMED
    dates: tuple[str, ...] = ("2031-03-03",)
    places: tuple[Place, ...] = (GAO,)
    agents: tuple[Actor, ...] = (FRONT,)
    patients: tuple[Actor, ...] = ()
    types: tuple[EventType, ...] = ()
    said: tuple[Said, ...] = field(default_factory=lambda: (Said(killed="12"),))


def _view(n: int, said: Said, kind: EventType) -> tuple[AccountView, dict[tuple[str, str], MentionKind]]:
    article = ArticleLine(f"art-{n}", said.title, stated_title=True, outlet=said.outlet, published="2031-03-04", url=None)
    span = EvidenceSpan(article.id, 0, len(said.words))
    roles = ((Role.AGENT, said.agents), (Role.PATIENT, said.patients))
    fillers = tuple(Filler(role, f"{role}{at}", span) for role, named in roles for at in range(len(named)))
    kinds = {(article.id, f"{role}{at}"): one[1] for role, named in roles for at, one in enumerate(named)}
    killed = None if said.killed is None else Range.parse(said.killed)
    account = Account(kind, said.status, EvidenceSpan(article.id, n, n + 1), span, fillers, killed=killed)
    agents, patients = (tuple(Named(words, words) for words, _ in named) for _, named in roles)
    root = Root(RootKind.SPEAKER, said.root, ())
    quote = Quote(article.id, 0, len(said.words), said.words, said.words)
    return AccountView(account, article, quote, agents, patients, (), (Named(said.root, said.root),), root), kinds


def published(happening: Happening) -> PublishedEvent:
    """Return the event as a ledger would publish it."""
    made = [_view(n, said, happening.kind) for n, said in enumerate(happening.said)]
    views = tuple(view for view, _ in made)
    ids = tuple(view.account.id for view in views)
    tolls: dict[str, list[str]] = {}
    for view, said in zip(views, happening.said, strict=True):
        if said.killed is not None:
            tolls.setdefault(said.killed, []).append(view.account.id)
    roots = tuple(sorted({view.root.id for view in views if view.root is not None}))
    event = Event(
        happening.kind,
        happening.status,
        "Bombing in Gao",
        ids,
        roots,
        types=tuple(NameSupport(kind.value, ids) for kind in happening.types or (happening.kind,)),
        dates=tuple(DateSupport(DateInterval.parse(one), ids) for one in happening.dates),
        places=tuple(NameSupport(place.id, ids) for place in happening.places),
        agents=tuple(NameSupport(actor.id, ids) for actor in happening.agents),
        patients=tuple(NameSupport(actor.id, ids) for actor in happening.patients),
        killed=tuple(RangeSupport(Range.parse(value), tuple(accounts)) for value, accounts in tolls.items()),
    )
    date = None if event.date is None else str(event.date)
    places = tuple(place.name for place in happening.places)
    line = EventLine(
        "evt-0000000000000abc", event.title, event.type, event.status, date, places, tuple(tolls), len(ids), len(roots), 0
    )
    return PublishedEvent(
        ToldEvent(line, event, views, ("ML",), {view.account.id: view.root.name for view in views if view.root is not None}),
        actors={actor.id: actor for actor in (*happening.agents, *happening.patients)},
        places={place.id: place for place in happening.places},
        grades={"Vale Courier": "B"},
        claims=(),
        contradictions=(),
        kinds={key: kind for _, kinds in made for key, kind in kinds.items()},
        taken={view.article.id: "2031-03-05T08:00:00+00:00" for view in views},
    )


def setting(aggregation: Aggregation = Aggregation.REPRESENTATIVE) -> Setting:
    """Return what coding goes by, with one listed outlet."""
    return Setting(aggregation, {"vale courier": Outlet("Vale Courier", country="ML")})


def row(happening: Happening, aggregation: Aggregation = Aggregation.REPRESENTATIVE, **changed: Any) -> dict[str, object]:
    """The event's row of ACLED, which keeps the format's rules. ``changed``: fields of the setting."""
    made = code(published(happening), replace(setting(aggregation), **changed))
    assert not isinstance(made, LeftOut), made
    assert list(problems(made)) == []
    return made
