"""What the store of tokens promises. The one implementation is `rashomon.store.tokens.tokens.TokenStore`."""

from dataclasses import dataclass
from typing import Protocol

from rashomon.model.errors import RashomonError
from rashomon.model.marks import Mark
from rashomon.model.people import Person, Right, Station


class TokenError(RashomonError):
    """A token cannot be made as asked: the text says why and what would do."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A token that somebody wants.

    Args:
        name: what it is for.

        role: what it may do, at most.

        person: the account it works for; it may never do more than that account, and ends with it. ``None`` for none.

        clearance: captures marked above it are not shown to it.

        days: how long it is good for; ``None`` for no end.
    """

    name: str
    role: Station = Station.READER
    person: str | None = None
    clearance: Mark = Mark.CLEAR
    days: float | None = 90.0


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it may be shown: without its secret. Times are seconds since 1970; ``None`` is never."""

    id: str
    name: str
    person: str | None
    role: Station
    clearance: Mark
    made: float
    ends: float | None
    used: float | None = None
    revoked: float | None = None

    @property
    def signs(self) -> str:
        """Return the name that its decisions are signed with."""
        return self.person or f"token {self.name}"

    def is_good(self, now: float) -> bool:
        """Return whether it has neither ended nor been revoked."""
        return self.revoked is None and (self.ends is None or now < self.ends)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who asks by a token: ``person`` has the lesser of the token's and the account's role, ``token`` the lesser clearance."""

    token: Token
    person: Person

    def may(self, right: Right) -> bool:
        """Return whether both the token and its account allow it."""
        return self.person.may(right)


class TokenBook(Protocol):
    """The tokens of a ledger. Every method is one transaction; times are seconds since 1970."""

    def make(self, wish: Wish, now: float) -> tuple[Token, str]:
        """Make a token and return it with its secret, which is kept only as its digest. Raises TokenError, NotFoundError."""
        ...

    def all(self) -> tuple[Token, ...]:
        """Return all tokens, the newest first, revoked and ended ones too."""
        ...

    def revoke(self, token_id: str, now: float) -> Token:
        """Make a token good for nothing from now on. Raises NotFoundError."""
        ...

    def holder(self, secret: str, now: float) -> Holder | None:
        """Return who holds this secret, and note that it was used; ``None`` where it is unknown, ended, or its account is."""
        ...
