"""What is disputed, both texts beside each other; what was taken back; threats and their deadlines."""

import re
from collections.abc import Iterable, Mapping

from rashomon.exports.briefs.citing import Citer, ground
from rashomon.exports.briefs.claiming import is_said, stance_key
from rashomon.exports.briefs.contract import Ground, Paragraph, Said, Section
from rashomon.exports.briefs.figuring import in_words
from rashomon.exports.briefs.gathering import Material
from rashomon.exports.briefs.headings import heading
from rashomon.exports.briefs.speaking import outlet_of, speaks, spoken_source
from rashomon.exports.briefs.telling import telling
from rashomon.exports.briefs.words import Frames, quoted, upper
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words
from rashomon.model.ledger import Contradiction, Position
from rashomon.model.words import ALARMS, Severity, Stance
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.beside import Warned
from rashomon.store.publishing.kept import PublishedArticle
from rashomon.store.quotes import sentence_bounds
from rashomon.store.views import ClaimView, Named

#: Disputes that are shown, sides of each, claims taken back or denied, and threats.
DISPUTES, SIDES, UNSAID, THREATS = 14, 4, 8, 10
_SEVERITIES = tuple(Severity)
_DENYING = frozenset({Stance.DENIES, Stance.DOUBTS})
_FEWEST = 2


def disputed(ledger: Ledger, material: Material, citer: Citer, frames: Frames) -> Section:
    """Return the contradictions among the events that answer, and those about no event: who says what, in which words."""
    found: list[tuple[Contradiction, str | None]] = []
    for event in material.events:
        name = heading(telling(event.told), frames.say)
        found += [(one, name) for one in event.contradictions if one.severity in ALARMS]
    found += [(one, None) for one in ledger.publishing.beside.disputes(material.articles) if one.severity in ALARMS]
    found.sort(key=lambda pair: _SEVERITIES.index(pair[0].severity))
    wanted = {side.article_id for one, _ in found for side in one.positions}
    held = {one.article.id: one for one in ledger.publishing.articles(wanted, material.wanted.clearance)}
    paragraphs: list[Paragraph] = []
    seen: set[frozenset[tuple[str, int]]] = set()
    for one, about in found:
        sides = _sides(one, held)
        key = frozenset((rests.article_id, rests.start) for _, rests in sides)
        if len(key) >= _FEWEST and key not in seen and len(paragraphs) < DISPUTES:
            seen.add(key)
            paragraphs.append(citer.paragraph(_told(sides, frames), _issue(one, about, frames.say), one.event_id))
    return Section("disputed", frames.say("brief.section.disputed"), tuple(paragraphs))


def _issue(one: Contradiction, name: str | None, say: Catalogue) -> str:
    """Return what is at issue, with the event it is about; the event's own title is left out, which may say too much."""
    issue, colon, about = in_words(one.topic, say).partition(": ")
    issue = say.code("brief.issue", issue)
    about = re.sub(r" in (\d{1,2} [^,;]* to \d)", r" from \1", about)
    return upper(f"{issue}: {name}" if name else f"{issue}: {about}" if colon and about else issue)


def _sides(one: Contradiction, held: Mapping[str, PublishedArticle]) -> list[tuple[Position, Ground]]:
    """Return the sides whose words may be shown, no stretch twice."""
    sides: dict[tuple[str, int], tuple[Position, Ground]] = {}
    for side in one.positions:
        if side.article_id in held:
            rests = _ground(side, held[side.article_id])
            sides.setdefault((rests.article_id, rests.start), (side, rests))
    return list(sides.values())[:SIDES]


def _ground(side: Position, published: PublishedArticle) -> Ground:
    article, line = published.article, published.line
    start, end = sentence_bounds(article.text, side.start, side.end)
    title = line.title if line.stated_title else None
    return Ground(article.id, start, end, article.text[start:end], line.outlet, title, line.published, line.url)


