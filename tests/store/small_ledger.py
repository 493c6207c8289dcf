"""A small ledger made by hand: four articles on two invented happenings, read and linked."""

import hashlib
from dataclasses import dataclass

from rashomon.model.actors import Actor, Alias
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import (
    ActorLink,
    Contradiction,
    Copy,
    DateSupport,
    Derived,
    Event,
    Linked,
    NameSupport,
    PlaceLink,
    Position,
    RangeSupport,
    Reason,
    Root,
    Series,
)
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Figure, Filler, Mention, Reading, Tie
from rashomon.model.sources import Article, Capture, EvidenceSpan, Part
from rashomon.model.words import (
    ActorKind,
    ContradictionKind,
    CopyKind,
    EventType,
    MentionKind,
    NumberKind,
    PartKind,
    PlacePrecision,
    Relation,
    Role,
    RootKind,
    Severity,
    Stance,
    Status,
)
from rashomon.readers.contract import Page
from rashomon.store.ledger import Ledger

READER = "hand-1"
BOMBING = (
    "It was a market day. A bomb killed 12 people in Ostrel on Monday, the Vale Front's spokesman said. "
    "The Vale Front blamed Karsk Guards. Nobody has claimed the blast."
)
DENIAL = "Karsk Guards denied on Tuesday that they had bombed Ostrel, where 9 people died. It gave no other account."
RAID = "حركة السهل تبنت الهجوم. The Sahl Movement raided Dûrin Camp in May, its 31st attack this year; 30 were counted by April."


def capture_of(name: str, content: bytes) -> Capture:
    """Return the capture of some bytes."""
    return Capture(hashlib.sha256(content).hexdigest(), name, None, "2031-03-05T08:00:00+00:00", len(content))


def article_of(capture: Capture, text: str, **stated: object) -> Article:
    """Return an article whose capture is all its text."""
    body = (Part(PartKind.BODY, 0, len(text)),)
    return Article(**{"capture": capture.sha256, "n": 0, "start": 0, "end": len(text), "text": text, "parts": body} | stated)


def page_of(*articles: Article, reader: str = "shape-1") -> Page:
    """Return a page of these articles."""
    return Page(articles, reader, ("a navigation bar",))


@dataclass(frozen=True)
class Made:
    """The ledger and what was put into it."""

    ledger: Ledger
    captures: dict[str, Capture]
    articles: dict[str, Article]
    readings: dict[str, Reading]
    linked: Linked

    @property
    def empty_page(self) -> Page:
        """A page without articles."""
        return page_of()

    def account(self, name: str) -> Account:
        """Return the first account of an article by its short name."""
        return self.readings[name].accounts[0]


def span(article: Article, words: str) -> EvidenceSpan:
    """Return where the words first stand."""
    start = article.text.index(words)
    return EvidenceSpan(article.id, start, start + len(words))


def mention(article: Article, words: str, kind: MentionKind, key: str = "", **more: object) -> Mention:
    """Return a mention of the words."""
    return Mention(**{"span": span(article, words), "kind": kind, "text": words, "key": key, "name": words, "named": True} | more)


def _bombing_reading(article: Article) -> Reading:
    account = Account(
        EventType.BOMBING,
        Status.CLAIMED,
        trigger=span(article, "bomb"),
        evidence=span(article, "A bomb killed 12 people in Ostrel on Monday"),
        fillers=(
            Filler(Role.AGENT, "guards", span(article, "Karsk Guards")),
            Filler(Role.PATIENT, "people", span(article, "12 people")),
            Filler(Role.PLACE, "ostrel", span(article, "Ostrel")),
        ),
        date=DateInterval.parse("2031-03-03"),
        date_span=span(article, "Monday"),
        killed=Range.exactly(12),
        killed_span=span(article, "12"),
        attribution=("spokesman", "front"),
    )
    claims = (
        Claim("front", Stance.ACCUSES, span(article, "blamed Karsk Guards"), about=(account.id,), via=("spokesman",)),
        Claim(UNKNOWN_KEY, Stance.CLAIMS_RESPONSIBILITY, span(article, "claimed the blast"), about=(account.id,)),
        Claim(OUTLET_KEY, Stance.ASSERTS, span(article, "It was a market day"), cue=span(article, "was")),
    )
    toll = Figure(
        "people killed",
        NumberKind.KILLED,
        Range.exactly(12),
        span(article, "12"),
        span(article, "A bomb killed 12 people"),
        printed=12.0,
        source="front",
        account=account.id,
    )
    mentions = (
        mention(article, "people", MentionKind.CIVILIANS, "people", named=False),
        mention(article, "Ostrel", MentionKind.PLACE, "ostrel"),
        mention(article, "Monday", MentionKind.DATE, date=DateInterval.parse("2031-03-03")),
        mention(article, "the Vale Front's spokesman", MentionKind.PERSON, "spokesman", named=False, name="spokesman"),
        mention(article, "Vale Front", MentionKind.GROUP, "front"),
        mention(article, "Karsk Guards", MentionKind.FORCE, "guards"),
    )
    tie = Tie("spokesman", Relation.SPOKESMAN_OF, "front", span(article, "the Vale Front's spokesman"))
    return Reading(article.id, READER, mentions, (account,), claims, (toll,), (tie,), (span(article, "market day"),))


