"""What the reading of speech gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """One "who says what"; spans are offsets in the text.

    Args:
        source: who says it, ``None`` where nobody is named.

        cue: the words that say so, with auxiliaries and adverbs.

        content: what is said, in pieces in reading order.

        frame: the list of ``speech.yaml`` that its cue stands in, or "by", "headline".

        verb: the cue's verb or noun as the text has it, in lower case.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    frame: str
    verb: str
