"""What the rules told and what the model told of one article, as one.

The rules come first: measured on crawled pages, what they find is right more often, and their names are those of the lists. The
model adds the events and claims it is sure of that the rules missed, roles they left empty, other mentions, and kinds of numbers;
where it is sure of an event it says whether that is said to have happened, and what is nearly certain to tell of none goes.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.reading import UNKNOWN_KEY, Account, Claim, Mention
from rashomon.model.words import MentionKind, Status

#: From this certainty on an event or a claim that only the model found is taken. Set on held-out documents and crawled pages.
SURE = {"trigger": 0.65, "cue": 0.7}
#: From this certainty on the model's status of an event goes before that of the rules.
CERTAIN = 0.9
#: Below this certainty of the model an event that the rules found is none. Set like `SURE`.
NOTHING = 0.02
_GUESSED = frozenset({MentionKind.PERSON, MentionKind.PLACE})
_OPEN = frozenset({Status.ASSERTED, Status.ALLEGED})
#: Characters that a content without a cue has at least.
LEAST = 16


def mentions(told: Sequence[Mention], ruled: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the rules' mentions, those of common nouns as the model marks them, and the model's free beside them.

    Args:
        told: the model's mentions, in the rules' entities where those know them.

        ruled: the rules' mentions.
    """
    ruled = _as_told(told, ruled)
    names = [mention for mention in ruled if mention.named]
    free = [m for m in told if not any(m.span.overlaps(name.span) for name in names)]
    kept = [m for m in ruled if m.named or not any(m.span.overlaps(other.span) and m.key == other.key for other in free)]
    return (*free, *kept)


def _as_told(told: Sequence[Mention], ruled: Sequence[Mention]) -> list[Mention]:
    """Return the rules' mentions, of another kind where most of an entity's are told as that one.

    Only persons and places change: what no list has and is written like a name is either to the rules.
    """
    said: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
    written = Counter(mention.key for mention in ruled if mention.named)
    for mention in ruled:
        same = next((m for m in told if m.span.is_mostly(mention.span)), None) if mention.named else None
        if same is not None:
            said[mention.key][same.kind] += 1
    kinds = {key: kind for key, found in said.items() for kind, n in found.items() if 2 * n > written[key]}
    return [
        replace(mention, kind=kinds[mention.key]) if mention.kind in _GUESSED and mention.key in kinds else mention
        for mention in ruled
    ]


def accounts(told: Sequence[tuple[Account, float]], ruled: Sequence[Account]) -> tuple[Account, ...]:
    """Return the accounts of both, in reading order.

    Args:
        told: the model's accounts, each with how sure it is of the event.

        ruled: the rules' accounts.
    """
    both = [(account, next((found for found in told if _share(found[0], account)), None)) for account in ruled]
    made = [
        _completed(account, *found) if found else replace(account, differs=True)
        for account, found in both
        if not _is_nothing(found)
    ]
    made += [
        replace(a, differs=True)
        for a, sure in told
        if sure >= SURE["trigger"] and not any(_share(a, account) for account in ruled)
    ]
    return tuple(sorted(made, key=lambda account: (account.trigger.start, account.trigger.end)))


def _share(one: Account, other: Account) -> bool:
    """Whether two accounts have a trigger in common."""
    return any(a.overlaps(b) for a in (one.trigger, *one.also) for b in (other.trigger, *other.also))


def _is_nothing(found: tuple[Account, float] | None) -> bool:
    """Whether the model is nearly certain that no event is told there."""
    return found is not None and found[1] < NOTHING


def _completed(ruled: Account, told: Account, sure: float) -> Account:
    """Return the rules' account with what it leaves out; never a toll, since a false one does harm."""
    roles = {filler.role for filler in ruled.fillers}
    added = tuple(filler for filler in told.fillers if filler.role not in roles)
    status = told.status if sure >= CERTAIN and ruled.status in _OPEN else ruled.status
    made = replace(ruled, fillers=(*ruled.fillers, *added), status=status, differs=told.type != ruled.type)
    return made if made.date is not None else replace(made, date=told.date, date_span=told.date_span)


def further_claims(told: Sequence[tuple[Claim, float]], ruled: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that the model is sure of and the rules did not find.

    Args:
        told: the model's claims, each with how sure it is of the cue.

        ruled: the rules' claims.
    """
    known = [c for c, sure in told if sure >= SURE["cue"] and c.source != UNKNOWN_KEY and (c.cue is not None or _says(c))]
    return tuple(claim for claim in known if not any(_alike(claim, other) for other in ruled))


def _says(claim: Claim) -> bool:
    """Whether a content that no cue announces can be more than a name."""
    return claim.content.end - claim.content.start >= LEAST


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two claims have the same cue, or mostly the same content, or one source and words in common."""
    if one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue):
        return True
    return one.content.is_mostly(other.content) or (one.source == other.source and one.content.overlaps(other.content))
