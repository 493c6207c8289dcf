"""The ledgers that several tests of exports start from: made once, copied for each test that writes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import graph_ledgers
import pytest
from told_desk import make

from rashomon.store.ledger import Ledger


@pytest.fixture(scope="session")
def told_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented ledger."""
    folder = tmp_path_factory.mktemp("told") / "desk"
    make(folder)
    return folder


@pytest.fixture(scope="session")
def asked(told_folder: Path) -> Iterator[Ledger]:
    """The invented ledger, for tests that only ask."""
    with Ledger.open(told_folder) as ledger:
        yield ledger


@pytest.fixture
def told(told_folder: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The invented ledger, for a test that writes to it."""
    shutil.copytree(told_folder, tmp_path / "desk")
    with Ledger.open(tmp_path / "desk") as ledger:
        yield ledger


@pytest.fixture(scope="session")
def graph_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the ledger of graph forms; for tests that only ask."""
    folder = tmp_path_factory.mktemp("graphs") / "desk"
    with Ledger.create(folder) as ledger:
        graph_ledgers.build(ledger)
    return folder


@pytest.fixture
def graph(graph_folder: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The ledger of graph forms, for a test that writes to it."""
    shutil.copytree(graph_folder, tmp_path / "graph")
    with Ledger.open(tmp_path / "graph") as ledger:
        yield ledger
