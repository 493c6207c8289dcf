"""A small ledger that nobody wrote to disk: one invented conflict, told by outlets that do not exist."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from imagined_pages import ImaginedPages

from rashomon.model.actors import Actor, Alias
from rashomon.model.dates import DateInterval
from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import (
    Contradiction,
    Copy,
    DateSupport,
    Derived,
    Event,
    NameSupport,
    Position,
    RangeSupport,
    Reason,
    Root,
    Series,
)
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Claim, Figure, Reading, Tie
from rashomon.model.sources import Article, Capture, EvidenceSpan, Part
from rashomon.model.words import (
    ActorKind,
    ContradictionKind,
    CopyKind,
    EventType,
    NumberKind,
    PartKind,
    Relation,
    RootKind,
    Severity,
    Stance,
    Status,
)
from rashomon.store.desk import DeskStore
from rashomon.store.ledger import Ledger
from rashomon.store.search.facets import Facet, FacetValue
from rashomon.store.search.views import Answer, ArticleHit
from rashomon.store.status import CaptureLine, LedgerStatus
from rashomon.store.views import (
    AccountView,
    ActorView,
    ArticleLine,
    ArticleView,
    ClaimView,
    EventLine,
    EventView,
    Fault,
    FigureView,
    Mark,
    Named,
    Question,
    Quote,
    SeriesView,
    TieView,
)

HERALD_TEXT = (
    "Gunmen of the Tidewater Front set fire to a fuel depot in Port Sarun on Saturday, the ministry of the interior said.\n\n"
    "At least 20 guards were killed & nine were hurt, according to the ministry. A spokesman for the Front denied that its "
    "fighters had been near the depot.\n\nPhoto: smoke over the harbour."
)
STATE_TEXT = (
    "A spokeswoman for the ministry of the interior said 31 guards died when the Tidewater Front attacked the depot at Port "
    "Sarun on 4 June. <b>No</b> civilians were harmed, she said."
)
ARABIC_TEXT = "قالت الوزارة إن مسلحين أحرقوا مستودع الوقود في ميناء سارون يوم السبت. وقال شهود إن سبعة حراس قتلوا."
ECHO_TEXT = HERALD_TEXT.replace("Gunmen", "Armed men")
BARE_TEXT = "Nobody has taken responsibility for the fire, a dock worker said."

CAPTURES = {
    "herald": Capture(
        "a" * 64, "herald-feed.xml", "https://herald.example/feed", "2031-06-05T06:00:00Z", 15_300, "Harbour Herald"
    ),
    "loose": Capture("b" * 64, "loose pages & <notes>.txt", None, "2031-06-06T07:30:00Z", 900),
}
HERALD = Article(
    capture="a" * 64,
    n=0,
    start=0,
    end=len(HERALD_TEXT),
    text=HERALD_TEXT,
    title="Depot burns <script>alert('x')</script> at Port Sarun",
    authors=("Mina Odell",),
    published="2031-06-05",
    outlet="Harbour Herald",
    url="https://herald.example/depot",
    language="en",
    parts=(Part(PartKind.CAPTION, HERALD_TEXT.index("Photo"), len(HERALD_TEXT)),),
)
STATE = Article(
    "a" * 64,
    1,
    0,
    len(STATE_TEXT),
    STATE_TEXT,
    "Toll at depot rises",
    (),
    "2031-06-07",
    "Saruni State News",
    "javascript:alert(1)",
)
ARABIC = Article(
    "b" * 64, 0, 0, len(ARABIC_TEXT), ARABIC_TEXT, "حريق في ميناء سارون", (), "2031-06-05", "صوت الميناء", language="ar"
)
ECHO = Article("b" * 64, 1, 0, len(ECHO_TEXT), ECHO_TEXT, "Depot burns", (), "2031-06-06", "Daily Echo")
BARE = Article("b" * 64, 2, 0, len(BARE_TEXT), BARE_TEXT)
ARTICLES = (HERALD, STATE, ARABIC, ECHO, BARE)
FRONT = Actor(
    "Tidewater Front",
    ActorKind.ARMED_GROUP,
    (Alias("the Front", "Harbour Herald", ambiguous=True), Alias("جبهة المد", "صوت الميناء")),
    "SR",
    ("Upland League",),
)
MINISTRY = Actor("Ministry of the Interior/Sarun", ActorKind.GOVERNMENT_BODY, (Alias("the ministry", "list of bodies"),), "SR")
LEAGUE = Actor("Upland League", ActorKind.ARMED_GROUP, (), None, listed=False)


def span(article: Article, words: str) -> EvidenceSpan:
    start = article.text.index(words)
    return EvidenceSpan(article.id, start, start + len(words))


def sentence(article: Article, words: str) -> Quote:
    found = span(article, words)
    first = max(article.text.rfind(". ", 0, found.start) + 2, article.text.rfind("\n", 0, found.start) + 1, 0)
    last = article.text.find(".", found.end)
    return Quote(article.id, found.start, found.end, words, article.text[first if first > 1 else 0 : last + 1])


def line(article: Article) -> ArticleLine:
    copied = (HERALD.id, CopyKind.REWORDED) if article is ECHO else (None, None)
    title = article.title or " ".join(article.text.split()[:6])
    return ArticleLine(article.id, title, article.title is not None, article.outlet, article.published, article.url, *copied)


def named(actor: Actor, words: str = "") -> Named:
    return Named(actor.name, words or actor.name, actor.id)


PLACE = Named("Port Sarun", "Port Sarun", "plc-1")
SATURDAY = DateInterval.parse("2031-06-04")


def account(article: Article, words: str, **more: object) -> Account:
    values = {"type": EventType.ATTACK, "status": Status.ALLEGED, "date": SATURDAY, **more}
    return Account(trigger=span(article, words), evidence=span(article, words), **values)


TOLD = {
    "herald": account(HERALD, "set fire to a fuel depot", killed=Range(20, None), injured=Range.exactly(9), attribution=("k1",)),
    "arabic": account(ARABIC, "أحرقوا مستودع الوقود", killed=Range.exactly(7), date=DateInterval.parse("2031-06")),
    "echo": account(ECHO, "set fire to a fuel depot", killed=Range(20, None), injured=Range.exactly(9), attribution=("k1",)),
    "state": account(STATE, "attacked the depot", killed=Range.exactly(31), attribution=("k1", "k2")),
    "bare": account(BARE, "the fire", status=Status.DENIED, type=EventType.SABOTAGE, date=None),
}
MINISTRY_ROOT = Root(RootKind.SPEAKER, MINISTRY.name, (TOLD["herald"].id, TOLD["echo"].id, TOLD["state"].id))
VOICE_ROOT = Root(RootKind.OUTLET, "صوت الميناء", (TOLD["arabic"].id,))


def told(
    name: str, article: Article, words: str, root: Root | None, *attribution: Named, **roles: tuple[Named, ...]
) -> AccountView:
    return AccountView(
        TOLD[name],
        line(article),
        sentence(article, words),
        roles.get("agents", ()),
        roles.get("patients", ()),
        roles.get("places", (PLACE,)),
        attribution,
        root,
    )


BY_FRONT = {"agents": (named(FRONT, "Gunmen of the Tidewater Front"),), "patients": (Named("guards", "guards"),)}
ACCOUNTS = (
    told("herald", HERALD, "set fire to a fuel depot", MINISTRY_ROOT, named(MINISTRY, "the ministry"), **BY_FRONT),
    told("arabic", ARABIC, "أحرقوا مستودع الوقود", VOICE_ROOT, agents=(Named("مسلحين", "مسلحين"),)),
    told("echo", ECHO, "set fire to a fuel depot", MINISTRY_ROOT, named(MINISTRY, "the ministry"), **BY_FRONT),
    told("state", STATE, "attacked the depot", MINISTRY_ROOT, Named("spokeswoman", "A spokeswoman"), named(MINISTRY), **BY_FRONT),
    told("bare", BARE, "the fire", None, Named("dock worker", "a dock worker"), places=()),
)
ALL = tuple(one.account.id for one in ACCOUNTS)
EVENT = Event(
    EventType.ATTACK,
    Status.DISPUTED,
    "Attack by Tidewater Front, Port Sarun",
    ALL,
    (MINISTRY_ROOT.id, VOICE_ROOT.id),
    types=(NameSupport("attack", ALL[:4]), NameSupport("sabotage", ALL[4:])),
    statuses=(NameSupport("alleged", ALL[:4]), NameSupport("denied", ALL[4:])),
    dates=(DateSupport(SATURDAY, (ALL[0], ALL[2], ALL[3])), DateSupport(DateInterval.parse("2031-06"), ALL[1:2])),
    places=(NameSupport("plc-1", ALL[:4]),),
    agents=(NameSupport(FRONT.id, (ALL[0], ALL[2], ALL[3])),),
    killed=(
        RangeSupport(Range(20, None), (ALL[0], ALL[2])),
        RangeSupport(Range.exactly(31), ALL[3:4]),
        RangeSupport(Range.exactly(7), ALL[1:2]),
    ),
    injured=(RangeSupport(Range.exactly(9), (ALL[0], ALL[2])),),
)
DENIAL = Claim(
    "k3",
    Stance.DENIES,
    span(HERALD, "its fighters had been near the depot"),
    span(HERALD, "A spokesman for the Front"),
    about=(TOLD["herald"].id,),
)
CLAIMS = (
    ClaimView(
        DENIAL,
        line(HERALD),
        named(FRONT, "A spokesman for the Front"),
        (),
        sentence(HERALD, "its fighters had been near the depot"),
    ),
    ClaimView(
        Claim("k2", Stance.ASSERTS, span(STATE, "31 guards died"), about=(TOLD["state"].id,)),
        line(STATE),
        named(MINISTRY),
        (Named("spokeswoman", "A spokeswoman"),),
        sentence(STATE, "31 guards died"),
    ),
)
TOLL = Figure(
    "guards killed",
    NumberKind.KILLED,
    Range(20, None),
    span(HERALD, "At least 20"),
    span(HERALD, "At least 20 guards were killed"),
)
FIGURES = (FigureView(TOLL, line(HERALD), named(MINISTRY), sentence(HERALD, "At least 20")),)
CONTRADICTIONS = (
    Contradiction(
        ContradictionKind.NUMBER,
        Severity.DIFFERENT_NUMBER,
        "guards killed at the depot",
        (
            Position(ARABIC.id, TOLD["arabic"].id, "صوت الميناء", "7", ARABIC_TEXT.index("سبعة"), len(ARABIC_TEXT)),
            Position(STATE.id, "fig-elsewhere", MINISTRY.name, "31", STATE_TEXT.index("31"), STATE_TEXT.index("31") + 2),
        ),
        EVENT.id,
        (Reason("ranges", 1.0, "31 and 7 share no number"),),
    ),
    Contradiction(
        ContradictionKind.DENIAL,
        Severity.UPDATE,
        "whether the Front was there",
        (
            Position(HERALD.id, DENIAL.id, FRONT.name, "was not there", 0, 6),
            Position("art-gone", "acc-gone", None, "was there", 0, 5),
        ),
    ),
)
LINE = EventLine(EVENT.id, EVENT.title, "attack", "disputed", "2031-06-04", ("Port Sarun",), ("20..", "31", "7"), 5, 2, 1)
OTHER_LINES = tuple(
    EventLine(f"evt-{n:016x}", f"Deployment of patrol {n}", "deployment", "asserted", f"2031-{n % 9 + 1:02d}", (), (), 1, 1, 0)
    for n in range(1, 70)
)
COPY = Copy(ECHO.id, HERALD.id, CopyKind.REWORDED, 0.93, (Reason("words", 0.93, "93 of 100 words are the same"),))
TIE = Tie("k3", Relation.BACKED_BY, "k9", span(HERALD, "A spokesman for the Front"), note="alleged")
TIES = (TieView(TIE, line(HERALD), named(FRONT), named(LEAGUE), sentence(HERALD, "A spokesman for the Front")),)
EVENT_VIEW = EventView(
    EVENT,
    LINE,
    {FRONT.id: FRONT.name, "plc-1": "Port Sarun"},
    ACCOUNTS,
    CLAIMS,
    FIGURES,
    CONTRADICTIONS[:1],
    (MINISTRY_ROOT, VOICE_ROOT),
)


def herald_marks() -> tuple[Mark, ...]:
    """Marks that nest ("the Front" in the claim) and cross (the account's words and the date)."""
    told_here, date = span(HERALD, "set fire to a fuel depot in Port Sarun on"), span(HERALD, "on Saturday")
    front, inside = span(HERALD, "Tidewater Front"), span(HERALD, "Gunmen of the Tidewater Front")
    claim = span(HERALD, "A spokesman for the Front denied that its fighters had been near the depot")
    return (
        Mark(inside.start, inside.end, "GROUP", "Gunmen"),
        Mark(front.start, front.end, "GROUP", "Tidewater Front", FRONT.id),
        Mark(told_here.start, told_here.end, "account", "attack", EVENT.id),
        Mark(date.start, date.end, "DATE", "4 June 2031"),
        Mark(claim.start, claim.end, "claim", 'denies "it"'),
        Mark(span(HERALD, "At least 20").start, span(HERALD, "At least 20").end, "NUMBER", "20 or more"),
        Mark(span(HERALD, "Port Sarun").start, span(HERALD, "Port Sarun").end, "PLACE", "Port Sarun"),
    )


def article_view(article: Article) -> ArticleView:
    whole = article in (HERALD, ECHO)
    reading = (
        None
        if article is BARE
        else Reading(article.id, "rules-1", unread=(span(STATE, "<b>No</b>"),) if article is STATE else ())
    )
    return ArticleView(
        article,
        line(article),
        CAPTURES["herald" if article.capture.startswith("a") else "loose"],
        reading,
        herald_marks() if article is HERALD else (),
        (COPY,) if whole else (),
        CLAIMS[:1] if article is HERALD else (),
        FIGURES if article is HERALD else (),
        TIES if article is HERALD else (),
        () if article is BARE else (LINE,),
        tuple(line(other) for other in (HERALD, ECHO) if whole and other is not article),
    )


def count(day: str, value: float, *, total: bool | None, period: str | None = None) -> FigureView:
    figure = replace(
        TOLL,
        what="raids",
        kind=NumberKind.EVENTS,
        value=Range.exactly(value),
        printed=value,
        as_of=DateInterval.parse(day) if period is None else None,
        period=DateInterval.parse(period) if period else None,
        cumulative=total,
    )
    return FigureView(figure, line(STATE), named(MINISTRY), sentence(STATE, "31 guards died"))


SERIES = (
    SeriesView(
        Series(
            "raids on depots",
            MINISTRY.name,
            ("fig-1", "fig-2", "fig-3", "fig-4"),
            (Derived(100, DateInterval.parse("2031-06"), "June 2031 = 589 - 489 = 100", ("fig-1", "fig-2")),),
            ("96 for June cannot be reconciled with 589 - 489 = 100",),
        ),
        (
            count("2031-05-31", 489, total=True),
            count("2031-06-30", 589, total=True),
            count("", 96, total=False, period="2031-06"),
            count("2031-09-30", 782, total=True),
        ),
    ),
    SeriesView(Series("boats seized", None, ("fig-5",)), (replace(FIGURES[0], figure=replace(TOLL, what="boats seized")),)),
)
STATUS = LedgerStatus(
    {"captures": 3, "articles": 5, "accounts": 5, "events": 1250, "things_unheard_of": 2},
    (
        CaptureLine(CAPTURES["herald"], "feed-1", 2, ("2 advertisements",)),
        CaptureLine(CAPTURES["loose"], None, 3, ()),
    ),
    (Fault("https://gone.example/<feed>", "fetch", "the server answered 404 (try another address)", "2031-06-06T08:00:00Z"),),
    (line(BARE),),
)


def _holds(value: str | None, wanted: str | None) -> bool:
    return wanted is None or (value or "").startswith(wanted)


@cache
def _empty_desk() -> DeskStore:
    """What a ledger without anything in it searches, saves and shows as new."""
    return Ledger.create(Path(mkdtemp()) / "ledger").desk


@dataclass
class ImaginedLedger:
    """Answers like a ledger; ``asked`` keeps the questions that came."""

    empty: bool = False
    asked: list[Question] = field(default_factory=list)

    @property
    def pages(self) -> ImaginedPages:
        views = tuple(map(article_view, ARTICLES))
        lines = {view.article.id: view.line for view in views}
        return ImaginedPages(self.contradictions(), self.copies(), views, lines, self.series(), LINE, self.empty)

    @property
    def desk(self) -> DeskStore:
        return _empty_desk()

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        lines = [
            one
            for one in (() if self.empty else (LINE, *OTHER_LINES))
            if (question.text is None or question.text.casefold() in one.title.casefold())
            and _holds(one.type, question.type)
            and _holds(one.status, question.status)
            and _holds(one.date, question.month)
            and (not question.disputed or one.alarms)
            and (question.actor in (None, FRONT.id) and (question.actor is None or one is LINE))
            and (question.country is None or (one is LINE and question.country == "SR"))
        ]
        first = (question.page - 1) * question.size
        hits = (ArticleHit(line(HERALD), "set fire to a \x01fuel <depot>\x02 in Port Sarun"),) if question.text == "depot" else ()
        actors = (named(FRONT),) if question.text and question.text.casefold() in FRONT.name.casefold() else ()
        return Answer(
            question, len(lines), tuple(lines[first : first + question.size]), hits, actors, self._facets(question, lines)
        )

    def _facets(self, question: Question, lines: list[EventLine]) -> tuple[Facet, ...]:
        def facet(name: str, chosen: str | None, values: list[tuple[str, str]]) -> Facet:
            return Facet(name, tuple(FacetValue(v, label, n, v == chosen) for (v, label), n in Counter(values).most_common()))

        return (
            facet("time", question.month, [(one.date[:7], one.date[:7]) for one in lines if one.date]),
            facet("country", question.country, [("SR", "Sarunia") for one in lines if one.places]),
            facet("type", question.type, [(one.type, one.type) for one in lines]),
            facet("actor", question.actor, [(FRONT.id, FRONT.name) for one in lines if one is LINE]),
            facet("status", question.status, [(one.status, one.status) for one in lines]),
        )

    def event(self, event_id: str) -> EventView:
        if event_id not in (EVENT.id, *ALL):
            raise NotFoundError("event", event_id)
        return EVENT_VIEW

    def actor_page(self, name_or_id: str) -> ActorView:
        for actor in (FRONT, MINISTRY, LEAGUE):
            if name_or_id in (actor.id, actor.name):
                known = actor is FRONT
                return ActorView(
                    actor,
                    TIES if known else (),
                    (LINE,) if known else (),
                    CLAIMS[:1] if known else (),
                    tuple(map(line, ARTICLES[:2])),
                )
        raise NotFoundError("actor", name_or_id)

    def article_page(self, article_id: str) -> ArticleView:
        for article in ARTICLES:
            if article.id == article_id:
                return article_view(article)
        raise NotFoundError("article", article_id)

    def series(self) -> tuple[SeriesView, ...]:
        return () if self.empty else SERIES

    def contradictions(self) -> tuple[tuple[Contradiction, EventLine | None], ...]:
        return () if self.empty else ((CONTRADICTIONS[0], LINE), (CONTRADICTIONS[1], None))

    def copies(self) -> tuple[Copy, ...]:
        return () if self.empty else (COPY, Copy("art-lost", HERALD.id, CopyKind.EXCERPT, 0.6))

    def status(self) -> LedgerStatus:
        return LedgerStatus({}, (), (), ()) if self.empty else STATUS
