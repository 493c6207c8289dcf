"""When it was what an account only recalls."""

from dataclasses import replace

import pytest

from rashomon.linking.events.recalling import dated
from rashomon.model.dates import DateInterval


@pytest.fixture
def day(write):
    """The date of the account of a trigger after recalling is read; ``day`` is its own, printed as ``words``."""

    def run(text, trigger, own=None, words=None, published="2031-03-04"):
        made = write(text, published=published)
        account = made.event(trigger, date=own)
        span = made.span(words) if words is not None else None
        found = dated(made.article, replace(account, date_span=span)).date
        return str(found) if found is not None else None

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("A year after nine porters died in an attack at the gate, families met on Tuesday.", "attack", "2030-01-18/2030-04-18"),
        ("A bomb went off on Tuesday, two weeks after a blast there.", "blast", "2031-02-14/2031-02-22"),
        ("They met on Tuesday on the third anniversary of the raid.", "raid", "2028-02-29/2028-03-06"),
        ("They met on Tuesday, the day after the raid.", "raid", "2031-03-03"),
        ("On Tuesday two weeks had passed since the raid.", "raid", "2031-02-14/2031-02-22"),
        ("They met on Tuesday, on the first anniversary of the raid.", "raid", "2030-03-01/2030-03-07"),
    ],
)
def test_what_is_recalled_is_counted_back_from_the_sentence_s_day(day, text, trigger, found):
    assert day(text, trigger, "2031-03-04", "Tuesday") == str(DateInterval.parse(found))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A year after the flood, raiders came on Tuesday in an attack.", "attack"),
        ("After a blast they fled on Tuesday.", "blast"),
        ("Years after the blast they met on Tuesday.", "blast"),
    ],
)
def test_what_stands_in_another_clause_or_is_not_counted_is_left_alone(day, text, trigger):
    assert day(text, trigger, "2031-03-04", "Tuesday") == "2031-03-04"


def test_a_day_beside_the_recalled_words_is_theirs(day):
    assert day("They met a year after the raid of 11 March 2030.", "raid", "2030-03-11", "11 March 2030") == "2030-03-11"


def test_without_a_day_in_the_sentence_it_is_counted_from_the_article_s(day):
    assert day("They met three weeks after the raid.", "raid") == "2031-02-05/2031-02-17"
    assert day("They met three weeks after the raid.", "raid", "2031-03-04", published=None) is None


def test_what_the_reader_has_counted_back_is_not_counted_back_again(day):
    assert day("They met a week after the raid.", "raid", "2031-02-25", "a week after") == "2031-02-25"


@pytest.mark.parametrize(
    ("text", "trigger", "words", "found"),
    [
        ("Guards on Tuesday held a cook suspected of killing two porters.", "killing", "Tuesday", None),
        ("On Tuesday a court found him guilty of the murder of two porters.", "murder", "Tuesday", None),
        ("Guards held a cook suspected of killing two porters on Tuesday.", "killing", "Tuesday", "2031-03-04"),
        ("Guards on Tuesday held a cook, killing two porters.", "killing", "Tuesday", "2031-03-04"),
    ],
)
def test_the_day_of_an_arrest_is_not_that_of_the_deed(day, text, trigger, words, found):
    assert day(text, trigger, "2031-03-04", words) == found


def test_an_anniversary_joins_the_event_it_means(linked, write):
    first = write("Raiders killed nine porters in an attack at [Tall Ghar|PLACE|p].", published="2030-03-04")
    first.event("attack", place="p", date="2030-03-04", killed="9")
    later = write(
        "A year after nine porters were killed in an attack at [Tall Ghar|PLACE|p], families met.",
        "Coast Times",
        published="2031-03-04",
    )
    later.event("attack", place="p", date="2031-03-04", killed="9")
    found = linked(first, later)
    assert [len(event.accounts) for event in found.events] == [2]
    assert str(found.events[0].date) == "2030-03-04"


def test_what_is_recalled_may_stand_before_the_words_that_tell_of_it(write):
    made = write("They met on Tuesday, a year after the raid that killed nine.", published="2031-03-04")
    account = made.event("raid", date="2031-03-04")
    narrow = replace(account, evidence=made.span("raid that killed nine"), date_span=made.span("Tuesday"))
    assert dated(made.article, narrow).date == DateInterval.parse("2030-01-18/2030-04-18")


def test_a_day_of_the_next_line_is_not_that_of_a_headline(write):
    made = write("Town marks a year since raid\n\nPeople lit candles on Tuesday", published="2031-03-04")
    account = made.event("raid", date="2031-03-04")
    recalled = replace(account, date_span=made.span("Tuesday"))
    assert dated(made.article, recalled).date == DateInterval.parse("2030-01-18/2030-04-18")
