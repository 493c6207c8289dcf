import pytest

from rashomon.extraction.timexes_values import duration, period
from rashomon.model.dates import DateInterval


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("2016-05-03", "2016-05-03"),
        ("2016-05", "2016-05"),
        ("2016", "2016"),
        ("2016-02-01/2016-02-07", "2016-W05"),
        ("2016-11-26/2016-11-27", "2016-W47-WE"),
        ("2016-07-01/2016-09-30", "2016-Q3"),
        ("2016-07-01/2016-12-31", "2016-H2"),
        ("2016-12-01/2017-02-28", "2016-WI"),
        ("1980-01-01/1989-12-31", "198"),
        ("1900-01-01/1999-12-31", "19"),
        ("2016-05-03/2016-05-05", "2016-05"),
        ("2016-05-03/2016-06-05", "2016"),
        ("2016-05-03/2017-06-05", None),
        ("2016-05-03/", None),
    ],
)
def test_periods_have_names(value, name):
    assert period(DateInterval.parse(value)) == name


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "day", "P3D"),
        (2, "fortnight", "P4W"),
        (1.5, "hour", "PT1H30M"),
        (0.5, "year", "P6M"),
        (None, "century", "PXC"),
        (3, "quarter", "P3Q"),
    ],
)
def test_durations_are_written_with_their_unit(count, unit, value):
    assert duration(count, unit) == value
