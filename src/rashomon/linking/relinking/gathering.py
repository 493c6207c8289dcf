"""The middle of a run, joined: which accounts are gathered anew, and which happenings that changes."""

import json
from collections.abc import Mapping

from rashomon.linking.events.tellings import Telling
from rashomon.linking.relinking.deciding import Decided
from rashomon.linking.relinking.grouping import Grouping, Revived, rescored
from rashomon.linking.relinking.happenings import Happenings
from rashomon.linking.relinking.known import Known
from rashomon.linking.relinking.meeting import Meeting, crowd_kept
from rashomon.linking.relinking.telling import Opened
from rashomon.linking.stories.stories import Rarities


class Gathering:
    """Gathers the accounts of all articles, those of touched ones anew.

    Args:
        known: the articles.

        decided, was: what people decided, now and at the last run.

        opened: the articles that are touched.

    Attributes:
        before, now: the happenings of the last run and of this one.

        decided_otherwise: accounts on which a person decided since.

        article_of: the article of each account.

        values: what is to be remembered.
    """

    def __init__(self, known: Known, decided: Decided, was: Decided, opened: Opened) -> None:
        self._known = known
        self.decided = decided
        self._was = was
        self._opened = opened
        self.article_of = {account: key for key, outline in known.now.items() for account in outline.accounts}
        self.before = Happenings({}, {})
        self.now = Happenings({}, {})
        self.decided_otherwise: frozenset[str] = frozenset()
        self.values: dict[str, str] = {}

    def gather(self, touched: frozenset[str], told: Mapping[str, Telling], rarities: Rarities) -> None:
        """Gather them.

        Args:
            touched: ids of the articles that are touched.

            told: their accounts.

            rarities: how rare terms are.
        """
        known = self._known
        self.decided_otherwise = self.decided.accounts(self._was)
        explained, explained_before = self._explained(), dict(json.loads(known.memory.value("explained") or "{}"))
        forced = self._forced(touched)
        grouping = Grouping(known, Revived(known, self.article_of, told, rarities).fetch, forced, self.decided.alone)
        meeting = Meeting.of(known.now.values(), frozenset(explained))
        crowded, no_more = meeting.crowded(crowd_kept(known.memory.value("crowd")))
        moved = (frozenset(meeting.ids) ^ grouping.was.keys()) | self.decided_otherwise
        changed = frozenset(told) | moved | no_more
        pairs, parted = rescored(known, meeting, changed, crowded, grouping.fetch)
        groups = grouping.groups(pairs, meeting.ids, changed | parted)
        self.before = Happenings.of(grouping.was, explained_before)
        self.now = Happenings.of(groups, explained)
        self.values |= {"pairs": pairs.text, "groups": json.dumps(groups), "explained": json.dumps(explained)}
        self.values["crowd"] = meeting.crowd_text

    def _explained(self) -> dict[str, str]:
        """Accounts that only explain what another tells, but for those on which a person decided."""
        settled = self.decided.alone.union(*self.decided.merged)
        telling = {key for outline in self._known.now.values() for key in outline.telling if outline.together}
        pairs = sorted(pair for outline in self._known.now.values() for pair in outline.together)
        return {only: told for told, only in pairs if only not in settled and only in telling}

    def _forced(self, touched: frozenset[str]) -> frozenset[tuple[str, str]]:
        """Pairs of accounts that go together whatever they look like: retold in a copy, or merged by a person."""
        was: dict[str, str] = json.loads(self._known.memory.value("retold") or "{}")
        retold = {ours: theirs for ours, theirs in was.items() if self.article_of.get(ours, "") not in touched | {""}}
        retold |= self._opened.retold
        self.values["retold"] = json.dumps(retold)
        return frozenset((min(pair), max(pair)) for pair in (*retold.items(), *self.decided.merged))
