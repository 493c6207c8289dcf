"""Export a training for the reader: ``python -m training.export RUN FOLDER``.

Writes ``encoder.onnx`` (int8 weights), ``heads.npz`` (half precision), ``tokenizer.json`` and ``model.toml`` (what it was
trained on and by which configuration).
"""

import argparse
import hashlib
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import Model
from training.train import load, pretrained


class _States(nn.Module):
    """The encoder alone, with one output."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> Tensor:
        """Return the token states."""
        return self.model.states(ids, mask, shapes)


def export(run: Path, folder: Path, *, quantize: bool = True) -> None:
    """Write the files of a run's last checkpoint into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    model, epoch = load(run)
    model.eval()
    example = torch.ones(1, 8, dtype=torch.long)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "mask", "shapes", "states")}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch, "full.onnx")
        torch.onnx.export(
            _States(model),
            (example, example, torch.zeros_like(example)),
            full,
            input_names=["ids", "mask", "shapes"],
            output_names=["states"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        if quantize:
            quantize_dynamic(full, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
        else:
            shutil.copyfile(full, folder / "encoder.onnx")
    heads = {
        name: p.detach().numpy().astype(np.float16) for name, p in model.state_dict().items() if not name.startswith("encoder.")
    }
    np.savez_compressed(folder / "heads.npz", **heads)
    shutil.copyfile(pretrained() / "tokenizer.json", folder / "tokenizer.json")
    digest = hashlib.sha256((folder / "encoder.onnx").read_bytes() + (folder / "heads.npz").read_bytes()).hexdigest()[:8]
    (folder / "model.toml").write_text(f'version = "{digest}"\nepochs = {epoch + 1}\n', encoding="utf-8")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--full", action="store_true", help="keep the encoder in full precision")
    arguments = parser.parse_args()
    export(arguments.run, arguments.folder, quantize=not arguments.full)


if __name__ == "__main__":
    main()
