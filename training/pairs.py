"""Train the net that says whether two words name one event: ``python -m training.pairs src/rashomon/linking/pairs.npz``.

Learned from the training parts of ECB+ and of the Gun Violence Corpus (annotations CC BY), read from the optional data folder.
A fifth of their stories is kept apart to set where joining stops. Needs torch. Takes about a quarter of an hour on one core.
Train again when the base layers or `linking.resemblance` change.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from benchmarks.event_coreference import located
from benchmarks.shared import Row, shared
from rashomon.extraction.trained.encoder import TrainedModel
from rashomon.extraction.trained.heads import Floats
from rashomon.extraction.trained.shipping import MODEL
from rashomon.linking.coreference.coreference import sceneries
from rashomon.linking.coreference.pairs import PairModel
from rashomon.linking.coreference.resemblance import NAMES, Scenery, respects
from rashomon.linking.linkage import average_link, beside_of, numbered

SETS = ("ecbplus", "gvc")
#: One story in so many sets the threshold and is not learned from.
_FIFTH = 5
_SIDE, _HIDDEN, _DROPPED = 48, 64, 0.2
_NETS, _EPOCHS, _BATCH, _RATE, _DECAY = 3, 3, 512, 3e-3, 0.01
_STEPS = np.arange(0.2, 0.61, 0.05)


@dataclass(frozen=True, slots=True)
class Told:
    """A story's occurrences and the event that each names."""

    scenery: Scenery
    events: tuple[str, ...]

    @property
    def held(self) -> bool:
        """Return whether it is kept apart."""
        first = min(one.span.article_id for one in self.scenery.found)
        return int(hashlib.sha256(first.encode()).hexdigest(), 16) % _FIFTH == 0


def told(name: str) -> Iterator[Told]:
    """Yield the stories of a set's training part."""
    lines = shared("bench", "event_coreference", f"{name}.train.jsonl").read_text(encoding="utf-8").splitlines()
    rows: list[Row] = [json.loads(line) for line in lines]
    sources, spans, keys = located(rows)
    events = {span: mention["cluster"] for row in rows for mention, span in zip(row["mentions"], keys[row["id"]], strict=True)}
    for scenery in sceneries(sources, spans, TrainedModel(MODEL)):
        yield Told(scenery, tuple(events[one.span] for one in scenery.found))


