"""An Arrow table as the frame that somebody works with."""

from enum import StrEnum
from importlib import import_module
from typing import Any

from rashomon.exports.tables.arrow import MissingExtraError
from rashomon.model.errors import RashomonError

#: A ``pandas.DataFrame``, a ``polars.DataFrame`` or a ``pyarrow.Table``; none of the three has types of its own.
Frame = Any


class Shape(StrEnum):
    """Which library's frame."""

    PANDAS = "pandas"
    POLARS = "polars"
    ARROW = "arrow"


class ShapeError(RashomonError):
    """A frame was asked for in a shape that there is none of."""


def shape_of(name: str) -> Shape:
    """Return the shape of a name. Raises ShapeError."""
    try:
        return Shape(name)
    except ValueError:
        raise ShapeError(f"no frames as {name!r} (try: {', '.join(Shape)})") from None


def shaped(table: Any, shape: Shape) -> Frame:  # noqa: ANN401 (pyarrow has no types)
    """Return an Arrow table in a shape. Raises MissingExtraError where its library is not installed."""
    if shape is Shape.ARROW:
        return table
    library = _library(shape)
    return table.to_pandas(date_as_object=False) if shape is Shape.PANDAS else library.from_arrow(table)


def _library(shape: Shape) -> Any:  # noqa: ANN401 (a module)
    try:
        return import_module(shape)
    except ModuleNotFoundError as error:
        raise MissingExtraError(shape, shape) from error
