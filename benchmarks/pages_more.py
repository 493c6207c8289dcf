"""Three more invented pages of other regions through the whole product (`benchmarks/more_pages/README.md`)."""

from pathlib import Path

from benchmarks.pages_blind import scored
from benchmarks.shared import Figures

PAGES = Path(__file__).with_name("more_pages")


def run() -> Figures:
    """Return the scorer's figures."""
    return scored(PAGES)
