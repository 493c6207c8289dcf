"""Keep the log of decisions: what stands, what conflicts, which articles and accounts are touched."""

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from rashomon.linking.corrections.standing import conflicts, standing
from rashomon.model.decisions import Decision
from rashomon.store.evidence.threads import current, thread_of
from rashomon.store.review.carrying import carry
from rashomon.store.review.known import decision as decision_by_id
from rashomon.store.review.known import on_targets
from rashomon.store.review.tables import review_kept, review_log, review_touched


def log(connection: Connection, decision: Decision) -> None:
    """Enter a decision that was just kept, and bring those it takes back or conflicts with up to date."""
    row = {name: getattr(decision, name) for name in ("id", "when", "who", "target", "field", "undoes")}
    connection.execute(insert(review_log).values({**row, "verdict": decision.verdict}))
    touched = [{"article_id": article_id, "decision_id": decision.id} for article_id in _articles(connection, decision)]
    if touched:
        connection.execute(insert(review_touched).on_conflict_do_nothing(), touched)
    anchored = (*decision.anchor.accounts, *decision.anchor.others)
    if anchored:
        kept = [{"account_id": account.id, "article_id": account.article_id} for account in anchored]
        connection.execute(insert(review_kept).on_conflict_do_nothing(), kept)
    for article_id in decision.anchor.articles:
        thread = thread_of(connection, article_id)
        if thread and current(thread) != article_id:
            carry(connection, [version.article_id for version in thread], current(thread))
    _take_back(connection, decision.undoes)
    mark_conflicts(connection, decision.target)


def _articles(connection: Connection, decision: Decision) -> tuple[str, ...]:
    """Return the articles a decision touches; one that takes another back touches the same."""
    undone = decision_by_id(connection, decision.undoes) if decision.undoes is not None else None
    return decision.anchor.articles if undone is None else _articles(connection, undone)


def _take_back(connection: Connection, undone: str | None) -> None:
    """Mark a decision as taken back; what it had taken back itself stands again, and so on."""
    stands = False
    while undone is not None:
        connection.execute(update(review_log).where(review_log.c.id == undone).values(stands=stands))
        undone = connection.scalar(select(review_log.c.undoes).where(review_log.c.id == undone))
        stands = not stands


def mark_conflicts(connection: Connection, target: str) -> None:
    """Mark the decisions on a target of which one was made without sight of the other, and unmark those that are settled."""
    clashing = {side.id for found in conflicts(standing(on_targets(connection, [target]))) for side in found.sides}
    own = review_log.c.target == target
    connection.execute(update(review_log).where(own).values(conflict=review_log.c.id.in_(clashing)))
