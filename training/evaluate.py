"""Score an exported model on the held-out documents: ``python -m training.evaluate FOLDER``."""

import argparse
import json
from pathlib import Path

from benchmarks.annotated import run_with
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.trained.reader import TrainedExtractor
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    reader = TrainedExtractor(Lexicon(load_registry(), load_gazetteer()), parser.parse_args().folder)
    print(json.dumps(run_with(reader), indent=1))


if __name__ == "__main__":
    main()
