"""Values that people give: JSON texts turned into values of the model, and back into what the page compares."""

import json
from collections.abc import Callable
from dataclasses import replace

from rashomon.linking.corrections.entities import Entities
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Figure
from rashomon.model.words import EventType, NumberKind, Role, Stance, Status

#: Fields of an account whose value is a list of words in the article, with the role they fill.
ROLES = {
    "agents": Role.AGENT,
    "patients": Role.PATIENT,
    "places": Role.PLACE,
    "weapons": Role.WEAPON,
    "via": Role.VIA,
    "origins": Role.ORIGIN,
    "destinations": Role.DESTINATION,
}
ACCOUNT_FIELDS = ("type", "status", "date", "killed", "injured", *ROLES)
CLAIM_FIELDS = ("source", "stance")
FIGURE_FIELDS = ("value", "kind", "what", "period")


def _interval(value: str | None) -> DateInterval | None:
    return None if value is None else DateInterval.parse(value)


def _range(value: str | None) -> Range | None:
    return None if value is None else Range.parse(value)


_ON_ACCOUNTS: dict[str, Callable[[Account, str | None], Account]] = {
    "type": lambda account, value: replace(account, type=EventType(value or "")),
    "status": lambda account, value: replace(account, status=Status(value or "")),
    "date": lambda account, value: replace(account, date=_interval(value)),
    "killed": lambda account, value: replace(account, killed=_range(value)),
    "injured": lambda account, value: replace(account, injured=_range(value)),
}
_ON_FIGURES: dict[str, Callable[[Figure, str | None], Figure]] = {
    "value": lambda figure, value: replace(figure, value=Range.parse(value or "")),
    "kind": lambda figure, value: replace(figure, kind=NumberKind(value or "")),
    "what": lambda figure, value: replace(figure, what=value or figure.what),
    "period": lambda figure, value: replace(figure, period=_interval(value)),
}


def with_account_value(account: Account, field: str, after: str | None, entities: Entities) -> Account:
    """Return an account with one value as a person gave it.

    Raises:
        ValueError: the field or the value is none that is known.
    """
    given = None if after is None else json.loads(after)
    if field in ROLES:
        role = ROLES[field]
        filled = tuple(entities.at(int(start), int(end), role) for start, end in given or ())
        return replace(account, fillers=(*(f for f in account.fillers if f.role != role), *filled))
    if field not in _ON_ACCOUNTS:
        raise ValueError(f"an account has no value {field!r} (known: {', '.join(ACCOUNT_FIELDS)})")
    return _ON_ACCOUNTS[field](account, given)


def with_claim_value(claim: Claim, field: str, after: str | None, entities: Entities) -> Claim:
    """Return a claim with one value as a person gave it. Raises ValueError as `with_account_value`."""
    given = json.loads(after or "null")
    if field == "stance":
        return replace(claim, stance=Stance(given))
    if field != "source":
        raise ValueError(f"a claim has no value {field!r} (known: {', '.join(CLAIM_FIELDS)})")
    if given in (OUTLET_KEY, UNKNOWN_KEY):
        return replace(claim, source=given, source_span=None)
    if not isinstance(given, list) or len(given) != 1:
        raise ValueError(f"a claim has one source, not {after}")
    start, end = given[0]
    filler = entities.at(int(start), int(end), Role.AGENT)
    return replace(claim, source=filler.key, source_span=filler.span)


def with_figure_value(figure: Figure, field: str, after: str | None) -> Figure:
    """Return a figure with one value as a person gave it. Raises ValueError as `with_account_value`."""
    given = None if after is None else json.loads(after)
    if field not in _ON_FIGURES:
        raise ValueError(f"a figure has no value {field!r} (known: {', '.join(FIGURE_FIELDS)})")
    return _ON_FIGURES[field](figure, given)


def account_value(account: Account, field: str) -> str | None:
    """Return one value of an account as the JSON text that a decision holds; ``None`` where it is not stated."""
    if field in ROLES:
        spans = [[filler.span.start, filler.span.end] for filler in account.fillers if filler.role == ROLES[field]]
        return json.dumps(spans) if spans else None
    value: object = getattr(account, field)
    return None if value is None else json.dumps(str(value))


def claim_value(claim: Claim, field: str) -> str:
    """Return one value of a claim as the JSON text that a decision holds."""
    if field == "stance":
        return json.dumps(str(claim.stance))
    if claim.source in (OUTLET_KEY, UNKNOWN_KEY) or claim.source_span is None:
        return json.dumps(claim.source)
    return json.dumps([[claim.source_span.start, claim.source_span.end]])


def figure_value(figure: Figure, field: str) -> str | None:
    """Return one value of a figure as the JSON text that a decision holds; ``None`` where it is not stated."""
    value: object = getattr(figure, field)
    return None if value is None else json.dumps(str(value))
