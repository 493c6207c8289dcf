"""Rows of what articles tell: accounts, claims, figures and ties, each with its words, its sources and its root."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY
from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.leaves import Leaf
from rashomon.store.frames.registered import Known
from rashomon.store.frames.stored import StoredAccount, StoredClaim, StoredFigure, StoredTie, claim_id, tie_id, touches
from rashomon.store.frames.values import days, ends
from rashomon.store.readings import AGAINST

#: Names and ids side by side.
_Named = tuple[Sequence[str], Sequence[str | None]]
#: Roles of places that stand beside where it happened, and keys of sources that are nobody in particular.
_ROLES = ("via", "origin", "destination")
_OTHER = frozenset(_ROLES)
_NOBODY = (OUTLET_KEY, UNKNOWN_KEY)
_NONE: tuple[()] = ()
_UNNAMED: _Named = (_NONE, _NONE)


def _named(known: Callable[[str], Known], keys: Sequence[str]) -> _Named:
    """Return the names and ids of some entities side by side. Most often it is one, or none."""
    if not keys:
        return _UNNAMED
    if len(keys) == 1:
        name, key = known(keys[0])
        return (name,), (key,)
    several = [known(one) for one in keys]
    return [name for name, _ in several], [key for _, key in several]


def account_rows(leaf: Leaf, scope: Scope) -> Iterator[Row]:
    """Yield the accounts of an article; where events are chosen, those that tell one."""
    events = leaf.events
    for key, account in zip(leaf.account_ids, leaf.reading.accounts, strict=True):
        event = events.get(key)
        if scope.events is None or event in scope.events:
            yield _account(leaf, account, key, event)


def _account(leaf: Leaf, account: StoredAccount, key: str, event: str | None) -> Row:
    roles: dict[str, list[str]] = {}
    for filler in account.fillers:
        if (role := filler.role) in roles:
            roles[role].append(filler.key)
        else:
            roles[role] = [filler.key]
    actor, place, page = leaf.actor, leaf.place, leaf.page
    _, begins, ends_at = account.trigger
    _, start, end = account.evidence
    return (
        key,
        page.id,
        event,
        account.type,
        account.status,
        *days(account.date),
        *ends(account.killed),
        *ends(account.injured),
        *_named(actor, roles.get("agent", _NONE)),
        *_named(actor, roles.get("patient", _NONE)),
        *_named(place, roles.get("place", _NONE)),
        [actor(one)[0] for one in roles["weapon"]] if "weapon" in roles else _NONE,
        _NONE if _OTHER.isdisjoint(roles) else _others(place, roles),
        *_named(actor, account.attribution),
        *leaf.root(key),
        page.outlet,
        leaf.grade,
        page.published,
        start,
        end,
        page.text[start:end],
        page.text[begins:ends_at],
        account.differs,
        account.kept is not None,
    )


def _others(place: Callable[[str], Known], roles: Mapping[str, list[str]]) -> list[str]:
    """Return the other places of an account, each with its role."""
    return [f"{role}: {place(one)[0]}" for role in _ROLES if role in roles for one in roles[role]]


def claim_rows(leaf: Leaf, scope: Scope) -> Iterator[Row]:
    """Yield the claims of an article; where events are chosen, those that speak of one."""
    if not leaf.reading.claims:
        return
    happened = leaf.events
    figures = {key: one.account for key, one in zip(leaf.figure_ids, leaf.reading.figures, strict=True)}
    for claim in leaf.reading.claims:
        accounts = [one for one in claim.about if one not in figures]
        spoken = [one for one in claim.about if one in figures] if len(accounts) < len(claim.about) else []
        told = _distinct([*accounts, *(about for one in spoken if (about := figures[one]))]) if spoken else accounts
        events = _distinct([happened[one] for one in told if one in happened])
        if scope.events is None or not scope.events.isdisjoint(events):
            roots = _distinct([root for one in told if (root := leaf.root(one)[0])])
            yield _claim(leaf, claim, (accounts, spoken, events, roots))


def _distinct(ids: list[str]) -> list[str]:
    return ids if len(ids) < 2 else list(dict.fromkeys(ids))  # noqa: PLR2004 (one alone is no repetition)


def _claim(leaf: Leaf, claim: StoredClaim, about: tuple[list[str], ...]) -> Row:
    page, cue = leaf.page, claim.cue
    _, start, end = claim.content
    return (
        claim_id(claim),
        page.id,
        claim.stance,
        *leaf.actor(claim.source),
        claim.source if claim.source in _NOBODY else "actor",
        *_named(leaf.actor, claim.via),
        *about,
        page.outlet,
        leaf.grade,
        page.published,
        start,
        end,
        page.text[start:end],
        None if cue is None else page.text[cue[1] : cue[2]],
        claim.kept is not None,
    )


def figure_rows(leaf: Leaf, scope: Scope) -> Iterator[Row]:
    """Yield the figures of an article; where events are chosen, those of one."""
    if not leaf.reading.figures:
        return
    statuses = {key: one.status for key, one in zip(leaf.account_ids, leaf.reading.accounts, strict=True)}
    for key, figure in zip(leaf.figure_ids, leaf.reading.figures, strict=True):
        account = figure.account or ""
        event = leaf.events.get(account)
        if scope.events is None or event in scope.events:
            yield _figure(leaf, figure, (key, event), statuses.get(account))


def _figure(leaf: Leaf, figure: StoredFigure, ids: tuple[str, str | None], status: str | None) -> Row:
    page = leaf.page
    key, event = ids
    _, begins, ends_at = figure.span
    _, start, end = figure.evidence
    return (
        key,
        page.id,
        figure.account,
        event,
        figure.what,
        figure.kind,
        *ends(figure.value),
        figure.printed,
        figure.unit,
        figure.qualifier,
        figure.period,
        figure.as_of,
        figure.cumulative,
        *leaf.actor(figure.source),
        status,
        *leaf.root(figure.account or ""),
        page.outlet,
        leaf.grade,
        page.published,
        start,
        end,
        page.text[start:end],
        page.text[begins:ends_at],
        figure.kept is not None,
    )


def tie_rows(leaf: Leaf) -> Iterator[Row]:
    """Yield the ties of an article."""
    for tie in leaf.reading.ties:
        said = [claim for claim in leaf.reading.claims if touches(claim.content, tie.evidence)]
        accounts = zip(leaf.account_ids, leaf.reading.accounts, strict=True)
        told = [key for key, one in accounts if touches(one.evidence, tie.evidence)]
        stances = {claim.stance for claim in said}
        sources = tuple(dict.fromkeys(claim.source for claim in said if claim.source not in _NOBODY))
        status = next((word for stance, word in AGAINST.items() if stance in stances), None)
        yield _tie(
            leaf, tie, status, (*_named(leaf.actor, sources), _distinct([root for one in told if (root := leaf.root(one)[0])]))
        )


def _tie(leaf: Leaf, tie: StoredTie, status: str | None, said: tuple[Sequence[str | None], ...]) -> Row:
    page = leaf.page
    _, start, end = tie.evidence
    return (
        tie_id(tie),
        page.id,
        *leaf.actor(tie.subject),
        tie.relation,
        *leaf.actor(tie.object),
        *days(tie.valid),
        tie.note,
        status,
        *said,
        page.outlet,
        leaf.grade,
        page.published,
        start,
        end,
        page.text[start:end],
    )
