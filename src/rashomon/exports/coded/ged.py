"""Deadly events in the 49 columns of UCDP-GED: dyad, type of violence, and low, best and high from independent versions.

Ids, names of conflicts and whether a dyad is active are UCDP's own and stay empty: these rows are read by a machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from rashomon.exports.cells import joined
from rashomon.exports.coded.choosing import UNREAL, Chosen, Toll, choose, days
from rashomon.exports.coded.codes import CountryCodes, country_codes, number_of
from rashomon.exports.coded.ged_rules import CIVILIANS, COLUMNS, NON_STATE, ONE_SIDED, STATE_BASED, priogrid, problems
from rashomon.exports.coded.parties import Party, parties
from rashomon.exports.coded.writing import Coding, LeftOut, Row, Setting, write_table
from rashomon.exports.contract import Order
from rashomon.linking.events.kinds import MUTUAL
from rashomon.model.dates import DateInterval
from rashomon.model.places import Place
from rashomon.model.words import ATTACKS, EventType, MentionKind, PlacePrecision, Role, Status
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import PublishedEvent

#: Types in which somebody may be killed by somebody else's arms.
_DEADLY = ATTACKS | {EventType.OFFENSIVE_LAUNCHED, EventType.TERRITORY_TAKEN, EventType.RIOT, EventType.PROTEST}
_STATES = frozenset({MentionKind.FORCE, MentionKind.GOVERNMENT, MentionKind.COUNTRY})
_GROUPS = frozenset({MentionKind.GROUP, MentionKind.ORGANISATION})
_UNARMED = frozenset({MentionKind.CIVILIANS, MentionKind.PERSON})
_NOBODY = "Actor not stated"
_WHERE: Mapping[PlacePrecision, int] = MappingProxyType(
    {
        PlacePrecision.POINT: 1,
        PlacePrecision.TOWN: 1,
        PlacePrecision.NEAR: 2,
        PlacePrecision.ADMIN2: 3,
        PlacePrecision.ADMIN1: 4,
        PlacePrecision.REGION: 5,
        PlacePrecision.COUNTRY: 6,
    }
)
#: The most days of each precision of dates, from a single day to a year.
_WIDTHS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
_RULES = (
    "One row an event that at least one version gives a death for; negated, hypothetical and planned events are no rows.",
    "low and high: the least and greatest that any version allows; best: by the aggregation.",
    "deaths_civilians, deaths_a and deaths_b only where all who are harmed are of one side and no version differs.",
    "number_of_sources counts independent roots, not articles; source_original names them.",
    "Ids, conflicts and active years are UCDP's own and stay empty; id is made of the ledger's id of the event.",
    "Events without a day within a year, or without a place, are no rows.",
)


@dataclass(frozen=True, slots=True)
class _Dyad:
    """Type of violence, the two sides, and whether they stand the other way round than who did it and to whom."""

    kind: int
    side_a: str
    side_b: str
    countries: tuple[str | None, str | None]
    turned: bool = False


def write_ged(ledger: Ledger, folder: Path, order: Order) -> tuple[Path, ...]:
    """Write ``ged.csv``, its file of sources and a manifest."""
    return write_table(ledger, folder, order, Coding("ged", code, problems, "id", _RULES), COLUMNS)


def code(published: PublishedEvent, setting: Setting) -> Row | LeftOut:
    """Return an event as a row by column, or why it is none."""
    chosen = choose(published, setting.aggregation)
    why = _unfit(published, chosen)
    if why is not None or chosen.date is None or chosen.place is None or chosen.killed is None:
        return LeftOut(why or "not stated")
    agents, patients = parties(published, Role.AGENT), parties(published, Role.PATIENT)
    dyad = _dyad(agents, patients)
    if dyad is None:
        return LeftOut("neither another side nor civilians are stated")
    country = country_codes().get(chosen.place.country or "")
    return (
        _when(chosen.date)
        | _who(dyad)
        | _whence(published)
        | _where(chosen.place, country, published)
        | _deaths(chosen, dyad, patients)
        | {
            "id": number_of(published.told.line.id),
            "relid": f"{'INT' if country is None else country.iso3}-{published.told.line.id}",
            "code_status": f"Check: read by a machine, {published.told.line.status}",
            "event_clarity": 1,
        }
    )


def _unfit(published: PublishedEvent, chosen: Chosen) -> str | None:
    """Return why an event can be no row, ``None`` where it may be one."""
    status = Status(published.told.line.status)
    if status in UNREAL:
        return f"status {status}"
    if chosen.kind not in _DEADLY:
        return f"{chosen.kind} is no use of armed force"
    if chosen.killed is None or chosen.killed.high == 0:
        return "no death stated"
    if chosen.date is None or days(chosen.date) > _WIDTHS[-1][0]:
        return "no date" if chosen.date is None else "date vaguer than a year"
    return "no place" if chosen.place is None else None


def _dyad(agents: Sequence[Party], patients: Sequence[Party]) -> _Dyad | None:
    """Return the dyad: of a state and a group the state is side a, civilians are side b; ``None`` where nobody is side b."""
    doer = next((party for party in agents if party.kind in _STATES | _GROUPS), None)
    named = next((party for party in agents if party.actor is not None), None)
    first = doer or named
    other = next((p for p in (*patients, *agents) if p.kind in _STATES | _GROUPS and p != first), None)
    if other is None and not any(party.kind in _UNARMED for party in patients):
        return None
    if other is None:
        return _Dyad(ONE_SIDED, _side(first), CIVILIANS, (_country(first), None))
    state = (first is not None and first.kind in _STATES, other.kind in _STATES)
    turned = state == (False, True)
    one, two = (other, first) if turned else (first, other)
    return _Dyad(STATE_BASED if any(state) else NON_STATE, _side(one), _side(two), (_country(one), _country(two)), turned)


def _side(party: Party | None) -> str:
    if party is None:
        return _NOBODY
    if party.actor is None:
        return f"{_NOBODY} (force)" if party.kind in _STATES else f"{_NOBODY} (group)"
    return f"Government of {party.actor.name}" if party.kind == MentionKind.COUNTRY else party.actor.name


def _country(party: Party | None) -> str | None:
    return party.actor.country if party is not None and party.actor is not None and party.kind in _STATES else None


def _who(dyad: _Dyad) -> Row:
    known = [country_codes().get(country or "") for country in dyad.countries]
    unknown = dict.fromkeys(column for column in COLUMNS if column.endswith(("dset_id", "new_id")))
    return unknown | {
        "active_year": None,
        "type_of_violence": dyad.kind,
        "conflict_name": None,
        "dyad_name": f"{dyad.side_a} - {dyad.side_b}",
        "side_a": dyad.side_a,
        "side_b": dyad.side_b,
        "gwnoa": None if known[0] is None else known[0].gleditsch_ward,
        "gwnob": None if known[1] is None else known[1].gleditsch_ward,
    }


def _when(when: DateInterval) -> Row:
    width = days(when)
    precision = next(code for most, code in _WIDTHS if width <= most)
    return {
        "year": None if when.first is None else when.first.year,
        "date_prec": precision,
        "date_start": _day(when.first),
        "date_end": _day(when.last),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else f"{day} 00:00:00.000"


def _whence(published: PublishedEvent) -> Row:
    lines = {view.article.id: view.article for view in published.told.accounts}.values()
    articles = [f'{line.outlet or "outlet not stated"}, {line.published or "undated"}, "{line.title}"' for line in lines]
    return {
        "number_of_sources": published.told.line.independent,
        "source_article": joined(articles),
        "source_office": joined(line.outlet or "outlet not stated" for line in lines),
        "source_date": joined(line.published or "undated" for line in lines),
        "source_headline": joined(line.title for line in lines),
        "source_original": joined(dict.fromkeys(published.told.sources.values())),
    }


def _where(place: Place, country: CountryCodes | None, published: PublishedEvent) -> Row:
    placed = place.lat is not None and place.lon is not None
    lat, lon = (f"{place.lat:.6f}", f"{place.lon:.6f}") if placed else (None, None)
    words = dict.fromkeys(one.words for view in published.told.accounts for one in view.places)
    return {
        "where_prec": _WHERE[place.precision],
        "where_coordinates": place.name,
        "where_description": joined(words),
        "adm_1": place.admin1 or (place.name if place.precision == PlacePrecision.ADMIN1 else None),
        "adm_2": place.admin2 or (place.name if place.precision == PlacePrecision.ADMIN2 else None),
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": f"POINT ({lon} {lat})" if placed else None,
        "priogrid_gid": priogrid(float(lat), float(lon)) if lat is not None and lon is not None else None,
        "country": place.country or place.name if country is None else country.name,
        "country_id": None if country is None else country.gleditsch_ward,
        "region": None if country is None else country.ucdp_region,
    }


def _deaths(chosen: Chosen, dyad: _Dyad, patients: Sequence[Party]) -> Row:
    toll = chosen.killed or Toll(0, 0, 0)
    deaths = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0)
    harmed = {_whose(party) for party in patients}
    whose = "deaths_unknown"
    if chosen.kind not in MUTUAL and len(harmed) == 1 and toll.low == toll.high:
        armed = "deaths_a" if dyad.turned else "deaths_b"
        whose = {"armed": armed, "civilians": "deaths_civilians"}.get(harmed.pop(), whose)
    return {**deaths, whose: toll.best, "low": toll.low, "best": toll.best, "high": toll.high}


def _whose(party: Party) -> str:
    """Return of whom somebody harmed is: a person whom the words only describe may be either."""
    if party.kind in _STATES | _GROUPS:
        return "armed"
    return "civilians" if party.kind == MentionKind.CIVILIANS else "unknown"
