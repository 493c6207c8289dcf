"""Read rolls: who held an office or stood on a list, one after the other, each with the days from and to.

An entry is a state or body, its keys are roles, and every line of a role is one holder::

    - name: Freedonia
      president: [Rufus Firefly | R. T. Firefly 1933-05/1934-11-02, Ada Teasdale 1934-11-02/]

Other names of a holder stand behind bars. An empty end is open.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.lists.countries import Countries
from rashomon.lists.listfile import Entry, ListFile, entries, own, shipped
from rashomon.lists.states import Named
from rashomon.model.actors import Actor, ActorTie, Alias
from rashomon.model.dates import DateInterval
from rashomon.model.words import ActorKind, Relation
from rashomon.text.folding import fold

_LINE = re.compile(r"^(?P<names>.+?) +(?P<begin>\d{4}[\d-]*)?/(?P<end>\d{4}[\d-]*)?$")
#: What ties made of a roll give as their source.
SOURCE = "roll of {body}, general knowledge"


@dataclass(frozen=True, slots=True)
class Holding:
    """One line of a roll: who held which role of which body, and when."""

    holder: str
    aliases: tuple[str, ...]
    role: str
    body: str
    valid: DateInterval
    file: str


@dataclass(frozen=True, slots=True)
class Rolls:
    """The rolls of offices and of designations, with the files they stand in."""

    offices: tuple[Holding, ...]
    designations: tuple[Holding, ...]
    files: tuple[ListFile, ...]

    @classmethod
    def read(cls, extra: Path | None = None) -> "Rolls":
        """Read the shipped rolls and those of a ledger's own ``offices.yaml`` and ``designations.yaml``.

        Raises:
            ListError: a roll breaks its form; names file, entry and line.
        """
        offices = (*shipped("offices"), *own(extra, "offices.yaml"))
        designations = (*shipped("designations.yaml"), *own(extra, "designations.yaml"))
        return cls(read_rolls(offices), read_rolls(designations), (*offices, *designations))

    def persons(self, countries: Countries, listed: Iterable[Named]) -> Iterator[Actor]:
        """Yield a person for every holder of an office whom nobody lists, in order of name.

        A listed person is known by any of its names; the other names of its line are lost then.
        """
        known = {folded for part in listed if part.actor.kind == ActorKind.PERSON for folded in _sure(part)}
        mine: dict[str, list[Holding]] = {}
        for holding in self.offices:
            if fold(holding.holder) not in known:
                mine.setdefault(holding.holder, []).append(holding)
        for name in sorted(mine):
            texts = dict.fromkeys(alias for holding in mine[name] for alias in holding.aliases)
            found = (countries.named(holding.body) for holding in mine[name])
            country = next((country.iso2 for country in found if country is not None), None)
            yield Actor(name, ActorKind.PERSON, tuple(Alias(text, mine[name][0].file) for text in texts), country)

    def ties(self, listed: Iterable[Named]) -> Iterator[ActorTie]:
        """Yield the tie that each line states, its ends under the names they are listed by."""
        everyone = tuple(listed)
        persons = _by_any_name(part for part in everyone if part.actor.kind == ActorKind.PERSON)
        names = _by_any_name(everyone)
        for holding in self.offices:
            yield _tie(holding, Relation.ROLE_IN, persons, names)
        for holding in self.designations:
            yield _tie(holding, Relation.DESIGNATED_BY, names, names)


def read_rolls(files: Iterable[ListFile]) -> tuple[Holding, ...]:
    """Return all lines of all rolls in their order. Raises ListError where a line breaks the form."""
    return tuple(holding for file in files for entry in entries(file) for holding in _entry(entry))


def _entry(entry: Entry) -> Iterator[Holding]:
    for role in entry.values:
        for line in entry.texts(role) if role != "name" else ():
            found = _LINE.match(line)
            valid = entry.interval(found["begin"], found["end"]) if found is not None else None
            if found is None or valid is None:
                raise entry.error(f"a line of {role!r} must be like 'Name | other name 2001-02/2003', not {line!r}")
            name, *others = (part.strip() for part in found["names"].split("|"))
            yield Holding(name, tuple(others), role, entry.name, valid, entry.file)


def _sure(part: Named) -> Iterator[str]:
    """Yield the folded names that are not marked as ambiguous."""
    yield part.folded[0]
    yield from (folded for alias, folded in zip(part.actor.aliases, part.folded[1:], strict=True) if not alias.ambiguous)


def _by_any_name(listed: Iterable[Named]) -> dict[str, str]:
    """Return canonical names by every folded sure name; a name of two is the first's."""
    found: dict[str, str] = {}
    for part in listed:
        for folded in _sure(part):
            found.setdefault(folded, part.actor.name)
    return found


def _tie(holding: Holding, relation: Relation, subjects: dict[str, str], bodies: dict[str, str]) -> ActorTie:
    subject = subjects.get(fold(holding.holder), holding.holder)
    body = bodies.get(fold(holding.body), holding.body)
    return ActorTie(subject, relation, body, SOURCE.format(body=holding.body), holding.valid, holding.role)
