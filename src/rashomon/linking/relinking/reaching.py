"""How far a change reaches: the happenings, issues and articles that must be looked at again."""

from collections.abc import Iterable

from rashomon.linking.relinking.gathering import Gathering
from rashomon.linking.relinking.happenings import Tied
from rashomon.linking.relinking.issues import Found
from rashomon.linking.relinking.known import Known


class Reaching:
    """Finds what a run must make anew.

    Args:
        known: the articles.

        gathering: the happenings, before and now.

        found: what was found on issues before.
    """

    def __init__(self, known: Known, gathering: Gathering, found: Iterable[Found]) -> None:
        self._known = known
        self._gathering = gathering
        self._found = tuple(found)
        actors = {actor.name: frozenset(actor.sides) for actor in known.registry.actors}
        tied = Tied(known.before.values(), known.now, actors) if known.before else None
        self._tied = tied.concerned(known.actor) if tied is not None else []

    def events(self, touched: frozenset[str]) -> set[str]:
        """Return the ids of the events that have other accounts than before, or an account of a touched article.

        Those of whom articles newly say, or no longer say, that they belong together are compared anew.
        """
        now, outlines = self._gathering.now, self._known.now
        found = now.other_than(self._gathering.before) | now.with_any(self._gathering.decided_otherwise)
        found |= now.with_any(account for key in touched for account in outlines[key].accounts)
        for sides in self._tied:
            one, other = (now.with_any(account for key in side for account in outlines[key].accounts) for side in sides)
            found |= one & other
        return found

    def issues(self, touched: frozenset[str]) -> set[str]:
        """Return the issues that touched articles speak of or spoke of, that are about changed events, or of changed sides."""
        before, now = self._known.before, self._known.now
        found = {issue for key in touched for issue in now[key].issues}
        found |= {issue for key in touched | self._known.gone if key in before for issue in before[key].issues}
        changed = frozenset(self._gathering.before.other_than(self._gathering.now))
        found |= {issue for one in self._found for issue in one.about(changed)}
        for sides in self._tied:
            one, other = ({issue for key in side for issue in now[key].issues} for side in sides)
            found |= one & other
        while True:
            wider = {issue for one in self._found for issue in one.widened(found)}
            if wider <= found:
                return found
            found |= wider

    def articles(self, touched: frozenset[str], events: Iterable[str], issues: set[str]) -> set[str]:
        """Return the articles of which events and issues are made, but for those that only give figures."""
        gathering, now = self._gathering, self._known.now
        found = {gathering.article_of[account] for key in events for account in gathering.now.members[key]}
        found |= self._known.giving(issues - of_figures(issues))
        return found | touched | (of_sort("article", issues) & now.keys())


def of_sort(sort: str, issues: Iterable[str]) -> set[str]:
    """Return what the issues of one sort are about."""
    return {issue.partition("\x1f")[2] for issue in issues if issue.startswith(f"{sort}\x1f")}


def of_figures(issues: Iterable[str]) -> set[str]:
    """Return the issues that are quantities of which figures are given."""
    return {issue for issue in issues if issue.startswith("series\x1f")}
