"""Where it happened, without places that the words only name as where somebody or something came from."""

import re
from collections.abc import Iterator

from rashomon.model.places import Place
from rashomon.model.words import ATTACKS, EventType, Role
from rashomon.store.publishing.contract import PublishedEvent

#: Types in which who comes from a place does something elsewhere; people are kidnapped, driven and freed from where they were.
_GOING = (ATTACKS | {EventType.OFFENSIVE_LAUNCHED}) - {EventType.KIDNAPPING, EventType.SABOTAGE}
_FROM = re.compile(
    r"\bfrom\s+(?:(?:the|a)\s+)?(?:(?:\w+\s+)?(?:area|town|city|village|region|province|district|camp|outskirts|vicinity)\s+)?"
    r"(?:(?:of|near|around|in)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:report\w*|news|footage|videos?|images?|photos?|dispatch\w*|kilomet\w+|km|miles?|met(?:er|re)s|away|far|smoke|withdr\w+|"
    r"retreat\w*|fle[ed]\w*|expel\w*|dr(?:ive|ove)\w*|push\w*|oust\w*|clear\w*|abduct\w*|kidnap\w*|stolen|steal\w*|"
    r"evacuat\w*|dislodg\w*|repel\w*|removed?|taken|recaptur\w*|returning|returned|liberat\w*)(?:\s+[\w'-]+){0,4}\s*$",
    re.IGNORECASE,
)


def comes_from(before: str) -> bool:
    """Return whether words lead up to a place as where somebody came from.

    >>> comes_from("two men from the area near "), comes_from("the army withdrew from "), comes_from("a blast in ")
    (True, False, False)
    """
    found = _FROM.search(before)
    return found is not None and _STAYS.search(before[: found.start()]) is None


def happened_at(published: PublishedEvent) -> list[Place]:
    """Return an event's places, best supported first; of a use of force without those that words only say somebody came from."""
    several = [one for one in published.told.event.places if one.value in published.places]
    if published.told.event.type in _GOING:
        named = list(_named(published))
        left = {place for place, _, leaving in named if leaving} - {place for place, _, leaving in named if not leaving}
        several = [one for one in several if one.value not in left]
    return [published.places[one.value] for one in several]


def _named(published: PublishedEvent) -> Iterator[tuple[str, str, bool]]:
    """Yield the places that accounts name, by id with the account, and whether words only say that somebody came from there."""
    leaving: set[tuple[str, int]] = set()
    for view in published.told.accounts:
        for filler in view.account.fillers:
            start = filler.span.start - view.quote.start
            if filler.role == Role.PLACE and 0 <= start < len(view.quote.words) and comes_from(view.quote.words[:start]):
                leaving.add((view.article.id, filler.span.start))
    for view in published.told.accounts:
        fillers = [filler for filler in view.account.fillers if filler.role == Role.PLACE]
        for one, filler in zip(view.places, fillers, strict=False):
            if one.id is not None:
                yield one.id, view.account.id, (view.article.id, filler.span.start) in leaving
