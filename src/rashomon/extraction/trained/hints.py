"""What rules and lists say, in the form the model takes it: columns of small numbers a word piece, a small number a pair.

The model learns how far to trust each; a hint of 0 says nothing.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.extraction.trained.labels import EVENTS, MENTIONS, NUMBERS, PAIRS, STANCES, STATUSES
from rashomon.extraction.trained.shapes import SHAPES
from rashomon.model.reading import Account, Claim, Mention, Reading
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import MentionKind
from rashomon.text.folding import fold

Ints = NDArray[np.int64]
#: First and one past the last character.
Characters = tuple[int, int]

#: Columns, and how many values each has besides 0; spans have two a label, begin and inside.
COLUMNS: dict[str, int] = {
    "shape": SHAPES,
    "mention": 2 * len(MENTIONS),
    "named": 2,
    "trigger": 2 * len(EVENTS),
    "status": len(STATUSES),
    "number": 2 * len(NUMBERS),
    "date": 2,
    "cue": 2 * len(STANCES),
    "content": 2,
    "source": 2,
}
_ORDER = tuple(COLUMNS)
#: The first row of each column in the table that all columns share; row 0 of a column says nothing.
OFFSETS = tuple(int(sum(1 + COLUMNS[name] for name in _ORDER[:n])) for n in range(len(_ORDER)))
ROWS = sum(1 + count for count in COLUMNS.values())

#: How many values the hint of each pair head has, 0 among them.
PAIR_HINTS = {"role": len(PAIRS["role"]), "source": 2, "content": 2, "coreference": 4, "event": 3, "tie": len(PAIRS["tie"])}


def columns(reading: Reading | None, offsets: Sequence[Characters], shapes: Sequence[int]) -> Ints:
    """Return hints of shape (pieces, columns) as rows of the shared table.

    Args:
        reading: what the rules found; ``None`` leaves all columns but the shapes at "says nothing".

        offsets: the characters of each piece.

        shapes: the shape of each piece's word.
    """
    made = np.zeros((len(offsets), len(_ORDER)), dtype=np.int64)
    made[:, 0] = np.asarray(shapes, dtype=np.int64) + 1 if len(offsets) else 0
    if reading is not None:
        marks = _Marks(made, offsets)
        for mention in reading.mentions:
            _mark_mention(marks, mention)
        for account in reading.accounts:
            _mark_account(marks, account)
        for claim in reading.claims:
            _mark_claim(marks, claim)
    return made + np.asarray(OFFSETS, dtype=np.int64)


class _Marks:
    """Writes spans into the columns."""

    def __init__(self, made: Ints, offsets: Sequence[Characters]) -> None:
        self._made = made
        self._starts = np.array([start for start, _ in offsets], dtype=np.int64)
        self._ends = np.array([end for _, end in offsets], dtype=np.int64)

    def span(self, column: str, span: EvidenceSpan, label: int) -> None:
        """Mark a span as begin and inside of a label."""
        first, last = self._pieces(span)
        self._made[first:last, _ORDER.index(column)] = 2 + 2 * label
        self._made[first : first + 1, _ORDER.index(column)] = 1 + 2 * label

    def flat(self, column: str, span: EvidenceSpan, value: int) -> None:
        """Give all pieces of a span one value."""
        first, last = self._pieces(span)
        self._made[first:last, _ORDER.index(column)] = 1 + value

    def _pieces(self, span: EvidenceSpan) -> Characters:
        first = int(np.searchsorted(self._ends, span.start, side="right"))
        last = int(np.searchsorted(self._starts, span.end, side="left"))
        return first, max(first, last)


def _mark_mention(marks: _Marks, mention: Mention) -> None:
    if mention.kind == MentionKind.DATE:
        marks.span("date", mention.span, 0)
    elif mention.kind == MentionKind.NUMBER:
        kind = str(mention.number_kind) if mention.number_kind else NUMBERS[-1]
        marks.span("number", mention.span, NUMBERS.index(kind))
    else:
        marks.span("mention", mention.span, MENTIONS.index(str(mention.kind)))
        marks.flat("named", mention.span, int(mention.named))


def _mark_account(marks: _Marks, account: Account) -> None:
    for span in (account.trigger, *account.also):
        marks.span("trigger", span, EVENTS.index(str(account.type)))
        marks.flat("status", span, STATUSES.index(str(account.status)))


def _mark_claim(marks: _Marks, claim: Claim) -> None:
    if claim.cue is not None:
        marks.span("cue", claim.cue, STANCES.index(str(claim.stance)))
    if claim.content != claim.cue:
        marks.span("content", claim.content, 0)
    if claim.source_span is not None:
        marks.flat("source", claim.source_span, 1)


class PairHints:
    """What a reading by rules says of pairs of spans.

    Args:
        reading: what the rules found; ``None`` says nothing.

        text: the text read.
    """

    def __init__(self, reading: Reading | None, text: str) -> None:
        self._reading = reading
        self._text = text

    def of(self, head: str, left: Sequence[Characters], right: Sequence[Characters]) -> Ints:
        """Return the hint of every pair, of shape (left, right)."""
        made = np.zeros((len(left), len(right)), dtype=np.int64)
        if head in ("coreference", "event"):
            self._alike(head, made, left, right)
        if self._reading is not None:
            ones, others = np.array(left).reshape(-1, 2), np.array(right).reshape(-1, 2)
            for one, other, label in self._told(head, self._reading):
                for i in _touching(one, ones):
                    made[i, _touching(other, others)] = label
        return made

    def _alike(self, head: str, made: Ints, left: Sequence[Characters], right: Sequence[Characters]) -> None:
        """Mark equal words (2) and, of mentions, an equal last word (3)."""
        ones, others = ([fold(self._text[a:b]) for a, b in side] for side in (left, right))
        if head == "coreference":
            made[_equal([one.rpartition(" ")[2] for one in ones], [other.rpartition(" ")[2] for other in others])] = 3
        made[_equal(ones, others)] = 2

    def _told(self, head: str, reading: Reading) -> Iterable[tuple[EvidenceSpan, EvidenceSpan, int]]:
        if head == "role":
            for account in reading.accounts:
                yield from _roles(account)
        elif head in ("source", "content"):
            for claim in reading.claims:
                yield from _said(head, claim)
        elif head == "coreference":
            yield from _same(reading)
        elif head == "event":
            for account in reading.accounts:
                spans = (account.trigger, *account.also)
                yield from ((one, other, 1) for one in spans for other in spans if one is not other)
        else:
            yield from _ties(reading)


def _roles(account: Account) -> Iterable[tuple[EvidenceSpan, EvidenceSpan, int]]:
    role = PAIRS["role"].index
    told = [(filler.span, str(filler.role)) for filler in account.fillers]
    told += [
        (span, name)
        for span, name in ((account.date_span, "date"), (account.killed_span, "killed"), (account.injured_span, "injured"))
        if span is not None
    ]
    for trigger in (account.trigger, *account.also):
        yield from ((trigger, span, role(name)) for span, name in told if name in PAIRS["role"])


def _said(head: str, claim: Claim) -> Iterable[tuple[EvidenceSpan, EvidenceSpan, int]]:
    if head == "content":
        if claim.cue is not None and claim.content != claim.cue:
            yield claim.cue, claim.content, 1
    elif claim.source_span is not None:
        yield claim.cue or claim.content, claim.source_span, 1


def _same(reading: Reading) -> Iterable[tuple[EvidenceSpan, EvidenceSpan, int]]:
    named: dict[str, list[EvidenceSpan]] = {}
    for mention in reading.mentions:
        if mention.key:
            named.setdefault(mention.key, []).append(mention.span)
    for spans in named.values():
        yield from ((one, other, 1) for one in spans for other in spans if one is not other)


def _ties(reading: Reading) -> Iterable[tuple[EvidenceSpan, EvidenceSpan, int]]:
    for tie in reading.ties:
        label = PAIRS["tie"].index(str(tie.relation))
        around = [m for m in reading.mentions if m.span.start < tie.evidence.end and tie.evidence.start < m.span.end]
        for one in around:
            yield from ((one.span, other.span, label) for other in around if (one.key, other.key) == (tie.subject, tie.object))


def _equal(left: Sequence[str], right: Sequence[str]) -> NDArray[np.bool_]:
    """Return which of the left words equal which of the right ones, of shape (left, right)."""
    numbers = {word: n for n, word in enumerate(dict.fromkeys((*left, *right)))}
    ones, others = (np.array([numbers[word] for word in side], dtype=np.int64) for side in (left, right))
    equal: NDArray[np.bool_] = ones[:, None] == others[None, :]
    return equal


def _touching(span: EvidenceSpan, spans: Ints) -> Ints:
    """Return the places of those spans, of shape (spans, 2), that share at least half of their characters with it (Dice)."""
    starts, ends = spans[:, 0], spans[:, 1]
    joint = np.minimum(ends, span.end) - np.maximum(starts, span.start)
    return np.flatnonzero((joint > 0) & (4 * joint >= ends - starts + span.end - span.start))
