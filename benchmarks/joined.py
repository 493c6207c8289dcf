"""Sets print a text as tokens joined by one space; a reader wants it as a page would print it."""

import re
from dataclasses import dataclass

#: Spaces that a page would not print: before closing marks, behind opening ones, around what ties two words together.
_CLOSED = re.compile(
    r"(?<=[\w.]) (?=[-/] \w)|(?<=[\w.] [-/]) (?=\w)"  # pro - government
    r"|(?<=\d) (?=[.,:] \d)|(?<=\d [.,:]) (?=\d)"  # 1 , 500
    r"|(?<=\w) (?=[’'] (?:s|t|re|ve|ll|d|m|esh)\b)|(?<=\w [’']) (?=(?:s|t|re|ve|ll|d|m|esh)\b)"  # the group ’ s
    r"|(?<=s) (?=[’'] )"
    r"| (?=[,.;:!?)\]%”»](?: |$))|(?<=[(\[“«$£€]) "
)


@dataclass(frozen=True, slots=True)
class Joined:
    """A text as a page would print it; ``origins`` has for each of its characters the offset in the text as given."""

    text: str
    origins: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text as given of a span that is not empty."""
        return self.origins[start], self.origins[end - 1] + 1


def joined(text: str) -> Joined:
    """Return the text without the spaces that no page prints; a hyphen loses its spaces even where it was a dash."""
    dropped = {match.start() for match in _CLOSED.finditer(text)}
    kept = tuple(n for n in range(len(text)) if n not in dropped)
    return Joined("".join(text[n] for n in kept), kept)
