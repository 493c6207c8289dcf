"""Times of day: "10.40 p.m.", "1700 hours", "at noon", "in the small hours"; alone they belong to the day named last."""

import re
from collections.abc import Callable
from datetime import date

from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Clock, Draft
from rashomon.extraction.dates_words import COUNTS, PARTS_OF_DAY

_HOURS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ZONE = r"(?: ?(?:[ECMP][SD]T|GMT|UTC|BST|CET|local(?: time)?|Eastern(?: time)?)\b)?"
_OF_DAY = r"(?P<of>morning|afternoon|evening|night)"
_NOON, _MIDNIGHT = 12, 24
_LAST_MINUTE = 59


def clock_of(hour: int, minute: int | None = None, half: str | None = None, part: str | None = None) -> Clock | None:
    """Return a time of day from its parts; ``None`` where there is no such hour or minute.

    Args:
        hour: 0 to 24, of the half day where ``half`` is said.

        minute: 0 to 59.

        half: "a" or "p" for a.m. and p.m.

        part: morning, afternoon, evening or night.
    """
    if hour > (_MIDNIGHT if half is None else _NOON) or (minute or 0) > _LAST_MINUTE:
        return None
    if half is not None:
        return Clock(hour % _NOON + (_NOON if half == "p" else 0), minute, is_sure=True)
    clock = Clock(hour, minute, is_sure=minute is not None or hour > _NOON)
    return clock.within(PARTS_OF_DAY[part]) if part else clock


def _time(match: Match) -> Draft | None:
    groups = match.groupdict()
    words, minute, half, part = match["hour"].lower(), groups.get("minute"), groups.get("half"), groups.get("of")
    hour = int(words) if words.isdigit() else COUNTS[words]
    clock = clock_of(hour, int(minute) if minute else None, half.lower() if half else None, part.lower() if part else None)
    return None if clock is None else Draft(match.start("hour"), match.end(), clock=clock, relative=True)


def _hour(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    return _time(match)


def _bare_hour(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    """At four: a time of day only beside its day."""
    draft = _time(match)
    return None if draft is None else Draft(draft.start, draft.end, clock=draft.clock, relative=True, bound=True)


def _is_name(match: Match) -> bool:
    """Whether a capital in the middle of a line makes it a name: "Operation Dawn"."""
    start = match.start()
    return match.group()[0].isupper() and match.string[max(0, start - 1) : start] == " " and not match.group().isupper()


def _noon(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    if _is_name(match):
        return None
    hour = _MIDNIGHT if match["of"].lower() == "midnight" else _NOON
    return Draft(*match.span(), clock=Clock(hour, 0, is_sure=True), relative=True)


def _part(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    """By dusk · in the morning · mid-afternoon; no name ("Operation Dawn")."""
    if _is_name(match):
        return None
    return Draft(*match.span(), clock=Clock(part=PARTS_OF_DAY[match["of"].lower()]), relative=True)


def _part_of_a_day(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    """The night of (3 May) · the small hours of (Tuesday) · late (on Monday): only beside its day."""
    part = PARTS_OF_DAY[match["of"].lower()] if match["of"] else "MO"
    return Draft(*match.span(), clock=Clock(part=part), relative=True, bound=True)


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), read, tuple(cues.split()))


#: In no order: the longest match that starts first wins.
CLOCK: tuple[Rule, ...] = (
    _rule(
        rf"(?<![\d.,:$€£-])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])(?:\.m\.?|m\b){_ZONE}",
        _hour,
        "am pm a.m p.m",
    ),
    _rule(
        r"(?<![\d.,:$€£/-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:%]| ?[ap]\.?m)"
        rf"(?: ?(?:hours|hrs?|h)\b)?{_ZONE}(?: in the {_OF_DAY})?",
        _hour,
        ":",
    ),
    _rule(
        r"(?<![\d.,:$€£/-])(?P<hour>[01]\d|2[0-4])[.]?(?P<minute>[0-5]\d) ?(?:hours|hrs|h|GMT|UTC|local time)\b",
        _hour,
        "h gmt utc local",
    ),
    _rule(rf"\b(?P<hour>{_HOURS}|\d{{1,2}}) o['’]clock(?:(?: in the| that| at| this)? {_OF_DAY})?", _hour, "clock"),
    _rule(rf"\b(?P<hour>{_HOURS}|\d{{1,2}}) (?:in the|at) {_OF_DAY}\b(?! of)", _hour, "morning afternoon evening night"),
    _rule(
        rf"\b(?:at|about|around|before|after|by|between) (?P<hour>{_HOURS}|\d{{1,2}})(?:\.(?P<minute>[0-5]\d))?\b(?![.,:%-]\d)",
        _bare_hour,
        "at about around before after by between",
    ),
    _rule(r"\b(?P<of>noon|midday|midnight)\b", _noon, "noon midday midnight"),
    _rule(
        r"\b(?P<of>dawn|daybreak|sunrise|first light|dusk|sunset|nightfall)\b(?! (?:prayers?|raids?|to))",
        _part,
        "dawn light dusk sun night daybreak",
    ),
    _rule(r"\b(?:in the |early in the |later in the )(?P<of>morning|afternoon|evening)\b(?! of)", _part, "in"),
    _rule(r"(?<=[a-z\d.] )(?P<of>morning|afternoon|evening|night)\b(?! of)", _part_of_a_day, "morning afternoon evening night"),
    _rule(r"(?:\b(?<=by )|\bmid[- ])(?P<of>morning|afternoon|evening)\b", _part, "by mid"),
    _rule(
        r"\b(?:the )?(?:(?:small|early|first|late) hours|(?:early |late )?(?P<of>morning|afternoon|evening|night)) of\b",
        _part_of_a_day,
        "of",
    ),
)
