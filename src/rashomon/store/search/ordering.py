"""In which order events stand."""

from collections.abc import Iterable

import numpy as np

from rashomon.store.search import ORDERS
from rashomon.store.search.columns import NONE, Columns, Flags, Numbers


def ordered(columns: Columns, flags: Flags, order: str) -> Numbers:
    """Return the positions of these events in an order of `ORDERS`; the greatest number first, equal ones newest first.

    How well an event fits its words is not known here: "best" is `fitting`.
    """
    at = np.flatnonzero(flags)
    if order == "oldest":
        dated = (columns.first[at] != NONE) | (columns.last[at] != NONE)
        return np.concatenate([at[dated][::-1], at[~dated]])
    if order in ORDERS[3:]:  # the columns have these names
        key: Numbers = getattr(columns, order)[at].astype(np.int64)
        return at[np.argsort(-key, kind="stable")]
    return at


def fitting(columns: Columns, flags: Flags, holding: Iterable[Flags]) -> Numbers:
    """Return the positions of these events: those first whose titles and names hold most of what was asked, then the newest.

    Args:
        columns: of all events.

        flags: which of them answer.

        holding: for each word or phrase that was asked for, the events whose title or names hold it.
    """
    at = ordered(columns, flags, "newest")
    held = np.zeros(len(at), dtype=np.int64)
    for one in holding:
        held += one[at]
    return at[np.argsort(-held, kind="stable")]
