"""Make the figures of an article: what each number counts, for which time, after whom, and to which account it belongs."""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.denials import denied_contents, is_beside
from rashomon.extraction.harm_counts import is_total
from rashomon.extraction.numbers import FoundNumber
from rashomon.extraction.phrases import PhraseTable, fixed_phrases, plain_words, words_of
from rashomon.extraction.triggers_lists import VIOLENCE
from rashomon.model.dates import DateInterval
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Figure, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, NumberKind, Status

#: Most words of the phrase behind a number.
_WORDS = 8
_MARKS = frozenset(',.;:()“”"—–!?')
#: Marks that may stand between a number and what it counts.
_OPENING = (("“",), ('"',), ("‘",), ("«",))
#: How many sentences behind a happening a rival count of it may stand.
_BEFORE = 4
_HAPPENED = frozenset({Status.ASSERTED, Status.CLAIMED, Status.ALLEGED, Status.DISPUTED})
_TOLLS = {
    NumberKind.KILLED: "killed",
    NumberKind.INJURED: "injured",
    NumberKind.DETAINED: "detained",
    NumberKind.ABDUCTED: "abducted",
}


@dataclass(frozen=True, slots=True)
class _When:
    period: DateInterval | None = None
    as_of: DateInterval | None = None
    cumulative: bool | None = None


@functools.cache
def _table(name: str) -> PhraseTable[bool]:
    return PhraseTable(fixed_phrases(words_of("figures.yaml")[name], True))


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words_of("figures.yaml")[name])


