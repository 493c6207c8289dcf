"""Find what cannot all be right whatever event it is told of: who deserves the credit, who is dead, who holds a town."""

from collections.abc import Sequence

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
from rashomon.linking.disputes.statements import Statements
from rashomon.linking.disputes.succession import Succession
from rashomon.linking.disputes.verdicts import Verdicts
from rashomon.linking.figures.tolls import Tolls
from rashomon.linking.sources.roots import Roots
from rashomon.model.ledger import Contradiction, Event


class Disputes:
    """Finds disputes by what is said, whatever happening it is said of.

    Args:
        cast: who and where the keys are.

        roots: where words come from.

        copied: articles that repeat others; they take no side.

    Attributes:
        together: pairs of accounts that tell one happening, since the second only explains the first.
    """

    def __init__(self, cast: Cast, roots: Roots, copied: frozenset[str]) -> None:
        statements, sides = Statements(cast, roots), Sides(cast)
        self._cast = cast
        self._own = tuple(article_id for article_id in cast.scenes if article_id not in copied)
        self._causes = Causes(statements)
        self._of_events = (self._causes, Holding(statements, sides), Lives(statements))
        self._of_claims = (
            Merits(statements, sides),
            Verdicts(statements),
            Succession(statements),
            Announced(statements),
            Nobody(statements),
            Misprints(statements),
        )
        self.together = tuple(sorted(set(self._causes.together(cast.scenes))))

    @property
    def explaining(self) -> frozenset[str]:
        """Return the ids of accounts that only give one of several rival explanations of another account's happening."""
        return frozenset(explanation for _, explanation in self.together)

    def find(self, events: Sequence[Event], tolls: Tolls) -> tuple[Contradiction, ...]:
        """Return the disputes, each once.

        Args:
            events: what happened; a dispute about one of them is tied to it.

            tolls: says who stands behind a number.
        """
        found = [clash for frame in self._of_claims for clash in frame.find(self._own)]
        found += [clash for frame in self._of_events for clash in frame.find(self._own, events)]
        found += Standing(self._cast, tolls).find(self._own)
        by_id = {clash.id: clash for clash in found}
        return tuple(by_id[key] for key in sorted(by_id))
