"""Who did it and to whom, for forms with a column for each: linked actors first, then those whom words only describe."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extraction.lexicon import MENTION_KINDS
from rashomon.model.actors import Actor
from rashomon.model.ledger import NameSupport
from rashomon.model.words import ACTOR_KINDS, MentionKind, Role
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.views import AccountView
from rashomon.store.withheld import PRIVATE_PERSON

#: What somebody is who does something, or to whom it is done.
_SOMEBODY = ACTOR_KINDS - {MentionKind.MEDIA}


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a role of an event.

    Args:
        words: as the first account to say so calls them; of a linked actor, its name.

        kind: what the mention is.

        actor: the registry's entry; ``None`` where the words name nobody, or a private person.
    """

    words: str
    kind: MentionKind
    actor: Actor | None = None


def parties(published: PublishedEvent, role: Role) -> tuple[Party, ...]:
    """Return an event's agents or patients: linked ones by how many roots name them, then others in order of telling.

    Bases, weapons and the like are nobody; outlets are left out, since who tells of a thing is sometimes read as who did it.
    """
    event = published.told.event
    supports: tuple[NameSupport, ...] = event.agents if role == Role.AGENT else event.patients
    linked = [_linked(published.actors[one.value]) for one in supports if one.value in published.actors]
    others = (party for view in published.told.accounts for party in _unlinked(published, view, role))
    several = (party for party in (*linked, *others) if party.kind in _SOMEBODY)
    return tuple({(party.words.casefold(), party.kind): party for party in several}.values())


def _linked(actor: Actor) -> Party:
    kind = MENTION_KINDS[actor.kind]
    return Party(PRIVATE_PERSON, kind) if actor.name == PRIVATE_PERSON else Party(actor.name, kind, actor)


def _unlinked(published: PublishedEvent, view: AccountView, role: Role) -> Iterator[Party]:
    """Yield those whom one account names in a role and no link knows."""
    named = view.agents if role == Role.AGENT else view.patients
    fillers = [filler for filler in view.account.fillers if filler.role == role]
    for one, filler in zip(named, fillers, strict=True):
        kind = published.kinds.get((view.article.id, filler.key))
        if one.id is None and kind is not None:
            yield Party(one.name, kind)
