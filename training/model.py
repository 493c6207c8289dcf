"""The model: a pretrained encoder that is told what the rules say, a linear layer a span head, a biaffine layer a pair head.

The encoder's lowest layers stay as they were pretrained; what the rules say comes in above them, and once more below the heads.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import BertModel

from rashomon.extraction.trained.hints import PAIR_HINTS, ROWS
from rashomon.extraction.trained.labels import CLASSES, DISTANCES, LEFT, PAIRS, RIGHT, SENTENCES, SPANS, tags
from training.encode import Pairing, Span, Window

WIDTH = 128
#: Layers of the encoder that are not trained.
FROZEN = 2


class Pairs(nn.Module):
    """Scores every label for every pair of a left and a right span."""

    def __init__(self, head: str, hidden: int) -> None:
        super().__init__()
        labels = len(PAIRS[head])
        self.left = nn.Linear(2 * hidden, WIDTH)
        self.right = nn.Linear(2 * hidden, WIDTH)
        self.left_label = nn.Parameter(torch.zeros(len(LEFT[head]), WIDTH))
        self.right_label = nn.Parameter(torch.zeros(len(RIGHT[head]), WIDTH))
        self.bilinear = nn.Parameter(torch.zeros(labels, WIDTH + 1, WIDTH + 1))
        self.distance = nn.Parameter(torch.zeros(len(DISTANCES) + 1, labels))
        self.sentence = nn.Parameter(torch.zeros(len(SENTENCES) + 1, labels))
        self.hint = nn.Parameter(torch.zeros(PAIR_HINTS[head], labels))
        nn.init.normal_(self.bilinear, std=0.02)

    def forward(self, states: Tensor, pairing: Pairing, *, hinted: bool = True) -> Tensor:
        """Return scores of shape (left, right, labels) from token states of shape (tokens, hidden)."""
        a = torch.tanh(self.left(_ends(states, pairing.left)) + self.left_label[pairing.left_labels])
        b = torch.tanh(self.right(_ends(states, pairing.right)) + self.right_label[pairing.right_labels])
        a = torch.cat([a, a.new_ones(len(a), 1)], dim=1)
        b = torch.cat([b, b.new_ones(len(b), 1)], dim=1)
        scores = torch.einsum("ix,lxy,jy->ijl", a, self.bilinear, b)
        firsts, others = (np.array([start for start, _ in side]) for side in (pairing.left, pairing.right))
        scores = scores + self.distance[_buckets(others[None, :] - firsts[:, None], DISTANCES)]
        scores = scores + self.sentence[_buckets(pairing.gaps, SENTENCES)]
        return scores + self.hint[torch.from_numpy(pairing.hints)] if hinted else scores


def _buckets(gaps: NDArray[np.int64], edges: tuple[int, ...]) -> Tensor:
    return torch.from_numpy(np.digitize(gaps, edges))


def _ends(states: Tensor, spans: list[Span]) -> Tensor:
    firsts = states[[a for a, _ in spans]]
    lasts = states[[b - 1 for _, b in spans]]
    return torch.cat([firsts, lasts], dim=1)


class Model(nn.Module):
    """Finds spans and judges pairs of them.

    Args:
        encoder: the pretrained encoder.

        dropout: of its states, before the heads.

        inner: width inside the feed-forward part of each trained layer; the encoder's own where nothing is given.
    """

    def __init__(self, encoder: BertModel, dropout: float, inner: int | None = None) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        hidden = encoder.config.hidden_size
        self.encoder = encoder
        for part in (encoder.embeddings, *encoder.encoder.layer[:FROZEN]):
            part.requires_grad_(False)
        if inner is not None:
            for layer in encoder.encoder.layer[FROZEN:]:
                layer.intermediate.dense = nn.Linear(hidden, inner)
                layer.output.dense = nn.Linear(inner, hidden)
        self.below = nn.Embedding(ROWS, hidden)
        self.above = nn.Embedding(ROWS, hidden)
        nn.init.normal_(self.below.weight, std=0.02)
        nn.init.normal_(self.above.weight, std=0.05)
        self.spans = nn.ModuleDict({head: nn.Linear(hidden, len(tags(head))) for head in SPANS})
        self.classes = nn.ModuleDict({head: nn.Linear(hidden, len(labels)) for head, (_, labels) in CLASSES.items()})
        self.pairs = nn.ModuleDict({head: Pairs(head, hidden) for head in PAIRS})

    def lower(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return what the untrained layers make of word pieces, of shape (windows, pieces, hidden)."""
        states = self.encoder.embeddings(input_ids=ids)
        for layer in self.encoder.encoder.layer[:FROZEN]:
            states = _first(layer(states, _masked(mask)))
        return states

    def upper(self, states: Tensor, mask: Tensor, hints: Tensor) -> Tensor:
        """Return token states from `lower` ones and hints of shape (windows, pieces, columns)."""
        states = states + self.below(hints).sum(dim=2)
        for layer in self.encoder.encoder.layer[FROZEN:]:
            states = _first(layer(states, _masked(mask)))
        made: Tensor = self.dropout(states + self.above(hints).sum(dim=2))
        return made

    def states(self, ids: Tensor, mask: Tensor, hints: Tensor) -> Tensor:
        """Return token states of shape (windows, pieces, hidden)."""
        return self.upper(self.lower(ids, mask), mask, hints)

    def loss(self, states: Tensor, windows: list[Window], weights: dict[str, float], *, hinted: bool = True) -> Tensor:
        """Return the weighted sum of all heads' losses on a batch; states begin with the mark before the first piece."""
        total = states.new_zeros(())
        for head, layer in [*self.spans.items(), *self.classes.items()]:
            rows = [(n, row) for n, w in enumerate(windows) if (row := w.heads.get(head) or w.classes.get(head))]
            gold = torch.tensor([tag for _, row in rows for tag in row])
            if (gold >= 0).any():
                logits = layer(torch.cat([states[n, 1 : 1 + len(row)] for n, row in rows]))
                total = total + weights.get(head, 1.0) * nn.functional.cross_entropy(logits, gold)
        for head, pairs in self.pairs.items():
            total = total + weights.get(head, 1.0) * _pair_loss(pairs, head, states, windows, hinted=hinted)
        return total


def _first(made: Tensor | tuple[Tensor, ...]) -> Tensor:
    return made[0] if isinstance(made, tuple) else made


def _masked(mask: Tensor) -> Tensor:
    """Return the mask as what is added to attention scores."""
    return (1.0 - mask[:, None, None, :].float()) * -10000.0


def _pair_loss(pairs: nn.Module, head: str, states: Tensor, windows: list[Window], *, hinted: bool) -> Tensor:
    scores, gold = [], []
    for n, window in enumerate(windows):
        pairing = window.pairs.get(head)
        if pairing is not None and pairing.left and pairing.right:
            scores.append(pairs(states[n, 1:], pairing, hinted=hinted).flatten(0, 1))
            gold.append(torch.from_numpy(pairing.gold).flatten())
    if not scores:
        return states.new_zeros(())
    return nn.functional.cross_entropy(torch.cat(scores), torch.cat(gold))
