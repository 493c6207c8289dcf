"""What the rules told, in the entities of the merged mentions, and the model's accounts and claims filled with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Filler, Reading, Tie

#: Keys that mean the same in every reading.
_FIXED = {OUTLET_KEY: OUTLET_KEY, UNKNOWN_KEY: UNKNOWN_KEY}
#: Under this chance of the model's own label the rules' type of an event is taken.
UNSURE = 0.5
#: Whether the rules' fillers of a role come before the model's.
RULES_FIRST = True


def rekeyed(reading: Reading, keys: Mapping[str, str]) -> Reading:
    """Return a reading with other entity keys; what speaks of an entity that has none is left out.

    Args:
        reading: what the rules read.

        keys: for each of its entities the new key.
    """
    known = {**keys, **_FIXED}
    return replace(
        reading,
        accounts=tuple(_account(account, known) for account in reading.accounts),
        claims=tuple(_claim(claim, known) for claim in reading.claims if claim.source in known),
        ties=tuple(_tie(tie, known) for tie in reading.ties if tie.subject in known and tie.object in known),
    )


def _account(account: Account, keys: Mapping[str, str]) -> Account:
    fillers = tuple(replace(filler, key=keys[filler.key]) for filler in account.fillers if filler.key in keys)
    return replace(account, fillers=fillers, attribution=tuple(keys[key] for key in account.attribution if key in keys))


def _claim(claim: Claim, keys: Mapping[str, str]) -> Claim:
    return replace(claim, source=keys[claim.source], via=tuple(keys[key] for key in claim.via if key in keys))


def _tie(tie: Tie, keys: Mapping[str, str]) -> Tie:
    return replace(tie, subject=keys[tie.subject], object=keys[tie.object])


def accounts(told: Sequence[tuple[Account, float]], ruled: Sequence[Account]) -> tuple[Account, ...]:
    """Return the model's accounts in reading order, with values from the rules' account of the same trigger where it has none.

    Args:
        told: the model's accounts, each with how sure it is of the type.

        ruled: the rules' accounts, in the same entities.
    """
    made = [_filled(account, next((r for r in ruled if _share(account, r)), None), sure) for account, sure in told]
    return tuple(sorted(made, key=lambda account: (account.trigger.start, account.trigger.end)))


def _share(one: Account, other: Account) -> bool:
    """Whether two accounts have a trigger in common."""
    return any(a.overlaps(b) for a in (one.trigger, *one.also) for b in (other.trigger, *other.also))


def _filled(account: Account, ruled: Account | None, sure: float) -> Account:
    if ruled is None:
        return account
    first, second = (ruled.fillers, account.fillers) if RULES_FIRST else (account.fillers, ruled.fillers)
    roles = {filler.role for filler in first}
    fillers: tuple[Filler, ...] = (*first, *(filler for filler in second if filler.role not in roles))
    if sure < UNSURE:
        account = replace(account, type=ruled.type)
    if account.date is None:
        account = replace(account, date=ruled.date, date_span=ruled.date_span)
    if account.killed is None:
        account = replace(account, killed=ruled.killed, killed_span=ruled.killed_span)
    if account.injured is None:
        account = replace(account, injured=ruled.injured, injured_span=ruled.injured_span)
    return replace(account, fillers=fillers, attribution=account.attribution or ruled.attribution)


def claims(told: Sequence[Claim], ruled: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the model's claims, completed by the rules' ones, and the outlet's judgements that those hold, in reading order.

    Args:
        told: the model's claims.

        ruled: the rules' claims, in the same entities.
    """
    made = [_completed(claim, next((r for r in ruled if _alike(claim, r)), None)) for claim in told]
    made += [r for r in ruled if r.source == OUTLET_KEY and not any(_alike(r, claim) for claim in made)]
    return tuple(sorted(made, key=lambda claim: (claim.content.start, -claim.content.end, claim.source)))


def _completed(claim: Claim, ruled: Claim | None) -> Claim:
    if ruled is None:
        return claim
    if claim.source == UNKNOWN_KEY and claim.source_span is None and ruled.source_span is not None:
        claim = replace(claim, source=ruled.source, source_span=ruled.source_span)
    return replace(claim, via=claim.via or tuple(key for key in ruled.via if key != claim.source))


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two claims have the same cue, or mostly the same content."""
    if one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue):
        return True
    joint = min(one.content.end, other.content.end) - max(one.content.start, other.content.start)
    return 4 * joint >= (one.content.end - one.content.start) + (other.content.end - other.content.start)
