import pytest

from rashomon.exports.wording.spoken import amount_words, date_words, moment_words, number_words, size_words
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.web.catalogue import read_catalogue

SAY = read_catalogue()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2031-06-04", "4 June 2031"),
        ("2031-06", "June 2031"),
        ("2031", "2031"),
        ("2031-06-04/2031-06-05", "4 to 5 June 2031"),
        ("2031-06-04/2031-07-05", "4 June to 5 July 2031"),
        ("2030-12-30/2031-01-02", "30 December 2030 to 2 January 2031"),
        ("2031-05-01/", "since 1 May 2031"),
        ("/2031-05-01", "until 1 May 2031"),
        ("last spring", "last spring"),
        (None, "no date"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(text: str | None, words: str) -> None:
    assert date_words(text, SAY) == words


def test_an_interval_is_told_like_its_text() -> None:
    assert date_words(DateInterval.parse("2031-06"), SAY) == "June 2031"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Range.exactly(3), "3"),
        ("20..", "20 or more"),
        ("..5", "up to 5"),
        ("10..15", "10 to 15"),
        (Range.exactly(12_500), "12,500"),
        (Range.exactly(0), "0"),
        ("dozens", "dozens"),
    ],
)
def test_a_count_keeps_its_open_end(value: Range | str, words: str) -> None:
    assert amount_words(value, SAY) == words


def test_numbers_sizes_and_moments() -> None:
    assert (number_words(1.5), number_words(2.0)) == ("1.5", "2")
    assert (size_words(0), size_words(5_000_000_000_000)) == ("0 B", "5000 GB")
    assert moment_words("2031-06-05T08:00:00+02:00") == "2031-06-05 06:00 UTC"
    assert moment_words("some time ago") == "some time ago"
