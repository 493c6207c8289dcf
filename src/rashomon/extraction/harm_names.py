"""Names of persons as a sentence prints them, found by their form alone: "Ann Reyes", later "Reyes"."""

import re
from collections.abc import Iterator, Sequence

_PART = (
    r"(?:[A-Z]\.|(?:de|la|del|bin|ibn|al|van)(?= )|(?:al|el|ad|ar|as|ash|at|az)-[A-Z]\w+|"
    r"[A-Z][\w’'-]*[a-z](?:-[A-Z][a-z]+)?|Jr\.?|Sr\.?|I{2,3}|“[\w ]+”|\"[\w ]+\")"
)
_NAME = re.compile(rf"\b(?:[A-Z][a-z]+(?:[’'-][A-Z]?[a-z]+)*|[A-Z]\.)(?: {_PART})+")
_NOT_NAME = re.compile(
    r"\b(?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane|Court|Highway|Police|Department|Sheriff|County|City|Hospital|"
    r"Center|Centre|Medical|University|College|School|Park|Church|Apartments?|Mall|Store|Office|Unit|Team|Division|Bureau|"
    r"Council|Army|News|Times|North|South|East|West|New|San|Los|Las|Fort|Saint|Lake|Mount|Beach|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Islamic|State|United|National|Crime|Stoppers|Homicide|The|Copyright|Facebook|Twitter|Day|Club|Bar|Bank)\b"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|on|of|to|by|with|outside|inside)\s+$", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z][\w-]+\b")
_PLACE_BEHIND = re.compile(
    r" (?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Lane|Court|County|Police|Hospital|High|School|Park|Department|"
    r"[A-Z][a-z]+ (?:Street|Avenue|Road|Drive))\b"
)
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})
#: How far back the preposition before a place's name is looked for.
_REACH = 9


def full_names(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
    """Yield the names of two and more words between the offsets: start, end and last name; names of places are left out."""
    for match in _NAME.finditer(text, *span):
        before = text[max(span[0], match.start() - _REACH) : match.start()]
        if not _NOT_NAME.search(match.group()) and not _PLACE_BEFORE.search(before):
            yield match.start(), match.end(), _last(match.group())


def _last(name: str) -> str:
    parts = [part for part in name.split() if part.rstrip(".") not in _SUFFIXES]
    return parts[-1].lower()


def surnames(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Return the last names, in lower case, of the persons that the spans name in full."""
    return frozenset(last for span in spans for _, _, last in full_names(text, span))


def names_alone(text: str, span: tuple[int, int], known: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the last names in ``known`` that stand by themselves between the offsets."""
    for match in _CAPITAL.finditer(text, *span) if known else ():
        if match.group().lower() in known and not _PLACE_BEHIND.match(text, match.end()):
            yield match.start(), match.end(), match.group().lower()
