"""Six invented pages of other regions through the whole product, scored against their marks (`benchmarks/pages/README.md`)."""

import tempfile
from pathlib import Path

from benchmarks.seeds import export
from benchmarks.shared import Figures, score, shared

PAGES = Path(__file__).with_name("pages")


def scored(pages: Path) -> Figures:
    """Return the figures of a folder of ``texts`` and their ``gold``; the scorer is that of the seeds, in the data folder."""
    scorer = shared("gold_seeds/score.py")
    with tempfile.TemporaryDirectory() as folder:
        export(pages / "texts", Path(folder))
        return score(scorer, pages / "gold", Path(folder))


def run() -> Figures:
    """Return the scorer's figures."""
    return scored(PAGES)
