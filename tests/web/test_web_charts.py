from dataclasses import replace

import pytest
from imagined_ledger import SERIES, count

from rashomon.model.ranges import Range
from rashomon.store.views import FacetValue, SeriesView
from rashomon.web.catalogue import read_catalogue
from rashomon.web.charts import HEIGHT, LEFT, RIGHT, TOP, WIDTH, Chart, draw
from rashomon.web.timeline import HEIGHT as BAR_HEIGHT
from rashomon.web.timeline import strip

SAY = read_catalogue()


def drawn(view: SeriesView) -> Chart:
    chart = draw(view, SAY)
    assert chart is not None
    return chart


def test_points_stand_in_the_order_of_time_inside_the_drawing() -> None:
    points = drawn(SERIES[0]).points

    assert [point.x for point in points] == sorted(point.x for point in points)
    assert all(LEFT <= point.x <= WIDTH - RIGHT and TOP <= point.y <= HEIGHT for point in points)


def test_a_higher_number_stands_higher() -> None:
    totals = [point.y for point in drawn(SERIES[0]).points if point.total]

    assert totals == sorted(totals, reverse=True)


def test_the_line_joins_running_totals_only() -> None:
    chart = drawn(SERIES[0])

    assert chart.steps.count("H") == 2
    assert [point.label for point in chart.points if point.derived] == ["June 2031 = 589 - 489 = 100"]


def test_one_number_is_not_drawn() -> None:
    assert draw(SERIES[1], SAY) is None
    assert draw(SeriesView(SERIES[1].series, (count("2031-05-31", 5, total=True),)), SAY) is None


def test_the_drawing_is_told_in_words_too() -> None:
    assert drawn(SERIES[0]).summary == "raids on depots: 5 dated numbers, from 96 to 782, 31 May 2031 to 30 September 2031"


@pytest.mark.parametrize(
    ("numbers", "top"), [((0, 0), "1"), ((1, 3), "3"), ((489, 782), "800"), ((0.2, 0.4), "1"), ((9e6, 2e7), "20,000,000")]
)
def test_the_axis_ends_at_a_round_number_not_below_the_highest(numbers: tuple[float, float], top: str) -> None:
    view = SeriesView(SERIES[1].series, tuple(count(f"2031-0{n + 1}", value, total=None) for n, value in enumerate(numbers)))

    assert drawn(view).values[-1].label == top


def test_numbers_of_one_day_and_open_ranges_can_be_drawn() -> None:
    one, other = count("2031-05-31", 5, total=True), count("2031-05-31", 9, total=True)
    open_ended = replace(other, figure=replace(other.figure, printed=None, value=Range(None, 9)))
    bare = replace(one, figure=replace(one.figure, as_of=None))

    chart = drawn(SeriesView(SERIES[1].series, (one, open_ended, bare)))

    assert len({point.y for point in chart.points}) == 2
    assert chart.undated == 1


def months(**counts: int) -> list[FacetValue]:
    return [FacetValue(key[1:].replace("_", "-"), key, n) for key, n in counts.items()]


def test_months_without_events_keep_their_room() -> None:
    made = strip(months(m2031_06=4, m2030_12=2), SAY)

    assert made is not None
    assert [(bar.x, bar.height) for bar in made.bars] == [(0, BAR_HEIGHT / 2), (6, BAR_HEIGHT)]
    assert (made.months, made.first, made.last) == (7, "December 2030", "June 2031")


def test_a_stray_month_long_ago_is_left_out_and_counted() -> None:
    made = strip(months(m1961_01=1, m2031_05=30, m2031_06=30), SAY)

    assert made is not None
    assert (made.first, made.earlier, len(made.bars)) == ("May 2031", 1, 2)


@pytest.mark.parametrize("values", [months(), months(m2031_06=3), months(m1031_06=3, m2031_06=3)])
def test_what_shows_no_course_is_not_drawn(values: list[FacetValue]) -> None:
    assert strip(values, SAY) is None
