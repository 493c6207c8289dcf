"""What becomes of an act that is agreed to, demanded, rejected or threatened: CAMEO repeats its codes under each of these."""

import functools
from collections.abc import Mapping

from rashomon.extraction.coder_words import MANNER_CODES, Manner, coder_list

#: First root of conflict in deeds; what is promised from here on is a threat.
_DEEDS = 13


#: Whose table an operator uses, where it has none of its own name.
_LIKE = {Manner.VOW: Manner.AGREE, Manner.APPEAL: Manner.DEMAND}


@functools.cache
def _table(manner: Manner) -> Mapping[str, str]:
    found: Mapping[str, str] = coder_list("frames.yaml").get(str(_LIKE.get(manner, manner)), {})
    return found


def root(code: str) -> int:
    """Return the CAMEO root of a code as a number.

    >>> root("1823")
    18
    """
    return int(code[:2])


def is_cooperation(code: str) -> bool:
    """Return whether the code lies under roots 03 to 08."""
    return 3 <= root(code) <= 8  # noqa: PLR2004 - CAMEO's cooperative roots


def is_hostile(code: str) -> bool:
    """Return whether the code is a threat or a hostile deed (roots 13 to 20)."""
    return root(code) >= _DEEDS


def framed(manner: Manner, content: str | None) -> str:
    """Return the code of an operator with a content, the operator's own where the content says nothing more.

    >>> framed(Manner.REJECT, "045"), framed(Manner.VOW, "195"), framed(Manner.DEMAND, None)
    ('126', '1384', '100')
    """
    own = MANNER_CODES[manner]
    if content is None:
        return own
    if manner is Manner.APPEAL:
        demanded = _longest(_table(manner), content)
        return "02" + demanded[2:] if demanded else own
    if manner is Manner.VOW and is_hostile(content):
        manner, own = Manner.THREATEN, "130"
    found = _longest(_table(manner), content)
    return content if found == "=" else found or own


def _longest(table: Mapping[str, str], code: str) -> str | None:
    for size in range(len(code), 1, -1):
        if code[:size] in table:
            return table[code[:size]]
    return None
