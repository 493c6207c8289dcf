"""The five crawled pages through the whole product, scored against the annotated part of them."""

import tempfile
from pathlib import Path

from benchmarks.shared import Figures, extractor, score, shared
from rashomon.exports.gold.writing import export_gold
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.pipeline.adding import Adding
from rashomon.pipeline.updating import Updating
from rashomon.store.ledger import Ledger

#: Outlets of pages that do not print theirs, by the first three digits of the file's name.
OUTLETS = {"000": "FDD's Long War Journal", "001": "FDD's Long War Journal", "002": "FDD's Long War Journal", "004": "intelNews"}


def build(pages: Path, folder: Path) -> Ledger:
    """Return an up-to-date ledger, in a folder, of the page texts in another."""
    ledger = Ledger.create(folder)
    for path in sorted(pages.glob("*.txt")):
        list(Adding(ledger, OUTLETS.get(path.name[:3])).add([str(path)]))
    Updating(ledger, extractor(), load_registry(), load_gazetteer()).update()
    return ledger


def export(pages: Path, target: Path) -> None:
    """Read a folder of page texts and write what a ledger holds of them in the form of the annotations."""
    with tempfile.TemporaryDirectory() as folder, build(pages, Path(folder, "ledger")) as ledger:
        export_gold(ledger, target)


def run() -> Figures:
    """Return the scorer's figures."""
    gold = shared("gold_seeds")
    with tempfile.TemporaryDirectory() as folder:
        export(shared("seeds"), Path(folder))
        return score(gold / "score.py", gold, Path(folder))
