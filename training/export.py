"""Export a training for the reader: ``python -m training.export RUN FOLDER NAME [HEADS]``.

Writes, with weights held as int8 (see `training.narrow`), ``base.onnx`` (the layers that no training changes) and ``NAME.onnx``
(those above them), ``NAME.npz`` (heads in half precision), ``tokenizer.json`` and ``NAME.toml`` (its version).
"""

import argparse
import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from rashomon.extraction.trained.hints import OFFSETS
from training.fuse import fuse
from training.model import Model
from training.narrow import narrow
from training.train import load, pretrained

_INNER = ("encoder.", "below.", "above.")


class _Lower(nn.Module):
    """The layers that no training changes."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return their token states."""
        return self.model.lower(ids, mask)


class _Upper(nn.Module):
    """The layers above them."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, lower: Tensor, mask: Tensor, hints: Tensor) -> Tensor:
        """Return the token states."""
        return self.model.upper(lower, mask, hints)


def _write(part: nn.Module, example: dict[str, Tensor], target: Path, *, quantize: bool, words: bool = False) -> None:
    axes = {name: {0: "windows", 1: "pieces"} for name in (*example, "states")}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch, "full.onnx")
        torch.onnx.export(
            part,
            tuple(example.values()),
            full,
            input_names=list(example),
            output_names=["states"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        if quantize:
            quantize_dynamic(full, target, weight_type=QuantType.QInt8, op_types_to_quantize=["Gather"] if words else [])
        else:
            shutil.copyfile(full, target)
    fuse(target)
    if quantize:
        narrow(target)


def export(run: Path, folder: Path, name: str, heads: Sequence[str] = (), *, quantize: bool = True) -> None:
    """Write the files of a run's last checkpoint into a folder.

    Args:
        run: the folder of the training.

        folder: where to write.

        name: what the trained layers and heads are called there.

        heads: the heads to keep; all where none is given.

        quantize: whether weights are held as int8.
    """
    folder.mkdir(parents=True, exist_ok=True)
    model, epoch = load(run)
    model.eval()
    pieces = torch.ones(1, 8, dtype=torch.long)
    lower = torch.zeros(1, 8, model.encoder.config.hidden_size)
    _write(_Lower(model), {"ids": pieces, "mask": pieces}, folder / "base.onnx", quantize=quantize, words=True)
    hints = torch.tensor(OFFSETS).repeat(1, 8, 1)
    _write(_Upper(model), {"lower": lower, "mask": pieces, "hints": hints}, folder / f"{name}.onnx", quantize=quantize)
    kept = {key: p for key, p in model.state_dict().items() if not key.startswith(_INNER)}
    kept = {key: p for key, p in kept.items() if not heads or key.split(".")[1] in heads}
    np.savez_compressed(folder / f"{name}.npz", **{key: p.detach().numpy().astype(np.float16) for key, p in kept.items()})
    shutil.copyfile(pretrained() / "tokenizer.json", folder / "tokenizer.json")
    digest = hashlib.sha256((folder / f"{name}.onnx").read_bytes() + (folder / f"{name}.npz").read_bytes()).hexdigest()[:8]
    (folder / f"{name}.toml").write_text(f'version = "{digest}"\nepochs = {epoch + 1}\n', encoding="utf-8")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("name")
    parser.add_argument("heads", nargs="*")
    parser.add_argument("--full", action="store_true", help="keep full precision")
    arguments = parser.parse_args()
    export(arguments.run, arguments.folder, arguments.name, arguments.heads, quantize=not arguments.full)


if __name__ == "__main__":
    main()
