"""Who did it and to whom, for forms with a column for each: linked actors first, then those whom words only describe."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from rashomon.exports.coded.roles import role_in
from rashomon.extraction.lexicon import MENTION_KINDS
from rashomon.model.actors import Actor
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

        accounts: the ids of those that name them so.
    """

    words: str
    kind: MentionKind
    actor: Actor | None = None
    accounts: tuple[str, ...] = ()


def parties(published: PublishedEvent, role: Role) -> tuple[Party, ...]:
    """Return an event's agents or patients: linked ones by how many roots name them, then others in order of telling.

    Bases, weapons and the like are nobody; outlets are left out, since who tells of a thing is sometimes read as who did it.
    Somebody whom the words around their name show in the other role, or in none, stands there (`rashomon.exports.coded.roles`).
    """
    told = [one for view in published.told.accounts for one in _told(published, view)]
    event = published.told.event
    supports = event.agents if role == Role.AGENT else event.patients
    moved = {
        (party.actor.id, account)
        for party, given, shown in told
        if party.actor and shown != given == role
        for account in party.accounts
    }
    first: dict[str, Role | None] = {}
    for party, _, shown in told:
        if party.actor is None:
            first.setdefault(party.words.casefold(), shown)
    linked = (_linked(published.actors[one.value], one.accounts, moved) for one in supports if one.value in published.actors)
    led = (party for party in linked if party.accounts)
    shifted = (party for party, given, shown in told if party.actor and shown == role != given)
    others = (party for party, _, shown in told if not party.actor and shown == role and first[party.words.casefold()] == role)
    found: dict[tuple[str, MentionKind], Party] = {}
    for party in (*led, *shifted, *others):
        key = (party.words.casefold(), party.kind)
        if party.kind in _SOMEBODY:
            before = found.get(key)
            found[key] = (
                party if before is None else replace(before, accounts=tuple(dict.fromkeys((*before.accounts, *party.accounts))))
            )
    return tuple(found.values())


def _linked(actor: Actor, accounts: tuple[str, ...], moved: AbstractSet[tuple[str, str]]) -> Party:
    kept = tuple(one for one in accounts if (actor.id, one) not in moved)
    return _party(actor, kept)


def _party(actor: Actor, accounts: tuple[str, ...]) -> Party:
    kind = MENTION_KINDS[actor.kind]
    if actor.name == PRIVATE_PERSON:
        return Party(PRIVATE_PERSON, kind, accounts=accounts)
    return Party(actor.name, kind, actor, accounts)


def _told(published: PublishedEvent, view: AccountView) -> Iterator[tuple[Party, Role, Role | None]]:
    """Yield whom one account names as agents and patients, with the role that was read and the one its words show."""
    for role, named in ((Role.AGENT, view.agents), (Role.PATIENT, view.patients)):
        fillers = [filler for filler in view.account.fillers if filler.role == role]
        for one, filler in zip(named, fillers, strict=True):
            kind = published.kinds.get((view.article.id, filler.key))
            actor = None if one.id is None else published.actors.get(one.id)
            shown = role_in(view.quote, filler)
            if actor is not None:
                yield _party(actor, (view.account.id,)), role, shown
            elif one.id is None and kind is not None:
                yield Party(one.name, kind, accounts=(view.account.id,)), role, shown
