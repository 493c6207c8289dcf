"""Documents as windows of word pieces with the labels of every head."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.extraction.trained.hints import PairHints, columns
from rashomon.extraction.trained.labels import CLASSES, LEFT, PAIRS, RIGHT, tags
from rashomon.extraction.trained.shapes import LOWER, shapes
from rashomon.model.reading import Reading
from rashomon.text.sentences import sentences
from training.corpus import Record

Span = tuple[int, int]
Ints = NDArray[np.int64]

#: Fillers whose value is a number or date rather than an entity.
VALUE_ROLES = {"killed", "injured", "detained", "abducted", "amount"}
KEY_ROLES = {"agent", "patient", "weapon", "place", "via", "origin", "destination"}
#: Span heads that the annotated documents have labels for.
ANNOTATED = ("mention", "trigger", "number", "date", "cue", "content")


@dataclass
class Pairing:
    """Spans on both sides of a pair head: their pieces and labels, hints, sentence gaps, and the label of every pair."""

    left: list[Span]
    right: list[Span]
    left_labels: list[int]
    right_labels: list[int]
    hints: Ints
    gaps: Ints
    gold: Ints


@dataclass
class Window:
    """Word pieces of a stretch of one document, with labels.

    Args:
        pieces: ids of the word pieces, without the marks at either end.

        hints: what rules say of each piece, of shape (pieces, columns).

        heads: for each labelled span head, a tag a piece.

        classes: for each labelled class head, a class a piece, -100 outside spans.

        pairs: for each labelled pair head, its pairing.
    """

    pieces: list[int]
    hints: Ints
    heads: dict[str, list[int]] = field(default_factory=dict)
    classes: dict[str, list[int]] = field(default_factory=dict)
    pairs: dict[str, Pairing] = field(default_factory=dict)


@dataclass
class Marked:
    """A text with labelled spans: head, characters, label, and the classes of the span."""

    text: str
    spans: list[tuple[str, Span, str, dict[str, str]]]
    heads: tuple[str, ...]
    cased: bool = True


def outermost(spans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return spans none of which lies in, or crosses, an earlier or longer one."""
    kept: list[dict[str, Any]] = []
    for span in sorted(spans, key=lambda s: (s["start"], -s["end"])):
        if not kept or span["start"] >= kept[-1]["end"]:
            kept.append(span)
    return kept


class Encoder:
    """Turns documents into windows of at most ``size`` pieces, each starting ``stride`` after the last."""

    def __init__(self, tokenizer: Tokenizer, size: int, stride: int) -> None:
        self._tokenizer = tokenizer
        self._size = size
        self._stride = stride

    def windows(self, record: Record, reading: Reading | None) -> list[Window]:
        """Return the windows of an annotated record, with what the rules read in it."""
        coded = self._tokenizer.encode(record["text"], add_special_tokens=False)
        document = _Document(record, reading, coded.ids, coded.offsets)
        return [document.window(start, end) for start, end in self._cut(len(coded.ids), self._stride)]

    def marked(self, text: Marked) -> list[Window]:
        """Return the windows of a text with spans only; they do not overlap."""
        coded = self._tokenizer.encode(text.text, add_special_tokens=False)
        words = shapes(text.text, coded.offsets) if text.cased else [LOWER] * len(coded.ids)
        hints = columns(None, coded.offsets, words)
        made = []
        for start, end in self._cut(len(coded.ids), self._size):
            window = Window(coded.ids[start:end], hints[start:end])
            for head in text.heads:
                spans = [
                    (_pieces(coded.offsets, span), label, classes) for name, span, label, classes in text.spans if name == head
                ]
                inside = [((a - start, b - start), label, classes) for (a, b), label, classes in spans if start <= a < b <= end]
                _tag(window, head, inside)
            made.append(window)
        return made

    def _cut(self, length: int, stride: int) -> Iterable[Span]:
        starts = [0]
        while starts[-1] + self._size < length:
            starts.append(starts[-1] + stride)
        return [(start, min(start + self._size, length)) for start in starts]


def _pieces(offsets: list[Span], span: Span) -> Span:
    inside = [i for i, (a, b) in enumerate(offsets) if a < span[1] and b > span[0]]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _tag(window: Window, head: str, found: Iterable[tuple[Span, str, dict[str, str]]]) -> None:
    """Write the tags of one span head, and of the heads that class its spans."""
    index = {tag: i for i, tag in enumerate(tags(head))}
    row = [0] * len(window.pieces)
    classed = {name: [-100] * len(window.pieces) for name, (of, _) in CLASSES.items() if of == head}
    for (a, b), label, classes in found:
        row[a] = index[f"B-{label}"]
        row[a + 1 : b] = [index[f"I-{label}"]] * (b - a - 1)
        for name, value in classes.items():
            if value in CLASSES[name][1]:
                classed[name][a:b] = [CLASSES[name][1].index(value)] * (b - a)
    window.heads[head] = row
    window.classes |= classed


