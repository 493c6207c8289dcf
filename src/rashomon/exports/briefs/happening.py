"""What happened, according to whom: the weightiest events in short, then in paragraphs, then others in a sentence each."""

from collections.abc import Iterator, Sequence

from rashomon.exports.briefs.citing import Citer
from rashomon.exports.briefs.contract import Paragraph, Said, Section
from rashomon.exports.briefs.doubting import doubt
from rashomon.exports.briefs.gathering import Material
from rashomon.exports.briefs.headings import heading
from rashomon.exports.briefs.telling import NAMES, Telling, event_sentences, in_own_words, telling, tolls_of, what_happened
from rashomon.exports.briefs.words import Frames
from rashomon.store.publishing.contract import PublishedEvent

#: Events that stand in short at the top.
IN_SHORT = 4


def in_short(material: Material, citer: Citer, frames: Frames) -> Section:
    """Return the weightiest events, each in a sentence or two."""
    return Section("short", frames.say("brief.section.short"), tuple(_short(material, citer, frames)))


def _short(material: Material, citer: Citer, frames: Frames) -> list[Paragraph]:
    made: list[Paragraph] = []
    for event in material.leads:
        one = telling(event.told)
        if len(made) == IN_SHORT:
            break
        aggregation = material.wanted.aggregation
        opening = list(what_happened(one, frames, aggregation, short=True))
        tolls = [] if "killed" in one.lead_tolls(aggregation, frames.say) else list(tolls_of(one, aggregation, frames))[:1]
        if opening:
            made.append(citer.paragraph([*opening, *doubted(event, one, frames), *tolls], ref=event.told.line.id))
    return made


def what_happened_section(material: Material, citer: Citer, frames: Frames) -> Section:
    """Return a paragraph an event: its leading account in its own words, tolls, who claims and denies, how many sources."""
    paragraphs = []
    for event in material.leads:
        one = telling(event.told)
        sentences = list(event_sentences(event.told, frames, event.claims, material.wanted.aggregation))
        if sentences:
            again = told_again(material.again.get(event.told.line.id, ()), frames)
            several = [sentences[0], *doubted(event, one, frames), *sentences[1:], *again]
            paragraphs.append(citer.paragraph(several, heading(one, frames.say), event.told.line.id))
    notes = () if paragraphs else (frames.say("brief.event.none"),)
    return Section("happened", frames.say("brief.section.happened"), tuple(paragraphs), notes=notes)


def doubted(event: PublishedEvent, one: Telling, frames: Frames) -> Iterator[Said]:
    """Yield that an event may be several, where its accounts are far apart, with the words of some."""
    why = doubt(event)
    if why is not None:
        yield Said(frames(f"doubt_{why}"), tuple(dict.fromkeys(one.grounds[view.account.id] for view in one.views))[:NAMES])


def told_again(others: Sequence[PublishedEvent], frames: Frames) -> Iterator[Said]:
    """Yield that other events of the ledger tell of the killing of the same person, with the words of each."""
    rests = [rest for event in others if (rest := telling(event.told).rests) is not None]
    if rests:
        yield Said(frames("again", events=frames.say("brief.n.others", n=len(rests))), tuple(dict.fromkeys(rests)))


def also_reported(material: Material, citer: Citer, frames: Frames) -> Section:
    """Return the lesser events, each in the words of its source alone; words that are cited before are left out."""
    paragraphs = []
    told = {citation.ground for citation in citer.citations}
    for event in material.also:
        said = in_own_words(telling(event.told), frames)
        if said is not None and said.grounds[0] not in told:
            told.add(said.grounds[0])
            paragraphs.append(citer.paragraph([said], ref=event.told.line.id))
    return Section("also", frames.say("brief.section.also"), tuple(paragraphs))
