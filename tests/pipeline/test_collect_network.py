import asyncio

import httpx
import pytest

from rashomon.pipeline.collect.contract import Wanted
from rashomon.pipeline.collect.faults import FetchError
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.limits import Limits
from rashomon.pipeline.collect.network import is_special, reachable

SPECIAL = """127.0.0.1 127.8.8.8 10.1.1.1 192.168.1.1 172.16.0.1 172.31.255.255 169.254.169.254 100.64.0.1 100.127.255.255
224.0.0.1 239.1.1.1 255.255.255.255 240.0.0.1 0.0.0.0 0.1.2.3 198.18.0.1 192.0.2.1 198.51.100.1 203.0.113.9 192.0.0.8 192.88.99.1
::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 fec0::1 2001:db8::1 2001::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1
2002:7f00:1:: 2002:a00:1:: 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 100::1 5f00::1"""
PUBLIC = """8.8.8.8 1.1.1.1 93.184.216.34 100.63.255.255 100.128.0.1 172.32.0.1 2606:4700::1111 2a00:1450::1"""


@pytest.fixture
def names(monkeypatch):
    """A resolver of our own: every name's answers in turn, the last one for ever."""
    known: dict[str, list[list[str]]] = {}
    asked: list[str] = []

    async def answer(_loop, host, port, **_kwargs):
        asked.append(host)
        if host not in known:
            return [(2, 1, 6, "", (host, port))]
        numbers = known[host].pop(0) if len(known[host]) > 1 else known[host][0]
        return [(2, 1, 6, "", (number, port)) for number in numbers]

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", answer)
    return known, asked


@pytest.mark.parametrize("number", SPECIAL.split())
def test_special_addresses_are_known(number):
    assert is_special(number)


@pytest.mark.parametrize("number", PUBLIC.split())
def test_public_addresses_are_known(number):
    assert not is_special(number)


def resolved(host, *, private=False):
    return asyncio.run(reachable(f"http://{host}/", host, 80, private=private))


def test_of_several_numbers_only_public_ones_are_connected_to(names):
    names[0]["herald.example"] = [["10.0.0.7", "93.184.216.34", "::1"]]

    assert resolved("herald.example") == ("93.184.216.34",)
    assert resolved("herald.example", private=True) == ("10.0.0.7", "93.184.216.34", "::1")


def test_a_name_with_private_numbers_only_is_refused_with_what_they_are(names):
    names[0]["intranet.example"] = [["10.0.0.7", "127.0.0.1"]]

    with pytest.raises(FetchError, match=r"intranet.example is 10.0.0.7, 127.0.0.1, inside a private"):
        resolved("intranet.example")


@pytest.mark.parametrize("host", ["xn--", "a" * 300 + ".example", "nosuch.invalid"])
def test_a_name_nobody_knows_is_a_fault(host):
    with pytest.raises(FetchError, match="is not known"):
        resolved(host)


def test_the_connection_goes_to_the_number_that_was_checked(names, monkeypatch):
    """DNS rebinding: the name turns private once it was checked; it is never asked again."""
    names[0]["rebind.example"] = [["93.184.216.34"], ["127.0.0.1"]]
    connected = []

    async def answer(_transport, request):
        connected.append((request.url.host, request.headers["host"], request.extensions.get("sni_hostname")))
        return httpx.Response(200, headers={"Content-Type": "text/html"}, stream=httpx.ByteStream(b"<p>page</p>"))

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", answer)

    async def run():
        fetching = Fetching(Limits(delay=0))
        return await fetching.fetch(Wanted("https://rebind.example/page"))

    visit = asyncio.run(run())

    assert connected[0] == ("93.184.216.34", "rebind.example", "rebind.example")
    assert names[1].count("rebind.example") == len(connected) + 1 == 2
    assert "127.0.0.1, inside a private" in visit.fault


def test_the_next_number_is_tried_where_one_does_not_answer(names, monkeypatch):
    names[0]["herald.example"] = [["93.184.216.34", "93.184.216.35"]]

    async def answer(_transport, request):
        if request.url.host.endswith("34"):
            raise httpx.ConnectError("nobody there")
        return httpx.Response(200, headers={"Content-Type": "text/html"}, stream=httpx.ByteStream(b"<p>page</p>"))

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", answer)

    async def run():
        return await Fetching(Limits(delay=0)).fetch(Wanted("http://herald.example/page"))

    assert asyncio.run(run()).content == b"<p>page</p>"
