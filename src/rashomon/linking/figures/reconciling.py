"""What follows from counts of one quantity, and which of them cannot hold together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.linking.quantity import Quantity
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Derived
from rashomon.model.reading import Figure

_DAY = timedelta(days=1)
_UNIT = re.compile(r"(?<!\bin )\b(?:per|a|each|every) (day|week|month|year)\b|\b(dai|week|month|year)ly\b", re.IGNORECASE)
_DAYS = {"day": 1.0, "dai": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
#: How far total and average may differ, in units of the average, before it is a fault: it is printed rounded.
_ROUNDED = 0.75


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with the days it counts; ``first`` is ``None`` where the text does not say since when.

    ``after`` is the text right after the number, which may say "per month".
    """

    figure: Figure
    counts: Quantity
    first: date | None
    last: date
    after: str = ""

    @property
    def exact(self) -> float | None:
        """Return the value where it is one number, and not said to be about so many."""
        value, qualifier = self.figure.value, self.figure.qualifier
        if qualifier is not None and "average" not in qualifier.lower():
            return None
        return value.low if value.low == value.high else None

    @property
    def adds_up(self) -> bool:
        """Return whether it counts what happened in a stretch of time, and not what there was on a day."""
        return self.first is not None or self.figure.cumulative is True

    @property
    def when(self) -> str:
        """Return the days in ISO form."""
        return str(DateInterval(self.first, self.last))


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _fits(part: Count, whole: Count) -> bool:
    """Whether both count in one place, as far as they say."""
    return not part.counts.scope or not whole.counts.scope or part.counts.scope == whole.counts.scope


