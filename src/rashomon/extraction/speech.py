"""Who says, thinks, wants or judges what, by surface grammar alone: no mentions, no model, nothing but words and lists.

It is broader than claims: attitudes, wishes and judgements count as well, and sources need no name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extraction.speech_headlines import headline
from rashomon.extraction.speech_sentences import SentenceReader
from rashomon.extraction.speech_shapes import Saying
from rashomon.extraction.speech_subjects import Stretch
from rashomon.extraction.speech_words import Tag, Word, masked, quotations, tagged
from rashomon.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with what it reports."""

    span: Stretch
    speech: bool
    found: tuple[Saying, ...]


def sayings(text: str, span: Stretch | None = None) -> tuple[Saying, ...]:
    """Return what the sentences between the offsets (all of them by default) report, in reading order.

    A quotation that stands by itself goes on with what the sentence before it reports, or is what a bare '"X said."' behind it
    reports.
    """
    begin, end = span or (0, len(text))
    quotes = tuple(quote for quote in quotations(text) if begin <= quote[0] < end)
    told = [_told(text, where, quotes) for where in sentences(masked(text, quotes), begin, end)]
    made: list[Saying] = []
    waiting: list[Stretch] = []
    for n, one in enumerate(told):
        joined = n > 0 and "\n" not in text[told[n - 1].span[1] : one.span[0]]
        if one.speech:
            following = told[n + 1] if n + 1 < len(told) else None
            bare = following is not None and bool(following.found) and not following.found[0].content
            if joined and not bare and made and _near(made[-1], told[n - 1]):
                made[-1] = replace(made[-1], content=(*made[-1].content, one.span))
            waiting = [*waiting, one.span] if joined else [one.span]
            continue
        found = list(one.found)
        if found and not found[0].content and joined and waiting:
            found[0] = replace(found[0], content=tuple(waiting))
        made += [saying for saying in found if saying.content]
        waiting = []
    return tuple(made)


def _near(saying: Saying, before: _Told) -> bool:
    """Whether a saying reaches into the sentence before."""
    return max(saying.cue[1], *(end for _, end in saying.content)) > before.span[0]


def _told(text: str, span: Stretch, quotes: Sequence[Stretch]) -> _Told:
    cut = tagged(text, span, quotes)
    speech = _all_speech(cut)
    titled = "\n" not in text[: span[0]].strip() and (span[0] == 0 or not text[: span[0]].strip())
    found = () if speech or not cut else tuple(SentenceReader(cut).read())
    if titled and not found:
        found = headline(cut)
    return _Told(span, speech, found)


def _all_speech(cut: Sequence[Word]) -> bool:
    return bool(cut) and cut[0].tag == Tag.SPEECH and len(cut) <= 2  # noqa: PLR2004 - the quotation and a stop behind it
