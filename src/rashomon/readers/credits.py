"""Whom an article credits as its origin: agencies in the dateline, in the byline and in the lines at its end.

>>> credited(["TOLMA (Reuters) - Two convoys met.", "Source: Radio Varna"])
('Reuters', 'Radio Varna')
"""

import re
from collections.abc import Iterable, Sequence

from rashomon.readers.names import AGENCIES

_NAME = r"(?P<name>[^\W\d_][\w.&’'/ -]{1,48}[\w.)])"
_DATELINE = re.compile(r"^[^a-z()]{0,3}[A-Z][^()—–]{1,60}\((?P<name>[A-Z][\w/ .&-]{1,28})\)\s{0,2}(?:[-–—:]|\.\s)")
_LABELLED = re.compile(
    rf"^[(\[]?\s*(?:sources?|via|fuentes?|quelle|fonte|kaynak|источник|джерело|المصدر|منبع|bron|źródło|crédit|credit)\s*[::]\s*{_NAME}\s*[)\].]*$",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"(?:(?:originally|first)\s+(?:published|appeared|posted)\s+(?:by|in|on|at)|republished\s+(?:from|with\s+permission\s+(?:from|of))"
    rf"|(?:with|including)\s+(?:additional\s+)?(?:reporting|information|input|inputs|files)\s+(?:by|from)"
    rf"|publié\s+(?:initialement\s+)?(?:par|sur)|publicado\s+originalmente\s+(?:por|en)|avec)\s+(?:the\s+)?{_NAME}?",
    re.IGNORECASE,
)
_ROUND = re.compile(r"^\((?:Reporting|Writing|Additional reporting|Editing)\s+by\b", re.IGNORECASE)
_COPYRIGHT = re.compile(rf"^(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d\s*)?{_NAME}", re.IGNORECASE)
_CUT = re.compile(r"[.,;]\s|\s(?:and|on|in|at|with|under|has|contributed)\s|\s*\(")
_AND = re.compile(r"\s*(?:,|/|&|\sand\s|\set\s|\sy\s|\sو)\s*")
#: How many paragraphs from the end may credit somebody, and how long such a line is.
_LAST = 4
_LONGEST = 240
_MOST_WORDS = 6


def credited(
    lines: Sequence[str], authors: Iterable[str] = (), origins: Iterable[str] = (), own: str | None = None
) -> tuple[str, ...]:
    """Return the outlets and agencies that are credited, in the order they are found, as they are named.

    Args:
        lines: the paragraphs of the text.
        authors: the bylines' names; agencies among them are credited.
        origins: what the page's markup or feed declares as source.
        own: the page's own outlet, which credits nobody by naming itself.
    """
    found = [*origins]
    found.extend(name for author in authors for name in _AND.split(author) if is_agency(name))
    dateline = _DATELINE.match(lines[0][:_LONGEST]) if lines else None
    if dateline is not None and not dateline["name"].isdigit():
        found.extend(_AND.split(dateline["name"]))
    for line in lines[-_LAST:]:
        found.extend(_at_the_end(line) if len(line) <= _LONGEST else ())
    kept = dict.fromkeys(name.strip(" .()[]") for name in found if name and len(name.split()) <= _MOST_WORDS)
    return tuple(name for name in kept if name and name.lower() != (own or "").lower())


def is_agency(name: str) -> bool:
    """Return whether a name is that of a news agency and not of a person."""
    return name.strip(" .").lower() in AGENCIES


def _at_the_end(line: str) -> Iterable[str]:
    """Return whom one of the last lines credits."""
    labelled = _LABELLED.match(line)
    if labelled is not None:
        return [name for name in _AND.split(labelled["name"]) if name]
    said = _SAID.search(line)
    if said is not None and said["name"] and said["name"][0].isupper():
        return [_CUT.split(said["name"])[0]]
    owned = _COPYRIGHT.match(line)
    if owned is not None:
        return [name for name in (_CUT.split(owned["name"])[0],) if is_agency(name)]
    return ()
