"""Actors as ACLED names and types them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.exports.cells import joined
from rashomon.exports.coded.acled_rules import (
    CIVILIANS,
    OTHERS,
    POLITICAL_MILITIA,
    PROTESTERS,
    REBELS,
    RIOTERS,
    STATE,
    STRATEGIC,
)
from rashomon.exports.coded.parties import Party
from rashomon.model.actors import Actor
from rashomon.model.words import ActorKind, MentionKind

_OF_STATES = frozenset({ActorKind.FORCE, ActorKind.GOVERNMENT_BODY, ActorKind.STATE})
_ARMED = frozenset({MentionKind.FORCE, MentionKind.GOVERNMENT, MentionKind.COUNTRY})
_CROWDS = {"Protests": PROTESTERS, "Riots": RIOTERS}
#: Words for those who are soldiers or police of some state, whoever that is; other unnamed fighters are an armed group.
_MILITARY = re.compile(
    r"\b(?:soldiers?|troops?|army|armies|military|militaries|navy|naval|marines?|air force|warplanes?|jets?|commandos?|"
    r"special forces|conscripts?|gendarm\w+|(?:security|government|armed|defen[cs]e|border) (?:forces?|guards?))\b",
    re.IGNORECASE,
)
_POLICE = re.compile(r"\bpolice\w*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a row: its actor, those beside it, and its type; an empty one has no actor."""

    actor: str = ""
    beside: tuple[str, ...] = ()
    kind: str = ""

    @property
    def assoc(self) -> str:
        """Return those beside it as one cell."""
        return joined(dict.fromkeys(name for name in self.beside if name != self.actor))


@dataclass(frozen=True, slots=True)
class Scene:
    """What a row is about.

    Args:
        event_type, sub_event_type: in ACLED's words.

        country, code: the name of the place's country, and its ISO 3166 code.

        flown: whether the words speak of crewed aircraft, which armed forces of somebody fly.

        mutual: whether those who do it do it to each other.
    """

    event_type: str
    sub_event_type: str
    country: str
    code: str | None
    flown: bool = False
    mutual: bool = False


def sides(agents: Sequence[Party], patients: Sequence[Party], scene: Scene) -> tuple[Side, Side, tuple[str, ...]]:
    """Return the two sides of a row, and tags that say what of them the texts do not state.

    Violence against civilians has no second side where no account says that any were harmed.
    """
    if scene.event_type in _CROWDS:
        crowd = _CROWDS[scene.event_type]
        return Side(f"{crowd} ({scene.country})", _linked(agents), crowd), Side(), ()
    first = _side(agents, scene)
    if scene.event_type == STRATEGIC:
        second = _other(patients, scene, first)
        return (first, second, ()) if first.actor else (second, Side(), ())
    tags = () if first.actor else ("perpetrator=not stated",)
    first = _armed(first, scene) if first.actor else _unidentified(scene, flown=scene.flown)
    if scene.event_type == "Explosions/Remote violence":
        return first, _other(patients, scene, first), tags
    if scene.event_type == "Battles":
        others = (*patients, *agents[1:]) if scene.mutual else patients
        armed = [party for party in others if _type(party, scene) != CIVILIANS]
        second = _other(armed, scene, first)
        return first, second if second.actor else _unidentified(scene), tags if second.actor else (*tags, "other side=not stated")
    harmed = any(_type(party, scene) == CIVILIANS for party in patients)
    return first, Side(f"{CIVILIANS} ({scene.country})", _linked(patients), CIVILIANS) if harmed else Side(), tags


def _other(several: Sequence[Party], scene: Scene, first: Side) -> Side:
    """Return the side of those who are not the first side's actor; two that nobody names may be two."""
    others = [p for p in several if p.actor is None or _name(p, _type(p, scene), scene) != first.actor]
    return _side(others, scene)


def _linked(several: Sequence[Party]) -> tuple[str, ...]:
    return tuple(party.words for party in several if party.actor is not None)


def _armed(side: Side, scene: Scene) -> Side:
    """Return the side of those who use force: civilians who do are an armed group of which nobody says more."""
    return replace(_unidentified(scene), beside=(side.actor, *side.beside)) if side.kind == CIVILIANS else side


def _unidentified(scene: Scene, *, flown: bool = False) -> Side:
    if flown:
        return Side("Unidentified Military Forces", (), OTHERS)
    return Side(f"Unidentified Armed Group ({scene.country})", (), POLITICAL_MILITIA)


def _side(several: Sequence[Party], scene: Scene) -> Side:
    """Return the side that the first of several names; a person stands beside whom they belong to."""
    if not several:
        return Side()
    ordered = sorted(several, key=_is_person)
    first, kind = ordered[0], _type(ordered[0], scene)
    return Side(_name(first, kind, scene), _linked(ordered if _is_person(first) else ordered[1:]), kind)


def _is_person(party: Party) -> bool:
    return party.kind == MentionKind.PERSON


def _name(party: Party, kind: str, scene: Scene) -> str:
    actor = party.actor
    if actor is None:
        return _unlinked(party, kind, scene)
    if actor.kind == ActorKind.PERSON:
        named = f"{CIVILIANS} ({scene.country})" if kind == CIVILIANS else f"Unidentified Armed Group ({scene.country})"
        return actor.sides[0] if actor.sides else named
    if actor.kind == ActorKind.STATE:
        return f"{'Government' if scene.event_type == STRATEGIC else 'Military Forces'} of {actor.name}"
    return actor.name


def _unlinked(party: Party, kind: str, scene: Scene) -> str:
    """Return the name of somebody whom words only describe."""
    if kind == CIVILIANS:
        return f"{CIVILIANS} ({scene.country})"
    if kind != STATE:
        return f"Unidentified Armed Group ({scene.country})"
    if party.kind == MentionKind.GOVERNMENT and not _MILITARY.search(party.words):
        return f"Government of {scene.country}"
    return f"Police Forces of {scene.country}" if _POLICE.search(party.words) else "Unidentified Military Forces"


def _type(party: Party, scene: Scene) -> str:
    """Return what somebody is in ACLED's eight types."""
    actor = party.actor
    if actor is None:
        of_state = party.kind in _ARMED and (party.kind != MentionKind.FORCE or _of_some_state(party.words))
        armed = party.kind in (MentionKind.GROUP, MentionKind.FORCE)
        return STATE if of_state else POLITICAL_MILITIA if armed else CIVILIANS
    if actor.kind in _OF_STATES:
        return STATE if actor.country is not None and actor.country == scene.code else OTHERS
    return _of_others(actor)


def _of_some_state(words: str) -> bool:
    return _MILITARY.search(words) is not None or _POLICE.search(words) is not None


def is_at_home(party: Party, scene: Scene) -> bool:
    """Return whether somebody is a force or body of the country where it happened."""
    return _type(party, scene) == STATE


def _of_others(actor: Actor) -> str:
    """Return the type of an actor that is no part of a state; groups whose aims no list states are political militias."""
    if actor.kind == ActorKind.ARMED_GROUP:
        return REBELS if "REB" in actor.sectors else POLITICAL_MILITIA
    if actor.kind in (ActorKind.PARTY, ActorKind.UNKNOWN):
        return POLITICAL_MILITIA
    if actor.kind == ActorKind.PERSON:
        return POLITICAL_MILITIA if actor.sides else CIVILIANS
    return OTHERS if actor.kind == ActorKind.INTERNATIONAL_ORG else CIVILIANS
