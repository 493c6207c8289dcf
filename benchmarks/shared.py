"""Where the optional data folder lies, and how its scorers are run."""

import functools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from rashomon.extraction import product
from rashomon.extraction.contract import Extractor
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.rules import RuleExtractor
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry

Figures = dict[str, object]
#: One record of a set, or one prediction.
Row = dict[str, Any]


class MissingDataError(Exception):
    """The optional data folder, or a part of it, is not there."""


def shared(*parts: str) -> Path:
    """Return a path inside the optional data folder (``RASHOMON_SHARED``, else ``../shared`` beside the checkout).

    Raises:
        MissingDataError: it is not there.
    """
    folder = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).parents[2] / "shared"))
    path = folder.joinpath(*parts)
    if not path.exists():
        raise MissingDataError(f"no {'/'.join(parts)} in the optional data folder {folder.name!r}: set RASHOMON_SHARED")
    return path


@functools.cache
def rules() -> RuleExtractor:
    """Return the reading by rules alone."""
    return RuleExtractor(Lexicon(load_registry(), load_gazetteer()))


@functools.cache
def extractor() -> Extractor:
    """Return the product's own extractor."""
    return product.extractor(load_registry(), load_gazetteer())


def score(scorer: Path, *arguments: Path) -> Figures:
    """Run a set's own scorer and return the JSON it prints."""
    command = [sys.executable, str(scorer), *map(str, arguments)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures = json.loads(printed)
    if not isinstance(figures, dict):
        raise TypeError(f"{scorer.name} printed {type(figures).__name__}, not an object")
    return figures


def flat(figures: Figures) -> dict[str, float]:
    """Return each figure under one name: an F1, an accuracy, or the number itself."""
    out = {}
    for name, value in figures.items():
        main = value.get("f1", value.get("accuracy")) if isinstance(value, dict) else value
        if isinstance(main, (int, float)):
            out[name] = float(main)
    return out
