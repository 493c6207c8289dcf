"""Grades that people give: outlets from A to F with a day and a reason, statements from 1 to 6 (the Admiralty code)."""

import json
from datetime import date

from sqlalchemy import Connection, select

from rashomon.linking.corrections.standing import in_force
from rashomon.model.decisions import Anchor, Decision
from rashomon.model.errors import NotFoundError
from rashomon.model.sources import Grade
from rashomon.store.event_page import event_page
from rashomon.store.review.contract import DecisionError, Draft
from rashomon.store.review.known import on_targets
from rashomon.store.review.subjects import finding
from rashomon.store.review.tables import review_log
from rashomon.store.tables import articles

#: What the target of an outlet's grade begins with; its name follows.
OUTLET = "outlet:"
LETTERS, NUMBERS = "ABCDEF", "123456"


def graded(connection: Connection, draft: Draft) -> Decision:
    """Return the decision that grades an outlet, an event or a statement.

    Raises:
        DecisionError: the grade or the day is none, or an outlet is graded without a reason.

        NotFoundError: the ledger does not hold it.
    """
    grade, since = (*draft.values, "", "")[:2]
    if draft.target.startswith(OUTLET):
        return _outlet(connection, draft, grade.strip().upper(), since.strip())
    if grade.strip() not in NUMBERS or not grade.strip():
        raise DecisionError(f"no grade {grade!r} for a statement (1 confirmed to 5 improbable, 6 cannot be judged)")
    if draft.target.startswith("evt-"):
        event_page(connection, draft.target)
        anchor = Anchor()
    else:
        anchor = finding(connection, draft.target).anchor
    before = next((d.after for d in reversed(in_force(on_targets(connection, [draft.target]))) if d.field == "grade"), None)
    return Decision(
        draft.verdict,
        draft.target,
        draft.who,
        draft.when,
        draft.why,
        "grade",
        before,
        json.dumps(grade.strip()),
        None,
        draft.saw,
        anchor,
    )


def _outlet(connection: Connection, draft: Draft, letter: str, since: str) -> Decision:
    name = draft.target.removeprefix(OUTLET)
    if connection.scalar(select(articles.c.id).where(articles.c.outlet == name).limit(1)) is None:
        raise NotFoundError("outlet", name)
    if letter not in LETTERS or len(letter) != 1:
        raise DecisionError(f"no grade {letter!r} for an outlet (A completely reliable to E unreliable, F cannot be judged)")
    if not draft.why.strip():
        raise DecisionError("a grade of an outlet needs a reason (say what it rests on)")
    try:
        day = date.fromisoformat(since) if since else None
    except ValueError as error:
        raise DecisionError(f"cannot understand the day {since!r} (try 2031-03-04, or leave it empty)") from error
    before = next(iter(outlet_grades(connection, name)), None)
    after = {"letter": letter, "since": None if day is None else day.isoformat()}
    told = None if before is None else json.dumps({"letter": before.letter, "since": before.since and before.since.isoformat()})
    return Decision(
        draft.verdict,
        draft.target,
        draft.who,
        draft.when,
        draft.why,
        f"since {since}".strip(),
        told,
        json.dumps(after),
        None,
        draft.saw,
    )


def outlet_grades(connection: Connection, name: str) -> tuple[Grade, ...]:
    """Return the grades that people gave an outlet and that stand, the latest day first; those without a day last."""
    standing = in_force(on_targets(connection, [OUTLET + name]))
    last = {decision.field: decision for decision in standing}
    grades = (_grade(decision) for decision in last.values())
    return tuple(sorted(grades, key=lambda grade: (grade.since is not None, grade.since or date.min), reverse=True))


def all_outlet_grades(connection: Connection) -> dict[str, tuple[Grade, ...]]:
    """Return, by the names of the outlets that people graded, the grades that stand, the latest day first."""
    targets = connection.scalars(select(review_log.c.target).where(review_log.c.target.startswith(OUTLET, autoescape=True)))
    names = sorted({target.removeprefix(OUTLET) for target in targets})
    return {name: found for name in names if (found := outlet_grades(connection, name))}


def _grade(decision: Decision) -> Grade:
    told = json.loads(decision.after or "{}")
    return Grade(told["letter"], None if told["since"] is None else date.fromisoformat(told["since"]), decision.why)
