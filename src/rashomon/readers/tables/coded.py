"""Rows of coded events (ACLED, UCDP GED) as articles of the data set: external accounts to compare with.

The text of such an article is what the coders wrote or quote. The codes follow as a footnote, one a line, so that every code has
words to point at; footnotes are not read for meaning.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from rashomon.model.words import PartKind
from rashomon.readers.drafts import Story
from rashomon.readers.printed_dates import printed_date
from rashomon.readers.tables.headers import folded
from rashomon.text.wordlist import words

Cells = Mapping[str, str]
_ACLED_CODES = words(
    """disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction
    civilian_targeting country admin1 admin2 admin3 location latitude longitude geo_precision time_precision event_date
    fatalities source_scale tags"""
)
_UCDP_CODES = words(
    """relid type_of_violence conflict_name dyad_name side_a side_b where_coordinates where_description where_prec adm_1 adm_2
    country latitude longitude date_start date_end date_prec event_clarity deaths_a deaths_b deaths_civilians deaths_unknown
    best low high source_original"""
)
_APART = re.compile(r"\s*;\s*")
_SECONDS = re.compile(r"\d{9,10}")
_NOT_STATED = frozenset(("", "nan", "na", "null", "none", "-1"))


@dataclass(frozen=True, slots=True)
class Scheme:
    """A data set of coded events: its name, the columns that only it has, and how a row of it is read."""

    outlet: str
    columns: frozenset[str]
    story: Callable[[Cells], Story | None]


def scheme_of(names: Iterable[str]) -> Scheme | None:
    """Return the data set whose columns these are, ``None`` where they are of none."""
    own = frozenset(map(folded, names))
    return next((scheme for scheme in SCHEMES if scheme.columns <= own), None)


def _acled(cells: Cells) -> Story | None:
    """Return a row of ACLED: its notes, with the sources it names."""
    notes = cells.get("notes", "").strip()
    if not notes:
        return None
    number = cells.get("event_id_cnty") or cells.get("data_id") or ""
    return Story(
        ((PartKind.BODY, notes), *_codes(cells, _ACLED_CODES)),
        published=printed_date(cells.get("event_date", "")),
        outlet="ACLED",
        language="en",
        modified=_day(cells.get("timestamp", "")),
        credits=_listed(cells.get("source", "")),
        identity=f"ACLED/{number}" if number else None,
    )


def _ucdp(cells: Cells) -> Story | None:
    """Return a row of UCDP GED: the headlines or sources it quotes."""
    headlines = _listed(cells.get("source_headline", ""))
    quoted = headlines or _listed(cells.get("source_article", ""))
    told = quoted or tuple(filter(None, (_stated(cells, "dyad_name"), _stated(cells, "where_description"))))
    if not told:
        return None
    number = cells.get("id", "").strip()
    return Story(
        (*((PartKind.BODY, line) for line in told), *_codes(cells, _UCDP_CODES)),
        published=printed_date(cells.get("date_start", "")),
        outlet="UCDP GED",
        language="en",
        credits=_listed(cells.get("source_office", "")),
        identity=f"UCDP/{number}" if number else None,
    )


def _codes(cells: Cells, names: Iterable[str]) -> tuple[tuple[PartKind, str], ...]:
    """Return the codes of a row, one a line, as a footnote."""
    stated = [(name, _stated(cells, name)) for name in names]
    return tuple((PartKind.FOOTNOTE, f"{name}: {value}") for name, value in stated if value is not None)


def _stated(cells: Cells, name: str) -> str | None:
    """Return a cell, ``None`` where it says nothing."""
    value = " ".join(cells.get(name, "").split())
    return None if value.lower() in _NOT_STATED else value


def _listed(text: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, apart by semicolons."""
    pieces = (piece.strip(' "') for piece in _APART.split(" ".join(text.split())))
    return tuple(dict.fromkeys(piece for piece in pieces if piece.lower() not in _NOT_STATED))


def _day(text: str) -> str | None:
    """Return the day of a time stamp: seconds since 1970, or printed."""
    if _SECONDS.fullmatch(text.strip()):
        return datetime.fromtimestamp(int(text), UTC).date().isoformat()
    return printed_date(text)


#: The data sets that are known by their columns; old files of ACLED spell them in capitals.
SCHEMES = (
    Scheme("ACLED", frozenset(("event_date", "event_type", "actor1", "notes", "fatalities")), _acled),
    Scheme("UCDP GED", frozenset(("dyad_name", "side_a", "side_b", "best", "high", "low", "date_start")), _ucdp),
)
