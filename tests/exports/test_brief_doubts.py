"""What a brief says of events that may be several, or one told twice, and where it gives no word of likelihood."""

from dataclasses import replace

import pytest

from rashomon.exports.briefs.happening import doubted, told_again
from rashomon.exports.briefs.judging import UNSAID, _likelihood
from rashomon.exports.briefs.repeating import may_be_one
from rashomon.exports.briefs.telling import roots_of, telling
from rashomon.exports.briefs.words import Frames
from rashomon.exports.wording.catalogue import read_words
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Contradiction, DateSupport, Event, NameSupport, RangeSupport, Root
from rashomon.model.ranges import Range
from rashomon.model.reading import Account
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ActorKind, ContradictionKind, EventType, RootKind, Severity, Status
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import AccountView, ArticleLine, EventLine, Named, Quote

SAY = read_words()
ROOTS = {name: Root(RootKind.SPEAKER, name, ()) for name in ("army", "front")}


def account(name: str, words: str, trigger: str, kind: EventType, killed: int | None = None) -> AccountView:
    """Return an account of one root; its toll stands in its words in figures."""
    at = words.index(trigger)
    span = (
        None if killed is None else EvidenceSpan("art-1", words.index(str(killed)), words.index(str(killed)) + len(str(killed)))
    )
    told = Account(
        kind,
        Status.ASSERTED,
        EvidenceSpan("art-1", at, at + len(trigger)),
        EvidenceSpan("art-1", 0, len(words)),
        killed=None if killed is None else Range.exactly(killed),
        killed_span=span,
    )
    line = ArticleLine("art-1", "A title", True, "Reed Post", "2031-05-06", None)
    patient = (Named("Oren Sahl", "Oren Sahl", "act-1"),)
    return AccountView(told, line, Quote("art-1", 0, len(words), words, words), (), patient, (), (), ROOTS[name])


def event_of(*views: AccountView, days: tuple[str, ...] = ()) -> PublishedEvent:
    """Return an event at one place with its accounts, and what else these tests look at."""
    ids = tuple(view.account.id for view in views)
    tolls = tuple(RangeSupport(v.account.killed, (v.account.id,)) for v in views if v.account.killed is not None)
    kind = views[0].account.type
    event = Event(
        kind,
        Status.ASSERTED,
        "A title",
        ids,
        tuple(view.root.id for view in views if view.root is not None),
        places=(NameSupport("plc-1", ids),),
        patients=(NameSupport("act-1", ids),),
        killed=tolls,
        dates=tuple(DateSupport(DateInterval.parse(day), ids) for day in days),
        statuses=(NameSupport("asserted", ids),),
    )
    line = EventLine(event.id, "A title", kind.value, "asserted", None, (), (), len(views), len(views), 0)
    told = ToldEvent(line, event, views, (), {})
    return PublishedEvent(told, {"act-1": Actor("Oren Sahl", ActorKind.PERSON)}, {}, {}, (), ())


BLAST = account("army", "A bomb killed 12 people in Ostrel.", "bomb", EventType.BOMBING, 12)
ANOTHER = account("front", "The bombing that killed 12 people.", "bombing", EventType.BOMBING, 12)
SMALL = account("front", "The bombing that killed 4 people.", "bombing", EventType.BOMBING, 4)
KILLED = account("army", "The assassination of Oren Sahl.", "assassination", EventType.ASSASSINATION)
KILLING = account("front", "Gunmen killed Oren Sahl.", "killed", EventType.KILLING)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(BLAST, ANOTHER, True), (BLAST, SMALL, False), (KILLED, KILLING, True), (KILLED, BLAST, False)],
    ids=["one toll at one place", "another toll", "nobody is killed twice", "another sort"],
)
def test_what_may_be_one_happening_is_seen(one: AccountView, other: AccountView, same: bool) -> None:
    first, second = event_of(one), event_of(other)

    assert may_be_one(first, telling(first.told), second, telling(second.told), SAY) is same


def test_an_event_that_may_be_several_says_so_with_its_words() -> None:
    far = event_of(BLAST, ANOTHER, days=("2031-05-01", "2031-06-01"))
    (said,) = doubted(far, telling(far.told), Frames(SAY))

    assert "more than a week apart" in said.text
    assert {rest.words for rest in said.grounds} == {"A bomb killed 12 people in Ostrel.", "The bombing that killed 12 people."}
    assert list(doubted(event_of(BLAST), telling(event_of(BLAST).told), Frames(SAY))) == []
    assert [one.text for one in told_again((event_of(SMALL),), Frames(SAY))] == [
        "The ledger holds another telling that may be of the same happening."
    ]


def test_sources_are_counted_only_where_the_words_of_each_tell_of_it() -> None:
    beside = account("front", "Oren Sahl was a voice of the front.", "voice", EventType.BOMBING)
    (said,) = roots_of(telling(event_of(BLAST, ANOTHER).told), Frames(SAY))

    assert "two independent sources" in said.text
    assert list(roots_of(telling(event_of(BLAST, beside).told), Frames(SAY))) == []


def clash(kind: ContradictionKind, topic: str) -> Contradiction:
    return Contradiction(kind, Severity.CONTRADICTION, topic, ())


@pytest.mark.parametrize(
    ("views", "clashes", "word"),
    [
        ((BLAST, ANOTHER), (), "very_likely"),
        ((BLAST, ANOTHER), (clash(ContradictionKind.NUMBER, "killed: it"),), "likely"),
        ((BLAST, ANOTHER), (clash(ContradictionKind.DENIAL, "whether it happened: it"),), "very_likely"),
        ((BLAST, ANOTHER), (clash(ContradictionKind.DENIAL, "whether Oren Sahl was killed: it"),), "even"),
        ((BLAST,), (clash(ContradictionKind.NUMBER, "killed: it"),), UNSAID),
        ((BLAST,), (), UNSAID),
    ],
    ids=["two sources", "numbers differ", "a detail is denied", "it is denied", "one against another", "one alone"],
)
def test_a_word_of_likelihood_needs_two_sources(
    views: tuple[AccountView, ...], clashes: tuple[Contradiction, ...], word: str
) -> None:
    assert _likelihood(replace(event_of(*views), contradictions=clashes), SAY) == word
