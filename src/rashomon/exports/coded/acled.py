"""Events in ACLED's 31 columns and words, so that people can line them up with what they know.

The rows are ours: read by a machine, one for each event of the ledger that has a day and a place. Whose word each rests on stands
in ``acled.sources.csv``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from rashomon.exports.cells import joined
from rashomon.exports.coded.acled_actors import Scene, Side, is_at_home, sides
from rashomon.exports.coded.acled_doers import doers, with_their_own
from rashomon.exports.coded.acled_kinds import SAID_CLOSER, by_means, fatalities, is_flown, sub_event_type, type_there, unreal
from rashomon.exports.coded.acled_rules import (
    AGAINST_CIVILIANS,
    CIVILIANS,
    COLUMNS,
    SCALES,
    STRATEGIC,
    TARGETED,
    disorder_of,
    interaction_of,
    problems,
)
from rashomon.exports.coded.choosing import Chosen, choose, days, middle
from rashomon.exports.coded.codes import CountryCodes, country_codes, number_of
from rashomon.exports.coded.parties import parties
from rashomon.exports.coded.told import notes
from rashomon.exports.coded.writing import Coding, LeftOut, Row, Setting, write_table
from rashomon.exports.contract import Order
from rashomon.linking.events.kinds import MUTUAL
from rashomon.lists.outlets import outlet_named
from rashomon.model.dates import DateInterval
from rashomon.model.places import Place
from rashomon.model.words import EventType, OutletKind, PlacePrecision, Role
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import PublishedEvent

#: Who takes territory: the country's own state or anybody else, foreign states too.
_TAKEN = {True: "Government regains territory", False: "Non-state actor overtakes territory"}
_WEEK, _MONTH = 7, 31
_PRECISIONS: Mapping[PlacePrecision, int] = MappingProxyType(
    {
        PlacePrecision.POINT: 1,
        PlacePrecision.TOWN: 1,
        PlacePrecision.NEAR: 2,
        PlacePrecision.ADMIN2: 2,
        PlacePrecision.ADMIN1: 3,
        PlacePrecision.REGION: 3,
    }
)
_SCALES: Mapping[OutletKind, str] = MappingProxyType(
    {
        OutletKind.CHANNEL: "New media",
        OutletKind.GOVERNMENT: "Other",
        OutletKind.MONITOR: "Other",
        OutletKind.AGENCY: "International",
    }
)
_RULES = (
    "One row an event of the ledger; the same happening told by many articles is one row.",
    "Negated, hypothetical and planned events are no rows; denied, disputed, claimed and alleged ones say so in tags.",
    "Events that are only denied, without a toll, and those told in words of speech, media or sums only are no rows.",
    "actor1 is who did it; of several who are only accused none is: tags name them.",
    "Unnamed fighters are an Unidentified Armed Group; Unidentified Military Forces only where words say soldiers or jets.",
    "Who leads or belongs to a listed force or group at the time stands beside it.",
    "Government regains territory: by a force or body of that country; Non-state actor overtakes it: by others, also states.",
    "Places that the words only name as where somebody came from are not where it happened.",
    'Events that sum up many ("eight convoys in 24 hours") are no rows: the single events are.',
    "Events without a day within a month, or without a place more exact than a country, are no rows.",
    "fatalities: by the aggregation, of versions that independent accounts give; 0 also where none is stated (tags say so).",
    "Where words give no number: 3 for several, 12 for dozens, 100 for hundreds (tags say so).",
    "Attacks are no rows where no account says that civilians were harmed: on a base, for one.",
    "An armed group is a Rebel group only where a list calls it rebel, else a Political militia; names are the registry's.",
    "latitude and longitude are the centre of the named place, empty where none is known.",
    "timestamp: when the newest of the event's captures was taken.",
)


def write_acled(ledger: Ledger, folder: Path, order: Order) -> tuple[Path, ...]:
    """Write ``acled.csv``, its file of sources and a manifest."""
    return write_table(ledger, folder, order, Coding("acled", code, problems, "event_id_cnty", _RULES), COLUMNS)


def code(published: PublishedEvent, setting: Setting) -> Row | LeftOut:
    """Return an event as a row by column, or why it is none."""
    chosen = choose(published, setting.aggregation)
    why = _unfit(published, chosen)
    if why is not None or chosen.date is None or chosen.place is None:
        return LeftOut(why or "no date or place")
    kind = by_means(published, chosen.kind, setting.aggregation)
    (agents, accused), patients = doers(published), parties(published, Role.PATIENT)
    scheme = type_there(kind, agents, patients)
    if scheme is None:
        return LeftOut(f"{kind} is no event there")
    code_there = chosen.place.country
    country = country_codes().get(code_there or "")
    named = code_there or "" if country is None else country.name
    scene = Scene(scheme.event_type, scheme.sub_event_type, named, code_there, is_flown(published, kind), kind in MUTUAL)
    if kind in SAID_CLOSER:
        scene = replace(scene, sub_event_type=sub_event_type(published, scheme.event_type, scene.sub_event_type))
    if kind == EventType.TERRITORY_TAKEN:
        scene = replace(scene, sub_event_type=_TAKEN[bool(agents) and is_at_home(agents[0], scene)])
        if agents and agents == patients:
            return LeftOut("names one actor as both sides")
    agents, patients = (with_their_own(several, setting, chosen.date) for several in (agents, patients))
    one, other, unstated = sides(agents, patients, scene)
    unstated = (*accused, *(tag for tag in unstated if not (accused and tag.startswith("perpetrator="))))
    if not one.actor or (scene.event_type == AGAINST_CIVILIANS and not other.actor):
        return LeftOut("names no civilians as harmed" if one.actor else "names nobody")
    return (
        _when(chosen.date)
        | _what(scene, one, other)
        | _where(chosen.place, scene, country)
        | _whence(published, chosen, setting)
        | {"event_id_cnty": f"{code_there if country is None else country.iso3}{number_of(published.told.line.id)}"}
        | {"tags": _tags(published, chosen, unstated), "notes": notes(published, chosen.date)}
    )


def _unfit(published: PublishedEvent, chosen: Chosen) -> str | None:
    """Return why an event can be no row, ``None`` where it may be one."""
    if (why := unreal(published, chosen)) is not None:
        return why
    place = chosen.place
    if chosen.date is None or days(chosen.date) > _MONTH:
        return "no date" if chosen.date is None else "date vaguer than a month"
    if place is None:
        return "no place"
    exact = place.precision in _PRECISIONS and place.country is not None
    return None if exact else "place vaguer than a part of a country"


def _when(date: DateInterval) -> Row:
    day, length = middle(date), days(date)
    precision = 1 if length == 1 else 2 if length <= _WEEK else 3
    return {"event_date": day, "year": None if day is None else day.year, "time_precision": precision}


def _what(scene: Scene, one: Side, other: Side) -> Row:
    violent = scene.event_type not in ("Battles", STRATEGIC)
    return {
        "event_type": scene.event_type,
        "sub_event_type": scene.sub_event_type,
        "disorder_type": disorder_of(scene.event_type, scene.sub_event_type),
        "actor1": one.actor,
        "assoc_actor_1": one.assoc,
        "inter1": one.kind,
        "actor2": other.actor,
        "assoc_actor_2": other.assoc,
        "inter2": other.kind,
        "interaction": interaction_of(one.kind, other.kind),
        "civilian_targeting": TARGETED if violent and other.kind == CIVILIANS else "",
    }


def _where(place: Place, scene: Scene, country: CountryCodes | None) -> Row:
    return {
        "iso": None if country is None else country.iso,
        "region": None if country is None else country.acled_region,
        "country": scene.country,
        "admin1": place.admin1 or (place.name if place.precision == PlacePrecision.ADMIN1 else None),
        "admin2": place.admin2 or (place.name if place.precision == PlacePrecision.ADMIN2 else None),
        "admin3": None,
        "location": place.name,
        "latitude": None if place.lat is None else f"{place.lat:.4f}",
        "longitude": None if place.lon is None else f"{place.lon:.4f}",
        "geo_precision": _PRECISIONS[place.precision],
    }


def _whence(published: PublishedEvent, chosen: Chosen, setting: Setting) -> Row:
    outlets = list(dict.fromkeys(view.article.outlet or "outlet not stated" for view in published.told.accounts))
    country = None if chosen.place is None else chosen.place.country
    newest = max(published.taken.values(), default="1970-01-01T00:00:00+00:00")
    return {
        "source": joined(outlets),
        "source_scale": _scale([_atom(name, country, setting) for name in outlets]),
        "fatalities": fatalities(published, chosen)[0],
        "timestamp": int(datetime.fromisoformat(newest).timestamp()),
    }


def _atom(outlet: str, country: str | None, setting: Setting) -> str:
    """Return from how far an outlet reports; one that no list knows is Other."""
    known = outlet_named(setting.outlets, outlet)
    if known is None:
        return "Other"
    of_kind = None if known.kind is None else _SCALES.get(known.kind)
    return of_kind or ("National" if known.country == country else "International")


def _scale(atoms: Iterable[str]) -> str:
    """Return one scale, or the pair of the first two that ACLED has."""
    several = list(dict.fromkeys(atoms))
    pairs = (f"{one}-{other}" for one in several for other in several if one != other)
    return next((pair for pair in pairs if pair in SCALES), several[0])


def _tags(published: PublishedEvent, chosen: Chosen, unstated: tuple[str, ...]) -> str:
    line = published.told.line
    stated = [f"rashomon={line.id}", f"status={line.status}", f"independent roots={line.independent}"]
    if line.alarms:
        stated.append(f"contradictions={line.alarms}")
    _, word = fatalities(published, chosen)
    if word is not None:
        stated.append(f"fatalities={word}")
    elif chosen.killed is None:
        stated.append("fatalities=not stated")
    elif chosen.killed.low != chosen.killed.high:
        stated.append(f"fatalities range={chosen.killed.low}-{chosen.killed.high}")
    return joined((*stated, *unstated))
