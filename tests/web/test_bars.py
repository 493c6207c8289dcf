import pytest

from rashomon.store.search.facets import FacetValue
from rashomon.web.catalogue import read_catalogue
from rashomon.web.timeline import HEIGHT as BAR_HEIGHT
from rashomon.web.timeline import strip

SAY = read_catalogue()


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
