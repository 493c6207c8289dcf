"""The patterns of single date expressions that name a day, month, year or season of the calendar."""

import re
from collections.abc import Callable
from datetime import date

from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft, Towards
from rashomon.extraction.dates_words import (
    DASH,
    DAY,
    MONTH,
    MONTH_FULL,
    WEEKDAY,
    YEAR,
    month_of,
    weekday_of,
)
from rashomon.model.dates import DateInterval

_PARTS = {
    "beginning": "early",
    "start": "early",
    "outset": "early",
    "opening": "early",
    "middle": "mid",
    "close": "late",
    "end": "late",
}
PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?(?:beginning|start|middle|end|close) of)(?:[ -](?:the )?|(?<=of) )"
_SEP = r"(?:,? (?:of )?|/|-)"
_JOIN = rf"(?: ?{DASH} ?| (?:and|to|or|through|until|&) )"
NAMED_YEAR = r"(?P<yearword>(?:of |in )?(?:last|this|next|that|the same) year)"


_FIGURES = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)")
_NAMED_AFTER = re.compile(
    r" (?:Movement|Brigades?|Front|Martyrs|Revolution|Forces?|Street|Square|Bridge|Coalition|Alliance|Group|Battalion|Airport)\b"
)


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def year_of(match: Match, anchor: date | None) -> int | None:
    """Return the year of a match, printed or as "last year"."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    word = groups.get("yearword")
    if word and anchor and "that" not in word and "same" not in word:
        return anchor.year + ("next" in word) - ("last" in word)
    return None


def part_of(match: Match) -> str | None:
    """Return the part of the year or month that a match names: "early", "mid", "late"."""
    word = match.groupdict().get("part")
    if not word:
        return None
    plain = word.lower().removeprefix("the ").removesuffix(" of")
    return _PARTS.get(plain, plain)


def _month_day(match: Match, anchor: date | None) -> Draft | None:
    """June 2, 2022 · 2 June · October 30 and 31 · 27 to 31 March 2022."""
    last = match["last"]
    if _NAMED_AFTER.match(match.string, match.end()):
        return None
    return Draft(
        *match.span(),
        year=year_of(match, anchor),
        month=month_of(match["month"]),
        day=_number(match["day"]),
        last_day=_number(last) if last else None,
        relative=not match["year"],
    )


def _month(match: Match, anchor: date | None) -> Draft:
    """June · mid-June · late June 2014 · June last year · last June."""
    side = (match.groupdict().get("side") or "").lower()
    towards = {"last": Towards.STRICT_PAST, "next": Towards.STRICT_FUTURE, "this past": Towards.STRICT_PAST}.get(side)
    year = year_of(match, anchor)
    if side == "this" and anchor is not None:
        year = anchor.year
    month = month_of(match["month"])
    return Draft(
        *match.span(), year=year, month=month, part=part_of(match), relative=not match.groupdict().get("year"), towards=towards
    )


def _iso(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    if month is None or not 1 <= month <= 12:  # noqa: PLR2004 - months
        return None
    return Draft(*match.span(), year=year, month=month, day=day)


def _numeric(match: Match, anchor: date | None) -> Draft | None:
    """Day and month in figures: in the one possible order, else in that of other dates of the text, else as it lies behind.

    Where both orders may be meant, its days reach from the one to the other.
    """
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if max(first, second) > 31 or min(first, second) > 12 or 0 in {first, second}:  # noqa: PLR2004 - days, months
        return None
    if match["sep"] == "." or max(first, second) > 12 or first == second:  # noqa: PLR2004 - months
        day, month = (second, first) if second > 12 else (first, second)  # noqa: PLR2004 - months
        return Draft(*match.span(), year=year, month=month, day=day)
    orders = [date(year, second, first), date(year, first, second)]
    shown = _shown_order(match)
    if shown is None and anchor is not None:
        orders = [day for day in orders if day <= anchor] or orders
    chosen = orders if shown is None else orders[shown : shown + 1]
    return Draft(*match.span(), value=DateInterval(min(chosen), max(chosen)))


def _shown_order(match: Match) -> int | None:
    """The order that another date of the text in figures shows: 0 day first, 1 month first, ``None`` where none does."""
    for other in _FIGURES.finditer(match.string):
        if other["sep"] == match["sep"] and max(int(other["a"]), int(other["b"])) > 12:  # noqa: PLR2004 - months
            return 0 if int(other["a"]) > 12 else 1  # noqa: PLR2004 - months
    return None


def _plain_year(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), year=int(match["year"]), part=part_of(match))


def _weekday(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    side = (match["side"] or "").lower()
    towards = {"last": Towards.STRICT_PAST, "next": Towards.STRICT_FUTURE, "this coming": Towards.STRICT_FUTURE}.get(side)
    return Draft(*match.span(), weekday=weekday_of(match["weekday"]), relative=True, towards=towards)


def _nth(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), day=_number(match["day"]), relative=True)


def _september_11(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), year=2001, month=9, day=11)


_PLACED = re.compile(
    r"\b(?:in|since|until|till|by|of|last|from|to|between|and|through|throughout|during|before|after|around|for|ending|that|on|"
    r"as of|per|end|or|over|late|early) $",
    re.IGNORECASE,
)
_DOUBTFUL = frozenset({"may", "march", "august", "april", "june"})
_NAME_BEFORE = re.compile(r"[A-Z][a-z]+ $")
_NAME_AFTER = re.compile(r" (?:[A-Z][a-z]|\d)")


def _bare_month(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    """A month alone, unless it may be a verb or a person's name."""
    word = match["month"].lower()
    if word not in {name.lower() for name in MONTH_FULL.split("|")}:
        return None
    text, (start, end) = match.string, match.span()
    placed = _PLACED.search(text, max(0, start - 12), start) is not None
    if word in _DOUBTFUL and not placed:
        return None
    if not placed and (_NAME_BEFORE.search(text, max(0, start - 20), start) or _NAME_AFTER.match(text, end)):
        return None
    return Draft(start, end, month=month_of(word), relative=True)


