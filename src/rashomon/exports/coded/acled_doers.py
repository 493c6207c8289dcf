"""Who did it, where accounts accuse different ones; and to which force or group a person belongs."""

from collections.abc import Iterator

from rashomon.exports.coded.choosing import UNREAL
from rashomon.exports.coded.parties import Party, parties
from rashomon.exports.coded.writing import Setting
from rashomon.extraction.lexicon import MENTION_KINDS
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.words import ActorKind, Relation, Role, Status
from rashomon.store.publishing.contract import PublishedEvent

_TELLS_NO_DOER = UNREAL | {Status.DENIED}
_OF = frozenset({Relation.LEADS, Relation.MEMBER_OF, Relation.ROLE_IN, Relation.PART_OF, Relation.SPOKESMAN_OF})
#: What a person fights for.
_FIGHTING = (ActorKind.ARMED_GROUP, ActorKind.FORCE)


def doers(published: PublishedEvent) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """Return who did it, and a tag where that is open although somebody is named.

    Whom only denials and plans name is not said to have done it. Of several who are only accused, or of one beside whom other
    causes are given, none is.
    """
    named = parties(published, Role.AGENT)
    status = {view.account.id: view.account.status for view in published.told.accounts}
    said = tuple(one for one in named if any(status.get(account) not in _TELLS_NO_DOER for account in one.accounts))
    if not said:
        denied = any(status.get(account) == Status.DENIED for one in named for account in one.accounts)
        return (), (_tag("denied", named),) if denied else ()
    standing = {status.get(account) for one in said for account in one.accounts} - _TELLS_NO_DOER
    if standing == {Status.ALLEGED} and published.told.event.status == Status.DISPUTED and _rivals(published, said):
        return (), (_tag("disputed", said),)
    return said, ()


def _tag(how: str, several: tuple[Party, ...]) -> str:
    return f"perpetrator={how}: {', '.join(one.words for one in several)}"


def _rivals(published: PublishedEvent, said: tuple[Party, ...]) -> bool:
    """Return whether accounts accuse different ones, or explain it by something else."""
    if len(said) > 1 and not set(said[0].accounts) & set(said[1].accounts):
        return True
    alleged = [view.account for view in published.told.accounts if view.account.status == Status.ALLEGED]
    theirs = {account.type for account in alleged if any(account.id in one.accounts for one in said)}
    return any(account.type not in theirs for account in alleged)


def with_their_own(several: tuple[Party, ...], setting: Setting, when: DateInterval) -> tuple[Party, ...]:
    """Return parties with the forces and groups to which lists say that persons among them belonged at the time."""
    found = (own for party in several for own in _own(party, setting, when))
    listed, others = ([one for one in several if (one.actor is None) is unlisted] for unlisted in (False, True))
    return tuple({party.words: party for party in (*listed, *found, *others)}.values())


def _own(party: Party, setting: Setting, when: DateInterval) -> Iterator[Party]:
    actor = party.actor
    if actor is None or actor.kind != ActorKind.PERSON:
        return
    ties = (tie for tie in actor.ties if tie.subject == actor.name and tie.relation in _OF)
    names = [tie.object for tie in ties if tie.valid is None or tie.valid.overlaps(when)]
    ids = [Actor(name, kind).id for name in names for kind in _FIGHTING]
    for other in setting.named(ids).values() if ids else ():
        yield Party(other.name, MENTION_KINDS[other.kind], other, party.accounts)
