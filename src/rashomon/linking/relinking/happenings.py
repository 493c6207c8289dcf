"""Groups of accounts as events: who belongs to which, before and now, and which of them must be made anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rashomon.linking.relinking.outlines import Outline
from rashomon.model.actors import Actor
from rashomon.model.ids import content_id


@dataclass(frozen=True, slots=True)
class Happenings:
    """The events that accounts belong to; ``members`` are sorted, ``event_of`` gives the id of an event by account."""

    members: Mapping[str, tuple[str, ...]]
    event_of: Mapping[str, str]

    @classmethod
    def of(cls, groups: Mapping[str, str], explained: Mapping[str, str]) -> "Happenings":
        """Return the events.

        Args:
            groups: the group of each account.

            explained: accounts that only explain what another tells; they stand beside that, or alone where it is in no group.
        """
        gathered: dict[str, list[str]] = {}
        for account, group in groups.items():
            gathered.setdefault(group, []).append(account)
        for only in sorted(explained):
            gathered.setdefault(groups.get(explained[only], only), []).append(only)
        members = {content_id("evt", min(own)): tuple(sorted(own)) for own in gathered.values()}
        return cls(members, {account: event_id for event_id, own in members.items() for account in own})

    def other_than(self, was: "Happenings") -> set[str]:
        """Return the ids of the events that are new, or have other accounts than before."""
        return {event_id for event_id, own in self.members.items() if was.members.get(event_id) != own}

    def with_any(self, accounts: Iterable[str]) -> set[str]:
        """Return the ids of the events of some accounts."""
        return {self.event_of[account] for account in accounts if account in self.event_of}


class Tied:
    """What articles tie to one side, before and now, and whom it concerns that the ties changed.

    Args:
        was, now: the outlines; ``sides`` those of each listed actor, by name.
    """

    def __init__(self, was: Iterable[Outline], now: Mapping[str, Outline], sides: Mapping[str, frozenset[str]]) -> None:
        before = {pair for outline in was for pair in outline.ties}
        after = {pair for outline in now.values() for pair in outline.ties}
        self._changed = before ^ after
        self._now = now
        self._near: dict[str, set[str]] = {}
        for one, other in before | after:
            self._near.setdefault(one, set()).add(other)
            self._near.setdefault(other, set()).add(one)
        for name, own in sides.items():
            for side in own:
                self._near.setdefault(side, set()).add(name)

    def concerned(self, actor: Callable[[str], Actor]) -> list[tuple[frozenset[str], frozenset[str]]]:
        """Return pairs of sets of articles: where one of the one and one of the other meet, somebody newly belongs together.

        A tie of two changes for the one who else it shares names with: those to whom the other belongs, and for the other alike.

        Args:
            actor: gives an actor by id.
        """
        if not self._changed:
            return []
        naming: dict[str, set[str]] = {}
        for article_id, outline in self._now.items():
            for actor_id in outline.links.values():
                naming.setdefault(actor(actor_id).name, set()).add(article_id)
        both = [*self._changed, *((other, one) for one, other in self._changed)]
        return [(frozenset(naming.get(one, ())), self._naming(other, naming, one)) for one, other in both]

    def _naming(self, name: str, naming: Mapping[str, set[str]], without: str) -> frozenset[str]:
        """The articles that name somebody, or anybody tied to them but for one."""
        near = {name, *self._near.get(name, ())} - {without}
        return frozenset(key for each in near for key in naming.get(each, ()))
