"""Which computers may be reached: every name is resolved, every address of it looked at, and only a checked one connected to.

The connection goes to the checked number itself and not to the name, so a name that is answered differently a
moment later (DNS rebinding) changes nothing.
"""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from rashomon.pipeline.collect.faults import FetchError

#: Blocks that the standard library counts as global in some of its versions, or that lead into another network.
_SPECIAL = tuple(
    ip_network(block)
    for block in (
        *("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"),
        *("::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10"),
        "ff00::/8",
    )
)
_NAT64 = ip_network("64:ff9b::/96")
#: How many numbers of one name are tried.
MOST_NUMBERS = 4
_LOW_32 = 0xFFFFFFFF

Number = IPv4Address | IPv6Address


def is_special(number: str) -> bool:
    """Return whether an IP address is private, loopback, link-local, shared (CGNAT), multicast or otherwise not a public host.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) counts as that one too.

    >>> is_special("::ffff:127.0.0.1"), is_special("2606:4700::1111")
    (True, False)
    """
    found = ip_address(number.partition("%")[0])
    return any(_alone(each) for each in (found, *_carried(found)))


def _alone(number: Number) -> bool:
    return not number.is_global or number.is_multicast or number.is_reserved or any(number in block for block in _SPECIAL)


def _carried(number: Number) -> tuple[IPv4Address, ...]:
    """Return the IPv4 addresses inside an IPv6 address."""
    if isinstance(number, IPv4Address):
        return ()
    inside = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
    if number in _NAT64:
        inside.append(IPv4Address(int(number) & _LOW_32))
    return tuple(each for each in inside if each is not None)


async def reachable(address: str, host: str, port: int, *, private: bool) -> tuple[str, ...]:
    """Return the IP addresses of a host that may be connected to, in the resolver's order.

    Args:
        address: what is fetched, for the error.

        host: a name or an IP address.

        port: of the service.

        private: whether private and otherwise special addresses are allowed.

    Raises:
        FetchError: the name is not known, or none of its addresses may be reached.
    """
    try:
        answers = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            address, f"the host {host!r} is not known: {error} (is the address right, and the network there?)", passing=True
        ) from error
    numbers = tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))
    allowed = numbers if private else tuple(number for number in numbers if not is_special(number))
    if not allowed:
        found = f"{host} is" if numbers == (host,) else f"{host} is {', '.join(numbers)},"
        raise FetchError(
            address, f"{found} inside a private or special network, and not fetched (to allow it, name it with --allow-private)"
        )
    return allowed[:MOST_NUMBERS]
