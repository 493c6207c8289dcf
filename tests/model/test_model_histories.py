"""Lines of a history."""

from datetime import date

import pytest

from rashomon.model.dates import DateInterval
from rashomon.model.histories import Chapter, HistoryLine, Witness


def line(valid: str | None, *witnesses: Witness) -> HistoryLine:
    return HistoryLine(Chapter.ROLE, "leads", "Front", DateInterval.parse(valid) if valid else None, witnesses)


@pytest.mark.parametrize(
    ("valid", "when"),
    [
        ("2001/", "2001/"),
        ("2001-03/2004", "2001-03/2004"),
        ("/2004-02", "/2004-02"),
        ("2001-03-05/2004-02-29", "2001-03-05/2004-02"),
        ("2001-03-05", "2001-03-05"),
        ("2001", "2001"),
        (None, ""),
    ],
)
def test_the_time_is_as_short_as_its_days_allow(valid: str | None, when: str) -> None:
    assert line(valid).when == when


def test_an_undated_line_is_put_where_it_was_first_told() -> None:
    told = line(None, Witness("Gazette", day=date(2031, 3, 4)), Witness("Herald", day=date(2031, 3, 2)), Witness("list"))
    assert (told.begun, told.when) == (date(2031, 3, 2), "told 2031-03-02")
    assert line("/2004-02").begun == date(2004, 2, 29)
    assert line(None).begun is None


def test_a_denial_by_anybody_makes_a_line_denied() -> None:
    assert line(None, Witness("a"), Witness("b", denies=True)).is_denied
    assert not line(None, Witness("a")).is_denied
