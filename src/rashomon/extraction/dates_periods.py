"""The patterns of seasons, ranges of years, decades and centuries."""

import re
from collections.abc import Callable
from datetime import date

from rashomon.extraction.dates_grammar import NAMED_YEAR, PART, part_of, year_of
from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft, Towards
from rashomon.extraction.dates_words import DASH, TENS, YEAR, count_of
from rashomon.model.dates import DateInterval

_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_TENS = f"(?:{'|'.join(TENS)})"
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
_SEASON_CUES = "spring summer autumn fall winter"


def _years(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    first, last = match["first"], match["lastyear"]
    last = first[: 4 - len(last)] + last
    if int(last) <= int(first):
        return None
    return Draft(*match.span(), value=DateInterval(date(int(first), 1, 1), date(int(last), 12, 31)), timex=first)


def _decade(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    first = int(match["decade"]) if len(match["decade"]) > 2 else 1900 + int(match["decade"])  # noqa: PLR2004 - '80s
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part_of(match) or "", (0, 9))
    value = DateInterval(date(first + low, 1, 1), date(first + high, 12, 31))
    return Draft(*match.span(), value=value, timex=str(first // 10))


def _season(match: Match, anchor: date | None) -> Draft:
    side = (match["side"] or "").lower()
    towards = {"last": Towards.STRICT_PAST, "this past": Towards.PAST, "next": Towards.STRICT_FUTURE}.get(side, Towards.PAST)
    year = year_of(match, anchor)
    if side == "this" and anchor is not None:
        year = anchor.year
    return Draft(*match.span(), year=year, part=match["season"].lower(), relative=not match["year"], towards=towards)


def _spelled_year(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    """Nineteen ninety-seven · two thousand and three, as broadcasts are written down."""
    century = 20 if match["tens"] is None else 19
    words = match["tens"] or match["ones"]
    return Draft(*match.span(), year=century * 100 + (count_of(words) or 0 if words else 0))


def _century(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    first = (int(match["century"]) - 1) * 100
    return Draft(*match.span(), value=DateInterval(date(first, 1, 1), date(first + 99, 12, 31)))


def _named_decade(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    """The nineties: of the last century."""
    first = 1900 + TENS[match["tens"].removesuffix("ies") + "y"]
    return Draft(*match.span(), value=DateInterval(date(first, 1, 1), date(first + 9, 12, 31)))


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern), read, tuple(cues.split()))


#: In no order: the longest match that starts first wins.
PERIODS: tuple[Rule, ...] = (
    _rule(
        rf"(?<![\w$€£.,-])(?P<first>(?:1[5-9]|20)\d\d) ?{DASH} ?(?P<lastyear>(?:(?:1[5-9]|20)\d\d)|\d\d)(?![\w-])",
        _years,
        "- – —",
    ),
    _rule(rf"\b(?:{PART}|the )?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", _decade, "0s 0' 0’"),
    _rule(rf"(?:\b{PART}|\bthe )['’]?(?P<decade>[2-9]0)s\b", _decade, "0s 0' 0’"),
    _rule(
        r"\b(?:(?<=[Ii]n )|(?<=[Oo]ver )|(?<=[Ss]ince )|(?<=[Bb]y )|(?<=[Dd]uring )|(?<=[Uu]ntil ))the "
        rf"(?:early |late )?(?P<side>)(?P<season>{_SEASON})\b"
        rf"(?! of (?!the)|[ -][a-z]+s?\b(?<!year)(?<!of))(?:(?: of|,)? (?P<year>{YEAR})| {NAMED_YEAR})?",
        _season,
        _SEASON_CUES,
    ),
    _rule(rf"\b(?:the )?(?P<side>)(?P<season>{_SEASON})(?:(?: of|,)? (?P<year>{YEAR})| {NAMED_YEAR})", _season, _SEASON_CUES),
    _rule(
        rf"\b(?P<side>[Ll]ast|[Nn]ext|[Tt]his(?: past)?) (?P<season>{_SEASON})\b(?:,? (?P<year>{YEAR}))?",
        _season,
        _SEASON_CUES,
    ),
    _rule(
        rf"\b(?:[Tt]he year )?(?:[Nn]ineteen (?P<tens>{_TENS}(?:[- ]{_ONES})?)"
        rf"|(?:(?<=[Yy]ear )|(?<=[Ii]n )|(?<=[Bb]y ))[Tt]wo thousand(?: (?:and )?(?P<ones>{_ONES}))?)\b"
        r"(?! [a-z]+s\b)",
        _spelled_year,
        "nineteen thousand",
    ),
    _rule(r"\b(?:[Tt]he )?(?:(?:early|mid|late)[ -])?(?P<century>1\d|2[01])(?:st|th)[ -]century\b", _century, "century"),
    _rule(rf"\b[Tt]he (?P<tens>(?:{'|'.join(name[:-1] for name in TENS)})ies)\b", _named_decade, "ies"),
)
