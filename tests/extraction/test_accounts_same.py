from dataclasses import replace

import pytest
from marked_text import marked

from rashomon.extraction.accounts_same import completed
from rashomon.extraction.triggers_article import article_triggers
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Filler
from rashomon.model.words import EventType, Role, Status

KILN = "{kiln|PLACE|Kiln Ferry}"


class Told:
    """The triggers of a text with bare accounts of them, to be filled by the test."""

    def __init__(self, body, title=None):
        self.text = marked(body, title)
        self.passage = self.text.passage
        self.triggers = article_triggers(self.passage)
        self.accounts = [self.bare(trigger) for trigger in self.triggers]

    def bare(self, trigger):
        sentence = self.passage.sentences[trigger.sentence]
        span = self.passage.evidence(*sentence.span(trigger.first, trigger.last))
        return Account(trigger.type, Status.ASSERTED, span, self.passage.evidence(sentence.start, sentence.end))

    def give(self, n, **values):
        fillers = tuple(Filler(role, key, self.accounts[n].trigger) for role, key in values.pop("fillers", ()))
        self.accounts[n] = replace(self.accounts[n], fillers=fillers, **values)
        return self

    def completed(self):
        return completed(self.passage, self.triggers, self.accounts)


def test_the_attack_takes_the_roles_date_and_toll_of_the_attack_told_before():
    told = Told("Riders attacked a barge. The attack lasted an hour.")
    day = DateInterval.parse("2031-02-01")
    told.give(
        0, fillers=[(Role.AGENT, "riders"), (Role.PATIENT, "barge")], date=day, killed=Range.exactly(4), injured=Range(2, None)
    )

    first, second = told.completed()

    assert [(filler.role, filler.key) for filler in second.fillers] == [(Role.AGENT, "riders"), (Role.PATIENT, "barge")]
    assert (second.date, second.killed, second.injured) == (day, Range.exactly(4), Range(2, None))
    assert first == told.accounts[0]


def test_what_the_repetition_says_itself_is_kept():
    told = Told("Riders attacked a barge. The attack lasted an hour.")
    told.give(0, fillers=[(Role.AGENT, "riders")], killed=Range.exactly(4))
    told.give(1, fillers=[(Role.AGENT, "herders")], killed=Range.exactly(5))

    _, second = told.completed()

    assert second.keys(Role.AGENT) == ("herders",)
    assert second.killed == Range.exactly(5)


def test_an_entity_takes_no_second_role():
    told = Told("Riders attacked a barge. The attack lasted an hour.")
    told.give(0, fillers=[(Role.AGENT, "riders"), (Role.PLACE, "barge")]).give(1, fillers=[(Role.PATIENT, "riders")])

    _, second = told.completed()

    assert [(filler.role, filler.key) for filler in second.fillers] == [(Role.PATIENT, "riders"), (Role.PLACE, "barge")]


@pytest.mark.parametrize(
    "body",
    [
        "Riders attacked a barge. An attack was feared elsewhere.",
        "Riders attacked a barge. The protest went on.",
    ],
)
def test_what_does_not_point_back_is_news(body):
    told = Told(body).give(0, fillers=[(Role.AGENT, "riders")])

    assert told.completed() == tuple(told.accounts)
    assert len(told.accounts) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"date": DateInterval.parse("2031-02-01")}, {"date": DateInterval.parse("2031-02-03")}, False),
        ({"date": DateInterval.parse("2031-02-01")}, {"date": DateInterval.parse("2031-02")}, True),
        ({"fillers": [(Role.PLACE, "ferry")]}, {"fillers": [(Role.PLACE, "ferry")]}, True),
        ({"fillers": [(Role.PLACE, "ferry")], "date": DateInterval.parse("2031-02-01")}, {}, True),
        (
            {"fillers": [(Role.PLACE, "ferry")], "date": DateInterval.parse("2031-02-01")},
            {"fillers": [(Role.PLACE, "mill")], "date": DateInterval.parse("2031-02")},
            False,
        ),
    ],
)
def test_other_days_or_other_places_are_another_happening(one, other, same):
    told = Told("Riders attacked a barge. The attack lasted an hour.").give(0, killed=Range.exactly(3), **one).give(1, **other)

    assert (told.completed()[1].killed == Range.exactly(3)) is same


def test_a_strike_on_somebody_named_is_not_the_strike_told_before_it():
    told = Told("Jets struck a mill. The strike against {okot|PER|General Okot} failed.")
    told.give(0, fillers=[(Role.AGENT, "jets")]).give(1, fillers=[(Role.PATIENT, "okot")])

    assert told.completed()[1].keys(Role.AGENT) == ()


def test_a_headline_and_the_lead_complete_each_other():
    told = Told(f"Riders attacked a barge near {KILN}.", title="Attack on a barge")
    told.give(0, killed=Range.exactly(2)).give(1, fillers=[(Role.AGENT, "riders"), (Role.PLACE, "kiln")])

    headline, lead = told.completed()

    assert headline.keys(Role.AGENT) == ("riders",)
    assert headline.killed == lead.killed == Range.exactly(2)


def test_a_headline_is_not_told_again_far_down():
    told = Told("It rained. It snowed. It thawed. It froze. Herders attacked a mill.", title="Attack on a barge")
    told.give(0, killed=Range.exactly(2))

    assert told.completed()[-1].killed is None


def test_nothing_told_gives_nothing():
    assert Told("Rain fell.").completed() == ()


def test_only_the_same_type_is_pointed_back_to():
    told = Told("Riders kidnapped a miller. The attack lasted an hour.").give(0, fillers=[(Role.AGENT, "riders")])

    assert [account.type for account in told.accounts] == [EventType.KIDNAPPING, EventType.ATTACK]
    assert told.completed()[1].fillers == ()
