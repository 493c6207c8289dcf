"""One event told in sentences: what, when and where, in whose words, how many killed, who says they did it, how many sources.

A sentence says no more than its words: a place, a day, a count or a speaker that the cited words do not hold is left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.exports.briefs.citing import ground
from rashomon.exports.briefs.contract import Ground, Said
from rashomon.exports.briefs.tolls import Version, toll_versions
from rashomon.exports.briefs.words import (
    DAY,
    MONTHS,
    Frames,
    count_said,
    day_said,
    listed,
    named_in,
    quoted,
    root_name,
    source_of,
    spoken_source,
)
from rashomon.exports.contract import Aggregation
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.words import Stance, Status
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import AccountView, ClaimView, Named

#: Places that a sentence lists, versions of a toll, claims of a stance, and sources it names.
PLACES, VERSIONS, CLAIMS, NAMES = 2, 6, 2, 6
#: What is said about an event that a paragraph repeats, in this order.
STANCES = (Stance.CLAIMS_RESPONSIBILITY, Stance.ACCUSES, Stance.DENIES, Stance.DOUBTS, Stance.CANNOT_VERIFY)
_YEAR = 366
_ASIDE = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Telling:
    """What sentences on one event are made of: its accounts with their grounds, those of copies last."""

    told: ToldEvent
    views: tuple[AccountView, ...]
    grounds: Mapping[str, Ground]

    @property
    def lead(self) -> AccountView | None:
        """The account that the paragraph opens with, ``None`` where none is held."""
        return self.views[0] if self.views else None


def telling(told: ToldEvent) -> Telling:
    """Return an event ready to be told: accounts in its own voice or by origin first, then by date; copies last."""
    status = told.line.status
    views = sorted(
        told.accounts, key=lambda view: (view.article.copy_of is not None, _rank(view, told), view.account.status != status)
    )
    return Telling(told, tuple(views), {view.account.id: ground(view.quote, view.article) for view in views})


def _rank(view: AccountView, told: ToldEvent) -> tuple[bool, bool]:
    """Return how well an account's words open a paragraph: those of the event's type and with a count of the dead first."""
    return view.account.type != told.line.type, bool(told.event.killed) and view.account.killed is None


def what_happened(one: Telling, frames: Frames, *, short: bool = False) -> Iterator[Said]:
    """Yield the sentence that says what happened, where and when, in its source's words unless it is to be short."""
    if one.lead is None:
        return
    view, say = one.lead, frames.say
    rests = one.grounds[view.account.id]
    source, values = source_of(view, rests, say)
    where, when = place_and_day(one, say)
    said = frames(
        view.account.status.value if view.account.status in _ASIDE else "told",
        source=source,
        what=what_of(one, say),
        where=where,
        when=when,
        tail=say("brief.tail_short") if short else say("brief.tail", words=quoted(rests.words)),
    )
    yield Said(said, (rests,), (*values, *known_of(one, say)))


def in_own_words(one: Telling, frames: Frames) -> Said | None:
    """Return the words of the leading account with who says them, and nothing that a machine made of them."""
    if one.lead is None:
        return None
    rests = one.grounds[one.lead.account.id]
    source, values = source_of(one.lead, rests, frames.say)
    return Said(frames("words", source=source, words=quoted(rests.words)), (rests,), values)


def is_named(one: Telling, say: Catalogue) -> bool:
    """Return whether the leading account's words name its kind of event, and where or when it was."""
    if one.lead is None:
        return False
    words = one.grounds[one.lead.account.id].words
    return bool(re.search(say(f"brief.cue.{one.lead.account.type}"), words, re.IGNORECASE)) and any(place_and_day(one, say))


def what_of(one: Telling, say: Catalogue) -> str:
    """Return "a bombing" where the words name that kind of event, else "an event"."""
    if one.lead is None:
        return say("brief.what.other")
    words, kind = one.grounds[one.lead.account.id].words, one.lead.account.type
    named = re.search(say(f"brief.cue.{kind}"), words, re.IGNORECASE)
    return say.code("brief.what", kind) if named else say("brief.what.other")