def _denial_reading(article: Article) -> Reading:
    account = Account(
        EventType.BOMBING,
        Status.DENIED,
        trigger=span(article, "bombed"),
        evidence=span(article, "they had bombed Ostrel"),
        fillers=(
            Filler(Role.AGENT, "guards", span(article, "they")),
            Filler(Role.PLACE, "ostrel", span(article, "Ostrel")),
        ),
        killed=Range.exactly(9),
        killed_span=span(article, "9"),
        attribution=("guards",),
    )
    claim = Claim(
        "guards",
        Stance.DENIES,
        span(article, "they had bombed Ostrel"),
        span(article, "Karsk Guards"),
        span(article, "denied"),
        about=(account.id,),
    )
    mentions = (
        mention(article, "Karsk Guards", MentionKind.FORCE, "guards"),
        mention(article, "Ostrel", MentionKind.PLACE, "ostrel"),
    )
    return Reading(article.id, READER, mentions, (account,), (claim,))


def _raid_reading(article: Article) -> Reading:
    account = Account(
        EventType.ATTACK,
        Status.ASSERTED,
        trigger=span(article, "raided"),
        evidence=span(article, "The Sahl Movement raided Dûrin Camp in May"),
        fillers=(
            Filler(Role.AGENT, "sahl", span(article, "The Sahl Movement")),
            Filler(Role.PLACE, "camp", span(article, "Dûrin Camp")),
        ),
        date=DateInterval.parse("2031-05"),
    )
    figures = (
        Figure(
            "attacks this year",
            NumberKind.EVENTS,
            Range.exactly(31),
            span(article, "31st"),
            span(article, "its 31st attack this year"),
        ),
        Figure(
            "attacks this year",
            NumberKind.EVENTS,
            Range.exactly(30),
            span(article, "30"),
            span(article, "30 were counted by April"),
        ),
    )
    mentions = (
        mention(article, "Sahl Movement", MentionKind.GROUP, "sahl"),
        mention(article, "Dûrin Camp", MentionKind.FACILITY, "camp"),
        mention(article, "31st", MentionKind.NUMBER, number=Range.exactly(31), number_kind=NumberKind.EVENTS),
    )
    return Reading(article.id, READER, mentions, (account,), figures=figures)


