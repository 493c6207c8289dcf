"""What was found on each issue: contradictions and series, before and now."""

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar

from rashomon.model.ledger import Contradiction, Series

Made = TypeVar("Made", Contradiction, Series)


class Found:
    """Ids of what was found, by issue. Of what several issues have under one id, that of the least issue counts.

    Args:
        kept: what `text` gave the last time, ``None`` at first.
    """

    def __init__(self, kept: str | None) -> None:
        held: dict[str, list[tuple[str, str | None]]] = json.loads(kept or "{}")
        self.was = {issue: dict(found) for issue, found in held.items()}
        self._issues: dict[str, set[str]] = {}
        for issue, found in self.was.items():
            for one in found:
                self._issues.setdefault(one, set()).add(issue)

    def about(self, event_ids: frozenset[str]) -> set[str]:
        """Return the issues on which something was found about some events."""
        return {issue for issue, found in self.was.items() if not event_ids.isdisjoint(set(found.values()))}

    def widened(self, issues: Iterable[str]) -> set[str]:
        """Return issues with all others on which something was found under the same id."""
        found, waiting = set(issues), list(issues)
        while waiting:
            more = {other for one in self.was.get(waiting.pop(), ()) for other in self._issues[one]} - found
            found |= more
            waiting += more
        return found

    def settle(self, looked_at: set[str], made: Mapping[str, Iterable[Made]]) -> tuple[tuple[Made, ...], frozenset[str]]:
        """Take over what is found now on the issues that were looked at; return what is to be put, and ids of what is no more.

        Args:
            looked_at: the issues.

            made: what is found on issues; on others than these it is not whole, and left out.
        """
        before = set(self._issues)
        now = {issue: found for issue, found in self.was.items() if issue not in looked_at}
        best: dict[str, tuple[str, Made]] = {}
        for issue in sorted(looked_at & made.keys()):
            by_id = {one.id: one for one in made[issue]}
            now[issue] = {one: getattr(found, "event_id", None) for one, found in by_id.items()}
            for one, found in by_id.items():
                best.setdefault(one, (issue, found))
        self.was = now
        owner: dict[str, str] = {}
        for issue in sorted(now):
            for one in now[issue]:
                owner.setdefault(one, issue)
        put = tuple(best[one][1] for one in sorted(best) if owner[one] == best[one][0])
        return put, frozenset(before - owner.keys())

    @property
    def text(self) -> str:
        """Return what is to be given the next time."""
        plain = {issue: list(found.items()) for issue, found in sorted(self.was.items()) if found}
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
