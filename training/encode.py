"""Documents as windows of word pieces with the labels of every head."""

from dataclasses import dataclass, field
from typing import Any

from tokenizers import Tokenizer

from training.corpus import Record
from training.reader.labels import PAIRS, SPANS, STATUSES, tags
from training.reader.shapes import shapes

Span = tuple[int, int]

#: Fillers whose value is a number or date rather than an entity.
VALUE_ROLES = {"killed", "injured", "detained", "abducted", "amount"}
KEY_ROLES = {"agent", "patient", "weapon", "place", "via", "origin", "destination"}


@dataclass
class Window:
    """Word pieces of a stretch of one document, with labels.

    Args:
        pieces: ids of the word pieces, without the marks at either end.

        shapes: the shape of each piece's word.

        heads: for each span head, a tag a piece.

        status: a status a piece, -100 outside triggers.

        spans: for each pair head, the spans on its left and right side.

        pairs: for each pair head, (left, right, label) of the pairs that hold; all others are "none".
    """

    pieces: list[int]
    shapes: list[int]
    heads: dict[str, list[int]]
    status: list[int]
    left: dict[str, list[Span]] = field(default_factory=dict)
    right: dict[str, list[Span]] = field(default_factory=dict)
    pairs: dict[str, dict[tuple[int, int], int]] = field(default_factory=dict)


def outermost(spans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return spans none of which lies in, or crosses, an earlier or longer one."""
    kept: list[dict[str, Any]] = []
    for span in sorted(spans, key=lambda s: (s["start"], -s["end"])):
        if not kept or span["start"] >= kept[-1]["end"]:
            kept.append(span)
    return kept


class Encoder:
    """Turns records into windows of at most ``size`` pieces, each starting ``stride`` after the last."""

    def __init__(self, tokenizer: Tokenizer, size: int, stride: int) -> None:
        self._tokenizer = tokenizer
        self._size = size
        self._stride = stride

    def windows(self, record: Record) -> list[Window]:
        """Return the record's windows."""
        coded = self._tokenizer.encode(record["text"], add_special_tokens=False)
        starts = [0]
        while starts[-1] + self._size < len(coded.ids):
            starts.append(starts[-1] + self._stride)
        document = _Document(record, coded.ids, coded.offsets)
        return [document.window(start, min(start + self._size, len(coded.ids))) for start in starts]


class _Document:
    """The spans and pairs of one record, in word pieces."""

    def __init__(self, record: Record, ids: list[int], offsets: list[Span]) -> None:
        self._ids = ids
        self._offsets = offsets
        self._shapes = shapes(record["text"], offsets)
        by = {tag: outermost([s for s in record["spans"] if s["tag"] == tag]) for tag in "mvdqac"}
        stance = {claim["id"]: claim["stance"] for claim in record["claims"]}
        self.found = {
            "mention": [(self._pieces(s), s["t"], s) for s in by["m"]],
            "trigger": [(self._pieces(s), s["t"], s) for s in by["v"]],
            "number": [(self._pieces(s), s["n"], s) for s in by["q"]],
            "date": [(self._pieces(s), "date", s) for s in by["d"]],
            "cue": [(self._pieces(s), stance[s["i"]], s) for s in by["c"]],
            "content": [(self._pieces(s), "content", s) for s in by["a"]],
        }
        self.found = {head: [f for f in found if f[0][0] < f[0][1]] for head, found in self.found.items()}
        self.record = record
        self.fillers = {event["id"]: event for event in record["events"]}
        self.sources: dict[str, set[Span]] = {}
        for s in record["spans"]:
            if s["tag"] == "s":
                self.sources.setdefault(s["i"], set()).add((s["start"], s["end"]))
        self.ties: dict[tuple[str, str], str] = {(r["subject"], r["object"]): r["relation"] for r in record["relations"]}

    def _pieces(self, span: dict[str, Any]) -> Span:
        inside = [i for i, (a, b) in enumerate(self._offsets) if a < span["end"] and b > span["start"]]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def window(self, start: int, end: int) -> Window:
        """Return the window from ``start`` to ``end``."""
        made = Window(self._ids[start:end], self._shapes[start:end], {}, [-100] * (end - start))
        kept = {
            head: [((a - start, b - start), label, s) for (a, b), label, s in found if start <= a and b <= end]
            for head, found in self.found.items()
        }
        for head in SPANS:
            index = {tag: i for i, tag in enumerate(tags(head))}
            row = [0] * (end - start)
            for (a, b), label, s in kept[head]:
                row[a] = index[f"B-{label}"]
                row[a + 1 : b] = [index[f"I-{label}"]] * (b - a - 1)
                if head == "trigger":
                    made.status[a:b] = [STATUSES.index(s["s"])] * (b - a)
            made.heads[head] = row
        self._pair(made, kept)
        return made

    def _pair(self, made: Window, kept: dict[str, list[Any]]) -> None:
        anchors = kept["cue"] + self._bare(kept)
        fillers = kept["mention"] + kept["date"] + kept["number"]
        sides = {
            "role": (kept["trigger"], fillers, self._role),
            "source": (anchors, kept["mention"], self._source),
            "content": (kept["cue"], kept["content"], lambda c, a: "content" if c["i"] == a["i"] else None),
            "coreference": (kept["mention"], kept["mention"], lambda x, y: "same" if x["k"] == y["k"] and x is not y else None),
            "event": (kept["trigger"], kept["trigger"], lambda x, y: "same" if x["i"] == y["i"] and x is not y else None),
            "tie": (kept["mention"], kept["mention"], lambda x, y: self.ties.get((x["k"], y["k"]))),
        }
        for head, (left, right, judge) in sides.items():
            made.left[head] = [span for span, _, _ in left]
            made.right[head] = [span for span, _, _ in right]
            made.pairs[head] = {
                (i, j): PAIRS[head].index(label)
                for i, (_, _, x) in enumerate(left)
                for j, (_, _, y) in enumerate(right)
                if (label := judge(x, y)) is not None
            }

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
