"""One event told in sentences: what, when and where, in whose words, how many killed, who says they did it, how many sources.

A sentence says no more than its words: a place, a day, a count or a speaker that the cited words do not hold is left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.exports.briefs.citing import ground, is_whole
from rashomon.exports.briefs.claiming import claims_of, is_said
from rashomon.exports.briefs.contract import Ground, Said
from rashomon.exports.briefs.naming import are_many, is_named_kind, number_of, speaks_of, targets, what_of
from rashomon.exports.briefs.setting import setting_of, when_of, where_of
from rashomon.exports.briefs.speaking import (
    giver_of,
    in_sentence,
    outlet_of,
    root_name,
    said_as,
    source_of,
)
from rashomon.exports.briefs.tolls import Version, toll_versions
from rashomon.exports.briefs.words import Frames, count_said, listed, named_in, quoted
from rashomon.exports.contract import Aggregation
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.linking.sources.roots import NOT_STATED
from rashomon.model.ranges import Range
from rashomon.model.words import Stance, Status
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import AccountView, ClaimView

#: Versions of a toll that a paragraph has, and sources it names.
VERSIONS, NAMES = 6, 6
#: Days in which one attack cannot go on.
ENDLESS = 45
_ASIDE = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED, Status.DENIED})
_AS_SEEN = Aggregation.REPRESENTATIVE
#: Words that a sentence opens with when it leans on the one before it.
_LEANS = re.compile(
    r"\W*(?:he|she|it|they|his|her|their|its|this|that|these|those|additionally|however|furthermore|moreover|if|although|then)\b",
    re.IGNORECASE,
)


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

    @property
    def rests(self) -> Ground | None:
        """The words of the leading account."""
        return self.grounds[self.views[0].account.id] if self.views else None

    def lead_tolls(self, aggregation: Aggregation, say: Catalogue) -> dict[str, Version]:
        """Return the counts that stand in the leading account's words and are those that the aggregation has lead."""
        firsts = {what: toll_versions(self.told, self.grounds, what, aggregation, say)[:1] for what in ("killed", "injured")}
        return {what: found[0] for what, found in firsts.items() if found and found[0].ground == self.rests}


def _is_plain(words: str) -> bool:
    """Return whether words can be read without those before them."""
    return is_whole(words) and _LEANS.match(words) is None


def telling(told: ToldEvent) -> Telling:
    """Return an event ready to be told: accounts whose words stand by themselves first, then by date; copies last."""
    grounds = {view.account.id: ground(view.quote, view.article) for view in told.accounts}

    def rank(view: AccountView) -> tuple[bool, ...]:
        rests = grounds[view.account.id]
        plain = _is_plain(rests.words)
        no_count = bool(told.event.killed) and view.account.killed is None
        other = view.account.type != told.line.type
        no_day = told.event.date is not None and view.account.date is None
        return view.article.copy_of is not None, not plain, other, no_count, no_day, view.account.status != told.line.status

    views = (_dated(view, told) for view in sorted(told.accounts, key=rank))
    return Telling(told, tuple(views), grounds)


def _dated(view: AccountView, told: ToldEvent) -> AccountView:
    """Return an account without the words of its day, where most accounts of the event are of another day."""
    own, most = view.account.date, told.event.date
    if own is None or most is None or own.first is None or most.first is None or own.last is None or most.last is None:
        return view
    meet = own.first <= most.last and most.first <= own.last
    return view if meet else replace(view, account=replace(view.account, date_span=None))


def what_happened(one: Telling, frames: Frames, aggregation: Aggregation = _AS_SEEN, *, short: bool = False) -> Iterator[Said]:
    """Yield the sentence that says what happened, where and when, in its source's words unless it is to be short."""
    view, rests, say = one.lead, one.rests, frames.say
    if view is None or rests is None:
        return
    source, values = source_of(view, rests, say)
    told = "told" if number_of(view, rests, say) is None else "told_many"
    said = frames(
        view.account.status.value if _is_aside(view, rests, say) else told,
        source=source,
        what=what_of(view, rests, say),
        where=where_of(view, rests, say),
        when=when_of(view, rests, say),
        toll=_toll(one.lead_tolls(aggregation, say), say),
        tail=say("brief.tail_short") if short else say("brief.tail", words=quoted(rests.words)),
    )
    yield Said(said, (rests,), (*values, *known_of(one, say)))


