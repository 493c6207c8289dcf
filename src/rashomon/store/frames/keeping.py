"""Rows of captures and of people's decisions."""

from sqlalchemy import Connection, select

from rashomon.model.decisions import Decision
from rashomon.model.marks import Mark
from rashomon.store.captures import capture_of
from rashomon.store.codec import decode
from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.values import among
from rashomon.store.publishing.tables import marks
from rashomon.store.review.tables import review_log, review_touched
from rashomon.store.tables import articles, captures, decisions, pages
from rashomon.store.withheld import without_names
from rashomon.store.withholding import captures_without, hidden_in


def capture_rows(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, list[Row]]:
    """Return the rows of these captures; where a part is told, of those that an article of it stands in."""
    asked = select(captures, pages.c.reader, marks.c.mark).outerjoin(pages, pages.c.sha256 == captures.c.sha256)
    asked = asked.outerjoin(marks, marks.c.capture == captures.c.sha256).where(among(captures.c.sha256, ids))
    rows = connection.execute(asked.order_by(captures.c.sha256)).all()
    columns = ("sha256", "name", "address", "taken_at", "size", "outlet", "media_type", "reader", "mark")
    shown = (row for row in rows if row.mark is None or Mark(row.mark).within(scope.clearance))
    several = list(shown)
    bare = captures_without(connection, map(capture_of, several))
    known = {one.sha256: {"name": one.name, "address": one.address} for one in bare}
    found: list[Row] = [tuple(known[row.sha256].get(name, getattr(row, name)) for name in columns) for row in several]
    if scope.articles is None:
        return {"captures": found}
    stand = select(articles.c.capture, articles.c.id).where(among(articles.c.capture, ids))
    told = {capture for capture, article_id in connection.execute(stand) if article_id in scope.articles}
    return {"captures": [row for row in found if row[0] in told]}


def decision_rows(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, list[Row]]:
    """Return the rows of these decisions; one that touches what may not be told is left out, as are names of private persons."""
    asked = select(decisions.c.content, review_log.c.stands, review_log.c.conflict)
    asked = asked.join(review_log, review_log.c.id == decisions.c.id).where(among(decisions.c.id, ids)).order_by(decisions.c.id)
    touched: dict[str, list[str]] = {}
    pairs = select(review_touched.c.decision_id, review_touched.c.article_id).where(among(review_touched.c.decision_id, ids))
    for decision_id, article_id in connection.execute(pairs.order_by(review_touched.c.article_id)):
        touched.setdefault(decision_id, []).append(article_id)
    hidden = hidden_in(connection, {article_id for several in touched.values() for article_id in several})
    rows: list[Row] = []
    for content, stands, conflict in connection.execute(asked):
        one = decode(Decision, content)
        where = touched.get(one.id, [])
        if all(map(scope.shows, where)) and (scope.articles is None or any(map(scope.tells, where))):
            names = {name for article_id in where if article_id in hidden for name in hidden[article_id].names}
            rows.append(_row(one, names, where, stands=stands, conflict=conflict))
    return {"decisions": rows}


def _row(one: Decision, names: set[str], where: list[str], *, stands: bool, conflict: bool) -> Row:
    before, after = (None, None) if names else (one.before, one.after)  # JSON may have a name in escapes
    head = (one.id, str(one.verdict), one.target, one.field, one.who, one.when)
    return (*head, without_names(one.why, names), before, after, one.undoes, stands, conflict, where)
