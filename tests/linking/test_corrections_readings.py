"""Decisions of people played over readings, also when the article is read anew and its spans, types and keys differ."""

import json
from dataclasses import replace

import pytest

from rashomon.linking.contract import Source
from rashomon.linking.corrections.anchoring import account_again, mention_at
from rashomon.linking.corrections.readings import corrected, replayed
from rashomon.linking.corrections.touching import by_article, relinked
from rashomon.linking.corrections.values import account_value
from rashomon.model.dates import DateInterval
from rashomon.model.decisions import Anchor, Decision
from rashomon.model.ranges import Range
from rashomon.model.reading import OUTLET_KEY, Account, Claim, Figure, Filler, Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import EventType, MentionKind, NumberKind, Role, Stance, Status, Verdict

TEXT = (
    "A bomb killed 12 guards in Ostrel on Monday, the Vale Front said. "
    "Its men had raided a depot near Dûrin in May. The mayor denied that anybody was hurt."
)
ARTICLE = Article("c" * 64, 0, 0, len(TEXT), TEXT)


def span(words, start=0):
    at = TEXT.index(words, start)
    return EvidenceSpan(ARTICLE.id, at, at + len(words))


def mention(words, kind, key):
    return Mention(span(words), kind, words, key, words, named=True)


FRONT, OSTREL = mention("Vale Front", MentionKind.GROUP, "front"), mention("Ostrel", MentionKind.PLACE, "ostrel")
GUARDS, MAYOR = mention("12 guards", MentionKind.CIVILIANS, "guards"), mention("The mayor", MentionKind.PERSON, "mayor")
BOMBING = Account(
    EventType.BOMBING,
    Status.CLAIMED,
    span("bomb"),
    span("A bomb killed 12 guards in Ostrel on Monday"),
    (Filler(Role.AGENT, "front", FRONT.span), Filler(Role.PLACE, "ostrel", OSTREL.span)),
    killed=Range.exactly(12),
    killed_span=span("12"),
    attribution=("front",),
)
RAID = Account(EventType.ATTACK, Status.ASSERTED, span("raided"), span("Its men had raided a depot near Dûrin in May"))
TOLL = Figure("guards", NumberKind.KILLED, Range.exactly(12), span("12"), BOMBING.evidence, account=BOMBING.id)
SAID = Claim("front", Stance.ASSERTS, BOMBING.evidence, FRONT.span, span("said"), about=(BOMBING.id,))
READING = Reading(ARTICLE.id, "hand-1", (FRONT, OSTREL, GUARDS, MAYOR), (BOMBING, RAID), (SAID,), (TOLL,))
MENTIONS = (FRONT, OSTREL)


def decide(verdict, target=BOMBING.id, field=None, after=None, *, at=1, anchor=None, undoes=None):
    anchor = Anchor((BOMBING,), mentions=MENTIONS) if anchor is None else anchor
    text = None if after is None else json.dumps(after)
    return Decision(Verdict(verdict), target, "ana", f"2031-03-05T10:00:{at:02}", "", field, None, text, undoes, anchor=anchor)


def one(reading, account_id=BOMBING.id):
    return next(account for account in reading.accounts if account.id == account_id)


def reread(*accounts, mentions=READING.mentions, claims=(), figures=()):
    """The reading of another extractor version."""
    return Reading(ARTICLE.id, "hand-2", mentions, accounts, claims, figures)


@pytest.mark.parametrize(
    ("field", "after", "read"),
    [
        ("type", "attack", lambda account: account.type == EventType.ATTACK),
        ("status", "alleged", lambda account: account.status == Status.ALLEGED),
        ("date", "2031-03-03", lambda account: account.date == DateInterval.parse("2031-03-03")),
        ("date", None, lambda account: account.date is None),
        ("killed", "9..12", lambda account: account.killed == Range(9, 12)),
        ("injured", "3..", lambda account: account.injured == Range(3, None)),
        ("agents", [[MAYOR.span.start, MAYOR.span.end]], lambda account: account.keys(Role.AGENT) == ("mayor",)),
        ("agents", None, lambda account: account.keys(Role.AGENT) == ()),
        ("patients", [[GUARDS.span.start, GUARDS.span.end]], lambda account: account.keys(Role.PATIENT) == ("guards",)),
    ],
)
def test_every_value_of_an_account_can_be_edited_and_it_keeps_its_id(field, after, read):
    made = one(corrected(ARTICLE, READING, [decide("edit", field=field, after=after)]))
    assert read(made)
    assert one(READING) == BOMBING


