"""What an entity of an article is linked to, with the reasons."""

from dataclasses import dataclass

from rashomon.model.ledger import Reason
from rashomon.store.views import Quote


@dataclass(frozen=True, slots=True)
class LinkView:
    """What an entity of an article is linked to, and why: ``words`` are those that the article has for it."""

    name: str
    id: str
    words: tuple[str, ...]
    score: float
    reasons: tuple[Reason, ...]
    quote: Quote
