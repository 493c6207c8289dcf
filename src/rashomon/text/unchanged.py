"""Where the words of one text stand in a later wording of it, as far as their sentences did not change."""

from collections import Counter
from functools import cached_property

from rashomon.text.sentences import sentences

Span = tuple[int, int]


class Unchanged:
    """The sentences that two wordings share; white space does not count.

    >>> Unchanged("It rained. Nine died.", "On Monday it fell. Nine  died.").span(11, 21)
    (19, 30)
    """

    def __init__(self, before: str, after: str) -> None:
        self._before = before
        self._after = after

    def span(self, start: int, end: int) -> Span | None:
        """Return where the words from ``start`` to ``end`` of the text before stand in the one after, without white space around.

        ``None`` where a sentence that they stand in was changed, or the words no longer follow each other.
        """
        words = self._before[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        first, last = self._place(start), self._place(end - 1)
        if first is None or last is None or end <= start:
            return None
        same = self._before[start:end].split() == self._after[first : last + 1].split()
        return (first, last + 1) if same else None

    def _place(self, at: int) -> int | None:
        """Return where a letter stands now."""
        found = next((pair for pair in self._same if pair[0][0] <= at < pair[0][1]), None)
        if found is None:
            return None
        (begin, _), (now, now_end) = found
        letters = len("".join(self._before[begin:at].split()))
        places = [place for place in range(now, now_end) if not self._after[place].isspace()]
        return places[letters] if letters < len(places) else None

    @cached_property
    def _same(self) -> list[tuple[Span, Span]]:
        """The sentences that both wordings have: where each stood, and where it stands; the nth of several alike is the nth."""
        standing: dict[tuple[str, ...], list[Span]] = {}
        for start, end in sentences(self._after):
            standing.setdefault(tuple(self._after[start:end].split()), []).append((start, end))
        met: Counter[tuple[str, ...]] = Counter()
        pairs: list[tuple[Span, Span]] = []
        for start, end in sentences(self._before):
            words = tuple(self._before[start:end].split())
            now = standing.get(words, ())
            if met[words] < len(now):
                pairs.append(((start, end), now[met[words]]))
            met[words] += 1
        return pairs
