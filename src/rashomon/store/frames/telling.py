"""Rows of what articles tell: accounts, claims, figures and ties, each with its words, its sources and its root."""

from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY
from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.leaves import Known, Leaf
from rashomon.store.frames.raw import Raw, claim_id, several, source_of, tie_id, touches
from rashomon.store.frames.values import days, ends
from rashomon.store.readings import AGAINST

#: Roles of places that stand beside where it happened, and keys of sources that are nobody in particular.
_ROLES = ("via", "origin", "destination")
_NOBODY = (OUTLET_KEY, UNKNOWN_KEY)


def _named(known: Iterable[Known]) -> tuple[list[str], list[str | None]]:
    """Return names and ids side by side."""
    names: list[str] = []
    ids: list[str | None] = []
    for name, key in known:
        names.append(name)
        ids.append(key)
    return names, ids


def _printed(leaf: Leaf, span: list[Any]) -> tuple[str | None, str | None, str | None, int, int, str]:
    """Return who publishes the article, its grade and day, and where the words of a span stand."""
    _, start, end = span
    return leaf.outlet, leaf.grade, leaf.published, start, end, leaf.text[start:end]


def account_rows(leaf: Leaf, scope: Scope) -> Iterator[Row]:
    """Yield the accounts of an article; where events are chosen, those that tell one."""
    for key, account in zip(leaf.account_ids, several(leaf.reading, "accounts"), strict=True):
        event = leaf.events.get(key)
        if scope.has(event):
            yield _account(leaf, account, key, event)


def _account(leaf: Leaf, account: Raw, key: str, event: str | None) -> Row:
    roles: dict[str, list[str]] = {}
    for filler in several(account, "fillers"):
        roles.setdefault(filler["role"], []).append(filler["key"])
    actor, place, get = leaf.actor, leaf.place, account.get
    _, begins, ends_at = account["trigger"]
    return (
        key,
        leaf.id,
        event,
        account["type"],
        account["status"],
        *days(get("date")),
        *ends(get("killed")),
        *ends(get("injured")),
        *_named(map(actor, roles.get("agent", ()))),
        *_named(map(actor, roles.get("patient", ()))),
        *_named(map(place, roles.get("place", ()))),
        [actor(one)[0] for one in roles.get("weapon", ())],
        [f"{role}: {place(one)[0]}" for role in _ROLES if role in roles for one in roles[role]],
        *_named(map(actor, get("attribution", ()))),
        *leaf.root(key),
        *_printed(leaf, account["evidence"]),
        leaf.text[begins:ends_at],
        get("differs", False),
        "kept" in account,
    )


def claim_rows(leaf: Leaf, scope: Scope) -> Iterator[Row]:
    """Yield the claims of an article; where events are chosen, those that speak of one."""
    figures = {key: one.get("account") for key, one in zip(leaf.figure_ids, several(leaf.reading, "figures"), strict=True)}
    for claim in several(leaf.reading, "claims"):
        about = several(claim, "about")
        accounts = [one for one in about if one not in figures]
        told = dict.fromkeys([*accounts, *(figures[one] for one in about if figures.get(one))])
        events = list(dict.fromkeys(leaf.events[one] for one in told if one in leaf.events))
        if scope.events is None or not scope.events.isdisjoint(events):
            spoken = [one for one in about if one in figures]
            yield _claim(leaf, claim, (accounts, spoken, events, [root for one in told if (root := leaf.root(one)[0])]))


def _claim(leaf: Leaf, claim: Raw, about: tuple[list[str], list[str], list[str], list[str]]) -> Row:
    name, source = leaf.actor(claim["source"])
    cue = claim.get("cue")
    return (
        claim_id(claim),
        leaf.id,
        claim["stance"],
        name,
        source,
        claim["source"] if claim["source"] in _NOBODY else "actor",
        *_named(map(leaf.actor, several(claim, "via"))),
        *about[:3],
        list(dict.fromkeys(about[3])),
        *_printed(leaf, claim["content"]),
        None if cue is None else leaf.text[cue[1] : cue[2]],
        "kept" in claim,
    )


def figure_rows(leaf: Leaf, scope: Scope) -> Iterator[Row]:
    """Yield the figures of an article; where events are chosen, those of one."""
    statuses = {key: one["status"] for key, one in zip(leaf.account_ids, several(leaf.reading, "accounts"), strict=True)}
    for key, figure in zip(leaf.figure_ids, several(leaf.reading, "figures"), strict=True):
        account = figure.get("account")
        event = None if account is None else leaf.events.get(account)
        if scope.has(event):
            yield _figure(leaf, figure, (key, event), None if account is None else statuses.get(account))


def _figure(leaf: Leaf, figure: Raw, ids: tuple[str, str | None], status: str | None) -> Row:
    account = figure.get("account")
    key, event = ids
    _, begins, ends_at = figure["span"]
    return (
        key,
        leaf.id,
        account,
        event,
        figure["what"],
        figure["kind"],
        *ends(figure["value"]),
        figure.get("printed"),
        figure.get("unit"),
        figure.get("qualifier"),
        figure.get("period"),
        figure.get("as_of"),
        figure.get("cumulative"),
        *leaf.actor(source_of(figure)),
        status,
        *leaf.root(account or ""),
        *_printed(leaf, figure["evidence"]),
        leaf.text[begins:ends_at],
        "kept" in figure,
    )


def tie_rows(leaf: Leaf) -> Iterator[Row]:
    """Yield the ties of an article."""
    for tie in several(leaf.reading, "ties"):
        where = tie["evidence"]
        said = [claim for claim in several(leaf.reading, "claims") if touches(claim["content"], where)]
        accounts = zip(leaf.account_ids, several(leaf.reading, "accounts"), strict=True)
        told = [key for key, one in accounts if touches(one["evidence"], where)]
        stances = {claim["stance"] for claim in said}
        sources = dict.fromkeys(claim["source"] for claim in said if claim["source"] not in _NOBODY)
        yield (
            tie_id(tie),
            leaf.id,
            *leaf.actor(tie["subject"]),
            tie["relation"],
            *leaf.actor(tie["object"]),
            *days(tie.get("valid")),
            tie.get("note"),
            next((word for stance, word in AGAINST.items() if stance in stances), None),
            *_named(map(leaf.actor, sources)),
            list(dict.fromkeys(root for one in told if (root := leaf.root(one)[0]))),
            *_printed(leaf, where),
        )
