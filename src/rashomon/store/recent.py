"""Keep the latest answers, so that what is asked twice is made once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Event, Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Recent(Generic[V]):
    """Keeps what was made for the latest so many keys. Threads may share one: what one is making, the others wait for.

    Args:
        at_most: how many answers are kept.
    """

    def __init__(self, at_most: int) -> None:
        self._at_most = at_most
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, V] = OrderedDict()
        self._making: dict[Hashable, Event] = {}

    def of(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return what is kept under a key; made now, and kept, where there is nothing. ``make`` must not ask for the same key."""
        while True:
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key]
                making = self._making.get(key)
                if making is None:
                    self._making[key] = Event()
                    break
            making.wait()
        try:
            made = make()
            self._keep(key, made)
        finally:
            with self._lock:
                self._making.pop(key).set()
        return made

    def _keep(self, key: Hashable, made: V) -> None:
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._at_most:
                self._kept.popitem(last=False)
