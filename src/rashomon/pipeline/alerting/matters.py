"""What about an event may matter to a watch: matters with their marks, found in a sight and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.model.ranges import Range
from rashomon.model.words import ALARMS, ContradictionKind
from rashomon.store.alerts.contract import Change, Wish, Words
from rashomon.store.alerts.sights import Dispute, EventSight, Telling, Toll

#: Sides of a dispute that a sentence tells, and names that it lists.
SIDES, NAMES = 4, 5


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that is told once.

    Args:
        change: of what kind it is.

        mark: what it is, whatever becomes of ids; kept at each of ``subjects``.

        says: it in one sentence.

        words: those it rests on.
    """

    change: Change
    mark: str
    subjects: tuple[str, ...]
    says: str
    words: tuple[Words, ...]


def subjects_of(tellings: Iterable[Telling]) -> tuple[str, ...]:
    """Return what accounts are known by."""
    return tuple(subject for one in tellings for subject in (one.account, *one.threads))


def roots_of(sight: EventSight) -> dict[str, str]:
    """Return the names of the roots of a sight's accounts, by id."""
    return {one.root: one.words.source for one in sight.tellings}


def new_roots(sight: EventSight) -> Iterator[Matter]:
    """Yield the roots that only accounts which came go back to."""
    before = {one.root for one in sight.tellings if not one.fresh}
    names = roots_of(sight)
    for root, name in names.items():
        if root not in before:
            own = [one for one in sight.tellings if one.root == root]
            says = f"{name} tells it too: {_counted(len(names), 'independent root')} now"
            yield Matter(Change.NEW_ROOT, f"root:{root}", subjects_of(own), says, tuple(one.words for one in own))


def new_disputes(sight: EventSight, wish: Wish) -> Iterator[Matter]:
    """Yield what somebody says against others that nobody said before."""
    for one in sight.disputes:
        loud = one.severity == wish.severity if wish.severity else one.severity in ALARMS
        if loud and wish.clash in (None, one.kind):
            yield from _dispute(one)


def _dispute(one: Dispute) -> Iterator[Matter]:
    before = () if one.new else {side.says for side in one.sides if not side.fresh}
    fresh = [side for side in one.sides if side.says not in before]
    change = Change.DENIAL if one.kind == ContradictionKind.DENIAL else Change.CONTRADICTION
    said = "; ".join(f"{side.words.source}: {side.says}" for side in one.sides[:SIDES])
    more = f"; and {len(one.sides) - SIDES} more" if len(one.sides) > SIDES else ""
    words = tuple(side.words for side in one.sides)
    issue = one.topic.partition(":")[0]
    says = f"{issue} ({one.severity.replace('_', ' ')}). {said}{more}"
    for side in fresh:
        yield Matter(change, f"con:{one.kind}:{issue}:{side.says}", side.subjects, says, words)


def new_toll(sight: EventSight, wish: Wish) -> Iterator[Matter]:
    """Yield the crossing of a toll, where enough roots give the value now and did not before."""
    least = wish.at_least or 0
    tolls = [one for one in sight.tolls if one.what == wish.what and _reaches(one.value, least)]
    by_account = {one.account: one for one in sight.tellings}
    over = [by_account[account] for one in tolls for account in one.accounts if account in by_account]
    if len({one.root for one in over}) < wish.roots or _was_over(sight, wish, over):
        return
    given = "; ".join(f"{amount(one.value)} {one.what} ({_names(one, by_account)})" for one in tolls)
    yield Matter(
        Change.TOLL,
        f"toll:{wish.what}:{least:g}:{wish.roots}",
        subjects_of(over),
        f"{wish.what} reached {least:g} on {_counted(len({one.root for one in over}), 'independent root')}: {given}",
        tuple(words for one in tolls for words in one.words) or tuple(one.words for one in over),
    )


def _was_over(sight: EventSight, wish: Wish, over: Iterable[Telling]) -> bool:
    """Return whether enough roots gave the value before; nothing that came and no change of the toll means: as now."""
    if wish.what in sight.risen:
        return sum(roots for value, roots in sight.risen[wish.what] if _reaches(value, wish.at_least or 0)) >= wish.roots
    if not any(one.fresh for one in sight.tellings):
        return True
    return len({one.root for one in over if not one.fresh}) >= wish.roots


def reversals(sight: EventSight) -> Iterator[Matter]:
    """Yield what was taken back by an article that came."""
    for one in sight.reversals:
        if one.fresh:
            says = f"{one.actor} denies what it said before"
            yield Matter(Change.DENIAL, f"back:{one.actor}", subjects_of(sight.tellings), says, (one.before, one.after))


def tolls_told(sight: EventSight) -> Iterator[str]:
    """Yield who gives which toll, best supported first."""
    by_account = {one.account: one for one in sight.tellings}
    for one in sight.tolls:
        yield f"{amount(one.value)} {one.what}, according to {_names(one, by_account)}"


def _names(toll: Toll, by_account: dict[str, Telling]) -> str:
    names = list(dict.fromkeys(by_account[account].words.source for account in toll.accounts if account in by_account))
    return ", ".join(names[:NAMES]) + (f" and {len(names) - NAMES} more" if len(names) > NAMES else "")


def _reaches(value: Range, least: float) -> bool:
    return value.low is not None and value.low >= least


def amount(value: Range) -> str:
    """Return a range in words.

    >>> amount(Range(20, None)), amount(Range.exactly(3)), amount(Range(None, 5))
    ('20 or more', '3', 'up to 5')
    """
    if value.high is None:
        return f"{value.low:,g} or more"
    if value.low is None:
        return f"up to {value.high:,g}"
    return f"{value.low:,g}" if value.low == value.high else f"{value.low:,g} to {value.high:,g}"


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' * (n != 1)}"