def test_words_that_no_reader_marked_become_a_mention():
    depot = span("a depot")
    made = corrected(ARTICLE, READING, [decide("edit", field="places", after=[[depot.start, depot.end]])])
    (filler,) = [filler for filler in one(made).fillers if filler.role == Role.PLACE]
    (added,) = [mention for mention in made.mentions if mention.key == filler.key]
    assert (added.text, added.kind, filler.span) == ("a depot", MentionKind.PLACE, depot)


def test_an_edited_toll_leads_the_figure_it_was_read_from():
    made = corrected(ARTICLE, READING, [decide("edit", field="killed", after="9")])
    assert [figure.value for figure in made.figures] == [Range.exactly(9)]
    unsaid = corrected(ARTICLE, READING, [decide("edit", field="killed")])
    assert [(figure.value, figure.account) for figure in unsaid.figures] == [(Range.exactly(12), None)]


def test_claims_and_figures_can_be_edited():
    claim = Anchor(claim=SAID, mentions=(FRONT,))
    figure = Anchor(figure=TOLL)
    made = corrected(
        ARTICLE,
        READING,
        [
            decide("edit", SAID.id, "stance", "denies", anchor=claim),
            decide("edit", SAID.id, "source", [[MAYOR.span.start, MAYOR.span.end]], anchor=claim, at=2),
            decide("edit", TOLL.id, "value", "10..14", anchor=figure),
            decide("edit", TOLL.id, "kind", "injured", anchor=figure, at=2),
        ],
    )
    assert [(claim.id, claim.stance, claim.source) for claim in made.claims] == [(SAID.id, Stance.DENIES, "mayor")]
    assert [(figure.value, figure.kind) for figure in made.figures] == [(Range(10, 14), NumberKind.INJURED)]
    outlet = corrected(ARTICLE, READING, [decide("edit", SAID.id, "source", OUTLET_KEY, anchor=claim)])
    assert outlet.claims[0].source == OUTLET_KEY


def test_what_is_rejected_is_gone_with_what_pointed_at_it_and_comes_back():
    no = decide("reject")
    made = corrected(ARTICLE, READING, [no])
    assert made.accounts == (RAID,)
    assert (made.claims[0].about, made.figures[0].account) == ((), None)
    assert corrected(ARTICLE, READING, [no, decide("reject", undoes=no.id, anchor=Anchor(), at=2)]) == READING
    assert BOMBING in corrected(ARTICLE, READING, [no, decide("accept", at=2)]).accounts


def test_an_event_is_rejected_with_all_its_accounts():
    no = decide("reject", "evt-1", anchor=Anchor((BOMBING, RAID)))
    assert corrected(ARTICLE, READING, [no]).accounts == ()


MOVED = replace(BOMBING, trigger=span("A bomb killed"), killed=Range.exactly(11), fillers=())
RETYPED = replace(BOMBING, type=EventType.ATTACK)
ELSEWHERE = replace(BOMBING, trigger=span("killed"))
EDIT = decide("edit", field="killed", after="9")


@pytest.mark.parametrize("account", [MOVED, RETYPED, ELSEWHERE], ids=["trigger moved", "type changed", "other trigger"])
def test_a_correction_holds_when_a_new_reading_gives_other_spans_or_another_type(account):
    made = corrected(ARTICLE, reread(RAID, account), [EDIT])
    assert len(made.accounts) == 2
    assert (one(made).killed, one(made).trigger, one(made).type) == (Range.exactly(9), account.trigger, account.type)


