"""What pages ask of the imagined ledger, answered from the imagined views."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.linking.sources.track_record import Case
from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Copy
from rashomon.model.places import Place
from rashomon.model.sources import Article, Grade, Outlet
from rashomon.model.words import ALARMS, ActorKind, CopyKind, OutletKind, PlacePrecision, Relation
from rashomon.store.evidence.views import Versions
from rashomon.store.pages.places import Where
from rashomon.store.pages.views import (
    CopyLine,
    CountedSeries,
    Disputed,
    Edge,
    Fared,
    MapView,
    NetworkView,
    Node,
    OutletLine,
    OutletView,
    OwnCount,
    Part,
    PlaceLine,
    Record,
    RolesByMonth,
    Sharing,
    TieEvidence,
)
from rashomon.store.views import ArticleLine, ArticleView, ClaimView, EventLine, SeriesView

HERALD_OUTLET = Outlet(
    "Harbour Herald", OutletKind.SITE, "Sarun Press", "SR", grades=(Grade("B", date(2031, 1, 1), "invented: corrects itself"),)
)
SARUN = Place("Port Sarun", "SR", PlacePrecision.TOWN, lat=-5.0, lon=-20.0)
NODES = (
    Node("act-front", "Tidewater Front", ActorKind.ARMED_GROUP, "SR", grown=True),
    Node("act-league", "Salt League", ActorKind.ARMED_GROUP, None, grown=False),
)
EDGE = Edge("act-front", Relation.ALLIED_WITH, "act-league", ("own list",), 2, "disputed", date(2031, 6, 1), None)


@dataclass
class ImaginedPages:
    """Answers as `rashomon.store.pages.contract.Pages`; ``empty`` of a ledger that holds nothing."""

    contradicted: tuple[Disputed, ...]
    copied: tuple[Copy, ...]
    views: tuple[ArticleView, ...]
    lines: Mapping[str, ArticleLine]
    told: tuple[SeriesView, ...]
    event: EventLine
    empty: bool = False

    def outlets(self, page: int) -> Part[OutletLine]:
        shown = () if self.empty else (OutletLine("Harbour Herald", 2, "2031-06-05", "2031-06-06", 1, HERALD_OUTLET),)
        return Part(shown, page, 100, len(shown))

    def outlet(self, name: str) -> OutletView:
        if name != "Harbour Herald":
            raise NotFoundError("outlet", name)
        share = Sharing("Echo", 1, (CopyKind.REWORDED,), tuple(self.lines)[:2])
        return OutletView(
            self.outlets(1).shown[0], self.speaker(name), (share,), (), ("Sarun Weekly",), tuple(self.lines.values())
        )

    def network(self, names: Sequence[str], day: date | None) -> NetworkView:
        return NetworkView(day, NODES, (EDGE,), (date(2031, 6, 1),)) if names else NetworkView(day, (), (), ())

    def tie(self, subject: str, relation: Relation, other: str) -> TieEvidence | None:
        return TieEvidence(*NODES, EDGE, ()) if (subject, other) == ("act-front", "act-league") else None

    def map(self, where: Where) -> MapView:
        months = (("2031-06", 3),)
        place = PlaceLine(SARUN.id, SARUN.name, "SR", SARUN.precision, SARUN.lat, SARUN.lon, months, 3, 1)
        return MapView(() if self.empty else (place,), ())

    def places(self, place_ids: Sequence[str]) -> Mapping[str, Place]:
        return {SARUN.id: SARUN} if SARUN.id in place_ids else {}

    def place(self, place_id: str, where: Where, page: int) -> tuple[Place, Part[EventLine]]:
        if place_id != SARUN.id:
            raise NotFoundError("place", place_id)
        return SARUN, Part((self.event,), page, 50, 1)

    def contradictions(self, kind: str | None, *, loud: bool, page: int) -> Part[Disputed]:
        found = [one for one in self.contradicted if kind in {None, one[0].kind} and (not loud or one[0].severity in ALARMS)]
        return Part(tuple(found) if page == 1 else (), page, 20, len(found))

    def contradiction_kinds(self, *, loud: bool) -> Mapping[str, int]:
        return Counter(one.kind.value for one, _ in self.contradicted if not loud or one.severity in ALARMS)

    def copies(self, page: int) -> Part[CopyLine]:
        held = [one for one in self.copied if one.article_id in self.lines and one.original_id in self.lines]
        shown = tuple(CopyLine(one, self.lines[one.article_id], self.lines[one.original_id]) for one in held)
        return Part(shown, page, 50, len(shown))

    def copies_among(self, article_ids: Sequence[str]) -> tuple[Copy, ...]:
        return tuple(one for one in self.copied if {one.article_id, one.original_id} <= set(article_ids))

    def series(self, page: int) -> Part[CountedSeries]:
        own = [(OwnCount(view.figures[0].figure.id, 7),) if view.figures else () for view in self.told]
        counted = tuple(CountedSeries(view, ours, ("2031-07-01/2031-08-31",)) for view, ours in zip(self.told, own, strict=True))
        return Part(counted, page, 10, len(counted))

    def one_series(self, series_id: str) -> CountedSeries:
        for one in self.series(1).shown:
            if one.view.series.id == series_id:
                return one
        raise NotFoundError("series", series_id)

    def roles(self, actor_id: str) -> tuple[RolesByMonth, ...]:
        return (RolesByMonth("2031-05", 1, 0), RolesByMonth("2031-06", 2, 1))

    def speaker(self, name: str) -> Record:
        return Record(1, 1, 0, 0, 0, (Fared(Case(self.event.id, "acc-1", later=("rot-1",)), self.event),))

    def accusations(self, actor_id: str) -> tuple[ClaimView, ...]:
        return ()

    def content(self, sha256: str) -> bytes:
        return b"<!doctype html><script>document.title = 'run'</script><p>Fire in the port.</p>"

    def withholds(self, sha256: str) -> bool:
        return False

    def articles(self, article_ids: Sequence[str]) -> Mapping[str, Article]:
        return {view.article.id: view.article for view in self.views if view.article.id in article_ids}

    def versions(self, article_id: str) -> Versions:
        return Versions(article_id, ())
