"""What decisions are about, in words: the title of the event, the name of the outlet, or the headline of the article."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, or_, select

from rashomon.model.decisions import Decision
from rashomon.store.lines import article_lines
from rashomon.store.review.grading import OUTLET
from rashomon.store.review.tables import review_touched
from rashomon.store.tables import event_accounts, events


def about(connection: Connection, several: Iterable[Decision]) -> dict[str, str]:
    """Return the words by the id of the decision; one whose target the ledger does not hold any more is left out."""
    decided = tuple(several)
    titles = _titles(connection, {one for decision in decided for one in _told_by(decision)})
    headlines = _headlines(connection, {decision.id for decision in decided})
    found = {decision.id: _words(decision, titles) or headlines.get(decision.id) for decision in decided}
    return {decision_id: words for decision_id, words in found.items() if words is not None}


def _told_by(decision: Decision) -> tuple[str, ...]:
    """Return ids by which the decision's event may be known: its accounts stay when it gets another id."""
    return decision.target, *(account.id for account in decision.anchor.accounts)


def _words(decision: Decision, titles: Mapping[str, str]) -> str | None:
    if decision.target.startswith(OUTLET):
        return decision.target.removeprefix(OUTLET)
    return next((titles[one] for one in _told_by(decision) if one in titles), None)


def _titles(connection: Connection, ids: set[str]) -> dict[str, str]:
    """Return the titles of events by their own ids and those of their accounts."""
    asked = select(events.c.id, events.c.title, event_accounts.c.account_id).join(
        event_accounts, event_accounts.c.event_id == events.c.id
    )
    titles: dict[str, str] = {}
    for row in connection.execute(asked.where(or_(events.c.id.in_(ids), event_accounts.c.account_id.in_(ids)))):
        titles |= {row.id: row.title, row.account_id: row.title}
    return titles


def _headlines(connection: Connection, decision_ids: set[str]) -> dict[str, str]:
    """Return the headline of an article that each decision touches."""
    touched = connection.execute(
        select(review_touched.c.decision_id, review_touched.c.article_id)
        .where(review_touched.c.decision_id.in_(decision_ids))
        .order_by(review_touched.c.article_id.desc())
    ).all()
    lines = article_lines(connection, (row.article_id for row in touched))
    return {row.decision_id: lines[row.article_id].title for row in touched if row.article_id in lines}
