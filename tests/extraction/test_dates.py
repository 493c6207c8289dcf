from datetime import date

import pytest

from rashomon.extraction.dates import find_dates

#: A Saturday.
ANCHOR = date(2016, 11, 26)


def read(text, anchor=ANCHOR):
    return [(text[found.start : found.end], str(found.value)) for found in find_dates(text, (0, len(text)), anchor)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on June 2, 2022.", "June 2, 2022", "2022-06-02"),
        ("It fell on 2 Jun 2022.", "2 Jun 2022", "2022-06-02"),
        ("It fell on the 2nd of June, 2022.", "the 2nd of June, 2022", "2022-06-02"),
        ("Dated 2022-06-02.", "2022-06-02", "2022-06-02"),
        ("Dated 22-06-2022.", "22-06-2022", "2022-06-22"),
        ("Dated 06/22/2022.", "06/22/2022", "2022-06-22"),
        ("Dated 02-06-2022.", "02-06-2022", "2022-02-06/2022-06-02"),
        ("Dated 2.6.2022.", "2.6.2022", "2022-06-02"),
        ("Dated 2022/06/02.", "2022/06/02", "2022-06-02"),
        ("In March 2009 it rose.", "March 2009", "2009-03"),
        ("In 2012 it rose.", "2012", "2012"),
        ("Since mid-2014 it rose.", "Since mid-2014", "2014-05-01/2016-11-26"),
        ("In early 2015 it rose.", "early 2015", "2015-01-01/2015-04-30"),
        ("In the summer of 2014 it rose.", "the summer of 2014", "2014-06-01/2014-08-31"),
        ("In the 1980s it rose.", "the 1980s", "1980-01-01/1989-12-31"),
        ("On October 30 and 31 they met.", "October 30 and 31", "2016-10-30/2016-10-31"),
        ("From 27 to 31 March 2015 they met.", "27 to 31 March 2015", "2015-03-27/2015-03-31"),
        ("A spell from Sept. 27 to Nov. 7.", "from Sept. 27 to Nov. 7", "2016-09-27/2016-11-07"),
        ("It came between May 31 and June 1, 2022.", "between May 31 and June 1, 2022", "2022-05-31/2022-06-01"),
        ("It came between November and July.", "between November and July", "2015-11-01/2016-07-31"),
        ("The war of 2003-2011.", "2003-2011", "2003-01-01/2011-12-31"),
        ("The war of 2013–16.", "2013–16", "2013-01-01/2016-12-31"),
        ("The first nine months of 2016 were bad.", "The first nine months of 2016", "2016-01-01/2016-09-30"),
        ("The third quarter of 2015 was bad.", "The third quarter of 2015", "2015-07-01/2015-09-30"),
        ("The second half of last year was bad.", "The second half of last year", "2015-07-01/2015-12-31"),
        ("It has held since March 2015.", "since March 2015", "2015-03-01/2016-11-30"),
        ("It ends by the end of 2022.", "by the end of 2022", "2022-12-31"),
        ("After the 9/11 attacks it rose.", "9/11", "2001-09-11"),
    ],
)
def test_dates_of_the_calendar(text, words, value):
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They came on Wednesday.", "Wednesday", "2016-11-23"),
        ("They came on Saturday night.", "Saturday night", "2016-11-26"),
        ("They came last Saturday.", "last Saturday", "2016-11-19"),
        ("They come next Friday.", "next Friday", "2016-12-02"),
        ("They will meet on Monday.", "Monday", "2016-11-28"),
        ("They must leave by Friday.", "Friday", "2016-12-02"),
        ("They came yesterday.", "yesterday", "2016-11-25"),
        ("They came overnight.", "overnight", "2016-11-25/2016-11-26"),
        ("They came last week.", "last week", "2016-11-14/2016-11-20"),
        ("They came last weekend.", "last weekend", "2016-11-19/2016-11-20"),
        ("They came last month.", "last month", "2016-10"),
        ("They came this year.", "this year", "2016"),
        ("They came three days ago.", "three days ago", "2016-11-23"),
        ("They came two years ago.", "two years ago", "2014"),
        ("They came several days ago.", "several days ago", "None"),
        ("They came earlier this month.", "earlier this month", "2016-11-01/2016-11-26"),
        ("It rose over the past three months.", "over the past three months", "2016-08-26/2016-11-26"),
        ("It rose in the past month.", "in the past month", "2016-10-27/2016-11-26"),
        ("It rose in recent weeks.", "in recent weeks", "None"),
        ("It rose in June.", "June", "2016-06"),
        ("It rose in December.", "December", "2015-12"),
        ("It rose last July.", "last July", "2016-07"),
        ("It rose in April last year.", "April last year", "2015-04"),
        ("It rose on March 3.", "March 3", "2016-03-03"),
        ("It rose on the 15th.", "the 15th", "2016-11-15"),
        ("They came two and a half years ago.", "two and a half years ago", "2014-05"),
        ("They came on the night of 3-4 May.", "the night of 3-4 May", "2016-05-03/2016-05-04"),
        ("They came on Monday and Tuesday.", "Monday and Tuesday", "2016-11-21/2016-11-22"),
        ("It was the third raid in two years.", "in two years", "2014-01-01/2016-12-31"),
        ("It was the worst month in three months.", "in three months", "2016-08-26/2016-11-26"),
        ("On Tuesday, 22 November, it rose.", "Tuesday, 22 November", "2016-11-22"),
    ],
)
def test_dates_that_count_from_the_day_of_publication(text, words, value):
    assert read(text) == [(words, value)]


def test_a_day_later_counts_from_the_day_named_before():
    assert read("On 3 March 2015 it fell. A day later it rose; the next day, calm.") == [
        ("3 March 2015", "2015-03-03"),
        ("A day later", "2015-03-04"),
        ("the next day", "2015-03-05"),
    ]


def test_a_time_of_day_belongs_to_the_day_named_last():
    assert read("On 3 March 2015 it fell. At 17:40 it rose; by dusk, calm.") == [
        ("3 March 2015", "2015-03-03"),
        ("17:40", "2015-03-03"),
        ("dusk", "2015-03-03"),
    ]


def test_dates_in_figures_follow_the_order_that_one_of_them_shows():
    assert read("From 13/07/2014, not 03/07/2014.") == [("13/07/2014", "2014-07-13"), ("03/07/2014", "2014-07-03")]
    assert read("From 07/13/2014, not 03/07/2014.") == [("07/13/2014", "2014-07-13"), ("03/07/2014", "2014-03-07")]
    assert read("Filed on 03/12/2016.") == [("03/12/2016", "2016-03-12")]


def test_without_an_anchor_only_whole_dates_have_a_value():
    found = find_dates("On Monday and on 3 May 2014.", (0, 28), None)
    assert [(str(one.value), one.relative) for one in found] == [("None", True), ("2014-05-03", False)]


@pytest.mark.parametrize(
    "text",
    [
        "It took 24 hours.",
        "They may march on.",
        "Theresa May spoke.",
        "Some 2000 people came.",
        "Resolution 1701 holds.",
        "It began at 06.40.",
        "The March 7 Movement spoke.",
        "He told Oru Today that he left.",
        "It was 12:300.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert read(text) == []


def test_only_the_span_is_read_and_offsets_count_in_the_whole_text():
    text = "In 2012 it rose. In 2013 it fell."
    assert [text[found.start : found.end] for found in find_dates(text, (17, len(text)), None)] == ["2013"]
