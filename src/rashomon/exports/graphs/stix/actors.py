"""Actors and outlets as threat actors and identities, places as locations."""

from collections.abc import Mapping
from types import MappingProxyType

from rashomon.exports.graphs.stix.ids import Stamp, stix_id
from rashomon.exports.graphs.stix.objects import Stix, named, stix_object
from rashomon.model.actors import Actor
from rashomon.model.places import Place
from rashomon.model.words import ActorKind, PlacePrecision

#: The identity class of each kind of actor that is no threat actor.
_CLASSES: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.PERSON: "individual",
        ActorKind.COMMUNITY: "class",
        ActorKind.ARMED_GROUP: "group",
        ActorKind.UNKNOWN: "unknown",
    }
)
_SECTORS: Mapping[ActorKind, list[str]] = MappingProxyType(
    {
        ActorKind.FORCE: ["defense"],
        ActorKind.GOVERNMENT_BODY: ["government"],
        ActorKind.STATE: ["government-national"],
        ActorKind.OUTLET: ["communications"],
    }
)
#: Of places so exact the coordinates are given, with what they may be off by in metres.
_METRES: Mapping[PlacePrecision, float] = MappingProxyType({PlacePrecision.POINT: 1_000.0, PlacePrecision.TOWN: 5_000.0})

#: Metres around the centre of a region of no one country.
_REGION = 500_000.0


def type_of(kind: ActorKind) -> str:
    """Return the STIX type of an actor: armed groups are threat actors, all others identities."""
    return "threat-actor" if kind == ActorKind.ARMED_GROUP else "identity"


def actor_id(actor: Actor) -> str:
    """Return the id of an actor's object."""
    return stix_id(type_of(actor.kind), actor.id)


def outlet_id(name: str) -> str:
    """Return the id of an outlet's object: that of the actor that it is when it is quoted."""
    return actor_id(Actor(name, ActorKind.OUTLET))


def actor_object(actor: Actor, stamp: Stamp, grade: str | None = None) -> Stix:
    """Return an actor. Names that others may share are no aliases, as programs take two of one alias for the same."""
    labels = [] if grade is None else [f"admiralty-scale:source-reliability={grade.lower()}"]
    if type_of(actor.kind) == "threat-actor":
        sure = [alias.text for alias in actor.aliases if not alias.ambiguous]
        return stix_object("threat-actor", actor.id, stamp, actor.id, _said(actor), name=named(actor.name), aliases=sure)
    return stix_object(
        "identity",
        actor.id,
        stamp,
        actor.id,
        _said(actor),
        name=named(actor.name),
        identity_class=_CLASSES.get(actor.kind, "organization"),
        sectors=_SECTORS.get(actor.kind),
        labels=labels,
    )


def _said(actor: Actor) -> Stix:
    return {
        "says": actor.kind.value,
        "listed": actor.listed,
        "names": [alias.text for alias in actor.aliases if not alias.ambiguous],
        "ambiguous_names": [alias.text for alias in actor.aliases if alias.ambiguous],
    }


def place_object(place: Place, stamp: Stamp) -> Stix | None:
    """Return a place, never more exact than the words; ``None`` for one of which neither country nor coordinates are known."""
    metres = _METRES.get(place.precision)
    at = place.lat is not None and place.lon is not None
    if place.country is None and not at:
        return None
    if metres is None and place.country is None:
        metres = _REGION
    exact = at and metres is not None
    return stix_object(
        "location",
        place.id,
        stamp,
        place.id,
        {"says": "place", "precision": place.precision.value},
        name=f"near {place.name}" if place.precision == PlacePrecision.NEAR else place.name,
        country=place.country,
        administrative_area=place.admin1,
        city=place.name if place.precision == PlacePrecision.TOWN else None,
        latitude=place.lat if exact else None,
        longitude=place.lon if exact else None,
        precision=metres if exact else None,
    )
