"""What the heads find in one text: spans, and which of them belong together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.extraction.entity_words import DETERMINERS
from rashomon.extraction.trained.encoder import Encoded
from rashomon.extraction.trained.heads import Floats, Found, Heads, Sides, spans_of
from rashomon.extraction.trained.hints import PairHints
from rashomon.extraction.trained.labels import PAIRS, SPANS
from rashomon.model.reading import OUTLET_KEY, Reading
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import MentionKind, NumberKind
from rashomon.text.folding import fold
from rashomon.text.sentences import sentences

#: From this chance on a pair holds, .5 where nothing stands. Set on documents held out of training.
LIKELY: dict[str, float] = {"role": 0.6}
#: Word pieces two spans may lie apart to be judged as a pair; the model saw none farther apart than a window.
REACH = 280
#: From this chance on a span that only the rules propose is taken. Set on documents held out of training.
POSSIBLE: dict[str, float] = {"mention": 0.2, "trigger": 0.0, "number": 0.3, "cue": 0.0, "content": 0.0}


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair that holds: places in the lists of left and right spans, its label and chance."""

    left: int
    right: int
    label: str
    sure: float


@dataclass(frozen=True, slots=True)
class Findings:
    """Spans by head in reading order, the status of each trigger, and the pairs that hold.

    ``anchors`` are the cues followed by the contents no cue announces; sources hang on them. ``fillers`` are mentions,
    dates, then numbers; roles hang on them.
    """

    mentions: tuple[Found, ...]
    triggers: tuple[Found, ...]
    dates: tuple[Found, ...]
    numbers: tuple[Found, ...]
    cues: tuple[Found, ...]
    contents: tuple[Found, ...]
    statuses: tuple[str, ...]
    roles: tuple[Judged, ...]
    said: tuple[Judged, ...]
    sources: tuple[Judged, ...]
    entities: tuple[int, ...]
    events: tuple[int, ...]
    anchors: tuple[Found, ...]


def find(text: str, hinted: Reading, encoded: Encoded, heads: Heads) -> Findings:
    """Return everything the heads find.

    Args:
        text: what was encoded.

        hinted: what the rules read in it.

        encoded: its word pieces with their states.

        heads: the model's heads.
    """
    states = encoded.states
    proposed = proposals(hinted, encoded)
    spans = {
        head: tuple(_joined(heads, head, states, proposed[head])) for head in ("mention", "trigger", "number", "cue", "content")
    }
    spans["mention"] = tuple(
        one for one in spans["mention"] if fold(text[slice(*encoded.characters(one.pieces))]) not in DETERMINERS
    )
    dates = tuple(proposed["date"])
    mentions, triggers, cues, contents = (spans[head] for head in ("mention", "trigger", "cue", "content"))
    judge = _Judge(text, hinted, encoded, heads)
    said = tuple(judge.each("content", cues, contents))
    announced = {pair.right for pair in said}
    anchors = (*cues, *(content for n, content in enumerate(contents) if n not in announced))
    return Findings(
        mentions=mentions,
        triggers=triggers,
        dates=dates,
        numbers=spans["number"],
        cues=cues,
        contents=contents,
        statuses=tuple(heads.classed("status", states, trigger.pieces)[0] for trigger in triggers),
        roles=tuple(judge.each("role", triggers, (*mentions, *dates, *spans["number"]))),
        said=said,
        sources=tuple(_best(judge.each("source", anchors, mentions))),
        entities=judge.clusters("coreference", mentions),
        events=judge.clusters("event", triggers),
        anchors=anchors,
    )