def _is_aside(view: AccountView, rests: Ground, say: Catalogue) -> bool:
    """Return whether words tell a plan, a possibility, or a denial; where only others deny it, they tell the event."""
    status = view.account.status
    return status in _ASIDE and (status != Status.DENIED or is_said(Stance.DENIES, rests.words, say))


def _toll(tolls: Mapping[str, Version], say: Catalogue) -> str:
    """Return " with 30 people killed and dozens injured"; empty where the words give no count."""
    said = [say(f"brief.toll_{what}", n=version.counted(say)) for what, version in tolls.items()]
    return say("brief.toll", tolls=listed(said)) if said else ""


def in_own_words(one: Telling, frames: Frames) -> Said | None:
    """Return the words of the leading account with the outlet that wrote them, and nothing that a machine made of them."""
    if one.rests is None:
        return None
    return Said(frames("words", source=outlet_of(one.rests, frames.say), words=quoted(one.rests.words)), (one.rests,))


def is_named(one: Telling, say: Catalogue) -> bool:
    """Return whether the leading account's words stand by themselves, and name its kind of event and where, when or to whom."""
    view, rests = one.lead, one.rests
    if view is None or rests is None or not _is_plain(rests.words):
        return False
    placed = where_of(view, rests, say) or when_of(view, rests, say) or targets(view, rests)
    return is_named_kind(view, rests, say) and bool(placed) and not is_endless(view, rests, say)


def is_endless(view: AccountView, rests: Ground, say: Catalogue) -> bool:
    """Return whether words seem to tell one short happening ("a suicide attack") of a time that many must fill."""
    days = view.account.date
    short = f"brief.whats.{view.account.type}" in say.texts and not are_many(view, rests, say)
    if not short or days is None or days.first is None or days.last is None or not when_of(view, rests, say):
        return False
    return days.precision not in {"month", "year"} and (days.last - days.first).days > ENDLESS


def known_of(one: Telling, say: Catalogue) -> tuple[str, ...]:
    """Return the places, the day and the names of the leading account that its words give, perhaps in other letters."""
    view, rests = one.lead, one.rests
    return () if view is None or rests is None else (*setting_of(view, rests, say), *targets(view, rests))


def status_of(one: Telling, frames: Frames, *, claimed: bool = False) -> Iterator[Said]:
    """Yield a sentence on how the event stands where that is not told as fact, resting on the accounts that say so.

    ``claimed`` says that a sentence tells who claims it: then that alone is said.
    """
    status = one.told.line.status
    if status == Status.ASSERTED or (claimed and status == Status.CLAIMED):
        return
    views = [view for view in one.views if view.account.status == status] or list(one.views)
    rests = tuple(one.grounds[view.account.id] for view in views[:NAMES])
    if rests:
        names = listed(outlet_of(rest, frames.say) for rest in rests)
        yield Said(frames(f"status_{status}", sources=names), rests)


def tolls_of(one: Telling, aggregation: Aggregation, frames: Frames) -> Iterator[Said]:
    """Yield who gives how many killed and injured: the version that the aggregation chooses, then all others in a sentence.

    What the opening sentence says already is not said again.
    """
    opening = one.lead_tolls(aggregation, frames.say)
    for what in ("killed", "injured"):
        versions = toll_versions(one.told, one.grounds, what, aggregation, frames.say)[:VERSIONS]
        if not versions:
            continue
        first = versions[0]
        if what not in opening:
            source, values = giver_of(first.view, first.ground, frames.say)
            key = f"{what}_single" if first.value == Range.exactly(1) else what
            yield Said(frames(key, n=first.counted(frames.say), source=source), (first.ground,), values)
        same = [version.words(frames.say) for version in versions[1:] if version.ground == first.ground]
        if same:
            yield Said(frames(f"{what}_same", others=listed(same)), (first.ground,))
        yield from _other_tolls(what, [version for version in versions[1:] if version.ground != first.ground], frames)


