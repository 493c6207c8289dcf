"""Pictures: one set of numbers as SVG and as a bitmap; charts and maps that say what they show."""

from datetime import date
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from rashomon.exports.drawings.bitmap import SCALE, png
from rashomon.exports.drawings.charts import map_picture, stack_picture, thinned
from rashomon.exports.drawings.fonts import font_file
from rashomon.exports.drawings.locating import Spot, locate
from rashomon.exports.drawings.picture import Kind, Picture, Shape, bar, rings, words
from rashomon.exports.drawings.scales import Scale, day_ticks
from rashomon.exports.drawings.stacking import stack
from rashomon.exports.drawings.svg import svg
from rashomon.exports.drawings.toll_chart import DatedToll, toll_picture
from rashomon.exports.wording.catalogue import read_words
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.store.search.drawing import Counts, Row

SAY = read_words()
SMALL = Picture(40, 20, "caption", "what <it> shows", (bar(0, 0, 20, 20, "#ff0000", "red & wide"), words(1, 10, "قال <b>")))


def test_an_svg_is_well_formed_and_shows_every_letter() -> None:
    tree = etree.fromstring(svg(SMALL))
    space = {"s": "http://www.w3.org/2000/svg"}

    assert tree.get("aria-label") == "what <it> shows"
    assert tree.xpath("string(//s:path/s:title)", namespaces=space) == "red & wide"
    assert tree.xpath("string(//s:text)", namespaces=space) == "قال <b>"


def test_a_bitmap_shows_the_same_at_its_scale() -> None:
    image = Image.open(BytesIO(png(SMALL)))

    assert image.size == (40 * SCALE, 20 * SCALE)
    assert image.getpixel((10 * SCALE, 18 * SCALE)) == (255, 0, 0)
    assert image.getpixel((38 * SCALE, 18 * SCALE)) == (255, 255, 255)
    assert png(SMALL) == png(SMALL)


def test_the_typeface_has_latin_cyrillic_greek_hebrew_and_arabic_letters() -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    for bold in (False, True):
        with font_file(bold=bold) as path:
            known = TTFont(str(path)).getBestCmap()
        assert [letter for letter in "Aéğßİжαשعی–“█€" if ord(letter) not in known] == []


@pytest.mark.parametrize(
    ("path", "points"),
    [("M0 0L2 0L2 2Z", [((0, 0), (2, 0), (2, 2))]), ("M1 5H3V1", [((1, 5), (3, 5), (3, 1))]), ("", [])],
)
def test_a_path_is_taken_apart(path: str, points: list) -> None:
    assert list(rings(path)) == points


def test_tolls_of_one_day_are_no_course_and_of_two_reach_from_least_to_most() -> None:
    first = DatedToll(date(2031, 5, 5), 4, 9, "market")
    drawn = toll_picture([first, DatedToll(date(2031, 6, 1), 2, 2, "raid")], SAY)

    assert toll_picture([first], SAY) is None
    assert drawn is not None
    assert "the highest count is 9" in drawn.description
    assert [shape.text for shape in drawn.shapes if shape.kind is Kind.AREA] == ["market", "market", "raid"]


def test_a_chart_by_month_has_a_legend_with_counts() -> None:
    counts = Counts("type", ("2031-04", "2031-05"), (Row("bombing", "bombing", 3, (1, 2)),), 0, 3, 0)
    drawn = stack(counts, SAY, lambda _, value: value.label)
    assert drawn is not None
    picture = stack_picture(drawn, [3], SAY)

    assert "bombing (3)" in picture.description
    assert sum(shape.kind is Kind.AREA and bool(shape.text) for shape in picture.shapes) == 2


def test_a_map_pins_a_town_and_draws_a_province_as_an_area() -> None:
    town = Place("Ostrel", "IQ", PlacePrecision.TOWN, lat=33.3, lon=44.4)
    province = Place("Vale", "IQ", PlacePrecision.ADMIN1, lat=34.0, lon=43.0)
    drawing = locate([Spot(town, "Ostrel"), Spot(province, "Vale", loud=True)])
    assert drawing is not None
    picture = map_picture(drawing, SAY)

    assert [shape.text for shape in picture.shapes if shape.kind is Kind.DOT] == ["Ostrel"]
    assert any(shape.kind is Kind.LINE and shape.dashed for shape in picture.shapes)
    assert "Ostrel" in picture.description


def test_days_beside_the_ends_of_an_axis_have_room_for_words_that_begin_there() -> None:
    origin = date(2031, 1, 1).toordinal()
    days = [date.fromordinal(origin + n) for n in (0, 22, 30, 48, 80, 100)]

    ticks = day_ticks(days, Scale(origin, origin + 100, 0, 600), SAY)

    assert [at for at, _ in ticks] == [0, 180, 600]


def test_names_on_a_map_cover_neither_each_other_nor_dots() -> None:
    towns = [Place(f"Town {n}", "ML", PlacePrecision.TOWN, lat=16.0 + n % 3 / 20, lon=n / 12) for n in range(12)]
    drawing = locate([Spot(town, town.name) for town in (*towns, Place("Far", "ML", PlacePrecision.TOWN, lat=20.0, lon=6.0))])
    assert drawing is not None

    shapes = map_picture(drawing, SAY).shapes
    names = [one for one in shapes if one.kind is Kind.WORDS and not one.text.endswith("km")]

    boxes = []
    for one in names:
        (x, y), long = one.points[0], len(one.text) * 5.0
        left = {"start": x, "middle": x - long / 2, "end": x - long}[one.anchor]
        boxes.append((left, y - 8, left + long, y + 1))
    assert "Far" in {one.text for one in names}
    assert 1 < len(names) <= len(towns) + 1
    for n, (left, top, right, foot) in enumerate(boxes):
        assert not any(left < b[2] and b[0] < right and top < b[3] and b[1] < foot for b in boxes[n + 1 :])
        dots = [one.points[0] for one in shapes if one.kind is Kind.DOT]
        assert not any(left < x < right and top < y < foot for x, y in dots)


def test_points_that_nobody_sees_apart_are_left_out() -> None:
    assert thinned(((0.0, 0.0), (0.2, 0.2), (5.0, 0.0))) == ((0.0, 0.0), (5.0, 0.0))
    assert Shape(Kind.DOT, ((1.0, 1.0),)).dashed is False
