"""What a page prints as the name of its outlet: after the copyright mark, at its head and again at its foot, or over its menu."""

import re
from collections.abc import Sequence

from rashomon.readers.lines import Line, is_furniture, is_menu

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:\s*©)?[\s,]*(?:(?:19|20)\d\d(?:\s?[–—-]\s?(?:(?:19|20)\d\d|present))?)?[\s,]*(?:by\s+)?"
    r"(?P<name>[A-Z][\w’'&-]*(?:\s(?:[A-Z0-9][\w’'&-]*|of|the|and|for|on|in|&)){0,5})"
    r"(?=\s*(?:[.,|·]|$|(?:19|20)\d\d|all rights))",
    re.IGNORECASE | re.MULTILINE,
)
#: What stands behind an outlet's name and is none of it: the year, the form of its company.
_BEHIND = re.compile(r"(?:\s(?:19|20)\d\d|,?\s(?:Ltd|Inc|LLC|GmbH|PLC|Plc|Limited|Corp)\.?)+$")
_BEFORE_MARK = re.compile(r"(?P<name>[^©|]{4,60}?)\s*[-–—|·]?\s*©\s*(?:19|20)\d\d")
_OF_A_NAME = re.compile(r"[^\W\d_a-zß-ÿ]|\d+$|(?:of|the|and|for|&)$|(?:al|el|an|ar|as|ash)-[A-Z]")
_RIGHTS = re.compile(r"\ball\b|\brights\b|\breserved\b", re.IGNORECASE)
#: Lines at the head and at the foot of a page that may name its outlet, and words and letters of such a name.
#: Words in capitals that link or are no abbreviation, and gaps that stand for the bars of a menu.
_LINKING = re.compile(r"(?<=\s)(?:OF|THE|AND|FOR)\b")
_CAPITALS = re.compile(r"\b(?=[A-Z]*[AEIOU])[A-Z]{4,}\b")
_GAPS = re.compile(r"\s{2,}|\s[-–—]\s")
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
            return _in_full(_BEHIND.sub("", owner["name"].strip()), lines[:_HEAD])
        before = _BEFORE_MARK.match(text)
        if before is not None and _masthead(before["name"]) is not None:
            return before["name"]
    for line in lines[:_HEAD]:
        name = _masthead(line.text)
        again = next((written for text in foot if name and (written := _named(name, text)) is not None), None)
        if again is not None and len(lines) > _HEAD + _FOOT:
            return again
    return _over_menu(lines[:_HEAD]) if len(lines) > _HEAD + _FOOT else None


def _in_full(name: str, head: Sequence[Line]) -> str:
    """Return a name, spelt out where the head gives it as an abbreviation ("Salt Coast Monitor (SCM)")."""
    found = (re.match(rf"(?P<full>[A-Z][^()|]{{4,80}}?)\s\({re.escape(name)}\)", line.text) for line in head)
    return next((one["full"] for one in found if one is not None), name)


def _over_menu(head: Sequence[Line]) -> str | None:
    """Return the name on the line over the page's menu; a motto may stand between the two."""
    for at, line in enumerate(head[:-1]):
        name = _masthead(line.text)
        if (
            name is not None
            and not is_furniture(line.text)
            and any(is_menu(_GAPS.sub("|", m.text)) for m in head[at + 1 : at + 3])
        ):
            return _CAPITALS.sub(lambda word: word[0].capitalize(), _LINKING.sub(lambda word: word[0].lower(), name))
    return None


def _masthead(text: str) -> str | None:
    """Return a line, or what stands before its first wide gap or bar, where it is written like a name."""
    name = re.split(r"\s{2,}|\s[|–—-]\s", text.strip(), maxsplit=1)[0]
    words = name.split()
    written = 0 < len(words) <= _MOST_WORDS and all(map(_OF_A_NAME.match, words))
    return name if written and sum(map(str.isalpha, name)) >= _LEAST_LETTERS else None


def _named(name: str, text: str) -> str | None:
    """Return a name as a line of the foot writes it, with capitals."""
    found = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    return found[0] if found is not None and found[0][:1].isupper() else None
