"""The log of decisions, as people read it: newest first, narrowed by who, what, when and whether it is in conflict."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, or_, select

from rashomon.model.decisions import Decision
from rashomon.model.errors import NotFoundError
from rashomon.store.codec import decode
from rashomon.store.pages.origins import withheld_among
from rashomon.store.review.about import about
from rashomon.store.review.carrying import forms
from rashomon.store.review.tables import review_carried, review_log, review_touched
from rashomon.store.review.views import Logged, LogPage, LogQuestion
from rashomon.store.tables import decisions
from rashomon.store.withheld import address_without, without_names
from rashomon.store.withholding import hidden_in

#: Decisions whose words were changed since.
_TO_LOOK_AT = select(review_carried.c.decision_id).where(~review_carried.c.whole)


def _asked() -> Select[Any]:
    flags = (review_log.c[name] for name in ("number", "stands", "conflict", "linked"))
    changed = (review_carried.c.decision_id == review_log.c.id) & ~review_carried.c.whole & review_log.c.stands
    look = select(func.min(review_carried.c.article_id)).where(changed).correlate(review_log).scalar_subquery()
    return select(decisions.c.content, *flags, look.label("look")).join(decisions, decisions.c.id == review_log.c.id)


def _logged(row: Row[*tuple[Any, ...]]) -> Logged:
    return Logged(decode(Decision, row.content), row.stands, row.conflict, row.linked, row.look)


def logged(connection: Connection, decision_id: str) -> Logged:
    """Return one decision. Raises NotFoundError."""
    row = connection.execute(_asked().where(review_log.c.id == decision_id)).one_or_none()
    if row is None:
        raise NotFoundError("decision", decision_id)
    return _logged(row)


def shown(connection: Connection, decision_id: str) -> Logged:
    """Return one decision as it may be shown. Raises NotFoundError."""
    return _unnamed(connection, [logged(connection, decision_id)])[0]


def _unnamed(connection: Connection, several: Sequence[Logged]) -> tuple[Logged, ...]:
    """Return decisions whose values before and after do not have names of private persons, whole or as their keys."""
    named = {name for one in several for name in _values(one.decision)}
    private = withheld_among(connection, named)
    article_ids = [one.decision.target.partition("/")[0] for one in several if "/" in one.decision.target]
    hidden = hidden_in(connection, article_ids)
    names = private | {name for one in hidden.values() for name in one.names}
    return tuple(replace(one, decision=_without(one.decision, names)) for one in several) if names else tuple(several)


def _values(decision: Decision) -> Iterator[str]:
    """Yield the texts that a decision says were, and are to be."""
    for text in (decision.before, decision.after):
        value = None if text is None else json.loads(text)
        yield from (one for one in ([value] if isinstance(value, str) else []) if one)


def _without(decision: Decision, names: frozenset[str]) -> Decision:
    article_id, slash, key = decision.target.partition("/")
    target = article_id if slash and address_without(key, names) is None else decision.target
    before, after = (None if text is None else without_names(text, names) for text in (decision.before, decision.after))
    why = without_names(decision.why, names)
    return replace(decision, target=target, before=before, after=after, why=why, kept=decision.id)


def log_page(connection: Connection, question: LogQuestion) -> LogPage:
    """Return the decisions that answer a question."""
    rows = connection.execute(_narrowed(question).order_by(review_log.c.number.desc()).limit(question.size + 1)).all()
    shown = _unnamed(connection, [_logged(row) for row in rows[: question.size]])
    people = connection.scalars(select(review_log.c.who).distinct().order_by(review_log.c.who))
    clashing = connection.scalar(select(func.count()).where(review_log.c.conflict)) or 0
    looks = connection.scalar(select(func.count()).where(review_log.c.stands, review_log.c.id.in_(_TO_LOOK_AT))) or 0
    older = rows[question.size - 1].number if len(rows) > question.size else None
    subjects = about(connection, (one.decision for one in shown))
    return LogPage(question, shown, older, tuple(people), clashing, looks, subjects)


def _narrowed(question: LogQuestion) -> Select[Any]:
    asked = _asked()
    for column, value in (("who", question.who), ("verdict", question.verdict), ("target", question.target)):
        if value is not None:
            asked = asked.where(review_log.c[column] == value)
    if question.since is not None:
        asked = asked.where(review_log.c.when >= question.since)
    if question.until is not None:
        asked = asked.where(review_log.c.when < f"{question.until}\x7f")
    if question.looks:
        asked = asked.where(review_log.c.stands, review_log.c.id.in_(_TO_LOOK_AT))
    if question.conflicts:
        asked = asked.where(review_log.c.conflict)
    return asked if question.before is None else asked.where(review_log.c.number < question.before)


def log_about(connection: Connection, targets: set[str], article_ids: set[str]) -> tuple[Logged, ...]:
    """Return the decisions on these targets or on what stands in these articles, newest first."""
    touching = select(review_touched.c.decision_id).where(review_touched.c.article_id.in_(article_ids))
    there = select(review_carried.c.decision_id).where(review_carried.c.article_id.in_(article_ids))
    either = or_(review_log.c.target.in_(targets), review_log.c.id.in_(touching), review_log.c.id.in_(there))
    found = map(_logged, connection.execute(_asked().where(either).order_by(review_log.c.number.desc())))
    moved = forms(connection)
    return _unnamed(connection, [replace(one, decision=moved.get(one.decision.id, one.decision)) for one in found])
