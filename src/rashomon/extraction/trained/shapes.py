"""The shape of a word piece's word in the text: the encoder itself sees lower case only."""

from collections.abc import Sequence

LOWER, CAPITAL, UPPER, DIGIT, MIXED = range(5)
#: How many shapes there are.
SHAPES = 5
#: Share of capitals among a text's letters from which its capitals say nothing.
SHOUTING = 0.6


def shape(word: str) -> int:
    """Return the shape of one word."""
    if word[:1].isdigit():
        return DIGIT
    if not word[:1].isalpha() or word.islower():
        return LOWER
    if word[1:].islower() or len(word) == 1:
        return CAPITAL
    return UPPER if word.isupper() else MIXED


def shapes(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """Return the shape of the word around each word piece; all `LOWER` in a text that is mostly capitals.

    Args:
        text: the text as printed.

        offsets: start and end of each piece in it, in order.
    """
    letters = [character for character in text if character.isalpha()]
    if letters and sum(character.isupper() for character in letters) > SHOUTING * len(letters):
        return [LOWER] * len(offsets)
    found: list[int] = []
    for n, (start, end) in enumerate(offsets):
        if n and start == offsets[n - 1][1] and text[start].isalnum():
            found.append(found[-1])
            continue
        found.append(shape(text[start : _word_end(text, end)]))
    return found


def _word_end(text: str, at: int) -> int:
    """Return where the word ends that goes on at an offset."""
    while at < len(text) and text[at].isalnum():
        at += 1
    return at
