"""Numbers that stand for themselves, no toll nor count over time: how many fighters a group has, how many barrels ran out.

Two are compared where one text sets them side by side, each with its speaker, or where both say how large one group is.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from rashomon.linking.cast import Cast
from rashomon.linking.disputes.stands import Found
from rashomon.linking.figures.numbers import disagreements
from rashomon.linking.figures.tolls import Said, Tolls
from rashomon.linking.precedence import published
from rashomon.linking.quantity import Quantity, quantity
from rashomon.linking.sentences import sentence
from rashomon.model.actors import Actor
from rashomon.model.reading import Figure
from rashomon.model.words import ACTOR_KINDS, ActorKind, NumberKind

#: How far apart in one text (characters) two numbers are set side by side.
_BESIDE = 250
#: Sizes told further apart (days) are of other times.
_APART = timedelta(days=365)
#: Numbers further apart (times) are not for one thing.
_MANY_TIMES = 10
_NEVER = frozenset(
    {NumberKind.KILLED, NumberKind.INJURED, NumberKind.AGE, NumberKind.DISTANCE, NumberKind.PERCENT, NumberKind.EVENTS}
)
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.FORCE})


class Standing:
    """Finds numbers for one thing that cannot all be right."""

    def __init__(self, cast: Cast, tolls: Tolls) -> None:
        self._cast = cast
        self._tolls = tolls

    def find(self, article_ids: Iterable[str]) -> Iterator[Found]:
        """Yield the contradictions of each text within itself, then those about the size of each group."""
        sizes: dict[tuple[str, Quantity], list[Said]] = {}
        for article_id in article_ids:
            figures = [figure for figure in self._cast.scenes[article_id].source.reading.figures if _stands(figure)]
            for row in self._rows(figures):
                if len({figure.source for figure in row}) > 1 and _near_in_size(row):
                    clashes = disagreements(f"number: {row[0].what}", row[0].what, map(self._said, row))
                    yield from ((f"article\x1f{article_id}", clash) for clash in clashes)
            for group, figure in self._sizes(figures):
                said = self._said(figure)
                sizes.setdefault((group.name, said.counts), []).append(said)
        for (name, _), said_of in sorted(sizes.items(), key=lambda pair: (pair[0][0], sorted(pair[0][1].head))):
            for near in _near(said_of):
                yield from ((f"size\x1f{name}", clash) for clash in disagreements(f"number: size of {name}", "in all", near))

    def issues(self, article_id: str) -> frozenset[str]:
        """Return the issues on which an article gives a number: the sizes of groups."""
        figures = filter(_stands, self._cast.scenes[article_id].source.reading.figures)
        return frozenset(f"size\x1f{group.name}" for group, _ in self._sizes(figures))

    def _sizes(self, figures: Iterable[Figure]) -> Iterator[tuple[Actor, Figure]]:
        for figure in figures:
            group = self._group(figure) if figure.kind == NumberKind.FORCE_SIZE else None
            if group is not None:
                yield group, figure

    def _rows(self, figures: Iterable[Figure]) -> list[list[Figure]]:
        """Figures of one quantity that stand beside each other, in reading order."""
        rows: list[list[Figure]] = []
        for figure in sorted(figures, key=lambda figure: figure.span.start):
            counts = quantity(figure)
            near = [row for row in rows if figure.span.start - row[-1].span.end <= _BESIDE and quantity(row[-1]) == counts]
            if near:
                near[-1].append(figure)
            elif counts.head:
                rows.append([figure])
        return rows

    def _said(self, figure: Figure) -> Said:
        printed = published(self._cast.article(figure.article_id))
        return self._tolls.of_figure(figure, printed.first if printed is not None else None)

    def _group(self, figure: Figure) -> Actor | None:
        """The group or force whose size it is: the only one that the sentence names, its sides aside."""
        around = sentence(self._cast.article(figure.article_id), figure.span)
        found: dict[str, Actor] = {}
        for entity in self._cast.scenes[figure.article_id].entities.values():
            actor = self._cast.actor(figure.article_id, entity.key) if entity.kind in ACTOR_KINDS else None
            if actor is not None and actor.kind in _GROUPS and any(m.span.overlaps(around) for m in entity.mentions):
                found[actor.id] = actor
        return next(iter(found.values())) if len(found) == 1 else None


def is_of_size(issue: str) -> bool:
    """Return whether an issue is the size of a group."""
    return issue.startswith("size\x1f")


def _stands(figure: Figure) -> bool:
    """Whether a figure is a whole number of things, of no time and no happening, and no share of another."""
    whole = figure.printed is None or float(figure.printed).is_integer()
    free = figure.period is None and figure.as_of is None and figure.account is None
    return figure.kind not in _NEVER and whole and free and not figure.what.startswith("of ")


def _near_in_size(row: Iterable[Figure]) -> bool:
    """Whether numbers may be for one thing: no hundred thousand beside twenty."""
    sizes = [figure.value.low or figure.value.high or 0.0 for figure in row]
    return max(sizes) <= _MANY_TIMES * max(min(sizes), 1.0)


def _near(said: Iterable[Said]) -> Iterator[list[Said]]:
    """Sizes in stretches of a year, undated ones by themselves."""
    stretch: list[Said] = []
    for one in sorted(said, key=lambda one: (one.published or date.max, one.ref)):
        if stretch and _in_reach(stretch[0].published, one.published):
            stretch.append(one)
        else:
            yield stretch
            stretch = [one]
    yield stretch


def _in_reach(first: date | None, other: date | None) -> bool:
    if first is None or other is None:
        return first is other
    return other - first <= _APART
