"""How two numbers for one thing stand to each other, and the contradictions that follow."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.linking.figures.tolls import Said
from rashomon.linking.quantity import comparable
from rashomon.model.ledger import Contradiction, Reason
from rashomon.model.ranges import Range
from rashomon.model.words import ContradictionKind, RootKind, Severity

#: Numbers this near (share of the larger) are one number rounded, where one of them is round.
_ROUNDED = 0.1
#: Below this a number is not rounded but counted.
_COUNTED = 20
_ORDER = (Severity.DIFFERENT_NUMBER, Severity.ROUNDING, Severity.UPDATE)


def _point(value: Range) -> float:
    return value.low if value.low is not None else value.high or 0.0


def rounded(one: Range, other: Range) -> bool:
    """Return whether the two may be one number, rounded in one place."""
    low, high = sorted((_point(one), _point(other)))
    step = 10 if high < 10 * _COUNTED else 50
    return high >= _COUNTED and high - low <= _ROUNDED * high and (low % step == 0 or high % step == 0)


def severity(one: Said, other: Said) -> Severity | None:
    """Return how much two numbers differ; ``None`` where they agree, count other things, or one voice gives both at once.

    What one speaker says later, and what one outlet prints later in its own voice, brings the number up to date, and so does
    what a text gives beside a number that it calls an earlier one. Two that one text names beside each other are set against
    each other, even where nobody knows more of them than the outlet.
    """
    if one.value == other.value or not (comparable(one.counts, other.counts) or _short(one, other)) or _of_two_sides(one, other):
        return None
    if one.past != other.past and one.span.article_id == other.span.article_id:
        return Severity.UPDATE
    own = RootKind.OUTLET in (one.origin.kind, other.origin.kind) and one.outlet == other.outlet
    aside = one.value.overlaps(other.value)
    set_against = one.span.article_id == other.span.article_id and one.source != other.source
    if (one.origin == other.origin and not set_against) or (own and one.published != other.published):
        later = one.published is not None and other.published is not None and one.published != other.published
        return Severity.UPDATE if later and (not aside or _outgrown(one, other)) else None
    if aside:
        return None
    return Severity.ROUNDING if rounded(one.value, other.value) else Severity.DIFFERENT_NUMBER


def _has_risen(one: Said, other: Said, every: Sequence[Said]) -> bool:
    """Whether a text says that the toll has grown from the other, lower number: printed no later, and when none was higher."""
    if not one.risen or one.published is None or other.published is None or _point(other.value) >= _point(one.value):
        return False
    earlier = (each for each in every if each.published is not None and each.published <= other.published)
    return other.published <= one.published and all(_point(each.value) <= _point(other.value) for each in earlier)


def _short(one: Said, other: Said) -> bool:
    """Whether one counts all the dead and yet fewer than the other counts of one sort: "six dead", "nine soldiers fell"."""
    whole, sort = (other, one) if one.counts.whom else (one, other)
    most, least = whole.value.high, sort.value.low
    alike = one.counts.sort == other.counts.sort and one.counts.rate == other.counts.rate
    return alike and not whole.counts.whom and most is not None and least is not None and most < least


def _of_two_sides(one: Said, other: Said) -> bool:
    """Whether one counts the dead of a group and one those of its foes: "neutralised 15 attackers", "five of ours fell"."""
    return one.fighters is not None and other.fighters is not None and one.fighters != other.fighters


def _disputes(said: Said, before: Iterable[Said]) -> bool:
    """Whether it is less than another speaker gave the same outlet before: tolls grow, and who counts fewer disputes them."""
    return any(
        one.outlet == said.outlet and one.source != said.source and _point(said.value) < _point(one.value) and not said.past
        for one in before
    )


def _outgrown(one: Said, other: Said) -> bool:
    """Whether "at least 12" was followed by a greater number."""
    first, last = sorted((one, other), key=_when)
    return first.value.high is None and _point(last.value) > _point(first.value)


def _when(said: Said) -> tuple[str, str]:
    return said.published.isoformat() if said.published is not None else "9999", said.ref


def _beside_a_speaker(said: Iterable[Said]) -> list[Said]:
    """All that is said, without what the outlet says where the same text gives the same number to a speaker."""
    listed = list(said)
    spoken = {(one.span.article_id, one.value) for one in listed if one.origin.kind == RootKind.SPEAKER}
    return [one for one in listed if one.origin.kind == RootKind.SPEAKER or (one.span.article_id, one.value) not in spoken]


def disagreements(topic: str, unit: str, said: Iterable[Said], event_id: str | None = None) -> tuple[Contradiction, ...]:
    """Return one contradiction for each severity and side that is counted: its values, each as first said.

    Args:
        topic: what it is about, for lists.

        unit: the word after each number ("killed").

        said: all that is said about one quantity of one happening or period.

        event_id: the event it is about.
    """
    differing = _differing(sorted(_wholes(_beside_a_speaker(said)), key=_when))
    return tuple(
        Contradiction(
            ContradictionKind.NUMBER,
            found,
            topic,
            tuple(side.position(unit) for side in sorted(values.values(), key=_when)),
            event_id,
            (_reason(found),),
        )
        for found in _ORDER
        for values in differing.get(found, ())
    )


def _wholes(said: Sequence[Said]) -> list[Said]:
    """All that is said, but for bare numbers below what the same voice counts in that text ("one is in critical condition")."""
    return [
        one
        for one in said
        if one.counts.whom
        or not any(
            (other.span.article_id, other.source) == (one.span.article_id, one.source)
            and other.counts.whom
            and one.value.high is not None
            and (other.value.low or 0) > one.value.high
            for other in said
        )
    ]


def _differing(ordered: Sequence[Said]) -> dict[Severity, list[dict[str, Said]]]:
    """What differs from something else, by how much it does, each value of each speaker as first said.

    The dead of a group and those of its foes stay apart where both are disputed.
    """
    found: dict[Severity, dict[bool | None, dict[str, Said]]] = {}
    for one, other, how in _pairs(ordered):
        side = one.fighters if one.fighters is not None else other.fighters
        for each in (one, other):
            found.setdefault(how, {}).setdefault(side, {}).setdefault(f"{each.value} {each.origin.name}", each)
    return {how: _joined(by_side) for how, by_side in found.items()}


def _joined(by_side: dict[bool | None, dict[str, Said]]) -> list[dict[str, Said]]:
    """The two sides apart where both are disputed, with what nobody knows the side of joined to the first; else all together."""
    sides = [by_side[side] for side in (False, True) if side in by_side]
    if not sides:
        return [by_side[None]]
    return [{**by_side.get(None, {}), **sides[0]}, *sides[1:]]


def _pairs(ordered: Sequence[Said]) -> Iterator[tuple[Said, Said, Severity]]:
    """Yield each two that differ, and by how much."""
    rivals = [said for at, said in enumerate(ordered) if _disputes(said, ordered[:at])]
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            found = severity(one, other)
            if found == Severity.UPDATE and (one in rivals or other in rivals) and not (one.past or other.past):
                found = None if one.value.overlaps(other.value) else Severity.DIFFERENT_NUMBER
            if found == Severity.DIFFERENT_NUMBER and (_has_risen(one, other, ordered) or _has_risen(other, one, ordered)):
                found = Severity.UPDATE
            if found is not None:
                yield one, other, found


def _reason(found: Severity) -> Reason:
    texts = {
        Severity.DIFFERENT_NUMBER: "independent sources give numbers that cannot both be right",
        Severity.ROUNDING: "one may be the other, rounded",
        Severity.UPDATE: "one source gives another number later",
    }
    return Reason("numbers", 1.0, texts[found])
