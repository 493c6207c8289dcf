"""The charts and the map of a brief."""

from collections import Counter

from rashomon.exports.briefs.contract import Section
from rashomon.exports.briefs.gathering import Material
from rashomon.exports.briefs.headings import heading
from rashomon.exports.briefs.setting import day_of
from rashomon.exports.briefs.telling import telling
from rashomon.exports.briefs.tolls import toll_versions
from rashomon.exports.briefs.words import Frames
from rashomon.exports.contract import Aggregation
from rashomon.exports.drawings.charts import map_picture, stack_picture
from rashomon.exports.drawings.locating import Spot, locate
from rashomon.exports.drawings.picture import Picture
from rashomon.exports.drawings.spots import Shape
from rashomon.exports.drawings.stacking import stack
from rashomon.exports.drawings.toll_chart import DatedToll, toll_picture
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words
from rashomon.model.places import Place
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.search.drawing import KINDS_AT_MOST, Counts, Row
from rashomon.store.views import Named

#: Places that the map shows.
PLACES = 40


def pictures(material: Material, frames: Frames) -> Section:
    """Return the charts and the map of the events that were looked through."""
    say = frames.say
    counts = _counts(material)
    drawn = stack(counts, say, lambda _, value: say.code("type", value.value)) if counts.months else None
    found: list[Picture | None] = [
        toll_picture([toll for event in material.events if (toll := _toll(event, say)) is not None], say),
        None if drawn is None else stack_picture(drawn, [row.total for row in counts.rows], say),
        _map(material, say),
    ]
    made = tuple(one for one in found if one is not None)
    return Section("pictures", say("brief.section.pictures"), pictures=made)


def _toll(event: PublishedEvent, say: Catalogue) -> DatedToll | None:
    """Return the day and the counts of the dead that an event's words state; ``None`` where they lack either."""
    one = telling(event.told)
    days = None if one.lead is None or one.rests is None else day_of(one.lead, one.rests, say)
    versions = toll_versions(event.told, one.grounds, "killed", Aggregation.REPRESENTATIVE, say)
    values = [version.value for version in versions]
    if days is None or days.precision != "day" or days.first is None or not values:
        return None
    lows = [one.low if one.low is not None else 0.0 for one in values]
    highs = [one.high if one.high is not None else one.low or 0.0 for one in values]
    label = f"{heading(one, say)}: {', '.join(amount_words(one, say) for one in values)}"
    return DatedToll(days.first, min(lows), max(highs), label)


def _counts(material: Material) -> Counts:
    """Return the events by month and kind, the most frequent kinds first."""
    by_kind: dict[str, Counter[str]] = {}
    undated = 0
    for event in material.events:
        days = event.told.event.date
        day = None if days is None else days.first or days.last
        if day is None:
            undated += 1
        else:
            by_kind.setdefault(event.told.line.type, Counter())[day.isoformat()[:7]] += 1
    months = tuple(sorted({month for counted in by_kind.values() for month in counted}))
    kinds = sorted(by_kind, key=lambda kind: (-by_kind[kind].total(), kind))
    rows = [Row(kind, kind, by_kind[kind].total(), tuple(by_kind[kind][month] for month in months)) for kind in kinds]
    others = max(0, len(rows) - KINDS_AT_MOST)
    return Counts("type", months, tuple(rows[:KINDS_AT_MOST]), others, len(material.events), undated)


def _map(material: Material, say: Catalogue) -> Picture | None:
    """Return the map of the best supported place of each event; countries only where nothing is nearer."""
    told: Counter[str] = Counter()
    loud: set[str] = set()
    places: dict[str, Place] = {}
    for event in material.events:
        named = {one.id for view in event.told.accounts for one in view.places if _is_named(one)}
        held = [one.value for one in event.told.event.places if one.value in event.places and one.value in named]
        if held:
            places[held[0]] = event.places[held[0]]
            told[held[0]] += 1
            loud |= {held[0]} if event.told.line.alarms else set()
    chosen = sorted(told, key=lambda key: (-told[key], key))[:PLACES]
    spots = [Spot(places[key], places[key].name, min(told[key], 60), loud=key in loud) for key in chosen]
    near = [spot for spot in spots if spot.shape is not Shape.COUNTRY]
    drawing = locate(near or spots)
    return None if drawing is None else map_picture(drawing, say)


def _is_named(one: Named) -> bool:
    return one.id is not None
