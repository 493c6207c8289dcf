from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.readers.printed_dates import MONTHS, PRINTED, date_of, is_day_first, printed_date


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Posted on 14 July 2020 by Ana", "2020-07-14"),
        ("July 3rd, 2019", "2019-07-03"),
        ("Sept. 9, 2031", "2031-09-09"),
        ("Wed, 02 Jun 2022 07:00:00 +0000", "2022-06-02"),
        ("2019-07-03", "2019-07-03"),
        ("2019-07-03T22:10:00Z", "2019-07-03"),
        ("2019/7/3", "2019-07-03"),
        ("3 de julio de 2019", "2019-07-03"),
        ("1er mars 2031", "2031-03-01"),
        ("3. Mai 2031", "2031-05-03"),
        ("03.05.2031", "2031-05-03"),
        ("12 Aralık 2030", "2030-12-12"),
        ("7 января 2031", "2031-01-07"),
        ("٣ no, 3 آذار 2031", "2031-03-03"),
        ("3 كانون الثاني 2031", "2031-01-03"),
        ("02-Nov-2030", "2030-11-02"),
        ("the 2nd of May 2031", "2031-05-02"),
    ],
)
def test_a_day_is_read_as_pages_of_many_languages_print_it(text, read):
    assert printed_date(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("July 2019", "2019-07"),
        ("marzo de 2031", "2031-03"),
        ("25/12/2030", "2030-12-25"),
        ("12/25/2030", "2030-12-25"),
        ("04/04/2031", "2031-04-04"),
        ("03/07/2019", "2019"),
    ],
)
def test_a_date_is_no_more_precise_than_its_print(text, read):
    assert printed_date(text) == read


@pytest.mark.parametrize(
    "text",
    ["", "no date", "31 February 2031", "2031-13-01", "99/99/2031", "1 May 1850", "call 2019-07-031", "May 12", "x2019-07-03"],
)
def test_what_is_no_day_of_the_calendar_is_not_read(text):
    assert printed_date(text) is None


def test_the_first_date_of_a_text_counts():
    assert printed_date("Updated 2 June 2031, first printed 1 June 2031") == "2031-06-02"


def test_a_match_is_read_by_itself():
    found = PRINTED.search("on July 3, 2019 and later")

    assert found is not None
    assert (found[0], date_of(found)) == ("July 3, 2019", "2019-07-03")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_every_day_is_read_back_under_every_name_of_its_month(day, name):
    day = day.replace(day=min(day.day, 28), month=MONTHS[name])

    for text in (f"{day.day} {name} {day.year}", f"{name} {day.day}, {day.year}", f"{day:%Y-%m-%d}"):
        assert printed_date(text) == day.isoformat()
    assert printed_date(f"{name} {day.year}") == f"{day:%Y-%m}"


@given(st.text(max_size=60))
def test_whatever_the_text_what_is_read_is_a_date(text):
    read = printed_date(text)

    assert read is None or date.fromisoformat((read + "-01-01")[:10])


def test_every_month_has_names_in_many_languages():
    assert set(MONTHS.values()) == set(range(1, 13))
    assert all(name == name.lower() for name in MONTHS)


@pytest.mark.parametrize(
    ("page", "first"),
    [
        ("14/05/2024 22:10\n12/05/2024 08:00", True),
        ("05/14/2024\n05/12/2024", False),
        ("12/05/2024", None),
        ("14/05/2024\n05/14/2024", None),
    ],
)
def test_the_pages_other_dates_say_which_number_is_the_day(page, first):
    assert is_day_first(page) is first
    found = PRINTED.search("12/05/2024")
    assert date_of(found, day_first=first) == {True: "2024-05-12", False: "2024-12-05", None: "2024"}[first]
