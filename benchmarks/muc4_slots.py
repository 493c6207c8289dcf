"""An incident in the form of the conference's answer keys: 23 slots of upper-case fills with cross-references."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from benchmarks.shared import Row
from rashomon.extraction.incidents.values import Count, Incident, Spot, Target
from rashomon.lists.countries import Country

#: What the keys call countries that are called otherwise here, or are no more.
_KEYS = {
    "US": "UNITED STATES",
    "GB": "UNITED KINGDOM",
    "RU": "USSR",
    "SU": "USSR",
    "DE": "WEST GERMANY",
    "CN": "PEOPLES REP OF CHINA",
    "TW": "REPUBLIC OF CHINA",
    "KR": "REPUBLIC OF KOREA",
    "KP": "DEMOCRATIC PEOPLES REP OF KOREA",
    "ZA": "REPUBLIC OF SOUTH AFRICA",
    "CZ": "CZECHOSLOVAKIA",
    "VA": "VATICAN CITY",
}
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def slots(incident: Incident, countries: Mapping[str, Country]) -> Row:
    """Return the slots of one incident.

    Args:
        incident: what happened.

        countries: by ISO 3166 alpha-2 code, for their names.
    """
    state = {None: None, True: "STATE-SPONSORED VIOLENCE", False: "TERRORIST ACT"}[incident.state]
    return {
        "date": _fills(_days(incident.first, incident.last)),
        "location": _fills(_place(incident.spot, countries)),
        "type": _fills(incident.kind.upper()),
        "stage": _fills(incident.stage),
        "instrument_id": [_fill(one.names[0]) for one in incident.instruments if one.names],
        "instrument_type": [_fill(one.kind, one.names) for one in incident.instruments if one.kind],
        "perp_category": _fills(state),
        "perp_individual": [_fill(one.names[0]) for one in incident.persons],
        "perp_org": [_fill(one.names[0]) for one in incident.organisations],
        "perp_org_confidence": [_fill(one.firmness, one.names) for one in incident.organisations if one.firmness],
        "phys_id": [_fill(one.names[0]) for one in incident.things],
        "hum_name": [_fill(one.names[0]) for one in incident.people if one.names],
        "hum_description": [_fill(one.descriptions[0], one.names) for one in incident.people if one.descriptions],
        **_of_targets("phys", incident.things, countries),
        **_of_targets("hum", incident.people, countries),
    }


def _of_targets(side: str, targets: Iterable[Target], countries: Mapping[str, Country]) -> Row:
    """Return type, number, nation, effect and total of the targets of one side; a total is never told apart."""
    found = [(one, one.names or one.descriptions) for one in targets]
    return {
        f"{side}_type": [_fill(one.kind, names) for one, names in found],
        f"{side}_number": [_fill(number(one.number), names) for one, names in found],
        f"{side}_nation": [_fill(_country(one.nation, countries), names) for one, names in found if one.nation],
        f"{side}_effect": [_fill(one.effect, names) for one, names in found if one.effect],
        f"{side}_total": [],
    }


def number(said: Count) -> str:
    """Return a count in the keys' form: "6", "6-" for at least, "~6" for about, "PLURAL"."""
    if said.low is None:
        return "PLURAL"
    if said.about:
        return f"~{said.low}"
    if said.high is None:
        return f"{said.low}-"
    return str(said.low) if said.low == said.high else f"{said.low}-{said.high}"


def _days(first: date | None, last: date | None) -> str | None:
    if last is None:
        return None
    if first is None:
        return f"- {_day(last)}"
    return _day(first) if first == last else f"{_day(first)} - {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def _place(spot: Spot, countries: Mapping[str, Country]) -> str | None:
    if spot.country is None:
        return None
    return ": ".join((_country(spot.country, countries), *(f"{name} ({kind})".upper() for name, kind in spot.areas)))


def _country(code: str, countries: Mapping[str, Country]) -> str:
    return _KEYS.get(code) or countries[code].name.upper()


def _fills(value: str | None) -> list[Row]:
    return [_fill(value)] if value is not None else []


def _fill(value: str | None, about: Sequence[str] | None = None) -> Row:
    fill: Row = {"optional": False, "values": [(value or "-").upper()]}
    return fill if about is None else {**fill, "xref": [about[0].upper()] if about else []}
