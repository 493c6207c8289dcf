"""One form for the many spellings of a name: case, marks, quotes, hyphens and Arabic letter variants folded.

>>> fold("The Kata’ib  Hezbollah") == fold("Kata'ib Hezbollah") == "kataib hezbollah"
True
>>> fold("Al-Shabaab"), fold("حِزْب الله")
('al shabaab', 'حزب الله')
"""

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:the|a|an) (?=\S)")
_QUOTES = frozenset("'’‘`´ʿʾʻʼ′\"“”„«»")
_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ـ": ""}
)
_LATIN = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _QUOTES:
        return ""
    plain = unicodedata.normalize("NFKD", character.lower()).lower().translate(_ARABIC).translate(_LATIN)
    return "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in _QUOTES)


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the offset in ``text`` it came from.

    Runs of anything but letters and digits become one space. The list has one more element, ``len(text)``. Leading
    articles stay.
    """
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for plain in _fold_character(character):
            if plain == " " and (not folded or folded[-1] == " "):
                continue
            folded.append(plain)
            offsets.append(offset)
    offsets.append(len(text))
    return "".join(folded), offsets


#: What folding makes of each ASCII character; most listed names need no more.
_ASCII = {code: _fold_character(chr(code)) for code in range(128)}


def fold(name: str) -> str:
    """Return the name as it is compared: two spellings of one name fold alike.

    Lower case, no marks, no quotes, hyphens as spaces, Arabic alef, ya and ta marbuta unified, no leading English
    article. An empty string comes back for a name without letters or digits.
    """
    folded = " ".join(name.translate(_ASCII).split()) if name.isascii() else fold_with_offsets(name)[0].strip()
    return _ARTICLE.sub("", folded)