@functools.cache
def _openers(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(plain_words(phrase) for phrase in words_of("figures.yaml")[name])


def figures(passage: Passage, claims: Sequence[Claim], accounts: Sequence[Account]) -> tuple[Figure, ...]:
    """Return a figure for each number of the article, in reading order."""
    made: list[Figure] = []
    for sentence in passage.sentences:
        before: Figure | None = None
        for n in sentence.numbers:
            mention, found = passage.found.numbers[n], passage.found.found_numbers[n]
            if mention.number is not None and mention.number_kind is not None:
                before = _figure(passage, sentence, mention, found, claims, accounts, before)
                made.append(before)
    return tuple(made)


def _figure(
    passage: Passage,
    sentence: Sentence,
    mention: Mention,
    found: FoundNumber,
    claims: Sequence[Claim],
    accounts: Sequence[Account],
    before: Figure | None,
) -> Figure:
    """Return the figure of one number; ``before`` is the last figure of its sentence, whose noun a bare number counts on."""
    assert mention.number is not None
    assert mention.number_kind is not None
    what, end = _what(passage, sentence, mention, before)
    when = _when(sentence, mention)
    kind = mention.number_kind
    return Figure(
        what,
        kind,
        mention.number,
        mention.span,
        passage.evidence(mention.span.start, max(end, mention.span.end)),
        found.printed,
        found.unit_text or words_of("figures.yaml")["units"].get(str(kind)),
        found.qualifier,
        when.period,
        when.as_of,
        when.cumulative,
        _source(sentence, mention, claims),
        None if _is_part(passage, sentence, mention) else _account(passage, sentence, mention, when, accounts, claims),
    )


def _what(passage: Passage, sentence: Sentence, mention: Mention, before: Figure | None) -> tuple[str, int]:
    """Return what is counted in the text's own words, and where these words end.

    A number without a noun of its own ("41 attacks, among them 17 on convoys") counts what the number before it counts.
    """
    first = sentence.after(mention)
    first += sentence.words[first : first + 1] in _OPENING
    at = _phrase_end(sentence, first)
    toll = _TOLLS.get(mention.number_kind or NumberKind.OTHER)
    if at == first:
        same = before is not None and before.kind in (mention.number_kind, NumberKind.EVENTS)
        return toll or (before.what if before is not None and same else mention.text), mention.span.end
    start, end = sentence.span(first, at)
    words = passage.article.text[start:end]
    return (f"{words} {toll}" if toll and toll not in words else words), end


def _phrase_end(sentence: Sentence, first: int) -> int:
    """Return where the noun phrase ends that begins at a word; ``first`` itself where none does."""
    at = first
    while at < min(len(sentence.words), first + _WORDS) and not _stops(sentence, first, at):
        at += 1
    while at > first and sentence.words[at - 1] in ("of", "in", "the", "a", "more", "other", "their", "its"):
        at -= 1
    return at


def _stops(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a word ends the phrase: a mark, a date, a word of the list, a verb that goes on."""
    word = sentence.words[at]
    dated = any(date.span.start <= sentence.tokens[at].start < date.span.end for date in sentence.dates)
    verb = at > first and word.endswith("ed") and sentence.owners[at] is None
    return dated or verb or word in _MARKS or word in _words("stops")


def _when(sentence: Sentence, mention: Mention) -> _When:
    """Return the time a number covers, as the dates and words of its sentence say."""
    whole = bool(_table("cumulative").within(sentence.words, 0, len(sentence.words)))
    behind = sentence.after(mention)
    single = bool(_table("single").within(sentence.words, behind, min(behind + _WORDS, len(sentence.words))))
    cumulative = True if whole else False if single else None
    at = mention.span.start
    nearest = min(sentence.dates, key=lambda date: abs(date.span.start - at), default=None)
    if nearest is None or nearest.date is None:
        return _When(cumulative=cumulative)
    position = sentence.first_word(nearest)
    own = sentence.words[position : position + 1]
    before = (*sentence.words[max(0, position - 2) : position], *own)
    if _ends_with(before, "since") or nearest.date.last is None:
        return _When(DateInterval(nearest.date.first, None), None, True) if nearest.date.first else _When(cumulative=True)
    if _ends_with(before, "until") or nearest.date.first is None:
        return _When(None, nearest.date, True if cumulative is None else cumulative)
    if _ends_with(before, "covers") or nearest.date.precision != "day":
        return _When(nearest.date, None, cumulative)
    return _When(None, nearest.date if whole else None, cumulative)


def _ends_with(words: Sequence[str], name: str) -> bool:
    """Whether one of the list's phrases stands right before the last word, or is the last word."""
    openers = _openers(name)
    return any(tuple(words[-len(o) - 1 : -1]) == o or tuple(words[-len(o) :]) == o for o in openers)


def _source(sentence: Sentence, mention: Mention, claims: Sequence[Claim]) -> str:
    """Return who gives the number: the source of the innermost claim around it, else of a bare cue before it ("claimed 9")."""
    start = mention.span.start
    around = _around(mention.span, claims)
    bare = [c for c in claims if c.cue == c.content and sentence.start <= c.content.start and c.content.end <= start]
    said = around or max(bare, key=lambda claim: claim.content.end, default=None)
    return said.source if said is not None and said.source != UNKNOWN_KEY else OUTLET_KEY


def _around(span: EvidenceSpan, claims: Iterable[Claim]) -> Claim | None:
    """Return the innermost claim whose content holds a place of the text."""
    holding = [claim for claim in claims if claim.content.start <= span.start and span.end <= claim.content.end]
    return min(holding, key=lambda claim: claim.content.end - claim.content.start, default=None)


def with_speakers(made: Iterable[Figure], claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """Return figures, those in nobody's words so far with the source of the innermost claim around them."""
    held = ((figure, _around(figure.span, claims) if figure.source == OUTLET_KEY else None) for figure in made)
    return tuple(
        replace(figure, source=claim.source) if claim is not None and claim.source != UNKNOWN_KEY else figure
        for figure, claim in held
    )


def with_tolls(accounts: Iterable[Account], made: Sequence[Figure]) -> tuple[Account, ...]:
    """Return accounts, those without a toll with the first one that a later sentence gives them."""
    return tuple(_with_toll(account, [figure for figure in made if figure.account == account.id]) for account in accounts)


def _with_toll(account: Account, counted: Sequence[Figure]) -> Account:
    later = [figure for figure in counted if figure.span.start >= account.evidence.end]
    killed = next((figure for figure in later if figure.kind == NumberKind.KILLED), None)
    injured = next((figure for figure in later if figure.kind == NumberKind.INJURED), None)
    if killed is not None and account.killed is None:
        account = replace(account, killed=killed.value, killed_span=killed.span)
    if injured is not None and account.injured is None:
        account = replace(account, injured=injured.value, injured_span=injured.span)
    return account


def _is_part(passage: Passage, sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence gives a total beside the number ("four more died, bringing the toll to 23")."""
    alike = (passage.found.numbers[n] for n in sentence.numbers)
    totals = [n.span for n in alike if n.number_kind == mention.number_kind and is_total(passage.article.text, n.span.start)]
    return mention.number_kind in _TOLLS and bool(totals) and mention.span not in totals


def _account(
    passage: Passage, sentence: Sentence, mention: Mention, when: _When, accounts: Sequence[Account], claims: Sequence[Claim]
) -> str | None:
    """Return the account that holds the number as its toll, else the nearest of the sentence that is not denied beside it.

    A toll in a sentence that tells no happening is of the violence told before it ("The hospital spoke of 29 dead").
    """
    for account in accounts:
        if mention.span in (account.killed_span, account.injured_span):
            return account.id
    told = [account for account in accounts if sentence.start <= account.trigger.start < sentence.end]
    denied, at = denied_contents(claims), mention.span.start
    here = [account for account in told if not is_beside(denied, account.trigger.start, at)]
    nearest = min(here, key=lambda account: abs(account.trigger.start - mention.span.start), default=None)
    disputed = any(span.start <= at < span.end for span in denied)
    timeless = when.period is None and not when.cumulative
    if nearest is None and not told and not disputed and mention.number_kind in _TOLLS and timeless:
        nearest = _told_before(passage, sentence, mention, accounts)
    return nearest.id if nearest is not None else None


def _told_before(passage: Passage, sentence: Sentence, mention: Mention, accounts: Sequence[Account]) -> Account | None:
    """Return the last violence told within a few sentences before, on none but the sentence's own day; a toll's own first."""
    first = passage.sentences[max(0, passage.sentences.index(sentence) - _BEFORE)].start
    days = [date.date for date in sentence.dates if date.date is not None]
    found = [
        account
        for account in accounts
        if first <= account.trigger.start < sentence.start
        and account.type in VIOLENCE
        and account.type != EventType.SABOTAGE
        and account.status in _HAPPENED
        and all(account.date is not None and account.date.overlaps(day) for day in days)
    ]
    injured = mention.number_kind == NumberKind.INJURED
    counted = [account for account in found if (account.injured if injured else account.killed) is not None]
    return max(counted or found, key=lambda account: account.trigger.start, default=None)
