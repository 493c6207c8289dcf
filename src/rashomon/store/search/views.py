"""What a search answers with: events, articles, actors and claims, how many there are, and what else could be asked."""

from dataclasses import dataclass

from rashomon.store.search.facets import Facet, FacetValue, Likening
from rashomon.store.views import ArticleLine, ClaimView, EventLine, Named, Question


@dataclass(frozen=True, slots=True)
class Widening:
    """Words that name an actor, and its other names that were looked for too."""

    words: str
    actor: Named
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that answers a full-text question; ``snippet`` has the hits between U+0001 and U+0002."""

    line: ArticleLine
    snippet: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What only words of a like meaning find: how many events and articles, and the first of each."""

    total: int
    found_articles: int
    events: tuple[EventLine, ...]
    articles: tuple[ArticleHit, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Events, articles, actors and claims that answer a question, with the facets of the events.

    Args:
        found_articles, found_claims: how many there are in all; 0 where no words were asked for. Of claims no more than
            `rashomon.store.search.claims.LOOKED_AT_MOST` are counted and listed, and one more stands for "and others".

        newest: whether the articles stand newest first, as so many hold the words that none is the best.

        widened: names in the words that their actors' other names were looked for beside.

        parts: the parts of the chosen actor with their counts.

        likened: words that have others of a like meaning. Where the question asks for them with its own, all counts have them and
            what its own words find stands first; where it asks for them beside, no count has them.

        beside: what they find; ``None`` where they were not looked for: not asked for, or its own words find many.
    """

    question: Question
    total: int
    events: tuple[EventLine, ...]
    articles: tuple[ArticleHit, ...]
    actors: tuple[Named, ...]
    facets: tuple[Facet, ...]
    claims: tuple[ClaimView, ...] = ()
    found_articles: int = 0
    found_claims: int = 0
    newest: bool = False
    widened: tuple[Widening, ...] = ()
    parts: tuple[FacetValue, ...] = ()
    likened: tuple[Likening, ...] = ()
    beside: Beside | None = None
