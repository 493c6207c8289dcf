"""Values as FollowTheMoney wants them: dates, countries, addresses, and where each comes from."""

from functools import cache
from types import MappingProxyType

from rashomon.exports.graphs.ftm.entities import Entity, Origin
from rashomon.lists.countries import load_countries
from rashomon.model.dates import DateInterval
from rashomon.store.publishing.kept import Kept
from rashomon.store.views import Quote

#: Languages by their codes of two letters and of three.
_PAIRS = (
    "am:amh ar:ara az:aze bg:bul bn:ben cs:ces da:dan de:deu el:ell en:eng es:spa fa:fas fi:fin fr:fra he:heb hi:hin hr:hrv "
    "hu:hun hy:hye id:ind it:ita ja:jpn ka:kat ko:kor nl:nld no:nor pl:pol ps:pus pt:por ro:ron ru:rus sr:srp sv:swe sw:swa "
    "ta:tam th:tha tr:tur uk:ukr ur:urd vi:vie zh:zho"
)
_LANGUAGES = MappingProxyType(dict(pair.split(":") for pair in _PAIRS.split()))


@cache
def _countries() -> frozenset[str]:
    return frozenset(load_countries().by_iso2)


def country(code: str | None) -> str | None:
    """Return a country's code in lower case; ``None`` for one that is no country of ISO 3166."""
    return code.lower() if code in _countries() else None


def language(code: str | None) -> str | None:
    """Return the three letters of a language, ``None`` for one that Aleph does not know.

    >>> language("en-GB"), language("xx")
    ('eng', None)
    """
    return _LANGUAGES.get((code or "").partition("-")[0].lower())


def origin_of(words: Quote, kept: Kept | None = None) -> Origin:
    """Return the origin of a value that rests on these words."""
    seen = None if kept is None else kept.capture.taken_at[:19]
    return Origin(f"{words.article_id}:{words.start}-{words.end}", seen)


def days(made: Entity, when: DateInterval | None, *origins: Origin) -> None:
    """Add a date: a day, month or year as it is, and from when to when; an open end stays open."""
    if when is None:
        return
    if when.precision != "range":
        made.add("date", str(when), *origins)
    made.add("startDate", None if when.first is None else when.first.isoformat(), *origins)
    made.add("endDate", None if when.last is None else when.last.isoformat(), *origins)
