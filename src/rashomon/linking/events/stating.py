"""How a happening stands when its accounts differ. Its own module, for those who need nothing else of linking."""

from collections.abc import Iterable

from rashomon.model.words import Status

_SAYS_YES = frozenset({Status.ASSERTED, Status.CLAIMED, Status.ALLEGED})
_SAYS_NO = frozenset({Status.DENIED, Status.NEGATED})
_BEST = (Status.ASSERTED, Status.CLAIMED, Status.ALLEGED, Status.DENIED, Status.NEGATED, Status.PLANNED, Status.HYPOTHETICAL)


def status_of(statuses: Iterable[Status]) -> Status:
    """Return how a happening stands: disputed where some say that it was and others that it was not."""
    told = set(statuses)
    if Status.DISPUTED in told or (told & _SAYS_YES and told & _SAYS_NO):
        return Status.DISPUTED
    return next(status for status in _BEST if status in told)
