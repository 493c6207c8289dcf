"""Make the claims of an article: attributions with their sources' keys and spans, and quotations that go on without a cue."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from rashomon.extraction.attribution import Attribution, attributions
from rashomon.extraction.attribution_content import behind_dateline, quotations, widened
from rashomon.extraction.claims_outlet import judgement
from rashomon.extraction.claims_spoken import spoken
from rashomon.extraction.claims_ultimatum import ultimatums
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.model.reading import OUTLET_KEY, Account, Claim, Figure, Mention
from rashomon.model.words import ATTACKS, EventType, MentionKind, Stance

Told = TypeVar("Told", Account, Figure)

_MARKS = frozenset('“"«')
#: Share of a sentence's words that must be quoted for it to go on with a speech.
_MOSTLY = 0.7
#: Stances that speak of an attack told before, where their own words name none ("the group denied involvement").
_OF_AN_ATTACK = frozenset({Stance.CLAIMS_RESPONSIBILITY, Stance.ACCUSES, Stance.DENIES})
#: Characters between an attack and what is said about who did it.
_FAR_BACK = 700


#: Sentences after which "he added" no longer means who spoke last.
_REMEMBERED = 2


def claims(passage: Passage) -> tuple[Claim, ...]:
    """Return the claims of an article in reading order, one for each attribution; `about` is left empty."""
    quotes = quotations(passage.article.text)
    found: list[Claim] = []
    speaker: Mention | None = None
    spoke = 0
    for n, sentence in enumerate(passage.sentences):
        read = attributions(passage, sentence, speaker if n - spoke <= _REMEMBERED else None)
        made = [_claim(passage, attribution, quotes) for attribution in read]
        persons = [one.source for one in read if one.source is not None and one.source.kind == MentionKind.PERSON]
        speaker, spoke = (persons[-1], n) if persons else (speaker, spoke)
        last = next((claim for claim in reversed(found) if claim.source != OUTLET_KEY), None)
        if not made and last is not None and _goes_on(passage, sentence, last):
            made = [Claim(last.source, Stance.ASSERTS, passage.evidence(sentence.start, sentence.end), via=last.via)]
        judged = judgement(passage, sentence) if not made else None
        made += [judged] if judged is not None else []
        for claim in made:
            if all(claim.id != other.id for other in found):
                found.append(claim)
    made = [_undated(passage, claim) for claim in (*found, *spoken(passage, found))]
    return tuple(sorted(made, key=lambda claim: (claim.content.start, -claim.content.end)))


def _undated(passage: Passage, claim: Claim) -> Claim:
    """Return the claim without the dateline that stands before what is said."""
    start, end = claim.content.start, claim.content.end
    sentence = next((s for s in passage.sentences if s.start <= start < s.end), None)
    first = behind_dateline(sentence) if sentence is not None else start
    return replace(claim, content=passage.evidence(first, end)) if start < first < end else claim


def _claim(passage: Passage, attribution: Attribution, quotes: Sequence[tuple[int, int]]) -> Claim:
    sentence, cue = attribution.sentence, attribution.cue
    cue_span = passage.evidence(*sentence.span(cue.first, cue.last)) if cue is not None else None
    content = cue_span
    if attribution.content is not None:
        content = passage.evidence(*widened(sentence.span(*attribution.content), quotes))
    assert content is not None
    source_span = attribution.source.span if attribution.source is not None else None
    via = tuple(dict.fromkeys(mention.key for mention in attribution.via if mention.key and mention.key != attribution.key))
    return Claim(attribution.key, attribution.stance, content, source_span, cue_span, via)


def _goes_on(passage: Passage, sentence: Sentence, last: Claim) -> bool:
    """Whether a sentence that is all quotation goes on with what the last speaker said."""
    if not sentence.words or sentence.words[0] not in _MARKS or last.content.end >= sentence.end:
        return False
    between = passage.article.text[last.content.end : sentence.start]
    share = sum(sentence.quoted) / len(sentence.words)
    return share >= _MOSTLY and len(between) < _FAR and last.stance != Stance.CLAIMS_RESPONSIBILITY


#: Characters between a speech and its going on.
_FAR = 200
#: What somebody is accused of that is no attack told before ("of having soldiers there"), unless the words point back at one.
_OF_ELSE = re.compile(
    r"\bof (?!(?:kill|attack|bomb|shell|fir|shoot|stag|order|plann|carry|orchestrat|perpetrat|committ|mastermind|target|conduct)"
    r"\w*ing)"
    r"\w+ing\b(?!.*\b(?:it|this|attacks?|assaults?|blasts?|bombings?|killings?|strikes?|raids?|massacres?|murders?|ambush\w*)\b)",
    re.IGNORECASE,
)
#: How a denial begins that answers what was just said.
_POINTING = re.compile(
    r"\W*(?:as\W+|(?:the|this|that|these|those) (?:reports?|statements?|news|story|stories|accounts?|videos?|footage|version)\b|"
    r"(?:it|this|that)\b)",
    re.IGNORECASE,
)


def with_subjects(
    passage: Passage, found: Sequence[Claim], accounts: Sequence[Account], figures: Sequence[Figure]
) -> tuple[Claim, ...]:
    """Return the claims, and the ultimatums beside them, with ``about`` filled.

    It holds the accounts and figures of the content, of a bare cue those of its sentence.
    """
    every = (*found, *ultimatums(passage, found))
    return tuple(replace(claim, about=_about(passage, claim, every, accounts, figures)) for claim in every)


def _about(
    passage: Passage, claim: Claim, every: Sequence[Claim], accounts: Sequence[Account], figures: Sequence[Figure]
) -> tuple[str, ...]:
    told, counted = _inside(passage, claim, accounts), _inside(passage, claim, figures)
    if (
        not told
        and claim.stance in _OF_AN_ATTACK
        and not _OF_ELSE.search(passage.article.text, claim.content.start, claim.content.end)
    ):
        answered = _answered(passage, claim, every)
        told = _attack_before(claim, accounts) if answered is None else _inside(passage, answered, accounts)
        told = [account for account in told if account.type != EventType.OTHER] or told
    ids = [account.id for account in told] + [figure.id for figure in counted]
    return tuple(dict.fromkeys(ids))


def _inside(passage: Passage, claim: Claim, told: Sequence[Told]) -> list[Told]:
    """Return what stands in the content of a claim, of a bare cue in its sentence."""
    start, end = claim.content.start, claim.content.end
    if claim.cue == claim.content:
        around = next((s for s in passage.sentences if s.start <= start < s.end), None)
        start, end = (around.start, around.end) if around is not None else (start, end)
    spans = [(one, one.trigger if isinstance(one, Account) else one.span) for one in told]
    return [one for one, span in spans if start <= span.start and span.end <= end]


def _answered(passage: Passage, claim: Claim, every: Sequence[Claim]) -> Claim | None:
    """Return the claim of somebody else that a denial answers which only points back ("called that a lie")."""
    if claim.stance != Stance.DENIES or not _POINTING.match(passage.article.text, claim.content.start, claim.content.end):
        return None
    told = [c for c in every if c.source != claim.source and 0 <= claim.content.start - c.content.end < _FAR_BACK]
    return max(told, key=lambda one: one.content.end, default=None)


def _attack_before(claim: Claim, accounts: Sequence[Account]) -> list[Account]:
    """Return the last attack told before the claim, not too far from it."""
    before = [a for a in accounts if a.type in ATTACKS and 0 <= claim.content.start - a.trigger.end < _FAR_BACK]
    return [max(before, key=lambda account: account.trigger.end)] if before else []
