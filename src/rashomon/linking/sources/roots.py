"""The one place of independence: where each account's information first comes from.

Copies go back to their original, quoted speakers count once whoever quotes them, outlets of one family are one, an outlet
that cites or credits another adds nothing, and unnamed officials are no more than the outlet that heard them. What this needs
of an article alone is in `credits`; what it needs of two accounts of one event in `resting`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rashomon.linking.actors.nominal import is_bare
from rashomon.linking.cast import Cast
from rashomon.linking.contract import Registry
from rashomon.linking.entities import Entity
from rashomon.linking.precedence import family
from rashomon.linking.skeleton import plain_name
from rashomon.linking.sources.credits import credited
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
        self.registry = registry
        self._originals = {copy.article_id: copy.original_id for copy in copies}
        self._retold = retold
        self._armed = {actor.name for actor in registry.actors if actor.kind == ActorKind.ARMED_GROUP}
        self._credits: dict[str, str | None] = {}
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
        """Return the outlet family, or the party it belongs to, that an article's own voice goes back to.

        That is whom it forwards or credits, before who publishes it. An outlet that is not stated is one root for each capture:
        two of them are not taken for one, nor one for two.
        """
        article = self._cast.article(self._originals.get(article_id, article_id))
        if article.id not in self._credits:
            self._credits[article.id] = article.forwarded_from or credited(article, self.registry) or article.outlet
        name = self._credits[article.id]
        return self._publisher(name) if name else Origin(RootKind.OUTLET, NOT_STATED, article.capture)

    def publisher(self, article_id: str) -> Origin | None:
        """Return the outlet family, or the party, that publishes an article itself; ``None`` where that is not stated."""
        name = self._cast.article(article_id).outlet
        return self._publisher(name) if name else None

    def _publisher(self, name: str) -> Origin:
        """An armed group's outlet, channel or front office is the group speaking; any other is its family."""
        parent = family(name, self.registry)
        if parent in self._armed:
            return Origin(RootKind.SPEAKER, parent)
        named = self.registry.find(name)
        if len(named) == 1 and (named[0].kind == ActorKind.OUTLET or named[0].name in self._armed):
            return self._actor(named[0])
        return Origin(RootKind.OUTLET, parent)

    def _speaker(self, article_id: str, key: str) -> Origin | None:
        """Origin of one speaker, or of whom it speaks for; ``None`` for unnamed ones, who count as whoever heard them."""
        whom = self._speakers[article_id].get(key)
        return (self._named(article_id, whom) if whom is not None else None) or self._named(article_id, key)

    def _named(self, article_id: str, key: str) -> Origin | None:
        entity = self._cast.entity(article_id, key)
        actor = self._cast.actor(article_id, key)
        if actor is not None:
            return self._actor(actor)
        if entity is None or not entity.names or is_bare(entity.label):
            behind = None if entity is None else _apposed(entity, self._cast.scenes[article_id].entities.values())
            return self._named(article_id, behind) if behind is not None else None
        if entity.kind == MentionKind.MEDIA:
            return self._publisher(entity.label)
        return Origin(RootKind.SPEAKER, plain_name(entity.label) or entity.label)

    def _actor(self, actor: Actor) -> Origin:
        """A group's own outlet is the group speaking; any other outlet is its family."""
        if actor.kind != ActorKind.OUTLET:
            return Origin(RootKind.SPEAKER, actor.name)
        parent = family(actor.name, self.registry)
        group = next((side for side in (parent, *actor.sides) if side in self._armed), None)
        return Origin(RootKind.SPEAKER, group) if group is not None else Origin(RootKind.OUTLET, parent)

    def listed(self, settled: Mapping[str, Origin] = MappingProxyType({})) -> tuple[Root, ...]:
        """Return all roots with their accounts, by id.

        Args:
            settled: origins of accounts that turned out otherwise beside others of their event.
        """
        gathered: dict[Origin, list[str]] = {}
        for account_id, origin in self.of.items():
            gathered.setdefault(settled.get(account_id, origin), []).append(account_id)
        return tuple(sorted((origin.root(ids) for origin, ids in gathered.items()), key=lambda root: root.id))


def _apposed(entity: Entity, others: Iterable[Entity]) -> str | None:
    """Return the key of the name that stands right behind words for a medium: "the Telegram channel Dune Voices"."""
    if entity.kind != MentionKind.MEDIA:
        return None
    ends = {mention.span.end + 1 for mention in entity.mentions}
    named = (other for other in others if other.names and not is_bare(other.label))
    return next((other.key for other in named if any(mention.span.start in ends for mention in other.mentions)), None)


def _spoken_for(ties: Iterable[Tie]) -> dict[str, str]:
    """Who speaks for whom in one article; of several ties the first kind in `_SPEAKS_FOR`, then the lesser key."""
    ranked = sorted((_SPEAKS_FOR.index(tie.relation), tie.subject, tie.object) for tie in ties if tie.relation in _SPEAKS_FOR)
    spoken: dict[str, str] = {}
    for _, subject, whom in ranked:
        spoken.setdefault(subject, whom)
    return spoken
