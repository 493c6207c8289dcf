"""Where an event is told to have happened, drawn no more precisely than its accounts' words."""

from collections import Counter
from collections.abc import Mapping

from rashomon.exports.drawings.locating import Drawing, Spot, locate
from rashomon.exports.drawings.spots import Bearing, bearing
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.store.views import EventView


def event_map(view: EventView, places: Mapping[str, Place]) -> tuple[Drawing | None, tuple[str, ...]]:
    """Return the map of an event's places and the names of those that cannot be drawn.

    A place is drawn once for each side of it that an account's words give ("north of X"), larger the more accounts tell it.
    """
    told: Counter[tuple[str, Bearing | None]] = Counter()
    for account in view.accounts:
        for named in account.places:
            if named.id is not None and named.id in places:
                told[named.id, _toward(account.quote.context, named.words, places[named.id])] += 1
    spots = [
        Spot(places[key], places[key].name, n, href=f"/map?place={key}", toward=toward)
        for (key, toward), n in sorted(told.items(), key=str)
    ]
    drawing = locate(spots)
    drawn = set() if drawing is None else {mark.spot.place.id for mark in drawing.marks}
    return drawing, tuple(sorted({spot.label for spot in spots if spot.place.id not in drawn}))


def _toward(sentence: str, words: str, place: Place) -> Bearing | None:
    """Return which side of a place a sentence speaks of; only of a place that is nearby, not of one itself."""
    at = sentence.find(words) if words else -1
    return bearing(sentence[:at]) if at > 0 and place.precision == PlacePrecision.NEAR else None
