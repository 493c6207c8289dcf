"""What the heads find in one text: spans, and which of them belong together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.extraction.trained.encoder import Encoded
from rashomon.extraction.trained.heads import Found, Heads, Sides
from rashomon.extraction.trained.hints import PairHints
from rashomon.extraction.trained.labels import PAIRS
from rashomon.model.reading import Reading
from rashomon.text.sentences import sentences

#: From this chance on a pair holds, .5 where nothing stands. Set on documents held out of training.
LIKELY: dict[str, float] = {}
#: Word pieces two spans may lie apart to be judged as a pair; the model saw none farther apart than a window.
REACH = 280


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
    ties: tuple[Judged, ...]
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
    spans = {head: tuple(heads.spans(head, states)) for head in ("mention", "trigger", "date", "number", "cue", "content")}
    mentions, triggers, cues, contents = (spans[head] for head in ("mention", "trigger", "cue", "content"))
    judge = _Judge(text, hinted, encoded, heads)
    said = tuple(judge.each("content", cues, contents))
    announced = {pair.right for pair in said}
    anchors = (*cues, *(content for n, content in enumerate(contents) if n not in announced))
    return Findings(
        mentions=mentions,
        triggers=triggers,
        dates=spans["date"],
        numbers=spans["number"],
        cues=cues,
        contents=contents,
        statuses=tuple(heads.classed("status", states, trigger.pieces)[0] for trigger in triggers),
        roles=tuple(judge.each("role", triggers, (*mentions, *spans["date"], *spans["number"]))),
        said=said,
        sources=tuple(_best(judge.each("source", anchors, mentions))),
        ties=tuple(judge.each("tie", mentions, mentions)),
        entities=judge.clusters("coreference", mentions),
        events=judge.clusters("event", triggers),
        anchors=anchors,
    )


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