def _linked(articles: dict[str, Article], readings: dict[str, Reading]) -> Linked:
    front = Actor("Vale Front", ActorKind.ARMED_GROUP, (Alias("the Front", "own list", ambiguous=True),), "KX")
    guards = Actor("Karsk Guards", ActorKind.FORCE, (Alias("Guards of Karsk", "own list"), Alias("the Front", "own list")), "KX")
    sahl = Actor("Sahl Movement", ActorKind.ARMED_GROUP, (Alias("حركة السهل", "own list"),))
    ostrel = Place("Ostrel", "KX", PlacePrecision.TOWN, lat=41.5, lon=44.25, population=9000, source="own list")
    camp = Place("Dûrin Camp", "VR", PlacePrecision.POINT)
    first, copied, denied, raid = (readings[name].accounts[0] for name in ("first", "copied", "denied", "raid"))
    speaker = Root(RootKind.SPEAKER, "Vale Front", (first.id, copied.id))
    denier = Root(RootKind.SPEAKER, "Karsk Guards", (denied.id,))
    outlet = Root(RootKind.OUTLET, "Hill Post", (raid.id,))
    bombing = Event(
        EventType.BOMBING,
        Status.CLAIMED,
        "Bombing in Ostrel",
        accounts=(first.id, copied.id, denied.id),
        roots=(speaker.id, denier.id),
        dates=(DateSupport(DateInterval.parse("2031-03-03"), (first.id, copied.id)),),
        places=(NameSupport(ostrel.id, (first.id, copied.id, denied.id)),),
        agents=(NameSupport(guards.id, (first.id, copied.id, denied.id)),),
        killed=(RangeSupport(Range.exactly(12), (first.id, copied.id)), RangeSupport(Range.exactly(9), (denied.id,))),
    )
    raided = Event(
        EventType.ATTACK,
        Status.ASSERTED,
        "Attack on a camp",
        accounts=(raid.id,),
        roots=(outlet.id,),
        dates=(DateSupport(DateInterval.parse("2031-05"), (raid.id,)),),
        places=(NameSupport(camp.id, (raid.id,)),),
        agents=(NameSupport(sahl.id, (raid.id,)),),
    )
    undated = Event(EventType.THREAT, Status.DISPUTED, "A threat", ("acc-gone",), ())
    why = (Reason("same_alias", 1.0, "written like an alias"),)
    keys = (("first", "front", front), ("first", "guards", guards), ("copied", "guards", guards), ("denied", "guards", guards))
    sides = tuple(
        Position(account.article_id, account.id, "someone", str(account.killed), account.evidence.start, account.evidence.end)
        for account in (first, denied)
    )
    total, april = readings["raid"].figures
    return Linked(
        actors=(front, guards, sahl),
        places=(ostrel, camp),
        actor_links=(
            *(ActorLink(articles[name].id, key, actor.id, 1.0, why) for name, key, actor in keys),
            ActorLink(articles["raid"].id, "sahl", sahl.id, 0.9, why),
            ActorLink(articles["raid"].id, "sahl", front.id, 0.2),
        ),
        place_links=(
            *(PlaceLink(articles[name].id, "ostrel", ostrel.id, 1.0, why) for name in ("first", "copied", "denied")),
            PlaceLink(articles["raid"].id, "camp", camp.id, 0.8),
        ),
        copies=(Copy(articles["copied"].id, articles["first"].id, CopyKind.VERBATIM, 1.0, why),),
        roots=(speaker, denier, outlet),
        events=(bombing, raided, undated),
        contradictions=(
            Contradiction(ContradictionKind.TIME, Severity.UPDATE, "when it was", sides, bombing.id),
            Contradiction(ContradictionKind.NUMBER, Severity.DIFFERENT_NUMBER, "people killed", sides, bombing.id, why),
            Contradiction(ContradictionKind.NUMBER, Severity.CONTRADICTION, "two tallies", sides),
        ),
        series=(
            Series("one number", None, (april.id,)),
            Series(
                "attacks this year",
                "Hill Post",
                (april.id, total.id),
                (Derived(1.0, DateInterval.parse("2031-05"), "31 - 30 = 1", (april.id, total.id)),),
                ("no day is stated",),
            ),
        ),
    )


def build(ledger: Ledger) -> Made:
    """Fill an empty ledger with the small one, read and linked."""
    made, texts = small(ledger)
    fill(made, texts)
    return made


def small(ledger: Ledger) -> tuple[Made, dict[str, str]]:
    """Return what the small ledger holds, and the texts of its captures, before any of it is put."""
    texts = {"first": BOMBING, "copied": BOMBING, "denied": DENIAL, "raid": RAID}
    captures = {name: capture_of(f"{name}.txt", f"{name}: {text}".encode()) for name, text in texts.items()}
    stated = {
        "first": {
            "title": "Twelve dead in Ostrel",
            "outlet": "Vale Courier",
            "published": "2031-03-04",
            "url": "https://courier.example/1",
        },
        "copied": {"outlet": "Daily Echo", "published": "2031-03-05"},
        "denied": {"title": "Guards deny the blast", "published": "2031-03-06"},
        "raid": {"outlet": "Hill Post", "authors": ("A. Writer", "B. Writer")},
    }
    articles = {name: article_of(captures[name], text, **stated[name]) for name, text in texts.items()}
    read = {"first": _bombing_reading, "copied": _bombing_reading, "denied": _denial_reading, "raid": _raid_reading}
    readings = {name: read[name](article) for name, article in articles.items()}
    linked = _linked(articles, readings)
    return Made(ledger, captures, articles, readings, linked), texts


def fill(made: Made, texts: dict[str, str]) -> None:
    """Put everything into the ledger."""
    for name, capture in made.captures.items():
        made.ledger.keep(capture, f"{name}: {texts[name]}".encode())
        made.ledger.put_page(capture.sha256, page_of(made.articles[name]))
    made.ledger.put_readings(made.readings.values())
    made.ledger.put_linked(made.linked, "digest-1")
