"""How often search by words of a like meaning finds what says the same in other words, and how much else it finds.

Pairs of a question and a sentence stand in ``meaning.toml``. A sentence is found where it holds, for each word of the question
that means something, that word or one of the near ones. What else is found is looked for among invented sentences of the
annotated documents.
"""

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

from rashomon.store.fulltext import folded
from rashomon.store.search.meaning.likening import liken
from rashomon.store.search.words import Asked, Both, Either, Without, Words, parse
from rashomon.text.sentences import sentences

PAIRS = Path(__file__).parent / "meaning.toml"
CORPUS = Path(__file__).parent.parent / "training" / "corpus"
Pairs = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Score:
    """Shares of pairs whose sentence is found by the words alone and by like ones, and of other sentences that are found too."""

    pairs: int
    exact: float
    like: float
    others_exact: float
    others: float


def holds(asked: Asked, text: str) -> bool:
    """Return whether a folded text answers, as the full-text index would say."""
    match asked:
        case Words():
            return f" {' '.join(asked.term)} " in f" {text} "
        case Both():
            return all(holds(part, text) for part in asked.parts)
        case Either():
            return any(holds(part, text) for part in asked.parts)
        case Without():
            return not holds(asked.part, text)
    return False


def plain(text: str) -> str:
    """Return a text folded, its signs as spaces."""
    return re.sub(r"\W+", " ", folded(text))


def others_in(folder: Path, at_most: int = 2_000) -> list[str]:
    """Return sentences of the annotated documents, folded."""
    marked = (file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.xml")))
    texts = (unescape(re.sub("<[^>]+>", "", text)) for text in marked)
    found = [plain(text[start:end]) for text in texts for start, end in sentences(text)]
    return found[:: max(1, len(found) // at_most)]


def score(pairs: Pairs, others: Sequence[str]) -> Score:
    """Return the shares over some pairs."""
    asked = [(exact, liken(exact)[0], plain(sentence)) for question, sentence in pairs if (exact := parse(question)) is not None]

    def share(which: int) -> float:
        return round(sum(holds(one[which], one[2]) for one in asked) / len(asked), 3)  # type: ignore[arg-type]

    def beside(which: int) -> float:
        met = sum(holds(one[which], text) for one in asked for text in others)  # type: ignore[arg-type]
        return round(met / max(1, len(asked) * len(others)), 5)

    return Score(len(asked), share(0), share(1), beside(0), beside(1))


def main() -> None:
    """Print the scores of both halves."""
    others = others_in(CORPUS)
    for half, pairs in tomllib.loads(PAIRS.read_text("utf-8")).items():
        print(json.dumps({"half": half, "sentences": len(others), **asdict(score(pairs, others))}))


if __name__ == "__main__":
    main()
