"""How many events each place has in each month: counted when linking is put, so that a map of any size is one small read."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Table

from rashomon.store.settling import Row
from rashomon.store.tables import event_places, events


def monthly(wanted: Mapping[Table, list[Row]]) -> list[Row]:
    """Return the rows of ``place_months`` that follow from the rows of events and of their places.

    An event that is told at two places counts at both; one without a date stands under the empty month.
    """
    facts = {row["id"]: (row["month"] or "", row["type"], row["disputed"]) for row in wanted[events]}
    counted: Counter[tuple[str, str, str]] = Counter()
    disputed: Counter[tuple[str, str, str]] = Counter()
    for row in wanted[event_places]:
        month, kind, is_disputed = facts[row["event_id"]]
        counted[row["place_id"], month, kind] += 1
        disputed[row["place_id"], month, kind] += bool(is_disputed)
    return [
        {"place_id": place, "month": month, "type": str(kind), "events": n, "disputed": disputed[place, month, kind]}
        for (place, month, kind), n in sorted(counted.items())
    ]
