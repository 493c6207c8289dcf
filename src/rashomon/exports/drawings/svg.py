"""A picture as SVG that stands in a page by itself: no style sheet, no script, no outside address."""

from collections.abc import Iterator
from html import escape

from rashomon.exports.drawings.picture import Kind, Picture, Shape


def svg(picture: Picture, family: str = "system-ui, sans-serif") -> str:
    """Return the picture as an ``svg`` element; a reader that shows no pictures is told what it shows.

    Args:
        picture: what is drawn.

        family: the typeface of its words.
    """
    wide, high = f"{picture.width:g}", f"{picture.height:g}"
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img" '
        f'aria-label="{escape(picture.description)}" font-family="{escape(family)}">'
    )
    paper = f'<rect width="{wide}" height="{high}" fill="#ffffff"/>'
    return "\n".join((opening, paper, *(_element(shape) for shape in picture.shapes), "</svg>"))


def _element(shape: Shape) -> str:
    title = f"<title>{escape(shape.text)}</title>" if shape.text and shape.kind is not Kind.WORDS else ""
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in _attributes(shape))
    match shape.kind:
        case Kind.WORDS:
            return f"<text {attributes}>{escape(shape.text)}</text>"
        case Kind.DOT:
            return f"<circle {attributes}>{title}</circle>"
    return f"<path {attributes}>{title}</path>"


def _attributes(shape: Shape) -> Iterator[tuple[str, str]]:
    x, y = shape.points[0]
    if shape.kind is Kind.WORDS:
        yield from (("x", f"{x:g}"), ("y", f"{y:g}"), ("text-anchor", shape.anchor), ("font-size", f"{shape.size:g}"))
    elif shape.kind is Kind.DOT:
        yield from (("cx", f"{x:g}"), ("cy", f"{y:g}"), ("r", f"{shape.size:g}"))
    else:
        yield "d", "M" + "L".join(f"{across:g} {down:g}" for across, down in shape.points) + "Z" * (shape.kind is Kind.AREA)
    yield "fill", shape.fill or "none"
    if shape.stroke is not None:
        yield "stroke", shape.stroke
        yield "stroke-width", f"{shape.size if shape.kind is Kind.LINE else 1.5:g}"
    if shape.dashed:
        yield "stroke-dasharray", "3 4"