def _told(sides: Iterable[tuple[Position, Ground]], frames: Frames) -> list[Said]:
    made: list[Said] = []
    told: set[str] = set()
    named: set[str] = set()
    for n, (side, rests) in enumerate(sides):
        source, values = spoken_source(None if side.source is None else Named(side.source, ""), rests, frames.say)
        whose = source if rests.outlet else rests.article_id
        same = "side.same" if rests.outlet else "side.same_article"
        denies = n > 0 and re.search(frames.say("brief.cue.denied"), rests.words, re.IGNORECASE) is not None
        if denies:
            source, values = outlet_of(rests, frames.say), ()
        turn = same if whose in told else "side.denied" if denies else ("side.first", "side.next", "side.then", "side.then")[n]
        if whose not in told and source in named:
            source = frames.say("brief.unnamed_other")
        told.add(whose)
        named.add(source)
        made.append(Said(frames(turn, source=source, words=quoted(rests.words)), (rests,), values))
    return made


def unsaid(ledger: Ledger, material: Material, citer: Citer, frames: Frames) -> Section:
    """Return what sources said and later denied, then denials of events that no paragraph tells."""
    paragraphs = []
    for back in ledger.publishing.beside.taken_back([event.told.line.id for event in material.events], UNSAID):
        if {back.before.article.id, back.after.article.id} <= material.articles:
            said = [_claimed("back.said", back.before, frames), _claimed("back.unsaid", back.after, frames)]
            paragraphs.append(citer.paragraph(said, ref=back.event.id))
    told = {event.told.line.id for event in material.leads}
    quoted_before = {citation.ground for citation in citer.citations}
    for event in material.events:
        if event.told.line.id in told:
            continue
        for claim in event.claims:
            words = ground(claim.quote, claim.article).words
            if ground(claim.quote, claim.article) in quoted_before:
                continue
            denies = claim.claim.stance in _DENYING and is_said(claim.claim.stance, words, frames.say)
            if denies and speaks(claim.source, ground(claim.quote, claim.article), frames.say):
                said = [_claimed(stance_key(claim.claim.stance, words, frames.say), claim, frames)]
                paragraphs.append(citer.paragraph(said, ref=event.told.line.id))
                break
    return Section("unsaid", frames.say("brief.section.unsaid"), tuple(paragraphs[:UNSAID]))


def _claimed(key: str, claim: ClaimView, frames: Frames) -> Said:
    rests = ground(claim.quote, claim.article)
    source, values = spoken_source(claim.source, rests, frames.say)
    tail = frames.say("brief.tail", words=quoted(rests.words))
    return Said(frames(key, source=source, words=quoted(rests.words), tail=tail), (rests,), values)


def threats(ledger: Ledger, material: Material, citer: Citer, frames: Frames) -> Section:
    """Return threats, and warnings and demands with a deadline; deadlines come first, with whether the day has passed."""
    paragraphs: list[Paragraph] = []
    seen: set[tuple[str, int]] = set()
    for warned in ledger.publishing.beside.threats(material.articles):
        rests = ground(warned.claim.quote, warned.claim.article)
        copied = warned.claim.article.copy_of in material.articles
        vague = warned.deadline is None and (
            warned.claim.claim.stance is not Stance.THREATENS
            or re.search(frames.say("brief.cue.menace"), rests.words, re.IGNORECASE) is None
        )
        if (rests.article_id, rests.start) in seen or copied or vague or len(paragraphs) == THREATS:
            continue
        seen.add((rests.article_id, rests.start))
        named = speaks(warned.claim.source, rests, frames.say)
        said = _claimed(f"threat.{warned.claim.claim.stance if named else 'told'}", warned.claim, frames)
        paragraphs.append(citer.paragraph([said], _until(warned, material, frames)))
    return Section("threats", frames.say("brief.section.threats"), tuple(paragraphs))


def _until(warned: Warned, material: Material, frames: Frames) -> str | None:
    if warned.deadline is None:
        return None
    key = "brief.threat.passed" if warned.deadline < material.wanted.day else "brief.threat.coming"
    return frames.say(key, day=date_words(str(warned.deadline), frames.say))
