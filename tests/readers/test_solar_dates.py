import pytest

from rashomon.readers.printed_dates import is_dateline, printed_date
from rashomon.readers.solar_dates import solar_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 فروردین 1400", "2021-03-21"),
        ("22 بهمن 1357", "1979-02-11"),
        ("1403/1/1", "2024-03-20"),
        ("30 اسفند 1399", "2021-03-20"),
        ("31 مهر 1400", None),
        ("1400/13/01", None),
        ("no date", None),
    ],
)
def test_solar_days(text, day):
    assert solar_date(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("۲۱ اسفند ۱۴۰۹", "2031-03-12"),
        ("١٢ مارس، ٢٠٣١", "2031-03-12"),
        ("12 березня 2031 р.", "2031-03-12"),
        ("Tue, 03/11/2031 - 08:00", "2031-03-11"),
        ("Wed, 03/12/2031 - 08:00", "2031"),
        ("03/11/2031", "2031"),
    ],
)
def test_digits_of_other_scripts_and_weekdays(text, day):
    assert printed_date(text) == day


def test_a_sentence_with_a_date_is_no_dateline():
    assert is_dateline("Posted on 12 March 2031 by Lena Ortiz")
    assert not is_dateline("The convoy was attacked on 12 March 2031.")
