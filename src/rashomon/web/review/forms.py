"""What forms of review send, turned into drafts of decisions."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from rashomon.linking.corrections.values import ACCOUNT_FIELDS, CLAIM_FIELDS, FIGURE_FIELDS, ROLES
from rashomon.model.people import Right
from rashomon.model.words import Verdict
from rashomon.store.review.contract import Draft
from rashomon.store.review.views import Logged
from rashomon.web.answers import answer, wants_json
from rashomon.web.people.access import Visit, needs
from rashomon.web.people.routes import own_path

Decider = Annotated[Visit, Depends(needs(Right.DECIDE))]
Text = Annotated[str, Form(max_length=4000)]
#: The values that each form edits, by the first letters of the target's id.
FIELDS = {"acc": ACCOUNT_FIELDS, "clm": CLAIM_FIELDS, "fig": FIGURE_FIELDS}


def now() -> str:
    """Return the time a decision is signed with: UTC, ISO, to the microsecond, so that two of one second keep their order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def seen(text: str) -> tuple[str, ...]:
    """Return the ids of decisions that a form says its reader was shown."""
    return tuple(text.split())


async def edits(request: Request, visit: Visit, target: str) -> tuple[Draft, ...]:
    """Return a draft for every value of an account, claim or figure that the form changed.

    The form sends each value (``killed``), what it was when it was shown (``was_killed``) and the decisions on it that were shown
    (``saw_killed``). Words of roles are parted by semicolons.
    """
    form = await request.form()
    sent = {name: value for name, value in form.items() if isinstance(value, str)}
    return tuple(_edits(sent, visit, target))


def _edits(sent: dict[str, str], visit: Visit, target: str) -> Iterator[Draft]:
    for field in FIELDS.get(target.partition("-")[0], ()):
        value, was = sent.get(field, "").strip(), sent.get(f"was_{field}", "").strip()
        if field in sent and value != was:
            values = tuple(part.strip() for part in value.split(";")) if field in ROLES else (value,)
            saw = seen(sent.get(f"saw_{field}", ""))
            yield Draft(Verdict.EDIT, target, visit.person.name, now(), sent.get("why", "").strip(), field, values, saw)


def decided(request: Request, made: tuple[Logged, ...], back: str) -> Response:
    """Return what was decided to a program, and the page it was decided on to a person."""
    if wants_json(request):
        return answer(request, "error.html", tuple(shown(logged) for logged in made))
    word = "+".join(logged.decision.id for logged in made)
    path, hash_, anchor = own_path(back or "/review").partition("#")
    mark = "&" if "?" in path else "?"
    return RedirectResponse(f"{path}{mark}done={word}{hash_}{anchor}", status_code=303)


def shown(logged: Logged) -> dict[str, object]:
    """Return a decision as a program is shown it: all but the words it was anchored to, which may hold withheld names."""
    decision = logged.decision
    return {
        "id": decision.id,
        "verdict": decision.verdict,
        "target": decision.target,
        "field": decision.field,
        "who": decision.who,
        "when": decision.when,
        "why": decision.why,
        "before": decision.before,
        "after": decision.after,
        "undoes": decision.undoes,
        "saw": decision.saw,
        "stands": logged.stands,
        "conflict": logged.conflict,
        "look": logged.look,
        "linked": logged.linked,
    }
