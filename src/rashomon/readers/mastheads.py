"""What a page prints as the name of its outlet: after the copyright mark, or at its head and again at its foot."""

import re
from collections.abc import Sequence

from rashomon.readers.lines import Line

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:\s*©)?[\s,]*(?:(?:19|20)\d\d(?:\s?[–—-]\s?(?:(?:19|20)\d\d|present))?)?[\s,]*(?:by\s+)?"
    r"(?P<name>[A-Z][\w’'&-]*(?:\s(?:[A-Z0-9][\w’'&-]*|of|the|and|for|on|in|&)){0,5})"
    r"(?=\s*(?:[.,|·]|$|(?:19|20)\d\d|all rights))",
    re.IGNORECASE | re.MULTILINE,
)
_RIGHTS = re.compile(r"\ball\b|\brights\b|\breserved\b", re.IGNORECASE)
#: Lines at the head and at the foot of a page that may name its outlet, and words and letters of such a name.
_HEAD, _FOOT, _MOST_WORDS, _LEAST_LETTERS = 4, 6, 5, 4


def outlet_of(lines: Sequence[Line]) -> str | None:
    """Return the name as the foot of the page writes it; ``None`` where it is not plain.

    Args:
        lines: all lines of the page.
    """
    foot = [line.text for line in lines[-_FOOT:]]
    for text in reversed(foot):
        owner = _COPYRIGHT.search(text)
        if owner is not None and owner["name"][:1].isupper() and _RIGHTS.search(owner["name"]) is None:
            return owner["name"].strip()
    for line in lines[:_HEAD]:
        name = _masthead(line.text)
        again = next((written for text in foot if name and (written := _named(name, text)) is not None), None)
        if again is not None and len(lines) > _HEAD + _FOOT:
            return again
    return None


def _masthead(text: str) -> str | None:
    """Return a line, or what stands before its first wide gap or bar, where it is written like a name."""
    name = re.split(r"\s{2,}|\s[|–—-]\s", text.strip(), maxsplit=1)[0]
    words = name.split()
    written = 0 < len(words) <= _MOST_WORDS and all(word[:1].isupper() or word in ("of", "the", "and", "for") for word in words)
    return name if written and sum(map(str.isalpha, name)) >= _LEAST_LETTERS else None


def _named(name: str, text: str) -> str | None:
    """Return a name as a line of the foot writes it, with capitals."""
    found = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    return found[0] if found is not None and found[0][:1].isupper() else None
