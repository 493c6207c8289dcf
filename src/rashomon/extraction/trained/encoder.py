"""A trained model on ONNX Runtime: a text of any length becomes one state a word piece."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from rashomon.extraction.trained.heads import Floats, Heads
from rashomon.extraction.trained.hints import OFFSETS, Ints, columns
from rashomon.extraction.trained.shapes import shapes
from rashomon.model.reading import Reading

#: Word pieces of a window, and how far the next one starts behind it.
SIZE, STRIDE = 320, 240


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's word pieces: where each stands, whether it goes on within a word, and its state (tokens, hidden)."""

    offsets: tuple[tuple[int, int], ...]
    inside: tuple[bool, ...]
    states: Floats

    def characters(self, pieces: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of a span of word pieces, widened to whole words."""
        first, last = pieces[0], pieces[1] - 1
        while first and self.inside[first]:
            first -= 1
        while last + 1 < len(self.offsets) and self.inside[last + 1]:
            last += 1
        return self.offsets[first][0], self.offsets[last][1]


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


class TrainedModel:
    """The layers that all trainings share, and those of one training above them with its heads.

    Args:
        folder: holds ``tokenizer.json``, ``base.onnx`` and, for each training, ``NAME.onnx``, ``NAME.npz`` and ``NAME.toml``.

        name: of the training.
    """

    def __init__(self, folder: Path, name: str = "news") -> None:
        self._base = _session(folder / "base.onnx")
        self._upper = _session(folder / f"{name}.onnx")
        with np.load(folder / f"{name}.npz") as arrays:
            self.heads = Heads({key: arrays[key].astype(np.float32) for key in arrays.files})
        self.version: str = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))["version"]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._marks = tuple(self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))

    def encode(self, text: str, reading: Reading | None = None) -> Encoded:
        """Return the text's word pieces with their states; an empty text has none.

        Args:
            text: what is read.

            reading: what the rules found in it, as hints; ``None`` gives none.
        """
        coded = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = tuple(coded.offsets)
        if not offsets:
            return Encoded((), (), np.zeros((0, 0), dtype=np.float32))
        spans = windows(len(coded.ids))
        hints = columns(reading, offsets, shapes(text, offsets))
        inside = tuple(piece.startswith("##") for piece in coded.tokens)
        return Encoded(offsets, inside, stitched([self._run(coded.ids[a:b], hints[a:b]) for a, b in spans], spans))

    def _run(self, ids: list[int], hints: Ints) -> Floats:
        first, last = self._marks
        row = np.array([[first, *ids, last]], dtype=np.int64)
        mask = np.ones_like(row)
        edge = np.asarray([OFFSETS], dtype=np.int64)
        (lower,) = self._base.run(["states"], {"ids": row, "mask": mask})
        given = {"lower": lower, "mask": mask, "hints": np.concatenate([edge, hints, edge])[None]}
        (states,) = self._upper.run(["states"], given)
        made: Floats = states[0, 1:-1].astype(np.float32)
        return made


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
