"""Cut text into words, numbers and punctuation marks with exact offsets."""

import functools
import re
from typing import NamedTuple

_LETTERS = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*(?!\w)"  # 1,500  2.5  06:40
    r"|\w+(?:['’`ʼ-]\w+)*"  # Kata'ib, al-Asad, F-16
    r"|\.\.\.|[^\w\s]"
)


class Token(NamedTuple):
    """A word, a number or a mark; offsets count in the text it was cut from, the end is exclusive."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Return whether it starts with a letter or digit."""
        return self.text[0].isalnum()


@functools.lru_cache(maxsize=256)
def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens between the offsets. A possessive ending ("'s", "s'") is a token of its own.

    >>> [token.text for token in tokens("Iran's F-16 hit 1,500 men.")]
    ['Iran', "'s", 'F-16', 'hit', '1,500', 'men', '.']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’`ʼ":  # noqa: PLR2004 - a letter before "'s"
            cut = match.end() - 2
            found.append(Token(text[match.start() : cut], match.start(), cut))
            found.append(Token(text[cut : match.end()], cut, match.end()))
        else:
            found.append(Token(word, match.start(), match.end()))
    return tuple(found)