def proposals(hinted: Reading, encoded: Encoded) -> dict[str, list[Found]]:
    """Return what the rules found as spans of the heads.

    Of dates that is all there is: the grammar finds more of them than a head does, and their values with them.
    """
    found: dict[str, list[Found]] = {head: [] for head in SPANS}

    def propose(head: str, span: EvidenceSpan | None, label: str) -> None:
        pieces = encoded.pieces(span.start, span.end) if span is not None else (0, 0)
        if pieces[0] < pieces[1]:
            found[head].append(Found(pieces, label, 0.0))

    for mention in hinted.mentions:
        if mention.kind == MentionKind.NUMBER:
            propose("number", mention.span, str(mention.number_kind or NumberKind.OTHER))
        elif mention.kind == MentionKind.DATE:
            propose("date", mention.span, "date")
        else:
            propose("mention", mention.span, str(mention.kind))
    for account in hinted.accounts:
        for trigger in (account.trigger, *account.also):
            propose("trigger", trigger, str(account.type))
    for claim in hinted.claims:
        if claim.source != OUTLET_KEY:
            propose("cue", claim.cue, str(claim.stance))
            propose("content", claim.content if claim.content != claim.cue else None, "content")
    return found


def _joined(heads: Heads, head: str, states: Floats, proposed: Sequence[Found]) -> list[Found]:
    """Return the spans of a head, and of the proposed ones those beside them that the model thinks possible, in order."""
    chances = heads.tagged(head, states)
    found = spans_of(head, chances)
    taken = np.zeros(len(chances), dtype=bool)
    for one in found:
        taken[slice(*one.pieces)] = True
    for one in proposed:
        within = slice(*one.pieces)
        sure = 1 - float(chances[within, 0].min())
        if not taken[within].any() and sure >= POSSIBLE[head]:
            taken[within] = True
            found.append(Found(one.pieces, one.label, sure / 2))
    return sorted(found, key=lambda one: one.pieces)


class _Judge:
    """Judges pairs of spans of one text."""

    def __init__(self, text: str, hinted: Reading, encoded: Encoded, heads: Heads) -> None:
        self._encoded = encoded
        self._heads = heads
        self._hints = PairHints(hinted, text)
        self._starts = [start for start, _ in sentences(text, 0, len(text))]

    def each(self, head: str, left: Sequence[Found], right: Sequence[Found]) -> Iterator[Judged]:
        """Yield the pairs that hold."""
        chances = self._heads.pairs(head, self._encoded.states, self._sides(head, left, right))
        for i, j in np.argwhere(chances[:, :, 0] < 1 - LIKELY.get(head, 0.5)):
            label = int(chances[i, j, 1:].argmax()) + 1
            near = abs(left[i].pieces[0] - right[j].pieces[0]) <= REACH
            if near and (left is not right or i != j):
                yield Judged(int(i), int(j), PAIRS[head][label], float(chances[i, j, label]))

    def clusters(self, head: str, spans: Sequence[Found]) -> tuple[int, ...]:
        """Return for each span the first one of its cluster: a span joins the earlier one it most likely means."""
        chances = self._heads.pairs(head, self._encoded.states, self._sides(head, spans, spans))
        first = list(range(len(spans)))
        for j in range(1, len(spans)):
            both = (chances[:j, j, 1] + chances[j, :j, 1]) / 2
            best = int(both.argmax())
            if both[best] >= LIKELY.get(head, 0.5):
                first[j] = first[best]
        return tuple(first)

    def _sides(self, head: str, left: Sequence[Found], right: Sequence[Found]) -> Sides:
        ones, others = ([self._encoded.characters(f.pieces) for f in side] for side in (left, right))
        before, behind = (np.searchsorted(self._starts, [a for a, _ in side], side="right") for side in (ones, others))
        return Sides(left, right, self._hints.of(head, ones, others), behind[None, :] - before[:, None])


def _best(pairs: Iterable[Judged]) -> Iterator[Judged]:
    """Yield the surest pair of each left span."""
    best: dict[int, Judged] = {}
    for pair in pairs:
        if pair.left not in best or pair.sure > best[pair.left].sure:
            best[pair.left] = pair
    yield from best.values()
