"""Drawings that need no script: places at honest precision, the reporting, copies, roles, series."""

import itertools
import math
from dataclasses import replace
from datetime import date

import pytest
from imagined_ledger import COPY, EVENT_VIEW, SERIES, TOLD

from rashomon.exports.drawings.atlas import Window, clipped, extent, outlines, seen
from rashomon.exports.drawings.locating import Spot, area_of, locate
from rashomon.exports.drawings.scales import Scale, day_ticks, value_ticks
from rashomon.exports.drawings.series_drawing import conflicting, draw_series
from rashomon.exports.drawings.spots import Shape, bearing, circle, sector, shape_of
from rashomon.model.ledger import Copy
from rashomon.model.places import Place
from rashomon.model.words import CopyKind, PlacePrecision
from rashomon.store.pages.views import CountedSeries, OwnCount, PlaceLine, RolesByMonth
from rashomon.web.catalogue import read_catalogue
from rashomon.web.chain import chains
from rashomon.web.event_places import event_map
from rashomon.web.mapping import feature_collection
from rashomon.web.reporting import reporting
from rashomon.web.rolebars import role_bars

SAY = read_catalogue()
TOWN = Place("Ostrel", "IQ", PlacePrecision.TOWN, lat=36.3, lon=43.1)


def km(one: tuple[float, float], other: tuple[float, float]) -> float:
    up = (one[1] - other[1]) * 111.32
    return math.hypot(up, (one[0] - other[0]) * 111.32 * math.cos(math.radians(one[1])))


@pytest.mark.parametrize(
    ("precision", "country", "shape"),
    [
        (PlacePrecision.POINT, "IQ", Shape.DOT),
        (PlacePrecision.TOWN, "IQ", Shape.DOT),
        (PlacePrecision.NEAR, "IQ", Shape.CIRCLE),
        (PlacePrecision.ADMIN1, "IQ", Shape.CIRCLE),
        (PlacePrecision.REGION, "IQ", Shape.CIRCLE),
        (PlacePrecision.REGION, None, None),
        (PlacePrecision.COUNTRY, "IQ", Shape.COUNTRY),
    ],
)
def test_only_towns_and_points_are_pinned(precision: PlacePrecision, country: str | None, shape: Shape | None) -> None:
    assert shape_of(precision, country) is shape


@pytest.mark.parametrize(
    ("before", "degrees", "far"),
    [
        ("a base north of ", 0, None),
        ("20 km north-east of ", 45, 20),
        ("some 10 miles to the south of the city of ", 180, 16.09),
        ("in the west of ", 270, None),
    ],
)
def test_words_give_a_direction(before: str, degrees: float, far: float | None) -> None:
    found = bearing(before)

    assert found is not None
    assert found.degrees == degrees
    assert found.far == (None if far is None else pytest.approx(far))


@pytest.mark.parametrize("before", ["in ", "the north ", "north of Gao and in "])
def test_other_words_give_none(before: str) -> None:
    assert bearing(before) is None


def test_a_circle_is_as_far_as_it_says_and_a_sector_lies_on_its_side() -> None:
    centre = (43.1, 36.3)
    toward = bearing("20 km north of ")
    assert toward is not None

    assert all(km(centre, corner) == pytest.approx(25, rel=0.01) for corner in circle(centre, 25))
    assert all(lat > 36.3 and 11 < km(centre, (lon, lat)) < 29 for lon, lat in sector(centre, toward))


def test_a_country_is_an_area_and_never_a_pin() -> None:
    drawing = locate([Spot(Place("Iraq", "IQ", PlacePrecision.COUNTRY, lat=33.0, lon=44.0), "Iraq")])

    assert drawing is not None
    assert [mark.shape for mark in drawing.marks] == [Shape.COUNTRY]
    assert drawing.marks[0].path.startswith("M")


def test_what_nobody_can_place_is_not_drawn() -> None:
    nowhere = Place("Merrowick", "XT", PlacePrecision.TOWN)
    sahel = Place("Sahel", None, PlacePrecision.REGION, lat=15.0, lon=5.0)

    assert locate([Spot(nowhere, "a"), Spot(sahel, "b"), Spot(Place("Tarvessia", "XT", PlacePrecision.COUNTRY), "c")]) is None
    assert area_of(Spot(sahel, "b")) == ()


def test_dots_lie_inside_the_drawing_and_the_scale_is_true() -> None:
    other = replace(TOWN, name="Karsk", lat=35.4, lon=44.4)
    drawing = locate([Spot(TOWN, "one"), Spot(other, "two")])

    assert drawing is not None
    assert all(0 < mark.x < drawing.width and 0 < mark.y < drawing.height for mark in drawing.marks)
    first, second = drawing.marks
    apart = math.hypot(first.x - second.x, first.y - second.y) * drawing.scale_km / drawing.scale
    assert apart == pytest.approx(km((43.1, 36.3), (44.4, 35.4)), rel=0.03)


def test_outlines_are_cut_to_the_window() -> None:
    window = Window(42.0, 33.0, 45.0, 36.0)
    positions = [position for _, ring in seen(window) for position in ring]

    assert "IQ" in {code for code, _ in seen(window)}
    assert all(42.0 <= lon <= 45.0 and 33.0 <= lat <= 36.0 for lon, lat in positions)
    assert clipped(((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)), window) == ()


def test_no_outline_runs_around_the_world() -> None:
    for rings in outlines().values():
        for ring in rings:
            assert all(abs(one[0] - other[0]) <= 180 for one, other in itertools.pairwise(ring))
    assert extent("XX") is None


