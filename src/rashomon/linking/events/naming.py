"""What to call those who stand in an event's title: names before common nouns, and no noun that says nothing."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from rashomon.linking.cast import Cast
from rashomon.linking.events.tellings import Telling
from rashomon.model.actors import Actor
from rashomon.model.reading import Account
from rashomon.model.words import ActorKind, EventType, MentionKind, Role

#: Longer names (characters) are no help in a title.
LONGEST = 60
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our|this|these|those|some|several|two|three|other)\s+", re.IGNORECASE)
#: Nouns that say no more of somebody than that there was somebody.
_EMPTY_TEXT = (
    "people person persons others victims men man women woman residents members someone somebody everyone nobody place "
    "area site scene target targets group attackers attacker commander leader country city town village"
)
_EMPTY = frozenset(_EMPTY_TEXT.split())
_NOBODY = re.compile(r"^(?:no|none|nobody|neither)\b", re.IGNORECASE)
_PUBLISHING = frozenset({EventType.STATEMENT_OR_PROPAGANDA, EventType.THREAT})
_WORD = re.compile(r"[^\W\d_]+")


def most_told(
    group: Iterable[Telling], labels: Callable[[Account], Iterable[str]], copied: frozenset[str] = frozenset()
) -> str | None:
    """Return the label that most roots give, then most accounts that are not ``copied``, then most of all, then the shortest."""
    roots: dict[str, set[str]] = {}
    own: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for telling in group:
        for label in dict.fromkeys(labels(telling.account)):
            roots.setdefault(label, set()).add(telling.origin.root_id)
            own[label] += telling.id not in copied
            counted[label] += 1
    return min(counted, key=lambda label: (-len(roots[label]), -own[label], -counted[label], len(label), label), default=None)


class Naming:
    """Finds the words for one role of an event.

    Args:
        cast: who the keys are.

        copied: accounts of copies; they only count where nothing else decides.
    """

    def __init__(self, cast: Cast, copied: frozenset[str] = frozenset()) -> None:
        self._cast = cast
        self._copied = copied

    def actor(self, group: tuple[Telling, ...], role: Role, place: str | None = None) -> str | None:
        """Return the best supported name in a role, else the common noun that says most; ``None`` where none says anything.

        Args:
            group: the accounts of the event.

            role: agent or patient.

            place: how its place is called; a noun that only repeats it is left out.
        """
        named = most_told(group, lambda account: self._names(account, role), self._copied)
        return named or most_told(group, lambda account: self._nouns(account, role, place), self._copied)

    def place(self, group: tuple[Telling, ...], place_id: str | None) -> str | None:
        """Return the place with its preposition: the linked one, a name that is not linked, or a common noun."""
        if place_id is not None:
            return f"in {self._cast.place_by_id(place_id).name}"
        named = most_told(group, lambda account: self._spots(account, named=True), self._copied)
        if named is not None:
            return f"in {named}"
        noun = most_told(group, lambda account: self._spots(account, named=False), self._copied)
        return f"at a {noun}" if noun is not None else None

    def _names(self, account: Account, role: Role) -> Iterable[str]:
        for key in account.keys(role):
            actor, entity = self._cast.actor(account.article_id, key), self._cast.entity(account.article_id, key)
            if entity is None or _NOBODY.match(entity.label):
                continue
            if actor is not None:
                name = _acting(actor, account.type)
                if name is not None:
                    yield name
            elif entity.names and entity.kind != MentionKind.MEDIA and _fits(entity.label):
                yield _ARTICLE.sub("", entity.label)

    def _nouns(self, account: Account, role: Role, place: str | None) -> Iterable[str]:
        told = frozenset(_WORD.findall((place or "").lower()))
        for key in account.keys(role):
            entity = self._cast.entity(account.article_id, key)
            if entity is None or entity.names or self._cast.actor(account.article_id, key) is not None:
                continue
            noun = _ARTICLE.sub("", entity.label)
            words = frozenset(_WORD.findall(noun.lower()))
            where = entity.kind in (MentionKind.PLACE, MentionKind.FACILITY)
            if _fits(noun) and not words <= _EMPTY and not words & told and not (where and place is not None):
                yield noun

    def _spots(self, account: Account, named: bool) -> Iterable[str]:
        for key in account.keys(Role.PLACE):
            entity = self._cast.entity(account.article_id, key)
            if entity is not None and bool(entity.names) == named and _fits(entity.label):
                spot = _ARTICLE.sub("", entity.label)
                if not {spot.lower()} & _EMPTY:
                    yield spot


def _fits(label: str) -> bool:
    return 1 < len(label) <= LONGEST and not _NOBODY.match(label)


def _acting(actor: Actor, kind: EventType) -> str | None:
    """An outlet does nothing but publish; what else it is said to have done was done by whom it speaks for."""
    if actor.kind != ActorKind.OUTLET or kind in _PUBLISHING:
        return actor.name
    return actor.sides[0] if actor.sides else None