def test_claims_and_figures_follow_the_account_that_keeps_its_id():
    claim, toll = replace(SAID, about=(MOVED.id,)), replace(TOLL, account=MOVED.id)
    made = corrected(ARTICLE, reread(MOVED, claims=(claim,), figures=(toll,)), [EDIT])
    assert (made.claims[0].about, made.figures[0].account) == ((BOMBING.id,), BOMBING.id)


def test_what_a_person_decided_on_is_there_even_if_a_new_reading_misses_it():
    renamed = (replace(FRONT, key="k7"), replace(OSTREL, key="k9"))
    made = corrected(ARTICLE, reread(RAID, mentions=renamed), [EDIT])
    assert (one(made).killed, one(made).keys(Role.AGENT), one(made).attribution) == (Range.exactly(9), ("k7",), ("k7",))
    assert corrected(ARTICLE, reread(RAID), [decide("reject")]).accounts == (RAID,)
    assert corrected(ARTICLE, reread(RAID), [decide("note", after="a note")]).accounts == (RAID,)


def test_an_added_account_stands_beside_one_of_another_type_and_joins_one_of_its_own():
    added = Account(EventType.SABOTAGE, Status.ASSERTED, span("bomb"), BOMBING.evidence)
    adding = decide("add", added.id, "account", "bomb", anchor=Anchor((added,)))
    assert {account.id for account in corrected(ARTICLE, READING, [adding]).accounts} == {BOMBING.id, RAID.id, added.id}
    found = replace(added, trigger=span("A bomb"))
    made = corrected(ARTICLE, reread(RAID, found), [adding])
    assert [(account.id, account.trigger) for account in made.accounts] == [(added.id, found.trigger), (RAID.id, RAID.trigger)]


def test_a_claim_that_is_missed_later_is_kept_with_its_source():
    edit = decide("edit", SAID.id, "stance", "denies", anchor=Anchor(claim=SAID, mentions=(FRONT,)))
    made = corrected(ARTICLE, reread(RAID, mentions=(replace(FRONT, key="k7"),)), [edit])
    assert [(claim.id, claim.source, claim.stance) for claim in made.claims] == [(SAID.id, "k7", Stance.DENIES)]


@pytest.mark.parametrize(
    ("account", "found"),
    [
        (MOVED, True),
        (replace(RAID, evidence=BOMBING.evidence), False),
        (replace(BOMBING, trigger=span("said"), evidence=span("the Vale Front said")), False),
    ],
    ids=["same trigger", "same sentence, another type", "other words"],
)
def test_an_account_is_found_by_its_words_and_type(account, found):
    assert (account_again(BOMBING, reread(account)) is not None) == found


def test_a_link_follows_its_words_to_their_new_key():
    words = Anchor(mentions=(FRONT,))
    link = decide("link", f"{ARTICLE.id}/front", after="Vale Front", anchor=words)
    source = Source(ARTICLE, reread(mentions=(replace(FRONT, key="k7"), OSTREL)))
    assert [decision.target for decision in relinked([link], [source])] == [f"{ARTICLE.id}/k7"]
    assert mention_at(FRONT.span, ()) is None


def test_taking_back_touches_what_it_takes_back_and_other_articles_are_left_alone():
    back = decide("edit", field="killed", undoes=EDIT.id, anchor=Anchor(), at=2)
    assert by_article([EDIT, back]) == {ARTICLE.id: (EDIT, back)}
    other = Source(replace(ARTICLE, n=1, start=1, end=len(TEXT) + 1), READING)
    ours, theirs = replayed([Source(ARTICLE, READING), other], [EDIT])
    assert one(ours.reading).killed == Range.exactly(9)
    assert theirs is other


def test_values_go_into_decisions_as_people_are_shown_them():
    assert account_value(BOMBING, "killed") == '"12"'
    assert account_value(BOMBING, "date") is None
    assert json.loads(account_value(BOMBING, "agents")) == [[FRONT.span.start, FRONT.span.end]]


@pytest.mark.parametrize(("field", "after"), [("colour", "red"), ("type", "picnic"), ("killed", "many")])
def test_a_value_that_is_none_is_refused(field, after):
    with pytest.raises(ValueError, match=r"colour|picnic|many"):
        corrected(ARTICLE, READING, [decide("edit", field=field, after=after)])
