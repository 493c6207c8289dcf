"""What the heads find in one text: spans, and which of them belong together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from training.reader.encoder import Encoded
from training.reader.heads import Floats, Found, Heads
from training.reader.labels import PAIRS

#: From this chance on a pair holds. Set on the training documents.
LIKELY = 0.5
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


def find(encoded: Encoded, heads: Heads) -> Findings:
    """Return everything the heads find."""
    states = encoded.states
    spans = {head: tuple(heads.spans(head, states)) for head in ("mention", "trigger", "date", "number", "cue", "content")}
    mentions, triggers, cues, contents = (spans[head] for head in ("mention", "trigger", "cue", "content"))
    fillers = (*mentions, *spans["date"], *spans["number"])
    said = tuple(_each(heads, "content", states, cues, contents))
    announced = {pair.right for pair in said}
    anchors = (*cues, *(content for n, content in enumerate(contents) if n not in announced))
    return Findings(
        mentions=mentions,
        triggers=triggers,
        dates=spans["date"],
        numbers=spans["number"],
        cues=cues,
        contents=contents,
        statuses=tuple(heads.status(states, trigger.pieces) for trigger in triggers),
        roles=tuple(_each(heads, "role", states, triggers, fillers)),
        said=said,
        sources=tuple(_best(_each(heads, "source", states, anchors, mentions))),
        ties=tuple(_each(heads, "tie", states, mentions, mentions)),
        entities=_clusters(heads, "coreference", states, mentions),
        events=_clusters(heads, "event", states, triggers),
        anchors=anchors,
    )


def _each(heads: Heads, head: str, states: Floats, left: Sequence[Found], right: Sequence[Found]) -> Iterator[Judged]:
    """Yield the pairs that hold."""
    chances = heads.pairs(head, states, [f.pieces for f in left], [f.pieces for f in right])
    for i, j in np.argwhere(chances[:, :, 0] < 1 - LIKELY):
        label = int(chances[i, j, 1:].argmax()) + 1
        near = abs(left[i].pieces[0] - right[j].pieces[0]) <= REACH
        if near and (left is not right or i != j):
            yield Judged(int(i), int(j), PAIRS[head][label], float(chances[i, j, label]))


def _best(pairs: Iterable[Judged]) -> Iterator[Judged]:
    """Yield the surest pair of each left span."""
    best: dict[int, Judged] = {}
    for pair in pairs:
        if pair.left not in best or pair.sure > best[pair.left].sure:
            best[pair.left] = pair
    yield from best.values()


def _clusters(heads: Heads, head: str, states: Floats, spans: Sequence[Found]) -> tuple[int, ...]:
    """Return for each span the first one of its cluster: a span joins the earlier one it most likely means."""
    chances = heads.pairs(head, states, [f.pieces for f in spans], [f.pieces for f in spans])
    first = list(range(len(spans)))
    for j in range(1, len(spans)):
        both = (chances[:j, j, 1] + chances[j, :j, 1]) / 2
        best = int(both.argmax())
        if both[best] >= LIKELY:
            first[j] = first[best]
    return tuple(first)
