"""The options that say what is watched, and how they become a wish."""

import getpass
import re
from dataclasses import dataclass, replace
from typing import Any

import click

from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.model.words import ContradictionKind, Severity
from rashomon.store.alerts.contract import Digest, Rhythm, WatchKind, Wish
from rashomon.store.ledger import Ledger
from rashomon.store.topics.questions import question_in
from rashomon.store.views import Question

#: What stands for all kinds of contradictions, and for all sources.
ANY = "any"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DIGEST = re.compile(r"(hourly)|(daily)(?:@(\d\d:\d\d))?|(weekly)(?:@(mon|tue|wed|thu|fri|sat|sun))?(?:@(\d\d:\d\d))?")
#: Options that each choose a kind; without one it follows from the question.
KINDS = (
    click.option("--topic", metavar="NAME", help="The events of a topic (its name or id)."),
    click.option("--event", metavar="ID", help="One event: new roots, contradictions."),
    click.option(
        "--contradiction",
        type=click.Choice([ANY, *(str(one) for one in ContradictionKind)]),
        help="New contradictions of this kind (with --severity).",
    ),
    click.option("--killed", type=float, metavar="N", help="Events with N killed on at least --by roots."),
    click.option("--injured", type=float, metavar="N", help="Events with N injured on at least --by roots."),
    click.option("--count", type=float, metavar="N", help="Our own count of the events of the question reaching N."),
    click.option("--series", metavar="WORDS", help="A series whose quantity holds WORDS, reaching --reaches (and --source)."),
    click.option("--silence", metavar="ADDRESS", help="A followed source that falls silent; 'any' is all."),
    click.option("--denials", is_flag=True, help="Claims that are denied or taken back."),
    click.option("--deadlines", is_flag=True, help="Threats, warnings and demands whose day passes."),
)
_VALUES = (
    click.option("--severity", type=click.Choice([str(one) for one in Severity]), help="Only contradictions as severe as this."),
    click.option(
        "--by", type=click.IntRange(min=1), default=1, show_default=True, help="Independent roots that must give a toll."
    ),
    click.option("--reaches", type=float, metavar="N", help="The value that a series must reach."),
    click.option("--source", metavar="NAME", help="Who publishes the series."),
)
_WAYS = (
    click.option("--name", metavar="NAME", help="What the watch is called."),
    click.option("--owner", metavar="NAME", default=getpass.getuser, help="Whose it is; you, unless named."),
    click.option("--to", "channels", multiple=True, metavar="CHANNEL", help="A channel of alerts.toml; the feed has it always."),
    click.option("--zone", default="UTC", show_default=True, metavar="ZONE", help="Time zone of the hours, as Europe/Berlin."),
    click.option("--quiet", default="", metavar="HOURS", help="Hours in which nothing goes out: 22:00-07:00."),
    click.option("--digest", metavar="WHEN", help="Together: hourly, daily@08:00 or weekly@mon@08:00; else at once."),
    click.option("--at-most", type=click.IntRange(min=1), default=20, show_default=True, help="Alerts that one message tells."),
    click.option(
        "--tlp",
        type=click.Choice([str(one) for one in Mark]),
        default=Mark.CLEAR.value,
        show_default=True,
        help="Leave out what is marked above this.",
    ),
)
OPTIONS = (*KINDS, *_VALUES, *_WAYS)


@dataclass(frozen=True, slots=True)
class _Meant:
    """What the options choose: the kind, what a watch without a name is called, and what else its wish holds."""

    kind: WatchKind
    name: str
    more: dict[str, Any]


def wish_of(ledger: Ledger, question: Question, options: dict[str, Any]) -> Wish:
    """Return what the options wish for. Raises UsageError, and NotFoundError where the ledger lacks what they name."""
    chosen = [name for name in _MEANT if options[name] is not None and options[name] is not False]
    if len(chosen) > 1:
        raise click.UsageError(f"--{chosen[0]} and --{chosen[1]} are two watches (make one after the other)")
    meant = _MEANT[chosen[0]](ledger, options) if chosen else _asked(question)
    own = {"question": replace(question, parts=True) if meant.kind is WatchKind.ACTOR else question} | meant.more
    return Wish(
        meant.kind,
        options["name"] or meant.name,
        options["owner"],
        channels=options["channels"],
        rhythm=_rhythm(options),
        clearance=Mark(options["tlp"]),
        **own,
    )


