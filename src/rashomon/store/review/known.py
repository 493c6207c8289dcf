"""Decisions as they are kept, found by their subject or by the articles they touch."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from rashomon.model.decisions import Decision
from rashomon.store.codec import decode
from rashomon.store.review.carrying import carried_articles, carried_to
from rashomon.store.review.tables import review_log, review_touched
from rashomon.store.tables import decisions

#: So many ids one statement may name.
_AT_ONCE = 500


def decision(connection: Connection, decision_id: str) -> Decision | None:
    """Return a decision by its id, ``None`` where there is none."""
    content = connection.scalar(select(decisions.c.content).where(decisions.c.id == decision_id))
    return None if content is None else decode(Decision, content)


def on_targets(connection: Connection, targets: Iterable[str]) -> tuple[Decision, ...]:
    """Return all decisions on these targets, those that are taken back included, oldest first."""
    wanted = sorted(set(targets))
    found: dict[int, Decision] = {}
    for begin in range(0, len(wanted), _AT_ONCE):
        asked = select(decisions.c.number, decisions.c.content).join(review_log, review_log.c.id == decisions.c.id)
        for row in connection.execute(asked.where(review_log.c.target.in_(wanted[begin : begin + _AT_ONCE]))):
            found[row.number] = decode(Decision, row.content)
    return tuple(found[number] for number in sorted(found))


def on_articles(connection: Connection, article_ids: Iterable[str]) -> Mapping[str, tuple[Decision, ...]]:
    """Return the decisions that touch each of these articles, those that are taken back included.

    Decisions on an earlier wording of an article are there too, as they stand on the words of now.
    """
    wanted, found = sorted(set(article_ids)), dict[str, list[Decision]]()
    for begin in range(0, len(wanted), _AT_ONCE):
        asked = (
            select(review_touched.c.article_id, decisions.c.content)
            .join(decisions, decisions.c.id == review_touched.c.decision_id)
            .where(review_touched.c.article_id.in_(wanted[begin : begin + _AT_ONCE]))
            .order_by(decisions.c.number)
        )
        for row in connection.execute(asked):
            found.setdefault(row.article_id, []).append(decode(Decision, row.content))
    for article_id, several in carried_to(connection, wanted).items():
        found.setdefault(article_id, []).extend(several)
    return {article_id: tuple(several) for article_id, several in found.items()}


def touched_articles(connection: Connection) -> list[str]:
    """Return the ids of the articles that a standing decision touches, sorted."""
    asked = select(review_touched.c.article_id).join(review_log, review_log.c.id == review_touched.c.decision_id)
    return sorted({*connection.scalars(asked.where(review_log.c.stands)), *carried_articles(connection)})