def points(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Return the counts without averages, and of those that one article gives for one time and place only the greatest.

    The lesser ones are its parts ("41 attacks, 17 of them on posts").
    """
    greatest: dict[tuple[str, date | None, date, frozenset[str], str | None], float] = {}
    kept = [count for count in counts if not count.counts.rate]
    keys = [(c.figure.article_id, c.first, c.last, c.counts.scope, c.figure.source) for c in kept]
    for key, count in zip(keys, kept, strict=True):
        greatest[key] = max(greatest.get(key, 0.0), _size(count))
    return tuple(count for key, count in zip(keys, kept, strict=True) if _size(count) == greatest[key])


def _size(count: Count) -> float:
    return count.figure.value.low or count.figure.value.high or 0.0


def _totals(counts: Iterable[Count]) -> list[Count]:
    """Exact counts, one for each span and scope; spans for which several values are printed are left out."""
    printed: dict[tuple[date | None, date, frozenset[str]], dict[float, Count]] = {}
    for count in sorted(points(counts), key=lambda count: count.figure.id):
        if count.adds_up and count.exact is not None:
            printed.setdefault((count.first, count.last, count.counts.scope), {}).setdefault(count.exact, count)
    return [next(iter(values.values())) for values in printed.values() if len(values) == 1]


def _rest(whole: Count, part: Count) -> DateInterval | None:
    """The days of the whole that the part leaves, where they are one stretch."""
    if part.first == whole.first and part.last < whole.last:
        return DateInterval(part.last + _DAY, whole.last)
    if part.last == whole.last and part.first is not None and whole.first is not None and part.first > whole.first:
        return DateInterval(whole.first, part.first - _DAY)
    return None


def _parts(whole: Count, totals: Sequence[Count]) -> Iterator[tuple[Count, DateInterval]]:
    """The longest part from the start, and the longest to the end."""
    found = [(part, rest) for part in totals if _fits(part, whole) and (rest := _rest(whole, part)) is not None]
    for at_start in (True, False):
        parts = [(part, rest) for part, rest in found if (part.last < whole.last) == at_start]
        if parts:
            yield min(
                parts, key=lambda pair: (((pair[1].last or date.max) - (pair[1].first or date.min)).days, pair[0].figure.id)
            )


def _differences(counts: Sequence[Count]) -> tuple[Derived, ...]:
    """Return what is left of each total after its longest part, by period: "589 - 489 = 100" for the month between."""
    totals = _totals(counts)
    derived: dict[tuple[str, float], Derived] = {}
    for whole in totals:
        for part, rest in _parts(whole, totals):
            total, less = whole.exact, part.exact
            if total is None or less is None or total < less:
                continue
            text = f"{rest}: {_number(total)} ({whole.when}) - {_number(less)} ({part.when}) = {_number(total - less)}"
            derived.setdefault((str(rest), total - less), Derived(total - less, rest, text, (part.figure.id, whole.figure.id)))
    return tuple(derived[key] for key in sorted(derived))


def _inside(part: Count, whole: Count) -> bool:
    starts = whole.first is None or (part.first is not None and part.first >= whole.first) or part.first == whole.first
    return starts and part.last <= whole.last and (part.first, part.last) != (whole.first, whole.last)


def _too_great(counts: Sequence[Count]) -> Iterator[str]:
    for whole in counts:
        for part in counts:
            low, high = part.figure.value.low, whole.figure.value.high
            if low is None or high is None or low <= high or not (_inside(part, whole) and _fits(part, whole)):
                continue
            if part.counts.scope - whole.counts.scope and whole.counts.scope:
                continue
            kind = (
                "the later total is lower than the earlier one"
                if part.first == whole.first
                else "the part is greater than the whole"
            )
            yield f"{_number(low)} ({part.when}) and {_number(high)} ({whole.when}): {kind}"


def _off_average(counts: Sequence[Count]) -> Iterator[str]:
    for rate in counts:
        unit = _UNIT.search(f"{rate.figure.unit or ''} {rate.figure.what} {rate.figure.qualifier or ''} {rate.after}")
        average = rate.exact
        if not rate.counts.rate or unit is None or average is None:
            continue
        name = (unit[1] or unit[2]).lower()
        for total in counts:
            value = total.exact
            if total.counts.rate or value is None or total.first is None or (total.first, total.last) != (rate.first, rate.last):
                continue
            times = round(((total.last - total.first).days + 1) / _DAYS[name])
            if times and abs(average * times - value) > _ROUNDED * times:
                unit_name = "day" if name == "dai" else name
                yield f"{_number(value)} in {total.when} is {value / times:.1f} a {unit_name}, not {_number(average)}"


def _printed_for(counts: Iterable[Count], derived: Derived) -> list[Count]:
    """Counts that are printed for the very time of a derived value, other than those it follows from."""
    return [
        count
        for count in sorted(points(counts), key=lambda count: count.figure.id)
        if count.adds_up
        and count.exact is not None
        and count.figure.id not in derived.figures
        and (count.first, count.last) == (derived.period.first, derived.period.last)
    ]


def _days(derived: Derived) -> int:
    return ((derived.period.last or date.max) - (derived.period.first or date.min)).days


def unreconciled(counts: Sequence[Count]) -> tuple[tuple[Count, Derived], ...]:
    """Return each printed count with the other value that follows from the totals for its very time.

    Of three figures that do not add up, the one for the shortest time is set against the other two.
    """
    found: dict[frozenset[str], tuple[Count, Derived]] = {}
    for derived in sorted(_differences(counts), key=lambda derived: (_days(derived), derived.derivation)):
        for count in _printed_for(counts, derived):
            if count.exact != derived.value:
                found.setdefault(frozenset((count.figure.id, *derived.figures)), (count, derived))
    return tuple(found.values())


def differences(counts: Sequence[Count]) -> tuple[Derived, ...]:
    """Return what is left of each total after its longest part, by period: "589 - 489 = 100" for the month between.

    What is printed anyhow is left out, and so is what only follows from a count that does not add up.
    """
    against = unreconciled(counts)
    clashing = {frozenset((count.figure.id, *derived.figures)): derived for count, derived in against}
    kept: list[Derived] = []
    for derived in _differences(counts):
        printed = _printed_for(counts, derived)
        sets = [frozenset((count.figure.id, *derived.figures)) for count in printed]
        if not printed or any(clashing.get(each) == derived for each in sets):
            kept.append(derived)
    return tuple(kept)


def faults(counts: Sequence[Count]) -> tuple[str, ...]:
    """Return sentences that say which counts cannot be reconciled, each once."""
    plain = [count for count in counts if count.adds_up and not count.counts.rate]
    apart = {
        f"{_number(count.exact or 0.0)} is printed for {count.when}, but {other.derivation.partition(': ')[2]}"
        for count, other in unreconciled(counts)
    }
    return tuple(sorted({*_too_great(plain), *_off_average(counts), *apart}))
