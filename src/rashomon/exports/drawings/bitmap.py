"""A picture as a PNG, for files that take no drawings: the same numbers, the same bytes."""

import itertools
from io import BytesIO
from typing import TYPE_CHECKING

from rashomon.exports.drawings.fonts import font_file
from rashomon.exports.drawings.picture import Kind, Picture, Shape

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

#: Pixels that one unit of a picture becomes; edges are drawn twice as fine and made smaller.
SCALE, FINER = 3, 2
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def png(picture: Picture) -> bytes:
    """Return the picture as the bytes of a PNG."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 (an extra, and slow to load)

    times = SCALE * FINER
    size = round(picture.width * times), round(picture.height * times)
    image = Image.new("RGB", size, "#ffffff")
    pen = ImageDraw.Draw(image)
    for shape in picture.shapes:
        _draw(pen, shape, times)
    image = image.resize((size[0] // FINER, size[1] // FINER), Image.Resampling.LANCZOS)
    made = BytesIO()
    image.save(made, "PNG", optimize=False, compress_level=9)
    return made.getvalue()


def _draw(pen: "ImageDraw", shape: Shape, times: int) -> None:
    points = [(x * times, y * times) for x, y in shape.points]
    match shape.kind:
        case Kind.AREA:
            pen.polygon(points, fill=shape.fill, outline=shape.stroke, width=round(1.5 * times))
        case Kind.DOT:
            (x, y), r = points[0], shape.size * times
            pen.ellipse((x - r, y - r, x + r, y + r), fill=shape.fill, outline=shape.stroke, width=round(1.5 * times))
        case Kind.LINE:
            _stroke(pen, points, shape, times)
        case Kind.WORDS:
            _write(pen, points[0], shape, times)


def _stroke(pen: "ImageDraw", points: list[tuple[float, float]], shape: Shape, times: int) -> None:
    wide = max(1, round(shape.size * times))
    if not shape.dashed:
        pen.line(points, fill=shape.stroke, width=wide, joint="curve")
        return
    for (x, y), (right, down) in itertools.pairwise(points):
        parts = max(1, round(((right - x) ** 2 + (down - y) ** 2) ** 0.5 / (7 * times)))
        for n in range(parts):
            begin, end = n / parts, (n + 0.45) / parts
            piece = [(x + (right - x) * at, y + (down - y) * at) for at in (begin, end)]
            pen.line(piece, fill=shape.stroke, width=wide)


def _write(pen: "ImageDraw", at: tuple[float, float], shape: Shape, times: int) -> None:
    from PIL import ImageFont  # noqa: PLC0415 (an extra)

    with font_file(bold=False) as path:
        face = ImageFont.truetype(str(path), round(shape.size * times), layout_engine=ImageFont.Layout.BASIC)
    pen.text(at, shape.text, fill=shape.fill, font=face, anchor=_ANCHORS[shape.anchor])
