"""Who is visiting, by the session's cookie, or the one analyst who needs none."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import HTTPException, Request

from rashomon.model.marks import Mark
from rashomon.model.people import CLEARANCES, Person, Right, Station
from rashomon.store.collecting.contract import Collecting
from rashomon.store.people.contract import PeopleBook
from rashomon.store.review.contract import ReviewBook
from rashomon.store.tokens.contract import TokenBook
from rashomon.web.people.pace import Pace
from rashomon.web.watching import Watchtower

COOKIE = "rashomon_session"
#: Tries at one name in five minutes, and changes by one person in a minute.
TRIES, TRIES_SECONDS = 5, 300.0
CHANGES, CHANGES_SECONDS = 240, 60.0
#: Requests by one token in a minute.
ASKS, ASKS_SECONDS = 600, 60.0


@dataclass(frozen=True, slots=True)
class Visit:
    """A person at the desk. ``csrf`` must come with every change; ``token`` is the session's, ``None`` without a login.

    ``by`` is the id of the token by which a program asks, which needs no ``csrf``; ``clearance`` how restricted captures may be
    that are shown.
    """

    person: Person
    csrf: str
    token: str | None = None
    by: str | None = None
    clearance: Mark = Mark.RED

    def may(self, right: str) -> bool:
        """Return whether the person's role allows it ("decide")."""
        return self.person.may(Right(right))


class Access:
    """What the desk needs to let people in and to keep what they decide.

    Args:
        people: accounts and sessions.

        review: the queue and the decisions.

        sole: name of the one analyst who works without a login on this machine; ``None`` where people log in.

        secure: whether the cookie may only travel encrypted.

        decided: called after each decision that linking has to follow.

        clock: seconds since 1970; a fake in tests.

        tokens: by which programs ask; ``None`` where none can.

        collecting: what is followed; ``None`` where that is not kept.

        alerts: what people watch; ``None`` where nobody can.
    """

    def __init__(
        self,
        people: PeopleBook,
        review: ReviewBook,
        sole: str | None = None,
        *,
        secure: bool = False,
        decided: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = time.time,
        tokens: TokenBook | None = None,
        collecting: Collecting | None = None,
        alerts: Watchtower | None = None,
    ) -> None:
        self.people = people
        self.review = review
        self.secure = secure
        self.decided = decided
        self.clock = clock
        self.tries = Pace(TRIES, TRIES_SECONDS)
        self.changes = Pace(CHANGES, CHANGES_SECONDS)
        self.asks = Pace(ASKS, ASKS_SECONDS)
        self.tokens = tokens
        self.collecting = collecting
        self.alerts = alerts
        self._sole = None if sole is None else Visit(Person(sole, Station.ADMIN), secrets.token_urlsafe(32))

    @property
    def has_login(self) -> bool:
        """Return whether people log in."""
        return self._sole is None

    def visit(self, token: str | None) -> Visit | None:
        """Return who holds this session, ``None`` where nobody does."""
        if self._sole is not None:
            return self._sole
        person = self.people.visitor(token, self.clock()) if token else None
        if person is None or token is None:
            return None
        return Visit(person, _csrf(token), token, clearance=CLEARANCES[person.role])

    def bearer(self, secret: str) -> Visit | None:
        """Return who asks by this token, ``None`` where it is none or good no more."""
        held = self.tokens.holder(secret, self.clock()) if self.tokens is not None and secret else None
        return None if held is None else Visit(held.person, "", by=held.token.id, clearance=held.token.clearance)


def _csrf(token: str) -> str:
    """Return the word that proves a form came from this session's own page; it does not give the session away."""
    return hashlib.sha256(b"csrf\0" + token.encode()).hexdigest()


def same_word(one: str, other: str) -> bool:
    """Return whether two secrets are equal, in a time that says nothing about where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())


def access_of(request: Request) -> Access:
    """Return the access of the desk that a request came to."""
    access = request.app.state.access
    assert isinstance(access, Access)
    return access


def visit_of(request: Request) -> Visit:
    """Return who asks. Raises HTTPException 401 where nobody is logged in."""
    visit = request.scope.get("state", {}).get("visit")
    if not isinstance(visit, Visit):
        raise HTTPException(401)
    return visit


def needs(right: Right) -> Callable[[Request], Visit]:
    """Return a dependency that gives the visit, or refuses with 403 a person whose role does not allow this."""

    def check(request: Request) -> Visit:
        visit = visit_of(request)
        if not visit.person.may(right):
            say = request.app.state.desk.say
            raise HTTPException(403, say("people.not_allowed", role=visit.person.role, right=say.code("right", right)))
        return visit

    return check
