"""The outlets of a ledger as a person grades them."""

from sqlalchemy import Connection, func, select

from rashomon.store.review.grading import OUTLET, outlet_grades
from rashomon.store.review.tables import review_log
from rashomon.store.review.views import OutletLine
from rashomon.store.tables import articles


def outlet_lines(connection: Connection) -> tuple[OutletLine, ...]:
    """Return the outlets of the ledger with the grades that people gave them, by name."""
    asked = select(articles.c.outlet, func.count()).where(articles.c.outlet.is_not(None)).group_by(articles.c.outlet)
    graded = set(connection.scalars(select(review_log.c.target).where(review_log.c.target.startswith(OUTLET, autoescape=True))))
    return tuple(
        OutletLine(name, count, outlet_grades(connection, name) if OUTLET + name in graded else ())
        for name, count in connection.execute(asked.order_by(articles.c.outlet))
    )
