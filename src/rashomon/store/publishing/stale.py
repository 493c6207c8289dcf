"""Lines of the full-text indexes that would name the private: nothing finds them until they were made anew."""

from collections.abc import Collection

from sqlalchemy import Connection, select, update

from rashomon.store.publishing.tables import withheld_lines

#: Numbers that one statement may name.
_AT_ONCE = 500


def held_back(connection: Connection, numbers: Collection[int]) -> frozenset[int]:
    """Return which of these articles, by number, stand in the indexes without names, and note that they are told anew.

    What is told anew may hold the names again: it is left out of the indexes until the next linking has looked at it
    (`rashomon.store.publishing.withheld_index`).
    """
    wanted, found = sorted(numbers), set[int]()
    for begin in range(0, len(wanted), _AT_ONCE):
        these = withheld_lines.c.number.in_(wanted[begin : begin + _AT_ONCE])
        found.update(connection.scalars(select(withheld_lines.c.number).where(these)))
        connection.execute(update(withheld_lines).where(these).values(signature=""))
    return frozenset(found)
