"""Likelihood and confidence, each in sentences of its own: how likely events are as told, and how sure that judgement is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rashomon.exports.briefs.citing import Citer, ground
from rashomon.exports.briefs.contract import Paragraph, Said, Section
from rashomon.exports.briefs.doubting import doubt
from rashomon.exports.briefs.gathering import Material
from rashomon.exports.briefs.headings import mention
from rashomon.exports.briefs.naming import speaks_of
from rashomon.exports.briefs.telling import Telling, known_of, telling
from rashomon.exports.briefs.words import Frames, listed
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.linking.sources.grading import Credibility, credibility
from rashomon.linking.sources.roots import NOT_STATED
from rashomon.model.ledger import Contradiction, Event, NameSupport
from rashomon.model.words import Stance, Status
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.views import AccountView

#: The likelihood word of a credibility; what cannot be judged has none.
LIKELIHOOD = {
    Credibility.CONFIRMED: "very_likely",
    Credibility.PROBABLY_TRUE: "likely",
    Credibility.POSSIBLY_TRUE: "even",
    Credibility.DOUBTFUL: "unlikely",
    Credibility.IMPROBABLE: "very_unlikely",
}
#: Of events whose likelihood no word says.
UNSAID = "unsaid"
CONFIDENCE = ("high", "moderate", "low")
_GOOD, _FAIR = frozenset("AB"), frozenset("ABC")
_SEVERAL, _CITED = 2, 3
#: What a contradiction is about where somebody denies an event.
HAPPENED = "whether it happened"
#: Words of doubt are not for what one side says and another denies: that nobody confirms it makes it no less likely.
_DOUBTED = frozenset({Credibility.DOUBTFUL, Credibility.IMPROBABLE})
_AGAINST = frozenset({Status.DENIED, Status.NEGATED})
_LIKELY = re.compile(
    r"\b(?:likely|unlikely|probabl[ey]|improbable|almost certain|nearly certain|remote|even chance|almost no chance)\b",
    re.IGNORECASE,
)
_SURE = re.compile(r"\bconfiden(?:ce|t)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")
_Judged = tuple[PublishedEvent, Telling]


def mixes(text: str) -> bool:
    """Return whether a sentence speaks of likelihood and of confidence at once; quoted words do not count.

    >>> mixes("It is likely; confidence is low."), mixes("It is likely.")
    (True, False)
    """
    own = _QUOTED.sub("", text)
    return bool(_LIKELY.search(own) and _SURE.search(own))


def judgements(material: Material, citer: Citer, frames: Frames) -> Section:
    """Return two paragraphs: how likely each leading event is as told, and how sure that is."""
    judged = [(event, telling(event.told)) for event in material.leads if event.told.accounts]
    likely = _grouped(judged, lambda pair: _likelihood(pair[0], frames.say), (*LIKELIHOOD.values(), UNSAID), frames)
    weighed = [pair for pair in judged if _likelihood(pair[0], frames.say) != UNSAID]
    sure = _grouped(weighed, lambda pair: confidence(pair[0]), CONFIDENCE, frames)
    paragraphs: list[Paragraph] = []
    for key, sentences in (("heading", likely), ("how_sure", sure)):
        if sentences:
            paragraphs.append(citer.paragraph(sentences, frames.say(f"brief.likely.{key}")))
    return Section("likely", frames.say("brief.section.likely"), tuple(paragraphs))


def _grouped(judged: Sequence[_Judged], of: Callable[[_Judged], str | None], codes: Sequence[str], frames: Frames) -> list[Said]:
    """Return a sentence a word, with the events it holds for and an account of each of their sources."""
    said = []
    for code in codes:
        several = [one for event, one in judged if of((event, one)) == code]
        if several:
            names = listed(mention(one, frames.say) for one in several)
            known = tuple(value for one in several for value in known_of(one, frames.say))
            rests = tuple(one.grounds[view.account.id] for one in several for view in _of_roots(one))
            said.append(Said(frames(f"likely.{code}", events=names), rests, known))
    return said


def _of_roots(one: Telling) -> list[AccountView]:
    firsts = {view.root.id if view.root else view.article.id: view for view in reversed(one.views)}
    lead = [one.lead] if one.lead is not None else []
    others = [view for view in reversed(firsts.values()) if view not in lead]
    return [*lead, *others][:_CITED]


def _likelihood(event: PublishedEvent, say: Catalogue) -> str:
    """Return the word of an event's credibility; none for one that only one source tells and nothing speaks for or against."""
    behind: dict[str, list[str]] = {}
    for view in event.told.accounts:
        if view.root is not None:
            behind.setdefault(view.root.id, []).append(view.account.id)
    roots = {view.root.id: view.root for view in event.told.accounts if view.root is not None}
    known = tuple(
        replace(root, accounts=tuple(behind[key]), capture=key if root.name == NOT_STATED else None)
        for key, root in roots.items()
    )
    grade = credibility(_as_told(event, say), known, _against(event, say)).grade
    named = sum(root.capture is None for root in known)
    told = any(Status(one.value) not in _AGAINST for one in event.told.event.statuses)
    alone = named < _SEVERAL if grade is Credibility.POSSIBLY_TRUE else grade in _DOUBTED and told
    return UNSAID if alone or doubt(event) is not None else LIKELIHOOD.get(grade, UNSAID)


def _as_told(event: PublishedEvent, say: Catalogue) -> Event:
    """Return an event without denials of a part in it: who denies that they did it does not say that nothing happened."""
    cue = say("brief.cue.denies_part")
    words = {view.account.id: ground(view.quote, view.article).words for view in event.told.accounts}
    parts = frozenset(account for account, said in words.items() if speaks_of(cue, said))

    def left(one: NameSupport) -> NameSupport:
        return one if one.value != Status.DENIED else replace(one, accounts=tuple(x for x in one.accounts if x not in parts))

    statuses = (left(one) for one in event.told.event.statuses)
    return replace(event.told.event, statuses=tuple(one for one in statuses if one.accounts))


def _against(event: PublishedEvent, say: Catalogue) -> tuple[Contradiction, ...]:
    """Return an event's contradictions; that it was denied only where the words speak of the happening, not of a detail."""
    cue = say(f"brief.cue.{event.told.line.type}")
    denials = (ground(claim.quote, claim.article).words for claim in event.claims if claim.claim.stance is Stance.DENIES)
    denied = any(speaks_of(cue, words) and not speaks_of(say("brief.cue.denies_part"), words) for words in denials)
    return tuple(one for one in event.contradictions if denied or not one.topic.startswith(f"{HAPPENED}:"))


def confidence(event: PublishedEvent) -> str:
    """Return how sure a judgement of an event is: "high", "moderate" or "low", by sources and by grades of outlets."""
    letters = {event.grades.get(view.article.outlet or "") for view in event.told.accounts}
    several = event.told.line.independent >= _SEVERAL
    if several and letters & _GOOD:
        return "high"
    return "moderate" if several or letters & _FAIR else "low"
