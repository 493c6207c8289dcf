"""Decide what a watch is told: from values to values, nothing is asked and nothing is written.

An alert is made once: what it tells is marked at the accounts it rests on, and an account keeps its marks whatever
event linking puts it in, and through its article's versions.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, zip_longest

from rashomon.pipeline.alerting.matters import (
    Matter,
    new_disputes,
    new_roots,
    new_toll,
    reversals,
    roots_of,
    subjects_of,
    tolls_told,
)
from rashomon.store.alerts.contract import Change, Intent, Told, Watch, WatchKind, Wish, Words
from rashomon.store.alerts.marks import EVENT
from rashomon.store.alerts.sights import EventSight, FactSight, Sight

#: Words that one alert shows, and names it lists.
QUOTED, NAMED = 6, 12
#: Watches that are told of events as such, and not only of one thing about them.
TOLD_OF_EVENTS = frozenset({WatchKind.SEARCH, WatchKind.TOPIC, WatchKind.ACTOR, WatchKind.PLACE, WatchKind.EVENT})
_FACTS = {
    WatchKind.COUNT: Change.COUNT,
    WatchKind.SERIES: Change.SERIES,
    WatchKind.SILENCE: Change.SILENCE,
    WatchKind.DEADLINE: Change.DEADLINE,
}


def decide(watch: Watch, sight: Sight) -> tuple[Intent, ...]:
    """Return the alerts of a watch that follow from what it sees, oldest event first, and the marks to keep."""
    wish = watch.wish
    by_subject: dict[str, set[str]] = {}
    for subject, mark in sight.told:
        by_subject.setdefault(subject, set()).add(mark)
    told = [_about_event(one, wish, by_subject) for one in reversed(sight.events)]
    facts = [_about_fact(one, _FACTS[wish.kind], sight.told) for one in sight.facts]
    rest = [_about_rest(wish, sight.rest)] if sight.rest else []
    return tuple(intent for intent in (*rest, *told, *facts) if intent is not None)


def _about_event(sight: EventSight, wish: Wish, told: Mapping[str, set[str]]) -> Intent | None:
    known = _known(sight, told)
    if wish.kind not in TOLD_OF_EVENTS:
        return _intent(sight, [one for one in _matters(sight, wish) if one.mark not in known], frozenset())
    came = [one for one in sight.tellings if one.fresh]
    marks = frozenset((subject, EVENT) for subject in subjects_of(came))
    if came and EVENT not in known:
        return _new_event(sight, wish, marks)
    return _intent(sight, [one for one in _matters(sight, wish) if one.mark not in known], marks)


def _known(sight: EventSight, told: Mapping[str, set[str]]) -> frozenset[str]:
    """Return the marks of an event: of its accounts, and of what those that did not just come were known by."""
    own = (subject for one in sight.tellings for subject in (one.account, *(() if one.fresh else one.threads)))
    sides = (subject for one in sight.disputes for side in one.sides if not side.fresh for subject in side.subjects)
    return frozenset(mark for subject in chain(own, sides) for mark in told.get(subject, ()))


def _matters(sight: EventSight, wish: Wish) -> Iterator[Matter]:
    """Yield what matters to a watch of its kind."""
    match wish.kind:
        case WatchKind.TOLL:
            yield from new_toll(sight, wish)
        case WatchKind.DENIAL:
            denials = (one for one in new_disputes(sight, wish) if one.change is Change.DENIAL)
            yield from chain(denials, reversals(sight))
        case WatchKind.CONTRADICTION:
            yield from new_disputes(sight, wish)
        case _:
            yield from chain(new_roots(sight), new_disputes(sight, wish))


def _new_event(sight: EventSight, wish: Wish, marks: frozenset[tuple[str, str]]) -> Intent:
    """Return the alert of an event that the watch was not told of; all that stands about it is told with it."""
    says = ("A new event", *tolls_told(sight))
    disputes = list(new_disputes(sight, wish))
    firsts = {one.root: one.words for one in reversed(sight.tellings)}
    matters = [*new_roots(sight), *disputes]
    changes = (Change.NEW_EVENT, *dict.fromkeys(one.change for one in disputes))
    known = marks | {(subject, EVENT) for subject in subjects_of(sight.tellings)}
    words = _in_turn([tuple(firsts.values()), *{one.says: one.words for one in disputes}.values()])
    return Intent(_told(sight, changes, (*says, *dict.fromkeys(one.says for one in disputes)), words), known | _marks(matters))


def _intent(sight: EventSight, matters: list[Matter], marks: frozenset[tuple[str, str]]) -> Intent | None:
    if not matters:
        return Intent(None, marks) if marks else None
    changes = tuple(dict.fromkeys(one.change for one in matters))
    says = tuple(dict.fromkeys(one.says for one in matters))
    words = _in_turn({one.says: one.words for one in matters}.values())
    return Intent(_told(sight, changes, says, words), marks | _marks(matters))


def _in_turn(several: Iterable[tuple[Words, ...]]) -> tuple[Words, ...]:
    """Return the words of several matters, the first of each before the second of any: few are shown, and none goes without.

    A sentence stands once, whoever else is a source of it.
    """
    found: dict[tuple[str, str], Words] = {}
    places: set[tuple[str, int, int]] = set()
    for words in (one for rank in zip_longest(*several) for one in rank if one is not None):
        place = words.article_id, words.start, words.end
        if place not in places:
            places.add(place)
            found.setdefault((words.article_id, words.text), words)
    return tuple(found.values())


def _marks(matters: Iterable[Matter]) -> frozenset[tuple[str, str]]:
    return frozenset((subject, one.mark) for one in matters for subject in one.subjects)


def _told(sight: EventSight, changes: tuple[Change, ...], says: tuple[str, ...], words: tuple[Words, ...]) -> Told:
    sides = (side.words for one in sight.disputes for side in one.sides)
    names = list(dict.fromkeys([*roots_of(sight).values(), *(() if sight.tellings else (one.source for one in words))]))
    back = (one for reversal in sight.reversals for one in (reversal.before, reversal.after))
    articles = {one.article_id for one in (*(telling.words for telling in sight.tellings), *sides, *back)}
    return Told(
        changes,
        says,
        sight.title,
        f"/events/{sight.tellings[0].account}" if sight.tellings else "/contradictions",
        sight.status or None,
        tuple(names[:NAMED]),
        len(roots_of(sight)),
        words[:QUOTED],
        tuple(sorted(articles)),
    )


def _about_fact(fact: FactSight, change: Change, known: frozenset[tuple[str, str]]) -> Intent | None:
    """Return the alert of a fact; of one that was told by any of its keys, what else to know it by from now on."""
    if not fact.marks.isdisjoint(known):
        return Intent(None, fact.marks - known) if fact.marks - known else None
    articles = tuple(sorted({one.article_id for one in fact.words}))
    told = Told((change,), (fact.says,), fact.title, fact.path, None, fact.sources, fact.roots, fact.words, articles)
    return Intent(told, fact.marks)


def _about_rest(wish: Wish, rest: int) -> Intent:
    says = f"{rest:,} more events changed at once, and are not told one by one"
    return Intent(Told((Change.REST,), (says,), wish.name, "/alerts"))