def _asked(question: Question) -> _Meant:
    """Return the watch of a question alone."""
    bare = Question()
    if question.actor is not None and replace(question, actor=None, parts=False) == bare:
        return _Meant(WatchKind.ACTOR, question.actor, {})
    if question.place is not None or question.area is not None:
        return _Meant(WatchKind.PLACE, question.place or f"area {question.area}", {})
    named = (question.text, question.actor, question.type, question.country, question.outlet)
    return _Meant(WatchKind.SEARCH, " ".join(part for part in named if part) or "search", {})


def _topic(ledger: Ledger, options: dict[str, Any]) -> _Meant:
    wanted = options["topic"]
    found = next((one for one in ledger.desk.topics.all() if wanted in (one.id, one.name)), None)
    if found is None:
        raise NotFoundError("topic", wanted)
    return _Meant(WatchKind.TOPIC, found.name, {"question": question_in(found.question)})


def _event(ledger: Ledger, options: dict[str, Any]) -> _Meant:
    found = ledger.event(options["event"])
    return _Meant(WatchKind.EVENT, found.line.title, {"subjects": found.event.accounts})


def _contradiction(_ledger: Ledger, options: dict[str, Any]) -> _Meant:
    clash = None if options["contradiction"] == ANY else options["contradiction"]
    return _Meant(WatchKind.CONTRADICTION, f"contradictions: {clash or ANY}", {"clash": clash, "severity": options["severity"]})


def _killed(_ledger: Ledger, options: dict[str, Any]) -> _Meant:
    return _toll(options, "killed")


def _injured(_ledger: Ledger, options: dict[str, Any]) -> _Meant:
    return _toll(options, "injured")


def _toll(options: dict[str, Any], what: str) -> _Meant:
    least, roots = options[what], options["by"]
    return _Meant(WatchKind.TOLL, f"{least:g} {what} or more", {"what": what, "at_least": least, "roots": roots})


def _count(_ledger: Ledger, options: dict[str, Any]) -> _Meant:
    return _Meant(WatchKind.COUNT, f"{options['count']:g} events", {"at_least": options["count"]})


def _series(_ledger: Ledger, options: dict[str, Any]) -> _Meant:
    subjects = options["series"], options["source"] or ""
    return _Meant(WatchKind.SERIES, options["series"], {"subjects": subjects, "at_least": options["reaches"]})


def _silence(ledger: Ledger, options: dict[str, Any]) -> _Meant:
    address = options["silence"]
    if address == ANY:
        return _Meant(WatchKind.SILENCE, "silent sources", {})
    if address not in {one.address for one in ledger.collecting.followed()}:
        raise NotFoundError("followed address", address)
    return _Meant(WatchKind.SILENCE, address, {"subjects": (address,)})


def _denials(_ledger: Ledger, _options: dict[str, Any]) -> _Meant:
    return _Meant(WatchKind.DENIAL, "denials", {})


def _deadlines(_ledger: Ledger, _options: dict[str, Any]) -> _Meant:
    return _Meant(WatchKind.DEADLINE, "deadlines", {})


_MEANT = {
    "topic": _topic,
    "event": _event,
    "contradiction": _contradiction,
    "killed": _killed,
    "injured": _injured,
    "count": _count,
    "series": _series,
    "silence": _silence,
    "denials": _denials,
    "deadlines": _deadlines,
}


def _rhythm(options: dict[str, Any]) -> Rhythm:
    """Return when the watch may be heard. Raises UsageError."""
    said = options["digest"]
    found = _DIGEST.fullmatch(said) if said else None
    if said and found is None:
        raise click.UsageError(f"--digest {said!r} is no time (write it like hourly, daily@08:00 or weekly@mon@08:00)")
    rhythm = Rhythm(options["zone"], options["quiet"], at_most=options["at_most"])
    if found is None:
        return rhythm
    kind = Digest(found[1] or found[2] or found[4])
    return replace(rhythm, digest=kind, at=found[3] or found[6] or rhythm.at, day=_DAYS.index(found[5] or "mon"))
