"""Complete accounts that only repeat a happening told elsewhere in the article ("the attack", a headline)."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extraction.clauses import Passage
from rashomon.extraction.triggers import Trigger
from rashomon.extraction.triggers_article import points_back
from rashomon.model.reading import Account
from rashomon.model.words import Role

#: How many sentences into an article its headline's happening is told.
_LEAD = 3


def completed(passage: Passage, triggers: Sequence[Trigger], told: Sequence[Account]) -> tuple[Account, ...]:
    """Return the accounts, each repetition with the roles, date and toll it lacks; ``triggers`` belong to ``told`` one by one."""
    made = list(told)
    for n in range(len(made)):
        earlier = _repeated(passage, triggers, made, n)
        if earlier is None:
            continue
        made[n] = with_missing(made[n], made[earlier])
        if passage.sentences[triggers[earlier].sentence].title:
            made[earlier] = with_missing(made[earlier], made[n])
    return tuple(made)


def _repeated(passage: Passage, triggers: Sequence[Trigger], made: Sequence[Account], n: int) -> int | None:
    """Return which earlier account account ``n`` repeats, ``None`` where it tells something new."""
    trigger = triggers[n]
    sentence = passage.sentences[trigger.sentence]
    for earlier in range(n - 1, -1, -1):
        if made[earlier].type != made[n].type:
            continue
        other = passage.sentences[triggers[earlier].sentence]
        from_title = other.title and not sentence.title and trigger.sentence < _LEAD
        if points_back(sentence, trigger) or from_title:
            same = compatible(made[n], made[earlier]) and not _other_victim(passage, made[n], made[earlier])
            return earlier if same else None
    return None


def compatible(one: Account, other: Account) -> bool:
    """Whether two accounts can tell one happening: no two dates that exclude each other, no two places."""
    if one.date is not None and other.date is not None and not one.date.overlaps(other.date):
        return False
    places = (set(one.keys(Role.PLACE)), set(other.keys(Role.PLACE)))
    return not (places[0] and places[1]) or bool(places[0] & places[1]) or one.date == other.date


def _other_victim(passage: Passage, account: Account, other: Account) -> bool:
    """Whether the account names whom it befell, and the other account does not name them ("the strike against the general")."""
    named = {mention.key for mention in passage.found.entities if mention.named}
    victims = named & set(account.keys(Role.PATIENT))
    return bool(victims) and not victims & set(other.keys(Role.PATIENT))


def with_missing(account: Account, other: Account) -> Account:
    """Return the account with the roles, date and toll it lacks taken from the other."""
    have = {filler.role for filler in account.fillers}
    keys = {filler.key for filler in account.fillers}
    more = tuple(filler for filler in other.fillers if filler.role not in have and filler.key not in keys)
    changed = replace(account, fillers=(*account.fillers, *more))
    if account.date is None:
        changed = replace(changed, date=other.date, date_span=other.date_span)
    if account.killed is None:
        changed = replace(changed, killed=other.killed, killed_span=other.killed_span)
    if account.injured is None:
        changed = replace(changed, injured=other.injured, injured_span=other.injured_span)
    return changed
