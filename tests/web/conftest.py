"""The desk over an imagined ledger, asked without a network."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from deciding_desk import sample_ledger
from imagined_ledger import ImaginedLedger
from made_once import made_once
from web_visitor import Visitor

from rashomon.web.app import create_app
from rashomon.web.serve import DeskServer


@pytest.fixture(scope="session")
def visitor() -> Visitor:
    return Visitor(create_app(ImaginedLedger()))


@pytest.fixture(scope="session")
def newcomer() -> Visitor:
    """A visitor of a desk whose ledger is empty."""
    return Visitor(create_app(ImaginedLedger(empty=True)))


@pytest.fixture(scope="session")
def desk_address() -> Iterator[str]:
    """The address of a desk that really listens."""
    listens = Event()
    server = DeskServer(ImaginedLedger(), "127.0.0.1", 0, lambda _address: listens.set())
    thread = Thread(target=server.run_desk)
    thread.start()
    assert listens.wait(20)
    yield server.address.rstrip("/")
    server.should_exit = True
    thread.join(20)
    assert not thread.is_alive()


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's ledger, read and linked: for copying."""
    return made_once(tmp_path_factory, "sample", sample_ledger)
