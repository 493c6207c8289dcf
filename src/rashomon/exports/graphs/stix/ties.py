"""How actors are tied to each other, as relationships with their days, and the words or lists that say so."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rashomon.exports.graphs.stix.actors import actor_id
from rashomon.exports.graphs.stix.ids import Stamp, first_moment, last_moment
from rashomon.exports.graphs.stix.objects import Cited, Stix, evidence, named, references, relationship, stix_object
from rashomon.model.actors import Actor
from rashomon.model.words import Relation
from rashomon.store.publishing.actors import PublishedTie

#: Relations whose STIX type is not simply their name.
_TYPES: Mapping[Relation, str] = MappingProxyType(
    {Relation.LEADS: "leader-of", Relation.SUCCEEDED: "successor-of", Relation.DESIGNATED_BY: "designated-by"}
)
#: Confidence of a tie that some say and others deny.
_DISPUTED = 30


def tie_objects(tie: PublishedTie, actors: Mapping[str, Actor], stamp: Stamp, grades: Mapping[str, str]) -> Iterator[Stix]:
    """Yield a tie as a relationship; one that is only denied as a note, as nobody stands by it."""
    ends = actors[tie.subject], actors[tie.object]
    cited: list[Cited] = [(told.tie.article, told.tie.quote) for told in tie.told]
    lists = ({"source_name": source, "description": "list of actors"} for source in tie.lists)
    shared = {"external_references": [*references(cited, {}), *lists]}
    key, words = f"{tie.subject} {tie.relation} {tie.object}", _words(tie, ends)
    said = _said(tie) | {"evidence": evidence(cited, grades)}
    if tie.standing == "denied":
        both = [actor_id(one) for one in ends]
        yield stix_object(
            "note", key, stamp, key, said, abstract=named(f"Denied: {words}"), content=words, object_refs=both, **shared
        )
        return
    yield relationship(
        key,
        f"{tie.role or ''} {tie.first or ''} {tie.last or ''}",
        stamp,
        said,
        (actor_id(ends[0]), _TYPES.get(tie.relation, tie.relation.replace("_", "-")), actor_id(ends[1])),
        description=words,
        start_time=None if tie.first is None else first_moment(tie.first),
        stop_time=None if tie.last is None else last_moment(tie.last),
        confidence=_DISPUTED if tie.standing == "disputed" else None,
        **shared,
    )


def _said(tie: PublishedTie) -> Stix:
    return {"says": tie.relation.value, "status": tie.standing, "role": tie.role, "lists": list(tie.lists)}


def _words(tie: PublishedTie, ends: tuple[Actor, Actor]) -> str:
    """Return the tie in words, with who states it."""
    relation = tie.relation.replace("_", " ")
    role = f" ({tie.role})" if tie.role else ""
    said = [*tie.lists, *([f"{tie.articles} article{'s' * (tie.articles != 1)}"] if tie.articles else [])]
    return f"{ends[0].name} {relation} {ends[1].name}{role}; {tie.standing}, according to {', '.join(said)}."
