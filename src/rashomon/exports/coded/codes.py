"""What these schemes call a country: ISO 3166 number, ACLED's region, Gleditsch and Ward's number, UCDP's region."""

import csv
import importlib.resources
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.lists.countries import load_countries


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """A country in the words of these schemes; a code that a scheme has no such of is ``None``."""

    name: str
    iso3: str
    iso: int | None
    acled_region: str
    gleditsch_ward: int | None
    ucdp_region: str


@cache
def country_codes() -> Mapping[str, CountryCodes]:
    """Return the codes of all countries by ISO 3166 alpha-2."""
    text = importlib.resources.files("rashomon.exports.coded").joinpath("countries.csv").read_text(encoding="utf-8")
    listed = load_countries().by_iso2
    return {
        row["country"]: CountryCodes(
            listed[row["country"]].name,
            listed[row["country"]].iso3,
            int(row["iso"]) if row["iso"] else None,
            row["acled_region"],
            int(row["gleditsch_ward"]) if row["gleditsch_ward"] else None,
            row["ucdp_region"],
        )
        for row in csv.DictReader(text.splitlines())
    }


def number_of(event_id: str) -> int:
    """Return an event's id as a number of at most 15 digits, for forms whose ids are numbers.

    >>> number_of("evt-00000000000000ff"), number_of("evt-0123456789abcdef")
    (255, 985529216486895)
    """
    return int(event_id.partition("-")[2], 16) % 10**15
