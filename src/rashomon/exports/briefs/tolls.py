"""The versions of a toll that cited words really state, in the order that an aggregation asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.exports.briefs.contract import Ground
from rashomon.exports.briefs.words import DAY, WHY, amount_said
from rashomon.exports.contract import Aggregation
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.extraction.numbers import FoundNumber, find_numbers
from rashomon.model.ranges import Range
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import AccountView

#: Letters between a count and the word that tells of the harm.
REACH = 90
#: "Four people injured in the blast have died": no four were injured by this count.
_DIED_OF = re.compile(r"\s+(?:\w+\s+){0,3}(?:injured|wounded)\b.{0,80}\b(?:died|succumbed)\b")


@dataclass(frozen=True, slots=True)
class Version:
    """A count, the account that is cited for it, and how many independent sources give it."""

    value: Range
    view: AccountView
    ground: Ground
    roots: int

    def words(self, say: Catalogue) -> str:
        """Return the count as its words have it: "more than 30", "dozens", else the number."""
        found = next((one for one in _found(self.ground.words) if one.value == self.value), None)
        if found is None or found.qualifier is None:
            return amount_said(self.value, say)
        qualifier = found.qualifier.lower()
        return qualifier if found.printed is None else f"{qualifier} {amount_said(Range.exactly(found.printed), say)}"

    def counted(self, say: Catalogue) -> str:
        """Return the count with whom it counts, where the words say so right behind it: "27 Ostrel fighters"."""
        found = next((one for one in _found(self.ground.words) if one.value == self.value), None)
        noun = None if found is None else re.match(say("brief.cue.counted"), self.ground.words[found.end :])
        return self.words(say) if noun is None else f"{self.words(say)} {' '.join(noun[1].split())}"


def states(words: str, value: Range) -> bool:
    """Return whether words state a number of this value; "the second" states none.

    >>> states("killing at least 12 people", Range(12, None)), states("killing its commander", Range.exactly(1))
    (True, False)
    """
    return any(found.value == value for found in _found(words))


def _found(words: str) -> tuple[FoundNumber, ...]:
    """Return the numbers of a text that count something: no days of a month."""
    days = tuple(found.span() for found in DAY.finditer(words))
    return tuple(found for found in find_numbers(words, (0, len(words)), days) if not found.ordinal)


def toll_versions(
    told: ToldEvent, grounds: Mapping[str, Ground], what: str, aggregation: Aggregation, say: Catalogue
) -> tuple[Version, ...]:
    """Return the versions of how many were killed or injured that the words of an account state: the number, and the harm.

    Args:
        told: the event.

        grounds: of its accounts, by id.

        what: "killed" or "injured".

        aggregation: which version leads; the others follow, best supported first.

        say: has the words that tell of the harm.
    """
    by_id = {view.account.id: view for view in told.accounts}
    found: list[Version] = []
    for support in getattr(told.event, what):
        views = [by_id[account] for account in support.accounts if account in by_id and account in grounds]
        stated = [view for view in views if _stated(view, grounds[view.account.id], what, support.value, say)]
        if stated:
            view = min(stated, key=lambda one: one.article.copy_of is not None)
            roots = {root.name if (root := one.root) else one.article.id for one in views}
            found.append(Version(support.value, view, grounds[view.account.id], len(roots)))
    return _led(found, aggregation)


def _stated(view: AccountView, rests: Ground, what: str, value: Range, say: Catalogue) -> bool:
    """Return whether the words state the count where the account has it from, and tell of the harm."""
    span = getattr(view.account, f"{what}_span")
    if span is None or not rests.start <= span.start < span.end <= rests.end:
        return False
    start, end = span.start - rests.start, span.end - rests.start
    there = any(found.value == value and found.start < end and found.end > start for found in _found(rests.words))
    cues = (found.span() for found in re.finditer(say(f"brief.cue.{what}"), rests.words, re.IGNORECASE))
    gaps = (rests.words[end : cue[0]] if end <= cue[0] else rests.words[cue[1] : start] for cue in cues)
    return (
        there
        and not _is_anothers(view, rests, what, start, end)
        and any(len(gap) <= REACH and not WHY.search(gap) for gap in gaps)
    )


def _is_anothers(view: AccountView, rests: Ground, what: str, start: int, end: int) -> bool:
    """Return whether a count is of another happening: "killing four, two weeks after a bombing" counts nobody of the bombing."""
    own = view.account.trigger
    if what == "injured" and _DIED_OF.match(rests.words[end:]) is not None:
        return True
    gap = rests.words[end : max(end, own.start - rests.start)] or rests.words[max(0, own.end - rests.start) : start]
    return WHY.search(gap) is not None


def _led(found: list[Version], aggregation: Aggregation) -> tuple[Version, ...]:
    if not found or aggregation is Aggregation.REPRESENTATIVE:
        return tuple(sorted(found, key=lambda one: -one.roots))
    least = aggregation is Aggregation.CONSERVATIVE
    lead = min(found, key=_low) if least else max(found, key=_high)
    return (lead, *(one for one in sorted(found, key=lambda one: -one.roots) if one is not lead))


def _low(version: Version) -> float:
    return version.value.low if version.value.low is not None else 0.0


def _high(version: Version) -> float:
    return version.value.high if version.value.high is not None else version.value.low or 0.0
