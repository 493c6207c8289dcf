"""The five crawled pages through the whole product, scored against the annotated part of them."""

import tempfile
from pathlib import Path

from benchmarks.shared import Figures, score, shared
from rashomon.exports.gold import export_gold
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.rules import RuleExtractor
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.pipeline.adding import Adding
from rashomon.pipeline.updating import Updating
from rashomon.store.ledger import Ledger

#: Outlets of pages that do not print theirs, by the first three digits of the file's name.
OUTLETS = {"000": "FDD's Long War Journal", "001": "FDD's Long War Journal", "002": "FDD's Long War Journal", "004": "intelNews"}


def build(folder: Path) -> Ledger:
    """Return an up-to-date ledger of the seeds in a folder."""
    ledger = Ledger.create(folder)
    for path in sorted(shared("seeds").glob("*.txt")):
        list(Adding(ledger, OUTLETS.get(path.name[:3])).add([str(path)]))
    registry, gazetteer = load_registry(), load_gazetteer()
    Updating(ledger, RuleExtractor(Lexicon(registry, gazetteer)), registry, gazetteer).update()
    return ledger


def run() -> Figures:
    """Return the scorer's figures."""
    gold = shared("gold_seeds")
    with tempfile.TemporaryDirectory() as folder:
        with build(Path(folder, "ledger")) as ledger:
            export_gold(ledger, Path(folder, "out"))
        return score(gold / "score.py", gold, Path(folder, "out"))
