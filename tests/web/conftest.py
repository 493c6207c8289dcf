"""The desk over an imagined ledger, asked without a network."""

from collections.abc import Iterator
from functools import partial
from threading import Event, Thread

import pytest
from imagined_ledger import ImaginedLedger
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from web_visitor import Visitor

from rashomon.web import pages
from rashomon.web.app import create_app
from rashomon.web.serve import DeskServer


class Kept(BytecodeCache):
    """Keeps in memory what templates were compiled to: hundreds of desks are made, all of the same templates."""

    def __init__(self) -> None:
        self.compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.compiled:
            bucket.bytecode_from_string(self.compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pages, "Environment", partial(Environment, bytecode_cache=Kept()))
        yield


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
