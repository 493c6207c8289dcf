"""Tokens: what is kept of them, how long they are good, and that they never do more than their account."""

import sqlite3

import pytest

from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.model.people import Right, Station
from rashomon.store.ledger import Ledger
from rashomon.store.tokens.contract import TokenError, Wish

DAY = 86_400.0
PASSWORD = "three plain words"


def test_only_a_digest_of_the_secret_is_kept(ledger: Ledger):
    made, secret = ledger.tokens.make(Wish("nightly"), 1000.0)
    with sqlite3.connect(ledger.folder / "ledger.db") as connection:
        kept = str(connection.execute("SELECT * FROM tokens").fetchall())

    assert made.id.removeprefix("tok-") in secret
    assert secret.startswith("rashomon_")
    assert secret not in kept
    assert secret.rpartition("_")[2] not in kept
    assert ledger.tokens.make(Wish("nightly"), 1000.0)[1] != secret


def test_a_token_is_good_until_its_day_and_its_use_is_noted(ledger: Ledger):
    made, secret = ledger.tokens.make(Wish("nightly", Station.ANALYST, clearance=Mark.AMBER, days=2), 1000.0)
    held = ledger.tokens.holder(secret, 2000.0)

    assert held is not None
    assert (held.person.name, held.person.role, held.token.clearance) == ("token nightly", Station.ANALYST, Mark.AMBER)
    assert (held.may(Right.DECIDE), held.may(Right.OVERRULE)) == (True, False)
    assert ledger.tokens.all()[0].used == 2000.0
    ledger.tokens.holder(secret, 2030.0)
    assert ledger.tokens.all()[0].used == 2000.0
    assert ledger.tokens.holder(secret, 1000.0 + 2 * DAY - 1) is not None
    assert ledger.tokens.holder(secret, 1000.0 + 2 * DAY) is None
    assert made.is_good(1000.0 + 2 * DAY) is False


@pytest.mark.parametrize("secret", ["", "rashomon", "rashomon_0123456789_x", "\ud800", "x" * 10_000])
def test_an_unknown_secret_opens_nothing(ledger: Ledger, secret: str):
    ledger.tokens.make(Wish("nightly"), 1000.0)

    assert ledger.tokens.holder(secret, 1000.0) is None


def test_a_revoked_token_opens_nothing_and_stays_in_the_list(ledger: Ledger):
    made, secret = ledger.tokens.make(Wish("nightly", days=None), 1000.0)

    assert ledger.tokens.revoke(made.id, 1500.0).revoked == 1500.0
    assert ledger.tokens.revoke(made.id, 1600.0).revoked == 1500.0
    assert ledger.tokens.holder(secret, 1500.0) is None
    assert [one.id for one in ledger.tokens.all()] == [made.id]
    with pytest.raises(NotFoundError):
        ledger.tokens.revoke("tok-0", 1500.0)


def test_a_token_ends_with_its_account_and_does_no_more_than_it(ledger: Ledger):
    ledger.people.add("root", Station.ADMIN, PASSWORD, "2031-04-01T10:00:00+00:00")
    ledger.people.add("ana", Station.EDITOR, PASSWORD, "2031-04-01T10:00:00+00:00")
    _, secret = ledger.tokens.make(Wish("hers", Station.EDITOR, "ana"), 1000.0)

    def role() -> Station | None:
        held = ledger.tokens.holder(secret, 1001.0)
        return None if held is None else held.person.role

    assert role() == Station.EDITOR
    ledger.people.change("ana", role=Station.READER)
    assert role() == Station.READER
    ledger.people.change("ana", active=False)
    assert role() is None


@pytest.mark.parametrize(
    ("wish", "error", "told"),
    [
        (Wish(""), TokenError, "is no name"),
        (Wish("a\0b"), TokenError, "is no name"),
        (Wish("x" * 65), TokenError, "is no name"),
        (Wish("x", days=0), TokenError, "0 days"),
        (Wish("x", days=float("nan")), TokenError, "nan days"),
        (Wish("x", days=1e9), TokenError, "at most 3660"),
        (Wish("x", person="nobody"), NotFoundError, "nobody"),
        (Wish("x", Station.ADMIN, "rea"), TokenError, "a reader may, not admin"),
    ],
)
def test_what_cannot_be_is_refused(ledger: Ledger, wish: Wish, error: type[Exception], told: str):
    ledger.people.add("rea", Station.READER, PASSWORD, "2031-04-01T10:00:00+00:00")

    with pytest.raises(error, match=told):
        ledger.tokens.make(wish, 1000.0)
    assert ledger.tokens.all() == ()


def test_a_token_sees_no_more_than_its_account_does_by_now(ledger: Ledger):
    ledger.people.add("root", Station.ADMIN, PASSWORD, "2031-04-01T10:00:00+00:00")
    ledger.people.add("ana", Station.ANALYST, PASSWORD, "2031-04-01T10:00:00+00:00")
    _, secret = ledger.tokens.make(Wish("nightly", person="ana", clearance=Mark.RED), 1000.0)
    before = ledger.tokens.holder(secret, 1000.0)
    ledger.people.change("ana", role=Station.READER)
    after = ledger.tokens.holder(secret, 1000.0)

    assert (before and before.token.clearance, after and after.token.clearance) == (Mark.RED, Mark.AMBER)
