"""What a brief that was given out said of each event, and how the events stand against that now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.exports.briefs.contract import Brief, Ground, Said, Wanted
from rashomon.exports.briefs.gathering import Material
from rashomon.exports.briefs.headings import heading, mention
from rashomon.exports.briefs.naming import what_of
from rashomon.exports.briefs.setting import when_of, where_of
from rashomon.exports.briefs.speaking import outlet_of
from rashomon.exports.briefs.telling import Telling, known_of, telling
from rashomon.exports.briefs.tolls import toll_versions
from rashomon.exports.briefs.words import Frames, amount_said, upper
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.ranges import Range
from rashomon.store.codec import decode_tuple, encode
from rashomon.store.publishing.briefs import GivenBrief

#: Changes that are told.
CHANGES = 15


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a brief said of one event.

    Args:
        accounts: ids of its accounts: an event that shares one is the same, whatever its own id is by then.

        killed: the count of the dead that led, as `Range` prints it; ``None`` where none was told.

        roots: how many independent sources stood behind it.
    """

    event: str
    accounts: tuple[str, ...]
    heading: str
    mention: str
    status: str
    killed: str | None
    roots: int
    disputed: bool
    ground: Ground


def remembered(material: Material, say: Catalogue) -> tuple[Remembered, ...]:
    """Return what a brief of this material says of each event that it tells."""
    return tuple(
        made
        for event in (*material.leads, *material.also)
        if (made := _remembered(telling(event.told), material.wanted, say)) is not None
    )


def _remembered(one: Telling, wanted: Wanted, say: Catalogue) -> Remembered | None:
    if one.lead is None:
        return None
    line = one.told.line
    versions = toll_versions(one.told, one.grounds, "killed", wanted.aggregation, say)
    return Remembered(
        event=line.id,
        accounts=tuple(sorted(one.told.event.accounts)),
        heading=heading(one, say),
        mention=mention(one, say),
        status=line.status,
        killed=str(versions[0].value) if versions else None,
        roots=line.independent,
        disputed=line.alarms > 0,
        ground=one.grounds[one.lead.account.id],
    )


def given(brief: Brief, told: tuple[Remembered, ...], brief_id: str, made_at: str, who: str, subject: str) -> GivenBrief:
    """Return a brief as it is kept when it is given out."""
    cited = {one.ground.article_id for one in brief.citations} | {one.ground.article_id for one in told}
    return GivenBrief(
        brief_id, subject, brief.title, made_at, who, brief.clearance, encode(brief), encode(told), tuple(sorted(cited))
    )


def changes(last: GivenBrief, material: Material, frames: Frames) -> Iterator[Said]:
    """Yield how events stand against what the last brief said of them: changed ones first, then new ones, then those gone."""
    before = decode_tuple(Remembered, last.told)
    held = {account: one for one in before for account in one.accounts}
    now = {event.told.line.id: telling(event.told) for event in material.events}
    met: set[str] = set()
    fresh: list[Telling] = []
    listed = {event.told.line.id for event in (*material.leads, *material.also)}
    for one in now.values():
        old = next((held[account] for account in sorted(one.told.event.accounts) if account in held), None)
        if old is not None:
            met.add(old.event)
            yield from _changed(one, old, material.wanted, frames)
        elif one.told.line.id in listed:
            fresh.append(one)
    for one in fresh:
        yield from _new(one, frames)
    for old in before:
        if old.event not in met and material.whole:
            yield Said(upper(frames.say("brief.change.gone", heading=old.mention)), (old.ground,), (old.heading,))


def _new(one: Telling, frames: Frames) -> Iterator[Said]:
    if one.lead is None:
        return
    rests = one.grounds[one.lead.account.id]
    view, say = one.lead, frames.say
    where, when = where_of(view, rests, say), when_of(view, rests, say)
    said = frames("change.new", what=what_of(view, rests, say), where=where, when=when, source=outlet_of(rests, say))
    yield Said(said, (rests,), known_of(one, frames.say))


def _changed(one: Telling, old: Remembered, wanted: Wanted, frames: Frames) -> Iterator[Said]:
    now = _remembered(one, wanted, frames.say)
    if now is None:
        return
    say = frames.say
    known = known_of(one, say)
    if now.killed != old.killed:
        yield _toll(one, old, wanted, say, known)
    if now.status != old.status:
        before, after = (say.code("status_word", status) for status in (old.status, now.status))
        source = outlet_of(now.ground, say)
        text = say("brief.change.status", heading=now.mention, before=before, after=after, source=source)
        yield Said(upper(text), (now.ground,), known)
    if now.disputed != old.disputed:
        key = "dispute" if now.disputed else "settled"
        yield Said(upper(say(f"brief.change.{key}", heading=now.mention)), (now.ground,), known)
    if now.roots != old.roots:
        before, after = (say("brief.n.roots", n=n) for n in (old.roots, now.roots))
        text = say("brief.change.roots", heading=now.mention, before=before, after=after)
        firsts = {view.root.id: one.grounds[view.account.id] for view in reversed(one.views) if view.root is not None}
        yield Said(upper(text), tuple(firsts.values()) or (now.ground,), known)


def _toll(one: Telling, old: Remembered, wanted: Wanted, say: Catalogue, known: tuple[str, ...]) -> Said:
    versions = toll_versions(one.told, one.grounds, "killed", wanted.aggregation, say)
    before = None if old.killed is None else amount_said(Range.parse(old.killed), say)
    if not versions:
        lead = one.grounds[one.lead.account.id] if one.lead is not None else old.ground
        return Said(say("brief.change.killed_gone", heading=old.mention, before=before), (lead,), known)
    first = versions[0]
    key = "killed_new" if before is None else "killed"
    values: Mapping[str, object] = {"heading": old.mention, "before": before, "after": first.words(say)}
    return Said(say(f"brief.change.{key}", source=outlet_of(first.ground, say), **values), (first.ground,), known)
