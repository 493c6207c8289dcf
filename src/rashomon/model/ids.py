"""Stable ids, made of the content they name: the same thing has the same id on every machine."""

import hashlib
from functools import lru_cache

#: Hexadecimal digits kept of a digest; 64 bits, so a clash among ten million is a chance of one in 370,000.
DIGITS = 16


@lru_cache(maxsize=1 << 16, typed=True)
def content_id(kind: str, *parts: object) -> str:
    """Return ``kind-digest`` for the parts, in their order.

    Args:
        kind: a short prefix that says what is named ("art", "evt").

        parts: what makes the thing itself; ``None`` and the empty string differ.

    >>> content_id("art", "a", 0) == content_id("art", "a", 0)
    True
    """
    return long_id(kind, *parts)


def long_id(kind: str, *parts: object) -> str:
    """Return what `content_id` returns, and remember nothing: for whole texts, which would fill the memory."""
    return joined_id(kind, "\x1f".join([part if type(part) is str else "\x00" if part is None else str(part) for part in parts]))


def joined_id(kind: str, joined: str) -> str:
    """Return what `long_id` returns for parts that are joined by the unit separator already: for millions of them."""
    return f"{kind}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"