class Net(nn.Module):
    """One of the nets that `PairModel` averages."""

    def __init__(self, state: int) -> None:
        super().__init__()
        self.project = nn.Linear(state, _SIDE)
        self.hidden = nn.Linear(len(NAMES) + 2 * _SIDE, _HIDDEN)
        self.out = nn.Linear(_HIDDEN, 1)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, given: Tensor, one: Tensor, other: Tensor) -> Tensor:
        """Return the scores of pairs from their respects and two states."""
        ours, theirs = torch.tanh(self.project(self.drop(one))), torch.tanh(self.project(self.drop(other)))
        joined = torch.cat([given, ours * theirs, (ours - theirs).abs()], dim=1)
        scores: Tensor = self.out(self.drop(torch.relu(self.hidden(joined)))).squeeze(1)
        return scores


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of all stories: their respects, the rows of their two states, and whether they name one event."""

    given: Tensor
    ends: Tensor
    states: Tensor
    same: Tensor


def pairs_of(stories: Sequence[Told]) -> Pairs:
    """Return the pairs of stories to learn from."""
    given, ends, same, states, begin = [], [], [], [], 0
    for story in stories:
        count = len(story.events)
        one, other = np.tril_indices(count, -1)
        events = np.array(story.events)
        given.append(respects(story.scenery)[one, other])
        ends.append(np.stack([one, other], axis=1) + begin)
        same.append(events[one] == events[other])
        states += [found.state for found in story.scenery.found]
        begin += count
    joined = (np.concatenate(given), np.concatenate(ends), np.stack(states), np.concatenate(same).astype(np.float32))
    return Pairs(*map(torch.from_numpy, joined))


def fit(pairs: Pairs, mean: Tensor, spread: Tensor, seed: int) -> Net:
    """Train one net."""
    torch.manual_seed(seed)
    net = Net(pairs.states.shape[1])
    steps = _EPOCHS * (len(pairs.same) // _BATCH + 1)
    optimiser = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=_DECAY)
    slower = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(_EPOCHS):
        total = 0.0
        for chosen in torch.randperm(len(pairs.same)).split(_BATCH):
            one, other = pairs.states[pairs.ends[chosen, 0]], pairs.states[pairs.ends[chosen, 1]]
            scores = net((pairs.given[chosen] - mean) / spread, one * 8, other * 8)
            loss = nn.functional.binary_cross_entropy_with_logits(scores, pairs.same[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            slower.step()
            total += loss.item() * len(chosen)
        print(f"net {seed} epoch {epoch}: loss {total / len(pairs.same):.4f}", flush=True)
    return net.eval()


def arrays_of(nets: Sequence[Net], mean: Tensor, spread: Tensor, at: float) -> dict[str, Floats]:
    """Return the arrays that `PairModel` reads."""
    made = {
        "project": [net.project.weight.T * 8 for net in nets],
        "projected": [net.project.bias for net in nets],
        "hidden": [net.hidden.weight.T for net in nets],
        "shifted": [net.hidden.bias for net in nets],
        "out": [net.out.weight[0] for net in nets],
        "outset": [net.out.bias[0] for net in nets],
    }
    stacked = {name: torch.stack(parts).detach().numpy().astype(np.float16) for name, parts in made.items()}
    fixed = {"mean": mean.numpy(), "spread": spread.numpy(), "at": np.array(at)}
    return {**stacked, **{name: array.astype(np.float32) for name, array in fixed.items()}}


def agreement(stories: Sequence[Told], chances: Sequence[Floats], at: float) -> float:
    """Return the B-cubed F1 of joining at a threshold."""
    precision = recall = count = 0.0
    for story, likely in zip(stories, chances, strict=True):
        events = np.array(story.events)
        made = np.array(numbered(average_link(beside_of(likely), at)))
        ours, gold = made[:, None] == made[None, :], events[:, None] == events[None, :]
        precision += float(((ours & gold).sum(axis=1) / ours.sum(axis=1)).sum())
        recall += float(((ours & gold).sum(axis=1) / gold.sum(axis=1)).sum())
        count += len(events)
    return 2 * precision * recall / (precision + recall) / count


def train(stories: Sequence[Told], seeds: Iterable[int], at: float) -> dict[str, Floats]:
    """Return the arrays of nets trained on all pairs of the stories."""
    pairs = pairs_of(stories)
    spread, mean = torch.std_mean(pairs.given, dim=0)
    spread = spread + 1e-6
    return arrays_of([fit(pairs, mean, spread, seed) for seed in seeds], mean, spread, at)


def threshold(stories: Mapping[str, Sequence[Told]], target: Path) -> float:
    """Return where to stop joining: best on a fifth of the stories, for a net trained on the others."""
    np.savez(target, **train([story for told in stories.values() for story in told if not story.held], [0], _STEPS[0]))
    model = PairModel(target)
    held = {name: [story for story in told if story.held] for name, told in stories.items()}
    chances = {name: [model.chances(story.scenery) for story in told] for name, told in held.items()}
    reached = {at: [agreement(held[name], chances[name], at) for name in stories] for at in _STEPS.tolist()}
    for at, each in reached.items():
        print(f"at {at:.2f}: " + ", ".join(f"{name} {value:.4f}" for name, value in zip(stories, each, strict=True)))
    return max(reached, key=lambda at: sum(reached[at]))


def main(target: Path) -> None:
    """Set the threshold, train on all stories, and write the weights."""
    torch.set_num_threads(1)
    stories = {name: list(told(name)) for name in SETS}
    at = threshold(stories, target)
    arrays = train([story for own in stories.values() for story in own], range(_NETS), at)
    np.savez_compressed(target, **arrays)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
