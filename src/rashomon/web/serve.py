"""Run the desk: on this machine for one analyst, or for others with accounts and an encrypted way to it."""

import contextlib
import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from rashomon.model.errors import RashomonError
from rashomon.store.contract import Questions
from rashomon.web.app import create_app
from rashomon.web.guard import LOOPBACK_NAMES
from rashomon.web.pages import Desk
from rashomon.web.people.access import Access
from rashomon.web.warming import kept_warm

_HIGHEST_PORT = 65_535


class DeskError(RashomonError):
    """The desk cannot be opened where it was asked to."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How people reach a desk that is not for this machine alone.

    Args:
        names: further names it answers to, of a proxy in front or beyond this machine.

        certificate, key: files by which what is sent is encrypted.
    """

    names: frozenset[str] = frozenset()
    certificate: Path | None = None
    key: Path | None = None


class OpenToOthersError(DeskError):
    """Others could come in, or listen in, as the desk was asked to open."""


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach a host."""
    try:
        return host in LOOPBACK_NAMES or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check(host: str, reach: Reach, access: Access | None) -> None:
    """Raise OpenToOthersError where others could reach a desk that does not know who they are, or could listen in."""
    if is_loopback(host) and not reach.names:
        return
    if access is None or not access.has_login or not any(person.active for person in access.people.people()):
        raise OpenToOthersError(
            f"cannot open the desk on {host!r} for others: it has no login yet and would be open to all "
            "(make an account: rashomon people add NAME --role admin; or try --host 127.0.0.1)"
        )
    if not is_loopback(host) and (reach.certificate is None or reach.key is None):
        raise OpenToOthersError(
            f"cannot open the desk on {host!r}: passwords would travel in the clear (give --certificate and --key, or put a "
            "proxy that encrypts in front: --host 127.0.0.1 --name desk.example.org)"
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
        ledger: what it asks.

        host, port: where it listens; port 0 is any free one.

        ready: called with the desk's address once it listens.

        access: who may come in and decide; ``None`` for a desk that only shows.

        reach: how others reach it.

    Raises:
        DeskError: others could reach it without a login, or the port is taken.
    """

    def __init__(
        self,
        ledger: Questions,
        host: str,
        port: int,
        ready: Callable[[str], None],
        access: Access | None = None,
        reach: Reach = Reach(),
    ) -> None:
        _check(host, reach, access)
        self._listener = _listening(host, port)
        shown = f"[{host}]" if ":" in host else host
        scheme = "http" if reach.certificate is None else "https"
        self.address = f"{scheme}://{shown}:{self._listener.getsockname()[1]}/"
        self._ready = ready
        app = create_app(ledger, names=LOOPBACK_NAMES | {host} | reach.names, access=access)
        self.desk: Desk = app.state.desk
        super().__init__(
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                server_header=False,
                lifespan="off",
                ssl_certfile=reach.certificate,
                ssl_keyfile=reach.key,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, then say so."""
        await super().startup(sockets)
        self._ready(self.address)

    def run_desk(self) -> None:
        """Answer until told to stop, then free the port."""
        with self._listener, contextlib.suppress(KeyboardInterrupt):
            self.run(sockets=[self._listener])


def serve(
    ledger: Questions,
    host: str,
    port: int,
    ready: Callable[[str], None],
    access: Access | None = None,
    reach: Reach = Reach(),
) -> None:
    """Open the desk and answer until Ctrl-C, asking ahead meanwhile. Arguments and errors are those of `DeskServer`."""
    server = DeskServer(ledger, host, port, ready, access, reach)
    with kept_warm(server.desk):
        server.run_desk()
