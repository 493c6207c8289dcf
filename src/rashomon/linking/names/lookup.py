"""Whom of a list a name means, with what is known of birth and nationality; nobody is an answer too.

Names that are near (`near`) are compared in full (`comparing`), and birth dates, birth places and nationalities weighed beside.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.linking.features import SILENT, Comparison, Feature
from rashomon.linking.names.comparing import compare_names
from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.near import NearNames
from rashomon.lists.countries import Countries
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Reason
from rashomon.text.folding import fold

#: Nobody is found below this, and nobody where another is as likely within this margin.
FOUND_AT, MARGIN = 0.6, 0.02
_LEAST = 0.002
#: A person of a list is one of many: what a name alone must outweigh, in log-odds.
_PRIOR = -1.0
#: Years that a slip of the pen explains, and years after which a date speaks fully against.
_SLIP, _FAR = 10, 25.0


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a list or an article states them; ``None`` where nothing is stated.

    Args:
        key: what the list calls the person.

        names: all names, the main one first.

        nationality: a country's name or two-letter code.
    """

    key: str
    names: tuple[str, ...]
    birth_date: DateInterval | None = None
    birth_place: str | None = None
    nationality: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A person of the list, how sure it is, and why."""

    person: Person
    score: float
    reasons: tuple[Reason, ...]


def birth_dates(one: Person, other: Person) -> Comparison:
    """The dates of birth agree, agree in part, or lie years apart; lists often have the right day of a wrong year."""
    mine, theirs = one.birth_date, other.birth_date
    if mine is None or theirs is None or mine.first is None or theirs.first is None:
        return SILENT
    days = mine.precision == theirs.precision == "day"
    if mine == theirs:
        return Comparison(1.0 if days else 0.7, f"born {theirs}")
    if mine.overlaps(theirs):
        return Comparison(0.6, f"born {mine}, {theirs}")
    years = abs(mine.first.year - theirs.first.year)
    if days and mine.first.day == theirs.first.day and (mine.first.month == theirs.first.month or not years):
        return Comparison(0.4 if years <= _SLIP else 0.0, f"born {mine}, nearly {theirs}")
    return Comparison(-min(1.0, years / _FAR), f"born {mine}, not {theirs}")


def birth_places(one: Person, other: Person) -> Comparison:
    """The places of birth have words in common."""
    if one.birth_place is None or other.birth_place is None:
        return SILENT
    mine, theirs = (set(fold(place).split()) for place in (one.birth_place, other.birth_place))
    share = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    if not share:
        return Comparison(-0.3, f"born in {one.birth_place}, not {other.birth_place}")
    return Comparison(share, f"born in {other.birth_place}")


class PersonIndex:
    """A list of persons, searchable by names in any spelling and script."""

    def __init__(self, persons: Iterable[Person], countries: Countries) -> None:
        self._countries = countries
        self._near: NearNames[Person] = NearNames(NameKind.PERSON)
        self._features = (Feature(birth_dates, 2.0), Feature(birth_places, 1.0), Feature(self.nationalities, 0.7))
        for person in persons:
            for name in person.names:
                self._near.add(name, person)

    def find(self, sought: Person) -> Found | None:
        """Return the person of the list who is meant, ``None`` where nobody is, or two are as likely."""
        near = {person for name in sought.names for person in self._near.find(name)}
        ranked = sorted((self._judged(sought, person) for person in near), key=lambda found: (-found.score, found.person.key))
        if not ranked or ranked[0].score < FOUND_AT:
            return None
        rivals = [
            found for found in ranked[1:] if ranked[0].score - found.score < MARGIN and not _twins(ranked[0].person, found.person)
        ]
        return None if rivals else ranked[0]

    def _judged(self, sought: Person, person: Person) -> Found:
        """Names and circumstances together, as log-odds."""
        named = max(
            (compare_names(mine, theirs, NameKind.PERSON) for mine in sought.names for theirs in person.names),
            key=lambda weighed: weighed.score,
        )
        odds = _PRIOR + math.log(max(named.score, _LEAST) / max(1 - named.score, _LEAST))
        reasons = [Reason("named_alike", round(named.score, 4), "; ".join(reason.text for reason in named.reasons))]
        for feature in self._features:
            said = feature.compare(sought, person)
            if said.score:
                odds += feature.weight * said.score
                reasons.append(Reason(feature.name, round(feature.weight * said.score, 4), said.text))
        return Found(person, round(1 / (1 + math.exp(-odds)), 4), tuple(reasons))

    def nationalities(self, one: Person, other: Person) -> Comparison:
        """The nationalities are of one country or of two."""
        mine, theirs = (self._country(person.nationality) for person in (one, other))
        if mine is None or theirs is None:
            return SILENT
        return Comparison(1.0, f"of {theirs}") if mine == theirs else Comparison(-0.5, f"of {mine}, not {theirs}")

    def _country(self, name: str | None) -> str | None:
        if name is None:
            return None
        if name.upper() in self._countries.by_iso2:
            return name.upper()
        country = self._countries.find(name)
        return None if country is None else country.iso2


def _twins(one: Person, other: Person) -> bool:
    """Whether a list states one person twice."""
    return one.names == other.names and one.birth_date == other.birth_date
