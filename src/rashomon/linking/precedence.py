"""Which of two like articles came first: the earlier, the one that is credited, the longer, the lesser id."""

from dataclasses import dataclass

from rashomon.linking.contract import Registry
from rashomon.model.dates import DateInterval
from rashomon.model.sources import Article
from rashomon.text.folding import fold


@dataclass(frozen=True, slots=True)
class Precedence:
    """The article that came first, the other, and why."""

    first: Article
    later: Article
    why: str


def family(outlet: str, registry: Registry) -> str:
    """Return the family of an outlet, its listed name, or the name as it is printed."""
    listed = registry.outlet(outlet)
    return outlet if listed is None else listed.family or listed.name


def published(article: Article) -> DateInterval | None:
    """Return the day an article prints, ``None`` where it prints none that can be read."""
    if article.published is None:
        return None
    try:
        return DateInterval.parse(article.published)
    except ValueError:
        return None


def _earlier(one: Article, other: Article) -> bool:
    ours, theirs = published(one), published(other)
    if ours is None or theirs is None or ours.last is None or theirs.first is None:
        return False
    if ours.last != theirs.first:
        return ours.last < theirs.first
    return bool(
        one.published and other.published and "T" in one.published and "T" in other.published and one.published < other.published
    )


def _credits(one: Article, other: Article, registry: Registry) -> bool:
    """Whether the one names the other's outlet as where it has the text from."""
    if other.outlet is None or (one.outlet is not None and family(one.outlet, registry) == family(other.outlet, registry)):
        return False
    if one.forwarded_from is not None:
        return family(one.forwarded_from, registry) == family(other.outlet, registry)
    return f" {fold(other.outlet)} " in f" {fold(one.text)} "


def precedence(one: Article, other: Article, registry: Registry) -> Precedence:
    """Return which came first. The order in which the two are given does not matter."""
    one, other = sorted((one, other), key=lambda article: article.id)
    for first, later in ((one, other), (other, one)):
        if one.capture == other.capture and later.repeats == first.n:
            return Precedence(first, later, "the page prints it a second time")
    for first, later in ((one, other), (other, one)):
        if _earlier(first, later):
            return Precedence(first, later, f"it was published earlier ({first.published} before {later.published})")
    credited = (_credits(other, one, registry), _credits(one, other, registry))
    if credited[0] != credited[1]:
        first, later = (one, other) if credited[0] else (other, one)
        return Precedence(first, later, f"the other credits {first.outlet}")
    if len(one.text) != len(other.text):
        first, later = sorted((one, other), key=lambda article: -len(article.text))
        return Precedence(first, later, "it is longer")
    return Precedence(one, other, "nothing tells which came first, so the lesser id does")
