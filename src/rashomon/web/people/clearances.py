"""What each role may see of what is marked, and what of it a file may hold that leaves the desk.

On pages, readers see what is marked up to AMBER; whoever decides sees everything, since nobody can decide on what is hidden from
them. A token has a clearance of its own. A file that leaves the desk holds what is CLEAR, and more only where it is asked for by
somebody who may see it.
"""

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request

from rashomon.model.marks import Mark

if TYPE_CHECKING:
    from rashomon.web.people.access import Visit


def clearance_of(visit: "Visit | None") -> Mark:
    """Return up to which mark a visit may see: that of the token or role; on a desk without logins everything."""
    return Mark.RED if visit is None else visit.clearance


def clearance_of_request(request: Request) -> Mark:
    """Return up to which mark the one who asks may see."""
    return clearance_of(request.scope.get("state", {}).get("visit"))


def leaving(request: Request, asked: Mark | None) -> Mark:
    """Return up to which mark a file may hold what is marked: CLEAR unless more is asked for.

    Raises:
        HTTPException: 403, who asks may not see so far.
    """
    if asked is None:
        return Mark.CLEAR
    may = clearance_of_request(request)
    if not asked.within(may):
        raise HTTPException(403, request.app.state.desk.say("marks.not_cleared", asked=asked.upper(), may=may.upper()))
    return asked
