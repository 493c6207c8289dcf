"""Turn the lines of one article into its parts: body, footnotes, captions, noise."""

from collections.abc import Sequence

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.readers.glue import Vocabulary, glue_at
from rashomon.readers.lines import Line, excerpt_link, is_furniture, is_headline, kind_of

#: A caption glued to the first word has no more words than this.
MOST_CAPTION_WORDS = 12
_MOST_LABEL_WORDS = 3


def caption_end(line: Line, vocabulary: Vocabulary) -> int | None:
    """Return the page offset where the text behind a glued caption begins, ``None`` where none is glued to the line."""
    at = glue_at(line.text, vocabulary, MOST_CAPTION_WORDS)
    return None if at is None else line.start + at


def body_parts(lines: Sequence[Line], vocabulary: Vocabulary | None = None) -> tuple[Part, ...]:
    """Return the parts of the lines under a title, one a paragraph.

    Args:
        lines: the lines, in order.
        vocabulary: the page's words, where a caption may be glued to the first paragraph.
    """
    parts: list[Part] = []
    starred = False
    for index, line in enumerate(lines):
        kind = _kind(lines, index, starred)
        starred = starred or (kind is PartKind.BODY and "*" in line.text)
        start = line.start
        if kind is PartKind.BODY and vocabulary is not None and not any(part.kind is PartKind.BODY for part in parts):
            glued = caption_end(line, vocabulary)
            if glued is not None:
                parts.append(Part(PartKind.CAPTION, start, glued))
                start = glued
        parts.extend(_without_link(line, start) if kind is PartKind.BODY else (Part(kind, start, line.end),))
    return tuple(parts)


def _kind(lines: Sequence[Line], index: int, starred: bool) -> PartKind:
    """Return what a line is, seen among its neighbours."""
    line = lines[index]
    kind = kind_of(line.text)
    if kind is not PartKind.BODY:
        return kind
    if is_furniture(line.text):
        return PartKind.NOISE
    if line.text.startswith("*") and starred and index > 0:
        return PartKind.FOOTNOTE
    label = index == 0 and line.words <= _MOST_LABEL_WORDS and is_headline(line) and len(lines) > 1
    if label and kind_of(lines[1].text) is PartKind.NOISE:
        return PartKind.NOISE
    return PartKind.BODY


def _without_link(line: Line, start: int) -> tuple[Part, ...]:
    """Cut "Read more of this post" off the end of a paragraph."""
    link = excerpt_link(line.text)
    if link is None:
        return (Part(PartKind.BODY, start, line.end),)
    told = line.text[:link].rstrip()
    noise = Part(PartKind.NOISE, line.start + link, line.end)
    return (Part(PartKind.BODY, start, line.start + len(told)), noise) if line.start + len(told) > start else (noise,)
