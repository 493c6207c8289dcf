"""The model: a pretrained encoder, a linear layer a span head, a biaffine layer a pair head."""

from itertools import product

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.encode import Span, Window
from training.reader.labels import DISTANCES, PAIRS, SPANS, STATUSES, tags
from training.reader.shapes import SHAPES

WIDTH = 128


class Pairs(nn.Module):
    """Scores every label for every pair of a left and a right span."""

    def __init__(self, hidden: int, labels: int) -> None:
        super().__init__()
        self.left = nn.Linear(2 * hidden, WIDTH)
        self.right = nn.Linear(2 * hidden, WIDTH)
        self.bilinear = nn.Parameter(torch.zeros(labels, WIDTH + 1, WIDTH + 1))
        self.distance = nn.Parameter(torch.zeros(len(DISTANCES) + 1, labels))
        nn.init.normal_(self.bilinear, std=0.02)

    def forward(self, states: Tensor, left: list[Span], right: list[Span]) -> Tensor:
        """Return scores of shape (left, right, labels) from token states of shape (tokens, hidden)."""
        a = torch.tanh(self.left(_ends(states, left)))
        b = torch.tanh(self.right(_ends(states, right)))
        a = torch.cat([a, a.new_ones(len(a), 1)], dim=1)
        b = torch.cat([b, b.new_ones(len(b), 1)], dim=1)
        scores = torch.einsum("ix,lxy,jy->ijl", a, self.bilinear, b)
        gaps = torch.tensor([[r[0] - s[0] for r in right] for s in left])
        return scores + self.distance[torch.bucketize(gaps, torch.tensor(DISTANCES), right=True)]


def _ends(states: Tensor, spans: list[Span]) -> Tensor:
    firsts = states[[a for a, _ in spans]]
    lasts = states[[b - 1 for _, b in spans]]
    return torch.cat([firsts, lasts], dim=1)


class Model(nn.Module):
    """Finds spans and judges pairs of them."""

    def __init__(self, encoder: BertModel, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        hidden = encoder.config.hidden_size
        self.encoder = encoder
        words = encoder.embeddings.token_type_embeddings.weight.data[:1].repeat(SHAPES, 1)
        encoder.embeddings.token_type_embeddings = nn.Embedding.from_pretrained(words, freeze=False)
        self.spans = nn.ModuleDict({head: nn.Linear(hidden, len(tags(head))) for head in SPANS})
        self.status = nn.Linear(hidden, len(STATUSES))
        self.pairs = nn.ModuleDict({head: Pairs(hidden, len(labels)) for head, labels in PAIRS.items()})

    def states(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> Tensor:
        """Return token states of shape (windows, tokens, hidden); the shapes stand where BERT has its token types."""
        states: Tensor = self.dropout(self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=shapes).last_hidden_state)
        return states

    def loss(self, states: Tensor, windows: list[Window], weights: dict[str, float]) -> Tensor:
        """Return the weighted sum of all heads' losses on a batch; states begin with the mark before the first piece."""
        total = states.new_zeros(())
        for head in [*SPANS, "status"]:
            layer = self.status if head == "status" else self.spans[head]
            rows = [w.status if head == "status" else w.heads[head] for w in windows]
            logits = torch.cat([layer(states[n, 1 : 1 + len(row)]) for n, row in enumerate(rows)])
            gold = torch.tensor([tag for row in rows for tag in row])
            if (gold >= 0).any():
                total = total + weights.get(head, 1.0) * nn.functional.cross_entropy(logits, gold)
        for head in PAIRS:
            total = total + weights.get(head, 1.0) * self._pair_loss(head, states, windows)
        return total

    def _pair_loss(self, head: str, states: Tensor, windows: list[Window]) -> Tensor:
        scores, gold = [], []
        for n, window in enumerate(windows):
            left, right = window.left[head], window.right[head]
            if left and right:
                scores.append(self.pairs[head](states[n, 1:], left, right).flatten(0, 1))
                gold += [window.pairs[head].get(pair, 0) for pair in product(range(len(left)), range(len(right)))]
        if not scores:
            return states.new_zeros(())
        return nn.functional.cross_entropy(torch.cat(scores), torch.tensor(gold))
