"""The encoder on ONNX Runtime: a text of any length becomes one state a word piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from training.reader.heads import Floats
from training.reader.shapes import shapes

#: Word pieces of a window, and how far the next one starts behind it.
SIZE, STRIDE = 320, 240


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's word pieces: where each stands, and its state (tokens, hidden)."""

    offsets: tuple[tuple[int, int], ...]
    states: Floats

    def characters(self, pieces: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of a span of word pieces."""
        return self.offsets[pieces[0]][0], self.offsets[pieces[1] - 1][1]


def windows(length: int, size: int = SIZE, stride: int = STRIDE) -> list[tuple[int, int]]:
    """Return the windows that cover so many word pieces, each ``stride`` behind the last."""
    starts = [0]
    while starts[-1] + size < length:
        starts.append(starts[-1] + stride)
    return [(start, min(start + size, length)) for start in starts]


def stitched(parts: Sequence[Floats], spans: Sequence[tuple[int, int]]) -> Floats:
    """Join the states of overlapping windows; in an overlap each piece is taken where it stands farther from an edge."""
    kept = []
    for n, (part, (start, end)) in enumerate(zip(parts, spans, strict=True)):
        begin = start if n == 0 else (spans[n - 1][1] + start) // 2
        finish = end if n + 1 == len(spans) else (end + spans[n + 1][0]) // 2
        kept.append(part[begin - start : finish - start])
    return np.concatenate(kept)


class Encoder:
    """Runs the encoder.

    Args:
        folder: holds ``encoder.onnx`` and ``tokenizer.json``.
    """

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._marks = tuple(self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))

    def encode(self, text: str) -> Encoded:
        """Return the text's word pieces with their states; an empty text has none."""
        coded = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = tuple(coded.offsets)
        if not offsets:
            return Encoded((), np.zeros((0, 0), dtype=np.float32))
        spans = windows(len(coded.ids))
        kinds = shapes(text, offsets)
        return Encoded(offsets, stitched([self._run(coded.ids[a:b], kinds[a:b]) for a, b in spans], spans))

    def _run(self, ids: list[int], kinds: list[int]) -> Floats:
        first, last = self._marks
        row = np.array([[first, *ids, last]], dtype=np.int64)
        given = {"ids": row, "mask": np.ones_like(row), "shapes": np.array([[0, *kinds, 0]], dtype=np.int64)}
        (states,) = self._session.run(["states"], given)
        made: Floats = states[0, 1:-1].astype(np.float32)
        return made