def place_and_day(one: Telling, say: Catalogue) -> tuple[str, str]:
    """Return where and when the leading account tells it, each with the word before it; empty where its words do not say."""
    if one.lead is None:
        return "", ""
    rests = one.grounds[one.lead.account.id]
    where = _where(one.lead, rests, say)
    said = say("brief.where", places=listed(where)) if where else ""
    return said, day_said(one.lead.account.date, say) if _when(one.lead, rests) else ""


def known_of(one: Telling, say: Catalogue) -> tuple[str, ...]:
    """Return the places and the day of the leading account that its words give, perhaps in other letters."""
    if one.lead is None:
        return ()
    rests = one.grounds[one.lead.account.id]
    day = (date_words(one.lead.account.date, say),) if _when(one.lead, rests) else ()
    return (*_where(one.lead, rests, say), *day)


def _what(view: AccountView, say: Catalogue) -> str:
    noun = say.code("brief.what", view.account.type)
    return say(f"brief.as_status.{view.account.status}", what=noun) if view.account.status in _ASIDE else noun


def _where(view: AccountView, rests: Ground, say: Catalogue) -> list[str]:
    """Return the proper names of places of an account that its words have, the first ones; not where somebody is from."""
    names = (place.name for place in view.places if place.name[:1].isupper() and _is_there(place, rests.words, say))
    return list(dict.fromkeys(names))[:PLACES]


def _is_there(place: Named, words: str, say: Catalogue) -> bool:
    before, _, _ = words.partition(place.words if place.words and place.words in words else place.name)
    return named_in(place, words) and re.search(say("brief.cue.from"), before, re.IGNORECASE) is None


def _when(view: AccountView, rests: Ground) -> bool:
    """Return whether the words hold the expression that an account's day comes from, and name no other day."""
    span, days = view.account.date_span, view.account.date
    if span is None or days is None or span.article_id != rests.article_id:
        return False
    if not rests.start <= span.start < span.end <= rests.end:
        return False
    return all(_is_in(days, *found.groups()[:3]) for found in DAY.finditer(rests.words))


def _is_in(days: DateInterval, before: str | None, month: str, after: str | None) -> bool:
    """Return whether a day of a month that words name lies in an interval of days, whatever the year."""
    number, wanted = int(before or after or 0), MONTHS.index(month) + 1
    first, last = days.first or days.last, days.last or days.first
    if not number or first is None or last is None:
        return not number
    several = range(first.toordinal(), min(last.toordinal(), first.toordinal() + _YEAR) + 1)
    return any((day.month, day.day) == (wanted, number) for day in map(date.fromordinal, several))


def status_of(one: Telling, frames: Frames) -> Iterator[Said]:
    """Yield a sentence on how the event stands where that is not told as fact, resting on the accounts that say so."""
    status = one.told.line.status
    if status == Status.ASSERTED:
        return
    views = [view for view in one.views if view.account.status == status] or list(one.views)
    rests = tuple(one.grounds[view.account.id] for view in views[:NAMES])
    if not rests:
        return
    names = listed(rest.outlet or frames.say("brief.unnamed") for rest in rests)
    yield Said(frames(f"status_{status}", sources=names), rests)


def tolls_of(one: Telling, aggregation: Aggregation, frames: Frames) -> Iterator[Said]:
    """Yield who gives how many killed and injured: the version that the aggregation chooses, then all others in a sentence."""
    for what in ("killed", "injured"):
        versions = toll_versions(one.told, one.grounds, what, aggregation, frames.say)[:VERSIONS]
        if not versions:
            continue
        first = versions[0]
        source, values = source_of(first.view, first.ground, frames.say)
        key = f"{what}_single" if first.value == Range.exactly(1) else what
        key = f"{key}_here" if one.lead is not None and first.ground == one.grounds[one.lead.account.id] else key
        yield Said(frames(key, n=first.words(frames.say), source=source), (first.ground,), values)
        same = [version.words(frames.say) for version in versions[1:] if version.ground == first.ground]
        if same:
            yield Said(frames(f"{what}_same", others=listed(same)), (first.ground,))
        yield from _other_tolls(what, [version for version in versions[1:] if version.ground != first.ground], frames)