def _other_tolls(what: str, others: Sequence[Version], frames: Frames) -> Iterator[Said]:
    """Yield one sentence with all further counts, each with who gives it."""
    if not others:
        return
    sources = [giver_of(version.view, version.ground, frames.say) for version in others]
    counts = [
        frames.say("brief.other_count", n=version.counted(frames.say), source=who)
        for version, (who, _) in zip(others, sources, strict=True)
    ]
    known = tuple(value for _, values in sources for value in values)
    yield Said(frames(f"{what}_others", others=listed(counts)), tuple(version.ground for version in others), known)


def roots_of(one: Telling, frames: Frames) -> Iterator[Said]:
    """Yield how many independent sources stand behind an event, resting on an account of each; words must name whom it names.

    Nothing is said where the words of one of several do not tell of such an event.
    """
    firsts: dict[str, AccountView] = {}

    def tells(view: AccountView) -> bool:
        return speaks_of(frames.say(f"brief.cue.{view.account.type}"), one.grounds[view.account.id].words)

    for view in sorted(one.views, key=lambda view: (not _bears_out(view, one), not tells(view))):
        if view.root is not None:
            firsts.setdefault(view.root.id, view)
    if not firsts or len(firsts) < one.told.line.independent or (len(firsts) > 1 and not all(map(tells, firsts.values()))):
        return
    rests = tuple(one.grounds[view.account.id] for view in firsts.values())
    names = [name for view in firsts.values() if (name := _root(view, one, frames.say)) is not None]
    known = tuple(view.root.name for view in firsts.values() if view.root is not None and _bears_out(view, one))
    if len(firsts) == 1:
        names = [name for name in names if name != frames.say("brief.unnamed")]
        names = names if one.lead is not None and _bears_out(one.lead, one) else []
        key = f"{'root_one' if one.told.line.accounts > 1 else 'root_single'}{'' if names else '_plain'}"
        yield Said(frames(key, name="".join(names)), rests, known)
        return
    others = len(firsts) - len(names[:NAMES])
    shown = [*names[:NAMES], *([frames.say("brief.and_others", n=others)] if others else [])]
    yield Said(frames("roots", count=count_said(len(firsts)), names=listed(shown)), rests, known)


def _root(view: AccountView, one: Telling, say: Catalogue) -> str | None:
    """Return who an account goes back to as its words have it; ``None`` where they do not name it."""
    if view.root is None or not _bears_out(view, one):
        return None
    spoken = next((known for known in view.attribution if known.name == view.root.name), None)
    said = None if spoken is None else said_as(spoken, one.grounds[view.account.id].words, say)
    return root_name(view.root, say) if said is None else in_sentence(said)


def _bears_out(view: AccountView, one: Telling) -> bool:
    """Return whether it can be seen in the citation who an account goes back to: its outlet, or whom its words name."""
    rests, root = one.grounds[view.account.id], view.root
    if root is None:
        return False
    own = root.name == rests.outlet or (root.name == NOT_STATED and rests.outlet is None)
    return own or any(known.name == root.name and named_in(known, rests.words) for known in view.attribution)


def event_sentences(
    told: ToldEvent, frames: Frames, claims: Sequence[ClaimView] = (), aggregation: Aggregation = _AS_SEEN
) -> Iterator[Said]:
    """Yield all sentences on an event, in the order in which a paragraph has them."""
    one = telling(told)
    yield from what_happened(one, frames, aggregation)
    said = list(claims_of(claims, frames, one.rests))
    claimed = any(
        is_said(Stance.CLAIMS_RESPONSIBILITY, rests.words, frames.say) for one_said in said for rests in one_said.grounds
    )
    yield from status_of(one, frames, claimed=claimed)
    yield from tolls_of(one, aggregation, frames)
    yield from said
    yield from roots_of(one, frames)
