"""Actors as ACLED names and types them."""

from collections.abc import Sequence
from dataclasses import dataclass

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
#: Sub-event types that armed forces of somebody fly or fire, whoever that was.
_MILITARY = frozenset({"Air/drone strike", "Shelling/artillery/missile attack"})


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
    """What a row is about: event and sub-event type, the country's name and its code."""

    event_type: str
    sub_event_type: str
    country: str
    code: str | None


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
    first = first if first.actor else _unidentified(scene)
    if scene.event_type == "Explosions/Remote violence":
        return first, _other(patients, scene, first), tags
    if scene.event_type == "Battles":
        armed = [party for party in (*patients, *agents[1:]) if _type(party, scene) != CIVILIANS]
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


def _unidentified(scene: Scene) -> Side:
    if scene.sub_event_type in _MILITARY:
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
        general = {STATE: "Unidentified Military Forces", CIVILIANS: f"{CIVILIANS} ({scene.country})"}
        return general.get(kind, f"Unidentified Armed Group ({scene.country})")
    if actor.kind == ActorKind.PERSON:
        named = f"{CIVILIANS} ({scene.country})" if kind == CIVILIANS else f"Unidentified Armed Group ({scene.country})"
        return actor.sides[0] if actor.sides else named
    if actor.kind == ActorKind.STATE:
        return f"{'Government' if scene.event_type == STRATEGIC else 'Military Forces'} of {actor.name}"
    return actor.name


def _type(party: Party, scene: Scene) -> str:
    """Return what somebody is in ACLED's eight types."""
    actor = party.actor
    if actor is None:
        return STATE if party.kind in _ARMED else POLITICAL_MILITIA if party.kind == MentionKind.GROUP else CIVILIANS
    if actor.kind in _OF_STATES:
        return STATE if actor.country is not None and actor.country == scene.code else OTHERS
    return _of_others(actor)


def _of_others(actor: Actor) -> str:
    """Return the type of an actor that is no part of a state; groups whose aims no list states are political militias."""
    if actor.kind == ActorKind.ARMED_GROUP:
        return REBELS if "REB" in actor.sectors else POLITICAL_MILITIA
    if actor.kind in (ActorKind.PARTY, ActorKind.UNKNOWN):
        return POLITICAL_MILITIA
    if actor.kind == ActorKind.PERSON:
        return POLITICAL_MILITIA if actor.sides else CIVILIANS
    return OTHERS if actor.kind == ActorKind.INTERNATIONAL_ORG else CIVILIANS