def _other_tolls(what: str, others: Sequence[Version], frames: Frames) -> Iterator[Said]:
    """Yield one sentence with all further counts, each with who gives it."""
    if not others:
        return
    sources = [source_of(version.view, version.ground, frames.say) for version in others]
    counts = [
        frames.say("brief.other_count", n=version.words(frames.say), source=who)
        for version, (who, _) in zip(others, sources, strict=True)
    ]
    known = tuple(value for _, values in sources for value in values)
    yield Said(frames(f"{what}_others", others=listed(counts)), tuple(version.ground for version in others), known)


def claims_of(claims: Sequence[ClaimView], frames: Frames, quoted_before: Ground | None = None) -> Iterator[Said]:
    """Yield who claims, accuses, denies and doubts, each in its own words where these were not quoted just before."""
    used: set[Ground] = set()
    for stance in STANCES:
        seen: set[str] = set()
        for claim in claims:
            rests = ground(claim.quote, claim.article)
            if claim.claim.stance != stance or claim.source.name in seen or len(seen) == CLAIMS:
                continue
            if not named_in(claim.source, rests.words) or rests in used or not is_said(stance, rests.words, frames.say):
                continue
            seen.add(claim.source.name)
            used.add(rests)
            source, values = spoken_source(claim.source, rests, frames.say)
            short = rests == quoted_before
            tail = frames.say("brief.tail_short") if short else frames.say("brief.tail", words=quoted(rests.words))
            yield Said(frames(stance.value, source=source, tail=tail), (rests,), values)


def is_said(stance: Stance, words: str, say: Catalogue) -> bool:
    """Return whether words claim, deny or accuse, as a stance says they do."""
    if re.search(say(f"brief.cue.{stance}"), words, re.IGNORECASE) is None:
        return False
    return stance is not Stance.CLAIMS_RESPONSIBILITY or re.search(say("brief.cue.against"), words, re.IGNORECASE) is None


def roots_of(one: Telling, frames: Frames) -> Iterator[Said]:
    """Yield how many independent sources stand behind an event, resting on an account of each."""
    firsts: dict[str, AccountView] = {}
    for view in one.views:
        if view.root is not None:
            firsts.setdefault(view.root.id, view)
    if not firsts or len(firsts) < one.told.line.independent:
        return
    names = [root_name(view.root, frames.say) for view in firsts.values() if view.root is not None]
    known = tuple(view.root.name for view in firsts.values() if view.root is not None)
    rests = tuple(one.grounds[view.account.id] for view in firsts.values())
    if len(names) == 1:
        key = "root_one" if one.told.line.accounts > 1 else "root_single"
        yield Said(frames(key, name=names[0]), rests, known)
        return
    shown = [*names[:NAMES], *([frames.say("brief.and_others")] if len(names) > NAMES else [])]
    yield Said(frames("roots", count=count_said(len(names)), names=listed(shown)), rests, known)


def event_sentences(
    told: ToldEvent,
    frames: Frames,
    claims: Sequence[ClaimView] = (),
    aggregation: Aggregation = Aggregation.REPRESENTATIVE,
) -> Iterator[Said]:
    """Yield all sentences on an event, in the order in which a paragraph has them."""
    one = telling(told)
    yield from what_happened(one, frames)
    yield from status_of(one, frames)
    yield from tolls_of(one, aggregation, frames)
    yield from claims_of(claims, frames, None if one.lead is None else one.grounds[one.lead.account.id])
    yield from roots_of(one, frames)
