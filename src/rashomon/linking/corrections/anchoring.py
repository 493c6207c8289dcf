"""Find again what a person decided on, after the article was read anew: by id, else by the words and the type.

An account is the same where its trigger, or else most of its evidence, stands in the same words; of several, one of the same
type goes first. Spans count from the article's start, so they hold as long as the article's text does.
"""

from collections.abc import Iterable
from typing import TypeVar

from rashomon.model.reading import Account, Claim, Figure, Mention, Reading
from rashomon.model.sources import EvidenceSpan

_Found = TypeVar("_Found", Account, Claim, Figure)


def shared(one: EvidenceSpan, other: EvidenceSpan) -> int:
    """Return how many characters two spans of one article share."""
    if one.article_id != other.article_id:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def account_again(made: Account, reading: Reading) -> Account | None:
    """Return the account that tells what this one told, ``None`` where the reading has none.

    Another type is only accepted where the trigger is the same words: a sentence may well tell two things.
    """
    same = _by_id(made.id, reading.accounts)
    if same is not None:
        return same
    near = [account for account in reading.accounts if _tells_the_same(made, account)]
    return max(near, key=lambda account: _closeness(made, account), default=None)


def _tells_the_same(made: Account, account: Account) -> bool:
    if made.trigger.overlaps(account.trigger):
        return True
    return made.type == account.type and made.evidence.is_mostly(account.evidence)


def _closeness(made: Account, account: Account) -> tuple[bool, int, int, int]:
    joint = shared(made.trigger, account.trigger), shared(made.evidence, account.evidence)
    return made.type == account.type, *joint, -account.trigger.start


def claim_again(made: Claim, reading: Reading) -> Claim | None:
    """Return the claim of the same cue or mostly the same content, ``None`` where the reading has none."""
    same = _by_id(made.id, reading.claims)
    if same is not None:
        return same
    near = [claim for claim in reading.claims if _said_alike(made, claim)]
    return max(near, key=lambda claim: (claim.stance == made.stance, shared(made.content, claim.content)), default=None)


def _said_alike(made: Claim, claim: Claim) -> bool:
    if made.cue is not None and claim.cue is not None and made.cue.overlaps(claim.cue):
        return True
    return made.content.is_mostly(claim.content)


def figure_again(made: Figure, reading: Reading) -> Figure | None:
    """Return the figure whose number stands in the same words, ``None`` where the reading has none."""
    same = _by_id(made.id, reading.figures)
    if same is not None:
        return same
    near = [figure for figure in reading.figures if figure.span.overlaps(made.span)]
    return max(near, key=lambda figure: shared(figure.span, made.span), default=None)


def mention_at(span: EvidenceSpan, mentions: Iterable[Mention]) -> Mention | None:
    """Return the mention of an entity that shares most with a span and is least longer; ``None`` where none shares any."""
    near = [mention for mention in mentions if mention.key and mention.span.overlaps(span)]
    return max(near, key=lambda mention: (shared(mention.span, span), mention.span.start - mention.span.end), default=None)


def _by_id(made: str, found: Iterable[_Found]) -> _Found | None:
    return next((one for one in found if one.id == made), None)