def test_a_side_of_a_place_is_drawn_only_where_the_words_say_near_it() -> None:
    told = TOLD["herald"] if "herald" in TOLD else EVENT_VIEW.accounts[0].account
    account = next(one for one in EVENT_VIEW.accounts if one.account.id == told.id)
    near = replace(TOWN, precision=PlacePrecision.NEAR)
    named = replace(account.places[0], id=near.id, words="Ostrel")
    quote = replace(account.quote, context="A blast 20 km north of Ostrel killed two.")
    view = replace(EVENT_VIEW, accounts=(replace(account, places=(named,), quote=quote),))
    drawing, unplaced = event_map(view, {near.id: near})

    assert drawing is not None
    assert [mark.shape for mark in drawing.marks] == [Shape.SECTOR]
    assert unplaced == ()
    plain, _ = event_map(view, {near.id: replace(near, precision=PlacePrecision.TOWN)})
    assert plain is not None
    assert [mark.shape for mark in plain.marks] == [Shape.DOT]


def test_geojson_leaves_out_what_has_no_extent() -> None:
    def line(name: str, precision: PlacePrecision, country: str | None, lat: float | None) -> PlaceLine:
        return PlaceLine(f"plc-{name}", name, country, precision, lat, lat, (("2031-03", 2), ("", 1)), 3, 1)

    found = feature_collection(
        [
            line("town", PlacePrecision.TOWN, "XT", 1.0),
            line("nowhere", PlacePrecision.TOWN, "XT", None),
            line("land", PlacePrecision.COUNTRY, "IQ", None),
            line("no land", PlacePrecision.COUNTRY, "XT", 1.0),
            line("sahel", PlacePrecision.REGION, None, 1.0),
        ]
    )

    assert [one["properties"]["name"] for one in found["features"]] == ["town", "land"]
    assert found["features"][0]["properties"]["months"] == {"2031-03": 2, "": 1}
    assert found["unplaced"] == 9


def test_the_reporting_puts_tolls_and_voices_on_their_days() -> None:
    drawn = reporting(EVENT_VIEW, SAY)

    assert drawn is not None
    tolls = {toll.account_id: toll for toll in drawn.tolls}
    counted = [told for told in EVENT_VIEW.accounts if told.account.killed is not None and told.article.published is not None]
    assert set(tolls) == {told.account.id for told in counted}
    highest = max(counted, key=lambda told: told.account.killed.high or told.account.killed.low)
    assert tolls[highest.account.id].top == min(toll.top for toll in drawn.tolls)
    assert {toll.account_id for toll in drawn.tolls if toll.open_} == {
        told.account.id for told in counted if told.account.killed.high is None
    }
    assert len(drawn.said) >= len(counted)


def test_reporting_of_one_day_is_not_drawn() -> None:
    day = tuple(replace(told, article=replace(told.article, published="2031-06-05")) for told in EVENT_VIEW.accounts)

    assert reporting(replace(EVENT_VIEW, accounts=day, claims=()), SAY) is None


def test_copies_hang_under_what_they_repeat_and_never_in_a_ring() -> None:
    ring = Copy(COPY.original_id, COPY.article_id, CopyKind.VERBATIM, 0.5)
    found = chains(EVENT_VIEW, (COPY, ring))
    firsts = [link for chain in found for link in chain.links]

    assert COPY.article_id not in {link.article.id for link in firsts}
    below = [below.article.id for link in firsts for below in link.copies if link.article.id == COPY.original_id]
    assert below == [COPY.article_id]


def test_roles_stand_above_and_below_the_line() -> None:
    drawn = role_bars((RolesByMonth("2030-12", 4, 0), RolesByMonth("2031-02", 1, 2)), SAY)

    assert drawn is not None
    first, last = drawn.bars
    assert first.x < last.x
    assert first.up > last.down > last.up > first.down == 0
    assert role_bars((), SAY) is None


def test_a_series_shows_own_counts_conflicts_and_gaps() -> None:
    view = SERIES[0]
    figures = (
        *view.figures,
        replace(view.figures[0], figure=replace(view.figures[0].figure, value=view.figures[1].figure.value)),
    )
    clashing = conflicting(figures)
    own = (OwnCount(view.figures[0].figure.id, 7),)
    drawn = draw_series(CountedSeries(replace(view, figures=figures), own, ("2031-07-01/2031-08-31",)), SAY)

    assert view.figures[0].figure.id in clashing
    assert drawn is not None
    assert {point.role for point in drawn.points} == {"published", "derived", "own"}
    assert any(point.conflict for point in drawn.points)
    assert len(drawn.gaps) == 1
    assert drawn.gaps[0][1] > 0


def test_a_series_without_days_is_not_drawn() -> None:
    assert draw_series(CountedSeries(SERIES[1], (), ()), SAY) is None


@pytest.mark.parametrize(("highest", "last"), [(0, 1), (1, 1), (31, 40), (782, 800), (0.3, 1)])
def test_values_end_at_or_above_the_highest(highest: float, last: float) -> None:
    assert value_ticks(highest)[-1] == last
    assert value_ticks(highest)[0] == 0


def test_days_keep_room_for_their_words() -> None:
    days = [date(2031, 1, day) for day in range(1, 31)]
    across = Scale(days[0].toordinal(), days[-1].toordinal(), 0, 640)
    ticks = day_ticks(days, across, SAY)

    assert (ticks[0][0], ticks[-1][0]) == (0, 640)
    assert all(after[0] - before[0] >= 110 for before, after in itertools.pairwise(ticks))
    assert day_ticks(days[:1], across, SAY) == ((0, "1 January 2031"),)
