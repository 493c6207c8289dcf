"""Which way a text runs."""

import unicodedata

_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter that has a direction runs from right to left.

    >>> is_right_to_left("… قال"), is_right_to_left("He said قال"), is_right_to_left("12")
    (True, False, False)
    """
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one in _RIGHT_TO_LEFT for one in directions if one in {"L", "R", "AL"}), False)
