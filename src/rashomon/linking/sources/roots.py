"""The one place of independence: where each account's information first comes from.

Copies go back to their original, quoted speakers count once whoever quotes them, outlets of one family are one, an outlet
that cites another adds nothing, and unnamed officials are no more than the outlet that heard them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.linking.cast import Cast
from rashomon.linking.contract import Registry
from rashomon.linking.precedence import family
from rashomon.linking.skeleton import plain_name
from rashomon.model.actors import Actor
from rashomon.model.ledger import Copy, Root
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Tie
from rashomon.model.words import ActorKind, MentionKind, Relation, RootKind

#: Who stands in these ties speaks for the other end.
_SPEAKS_FOR = (Relation.SPOKESMAN_OF, Relation.MEDIA_ARM_OF, Relation.ROLE_IN, Relation.LEADS)
#: Name of the root of an article whose outlet nobody states.
NOT_STATED = "outlet not stated"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """What makes two roots the same; ``capture`` only where the outlet is not stated."""

    kind: RootKind
    name: str
    capture: str = ""

    @property
    def stated(self) -> bool:
        """Return whether it is known who it is."""
        return not self.capture

    @property
    def root_id(self) -> str:
        """Return the id of the root."""
        return self.root(()).id

    def root(self, accounts: Iterable[str]) -> Root:
        """Return the root with the accounts that go back to it."""
        return Root(self.kind, self.name, tuple(sorted(accounts)), self.capture or None)


class Roots:
    """Finds origins: of accounts, and of anything a chain of speakers stands behind.

    Args:
        cast: who the keys are.

        registry: knows outlets and their families.

        copies: an article that repeats another speaks with the original's outlet.

        retold: accounts of copies and the accounts of originals that they retell.
    """

    def __init__(self, cast: Cast, registry: Registry, copies: Iterable[Copy], retold: Mapping[str, str]) -> None:
        self._cast = cast
        self._registry = registry
        self._originals = {copy.article_id: copy.original_id for copy in copies}
        self._retold = retold
        self._armed = {actor.name for actor in registry.actors if actor.kind == ActorKind.ARMED_GROUP}
        self._speakers = {scene.article_id: _spoken_for(scene.source.reading.ties) for scene in cast.scenes.values()}
        accounts = {account.id: account for scene in cast.scenes.values() for account in scene.source.reading.accounts}
        self.of: Mapping[str, Origin] = {key: self._account(accounts, account) for key, account in sorted(accounts.items())}

    def _account(self, accounts: Mapping[str, Account], account: Account) -> Origin:
        first = accounts.get(self._retold.get(account.id, ""), account)
        return self.behind(first.article_id, first.attribution)

    def behind(self, article_id: str, chain: tuple[str, ...]) -> Origin:
        """Return who stands at the end of a chain of keys, nearest the article first; the outlet where there is none."""
        for key in reversed(chain):
            if key not in (OUTLET_KEY, UNKNOWN_KEY):
                origin = self._speaker(article_id, key)
                if origin is not None:
                    return origin
        return self.outlet(article_id)

    def outlet(self, article_id: str) -> Origin:
        """Return the outlet family that an article's own voice goes back to.

        An outlet that is not stated is one root for each capture: two of them are not taken for one, nor one for two.
        """
        article = self._cast.article(self._originals.get(article_id, article_id))
        name = article.forwarded_from or article.outlet
        if not name:
            return Origin(RootKind.OUTLET, NOT_STATED, article.capture)
        return Origin(RootKind.OUTLET, family(name, self._registry))

    def _speaker(self, article_id: str, key: str) -> Origin | None:
        """Origin of one speaker, or of whom it speaks for; ``None`` for unnamed ones, who count as whoever heard them."""
        whom = self._speakers[article_id].get(key)
        return (self._named(article_id, whom) if whom is not None else None) or self._named(article_id, key)

    def _named(self, article_id: str, key: str) -> Origin | None:
        entity = self._cast.entity(article_id, key)
        actor = self._cast.actor(article_id, key)
        if actor is not None:
            return self._actor(actor)
        if entity is None or not entity.names:
            return None
        if entity.kind == MentionKind.MEDIA:
            return Origin(RootKind.OUTLET, family(entity.label, self._registry))
        return Origin(RootKind.SPEAKER, plain_name(entity.label) or entity.label)

    def _actor(self, actor: Actor) -> Origin:
        """A group's own outlet is the group speaking; any other outlet is its family."""
        if actor.kind != ActorKind.OUTLET:
            return Origin(RootKind.SPEAKER, actor.name)
        group = next((side for side in actor.sides if side in self._armed), None)
        if group is not None:
            return Origin(RootKind.SPEAKER, group)
        return Origin(RootKind.OUTLET, family(actor.name, self._registry))

    def listed(self) -> tuple[Root, ...]:
        """Return all roots with their accounts, by id."""
        gathered: dict[Origin, list[str]] = {}
        for account_id, origin in self.of.items():
            gathered.setdefault(origin, []).append(account_id)
        return tuple(sorted((origin.root(ids) for origin, ids in gathered.items()), key=lambda root: root.id))


def _spoken_for(ties: Iterable[Tie]) -> dict[str, str]:
    """Who speaks for whom in one article; of several ties the first kind in `_SPEAKS_FOR`, then the lesser key."""
    ranked = sorted((_SPEAKS_FOR.index(tie.relation), tie.subject, tie.object) for tie in ties if tie.relation in _SPEAKS_FOR)
    spoken: dict[str, str] = {}
    for _, subject, whom in ranked:
        spoken.setdefault(subject, whom)
    return spoken
