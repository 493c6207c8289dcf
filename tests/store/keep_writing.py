"""Fill the ledger in a folder with the small one again and again, until killed. Run by `test_store_crash`."""

import sys
from pathlib import Path

from small_ledger import fill, small

from rashomon.store.ledger import Ledger


def main(folder: Path) -> None:
    """Write for ever; a dot for every round."""
    with Ledger.open(folder) as ledger:
        made, texts = small(ledger)
        while True:
            fill(made, texts)
            sys.stdout.write(".")
            sys.stdout.flush()
            for capture in made.captures.values():
                ledger.put_page(capture.sha256, made.empty_page)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
