"""A picture as shapes with plain numbers, so that one drawing becomes SVG, a bitmap, or whatever else a file needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

#: A position: to the right, downwards.
Point = tuple[float, float]
_STEP = re.compile(r"([MLHVZ])|(-?\d+(?:\.\d+)?)")


class Kind(StrEnum):
    """What a shape is: an area is closed, a line is not, a dot has one point and a radius, words have one point."""

    AREA = "area"
    LINE = "line"
    DOT = "dot"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing that is drawn.

    Args:
        size: radius of a dot, height of words, width of a line.

        text: the words; for other shapes what they stand for, shown where a reader points at them.

        anchor: where the point lies in words: start, middle or end.
    """

    kind: Kind
    points: tuple[Point, ...]
    fill: str | None = None
    stroke: str | None = None
    size: float = 1.0
    text: str = ""
    anchor: str = "start"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its size, its caption, and a description that says in words what it shows."""

    width: float
    height: float
    caption: str
    description: str
    shapes: tuple[Shape, ...]


def bar(x: float, y: float, wide: float, high: float, fill: str, text: str = "") -> Shape:
    """Return an upright rectangle."""
    corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
    return Shape(Kind.AREA, tuple((round(across, 1), round(down, 1)) for across, down in corners), fill=fill, text=text)


def words(x: float, y: float, text: str, anchor: str = "start", size: float = 11, fill: str = "#3d444d") -> Shape:
    """Return words at a point of their base line."""
    return Shape(Kind.WORDS, ((x, y),), fill=fill, size=size, text=text, anchor=anchor)


def line(points: tuple[Point, ...], stroke: str, size: float = 1.0, *, dashed: bool = False) -> Shape:
    """Return a line through points."""
    return Shape(Kind.LINE, points, stroke=stroke, size=size, dashed=dashed)


def rings(path: str) -> Iterator[tuple[Point, ...]]:
    """Yield the points of each stretch of a path of absolute M, L, H, V and Z.

    >>> list(rings("M0 0H2V1Z M5 5L6 6"))
    [((0.0, 0.0), (2.0, 0.0), (2.0, 1.0)), ((5.0, 5.0), (6.0, 6.0))]
    """
    points: list[Point] = []
    command, waiting = "M", []
    for letter, number in _STEP.findall(path):
        if letter:
            command = letter
            if letter == "M" and points:
                yield tuple(points)
                points = []
            continue
        waiting.append(float(number))
        if command in "HV":
            x, y = points[-1]
            points.append((waiting.pop(), y) if command == "H" else (x, waiting.pop()))
        elif len(waiting) == 2:  # noqa: PLR2004 - a position
            points.append((waiting[0], waiting[1]))
            waiting = []
    if points:
        yield tuple(points)
