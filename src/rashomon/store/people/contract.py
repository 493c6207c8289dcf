"""What the store of people promises. The one implementation is `rashomon.store.people.people.PeopleStore`."""

from typing import Protocol

from rashomon.model.errors import RashomonError
from rashomon.model.people import Person, Station


class PeopleError(RashomonError):
    """An account cannot be made or changed as asked: the text says why and what would do."""


class PeopleBook(Protocol):
    """Accounts and sessions. Every method is one transaction; times are seconds since 1970."""

    def people(self) -> tuple[Person, ...]:
        """Return all accounts, by name."""
        ...

    def add(self, name: str, role: Station, password: str, since: str) -> Person:
        """Make an account. Raises PeopleError where the name is taken or the password too short."""
        ...

    def change(
        self, name: str, *, role: Station | None = None, active: bool | None = None, password: str | None = None
    ) -> Person:
        """Change an account and close its sessions. Raises PeopleError, NotFoundError, also where no admin would be left."""
        ...

    def checked(self, name: str, password: str) -> Person | None:
        """Return the active account of this name and password; ``None`` for any other, in about the same time."""
        ...

    def open_session(self, name: str, now: float) -> str:
        """Open a session and return its token, which is kept only as its digest."""
        ...

    def visitor(self, token: str, now: float) -> Person | None:
        """Return whose session it is, and note that it was used; ``None`` where it is unknown, idle too long or too old."""
        ...

    def close_session(self, token: str) -> None:
        """Close a session; an unknown one changes nothing."""
        ...
