"""Find what cannot all be right whatever event it is told of: who deserves the credit, who is dead, who holds a town."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from rashomon.linking.cast import Cast
from rashomon.linking.disputes.announced import Announced
from rashomon.linking.disputes.causes import Causes
from rashomon.linking.disputes.holding import Holding
from rashomon.linking.disputes.lives import Lives
from rashomon.linking.disputes.merits import Merits
from rashomon.linking.disputes.misprints import Misprints
from rashomon.linking.disputes.nobody import Nobody
from rashomon.linking.disputes.responsibility import Sides
from rashomon.linking.disputes.standing import Standing, is_of_size
from rashomon.linking.disputes.stands import Found, Happened, own_issue
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
    """

    def __init__(self, cast: Cast, roots: Roots, sides: Sides, copied: frozenset[str]) -> None:
        statements = Statements(cast, roots)
        self._cast = cast
        self._own = {article_id: None for article_id in cast.scenes if article_id not in copied}
        self._causes = Causes(statements)
        self._alone = (Announced(statements), Nobody(statements), Misprints(statements))
        self._by_issue = (Merits(statements, sides), Verdicts(statements), Succession(statements))
        self._of_events = (Holding(statements, sides), Lives(statements))

    @cached_property
    def together(self) -> tuple[tuple[str, str], ...]:
        """Return pairs of accounts that tell one happening, since the second only explains the first."""
        return tuple(sorted(set(self._causes.together(self._cast.scenes))))

    def find(self, happened: Happened, tolls: Tolls, among: Mapping[str, frozenset[str]]) -> Iterator[Found]:
        """Yield the disputes, each with its issue; one may come twice. Those on other issues than asked are not whole.

        Args:
            happened: a dispute about an event is tied to it.

            tolls: says who stands behind a number.

            among: the articles that are looked at, each with the issues of `issues` that are asked about, and with its own
                (`own_issue`) where it is looked at by itself.
        """
        own = [article_id for article_id in self._own if article_id in among]
        alone = [article_id for article_id in own if own_issue(article_id) in among[article_id]]
        for frame in self._alone:
            yield from frame.find(alone)
        sized = (key for key in own if own_issue(key) in among[key] or any(map(is_of_size, among[key])))
        yield from Standing(self._cast, tolls).find(sized)
        yield from self._causes.find(own, happened)
        for by_issue in self._by_issue:
            yield from by_issue.find(key for key in own if any(map(by_issue.taken.concerns, among[key])))
        for of_event in self._of_events:
            yield from of_event.find((key for key in own if any(map(of_event.taken.concerns, among[key]))), happened)

    def issues(self, article_id: str, tolls: Tolls) -> frozenset[str]:
        """Return the issues on which an article takes a side beside others; none for one that repeats another's."""
        if article_id not in self._own:
            return frozenset()
        found = (frame.taken.issues(article_id) for frame in (*self._by_issue, *self._of_events))
        return Standing(self._cast, tolls).issues(article_id).union(*found)
