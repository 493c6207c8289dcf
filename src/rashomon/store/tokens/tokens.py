"""The tokens of one ledger. Keeps to `rashomon.store.tokens.contract`."""

import hashlib
import secrets
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.model.people import CLEARANCES, Person, Station
from rashomon.store.database import reading, writing
from rashomon.store.people.tables import people
from rashomon.store.tokens.contract import Holder, Token, TokenError, Wish
from rashomon.store.tokens.tables import tokens

#: What every token begins with, so that a scanner of leaked secrets knows one; then its id and what only its holder knows.
PREFIX = "rashomon"
#: The last use is written at most once in so many seconds. A longer life than so many days is a mistyped one.
NOTED, LONGEST_DAYS = 60.0, 3660.0
_NAME_LENGTH, _ID_BYTES, _SECRET_BYTES = 64, 5, 32
_DAY = 86_400.0
_SHOWN = tuple(column for column in tokens.c if column.name != "secret")


def _digest(secret: str) -> str:
    """Return the SHA-256: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _token(row: Row[*tuple[Any, ...]]) -> Token:
    return Token(row.id, row.name, row.person, Station(row.role), Mark(row.clearance), row.made, row.ends, row.used, row.revoked)


class TokenStore:
    """The tokens of one ledger. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def make(self, wish: Wish, now: float) -> tuple[Token, str]:
        """Make a token and return it with its secret, which is kept only as its digest.

        Raises:
            TokenError: the name is none, it would last no time, or it may do more than its account.

            NotFoundError: there is no such account.
        """
        name = _checked(wish)
        made = Token(
            f"tok-{secrets.token_hex(_ID_BYTES)}",
            name,
            wish.person,
            wish.role,
            wish.clearance,
            now,
            None if wish.days is None else now + wish.days * _DAY,
        )
        secret = f"{PREFIX}_{made.id.removeprefix('tok-')}_{secrets.token_urlsafe(_SECRET_BYTES)}"
        row = {column.name: getattr(made, column.name) for column in _SHOWN}
        with writing(self._engine) as connection:
            _check_account(connection, wish)
            connection.execute(insert(tokens).values(row | {"secret": _digest(secret)}))
        return made, secret

    def all(self) -> tuple[Token, ...]:
        """Return all tokens, the newest first, revoked and ended ones too."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(*_SHOWN).order_by(tokens.c.made.desc(), tokens.c.id))
            return tuple(_token(row) for row in rows)

    def revoke(self, token_id: str, now: float) -> Token:
        """Make a token good for nothing from now on; one that was revoked stays as it is. Raises NotFoundError."""
        with writing(self._engine) as connection:
            standing = tokens.c.id == token_id, tokens.c.revoked.is_(None)
            connection.execute(update(tokens).where(*standing).values(revoked=now))
            row = connection.execute(select(*_SHOWN).where(tokens.c.id == token_id)).one_or_none()
        if row is None:
            raise NotFoundError("token", token_id)
        return _token(row)

    def holder(self, secret: str, now: float) -> Holder | None:
        """Return who holds this secret, and note that it was used; ``None`` where it is unknown, ended, or its account is.

        The token's clearance comes as that of its account's role where that sees less by now.
        """
        with reading(self._engine) as connection:
            row = connection.execute(select(*_SHOWN).where(tokens.c.secret == _digest(secret))).one_or_none()
            account = _account(connection, row.person) if row is not None and row.person is not None else None
        if row is None:
            return None
        token = _token(row)
        if not token.is_good(now) or (token.person is not None and (account is None or not account.active)):
            return None
        if token.used is None or token.used < now - NOTED:
            with writing(self._engine) as connection:
                connection.execute(update(tokens).where(tokens.c.id == token.id).values(used=now))
        if account is None:
            return Holder(token, Person(token.signs, token.role))
        seen = replace(token, clearance=token.clearance.lesser(CLEARANCES[account.role]))
        return Holder(seen, Person(token.signs, lesser(token.role, account.role)))


def lesser(one: Station, other: Station) -> Station:
    """Return the role of the two that may do less."""
    order = list(Station)
    return min(one, other, key=order.index)


def _checked(wish: Wish) -> str:
    """Return the name of a token that may be made."""
    name = " ".join(wish.name.split())
    if not name or len(name) > _NAME_LENGTH or not name.isprintable():
        raise TokenError(f"{wish.name!r} is no name for a token (say what it is for, 1 to {_NAME_LENGTH} printable characters)")
    if wish.days is not None and not 0 < wish.days <= LONGEST_DAYS:
        raise TokenError(f"a token cannot be good for {wish.days:g} days (more than 0, at most {LONGEST_DAYS:g})")
    return name


def _check_account(connection: Connection, wish: Wish) -> None:
    if wish.person is None:
        return
    account = _account(connection, wish.person)
    if account is None:
        raise NotFoundError("account", wish.person)
    if lesser(wish.role, account.role) != wish.role:
        raise TokenError(f"a token of {account.name!r} may do what a {account.role} may, not {wish.role} (ask for less)")


def _account(connection: Connection, name: str) -> Person | None:
    row = connection.execute(select(people).where(people.c.name == name)).one_or_none()
    return None if row is None else Person(row.name, Station(row.role), row.since, row.active)
