"""Actors as people, organisations and public bodies, their ties as links, and places as addresses."""

from collections.abc import Mapping
from types import MappingProxyType

from rashomon.exports.graphs.ftm.entities import Entity, Origin
from rashomon.exports.graphs.ftm.origins import country, days, origin_of
from rashomon.exports.graphs.said import open_address, outlet_of
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.ids import content_id
from rashomon.model.places import Place
from rashomon.model.words import ActorKind, PlacePrecision, Relation
from rashomon.store.publishing.actors import PublishedTie

_SCHEMATA: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.PERSON: "Person",
        ActorKind.FORCE: "PublicBody",
        ActorKind.GOVERNMENT_BODY: "PublicBody",
        ActorKind.STATE: "PublicBody",
        ActorKind.COMPANY: "Company",
        ActorKind.COMMUNITY: "LegalEntity",
        ActorKind.UNKNOWN: "LegalEntity",
    }
)
_TOPICS: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.FORCE: "mil",
        ActorKind.GOVERNMENT_BODY: "gov",
        ActorKind.STATE: "gov.national",
        ActorKind.PARTY: "pol.party",
    }
)
#: Relations between a member or head and an organisation: the schema, and its property for the subject.
_WITHIN: Mapping[Relation, tuple[str, str]] = MappingProxyType(
    {
        Relation.LEADS: ("Directorship", "director"),
        Relation.MEMBER_OF: ("Membership", "member"),
        Relation.PART_OF: ("Membership", "member"),
        Relation.ROLE_IN: ("Membership", "member"),
    }
)
_BODIES = frozenset({"Organization", "PublicBody", "Company"})
_STANDS_FOR = frozenset({Relation.SPOKESMAN_OF, Relation.MEDIA_ARM_OF, Relation.FRONT_FOR})


def schema_of(actor: Actor) -> str:
    """Return the schema of an actor: groups, parties, outlets and international bodies are organisations."""
    return _SCHEMATA.get(actor.kind, "Organization")


def actor_entity(actor: Actor, grade: str | None) -> Entity:
    """Return an actor. Names that others may share are weak aliases, which match nothing on their own; those of a state ("Iraqi",
    "Baghdad") are names of others too often.
    """
    made = Entity(actor.id, schema_of(actor)).add("name", actor.name)
    for alias in actor.aliases if actor.kind != ActorKind.STATE else (one for one in actor.aliases if not one.ambiguous):
        made.add("weakAlias" if alias.ambiguous else "alias", alias.text, Origin(alias.source))
    made.add("country", country(actor.country)).add("topics", _TOPICS.get(actor.kind))
    made.add("keywords", actor.kind.value.replace("_", " ")).add("notes", None if actor.listed else "Met in texts only.")
    return made.add("notes", None if grade is None else f"Reliability of this source: {grade} (Admiralty code).")


def place_entity(place: Place) -> Entity:
    """Return a place; coordinates only of towns and points, as its words are no more exact."""
    near = "near " if place.precision == PlacePrecision.NEAR else ""
    parts = [f"{near}{place.name}", *dict.fromkeys(one for one in (place.admin2, place.admin1) if one and one != place.name)]
    made = Entity(place.id, "Address").add("full", ", ".join(parts)).add("country", country(place.country))
    made.add("city", place.name if place.precision == PlacePrecision.TOWN else None).add("state", place.admin1)
    made.add("remarks", f"known as exactly as: {place.precision.value}")
    if place.precision in {PlacePrecision.TOWN, PlacePrecision.POINT} and place.lat is not None and place.lon is not None:
        made.add("latitude", str(place.lat)).add("longitude", str(place.lon))
    return made


def tie_entity(tie: PublishedTie, actors: Mapping[str, Actor]) -> Entity:
    """Return a tie as a link with its days, its standing, the words that state it and their articles."""
    made = _link(tie, actors[tie.subject], actors[tie.object])
    lists = [Origin(source) for source in tie.lists]
    origins = [*lists, *(origin_of(told.tie.quote) for told in tie.told)]
    valid = None if tie.first is None and tie.last is None else DateInterval(tie.first, tie.last)
    days(made, valid, *origins)
    made.add("status", tie.standing, *origins)
    made.add("summary", f"{actors[tie.subject].name} {tie.relation.replace('_', ' ')} {actors[tie.object].name}", *origins)
    made.add_all("publisher", tie.lists, *lists)
    for told in tie.told:
        origin, line = origin_of(told.tie.quote), told.tie.article
        made.add("description", " ".join(told.tie.quote.words.split()), origin).add("proof", line.id, origin)
        made.add("publisher", outlet_of(line), origin).add("sourceUrl", open_address(line.url), origin)
    return made


def _link(tie: PublishedTie, subject: Actor, other: Actor) -> Entity:
    """Return the link with its ends. What is denied is no membership, and no link that programs would take for a fact."""
    key = content_id("lnk", tie.subject, tie.relation, tie.object, tie.role, tie.first, tie.last)
    role = " ".join(word for word in (tie.role, None if tie.role else tie.relation.replace("_", " ")) if word)
    if tie.standing == "told":
        role = f"{role} (as told by {tie.articles} article{'s' * (tie.articles != 1)})"
    firm = tie.standing not in {"denied", "disputed"}
    if firm and tie.relation in _WITHIN and schema_of(other) in _BODIES:
        schema, end = _WITHIN[tie.relation]
        return Entity(key, schema).add(end, subject.id).add("organization", other.id).add("role", role)
    if firm and tie.relation in _STANDS_FOR:
        return Entity(key, "Representation").add("agent", subject.id).add("client", other.id).add("role", role)
    if firm and tie.relation == Relation.SUCCEEDED:
        return Entity(key, "Succession").add("successor", subject.id).add("predecessor", other.id).add("role", role)
    if firm and tie.relation == Relation.DESIGNATED_BY:
        return Entity(key, "Sanction").add("entity", subject.id).add("authority", other.name).add("program", tie.role)
    if firm and tie.relation == Relation.FAMILY_OF and (schema_of(subject), schema_of(other)) == ("Person", "Person"):
        return Entity(key, "Family").add("person", subject.id).add("relative", other.id).add("relationship", role)
    worded = role if firm else f"{tie.standing}: {role}"
    return Entity(key, "UnknownLink").add("subject", subject.id).add("object", other.id).add("role", worded)
