"""Where the gold form's conventions differ from the ledger's own words: who takes part, how an event stands, how two are tied."""

from collections.abc import Collection, Sequence

from rashomon.linking.events.stating import status_of
from rashomon.model.words import EventType, Relation, Stance, Status
from rashomon.store.views import AccountView, ClaimView, Named, TieView
from rashomon.text.wordlist import words

#: Types whose doers and whose others are participants there: nobody does it to the other.
_TOGETHER = frozenset({EventType.AGREEMENT, EventType.MEETING_OR_VISIT})
#: Types that are aimed at nobody; whom they concern is a participant.
_AT_NOBODY = _TOGETHER | {
    EventType.APPOINTMENT,
    EventType.ARMS_TRANSFER,
    EventType.DEPLOYMENT,
    EventType.ELECTION_OR_GOVERNMENT_FORMATION,
    EventType.FINANCING,
    EventType.PROTEST,
    EventType.WITHDRAWAL,
}
#: Words that say no more of those hit than that they are people; that form names nobody then.
_ANYBODY = frozenset(
    words("people person persons civilians civilian man men woman women child children boy girl others victims residents")
)
#: Words for speakers of whom nothing is known.
_UNKNOWN_SPEAKERS = frozenset(words("sources source reports rumours officials analysts observers some"))


def parties(view: AccountView) -> tuple[tuple[Named, ...], tuple[Named, ...], tuple[Named, ...]]:
    """Return the doers, those whom it hit, and other participants, as that form tells them apart."""
    kind, agents, patients = view.account.type, view.agents, view.patients
    if kind in _TOGETHER or (kind == EventType.ARMED_CLASH and not patients):
        return (), (), (*agents, *patients)
    if kind in _AT_NOBODY:
        return agents, (), patients
    return agents, tuple(one for one in patients if one.id is not None or not _is_anybody(one.name)), ()


def _is_anybody(name: str) -> bool:
    said = name.lower().split()
    return not said or (said[-1] in _ANYBODY and not _has_name(name))


def standing(view: AccountView, told: Sequence[AccountView], claims: Collection[ClaimView], neutral: bool) -> Status:
    """Return how an event stands in an article as that form has it; the ledger itself keeps what each source says.

    An event that somebody in the text denies is disputed. What a body, an office or a witness tells of nobody's deed is a fact
    there ("seven died in a riot, the prison service said"), and so is what a neutral body tells of somebody's.

    Args:
        view: the account that the row is made of.

        told: all accounts of the event in the article.

        claims: what the article's speakers say.

        neutral: whether who tells it is a body that takes no side.
    """
    together = status_of(one.account.status for one in told)
    if together == Status.DISPUTED or (together in _HAPPENED and _is_denied(told, claims)):
        return Status.DISPUTED
    status = view.account.status
    if status != Status.ALLEGED or not view.attribution:
        return status
    speaker = view.attribution[-1].name.lower().split()
    nobodys = not any(agent.id is not None for agent in view.agents)
    return Status.ASSERTED if neutral or (nobodys and speaker[-1:] and speaker[-1] not in _UNKNOWN_SPEAKERS) else status


_HAPPENED = frozenset({Status.ASSERTED, Status.CLAIMED, Status.ALLEGED})


def _is_denied(told: Sequence[AccountView], claims: Collection[ClaimView]) -> bool:
    accounts = {one.account.id for one in told}
    return any(one.claim.stance == Stance.DENIES and not accounts.isdisjoint(one.claim.about) for one in claims)


def is_between_known(tie: TieView) -> bool:
    """Return whether both ends of a tie have a name; that form has none of "an official" or "his forces"."""
    return all(one.id is not None or _has_name(one.name) for one in (tie.subject, tie.object))


def _has_name(phrase: str) -> bool:
    """Whether a word of a phrase is written as a name, other than one that opens it ("Iraqi expert")."""
    return any(word[:1].isupper() for word in phrase.split()[1:])


def relation(made: Relation) -> Relation:
    """Return a tie's word there: who speaks for a body has a role in it."""
    return Relation.ROLE_IN if made == Relation.SPOKESMAN_OF else made
