"""Make a brief of a ledger: gather, write every section, and number what the sentences rest on."""

from dataclasses import dataclass, replace
from pathlib import PurePath

from rashomon.exports.briefs.citing import Citer
from rashomon.exports.briefs.closing import left_out, reading, sources
from rashomon.exports.briefs.contract import Brief, Citation, Paragraph, Section, Wanted
from rashomon.exports.briefs.disputing import disputed, threats, unsaid
from rashomon.exports.briefs.figuring import figures
from rashomon.exports.briefs.gathering import Material, gather
from rashomon.exports.briefs.happening import also_reported, in_short, what_happened_section
from rashomon.exports.briefs.judging import judgements
from rashomon.exports.briefs.picturing import pictures
from rashomon.exports.briefs.remembering import CHANGES, Remembered, changes, remembered
from rashomon.exports.briefs.words import Frames
from rashomon.exports.wording.catalogue import Catalogue, read_words
from rashomon.exports.wording.spoken import date_words
from rashomon.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Made:
    """A brief, and what it says of each event, for the next one to compare with."""

    brief: Brief
    told: tuple[Remembered, ...]


def make_brief(ledger: Ledger, wanted: Wanted) -> Made:
    """Return a brief. The same ledger, question and day give the same brief; nothing is written."""
    say = read_words()
    material = gather(ledger, wanted, say)
    citer, frames = Citer(ledger.desk.search.grades), Frames(say)
    told = (
        in_short(material, citer, frames),
        what_happened_section(material, citer, frames),
        disputed(ledger, material, citer, frames),
        _changed(ledger, material, citer, frames),
        unsaid(ledger, material, citer, frames),
        threats(ledger, material, citer, frames),
        figures(ledger, material, citer, frames),
        also_reported(material, citer, frames),
        judgements(material, citer, frames),
        pictures(material, frames),
        sources(material, frames),
    )
    words = " ".join((*(_words(section) for section in told), *(one.ground.words for one in citer.citations)))
    closing = (left_out(ledger, material, frames, words), reading(frames))
    brief = Brief(
        title=say("brief.title", title=wanted.title),
        about=_about(material, say),
        day=wanted.day.isoformat(),
        clearance=wanted.clearance,
        aggregation=wanted.aggregation,
        sections=tuple(one for one in (*told, *closing) if _holds(one)),
        citations=_filed(ledger, citer.citations, wanted),
    )
    return Made(brief, remembered(material, say))


def _filed(ledger: Ledger, citations: tuple[Citation, ...], wanted: Wanted) -> tuple[Citation, ...]:
    """Return citations with the name of the file, without its folders, where their article has no address."""
    bare = {one.ground.article_id for one in citations if one.ground.address is None}
    kept = ledger.publishing.kept(bare, wanted.clearance)
    names = {key: PurePath(one.capture.name.replace("\\", "/")).name or None for key, one in kept.items()}
    return tuple(replace(one, ground=replace(one.ground, file=names.get(one.ground.article_id))) for one in citations)


def _words(section: Section) -> str:
    return " ".join(sentence.text for paragraph in section.paragraphs for sentence in paragraph.sentences)


def _holds(section: Section) -> bool:
    return bool(section.paragraphs or section.grids or section.pictures or section.notes)


def _about(material: Material, say: Catalogue) -> tuple[str, ...]:
    wanted = material.wanted
    accounts = {view.account.id for event in material.events for view in event.told.accounts}
    articles = {view.article.id: view.article.outlet for event in material.events for view in event.told.accounts}
    outlets, unnamed = set(articles.values()) - {None}, sum(outlet is None for outlet in articles.values())
    counts = {
        "events": say("brief.n.events", n=len(material.events)),
        "accounts": say("brief.n.accounts", n=len(accounts)),
        "outlets": say("brief.n.outlets", n=len(outlets)),
    }
    since = say("brief.about.all") if wanted.since is None else date_words(str(wanted.since), say)
    return (
        say("brief.about.day", day=date_words(str(wanted.day), say)),
        since if wanted.since is None else say("brief.about.since", since=since),
        say("brief.about.counts", **counts) + (say("brief.about.unnamed", n=unnamed) if unnamed else ""),
        say(f"brief.about.as_{wanted.aggregation}"),
        say("brief.about.mark", mark=wanted.clearance.value.upper()),
    )


def _changed(ledger: Ledger, material: Material, citer: Citer, frames: Frames) -> Section:
    """Return what changed since the last brief of the same subject for the same audience."""
    heading = frames.say("brief.section.changed")
    last = ledger.publishing.briefs.last(material.wanted.subject, material.wanted.clearance)
    if last is None:
        return Section("changed", heading, notes=(frames.say("brief.change.first"),))
    found = list(changes(last, material, frames))[:CHANGES]
    paragraphs: tuple[Paragraph, ...] = tuple(citer.paragraph([one]) for one in found)
    note = frames.say("brief.change.last", day=date_words(last.made_at[:10], frames.say))
    none = () if found else (frames.say("brief.change.none"),)
    return Section("changed", heading, paragraphs, notes=(note, *none))
