"""Accounts and sessions."""

from itertools import pairwise

import argon2
import pytest
from sqlalchemy import text

from rashomon.model.errors import NotFoundError
from rashomon.model.people import RIGHTS, Person, Right, Station
from rashomon.store.ledger import Ledger
from rashomon.store.people.contract import PeopleError
from rashomon.store.people.passwords import hashed, matches
from rashomon.store.people.people import IDLE, LONGEST, NOTED

PASSWORD = "three plain words"
SINCE = "2031-04-01T10:00:00+00:00"


@pytest.fixture
def ana(ledger: Ledger) -> Person:
    return ledger.people.add(" Ana  Lys ", Station.ADMIN, PASSWORD, SINCE)


def test_a_password_opens_only_its_own_account_and_is_kept_as_a_hash(ledger: Ledger, ana: Person):
    assert ana == Person("Ana Lys", Station.ADMIN, SINCE)
    assert ledger.people.checked("Ana Lys", PASSWORD) == ana
    assert ledger.people.checked("Ana Lys", PASSWORD + "!") is None
    assert ledger.people.checked("Ben", PASSWORD) is None
    with ledger._engine.connect() as connection:
        (secret,) = connection.scalars(text("SELECT secret FROM people"))
    assert secret.startswith("$argon2id$")
    assert PASSWORD not in (ledger.folder / "ledger.db").read_bytes().decode("latin-1")


def test_a_password_costs_who_guesses_three_passes_over_64_mib(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(argon2, "PasswordHasher", argon2.PasswordHasher.func)  # the tests' own is cheap

    secret = hashed(PASSWORD)

    assert secret.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert (matches(secret, PASSWORD), matches(secret, PASSWORD + "!")) == (True, False)


@pytest.mark.parametrize(
    ("name", "password", "reason"),
    [("ana lys", PASSWORD, "already"), ("", PASSWORD, "no name"), ("a\x00b", PASSWORD, "no name"), ("ben", "short", "10 to 200")],
)
def test_an_account_that_cannot_be_is_refused(ledger: Ledger, ana: Person, name: str, password: str, reason: str):
    with pytest.raises(PeopleError, match=reason):
        ledger.people.add(name, Station.READER, password, SINCE)
    assert ledger.people.people() == (ana,)


def test_a_session_lasts_while_it_is_used_and_no_longer_than_a_week(ledger: Ledger, ana: Person):
    people = ledger.people
    token = people.open_session(ana.name, 0.0)
    assert people.visitor(token, 1.0) == ana
    assert people.visitor(token + "x", 1.0) is None
    assert people.visitor(token, IDLE + 2) is None
    at = 0.0
    while at < LONGEST:
        assert people.visitor(token, at) == ana
        at += IDLE - NOTED
    assert people.visitor(token, at) is None


def test_only_a_digest_of_the_token_is_kept(ledger: Ledger, ana: Person):
    token = ledger.people.open_session(ana.name, 0.0)
    with ledger._engine.connect() as connection:
        (kept,) = connection.scalars(text("SELECT token FROM sessions"))
    assert token not in kept
    assert len(token) >= 43


def test_leaving_and_any_change_of_the_account_end_its_sessions(ledger: Ledger, ana: Person):
    people = ledger.people
    people.add("Ben", Station.ANALYST, PASSWORD, SINCE)
    first, second = people.open_session("Ben", 0.0), people.open_session("Ben", 0.0)
    people.close_session(first)
    assert people.visitor(first, 1.0) is None
    assert people.visitor(second, 1.0) is not None
    people.change("Ben", role=Station.EDITOR)
    assert people.visitor(second, 1.0) is None
    third = people.open_session("Ben", 0.0)
    people.change("Ben", active=False)
    assert people.visitor(third, 1.0) is None
    assert people.checked("Ben", PASSWORD) is None
    people.change("Ben", active=True, password="other plain words")
    assert people.checked("Ben", "other plain words").role == Station.EDITOR


def test_the_last_admin_stays(ledger: Ledger, ana: Person):
    for change in ({"active": False}, {"role": Station.READER}):
        with pytest.raises(PeopleError, match="last admin"):
            ledger.people.change(ana.name, **change)
    assert ledger.people.people() == (ana,)
    with pytest.raises(NotFoundError, match="Nobody"):
        ledger.people.change("Nobody", active=False)


def test_each_role_may_what_the_one_below_it_may_and_more():
    rights = [RIGHTS[station] for station in Station]
    assert all(below < above for below, above in pairwise(rights))
    assert not Person("x", Station.ADMIN, active=False).may(Right.READ)
