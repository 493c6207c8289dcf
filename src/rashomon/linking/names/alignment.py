"""Which part of one name answers to which part of the other, parts written together or apart included."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.linking.names.assignment import best_pairs
from rashomon.linking.names.likeness import Likeness, likeness
from rashomon.linking.names.parts import Name, Part, Sort
from rashomon.linking.names.spelling import consonants

#: Neighbouring parts are taken together where together they are this much like one part of the other name.
_GLUED = 0.85
_MOST_GLUED = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts that answer to each other."""

    one: Part
    other: Part
    likeness: Likeness

    @property
    def weight(self) -> float:
        """Return how much the pair tells."""
        return (self.one.weight + self.other.weight) / 2

    @property
    def across(self) -> bool:
        """Return whether the two are written in different scripts."""
        return self.one.latin != self.other.latin or self.one.vowelless != self.other.vowelless


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs in the order of the first name, and what is left on either side."""

    pairs: tuple[Pair, ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    reordered: bool


def align(one: Name, other: Name) -> Alignment:
    """Return the best pairing of the parts of two names.

    A part that a name says twice ("Sergey Sergey Shoigu") answers to the one part of the other name.
    """
    ours, theirs = _glued(one.parts, other.parts)
    gains = [[min(mine.weight, part.weight) * likeness(mine, part).score for part in theirs] for mine in ours]
    matched = best_pairs(gains)
    pairs = tuple(Pair(ours[a], theirs[b], likeness(ours[a], theirs[b])) for a, b in matched)
    taken, given = {a for a, _ in matched}, {b for _, b in matched}
    left = [part for at, part in enumerate(ours) if at not in taken]
    right = [part for at, part in enumerate(theirs) if at not in given]
    left, right = left if right else _unsaid(left, pairs), right if left else _unsaid(right, pairs)
    columns = [b for a, b in matched if ours[a].sort != Sort.PARTICLE]
    return Alignment(pairs, tuple(left), tuple(right), columns != sorted(columns))


def _unsaid(left: Sequence[Part], pairs: Sequence[Pair]) -> list[Part]:
    said = {text for pair in pairs for text in (pair.one.text, pair.other.text)}
    return [part for part in left if part.text not in said]


def _glued(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both rows with parts taken together that are one part on the other side."""
    ours, theirs = _shortened(ours, theirs)
    theirs, ours = _shortened(theirs, ours)
    ours = _together(ours, theirs)
    return ours, _together(theirs, ours)


def _shortened(parts: tuple[Part, ...], targets: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Parts whose first letters are a part of the other name are taken for that part ("People's Liberation Army", "PLA")."""
    telling = [at for at, part in enumerate(parts) if part.sort == Sort.NAME]
    said = {part.text for part in parts}
    for number, target in enumerate(targets):
        size = len(target.text)
        short = target.sort == Sort.ACRONYM and target.text not in said
        for first in range(len(telling) - size + 1) if short else ():
            chosen = telling[first : first + size]
            if "".join(parts[at].text[0] for at in chosen) == target.text:
                letters = replace(target, sort=Sort.EXPANDED, weight=sum(parts[at].weight for at in chosen))
                kept = (*parts[: chosen[0]], letters, *parts[chosen[-1] + 1 :])
                return kept, (*targets[:number], letters, *targets[number + 1 :])
    return parts, targets


def _together(parts: tuple[Part, ...], targets: tuple[Part, ...]) -> tuple[Part, ...]:
    for size in range(min(_MOST_GLUED, len(parts)), 1, -1):
        for at in range(len(parts) - size + 1):
            group = parts[at : at + size]
            joined = replace(group[0], text="".join(part.text for part in group), written="", sort=Sort.NAME, weight=1.0)
            longest = max(len(part.text) for part in group)
            for target in targets:
                if len(target.text) > longest and _is_one(joined, group, target):
                    return _together((*parts[:at], joined, *parts[at + size :]), targets)
    return parts


def _is_one(joined: Part, group: Sequence[Part], target: Part) -> bool:
    if abs(len(consonants(joined.text)) - len(consonants(target.text))) > 1:
        return False
    together = likeness(joined, target).score
    return together >= _GLUED and together > max(likeness(part, target).score for part in group)
