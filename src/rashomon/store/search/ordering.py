"""In which order events stand."""

import numpy as np

from rashomon.store.search import ORDERS
from rashomon.store.search.columns import NONE, Columns, Flags, Numbers


def ordered(columns: Columns, flags: Flags, order: str) -> Numbers:
    """Return the positions of these events in an order of `ORDERS`; the greatest number first, equal ones newest first."""
    at = np.flatnonzero(flags)
    if order == "oldest":
        dated = (columns.first[at] != NONE) | (columns.last[at] != NONE)
        return np.concatenate([at[dated][::-1], at[~dated]])
    if order in ORDERS[2:]:  # the columns have these names
        key: Numbers = getattr(columns, order)[at].astype(np.int64)
        return at[np.argsort(-key, kind="stable")]
    return at
