"""What happened, according to whom: the weightiest events in short, then in paragraphs, then others in a sentence each."""

from rashomon.exports.briefs.citing import Citer
from rashomon.exports.briefs.contract import Paragraph, Section
from rashomon.exports.briefs.gathering import Material
from rashomon.exports.briefs.headings import heading
from rashomon.exports.briefs.telling import event_sentences, in_own_words, telling, tolls_of, what_happened
from rashomon.exports.briefs.words import Frames

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
            made.append(citer.paragraph([*opening, *tolls], ref=event.told.line.id))
    return made


def what_happened_section(material: Material, citer: Citer, frames: Frames) -> Section:
    """Return a paragraph an event: its leading account in its own words, tolls, who claims and denies, how many sources."""
    paragraphs = []
    for event in material.leads:
        one = telling(event.told)
        sentences = list(event_sentences(event.told, frames, event.claims, material.wanted.aggregation))
        if sentences:
            paragraphs.append(citer.paragraph(sentences, heading(one, frames.say), event.told.line.id))
    notes = () if paragraphs else (frames.say("brief.event.none"),)
    return Section("happened", frames.say("brief.section.happened"), tuple(paragraphs), notes=notes)


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
