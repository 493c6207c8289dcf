"""The log of decisions, as people read it: newest first, narrowed by who, what, when and whether it is in conflict."""

from typing import Any

from sqlalchemy import Connection, Row, Select, func, or_, select

from rashomon.model.decisions import Decision
from rashomon.model.errors import NotFoundError
from rashomon.store.codec import decode
from rashomon.store.review.tables import review_log, review_touched
from rashomon.store.review.views import Logged, LogPage, LogQuestion
from rashomon.store.tables import decisions


def _asked() -> Select[Any]:
    flags = (review_log.c[name] for name in ("number", "stands", "conflict", "linked"))
    return select(decisions.c.content, *flags).join(decisions, decisions.c.id == review_log.c.id)


def _logged(row: Row[*tuple[Any, ...]]) -> Logged:
    return Logged(decode(Decision, row.content), row.stands, row.conflict, row.linked)


def logged(connection: Connection, decision_id: str) -> Logged:
    """Return one decision. Raises NotFoundError."""
    row = connection.execute(_asked().where(review_log.c.id == decision_id)).one_or_none()
    if row is None:
        raise NotFoundError("decision", decision_id)
    return _logged(row)


def log_page(connection: Connection, question: LogQuestion) -> LogPage:
    """Return the decisions that answer a question."""
    rows = connection.execute(_narrowed(question).order_by(review_log.c.number.desc()).limit(question.size + 1)).all()
    shown = rows[: question.size]
    people = connection.scalars(select(review_log.c.who).distinct().order_by(review_log.c.who))
    clashing = connection.scalar(select(func.count()).where(review_log.c.conflict)) or 0
    older = shown[-1].number if len(rows) > question.size else None
    return LogPage(question, tuple(map(_logged, shown)), older, tuple(people), clashing)


def _narrowed(question: LogQuestion) -> Select[Any]:
    asked = _asked()
    for column, value in (("who", question.who), ("verdict", question.verdict), ("target", question.target)):
        if value is not None:
            asked = asked.where(review_log.c[column] == value)
    if question.since is not None:
        asked = asked.where(review_log.c.when >= question.since)
    if question.until is not None:
        asked = asked.where(review_log.c.when < f"{question.until}\x7f")
    if question.conflicts:
        asked = asked.where(review_log.c.conflict)
    return asked if question.before is None else asked.where(review_log.c.number < question.before)


def log_about(connection: Connection, targets: set[str], article_ids: set[str]) -> tuple[Logged, ...]:
    """Return the decisions on these targets or on what stands in these articles, newest first."""
    touching = select(review_touched.c.decision_id).where(review_touched.c.article_id.in_(article_ids))
    either = or_(review_log.c.target.in_(targets), review_log.c.id.in_(touching))
    return tuple(map(_logged, connection.execute(_asked().where(either).order_by(review_log.c.number.desc()))))
