"""The shipped sample as a real ledger, its places put into the empty middle of an ocean so that they can be drawn."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from rashomon.extraction.product import extractor
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.pipeline.adding import Adding
from rashomon.pipeline.updating import Updating
from rashomon.sample import sample_files, sample_lists
from rashomon.store.ledger import Ledger
from rashomon.web.serve import DeskServer

#: Whom the ledger's own list flags as a private person.
PRIVATE = "Petrin Kaval"
#: Where the invented towns are put: degrees north and east, nothing but water there.
TOWNS = {
    "Ilvaren": (-10.0, -20.0),
    "Merrowick": (-10.6, -18.8),
    "Tessendal": (-9.2, -19.1),
    "Karvost": (-11.3, -20.9),
    "Illubren": (-8.8, -21.0),
    "Vessary": (-10.9, -21.8),
    "Hestamar": (-7.5, -18.0),
}


def make_sample(folder: Path) -> None:
    """Read and link the sample in a new ledger."""
    with Ledger.create(folder) as ledger:
        for listed in sample_lists().glob("*.yaml"):
            shutil.copyfile(listed, ledger.lists / listed.name)
        _place(ledger.lists / "places.yaml")
        _hide(ledger.lists / "actors.yaml")
        for path, outlet in sample_files():
            list(Adding(ledger, outlet).add([str(path)]))
        registry, gazetteer = load_registry(ledger.lists), load_gazetteer(ledger.lists)
        Updating(ledger, extractor(registry, gazetteer), registry, gazetteer).update()


def _hide(listed: Path) -> None:
    text = listed.read_text("utf-8")
    listed.write_text(text.replace(f"- name: {PRIVATE}\n", f"- name: {PRIVATE}\n  private: true\n"), "utf-8")


def _place(listed: Path) -> None:
    text = listed.read_text("utf-8")
    for town, (lat, lon) in TOWNS.items():
        text = re.sub(rf"(- name: {town}\n)", rf"\1  lat: {lat}\n  lon: {lon}\n", text)
    listed.write_text(text, "utf-8")


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
