"""Six invented pages of other regions through the whole product, scored against their marks (`benchmarks/pages/README.md`)."""

import tempfile
from pathlib import Path

from benchmarks.seeds import export
from benchmarks.shared import Figures, score, shared

PAGES = Path(__file__).with_name("pages")


def run() -> Figures:
    """Return the scorer's figures; the scorer is that of the seeds' annotations, in the optional data folder."""
    scorer = shared("gold_seeds/score.py")
    with tempfile.TemporaryDirectory() as folder:
        export(PAGES / "texts", Path(folder))
        return score(scorer, PAGES / "gold", Path(folder))
