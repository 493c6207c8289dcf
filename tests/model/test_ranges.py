import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.ranges import Range


@pytest.mark.parametrize(
    ("text", "low", "high"), [("3", 3, 3), ("20..", 20, None), ("10..15", 10, 15), ("..5", None, 5), ("2.5", 2.5, 2.5)]
)
def test_a_range_is_read_and_written_alike(text, low, high):
    found = Range.parse(text)

    assert (found.low, found.high) == (low, high)
    assert str(found) == text


@pytest.mark.parametrize("text", ["", "..", "many", "5..3"])
def test_what_is_no_range_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        Range.parse(text)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_ranges_overlap_exactly_where_they_share_a_number(low, size, value):
    found = Range(low, low + size)

    assert found.overlaps(Range.exactly(value)) is (low <= value <= low + size)


def test_open_ends_reach_for_ever():
    assert Range.parse("20..").overlaps(Range.parse("31"))
    assert not Range.parse("20..").overlaps(Range.parse("..19"))
