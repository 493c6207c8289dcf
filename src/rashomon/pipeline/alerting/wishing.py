"""Whether a wish can be watched: checked once for the command line and the desk, before it is kept."""

from dataclasses import replace

from rashomon.model.errors import RashomonError
from rashomon.model.words import ContradictionKind, Severity
from rashomon.pipeline.alerting.hours import checked
from rashomon.pipeline.alerting.settings import Settings
from rashomon.store.alerts.contract import WatchKind, Wish
from rashomon.store.views import Question

#: Kinds that need a value to reach, and what may be counted in a toll.
_VALUED = frozenset({WatchKind.TOLL, WatchKind.COUNT, WatchKind.SERIES})
TOLLS = ("killed", "injured")
LONGEST = 120
#: Kinds that are about the events of a question, and say nothing without one.
_ASKING = frozenset({WatchKind.SEARCH, WatchKind.TOPIC, WatchKind.ACTOR, WatchKind.PLACE})


class WishError(RashomonError):
    """What somebody wants to watch cannot be watched."""


def checked_wish(wish: Wish, settings: Settings) -> Wish:
    """Return a wish that can be kept.

    Raises:
        WishError: it lacks what its kind needs.
        RhythmError: its hours cannot be understood.
        SettingsError: a channel is not there for its owner.
    """
    name = " ".join(wish.name.split())
    if not name or len(name) > LONGEST:
        raise WishError(f"a watch needs a name of 1 to {LONGEST} letters, not {len(name)} (--name)")
    if wish.kind in _VALUED and (wish.at_least is None or not 0 < wish.at_least < float("inf")):
        raise WishError(f"a watch of a {wish.kind} needs a value above 0 that it is to reach, not {wish.at_least}")
    if wish.kind in _ASKING and replace(wish.question, parts=False, order="newest", page=1, size=50) == Question():
        raise WishError(
            f"a watch of a {wish.kind} needs words, an actor, a place or another narrowing (it would tell everything)"
        )
    if wish.kind in (WatchKind.EVENT, WatchKind.SERIES) and not any(wish.subjects):
        raise WishError(f"a watch of a {wish.kind} needs to name it")
    if wish.what not in TOLLS or wish.roots < 1:
        raise WishError(f"a toll counts {' or '.join(TOLLS)} on at least 1 root, not {wish.what!r} on {wish.roots}")
    _known("contradiction", wish.clash, ContradictionKind)
    _known("severity", wish.severity, Severity)
    for channel in wish.channels:
        settings.channel(channel, wish.owner)
    channels = tuple(dict.fromkeys(wish.channels))
    return replace(wish, name=name, question=replace(wish.question, page=1), rhythm=checked(wish.rhythm), channels=channels)


def _known(noun: str, code: str | None, codes: type[ContradictionKind] | type[Severity]) -> None:
    if code is not None and code not in set(codes):
        raise WishError(f"no {noun} is called {code!r} (known: {', '.join(codes)})")
