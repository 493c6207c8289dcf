"""How much a fetch may cost us and the servers we ask: sizes in bytes, times in seconds."""

from dataclasses import dataclass, replace

from rashomon import __version__

#: The name that robots.txt files know us by.
NAME = "rashomon"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch keeps to.

    Args:
        agent: what we call ourselves.

        connect: to reach a server.

        silence: between two pieces of an answer.

        answer: for a whole answer, from connecting to its last byte, however slowly it drips.

        size: of one answer, after decompression.

        redirects: how many times an address may point on.

        tries: how often a request is made that fails for a passing reason.

        backoff: before the second try; doubled before each further one.

        delay: between two requests to one host, unless its robots.txt asks for more.

        patience: the longest that a run waits for one host; who asks for more is put off until then.

        put_off: the longest that a host may ask to be left alone.

        at_once: how many hosts are asked at the same time.

        misses: after so many requests in a row that a host did not answer, a run asks nothing more of it.

        robots_age: how long a robots.txt is used without asking for it again.
    """

    agent: str = f"{NAME}/{__version__}"
    connect: float = 10.0
    silence: float = 20.0
    answer: float = 120.0
    size: int = 64_000_000
    redirects: int = 8
    tries: int = 3
    backoff: float = 2.0
    delay: float = 1.0
    patience: float = 60.0
    put_off: float = 7 * 86_400.0
    at_once: int = 8
    misses: int = 6
    robots_age: float = 86_400.0


STANDARD = Limits()
#: For what is fetched again and again, many at once: no feed is that large.
FOLLOWED = replace(STANDARD, size=16_000_000)
