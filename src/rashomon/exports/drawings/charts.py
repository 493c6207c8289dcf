"""Charts as pictures: events by month and kind, a series of figures, a map."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.exports.drawings.locating import Drawing, Mark
from rashomon.exports.drawings.picture import Kind, Picture, Point, Shape, bar, line, rings, words
from rashomon.exports.drawings.series_drawing import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, SeriesDrawing
from rashomon.exports.drawings.spots import Shape as Drawn
from rashomon.exports.drawings.stacking import BOTTOM as STACK_BOTTOM
from rashomon.exports.drawings.stacking import HEIGHT as STACK_HEIGHT
from rashomon.exports.drawings.stacking import LEFT as STACK_LEFT
from rashomon.exports.drawings.stacking import WIDTH as STACK_WIDTH
from rashomon.exports.drawings.stacking import Stack
from rashomon.exports.wording.catalogue import Catalogue

#: Kinds of a stack; dark and light take turns, so that they stay apart without colour.
KINDS = ("#165a78", "#e0a458", "#7a2e3a", "#9fc2cc", "#4f6b3a", "#c9b6d6")
GRID, LAND, SEA, AREA, LOUD = "#d9d4c9", "#e9e4d8", "#f4f8fa", "#165a78", "#9f1d1d"
_ROLES = {"published": "#165a78", "derived": "#ffffff", "own": "#b9b2a3"}
_LEGEND = 16
#: How wide a letter of a name is, about.
_LETTER = 6.0
#: Corners that an area has at least, and how far apart its points are at least.
_CORNERS, _APART = 3, 1.2


def stack_picture(stack: Stack, totals: Sequence[int], say: Catalogue) -> Picture:
    """Return the chart of events by month; its legend says how many each kind has."""
    legend = [say("picture.legend", label=label, n=n) for label, n in zip(stack.kinds, totals, strict=True)]
    shapes = [line(((STACK_LEFT, tick.at), (STACK_WIDTH, tick.at)), GRID) for tick in stack.values]
    shapes += [words(STACK_LEFT - 6, tick.at + 4, tick.label, "end") for tick in stack.values]
    ends = {0: "start", len(stack.days) - 1: "end"} if len(stack.days) > 1 else {}
    shapes += [
        words(tick.at, STACK_HEIGHT - STACK_BOTTOM + 18, tick.label, ends.get(n, "middle")) for n, tick in enumerate(stack.days)
    ]
    shapes += [bar(one.x, one.y, one.width, one.height, KINDS[one.kind % len(KINDS)], one.label) for one in stack.bands]
    shapes += _legend(legend, KINDS, STACK_LEFT, STACK_HEIGHT + 8)
    high = STACK_HEIGHT + 8 + _LEGEND * -(-len(legend) // 2) + 4
    return Picture(
        STACK_WIDTH,
        high,
        say("picture.types_by_year" if stack.by_year else "picture.types"),
        f"{stack.summary}: {'; '.join(legend)}",
        tuple(shapes),
    )


def _legend(labels: Sequence[str], colours: Sequence[str], x: float, y: float) -> Iterator[Shape]:
    """Yield a legend in two columns."""
    for n, label in enumerate(labels):
        across, down = x + 330 * (n % 2), y + _LEGEND * (n // 2)
        yield replace(bar(across, down, 10, 10, colours[n % len(colours)]), stroke="#3d444d")
        yield words(across + 16, down + 9, label)


def series_picture(drawn: SeriesDrawing, say: Catalogue) -> Picture:
    """Return the chart of a series: published numbers, what follows from them, our own count, gaps."""
    foot = HEIGHT - BOTTOM
    shapes = [bar(x, TOP, wide, foot - TOP, "#f3e3c3", say("series.gap")) for x, wide in drawn.gaps]
    shapes += [line(((LEFT, y), (WIDTH - RIGHT, y)), GRID) for y, _ in drawn.values]
    shapes += [words(LEFT - 6, y + 4, label, "end") for y, label in drawn.values]
    ends = {0: "start", len(drawn.days) - 1: "end"} if len(drawn.days) > 1 else {}
    shapes += [words(x, foot + 20, label, ends.get(n, "middle")) for n, (x, label) in enumerate(drawn.days)]
    shapes += [line(ring, "#7fa6b5", 2) for ring in rings(drawn.steps)] if drawn.steps else []
    for point in drawn.points:
        if point.role == "own":
            shapes.append(bar(point.x - 5, point.y, 10, foot - point.y, _ROLES["own"], point.label))
            continue
        if not (point.total and drawn.steps):
            shapes.append(line(((point.x, point.y), (point.x, foot)), "#7fa6b5", 2, dashed=point.role == "derived"))
        fill = LOUD if point.conflict else _ROLES[point.role]
        edge = _ROLES["published"] if point.role == "derived" else "#ffffff"
        shapes.append(
            Shape(Kind.DOT, ((point.x, point.y),), fill=fill, stroke=edge, size=6 if point.conflict else 4.5, text=point.label)
        )
    shapes += _legend(
        [say(f"picture.role_{role}") for role in drawn.roles], [_ROLES[role] for role in drawn.roles], LEFT, HEIGHT + 6
    )
    high = HEIGHT + 6 + _LEGEND * -(-len(drawn.roles) // 2) + 4
    return Picture(WIDTH, high, say("picture.figures", what=drawn.title), drawn.summary, tuple(shapes))


def map_picture(drawing: Drawing, say: Catalogue) -> Picture:
    """Return the map: land, areas, dots, names where there is room, and how long some kilometres are."""
    wide, high = drawing.width, drawing.height
    shapes = [bar(0, 0, wide, high, SEA)]
    thin = (thinned(ring) for ring in rings(drawing.land))
    shapes += [Shape(Kind.AREA, ring, fill=LAND, stroke="#b9b2a3") for ring in thin if len(ring) >= _CORNERS]
    for mark in drawing.marks:
        shapes += _mark(mark)
    shapes += _names(drawing.marks, wide, high - 24)
    ruler = ((14, high - 14), (14, high - 9), (14 + drawing.scale, high - 9), (14 + drawing.scale, high - 14))
    shapes += [line(ruler, "#3d444d"), words(20 + drawing.scale, high - 9, f"{drawing.scale_km} km")]
    places = ", ".join(dict.fromkeys(mark.spot.label for mark in drawing.marks))
    return Picture(wide, high, say("picture.map"), say("picture.map_about", places=places), tuple(shapes))


def _names(marks: Sequence[Mark], wide: float, high: float) -> Iterator[Shape]:
    """Yield the names of places where they cover no other name and no dot; of what lies too close the caption alone tells."""
    taken = [(mark.x - mark.r, mark.y - mark.r, mark.x + mark.r, mark.y + mark.r) for mark in marks if mark.shape is Drawn.DOT]
    for mark in sorted(marks, key=lambda one: (one.shape is not Drawn.DOT, -one.r)):
        name, out = mark.spot.place.name, mark.r + 4
        long = len(name) * _LETTER
        for x, y, anchor, left in (
            (mark.x, mark.y - out, "middle", mark.x - long / 2),
            (mark.x + out, mark.y + 4, "start", mark.x + out),
            (mark.x - out, mark.y + 4, "end", mark.x - out - long),
            (mark.x, mark.y + out + 8, "middle", mark.x - long / 2),
        ):
            box = (left, y - 9, left + long, y + 2)
            if box[0] >= 0 and box[1] >= 0 and box[2] <= wide and box[3] <= high and not any(_cover(box, one) for one in taken):
                taken.append(box)
                yield words(x, y, name, anchor)
                break


def _cover(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _mark(mark: Mark) -> Iterator[Shape]:
    colour = LOUD if mark.spot.loud else AREA
    if mark.shape is Drawn.DOT or not mark.path:
        yield Shape(Kind.DOT, ((mark.x, mark.y),), fill=colour, stroke="#ffffff", size=mark.r, text=mark.spot.label)
        return
    for ring in rings(mark.path):
        yield line((*ring, ring[0]), colour, 1.5, dashed=True)


def thinned(ring: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return a line without the points that lie too near the last one to be seen apart.

    >>> thinned(((0, 0), (0.5, 0), (3, 0), (3, 0.4)))
    ((0, 0), (3, 0))
    """
    kept: list[Point] = []
    for x, y in ring:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _APART:
            kept.append((x, y))
    return tuple(kept)
