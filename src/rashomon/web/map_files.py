"""The map's data: places of an answer as GeoJSON, put together where the map looks from far, alone where it looks closely."""

from collections.abc import Callable, Iterable
from typing import Annotated

from fastapi import HTTPException, Query

from rashomon.store.pages.views import Hold, PlaceLine
from rashomon.web.mapping import feature_collection
from rashomon.web.placing import Window, together

_DEEPEST = 24
_EDGES = r"^(-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3})?$"
#: How closely a map looks, and at what of the world: "west,south,east,north" in degrees.
Zoom = Annotated[int | None, Query(ge=0, le=_DEEPEST)]
Seen = Annotated[str, Query(max_length=100, pattern=_EDGES)]


def drawn(
    places: Iterable[PlaceLine],
    zoom: int | None,
    seen: str,
    address: Callable[[PlaceLine], str] | None = None,
    holds: Iterable[Hold] = (),
) -> dict[str, object]:
    """Return places as a FeatureCollection of `rashomon.web.mapping`.

    Beside its properties, a feature has ``places`` (how many it stands for) and, where ``address`` makes one, ``href`` (events of
    a place that stands alone). ``together`` is true where the script should ask again for what it comes to see.

    Args:
        places: the place with most events first.

        zoom: of the map; ``None`` where it was not drawn yet.

        seen: what of the world the map shows; empty for all of it.

        address: of a place's events.

        holds: claims of control.
    """
    window = _window(seen)
    lines = [line for line in places if window is None or window.holds(line)]
    shown = together(lines, zoom)
    made = feature_collection((line for line, _ in shown), holds)
    by_id = {line.id: (line, number) for line, number in shown}
    listed = made["features"]
    assert isinstance(listed, list)
    for feature in listed:
        line, number = by_id[feature["properties"]["id"]]
        feature["properties"]["places"] = number
        if address is not None:
            feature["properties"]["href"] = address(line) if number == 1 else None
    return {**made, "together": window is not None or len(shown) < len(lines)}


def _window(seen: str) -> Window | None:
    try:
        return Window.parse(seen) if seen else None
    except ValueError as error:
        raise HTTPException(422, f"{seen!r} is no stretch of the world: {error}") from error
