"""The shipped sample as a real ledger, with one private person."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.model.reading import Reading
from rashomon.model.sources import Article
from rashomon.pipeline.updating import Updating
from rashomon.store.ledger import Ledger
from rashomon.web.serve import DeskServer

#: Whom the ledger's own list flags as a private person.
PRIVATE = "Petrin Kaval"


class Kept:
    """Reads nothing: the ledger holds what was read, and what changed is not in any text."""

    def __init__(self, ledger: Ledger) -> None:
        self.version = next(ledger.sources()).reading.reader

    def read(self, article: Article) -> Reading:
        raise AssertionError(f"{article.id} was read already")


def flagged(sample: Path, folder: Path) -> None:
    """Copy the sample's ledger, read, and link it again with a private person."""
    shutil.copytree(sample, folder)
    with Ledger.open(folder) as ledger:
        _hide(ledger.lists / "actors.yaml")
        assert Updating(ledger, Kept(ledger), load_registry(ledger.lists), load_gazetteer(ledger.lists)).update().linked


def _hide(listed: Path) -> None:
    text = listed.read_text("utf-8")
    listed.write_text(text.replace(f"- name: {PRIVATE}\n", f"- name: {PRIVATE}\n  private: true\n"), "utf-8")


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """Give the address of a desk over a ledger, without a closing slash."""
    listens = Event()
    server = DeskServer(ledger, "127.0.0.1", 0, lambda _address: listens.set())
    thread = Thread(target=server.run_desk)
    thread.start()
    assert listens.wait(60)
    yield server.address.rstrip("/")
    server.should_exit = True
    thread.join(20)
