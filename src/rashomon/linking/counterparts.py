"""Which account of a copy retells which account of its original."""

import re
from collections.abc import Iterable, Mapping

from rashomon.linking.scenes import Scene
from rashomon.model.ledger import Copy
from rashomon.model.reading import Account

#: Share of words that the sentences of two accounts must have in common.
ALIKE = 0.5
#: A copy of so many of the same words tells of the same day, whatever day "Monday" is where it was printed.
_SAME_WORDS = 0.95
_WORD = re.compile(r"[^\W_]+")


def words_of(scene: Scene, account: Account) -> frozenset[str]:
    """Return the words of an account's evidence, in lower case."""
    return frozenset(_WORD.findall(account.evidence.of(scene.source.article).lower()))


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _pairs(copy: Scene, original: Scene) -> Iterable[tuple[float, str, str]]:
    retold = [(account, words_of(original, account)) for account in original.source.reading.accounts]
    for account in copy.source.reading.accounts:
        ours = words_of(copy, account)
        trigger = account.trigger.of(copy.source.article).lower()
        for other, theirs in retold:
            same_trigger = trigger == other.trigger.of(original.source.article).lower()
            score = _overlap(ours, theirs)
            if account.type == other.type and score >= ALIKE and not _of_two_days(account, other, score):
                yield score + same_trigger, account.id, other.id


def _of_two_days(one: Account, other: Account, score: float) -> bool:
    """Whether two sentences that differ in some word give days apart: "on Monday" of two weeks, in two reports of one form."""
    if score >= _SAME_WORDS or one.date is None or other.date is None or one.date_span is None or other.date_span is None:
        return False
    return not one.date.overlaps(other.date)


def counterparts(scenes: Mapping[str, Scene], copies: Iterable[Copy]) -> dict[str, str]:
    """Return, for accounts in copies, the id of the account in the original that they retell; one to one."""
    found: dict[str, str] = {}
    for copy in copies:
        taken: set[str] = set()
        ranked = sorted(_pairs(scenes[copy.article_id], scenes[copy.original_id]), key=lambda pair: (-pair[0], pair[1], pair[2]))
        for _, ours, theirs in ranked:
            if ours not in found and theirs not in taken:
                found[ours] = theirs
                taken.add(theirs)
    return found
