"""Begin a training from another one's layers made narrower: ``python -m training.prune RUN NARROW WIDTH``.

Of the feed-forward part of each trained layer those units stay that move its output most on the annotated documents. NARROW then
holds a checkpoint that ``training.train`` goes on from with ``inner`` set to WIDTH in its configuration.
"""

import argparse
import random
from pathlib import Path

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel
from transformers import BertModel

from training.encode import Encoder
from training.model import FROZEN, Model
from training.train import annotated, batch_of, load, lowered, pretrained, tokenizer

#: Windows that the units are judged on.
LOOKED_AT = 400
_LAYER = "encoder.encoder.layer.{}."


def weights(model: Model, config_size: int = 320) -> list[Tensor]:
    """Return for each trained layer how much each unit moves its output: mean activation times the length of what it adds."""
    words = tokenizer(pretrained())
    windows = annotated(Encoder(words, config_size, config_size))[:LOOKED_AT]
    told = lowered(model, windows, words.token_to_id("[CLS]"), words.token_to_id("[SEP]"))
    layers = model.encoder.encoder.layer[FROZEN:]
    sums = [torch.zeros(layer.intermediate.dense.out_features) for layer in layers]

    def watch(number: int) -> None:
        def add(_part: torch.nn.Module, _given: tuple[Tensor, ...], made: Tensor) -> None:
            sums[number] += made.detach().abs().sum(dim=(0, 1))

        layers[number].intermediate.register_forward_hook(add)

    for number in range(len(layers)):
        watch(number)
    with torch.no_grad():
        for one in told:
            model.upper(*batch_of([one], random.Random(0), 0.0))
    return [total * layer.output.dense.weight.detach().norm(dim=0) for total, layer in zip(sums, layers, strict=True)]


def narrowed(state: dict[str, Tensor], judged: list[Tensor], width: int) -> dict[str, Tensor]:
    """Return a model's weights with the ``width`` weightiest units of each trained layer."""
    made = dict(state)
    for number, weight in enumerate(judged, start=FROZEN):
        kept = weight.topk(width).indices.sort().values
        name = _LAYER.format(number)
        made[f"{name}intermediate.dense.weight"] = state[f"{name}intermediate.dense.weight"][kept]
        made[f"{name}intermediate.dense.bias"] = state[f"{name}intermediate.dense.bias"][kept]
        made[f"{name}output.dense.weight"] = state[f"{name}output.dense.weight"][:, kept]
    return made


def main() -> None:
    """Read the command line and write the narrow run's first checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("narrow", type=Path)
    parser.add_argument("width", type=int)
    arguments = parser.parse_args()
    model, _ = load(arguments.run)
    model.eval()
    state = narrowed(model.state_dict(), weights(model), arguments.width)
    slim = Model(BertModel.from_pretrained(pretrained(), add_pooling_layer=False), 0.0, arguments.width)
    slim.load_state_dict(state)
    arguments.narrow.mkdir(parents=True, exist_ok=True)
    begun = {"model": state, "mean": AveragedModel(slim).state_dict(), "last": state, "optimizer": None, "epoch": -1}
    torch.save(begun, arguments.narrow / "checkpoint.pt")


if __name__ == "__main__":
    main()
