"""Dates of happenings, and dates that may be only those of the report."""

from dataclasses import replace

import pytest

from rashomon.linking.events.timing import of_report, when_of
from rashomon.model.sources import Part
from rashomon.model.words import PartKind


def dated(write, text, words, date, trigger="blast", published="2031-03-15"):
    made = write(text, published=published)
    account = made.event(trigger, "bombing", date=date)
    return made.article, replace(account, date_span=made.span(words))


@pytest.mark.parametrize(
    ("text", "words", "date", "expected"),
    [
        ("The blast killed two, the ministry said on Saturday.", "Saturday", "2031-03-15", True),
        ("Officials gave two accounts on Saturday of the blast.", "Saturday", "2031-03-15", True),
        ("MARSA, March 15. A blast shook the port.", "March 15", "2031-03-15", True),
        ("On Saturday a minister said in haste that the blast was an accident.", "Saturday", "2031-03-15", True),
        ("On Saturday porters denounced the blast.", "Saturday", "2031-03-15", True),
        ("In a message posted on Saturday guards owned up to the blast.", "Saturday", "2031-03-15", True),
        ("On Thursday it rained. A cook said that the blast broke his jars.", "Thursday", "2031-03-13", False),
        ("A blast on Saturday shook the port.", "Saturday", "2031-03-15", False),
        ("A blast shook the port on Tuesday, officials said.", "Tuesday", "2031-03-11", False),
        ("Officials said on the day that the blast of March was the worst.", "March", "2031-03", False),
    ],
)
def test_a_day_after_said_on_or_in_the_dateline_may_be_the_report_s(write, text, words, date, expected):
    assert of_report(*dated(write, text, words, date)) == expected


def test_what_is_reported_on_a_day_may_have_happened_in_the_week_before(write):
    article, account = dated(write, "The blast killed two, the ministry said on Saturday.", "Saturday", "2031-03-15")
    assert str(when_of(article, account)) == "2031-03-08/2031-03-15"


def test_the_date_of_a_happening_stays_as_it_is(write):
    article, account = dated(write, "A blast on Tuesday shook the port.", "Tuesday", "2031-03-11")
    assert when_of(article, account) == account.date
    assert when_of(article, replace(account, date=None, date_span=None)) is None


def test_a_title_with_no_day_but_the_dateline_s_may_tell_of_what_was_long_before(write):
    made = write("Panel names those behind the blast. MARSA, March 15. A panel of judges met.", published="2031-03-15")
    account = replace(made.event("blast", "bombing", date="2031-03-15"), date_span=made.span("March 15"))
    title = Part(PartKind.TITLE, 0, made.article.text.index("MARSA"))
    assert str(when_of(made.article, account)) == "2031-03-08/2031-03-15"
    assert when_of(replace(made.article, parts=(title,)), account) is None
