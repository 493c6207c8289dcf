import socket
from threading import Event, Thread

import httpx
import pytest
from imagined_ledger import ImaginedLedger

from rashomon.model.errors import RashomonError
from rashomon.web.serve import DeskServer, serve


def _no_call(address: str) -> None:
    pytest.fail(f"said to be ready at {address}")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "desk.example", ""])
def test_the_desk_opens_on_this_machine_only(host: str) -> None:
    with pytest.raises(RashomonError, match=r"no login yet .*--host 127\.0\.0\.1"):
        serve(ImaginedLedger(), host, 0, _no_call)


def test_a_taken_port_is_named_with_a_way_out() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(RashomonError, match=rf"port {port}: .*--port 0"):
            serve(ImaginedLedger(), "127.0.0.1", port, _no_call)


def test_an_impossible_port_is_refused() -> None:
    with pytest.raises(RashomonError, match="port 99999"):
        serve(ImaginedLedger(), "127.0.0.1", 99_999, _no_call)


def test_it_says_where_once_it_answers_and_frees_the_port_at_the_end() -> None:
    said: list[str] = []
    listens = Event()

    def ready(address: str) -> None:
        said.append(address)
        listens.set()

    server = DeskServer(ImaginedLedger(), "localhost", 0, ready)
    thread = Thread(target=server.run_desk)
    thread.start()
    assert listens.wait(20)
    try:
        assert httpx.get(said[0]).status_code == 200
    finally:
        server.should_exit = True
        thread.join(20)
    assert said == [server.address]
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.address)
