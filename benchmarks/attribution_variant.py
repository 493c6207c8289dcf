"""Read attributions with a model that was trained on the set itself and does not ship."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.shared import Row, rules
from benchmarks.texts import article_of
from rashomon.extraction.trained.encoder import Encoded, TrainedModel
from rashomon.extraction.trained.finding import find
from rashomon.extraction.trained.heads import Found

#: What the training is called in its folder.
NAME = "attribution"


class Variant:
    """Reads texts with the heads for cues, contents and sources of one training.

    Args:
        folder: the model, as `training.export` writes it, with all its heads, under the name "attribution".
    """

    def __init__(self, folder: Path) -> None:
        self._model = TrainedModel(folder, NAME)

    def relations(self, text: str) -> list[Row]:
        """Return the relations of a text in the form of the set."""
        hints = rules().read(article_of(text))
        encoded = self._model.encode(text, hints)
        if not encoded.offsets:
            return []
        found = find(text, hints, encoded, self._model.heads)
        sources = {pair.left: found.mentions[pair.right] for pair in found.sources}
        contents: dict[int, list[Found]] = {}
        for pair in found.said:
            contents.setdefault(pair.left, []).append(found.contents[pair.right])
        return [
            _relation(encoded, [sources[n]] if n in sources else [], cue, contents.get(n, [])) for n, cue in enumerate(found.cues)
        ]


def _relation(encoded: Encoded, source: Sequence[Found], cue: Found, content: Sequence[Found]) -> Row:
    spans = {"source": source, "cue": [cue], "content": sorted(content, key=lambda piece: piece.pieces)}
    return {role: [list(encoded.characters(piece.pieces)) for piece in pieces] for role, pieces in spans.items()}
