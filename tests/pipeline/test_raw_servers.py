"""Servers that break the protocol itself: each is a fault in words, soon, and nothing of it is kept."""

import asyncio
import itertools
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

import pytest

from rashomon.pipeline.collect.contract import Wanted
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.limits import Limits

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MOVED = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
QUICK = Limits(connect=2, silence=2, answer=0.6, size=300_000, tries=1, delay=0)
ENDLESS = "no whole answer within 0.6 s"


def without_end(piece: bytes, *before: bytes) -> Callable[[], Iterable[bytes]]:
    return lambda: itertools.chain(before, itertools.repeat(piece))


CASES: dict[str, tuple[Callable[[], Iterable[bytes]], str]] = {
    "headers without end": (without_end(b"X-A: " + b"b" * 9000 + b"\r\n", OK), "Receive buffer too long"),
    "one header without end": (without_end(b"b" * 9000, OK + b"X-A: "), "Receive buffer too long"),
    "hints without end": (without_end(b"HTTP/1.1 103 Early Hints\r\n\r\n"), ENDLESS),
    "a chunk's size without end": (without_end(b"x" * 9000, CHUNKED + b"5;"), "Receive buffer too long"),
    "chunks without end": (without_end(b"1000\r\n" + b"x" * 4096 + b"\r\n", CHUNKED), "larger than 300,000 bytes"),
    "no protocol at all": (lambda: [b"\x00\xff\x16\x03\x01\r\n\r\n"], "RemoteProtocolError"),
    "two lengths": (lambda: [OK + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\nhello"], "conflicting Content-Length"),
    "a length below nothing": (lambda: [OK + b"Content-Length: -5\r\n\r\nhello"], "bad Content-Length"),
    "a chunk that breaks off": (lambda: [CHUNKED + b"ffffff\r\nhello"], "incomplete chunked read"),
    "a file to go on to": (lambda: [MOVED + b"file:///etc/passwd\r\n\r\n"], "only http and https"),
    "another service to go on to": (lambda: [MOVED + b"gopher://127.0.0.1:25/\r\n\r\n"], "only http and https"),
    "a place that is no text": (lambda: [MOVED + b"http://\xff\x00/\r\n\r\n"], "RemoteProtocolError"),
    "nothing": (list, "RemoteProtocolError"),
    "what is not brotli": (lambda: [OK + b"Content-Encoding: br\r\nContent-Length: 5\r\n\r\nhello"], "compressed"),
}


@contextmanager
def serving(answer: Callable[[], Iterable[bytes]]) -> Iterator[str]:
    """A server that answers each request with these bytes, and a robots.txt with 404; gives its address."""
    listening = socket.create_server(("127.0.0.1", 0))

    def one(client: socket.socket) -> None:
        with client, suppress(OSError):
            client.settimeout(2)
            asked = client.recv(65_536)
            for piece in [b"HTTP/1.1 404 N\r\nContent-Length: 0\r\n\r\n"] if b"robots.txt" in asked else answer():
                client.sendall(piece)

    def loop() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=one, args=(listening.accept()[0],), daemon=True).start()

    thread = threading.Thread(target=loop, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/page"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


async def asked(address: str):
    fetching = Fetching(QUICK)
    try:
        return await fetching.fetch(Wanted(address, private=True))
    finally:
        await fetching.close()


@pytest.mark.parametrize("name", CASES)
def test_a_server_that_breaks_the_protocol_is_a_fault_in_words(name):
    answer, reason = CASES[name]
    with serving(answer) as address:
        visit = asyncio.run(asked(address))

    assert visit.content is None
    assert reason in visit.fault or ENDLESS in visit.fault, visit.fault
