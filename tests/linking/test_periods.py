"""When a figure counts, where its words lean on others."""

import pytest

from rashomon.linking.figures.periods import Periods, only_follows


def of(made, figure, *before):
    source = made.source
    return Periods(source.article, source.reading).of(figure, [each.period for each in before])


def test_the_same_period_is_that_of_the_figure_before(write):
    made = write("They claim 98 raids in January and February. We counted 61 raids in the same two months.")
    first = made.figure("98", "98", "raids", period="2031-01-01/2031-02-28")
    assert of(made, made.figure("61", "61", "raids"), first) == first.period


def test_the_same_period_of_nothing_is_none(write):
    made = write("We counted 61 raids in the same two months.")
    assert of(made, made.figure("61", "61", "raids")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They claim 90 raids in the first half of 2030, including 48 in May.", "2030-05"),
        ("They claim 90 raids in the first half of 2030, of which 48 raids on posts in May.", "2030-05"),
        ("They claim 90 raids in the first half of 2030. It rained 48 days.", "None"),
        ("They claim 90 raids in the first half of 2030, and 48 more. They fled. In May it rained.", "None"),
    ],
)
def test_a_month_named_after_a_number_is_of_the_year_spoken_of(write, text, expected):
    made = write(text)
    made.figure("90", "90", "raids", period="2030-01-01/2030-06-30")
    assert str(of(made, made.figure("48", "48", "raids"))) == expected


def test_a_period_of_its_own_stays(write):
    made = write("They claim 90 raids in May.")
    figure = made.figure("90", "90", "raids", period="2029-05")
    assert of(made, figure) == figure.period


@pytest.mark.parametrize(
    ("text", "expected"), [("They claim 212, which would leave 51 for May.", True), ("They claim 51 for May.", False)]
)
def test_what_would_follow_is_no_count(write, text, expected):
    made = write(text)
    assert only_follows(made.article, made.figure("51", "51", "raids")) is expected
