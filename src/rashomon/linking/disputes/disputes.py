"""Find what cannot all be right whatever event it is told of: who deserves the credit, who is dead, who holds a town."""

from collections.abc import Iterator

from rashomon.linking.cast import Cast
from rashomon.linking.disputes.announced import Announced
from rashomon.linking.disputes.causes import Causes
from rashomon.linking.disputes.holding import Holding
from rashomon.linking.disputes.lives import Lives
from rashomon.linking.disputes.merits import Merits
from rashomon.linking.disputes.misprints import Misprints
from rashomon.linking.disputes.nobody import Nobody
from rashomon.linking.disputes.responsibility import Sides
from rashomon.linking.disputes.standing import Standing
from rashomon.linking.disputes.stands import Found, Happened
from rashomon.linking.disputes.statements import Statements
from rashomon.linking.disputes.succession import Succession
from rashomon.linking.disputes.verdicts import Verdicts
from rashomon.linking.figures.tolls import Tolls
from rashomon.linking.sources.roots import Roots


class Disputes:
    """Finds disputes by what is said, whatever happening it is said of.

    Args:
        cast: who and where the keys are.

        roots: where words come from.

        sides: which names belong together.

        copied: articles that repeat others; they take no side.

    Attributes:
        together: pairs of accounts that tell one happening, since the second only explains the first.
    """

    def __init__(self, cast: Cast, roots: Roots, sides: Sides, copied: frozenset[str]) -> None:
        statements = Statements(cast, roots)
        self._cast = cast
        self._own = {article_id: None for article_id in cast.scenes if article_id not in copied}
        self._causes = Causes(statements)
        self._alone = (Announced(statements), Nobody(statements), Misprints(statements))
        self._by_issue = (Merits(statements, sides), Verdicts(statements), Succession(statements))
        self._of_events = (Holding(statements, sides), Lives(statements))
        self.together = tuple(sorted(set(self._causes.together(cast.scenes))))

    @property
    def explaining(self) -> frozenset[str]:
        """Return the ids of accounts that only give one of several rival explanations of another account's happening."""
        return frozenset(explanation for _, explanation in self.together)

    def find(self, happened: Happened, tolls: Tolls, among: frozenset[str]) -> Iterator[Found]:
        """Yield the disputes, each with its issue; one may come twice.

        Args:
            happened: a dispute about an event is tied to it.

            tolls: says who stands behind a number.

            among: the articles that are looked at.
        """
        own = [article_id for article_id in self._own if article_id in among]
        for frame in (*self._alone, *self._by_issue, Standing(self._cast, tolls)):
            yield from frame.find(own)
        for of_event in (self._causes, *self._of_events):
            yield from of_event.find(own, happened)

    def issues(self, article_id: str, tolls: Tolls) -> frozenset[str]:
        """Return the issues on which an article takes a side beside others; none for one that repeats another's."""
        if article_id not in self._own:
            return frozenset()
        found = (frame.taken.issues(article_id) for frame in (*self._by_issue, *self._of_events))
        return Standing(self._cast, tolls).issues(article_id).union(*found)
