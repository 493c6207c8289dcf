"""Run the desk on this machine."""

import contextlib
import ipaddress
import socket
from collections.abc import Callable

import uvicorn

from rashomon.model.errors import RashomonError
from rashomon.store.contract import Questions
from rashomon.web.app import create_app
from rashomon.web.guard import LOOPBACK_NAMES

_HIGHEST_PORT = 65_535


class DeskError(RashomonError):
    """The desk cannot be opened where it was asked to."""


def _check_loopback(host: str) -> None:
    """Raise DeskError unless the host is this machine's own."""
    try:
        own = host in LOOPBACK_NAMES or ipaddress.ip_address(host).is_loopback
    except ValueError:
        own = False
    if not own:
        raise DeskError(
            f"cannot open the desk on {host!r}: it has no login yet and would be open to others (try --host 127.0.0.1)"
        )


def _listening(host: str, port: int) -> socket.socket:
    """Return a bound socket; port 0 is any free one."""
    if not 0 <= port <= _HIGHEST_PORT:
        raise DeskError(f"cannot open the desk on port {port}: ports end at {_HIGHEST_PORT} (try --port 0 for any free one)")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise DeskError(f"cannot open the desk on {host!r} port {port}: {error} (try --host 127.0.0.1 --port 0)") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise DeskError(f"cannot open the desk on {host!r} port {port}: {error} (try --port 0 for any free one)") from error
    return listener


class DeskServer(uvicorn.Server):
    """A server for one ledger; `run_desk` blocks until it is told to stop by Ctrl-C or ``should_exit``.

    Args:
        ready: called with the desk's address once it listens.

    Raises:
        DeskError: the host is not this machine's own, or the port is taken.
    """

    def __init__(self, ledger: Questions, host: str, port: int, ready: Callable[[str], None]) -> None:
        _check_loopback(host)
        self._listener = _listening(host, port)
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self._listener.getsockname()[1]}/"
        self._ready = ready
        app = create_app(ledger, names=LOOPBACK_NAMES | {host})
        super().__init__(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off"))

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, then say so."""
        await super().startup(sockets)
        self._ready(self.address)

    def run_desk(self) -> None:
        """Answer until told to stop, then free the port."""
        with self._listener, contextlib.suppress(KeyboardInterrupt):
            self.run(sockets=[self._listener])


def serve(ledger: Questions, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Open the desk and answer until Ctrl-C.

    Args:
        ledger: what it asks.

        host: a loopback name or address; the desk has no login yet.

        port: 0 picks a free one.

        ready: called with the address once the desk listens.

    Raises:
        DeskError: the host is not this machine's own, or the port is taken.
    """
    DeskServer(ledger, host, port, ready).run_desk()
