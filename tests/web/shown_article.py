"""An invented article with everything that can be found in one, for the tests of how it is shown."""

from rashomon.extraction.explained import Explained, Judgement, Known
from rashomon.extraction.explaining import coded
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Claim, Figure, Filler, Mention, Reading, Tie
from rashomon.model.sources import Article, Capture, EvidenceSpan, Part
from rashomon.model.words import EventType, MentionKind, NumberKind, PartKind, Relation, Role, Stance, Status
from rashomon.store.single import single_view

TEXT = (
    "Reed Front gunmen killed at least nine rangers near Oskil on Monday, a <ranger> chief told the Tarn Herald. The group, led "
    "by Ansa Mol, denied it and spoke of 53 raids since March.\n\nPhoto: https://photos.example/oskil.jpg"
)
CAPTION = TEXT.index("Photo")
ARTICLE = Article(
    "0" * 64,
    0,
    0,
    len(TEXT),
    TEXT,
    title='Rangers "killed" <near> Oskil',
    authors=("Mina Odell",),
    published="2031-06-05",
    outlet="Tarn Herald",
    url="https://tarn.example/rangers",
    parts=(Part(PartKind.BODY, 0, CAPTION), Part(PartKind.CAPTION, CAPTION, len(TEXT))),
)
CAPTURE = Capture("0" * 64, "rangers.txt", None, "2031-06-05T06:00:00Z", len(TEXT))


def span(first: str, last: str | None = None) -> EvidenceSpan:
    start = TEXT.index(first)
    end = start + len(first) if last is None else TEXT.index(last, start) + len(last)
    return EvidenceSpan(ARTICLE.id, start, end)


def entity(words: str, kind: MentionKind, key: str, name: str, *, named: bool = False) -> Mention:
    return Mention(span(words), kind, words, key, name, named)


NINE = Mention(span("at least nine"), MentionKind.NUMBER, "at least nine", number=Range(9, None), number_kind=NumberKind.KILLED)
MONDAY = Mention(span("on Monday"), MentionKind.DATE, "on Monday", date=DateInterval.parse("2031-06-02"))
MENTIONS = (
    entity("Reed Front", MentionKind.GROUP, "reeds", "Reed Front", named=True),
    NINE,
    entity("rangers", MentionKind.FORCE, "rangers", "rangers"),
    entity("Oskil", MentionKind.PLACE, "oskil", "Oskil", named=True),
    MONDAY,
    entity("a <ranger> chief", MentionKind.PERSON, "chief", "a <ranger> chief"),
    entity("Tarn Herald", MentionKind.MEDIA, "herald", "Tarn Herald", named=True),
    entity("The group", MentionKind.GROUP, "reeds", "Reed Front"),
    entity("Ansa Mol", MentionKind.PERSON, "mol", "Ansa Mol", named=True),
    Mention(span("53"), MentionKind.NUMBER, "53", number=Range.exactly(53), number_kind=NumberKind.EVENTS),
    Mention(span("since March"), MentionKind.DATE, "since March"),
)
ACCOUNT = Account(
    EventType.KILLING,
    Status.ALLEGED,
    span("killed"),
    span("Reed Front", "Herald."),
    (
        Filler(Role.AGENT, "reeds", span("Reed Front")),
        Filler(Role.PATIENT, "rangers", span("rangers")),
        Filler(Role.PLACE, "oskil", span("Oskil")),
        Filler(Role.WEAPON, "guns", span("gunmen")),
    ),
    date=DateInterval.parse("2031-06-02"),
    date_span=span("on Monday"),
    killed=Range(9, None),
    killed_span=span("at least nine"),
    attribution=("herald", "chief"),
)
DENIAL = Account(EventType.OTHER, Status.DENIED, span("denied"), span("The group", "March."))
READING = Reading(
    ARTICLE.id,
    "test-1",
    MENTIONS,
    (ACCOUNT, DENIAL),
    (
        Claim("chief", Stance.ASSERTS, span("Reed Front", "on Monday"), span("a <ranger> chief"), span("told"), ("herald",)),
        Claim("reeds", Stance.DENIES, span("denied"), span("The group"), span("denied")),
    ),
    (
        Figure(
            "raids",
            NumberKind.EVENTS,
            Range.exactly(53),
            span("53"),
            span("53 raids"),
            period=DateInterval.parse("2031-03/2031-06"),
            cumulative=True,
            source="reeds",
        ),
    ),
    (Tie("mol", Relation.LEADS, "reeds", span("The group", "Ansa Mol")),),
    unread=(span("Photo"),),
)
VIEW = single_view(CAPTURE, ARTICLE, READING)
RULED = Reading(
    ARTICLE.id,
    "rules",
    (entity("Reed Front", MentionKind.ORGANISATION, "reeds", "Reed Front"), NINE),
    (Account(EventType.ATTACK, Status.ASSERTED, span("gunmen"), span("gunmen"), also=(span("killed"),)),),
)
JUDGED = (
    Judgement("mention", span("Reed Front"), "GROUP", 0.93),
    Judgement("number", span("at least nine"), "killed", 0.8),
    Judgement("trigger", span("killed"), "killing", 0.71),
    Judgement("role", span("killed"), "agent", 0.66, span("Reed Front")),
    Judgement("cue", span("told"), "asserts", 0.5),
    Judgement("source", span("told"), "source", 0.45, span("a <ranger> chief")),
)
CODED = tuple(coded(READING, account) for account in READING.accounts)
KNOWN = (Known("reeds", ("Reed Front of Tarn",), ()), Known("oskil", (), ("Oskil, XX",)))
EXPLAINED = Explained(RULED, JUDGED, (MONDAY.span,), KNOWN, CODED)
BY_RULES = Explained(None, (), (MONDAY.span,), KNOWN, CODED)
