"""Python's search for objects that hold each other, put off where very many objects are made that do not."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects after which cycles are searched meanwhile. Linking keeps millions and makes hardly a cycle.
RARELY = 2_000_000


@contextmanager
def rarely_searched() -> Iterator[None]:
    """Search for cycles only after `RARELY` new objects, and afterwards as before, also where an error ends it.

    Where it is put off already, or never done, it stays so: whoever said so ends it.
    """
    first, *rest = gc.get_threshold()
    if not 0 < first < RARELY:
        yield
        return
    gc.set_threshold(RARELY, *rest)
    try:
        yield
    finally:
        gc.set_threshold(first, *rest)
