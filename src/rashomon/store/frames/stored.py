"""Readings and events as they are stored, without the model's objects: the one place outside the codec that knows their form.

A million accounts are told from these some ten times faster than from dataclasses. Each type names the fields that tables show;
all others are passed over. Fields that hold their default are missing in the store; a span is ``[article, start, end]``. The
ids are those of `rashomon.model.reading`; a test holds the two equal.
"""

import msgspec

from rashomon.model.errors import LedgerError
from rashomon.model.ids import joined_id, long_id
from rashomon.model.reading import OUTLET_KEY, Reading
from rashomon.store.codec import encode

#: Where words stand: the article, where they begin and where they end.
Span = tuple[str, int, int]
#: Names of keys, of roots or of accounts.
Several = tuple[str, ...]


class Stored(msgspec.Struct, frozen=True, gc=False):
    """A stored value: a tree without cycles, so nothing looks for any in it."""


class StoredMention(Stored, frozen=True):
    """A mention (`rashomon.model.reading.Mention`)."""

    span: Span
    kind: str
    text: str
    key: str | None = None
    name: str | None = None
    named: bool = False
    date: str | None = None
    number: str | None = None
    number_kind: str | None = None


class StoredFiller(Stored, frozen=True):
    """Who or what fills a role of an account."""

    role: str
    key: str


class StoredAccount(Stored, frozen=True):
    """An account (`rashomon.model.reading.Account`)."""

    type: str
    status: str
    trigger: Span
    evidence: Span
    fillers: tuple[StoredFiller, ...] = ()
    date: str | None = None
    killed: str | None = None
    injured: str | None = None
    attribution: Several = ()
    kept: str | None = None
    differs: bool = False


class StoredClaim(Stored, frozen=True):
    """A claim (`rashomon.model.reading.Claim`)."""

    source: str
    stance: str
    content: Span
    cue: Span | None = None
    via: Several = ()
    about: Several = ()
    kept: str | None = None


class StoredFigure(Stored, frozen=True):
    """A figure (`rashomon.model.reading.Figure`)."""

    what: str
    kind: str
    value: str
    span: Span
    evidence: Span
    printed: float | None = None
    unit: str | None = None
    qualifier: str | None = None
    period: str | None = None
    as_of: str | None = None
    cumulative: bool | None = None
    source: str = OUTLET_KEY
    account: str | None = None
    kept: str | None = None


class StoredTie(Stored, frozen=True):
    """A tie (`rashomon.model.reading.Tie`)."""

    subject: str
    relation: str
    object: str
    evidence: Span
    valid: str | None = None
    note: str | None = None


class StoredReading(Stored, frozen=True):
    """A reading (`rashomon.model.reading.Reading`); without a reader where nothing read the article."""

    reader: str | None = None
    mentions: tuple[StoredMention, ...] = ()
    accounts: tuple[StoredAccount, ...] = ()
    claims: tuple[StoredClaim, ...] = ()
    figures: tuple[StoredFigure, ...] = ()
    ties: tuple[StoredTie, ...] = ()


class StoredVersion(Stored, frozen=True):
    """One version of a value of an event, and the accounts that give it."""

    value: str
    accounts: Several


class StoredEvent(Stored, frozen=True):
    """An event (`rashomon.model.ledger.Event`); its title stands beside it, without names of private persons."""

    type: str
    status: str
    title: str
    accounts: Several
    roots: Several
    types: tuple[StoredVersion, ...] = ()
    statuses: tuple[StoredVersion, ...] = ()
    dates: tuple[StoredVersion, ...] = ()
    places: tuple[StoredVersion, ...] = ()
    agents: tuple[StoredVersion, ...] = ()
    patients: tuple[StoredVersion, ...] = ()
    killed: tuple[StoredVersion, ...] = ()
    injured: tuple[StoredVersion, ...] = ()


class StoredPlace(Stored, frozen=True):
    """What events show of a place (`rashomon.model.places.Place`)."""

    name: str
    country: str | None
    precision: str
    lat: float | None = None
    lon: float | None = None


class _Side(Stored, frozen=True):
    article_id: str


class _Sides(Stored, frozen=True):
    positions: tuple[_Side, ...]


_READINGS, _EVENTS = msgspec.json.Decoder(StoredReading), msgspec.json.Decoder(StoredEvent)
_PLACES, _CONTRADICTIONS = msgspec.json.Decoder(StoredPlace), msgspec.json.Decoder(_Sides)


def stored_reading(content: str) -> StoredReading:
    """Return a stored reading. Raises LedgerError."""
    try:
        return _READINGS.decode(content)
    except msgspec.MsgspecError as error:
        raise _unreadable("reading", error) from error


def stored_event(content: str) -> StoredEvent:
    """Return a stored event. Raises LedgerError."""
    try:
        return _EVENTS.decode(content)
    except msgspec.MsgspecError as error:
        raise _unreadable("event", error) from error


def stored_place(content: str) -> StoredPlace:
    """Return a stored place. Raises LedgerError."""
    try:
        return _PLACES.decode(content)
    except msgspec.MsgspecError as error:
        raise _unreadable("place", error) from error


def refers_to(content: str) -> frozenset[str]:
    """Return the articles that the sides of a stored contradiction stand in. Raises LedgerError."""
    try:
        return frozenset(side.article_id for side in _CONTRADICTIONS.decode(content).positions)
    except msgspec.MsgspecError as error:
        raise _unreadable("contradiction", error) from error


def _unreadable(what: str, error: msgspec.MsgspecError) -> LedgerError:
    return LedgerError(f"cannot read a stored {what}: {error} (try: rashomon update)")


def in_stored_form(reading: Reading) -> StoredReading:
    """Return a reading in its stored form."""
    return stored_reading(encode(reading))


def account_id(account: StoredAccount) -> str:
    """Return the id of an account."""
    if account.kept:
        return account.kept
    article, start, end = account.trigger
    return joined_id("acc", f"{article}\x1f{start}\x1f{end}\x1f{account.type}")


def claim_id(claim: StoredClaim) -> str:
    """Return the id of a claim."""
    if claim.kept:
        return claim.kept
    article, start, end = claim.content
    return joined_id("clm", f"{article}\x1f{start}\x1f{end}\x1f{claim.source}\x1f{claim.stance}")


def figure_id(figure: StoredFigure) -> str:
    """Return the id of a figure."""
    if figure.kept:
        return figure.kept
    article, start, end = figure.span
    return joined_id("fig", f"{article}\x1f{start}\x1f{end}")


def tie_id(tie: StoredTie) -> str:
    """Return the id of a tie."""
    article, start, _ = tie.evidence
    return long_id("tie", article, tie.subject, tie.relation, tie.object, start)


def touches(one: Span, other: Span) -> bool:
    """Return whether two spans of one article share a character."""
    return one[1] < other[2] and other[1] < one[2]
