import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.search.facets import FacetValue
from rashomon.web.catalogue import read_catalogue
from rashomon.web.timeline import HEIGHT, MOST_MONTHS, strip

SAY = read_catalogue()


def months(**counts: int) -> list[FacetValue]:
    """Give facet values of months, named like ``m2031_06``."""
    return [FacetValue(name[1:].replace("_", "-"), name, count) for name, count in counts.items()]


def test_each_month_stands_at_its_distance_from_the_first() -> None:
    drawn = strip(months(m2031_02=10, m2030_12=5, m2031_06=1), SAY)

    assert drawn is not None
    assert [(bar.value.value, bar.x) for bar in drawn.bars] == [("2030-12", 0), ("2031-02", 2), ("2031-06", 6)]
    assert (drawn.months, drawn.first, drawn.last, drawn.earlier) == (7, "December 2030", "June 2031", 0)


def test_the_highest_month_has_the_full_height_and_the_least_is_still_seen() -> None:
    drawn = strip(months(m2031_01=1000, m2031_02=500, m2031_03=1), SAY)

    assert drawn is not None
    assert [bar.height for bar in drawn.bars] == [HEIGHT, HEIGHT / 2, 1]


def test_the_summary_names_the_ends_and_the_highest() -> None:
    drawn = strip(months(m2031_01=7, m2031_02=3), SAY)

    assert drawn is not None
    for words in ("January 2031", "February 2031", "7"):
        assert words in drawn.summary


@pytest.mark.parametrize(
    "values",
    [[], months(m2031_01=9), [FacetValue("2031", "2031", 4), FacetValue("2032", "2032", 4)], months(m1900_01=50, m2031_01=50)],
)
def test_no_course_or_one_too_long_is_not_drawn(values: list[FacetValue]) -> None:
    assert strip(values, SAY) is None


def test_values_that_are_no_months_are_left_out() -> None:
    drawn = strip([FacetValue("2031", "2031", 90), *months(m2031_01=2, m2031_02=1)], SAY)

    assert drawn is not None
    assert [bar.height for bar in drawn.bars] == [HEIGHT, HEIGHT / 2]


def test_a_few_events_of_long_ago_are_counted_and_not_drawn() -> None:
    drawn = strip(months(m1914_08=2, m1945_05=3, m2031_01=60, m2031_02=40), SAY)

    assert drawn is not None
    assert (drawn.first, drawn.earlier, len(drawn.bars)) == ("January 2031", 5, 2)


def test_of_many_events_long_ago_none_is_left_out() -> None:
    drawn = strip(months(m2029_01=20, m2031_01=40, m2031_02=40), SAY)

    assert drawn is not None
    assert (drawn.first, drawn.earlier) == ("January 2029", 0)


def test_the_longest_course_that_is_drawn() -> None:
    years = MOST_MONTHS // 12
    fits = [FacetValue("2001-01", "", 5), FacetValue(f"{2000 + years}-12", "", 5)]
    longer = [FacetValue("2001-01", "", 5), FacetValue(f"{2001 + years}-01", "", 5)]

    drawn = strip(fits, SAY)

    assert drawn is not None
    assert drawn.months == MOST_MONTHS
    assert strip(longer, SAY) is None


MONTHS = st.builds("{:04}-{:02}".format, st.integers(1950, 2049), st.integers(1, 12))


@given(st.dictionaries(MONTHS, st.integers(1, 500), max_size=30))
def test_bars_stand_in_order_within_the_drawing(counts: dict[str, int]) -> None:
    drawn = strip([FacetValue(month, month, count) for month, count in counts.items()], SAY)
    if drawn is None:
        return

    places = [bar.x for bar in drawn.bars]
    assert places == sorted(set(places))
    assert places[0] == 0
    assert places[-1] == drawn.months - 1
    assert all(1 <= bar.height <= HEIGHT for bar in drawn.bars)
    assert drawn.earlier + sum(bar.value.count for bar in drawn.bars) == sum(counts.values())
