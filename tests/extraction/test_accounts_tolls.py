import pytest
from marked_text import marked

from rashomon.extraction.accounts_leaders import is_leader


def _account(text, title=None, n=0):
    return marked(text, title).accounts()[n]


def test_a_toll_belongs_to_the_trigger_of_its_clause():
    marks = marked("A blast killed {#killed 3|three} people, while an ambush killed {#killed 9|nine}.")
    assert [str(account.killed) for account in marks.accounts()] == ["3", "9"]


def test_the_sentence_after_may_hold_the_toll():
    account = _account("Mortar fire hit the market. {#killed 4..|At least four} died and {#injured 7|seven} were hurt.")
    assert (str(account.killed), str(account.injured)) == ("4..", "7")


def test_nobody_killed_is_zero():
    assert str(_account("Rockets were fired at the base, but there were no casualties.").killed) == "0"


def test_a_named_victim_counts_one():
    marks = marked("{ali|PER|Ali Karo} was assassinated in {mirsa|PLACE|Mirsa}.")
    account = marks.accounts()[0]
    assert str(account.killed) == "1"
    assert marks.words(account.killed_span) == "assassinated"


def test_a_planned_killing_has_no_toll():
    assert _account("They planned to assassinate {ali|PER|Ali Karo}.").killed is None


def test_an_event_that_is_not_violent_has_no_toll():
    assert _account("{a|PER|Karo} met {b|PER|Belan} after {#killed 3|three} deaths.").killed is None


def test_the_date_of_the_clause_comes_before_others():
    marks = marked("{tolo|GROUP|Tolo} raided a farm {=2020-03-02|on Monday}, after it had bombed a bridge in {=2019|2019}.")
    assert [str(account.date) for account in marks.accounts()] == ["2020-03-02", "2019"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("{police|FORCE|Police} announced {=2020-03-02|on Monday} that gunmen attacked a farm.", "None"),
        ("{police|FORCE|Police} said that gunmen attacked a farm {=2020-03-02|on Monday}.", "2020-03-02"),
        ("{=2020-03-02|On Monday}, {police|FORCE|police} said, gunmen attacked a farm.", "2020-03-02"),
    ],
)
def test_the_day_of_the_saying_is_not_that_of_what_is_said(text, date):
    assert str(_account(text).date) == date


def test_an_undated_lead_takes_the_date_of_the_lead():
    assert str(_account("A bomb exploded {=2020-03-02|on Monday}. It hit a bus.", title="Blast in market").date) == "2020-03-02"


def test_an_event_without_any_date_has_none():
    assert _account("A bomb exploded.").date is None


def test_offices_make_leaders():
    sentence = marked("{karo|PER|Karo}, the mayor of Mirsa, met {ali|PER|Ali}, a baker.").passage.sentences[0]
    assert [is_leader(sentence, mention) for mention in sentence.mentions] == [True, False]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Since the killing of a judge {=2020-01|in January}, {army|FORCE|the army} withdrew.", "2020-01-01/2020-03-31"),
        ("After the killing of a judge {=2020-01|in January}, {army|FORCE|the army} withdrew.", "2020-01"),
    ],
)
def test_what_came_since_an_event_lasts_until_the_page(text, date):
    marks = marked(text)
    assert str(marks.accounts()[-1].date) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("{#killed 9|Nine} died in raids {=2020-06|in June}, {=2020-07|July} and {=2020-08|August}.", "2020-06/2020-08"),
        ("{#killed 9|Nine} died in raids {=2020-06|in June} and {=2020-08|August}.", "2020-06"),
        ("{ali|PER|Karo} has been under {oru|GPE|Orulandic} sanctions {=2019/2020|since 2019}.", "2019"),
    ],
)
def test_months_in_a_row_are_one_time_and_sanctions_begin_once(text, date):
    account = _account(text)
    assert account.date is not None
    assert account.date.written == date


def test_when_somebody_was_taken_is_not_when_they_were_freed():
    marks = marked("{tolo|GROUP|Tolo} released {k|CIV|the pupils} it kidnapped {=2020-05|in May}.")
    assert [(str(account.type), account.date and account.date.written) for account in marks.accounts()] == [
        ("release", None),
        ("kidnapping", "2020-05"),
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{a|GROUP|Tolo} left in {=2016-08|August 2016} and overran {m|PLACE|Mirsa} in {=2021-05|May 2021}.", "2021-05"),
        (
            "{a|GROUP|Tolo} claimed the bombing in {m|PLACE|Mirsa} that killed a guard in {=2013-02|February 2013}.",
            "2013-02",
        ),
        ("They listed it on {=2031-04-07|April 7}, citing the bombing of the market on {=2031-03-11|March 11}.", "2031-03-11"),
        ("They said they would free two men before {=2031-11-27|27 November}.", None),
        ("They will free two men by {=2035-11-27|27 November}.", None),
        ("They freed two men before {=2031-11-27T21|9 pm on Monday}.", "2031-11-27T21"),
        ("{a|GROUP|Tolo}, to which {b|GROUP|Mirsa Front} swore allegiance in {=2019|2019}, claimed the massacre.", None),
    ],
)
def test_a_day_by_which_it_shall_happen_and_one_of_another_clause_date_nothing(text, written):
    account = marked(text).accounts()[-1]
    assert (account.date.written if account.date else None) == written
