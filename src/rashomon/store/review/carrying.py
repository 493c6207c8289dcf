"""Keep decisions carried to the wording of an article that counts, and say which could not be."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from rashomon.linking.corrections.carrying import Carried, carried
from rashomon.model.decisions import Decision
from rashomon.store.articles import article
from rashomon.store.codec import decode, encode
from rashomon.store.review.tables import review_carried, review_kept, review_log, review_touched
from rashomon.store.tables import decisions

#: So many ids one statement may name.
_AT_ONCE = 500


def carry(connection: Connection, wordings: Iterable[str], counting: str) -> None:
    """Carry the decisions made on the wordings of one article to the one that counts now.

    Args:
        connection: in the transaction in which another wording came to count.

        wordings: ids of all of them.

        counting: id of the one that counts.
    """
    several = sorted(set(wordings))
    connection.execute(delete(review_carried).where(review_carried.c.was.in_(several)))
    made = _made_on(connection, several)
    for was, decision in made:
        _homes(connection, decision, was)
    before = {was: article(connection, was) for was in {was for was, _ in made} - {counting}}
    now = article(connection, counting) if before else None
    for was, decision in made:
        if now is not None and was in before:
            moved = carried(forms(connection, [decision.id]).get(decision.id, decision), before[was], now)
            _carry(connection, decision.id, was, moved, counting)


def _made_on(connection: Connection, wordings: list[str]) -> list[tuple[str, Decision]]:
    """Return the decisions that touch these articles, each with the article, in the order they were made."""
    found: dict[tuple[int, str], Decision] = {}
    asked = select(decisions.c.number, decisions.c.content, review_touched.c.article_id)
    asked = asked.join(review_touched, review_touched.c.decision_id == decisions.c.id)
    for begin in range(0, len(wordings), _AT_ONCE):
        some = wordings[begin : begin + _AT_ONCE]
        for row in connection.execute(asked.where(review_touched.c.article_id.in_(some))):
            found[row.number, row.article_id] = decode(Decision, row.content)
        plain = select(decisions.c.number, decisions.c.content, decisions.c.target).where(decisions.c.target.in_(some))
        for row in connection.execute(plain):
            found[row.number, row.target] = decode(Decision, row.content)
    return [(was, decision) for (_, was), decision in sorted(found.items(), key=lambda one: one[0]) if decision.undoes is None]


def _carry(connection: Connection, decision_id: str, was: str, moved: Carried, counting: str) -> None:
    """Keep a decision as it stands on the words of now, and let its accounts stand there."""
    row = {"decision_id": decision_id, "was": was, "article_id": counting, "whole": moved.whole}
    connection.execute(insert(review_carried).values(row))
    if moved.decision is None:
        return
    own = review_carried.c.decision_id == decision_id
    connection.execute(update(review_carried).where(own).values(content=encode(moved.decision)))
    for account in (*moved.decision.anchor.accounts, *moved.decision.anchor.others):
        if account.article_id == counting:
            connection.execute(update(review_kept).where(review_kept.c.account_id == account.id).values(article_id=counting))


def _homes(connection: Connection, decision: Decision, was: str) -> None:
    """Let the accounts of a decision stand where it was made."""
    for account in (*decision.anchor.accounts, *decision.anchor.others):
        if account.article_id == was:
            connection.execute(update(review_kept).where(review_kept.c.account_id == account.id).values(article_id=was))


def forms(connection: Connection, decision_ids: Iterable[str] | None = None) -> Mapping[str, Decision]:
    """Return the standing decisions that were carried, by id, as they stand on the words of now; all for ``None``."""
    asked = select(review_carried.c.decision_id, review_carried.c.content)
    asked = asked.join(review_log, review_log.c.id == review_carried.c.decision_id)
    asked = asked.where(review_log.c.stands, review_carried.c.content.is_not(None))
    if decision_ids is not None:
        asked = asked.where(review_carried.c.decision_id.in_(tuple(decision_ids)))
    return {row.decision_id: decode(Decision, row.content) for row in connection.execute(asked)}


def carried_to(connection: Connection, article_ids: Iterable[str]) -> Mapping[str, tuple[Decision, ...]]:
    """Return the standing decisions that were carried to these articles, in the order they were made."""
    wanted, found = sorted(set(article_ids)), dict[str, dict[str, Decision]]()
    for begin in range(0, len(wanted), _AT_ONCE):
        asked = (
            select(review_carried.c.article_id, review_carried.c.decision_id, review_carried.c.content)
            .join(review_log, review_log.c.id == review_carried.c.decision_id)
            .where(review_carried.c.article_id.in_(wanted[begin : begin + _AT_ONCE]))
            .where(review_log.c.stands, review_carried.c.content.is_not(None))
            .order_by(review_log.c.number)
        )
        for row in connection.execute(asked):
            found.setdefault(row.article_id, {})[row.decision_id] = decode(Decision, row.content)
    return {article_id: tuple(several.values()) for article_id, several in found.items()}


def carried_articles(connection: Connection) -> frozenset[str]:
    """Return the ids of the articles to which standing decisions were carried."""
    asked = select(review_carried.c.article_id).join(review_log, review_log.c.id == review_carried.c.decision_id)
    return frozenset(connection.scalars(asked.where(review_log.c.stands, review_carried.c.content.is_not(None))))


def home_of(connection: Connection, target: str) -> str | None:
    """Return the article in which what people decided on stands now; ``None`` where nobody decided on it."""
    kept: str | None = connection.scalar(select(review_kept.c.article_id).where(review_kept.c.account_id == target))
    if kept is not None:
        return kept
    there = select(review_carried.c.article_id).join(review_log, review_log.c.id == review_carried.c.decision_id)
    there = there.where(review_log.c.target == target, review_log.c.stands, review_carried.c.content.is_not(None))
    return connection.scalar(there.order_by(review_log.c.number.desc()).limit(1))
