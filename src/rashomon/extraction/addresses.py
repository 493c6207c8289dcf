"""Street addresses in English text: house numbers, blocks, corners, roads ("the 300 block of Elm Street", "Oak and 5th")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum


class Exactness(IntEnum):
    """How closely an address says where, the closest first."""

    HOUSE = 0
    BLOCK = 1
    CORNER = 2
    ROAD = 3


@dataclass(frozen=True, slots=True)
class Address:
    """An address at its place in the text."""

    start: int
    end: int
    exactness: Exactness


_KIND = (
    r"(?:Street|St|Avenue|Ave?|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Place|Pl|Way|Circle|Cir|Terrace|Ter|Parkway|Pkwy|"
    r"Highway|Hwy|Pike|Trail|Square|Loop|Alley|Plaza|Turnpike|Expressway|Freeway|Row|Crescent|Close|Quay|Bypass|Route)\b"
)
_KINDS = r"(?:[Ss]treets|[Aa]venues|[Rr]oads|[Dd]rives|[Bb]oulevards|[Ll]anes)\b"
_SIDE = r"(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest|[NSEW]\.?|[NS][EW]|[NS]\.[EW]\.)"
_NAME = r"(?:\d+(?:st|nd|rd|th)|[A-Z](?:\.(?= )|[\w'’-]*))"
_NUMBERED = r"(?:Interstate|Highway|Route|U\.?S\.?(?: Highway| Route)?|State Road|County Road|I)[ -]\d+\b"
_ROAD = rf"(?:(?:{_SIDE} )?{_NAME}(?: {_NAME}){{0,2}}? {_KIND}(?: {_SIDE}(?!\w))?|{_NUMBERED})"
_SHORT = rf"(?:(?:{_SIDE} )?{_NAME}(?: [A-Z][\w'’-]+)?)"
_FORMS = (
    (Exactness.BLOCK, re.compile(rf"\d+(?:th|st)?(?: |-)block of (?:{_ROAD}|{_SHORT})")),
    (Exactness.CORNER, re.compile(rf"{_ROAD} (?:near|and|at|&) {_ROAD}")),
    (Exactness.CORNER, re.compile(rf"(?<=corner of ){_SHORT}(?: {_KIND})? and {_SHORT}(?: {_KIND}| {_KINDS})?")),
    (Exactness.CORNER, re.compile(rf"(?<=intersection of ){_SHORT}(?: {_KIND})? and {_SHORT}(?: {_KIND}| {_KINDS})?")),
    (Exactness.CORNER, re.compile(rf"{_SHORT} (?:and|&) {_SHORT} {_KINDS}")),
    (Exactness.HOUSE, re.compile(rf"\b\d{{1,5}} {_ROAD}")),
    (Exactness.ROAD, re.compile(rf"(?<![\w-]){_ROAD}")),
)


def addresses(text: str, start: int = 0, end: int | None = None) -> Iterator[Address]:
    """Yield the addresses between the offsets in reading order; of those that overlap the first, then the longest."""
    end = len(text) if end is None else end
    found = [
        Address(match.start(), match.end(), exactness) for exactness, form in _FORMS for match in form.finditer(text, start, end)
    ]
    reached = start
    for address in sorted(found, key=lambda one: (one.start, -one.end, one.exactness)):
        if address.start >= reached:
            reached = address.end
            yield address
