"""What people decided, in the form in which linking obeys it. Decisions outlast re-reading; taking one back undoes it.

Understood are: LINK of ``article_id/key`` to an actor's name (JSON text; ``null`` for nobody); REJECT of an account (it
tells no event), of a link ``article_id/key``, and of a copy (target the later article, field ``copy``); MERGE of an event
or account with another (JSON text of its id); SPLIT of an account (it stands alone).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.linking.corrections.standing import in_force
from rashomon.model.decisions import Decision
from rashomon.model.ids import content_id
from rashomon.model.words import Verdict


@dataclass(frozen=True, slots=True)
class Corrections:
    """Standing decisions, sorted by what they change.

    Args:
        links: ``article_id/key`` to the actor's name, ``None`` for nobody.

        rejected: ids of accounts that tell no event.

        no_copies: ids of articles that repeat nothing.

        merged: pairs of ids of events or accounts that are one.

        alone: ids of accounts that stay by themselves.
    """

    links: Mapping[str, str | None]
    rejected: frozenset[str]
    no_copies: frozenset[str]
    merged: tuple[tuple[str, str], ...]
    alone: frozenset[str]


def _text(json_text: str | None) -> str | None:
    if json_text is None:
        return None
    try:
        value = json.loads(json_text)
    except json.JSONDecodeError:
        return json_text
    return value if isinstance(value, str) else None


def _links(standing: Iterable[Decision]) -> dict[str, str | None]:
    links: dict[str, str | None] = {}
    for decision in standing:
        if decision.verdict == Verdict.LINK:
            links[decision.target] = _text(decision.after)
        elif decision.verdict == Verdict.REJECT and "/" in decision.target:
            links[decision.target] = None
    return links


def _whole(decision: Decision) -> tuple[str, ...]:
    """Return what a decision on the whole is about: its target, and where that is an event its accounts."""
    return (decision.target, *(account.id for account in decision.anchor.accounts))


def corrections(decisions: Iterable[Decision]) -> Corrections:
    """Return what stands; of two decisions on one thing the later one."""
    standing = in_force(decisions)
    rejects = [decision for decision in standing if decision.verdict == Verdict.REJECT]
    merges = [(decision.target, _text(decision.after)) for decision in standing if decision.verdict == Verdict.MERGE]
    return Corrections(
        links=_links(standing),
        rejected=frozenset(target for decision in rejects if decision.field is None for target in _whole(decision)),
        no_copies=frozenset(decision.target for decision in rejects if decision.field == "copy"),
        merged=tuple((target, other) for target, other in merges if other is not None),
        alone=frozenset(decision.target for decision in standing if decision.verdict == Verdict.SPLIT),
    )


def pairs_together(decided: Corrections, account_ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of accounts that a person put into one event.

    An event is named after its least account, so its id leads back to that account however the machine reads again;
    pairs that name no account of these are left out.
    """
    named: dict[str, str] = {}
    for own in account_ids:
        named[own] = own
        named[content_id("evt", own)] = own
    pairs = ((named.get(one), named.get(other)) for one, other in decided.merged)
    return tuple((one, other) for one, other in pairs if one is not None and other is not None)
