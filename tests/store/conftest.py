"""The ledgers that the tests of this room start from: made once, copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_ledger import Made, build

from rashomon.store.ledger import Ledger


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new ledger."""
    folder = tmp_path_factory.mktemp("empty") / "ledger"
    Ledger.create(folder).close()
    return folder


@pytest.fixture(scope="session")
def made(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The small ledger, read and linked: for tests that only ask."""
    folder = tmp_path_factory.mktemp("small") / "ledger"
    shutil.copytree(empty_folder, folder)
    with Ledger.open(folder) as ledger:
        yield build(ledger)


@pytest.fixture
def mine(ledger: Ledger) -> Made:
    """The small ledger for a test that writes to it."""
    return build(ledger)


@pytest.fixture
def ledger(empty_folder: Path, tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    shutil.copytree(empty_folder, tmp_path / "ledger")
    with Ledger.open(tmp_path / "ledger") as opened:
        yield opened
