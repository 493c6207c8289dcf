"""What stands in a denial and what beside it: "put the dead at six and denied that anyone was abducted" tells of two."""

from collections.abc import Iterable

from rashomon.model.reading import Claim
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import Stance


def denied_contents(claims: Iterable[Claim]) -> tuple[EvidenceSpan, ...]:
    """Return the words of what is denied."""
    return tuple(claim.content for claim in claims if claim.stance == Stance.DENIES and claim.content != claim.cue)


def is_beside(denied: Iterable[EvidenceSpan], at: int, offset: int) -> bool:
    """Whether what stands at ``at`` is denied in words that do not reach to ``offset``."""
    return any(span.start <= at < span.end and not span.start <= offset < span.end for span in denied)
