"""What changed from one text to the next, sentence by sentence, with changed numbers and names in front."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from rashomon.text.sentences import sentences

#: Two sentences that share less than this of their words are one gone and one new.
_ALIKE = 0.5
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")
#: A capital that does not begin the sentence; names in scripts without capitals are not told from words.
_NAME = re.compile(r"(?<=[\w,;:)\"”'’] )[^\W\d_a-z][\w'’-]+")
_WORD = re.compile(r"\w+")
_CORRECTION = re.compile(
    r"\b(?:correct(?:s|ed|ion)|clarif(?:y|ies|ied|ication)|earlier version|updated? (?:with|to)|"
    r"editor['’]s note|erratum|retract)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence that is gone, new or different.

    Args:
        before: how it was; ``None`` where it is new.

        after: how it is; ``None`` where it is gone.

        values: numbers and names that only one of the two has; of a sentence that is new or gone, those in it.
    """

    before: str | None
    after: str | None
    values: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Return ``added``, ``removed`` or ``changed``."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Return what differs: changed numbers and names first, then in the order of the text.

    >>> [change.values for change in changes("It rained. Nine died.", "It rained. 12 died.")]
    [('12',)]
    """
    old, new = _sentences(before), _sentences(after)
    matched = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    found = (change for tag, a, b, c, d in matched if tag != "equal" for change in _paired(old[a:b], new[c:d]))
    return tuple(sorted(found, key=_rank))


def announced(found: tuple[Change, ...]) -> bool:
    """Return whether a sentence that is new or different says that something was corrected."""
    return any(change.after is not None and _CORRECTION.search(change.after) for change in found)


def _rank(change: Change) -> tuple[bool, bool]:
    return not change.values, change.kind != "changed"


def _sentences(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in sentences(text)]


def _paired(old: list[str], new: list[str]) -> Iterator[Change]:
    """Yield a stretch that differs: each new sentence with the old one it was made of, and what is left of both."""
    left = list(old)
    for sentence in new:
        best = max(left, key=lambda other: _likeness(other, sentence), default=None)
        if best is not None and _likeness(best, sentence) >= _ALIKE:
            left.remove(best)
            yield Change(best, sentence, _differing(best, sentence))
        else:
            yield Change(None, sentence, _differing("", sentence))
    yield from (Change(sentence, None, _differing(sentence, "")) for sentence in left)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(a=_WORD.findall(one.lower()), b=_WORD.findall(other.lower()), autojunk=False).ratio()


def _differing(before: str, after: str) -> tuple[str, ...]:
    """Return the numbers and names that only one of the two has, those of the old one first."""
    old, new = _values(before), _values(after)
    return tuple(value for value in dict.fromkeys((*old, *new)) if (value in old) != (value in new))


def _values(sentence: str) -> tuple[str, ...]:
    found = [(match.start(), match.group()) for pattern in (_NUMBER, _NAME) for match in pattern.finditer(sentence)]
    return tuple(words for _, words in sorted(found))