_MAYBE_YEAR = rf"(?:,? (?P<year>{YEAR})| {NAMED_YEAR})?"
_NOT_A_YEAR = (
    r"(?! (?:people|persons|men|women|soldiers|troops|fighters|militants|civilians|families|homes|houses|rockets|km|"
    r"kilomet|metres|"
    r"meters|miles|GMT|UTC|hours|hrs|local|others?|more|dead|deaths|victims|refugees|residents|prisoners|detainees|euros|dollars|"
    r"pounds|tons|tonnes|square|members|recruits|rounds|vehicles|workers|students|employees|villages|police|times|feet|acres|"
    r"million|billion|or more)\b)"
)
_QUANTIFIED = (
    r"(?<![\w$€£¥#.,:/+-])(?<!some )(?<!about )(?<!nearly )(?<!than )(?<!least )(?<!almost )(?<!roughly )(?<!over )"
    r"(?<!approximately )(?<!No )(?<!Resolution )(?<!resolution )(?<!Flight )"
)


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern), read, tuple(cues.split()))


_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_MONTH_CUES = "jan feb mar apr may jun jul aug sep oct nov dec"


#: In no order: the longest match that starts first wins.
CALENDAR: tuple[Rule, ...] = (
    _rule(
        r"\b9/11\b|\b(?:Sept\.?|September) 11(?:th)?(?:,? 2001)?(?= (?:terror(?:ist)? )?(?:attacks?|hijack))",
        _september_11,
        "9/11 sept",
    ),
    _rule(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?:T[\d:]+Z?)?(?![\d-])", _iso, "-0 -1"),
    _rule(r"\b(?P<year>(?:19|20)\d\d)/(?P<month>[01]\d)/(?P<day>[0-3]\d)(?![\d/])", _iso, "/0 /1"),
    Rule(_FIGURES, _numeric, ("/", "-", ".")),
    _rule(
        rf"(?<![\w.,:/-])(?:the )?(?P<day>{DAY})(?:{_JOIN}(?:the )?(?P<last>{DAY}))?(?: of |[ -])(?P<month>{MONTH})"
        rf"(?:(?:,? ?|-)(?P<year>{YEAR})| {NAMED_YEAR}|(?= ))?",
        _month_day,
        _MONTH_CUES,
    ),
    _rule(
        rf"\b(?P<month>{MONTH}) ?(?:the )?(?P<day>{DAY})"
        rf"(?:{_JOIN}(?:the )?(?P<last>{DAY})(?! ?(?:{MONTH}|[a-z]+s\b)))?{_MAYBE_YEAR}",
        _month_day,
        _MONTH_CUES,
    ),
    _rule(rf"\b(?:{PART})?(?P<month>{MONTH})(?:{_SEP}(?P<year>{YEAR})| {NAMED_YEAR})", _month, _MONTH_CUES),
    _rule(rf"\b{PART}(?P<month>{MONTH})", _month, _MONTH_CUES),
    _rule(rf"\b(?P<side>[Ll]ast|[Nn]ext|[Tt]his(?: past)?) (?P<month>{MONTH_FULL})\b", _month, _MONTH_CUES),
    _rule(rf"\b(?P<month>{MONTH_FULL}|[A-Z]{{3,9}}(?<=[YHLTER]))\b", _bare_month, _MONTH_CUES),
    _rule(rf"\b{PART}(?P<year>{YEAR})", _plain_year, _DIGITS),
    _rule(rf"{_QUANTIFIED}(?P<year>(?:19|20)\d\d)(?![\d%]|[.,:]\d|-\d|['’]?s\b|-[a-z]|\w){_NOT_A_YEAR}", _plain_year, _DIGITS),
    _rule(
        rf"\b(?:(?P<side>[Ll]ast|[Nn]ext|[Tt]his coming) )?(?P<weekday>{WEEKDAY})",
        _weekday,
        "day mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun.",
    ),
    _rule(r"(?<=[Oo]n )the (?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))\b(?! (?:floor|anniversary|day|[A-Z]))", _nth, "th nd st rd"),
)
