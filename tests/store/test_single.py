from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Claim, Figure, Filler, Mention, Reading, Tie
from rashomon.model.sources import Article, Capture, EvidenceSpan
from rashomon.model.words import EventType, MentionKind, NumberKind, Relation, Role, Stance, Status
from rashomon.store.single import single_view

TEXT = "Reed Front burnt two ferries on Monday. The group is led by Ansa Mol, police said. Later Mol left."
ARTICLE = Article("0" * 64, 0, 0, len(TEXT), TEXT)
CAPTURE = Capture("0" * 64, "reeds.txt", None, "2031-05-06T00:00:00Z", len(TEXT))


def span(words, until=None):
    start = TEXT.index(words)
    return EvidenceSpan(ARTICLE.id, start, TEXT.index(until) + len(until) if until else start + len(words))


MENTIONS = (
    Mention(span("Reed Front"), MentionKind.GROUP, "Reed Front", "reeds", "Reed Front", named=True),
    Mention(span("two"), MentionKind.NUMBER, "two", number=Range.exactly(2), number_kind=NumberKind.EVENTS),
    Mention(span("Monday"), MentionKind.DATE, "Monday", date=DateInterval.parse("2031-05-05")),
    Mention(span("The group"), MentionKind.GROUP, "The group", "reeds", "Reed Front"),
    Mention(span("Ansa Mol"), MentionKind.PERSON, "Ansa Mol", "mol", "Ansa Mol", named=True),
    Mention(span("police"), MentionKind.FORCE, "police", "police", "police"),
)
ACCOUNT = Account(
    EventType.ATTACK,
    Status.ASSERTED,
    span("burnt"),
    span("Reed Front", "Monday."),
    (Filler(Role.AGENT, "reeds", span("Reed Front")),),
    also=(span("left"),),
)
READING = Reading(
    ARTICLE.id,
    "test",
    MENTIONS,
    (ACCOUNT,),
    (Claim("police", Stance.ASSERTS, span("The group", "Ansa Mol"), span("police"), span("said")),),
    (Figure("ferries burnt", NumberKind.EVENTS, Range.exactly(2), span("two ferries"), span("two ferries")),),
    (
        Tie("mol", Relation.LEADS, "reeds", span("The group", "Ansa Mol")),
        Tie("mol", Relation.MEMBER_OF, "reeds", span("Reed Front", "Later Mol")),
    ),
)
VIEW = single_view(CAPTURE, ARTICLE, READING)
MARKS = {(TEXT[mark.start : mark.end], mark.kind): mark.label for mark in VIEW.page.marks}


def test_every_mention_is_marked_with_its_kind_and_the_entity_it_names():
    assert {words: label for (words, kind), label in MARKS.items() if kind in ("group", "per", "force")} == {
        "Reed Front": "Reed Front",
        "The group": "Reed Front",
        "Ansa Mol": "Ansa Mol",
        "police": "police",
    }
    assert MARKS["Monday", "date"] == "2031-05-05"
    assert MARKS["two", "number"] == "2"


def test_every_word_that_tells_an_event_is_marked():
    assert MARKS["burnt", "event"] == MARKS["left", "event"] == "attack, asserted"


def test_claims_and_figures_are_marked():
    assert MARKS["said", "claim"] == MARKS["The group is led by Ansa Mol", "claim"] == "police asserts"
    assert MARKS["two ferries", "figure"] == "2 ferries burnt"


def test_a_tie_is_marked_where_one_sentence_tells_it():
    assert [words for words, kind in MARKS if kind == "tie"] == ["The group is led by Ansa Mol"]
    assert MARKS["The group is led by Ansa Mol", "tie"] == "Ansa Mol leads Reed Front"


def test_accounts_come_with_the_articles_own_names():
    (account,) = VIEW.accounts

    assert [named.name for named in account.agents] == ["Reed Front"]
    assert account.quote.words == "Reed Front burnt two ferries on Monday."
    assert account.root is None


def test_nothing_is_linked_and_no_title_is_made_up():
    assert all(mark.href_id is None for mark in VIEW.page.marks)
    assert not VIEW.page.line.stated_title
    assert (VIEW.page.events, VIEW.page.copies, VIEW.page.others) == ((), (), ())
