"""A sentence as the readers of accounts, claims and ties see it: words, clauses, quotation marks and who stands where."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from rashomon.extraction.mentions import Mentions
from rashomon.extraction.phrases import word_set
from rashomon.model.reading import Mention
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import ACTOR_KINDS, PartKind
from rashomon.text.tokens import Token, tokens

_END = attrgetter("end")
_BREAKS = frozenset({";", ":", "—", "–", "(", ")", "...", "…", "|", "-"})
_OPENERS = word_set("grammar.yaml", "clause_openers")
_AUXILIARIES = frozenset(["was", "were", "has", "have", "had", "is", "are", "will", "would", "said", "killed", "did"])
_QUOTES = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; positions count its words.

    Args:
        start, end: offsets in the article's text.

        words: in lower case, with one kind of apostrophe; ``tokens`` are the same as printed.

        owners: for each word the outermost entity mention it belongs to.

        clauses: for each word the number of its clause.

        quoted: for each word whether it stands between quotation marks.

        mentions: the outermost entity mentions, in reading order.
    """

    n: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    owners: tuple[Mention | None, ...]
    clauses: tuple[int, ...]
    quoted: tuple[bool, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[Mention, ...]
    numbers: tuple[int, ...]
    title: bool

    def position(self, offset: int) -> int:
        """Return the position of the word that holds the offset, or of the next one."""
        return bisect.bisect_right(self.tokens, offset, key=_END)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the words from ``first`` up to and without ``last``."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def clause_bounds(self, at: int) -> tuple[int, int]:
        """Return the positions of the first word of the clause of word ``at`` and of the first after it."""
        number = self.clauses[at]
        return bisect.bisect_left(self.clauses, number), bisect.bisect_right(self.clauses, number)

    def first_word(self, mention: Mention) -> int:
        """Return the position of a mention's first word."""
        return self.position(mention.span.start)

    def after(self, mention: Mention) -> int:
        """Return the position of the first word behind a mention."""
        return self.position(mention.span.end - 1) + 1

    def mentions_between(self, first: int, last: int) -> Iterator[Mention]:
        """Yield the outermost mentions that begin between the positions, in reading order."""
        if first >= last:
            return
        start, end = self.span(first, last)
        yield from (mention for mention in self.mentions if start <= mention.span.start < end)


@dataclass(frozen=True, slots=True)
class Passage:
    """An article with its mentions and sentences."""

    article: Article
    found: Mentions
    sentences: tuple[Sentence, ...]

    def evidence(self, start: int, end: int) -> EvidenceSpan:
        """Return the span as evidence in this article."""
        return EvidenceSpan(self.article.id, start, end)


def passage(article: Article, found: Mentions) -> Passage:
    """Return the article cut into sentences, clauses and words, with every mention at its place."""
    titles = article.spans(PartKind.TITLE)
    outermost = _outermost(found.entities)
    starts = [mention.span.start for mention in outermost]
    date_starts = [mention.span.start for mention in found.dates]
    number_starts = [mention.span.start for mention in found.numbers]
    sentences = []
    for n, (start, end) in enumerate(found.sentences):
        inside = outermost[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        cut = tokens(article.text, start, end)
        words = tuple(token.text.lower().replace("’", "'") for token in cut)
        owners = _owners(cut, inside)
        sentences.append(
            Sentence(
                n,
                start,
                end,
                cut,
                words,
                owners,
                _clauses(words, owners),
                _quoted(cut),
                inside,
                found.dates[bisect.bisect_left(date_starts, start) : bisect.bisect_left(date_starts, end)],
                tuple(range(bisect.bisect_left(number_starts, start), bisect.bisect_left(number_starts, end))),
                any(a <= start < b for a, b in titles),
            )
        )
    return Passage(article, found, tuple(sentences))


def _outermost(entities: Sequence[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in sorted(entities, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)


def _owners(cut: Sequence[Token], inside: Sequence[Mention]) -> tuple[Mention | None, ...]:
    owners: list[Mention | None] = []
    waiting = list(reversed(inside))
    for token in cut:
        while waiting and waiting[-1].span.end <= token.start:
            waiting.pop()
        owners.append(waiting[-1] if waiting and waiting[-1].span.start < token.end else None)
    return tuple(owners)


def _clauses(words: Sequence[str], owners: Sequence[Mention | None]) -> tuple[int, ...]:
    numbers: list[int] = []
    number = 0
    for at in range(len(words)):
        if owners[at] is None and at and (_opens(words, at) or _acts_behind(words, owners, at) or _suffers(words, owners, at)):
            number += 1
        numbers.append(number)
    return tuple(numbers)


def _acts_behind(words: Sequence[str], owners: Sequence[Mention | None], at: int) -> bool:
    """Whether "as" opens a clause because somebody and their verb stand behind it ("as gunmen kill seven")."""
    actor = owners[at + 1] if words[at] == "as" and at + 1 < len(words) else None
    if actor is None or actor.kind not in ACTOR_KINDS:
        return False
    verb = next((n for n in range(at + 1, len(words)) if owners[n] is not actor), None)
    return verb is not None and owners[verb] is None and (words[verb].endswith(("ed", "s")) or words[verb] in _BARE_VERBS)


def _suffers(words: Sequence[str], owners: Sequence[Mention | None], at: int) -> bool:
    """Whether "and" opens a clause because somebody and their verb stand behind a doer: "shot by X and two drivers were hurt"."""
    if words[at] != "and" or "by" not in words[max(0, at - _DOER) : at]:
        return False
    subject = next((owner for owner in owners[at + 1 : at + 5] if owner is not None), None)
    behind = next((n for n in range(at + 1, len(words)) if owners[n] is not subject and subject in owners[at + 1 : n]), None)
    return behind is not None and words[behind] in _BE and not _BE.isdisjoint(words[:at])


#: Words between "by" and "and" behind a doer, at most.
_DOER = 6
_BE = frozenset(["was", "were", "been", "is", "are", "remain", "remained", "remains"])
#: Verbs of headlines in the plural.
_BARE_VERBS = frozenset(["kill", "storm", "seize", "attack", "raid", "bomb", "clash", "fight", "strike", "hit", "flee", "shell"])


def _opens(words: Sequence[str], at: int) -> bool:
    """Whether a new clause begins at the word."""
    word, before = words[at], words[at - 1]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in _BREAKS:
        return not _brackets_a_name(words, at)
    if word == "and":
        return before == "," or following in _AUXILIARIES or following.endswith("ed") or following in ("then", "that")
    if word == "as":
        return following in ("the", "a", "it", "they", "he", "she", "troops", "forces")
    return word in _OPENERS


#: Words between brackets that are only another name: "(JNIM)", "(MILF)".
_SHORT_FORM = 2


def _brackets_a_name(words: Sequence[str], at: int) -> bool:
    """Whether a bracket opens or closes around a short form, so that the clause goes on."""
    if words[at] == "(":
        return ")" in words[at + 1 : at + 2 + _SHORT_FORM]
    return words[at] == ")" and "(" in words[max(0, at - 1 - _SHORT_FORM) : at]


def _quoted(cut: Sequence[Token]) -> tuple[bool, ...]:
    """Say of each word whether it stands between quotation marks; a mark without its partner reaches to the end."""
    inside: list[bool] = []
    closing = ""
    for token in cut:
        if closing and token.text == closing:
            closing = ""
            inside.append(False)
        elif not closing and token.text in _QUOTES and token.text != "‘":
            closing = _QUOTES[token.text]
            inside.append(False)
        else:
            inside.append(bool(closing))
    return tuple(inside)
