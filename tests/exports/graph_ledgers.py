"""A small ledger made by hand for the graph forms: a blast told four ways, a raid that is only planned, a private person."""

import hashlib
import json

from rashomon.exports.contract import Order
from rashomon.model.actors import Actor, ActorTie, Alias
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import (
    ActorLink,
    Contradiction,
    DateSupport,
    Event,
    Linked,
    NameSupport,
    PlaceLink,
    Position,
    RangeSupport,
    Root,
)
from rashomon.model.marks import Mark
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Claim, Figure, Filler, Mention, Reading, Tie
from rashomon.model.sources import Article, Capture, EvidenceSpan, Part
from rashomon.model.words import (
    ActorKind,
    ContradictionKind,
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
from rashomon.store.publishing.contract import Selection
from rashomon.store.views import Question

#: A private person, whose name stands in a text, and what only the restricted article says.
PRIVATE, SECRET = "Ann Lee", "insider"
WHEN = "2031-03-0{}T08:00:00+00:00"
TEXTS = {
    "claim": "A bomb killed 12 people in Ostrel on Monday. The Vale Front said that it did it. Dorn Vale leads the Vale Front.",
    "denial": "A bomb killed 9 people and hurt Ann Lee in Ostrel on Monday. Karsk Guards denied that they did it.",
    "plan": 'The Vale Front plans to raid Ostrel\x0b in May, حركة السهل said. It is <no> & "joke".',
    "secret": "Karsk Guards killed 20 people in Ostrel on Monday, an insider said.",
}
STATED = {
    "claim": {
        "title": "Blast in Ostrel",
        "outlet": "Vale Courier",
        "published": "2031-03-04",
        "url": "https://courier.example/1",
    },
    "denial": {"title": "Guards deny <the blast>", "outlet": "Daily Echo", "published": "2031-03-05", "language": "en"},
    "plan": {},
    "secret": {"language": "Klingon", "title": "A word from inside", "outlet": "Daily Echo", "published": "2031-03-06"},
}
FRONT = Actor(
    "Vale Front",
    ActorKind.ARMED_GROUP,
    (Alias("VF", "own list"), Alias("the Front", "own list", ambiguous=True), Alias("حزب\u200cالله", "own list")),
    ties=(ActorTie("Dorn Vale", Relation.LEADS, "Vale Front", "own list", DateInterval.parse("2030-05/")),),
)
GUARDS = Actor("Karsk Guards", ActorKind.FORCE, country="IQ")
DORN = Actor("Dorn Vale", ActorKind.PERSON, ties=FRONT.ties)
ANN = Actor(PRIVATE, ActorKind.PERSON, listed=False, private=True)
OSTREL = Place("Ostrel", "IQ", PlacePrecision.TOWN, admin1="Vale", lat=33.3, lon=44.4)
KEYS = {"Vale Front": FRONT, "Karsk Guards": GUARDS, "Dorn Vale": DORN, PRIVATE: ANN}


def build(ledger: Ledger) -> None:
    """Fill an empty ledger."""
    (ledger.lists / "outlets.yaml").write_text(
        "- {name: Vale Courier, kind: site, grades: [{letter: B, why: it was right before}]}\n", encoding="utf-8"
    )
    articles, readings = {}, {}
    for n, (name, text) in enumerate(TEXTS.items(), 1):
        content = f"{name}: {text}".encode()
        capture = Capture(hashlib.sha256(content).hexdigest(), f"{name}.txt", None, WHEN.format(n), len(content))
        parts = (Part(PartKind.BODY, 0, len(text)),)
        articles[name] = Article(capture.sha256, 0, 0, len(text), text, parts=parts, **STATED[name])
        readings[name] = _Reader(articles[name]).reading(name)
        ledger.keep(capture, content)
        ledger.put_page(capture.sha256, Page((articles[name],), "shape-1"))
    ledger.put_readings(readings.values())
    ledger.put_linked(_linked(readings), "digest-1")


class _Reader:
    """Finds the words of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def span(self, words: str) -> EvidenceSpan:
        start = self.article.text.index(words)
        return EvidenceSpan(self.article.id, start, start + len(words))

    def reading(self, name: str) -> Reading:
        actors = [key for key in KEYS if key in self.article.text]
        mentions = [Mention(self.span(key), MentionKind.GROUP, key, key, key, named=True) for key in actors]
        mentions.append(Mention(self.span("Ostrel"), MentionKind.PLACE, "Ostrel", "Ostrel", "Ostrel", named=True))
        account = self._account(name)
        claims = {
            "claim": Claim("Vale Front", Stance.CLAIMS_RESPONSIBILITY, self._all("it did it"), about=(account.id,)),
            "denial": Claim("Karsk Guards", Stance.DENIES, self._all("they did it"), about=(account.id,)),
        }
        told = (claims[name],) if name in claims else ()
        leads = "Dorn Vale leads the Vale Front"
        ties = [Tie("Dorn Vale", Relation.LEADS, "Vale Front", self.span(leads))] if leads in self.article.text else []
        return Reading(self.article.id, "hand-1", tuple(mentions), (account,), told, self._figures(account), tuple(ties))

    def _figures(self, account: Account) -> tuple[Figure, ...]:
        words = "12 people"
        if words not in self.article.text:
            return ()
        kind, value = NumberKind.KILLED, Range.exactly(12)
        return (Figure("people killed", kind, value, self.span("12"), self.span(words), source="Vale Front", account=account.id),)

    def _all(self, words: str) -> EvidenceSpan:
        return self.span(words) if words in self.article.text else self.span(self.article.text)

    def _account(self, name: str) -> Account:
        roles = {
            "claim": ((Role.AGENT, "Vale Front"),),
            "denial": ((Role.AGENT, "Karsk Guards"), (Role.PATIENT, PRIVATE)),
            "plan": ((Role.AGENT, "Vale Front"),),
            "secret": ((Role.AGENT, "Karsk Guards"),),
        }[name]
        fillers = tuple(Filler(role, key, self.span(key)) for role, key in (*roles, (Role.PLACE, "Ostrel")))
        status = {"claim": Status.CLAIMED, "denial": Status.ASSERTED, "plan": Status.PLANNED, "secret": Status.ALLEGED}[name]
        killed = {"claim": Range.exactly(12), "denial": Range.exactly(9), "secret": Range.parse("20..")}.get(name)
        kind = EventType.ATTACK if name == "plan" else EventType.BOMBING
        when = DateInterval.parse("2031-05" if name == "plan" else "2031-03-03")
        sentence = self.span(self.article.text.partition(". ")[0])
        return Account(kind, status, self.span("Ostrel"), sentence, fillers, when, killed=killed)


def _linked(readings: dict[str, Reading]) -> Linked:
    accounts = {name: reading.accounts[0] for name, reading in readings.items()}
    ids = {name: account.id for name, account in accounts.items()}
    roots = {
        "claim": Root(RootKind.SPEAKER, "Vale Front", (ids["claim"],)),
        "denial": Root(RootKind.OUTLET, "Daily Echo", (ids["denial"], ids["secret"])),
        "plan": Root(RootKind.OUTLET, "outlet not stated", (ids["plan"],), readings["plan"].article_id),
    }
    blast = ("claim", "denial", "secret")
    sides = tuple(
        Position(accounts[name].article_id, ids[name], source, f"{accounts[name].killed} killed", 0, 20)
        for name, source in (("claim", "Vale Front"), ("denial", "Daily Echo"))
    )
    events = (
        Event(
            EventType.BOMBING,
            Status.DISPUTED,
            f"Bombing in Ostrel against {PRIVATE}, disputed",
            tuple(ids[name] for name in blast),
            tuple(sorted({roots["claim"].id, roots["denial"].id})),
            statuses=tuple(NameSupport(accounts[name].status, (ids[name],)) for name in blast),
            dates=(DateSupport(DateInterval.parse("2031-03-03"), tuple(ids[name] for name in blast)),),
            places=(NameSupport(OSTREL.id, tuple(ids[name] for name in blast)),),
            agents=(NameSupport(FRONT.id, (ids["claim"],)), NameSupport(GUARDS.id, (ids["denial"], ids["secret"]))),
            patients=(NameSupport(ANN.id, (ids["denial"],)),),
            killed=tuple(RangeSupport(accounts[name].killed, (ids[name],)) for name in blast),
        ),
        Event(
            EventType.ATTACK,
            Status.PLANNED,
            "Attack by Vale Front, planned",
            (ids["plan"],),
            (roots["plan"].id,),
            dates=(DateSupport(DateInterval.parse("2031-05"), (ids["plan"],)),),
            places=(NameSupport(OSTREL.id, (ids["plan"],)),),
            agents=(NameSupport(FRONT.id, (ids["plan"],)),),
        ),
    )
    keys = [(one.article_id, mention.key) for one in readings.values() for mention in one.mentions if mention.key in KEYS]
    return Linked(
        actors=(FRONT, GUARDS, DORN, ANN),
        places=(OSTREL,),
        actor_links=tuple(ActorLink(article, key, KEYS[key].id, 1.0) for article, key in keys),
        place_links=tuple(PlaceLink(one.article_id, "Ostrel", OSTREL.id, 1.0) for one in readings.values()),
        roots=tuple(roots.values()),
        events=tuple(sorted(events, key=lambda event: event.id)),
        contradictions=(Contradiction(ContradictionKind.NUMBER, Severity.DIFFERENT_NUMBER, "killed", sides, events[0].id),),
    )


def restrict(ledger: Ledger) -> None:
    """Mark what the insider said as not for all."""
    ledger.marks.mark("secret.txt", Mark.AMBER, "ann", WHEN.format(9))


def order(clearance=Mark.CLEAR, of=None, **question):
    """Return an order for what a question finds."""
    return Order(Selection(Question(**question), clearance), of=of)


def objects(path):
    """Return the objects of a bundle."""
    return json.loads(path.read_text(encoding="utf-8"))["objects"]


def of_type(several, kind):
    """Return the objects of a type."""
    return [one for one in several if one["type"] == kind]


def references(value):
    """Yield every id that an object's properties name."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name.endswith("_ref"):
                yield inner
            elif name.endswith("_refs"):
                yield from inner
            else:
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)
