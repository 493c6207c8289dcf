"""A trained model on ONNX Runtime: a text of any length becomes one state a word piece."""

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

import numpy as np
import onnxruntime

from rashomon.extraction.trained.heads import Floats, Heads
from rashomon.extraction.trained.hints import OFFSETS, Ints, columns
from rashomon.extraction.trained.pieces import WordPieces, read_pieces
from rashomon.extraction.trained.shapes import shapes
from rashomon.model.reading import Reading

#: Word pieces of a window at most, and how many it shares with the next one.
SIZE, SHARED = 320, 48


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's word pieces: where each stands, whether it goes on within a word, and its state (tokens, hidden)."""

    offsets: tuple[tuple[int, int], ...]
    inside: tuple[bool, ...]
    states: Floats

    def pieces(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and one past the last word piece that touch a span of characters."""
        first = bisect_right(self.offsets, start, key=itemgetter(1))
        return first, bisect_left(self.offsets, end, lo=first, key=itemgetter(0))

    def characters(self, pieces: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of a span of word pieces, widened to whole words."""
        first, last = pieces[0], pieces[1] - 1
        while first and self.inside[first]:
            first -= 1
        while last + 1 < len(self.offsets) and self.inside[last + 1]:
            last += 1
        return self.offsets[first][0], self.offsets[last][1]


def windows(length: int, size: int = SIZE, shared: int = SHARED) -> list[tuple[int, int]]:
    """Return the fewest windows that cover so many word pieces, of like length, each sharing some with the next."""
    count = max(1, -(-(length - shared) // (size - shared)))
    edges = [(length - shared) * n // count for n in range(count + 1)]
    return [(start, end + shared) for start, end in pairwise(edges)] if count > 1 else [(0, length)]


def stitched(parts: Sequence[Floats], spans: Sequence[tuple[int, int]]) -> Floats:
    """Join the states of overlapping windows; in an overlap each piece is taken where it stands farther from an edge."""
    kept = []
    for n, (part, (start, end)) in enumerate(zip(parts, spans, strict=True)):
        begin = start if n == 0 else (spans[n - 1][1] + start) // 2
        finish = end if n + 1 == len(spans) else (end + spans[n + 1][0]) // 2
        kept.append(part[begin - start : finish - start])
    return np.concatenate(kept)


class TrainedModel:
    """The layers that all trainings share, and those of one training above them with its heads.

    The layers are loaded when the first text is read, so that a run with nothing to read does not pay for them.

    Args:
        folder: holds ``tokenizer.json``, ``base.onnx`` and, for each training, ``NAME.onnx``, ``NAME.npz`` and ``NAME.toml``.

        name: of the training.
    """

    def __init__(self, folder: Path, name: str = "news") -> None:
        self._folder = folder
        self._name = name
        self.version: str = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))["version"]
        with np.load(folder / f"{name}.npz") as arrays:
            self.heads = Heads({key: arrays[key].astype(np.float32) for key in arrays.files})

    @cached_property
    def _pieces(self) -> WordPieces:
        return read_pieces(self._folder / "tokenizer.json")

    @cached_property
    def _layers(self) -> tuple[onnxruntime.InferenceSession, onnxruntime.InferenceSession]:
        return _session(self._folder / "base.onnx"), _session(self._folder / f"{self._name}.onnx")

    def encode(self, text: str, reading: Reading | None = None) -> Encoded:
        """Return the text's word pieces with their states; an empty text has none.

        Args:
            text: what is read.

            reading: what the rules found in it, as hints; ``None`` gives none.
        """
        cut = self._pieces.cut(text)
        if not cut.ids:
            return Encoded((), (), np.zeros((0, 0), dtype=np.float32))
        spans = windows(len(cut.ids))
        hints = columns(reading, cut.offsets, shapes(text, cut.offsets))
        return Encoded(cut.offsets, cut.inside, stitched([self._run(cut.ids[a:b], hints[a:b]) for a, b in spans], spans))

    def lowest(self, text: str) -> Encoded:
        """Return the text's word pieces with their states in the layers that all trainings share: no training changes them."""
        cut = self._pieces.cut(text)
        if not cut.ids:
            return Encoded((), (), np.zeros((0, 0), dtype=np.float32))
        spans = windows(len(cut.ids))
        parts: list[Floats] = [self._lower(cut.ids[a:b])[0, 1:-1].astype(np.float32) for a, b in spans]
        return Encoded(cut.offsets, cut.inside, stitched(parts, spans))

    def _lower(self, ids: Sequence[int]) -> Floats:
        """Return the states of the shared layers, of shape (1, pieces and both edges, hidden)."""
        row = np.array([[self._pieces.first, *ids, self._pieces.last]], dtype=np.int64)
        (lower,) = self._layers[0].run(["states"], {"ids": row})
        made: Floats = lower
        return made

    def _run(self, ids: Sequence[int], hints: Ints) -> Floats:
        upper = self._layers[1]
        edge = np.asarray([OFFSETS], dtype=np.int64)
        given = {"lower": self._lower(ids), "hints": np.concatenate([edge, hints, edge])[None]}
        (states,) = upper.run(["states"], given)
        made: Floats = states[0, 1:-1].astype(np.float32)
        return made


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.add_session_config_entry("session.disable_quant_qdq", "1")  # weights become floats once, when the file is loaded
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
