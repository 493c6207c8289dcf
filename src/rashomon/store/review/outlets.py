"""The outlets of a ledger as a person grades them."""

from sqlalchemy import Connection, func, select

from rashomon.store.review.grading import all_outlet_grades
from rashomon.store.review.views import OutletLine
from rashomon.store.tables import articles


def outlet_lines(connection: Connection) -> tuple[OutletLine, ...]:
    """Return the outlets of the ledger with the grades that people gave them, by name."""
    asked = select(articles.c.outlet, func.count().label("n")).where(articles.c.outlet.is_not(None))
    asked = asked.group_by(articles.c.outlet).order_by(articles.c.outlet)
    graded = all_outlet_grades(connection)
    return tuple(OutletLine(row.outlet, row.n, graded.get(row.outlet, ())) for row in connection.execute(asked))
