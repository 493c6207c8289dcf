"""What the words around a place's name say: near it, in its north, a province or a town, inside which larger place."""

import re
from dataclasses import dataclass

from rashomon.model.words import PlacePrecision

_SIDE = r"(?:north|south|east|west|centr)(?:[- ]?(?:east|west))?(?:ern|al)?"
_NEAR = (
    r"(?:near(?:by)?|outside(?: of)?|close to|not far from|around|beyond|in the vicinity of|(?:on|in) the outskirts of"
    rf"|(?:north|south|east|west)(?:[- ]?(?:east|west))? of|{_SIDE} outskirts of|(?:km|kilomet(?:er|re)s?|miles?) from)"
)
_OF = r"(?:the )?(?:(?:city|town|village|capital|port|settlement|hamlet)(?: of)? )?"
_NEAR_BEFORE = re.compile(rf"\b{_NEAR} {_OF}$", re.IGNORECASE)
_NEAR_WITHIN = re.compile(rf"^(?:[\w.,]+ (?:km|kilomet(?:er|re)s?|miles?) |\d[\d.,]* )?{_NEAR} {_OF}", re.IGNORECASE)
_PART = re.compile(rf"^(?:the )?(?P<side>{_SIDE}|upper|lower|rural|downtown|greater) (?:part of )?(?:the )?(?=\S)", re.IGNORECASE)
_TYPES = {
    PlacePrecision.ADMIN1: ("province", "governorate", "region", "state", "oblast", "wilayat", "wilaya", "muhafazah"),
    PlacePrecision.ADMIN2: ("district", "department", "cercle", "raion", "subdistrict", "local government area"),
    PlacePrecision.TOWN: ("city", "town", "village", "capital", "port", "municipality", "settlement", "hamlet", "camp"),
}
_WORDS = {word: precision for precision, words in _TYPES.items() for word in words}
_TYPE_AFTER = re.compile(rf"^(?P<name>.+?),? (?P<type>{'|'.join(_WORDS)})$", re.IGNORECASE)
_TYPE_BEFORE = re.compile(rf"^(?:the )?(?P<type>{'|'.join(_WORDS)}) of (?P<name>.+)$", re.IGNORECASE)
_TYPE_NEXT = re.compile(rf"^,? ?(?P<type>{'|'.join(_WORDS)})\b", re.IGNORECASE)
_LARGER = re.compile(r"^,? (?:in |of )?(?:the )?(?:[a-z]+ )?(?P<larger>[A-Z][\w’'\-]*(?: [A-Z][\w’'\-]*){0,2})")
_POSSESSED_BY = re.compile(r"(?P<larger>[A-Z][\w\-]*(?: [A-Z][\w\-]*)?)['’]s? (?:[a-z]+ )?$")
#: How many characters before and after a mention are looked at.
REACH = 60


@dataclass(frozen=True, slots=True)
class Wording:
    """A place's name and what its surroundings say of it.

    Args:
        name: the name without the words that only say where or what it is.

        near: the text speaks of somewhere near it, not of it.

        part: "northern" where the text speaks of that part of it.

        stated: the precision that a word such as "province" states.

        whole: the name as it stands, which may be the gazetteer's own ("Kurdistan Region", "South Sudan").

        larger: the name right after it or owning it, which may be the larger place it lies in.
    """

    name: str
    near: bool = False
    part: str | None = None
    stated: PlacePrecision | None = None
    larger: str | None = None
    whole: str = ""


def _typed(name: str) -> tuple[str, PlacePrecision | None]:
    for pattern in (_TYPE_AFTER, _TYPE_BEFORE):
        found = pattern.match(name)
        if found is not None:
            return found["name"].removesuffix("'s").removesuffix("’s"), _WORDS[found["type"].lower()]
    return name, None


def wording(name: str, before: str, after: str) -> Wording:
    """Return what the words say; ``before`` and ``after`` are the text on either side of the mention.

    >>> wording("Gao", "in a village north of ", " on Monday").near
    True
    >>> wording("northern Mali", "", "").part
    'northern'
    """
    near_within = _NEAR_WITHIN.match(name)
    plain = name[near_within.end() :] if near_within else name
    part = _PART.match(plain)
    without = plain[part.end() :] if part else plain
    core, stated = _typed(without)
    following = _TYPE_NEXT.match(after) if stated is None else None
    rest = after[following.end() :] if following else after
    larger = _LARGER.match(rest) if rest.startswith((",", " in ")) else None
    owner = _POSSESSED_BY.search(before)
    return Wording(
        name=core,
        near=near_within is not None or _NEAR_BEFORE.search(before) is not None,
        part=part["side"].lower() if part else None,
        stated=_WORDS[following["type"].lower()] if following else stated,
        larger=larger["larger"] if larger else owner["larger"] if owner else None,
        whole=plain.removeprefix("the "),
    )
