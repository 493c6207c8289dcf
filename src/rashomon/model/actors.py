"""The registry: who there is, under which names."""

from dataclasses import dataclass

from rashomon.model.dates import DateInterval
from rashomon.model.ids import content_id
from rashomon.model.words import ActorKind, Relation


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor, and after whom.

    ``ambiguous`` aliases ("the Army", "IS", a bare surname) link only where something else supports them.
    """

    text: str
    source: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class ActorTie:
    """A tie between two registry entries that is known apart from any article, with its source.

    ``role`` says what the subject is there ("foreign minister") or as what it is designated; ``None`` where the list is silent.
    """

    subject: str
    relation: Relation
    object: str
    source: str
    valid: DateInterval | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, group, force, body, state, party, company or outlet.

    Args:
        name: the canonical name; unique in a registry.

        country: ISO 3166 alpha-2 of home or main theatre, ``None`` where there is none.

        sides: names of the parents that a loose naming may use instead ("Iran" for the Qods Force).

        listed: whether it stands in a list a person keeps; ``False`` for actors met in texts only.

        private: a private person (victim, witness, minor) whose name may be withheld by rule.

        sectors: PLOVER sectors ("MIL", "SPY"), where the kind does not say them.

        ties: the listed ties it is an end of, by relation, other end and date.
    """

    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    country: str | None = None
    sides: tuple[str, ...] = ()
    listed: bool = True
    private: bool = False
    sectors: tuple[str, ...] = ()
    ties: tuple[ActorTie, ...] = ()

    @property
    def id(self) -> str:
        """Return the id made of the canonical name and kind."""
        return content_id("act", self.name, self.kind)
