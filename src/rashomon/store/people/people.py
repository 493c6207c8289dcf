"""Accounts and sessions of one ledger. Keeps to `rashomon.store.people.contract`.

A session ends after `IDLE` without use, `LONGEST` after it was opened, when the person leaves, and when the account changes.
"""

import hashlib
import secrets
from functools import cached_property

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from rashomon.model.errors import NotFoundError
from rashomon.model.people import Person, Station
from rashomon.store.database import reading, writing
from rashomon.store.people.contract import PeopleError
from rashomon.store.people.passwords import hashed, matches
from rashomon.store.people.tables import people, sessions

#: Seconds that a session lasts without use, and at most.
IDLE, LONGEST = 8 * 3600.0, 7 * 24 * 3600.0
#: A session's last use is written at most once in so many seconds.
NOTED = 60.0
_NAME_LENGTH = 64


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _person(row: Row[tuple[str, str, str, str, bool]]) -> Person:
    return Person(row.name, Station(row.role), row.since, row.active)


class PeopleStore:
    """The accounts of one ledger and who is in. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def _nobody(self) -> str:
        """The hash of a password that nobody has, so that an unknown name takes as long as a wrong password."""
        return hashed(secrets.token_urlsafe())

    def people(self) -> tuple[Person, ...]:
        """Return all accounts, by name."""
        with reading(self._engine) as connection:
            return tuple(_person(row) for row in connection.execute(select(people).order_by(people.c.name)))

    def add(self, name: str, role: Station, password: str, since: str) -> Person:
        """Make an account. Raises PeopleError where the name is taken or none, or the password too short."""
        plain = " ".join(name.split())
        if not plain or len(plain) > _NAME_LENGTH or not plain.isprintable():
            raise PeopleError(f"{name!r} is no name for an account (1 to {_NAME_LENGTH} printable characters)")
        secret = hashed(password)
        with writing(self._engine) as connection:
            if connection.scalar(select(people.c.name).where(func.lower(people.c.name) == plain.lower())) is not None:
                raise PeopleError(f"there is an account {plain!r} already (try: rashomon people list)")
            row = {"name": plain, "role": role, "secret": secret, "since": since, "active": True}
            connection.execute(insert(people).values(row))
        return Person(plain, role, since)

    def change(
        self, name: str, *, role: Station | None = None, active: bool | None = None, password: str | None = None
    ) -> Person:
        """Change an account and close its sessions.

        Raises:
            NotFoundError: there is no such account.

            PeopleError: the password is too short, or no active admin would be left.
        """
        changed: dict[str, object] = {} if role is None else {"role": role}
        changed |= {} if active is None else {"active": active}
        changed |= {} if password is None else {"secret": hashed(password)}
        with writing(self._engine) as connection:
            had_admin = _has_admin(connection)
            if connection.execute(update(people).where(people.c.name == name).values(changed)).rowcount != 1:
                raise NotFoundError("account", name)
            if had_admin and not _has_admin(connection):
                raise PeopleError(f"{name!r} is the last admin (make another one first: rashomon people add NAME --role admin)")
            connection.execute(delete(sessions).where(sessions.c.name == name))
            return _person(connection.execute(select(people).where(people.c.name == name)).one())

    def checked(self, name: str, password: str) -> Person | None:
        """Return the active account of this name and password; ``None`` for any other, in about the same time."""
        with reading(self._engine) as connection:
            row = connection.execute(select(people).where(people.c.name == name)).one_or_none()
        right = matches(self._nobody if row is None else row.secret, password)
        return _person(row) if row is not None and right and row.active else None

    def open_session(self, name: str, now: float) -> str:
        """Open a session and return its token, which is kept only as its digest. Sessions that ended are swept."""
        token = secrets.token_urlsafe(32)
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where((sessions.c.seen < now - IDLE) | (sessions.c.opened < now - LONGEST)))
            connection.execute(insert(sessions).values(token=_digest(token), name=name, opened=now, seen=now))
        return token

    def visitor(self, token: str, now: float) -> Person | None:
        """Return whose session it is, and note that it was used; ``None`` where it is unknown, idle too long or too old."""
        with reading(self._engine) as connection:
            open_one = select(sessions.c.seen, sessions.c.opened, *people.c).join(people, people.c.name == sessions.c.name)
            row = connection.execute(open_one.where(sessions.c.token == _digest(token))).one_or_none()
        if row is None or not row.active or row.seen < now - IDLE or row.opened < now - LONGEST:
            return None
        if row.seen < now - NOTED:
            with writing(self._engine) as connection:
                connection.execute(update(sessions).where(sessions.c.token == _digest(token)).values(seen=now))
        return Person(row.name, Station(row.role), row.since, row.active)

    def close_session(self, token: str) -> None:
        """Close a session; an unknown one changes nothing."""
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.token == _digest(token)))


def _has_admin(connection: Connection) -> bool:
    admins = select(people.c.name).where(people.c.role == Station.ADMIN, people.c.active).limit(1)
    return connection.scalar(admins) is not None
