"""How far an event and each version of its values are to be believed: the Admiralty code's 1 to 6, where 6 means unknown."""

from collections.abc import Collection, Iterator

from rashomon.cli.writing import heading, words, wrapped
from rashomon.linking.sources.grading import Rated, credibility, harm, value_credibility
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.store.views import EventView

_Value = str | Range | DateInterval
_Versions = tuple[tuple[_Value, tuple[str, ...]], ...]


def explain_weights(view: EventView, combatants: Collection[str] = ()) -> Iterator[str]:
    """Yield the ratings of an event, then of each version of its values, with what they rest on.

    Args:
        view: the event.

        combatants: ids of the actors that fight; harm done to them alone is no harm to civilians.
    """
    yield heading("How far it is to be believed (1 confirmed to 5 improbable, 6 unknown)")
    yield _rated("that it happened", credibility(view.event, view.roots, view.contradictions))
    hurt = harm(view.event, view.roots, view.contradictions, combatants)
    if hurt is not None:
        yield wrapped(f"harm to civilians {hurt.grade}: {hurt.why}", "  ")
    for name, versions in _values(view):
        for value, accounts in versions:
            rivals = [other for rival, other in versions if not _agree(value, rival)]
            yield _rated(f"{name} {value}", value_credibility(accounts, rivals, view.roots))


def _rated(what: str, rated: Rated) -> str:
    return wrapped(f"{rated.grade} {words(rated.grade.name.lower())}: {what}; {rated.why}", "  ")


def _values(view: EventView) -> Iterator[tuple[str, _Versions]]:
    """Yield the values on which lives and blame hang, and those on which accounts differ."""
    told = view.event
    for name, counts in (("killed", told.killed), ("injured", told.injured)):
        yield name, tuple((support.value, support.accounts) for support in counts)
    named = (("who did it:", told.agents), ("against:", told.patients), ("place:", told.places))
    for name, supports in named:
        versions = tuple((view.names.get(support.value, support.value), support.accounts) for support in supports)
        if len(versions) > 1 or name == "who did it:":
            yield name, versions
    if len(told.dates) > 1:
        yield "date", tuple((support.value, support.accounts) for support in told.dates)


def _agree(one: _Value, other: _Value) -> bool:
    """Whether two versions may both be right: "at least 9" and 9, a day and its month."""
    if isinstance(one, Range) and isinstance(other, Range):
        return one.overlaps(other)
    if isinstance(one, DateInterval) and isinstance(other, DateInterval):
        return one.overlaps(other)
    return one == other