class _Document:
    """The spans and pairs of one record, in word pieces."""

    def __init__(self, record: Record, reading: Reading | None, ids: list[int], offsets: list[Span]) -> None:
        self._ids = ids
        self._offsets = offsets
        self._hints = columns(reading, offsets, shapes(record["text"], offsets))
        self._pair_hints = PairHints(reading, record["text"])
        self._sentences = [start for start, _ in sentences(record["text"], 0, len(record["text"]))]
        by = {tag: outermost([s for s in record["spans"] if s["tag"] == tag]) for tag in "mvdqac"}
        stance = {claim["id"]: claim["stance"] for claim in record["claims"]}
        found = {
            "mention": [(self._pieces(s), s["t"], s) for s in by["m"]],
            "trigger": [(self._pieces(s), s["t"], s) for s in by["v"]],
            "number": [(self._pieces(s), s["n"], s) for s in by["q"]],
            "date": [(self._pieces(s), "date", s) for s in by["d"]],
            "cue": [(self._pieces(s), stance[s["i"]], s) for s in by["c"]],
            "content": [(self._pieces(s), "content", s) for s in by["a"]],
        }
        self.found = {head: [f for f in spans if f[0][0] < f[0][1]] for head, spans in found.items()}
        self.fillers = {event["id"]: event for event in record["events"]}
        self.sources: dict[str, set[Span]] = {}
        for s in record["spans"]:
            if s["tag"] == "s":
                self.sources.setdefault(s["i"], set()).add((s["start"], s["end"]))
        self.ties: dict[tuple[str, str], str] = {(r["subject"], r["object"]): r["relation"] for r in record["relations"]}

    def _pieces(self, span: dict[str, Any]) -> Span:
        return _pieces(self._offsets, (span["start"], span["end"]))

    def window(self, start: int, end: int) -> Window:
        """Return the window from ``start`` to ``end``."""
        made = Window(self._ids[start:end], self._hints[start:end])
        kept = {
            head: [((a - start, b - start), label, s) for (a, b), label, s in found if start <= a and b <= end]
            for head, found in self.found.items()
        }
        for head in ANNOTATED:
            spans = [(span, label, {"status": s["s"]} if head == "trigger" else {}) for span, label, s in kept[head]]
            _tag(made, head, spans)
        self._pair(made, kept)
        return made

    def _pair(self, made: Window, kept: dict[str, list[Any]]) -> None:
        anchors = kept["cue"] + self._bare(kept)
        fillers = kept["mention"] + kept["date"] + kept["number"]
        mentions, triggers = kept["mention"], kept["trigger"]
        self._head(made, "role", triggers, fillers, self._role)
        self._head(made, "source", anchors, mentions, self._source)
        self._head(made, "content", kept["cue"], kept["content"], lambda c, a: "content" if c["i"] == a["i"] else None)
        self._head(made, "coreference", mentions, mentions, lambda x, y: "same" if x["k"] == y["k"] and x is not y else None)
        self._head(made, "event", triggers, triggers, lambda x, y: "same" if x["i"] == y["i"] and x is not y else None)
        self._head(made, "tie", mentions, mentions, lambda x, y: self.ties.get((x["k"], y["k"])))

    def _head(
        self,
        made: Window,
        head: str,
        left: list[Any],
        right: list[Any],
        judge: Callable[[dict[str, Any], dict[str, Any]], str | None],
    ) -> None:
        gold = np.zeros((len(left), len(right)), dtype=np.int64)
        for i, (_, _, x) in enumerate(left):
            for j, (_, _, y) in enumerate(right):
                if (label := judge(x, y)) is not None:
                    gold[i, j] = PAIRS[head].index(label)
        ones, others = ([(s["start"], s["end"]) for _, _, s in side] for side in (left, right))
        made.pairs[head] = Pairing(
            left=[span for span, _, _ in left],
            right=[span for span, _, _ in right],
            left_labels=[LEFT[head].index(label) for _, label, _ in left],
            right_labels=[RIGHT[head].index(label) for _, label, _ in right],
            hints=self._pair_hints.of(head, ones, others),
            gaps=self._sentence(others)[None, :] - self._sentence(ones)[:, None],
            gold=gold,
        )

    def _sentence(self, spans: list[Span]) -> Ints:
        return np.searchsorted(self._sentences, [start for start, _ in spans], side="right").astype(np.int64)

    @staticmethod
    def _bare(kept: dict[str, list[Any]]) -> list[Any]:
        """Contents that no cue announces: they point at their source themselves."""
        announced = {s["i"] for _, _, s in kept["cue"]}
        return [found for found in kept["content"] if found[2]["i"] not in announced]

    def _source(self, anchor: dict[str, Any], mention: dict[str, Any]) -> str | None:
        spans = self.sources.get(anchor["i"], set())
        return "source" if (mention["start"], mention["end"]) in spans else None

    def _role(self, trigger: dict[str, Any], filler: dict[str, Any]) -> str | None:
        event = self.fillers[trigger["i"]]
        for role, value in event.items():
            if filler["tag"] == "m" and role in KEY_ROLES and filler["k"] in str(value).split(","):
                return role
            if filler["tag"] == "d" and role == "date" and filler["v"] == value:
                return role
            if filler["tag"] == "q" and role in VALUE_ROLES and filler["v"] == value and filler["n"] in (role, "money"):
                return role
        return None
