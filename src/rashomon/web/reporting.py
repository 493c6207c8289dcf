"""One event's reporting through time: tolls as they are told, and who claims, accuses and denies, drawn as one chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.exports.drawings.scales import Scale, day_ticks, value_ticks
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.words import Stance, Status
from rashomon.store.views import AccountView, ArticleLine, ClaimView, EventView

#: The drawing's size and the room for labels, in its own units; ``LANE`` is the height of the line of voices.
WIDTH, LEFT, RIGHT, TOLLS, LANE, BOTTOM = 640, 46, 24, 150, 34, 26
_VOICES = {
    Stance.DENIES: "denies",
    Stance.DOUBTS: "denies",
    Stance.ACCUSES: "accuses",
    Stance.CLAIMS_RESPONSIBILITY: "claims",
}
_REFUSED = frozenset({Status.DENIED, Status.NEGATED})


@dataclass(frozen=True, slots=True)
class Toll:
    """A toll as one account gives it: a bar from least to most, or a dot; ``open_`` says that it may be more."""

    x: float
    top: float
    bottom: float
    open_: bool
    label: str
    account_id: str
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody claims, accuses or denies on a day; ``kind`` is one of these three."""

    x: float
    y: float
    kind: str
    label: str
    article_id: str


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the table beneath the drawing."""

    day: str
    who: str
    says: str
    article_id: str
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Reporting:
    """The drawing and the table that says the same; ``height`` in the drawing's units."""

    height: float
    base: float
    tolls: tuple[Toll, ...]
    voices: tuple[Voice, ...]
    values: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str], ...]
    summary: str
    said: tuple[Said, ...]


def reporting(view: EventView, say: Catalogue) -> Reporting | None:
    """Return the reporting of an event; ``None`` where articles of fewer than two days tell it, or nothing is drawn."""
    tolled = [(day, told) for told in view.accounts if (day := printed(told.article)) and told.account.killed is not None]
    spoken = [(day, one) for one in view.claims if (day := printed(one.article)) and one.claim.stance in _VOICES]
    days = [day for told in view.accounts if (day := printed(told.article)) is not None]
    days += [day for day, _ in spoken]
    if len(set(days)) < 2 or not (tolled or spoken):  # noqa: PLR2004 - one day is no course
        return None
    across = Scale(min(days).toordinal(), max(days).toordinal(), LEFT, WIDTH - RIGHT)
    base = TOLLS if tolled else 0
    rows = _rows(spoken)
    lanes = max(rows.values(), default=-1) + 1
    return Reporting(
        height=base + lanes * LANE + BOTTOM,
        base=base,
        tolls=_tolls(tolled, across, say),
        voices=_voices(spoken, rows, across, base, say),
        values=_values(tolled),
        days=day_ticks(days, across, say),
        summary=say("event.reporting_summary", first=date_words(str(min(days)), say), last=date_words(str(max(days)), say)),
        said=_said(view, say),
    )


def printed(line: ArticleLine) -> date | None:
    """Return the first day that an article's printed date means, ``None`` where it has none."""
    return None if line.published is None else DateInterval.parse(line.published).first


def _most(told: AccountView) -> float:
    killed = told.account.killed or Range.exactly(0)
    return killed.high if killed.high is not None else killed.low or 0.0


def _scale(tolled: Sequence[tuple[date, AccountView]]) -> tuple[Scale, tuple[float, ...]]:
    ticks = value_ticks(max(_most(told) for _, told in tolled))
    return Scale(0, ticks[-1], TOLLS - 14, 14), ticks


def _values(tolled: Sequence[tuple[date, AccountView]]) -> tuple[tuple[float, str], ...]:
    if not tolled:
        return ()
    up, ticks = _scale(tolled)
    return tuple((up(value), f"{value:g}") for value in ticks)


def _tolls(tolled: Sequence[tuple[date, AccountView]], across: Scale, say: Catalogue) -> tuple[Toll, ...]:
    """Return the tolls; those of one day stand beside each other."""
    if not tolled:
        return ()
    up, _ = _scale(tolled)
    beside: dict[date, int] = {}
    made = []
    for day, told in sorted(tolled, key=lambda pair: (pair[0], pair[1].account.id)):
        killed = told.account.killed or Range.exactly(0)
        place = beside[day] = beside.get(day, -1) + 1
        low = killed.low if killed.low is not None else 0.0
        made.append(
            Toll(
                x=across(day.toordinal()) + min(place, 8) * 9 * (-1 if across(day.toordinal()) > WIDTH / 2 else 1),
                top=up(_most(told)),
                bottom=up(low),
                open_=killed.high is None,
                label=f"{told.article.outlet or say('site.not_stated')}, {date_words(told.article.published, say)}: "
                f"{amount_words(killed, say)} {say('number_kind.killed')}",
                account_id=told.account.id,
                is_copy=told.article.copy_of is not None,
            )
        )
    return tuple(made)


def _rows(spoken: Sequence[tuple[date, ClaimView]]) -> dict[str, int]:
    """Return a row for every kind of voice that is heard."""
    heard = [kind for kind in ("claims", "accuses", "denies") if any(_VOICES[one.claim.stance] == kind for _, one in spoken)]
    return {kind: row for row, kind in enumerate(heard)}


def _voices(
    spoken: Sequence[tuple[date, ClaimView]], rows: dict[str, int], across: Scale, base: float, say: Catalogue
) -> tuple[Voice, ...]:
    beside: dict[tuple[date, str], int] = {}
    made = []
    for day, one in spoken:
        kind = _VOICES[one.claim.stance]
        place = beside[day, kind] = beside.get((day, kind), -1) + 1
        x = across(day.toordinal()) + min(place, 12) * 9 * (-1 if across(day.toordinal()) > WIDTH / 2 else 1)
        label = f"{one.source.name} {say.code('stance', one.claim.stance)}, {date_words(one.article.published, say)}"
        made.append(Voice(x, base + rows[kind] * LANE + LANE / 2, kind, label, one.article.id))
    return tuple(made)


def _said(view: EventView, say: Catalogue) -> tuple[Said, ...]:
    """Return what was told, in order of the day it was printed; what has no day last."""
    lines = [(told.article, told.article.outlet or say("site.not_stated"), _telling(told, say)) for told in view.accounts]
    lines += [
        (one.article, one.source.name, say.code("stance", one.claim.stance)) for one in view.claims if one.claim.stance in _VOICES
    ]
    lines.sort(key=lambda line: (printed(line[0]) or date.max, line[0].id))
    found = (
        Said(date_words(article.published, say), who, says, article.id, article.copy_of is not None)
        for article, who, says in lines
    )
    return tuple(dict.fromkeys(found))


def _telling(told: AccountView, say: Catalogue) -> str:
    """Return an account's toll in words, with its status where that is a refusal."""
    tolls = (
        f"{amount_words(value, say)} {say.code('number_kind', kind)}"
        for kind, value in (("killed", told.account.killed), ("injured", told.account.injured))
        if value is not None
    )
    words = ", ".join(tolls) or say("event.no_toll")
    return f"{words}; {say.code('status_short', told.account.status)}" if told.account.status in _REFUSED else words
